"""The machine and the software that a run was taken on."""

from __future__ import annotations

import os
import platform
import re
import subprocess
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from benchmarks.measurement import ROOT

_LIBRARIES = (
    "durable_rules",
    "zen-engine",
    "regopy",
    "datalogic-py",
    "duckdb",
    "sqlglot",
    "pyyaml",
    "jsonschema",
    "click",
)


def machine() -> dict[str, str]:
    """What there is to say of it, by what it is."""
    return {
        "processor": _processor(),
        "cores": f"{len(os.sched_getaffinity(0))} of {os.cpu_count()}",
        "memory": _memory(),
        "system": f"{_system()}, Linux {platform.release()}"
        if platform.system() == "Linux"
        else platform.platform(),
        "Python": f"{platform.python_version()} ({platform.python_compiler()})",
        "libraries": ", ".join(f"{name} {_version(name)}" for name in _LIBRARIES),
        "commit": commit(),
    }


def load() -> str:
    """How many processes wanted to run during the last minute; on a quiet machine near 0."""
    return f"{os.getloadavg()[0]:.1f}"


def commit() -> str:
    """The revision of the project, and whether anything but results was changed since."""
    revision = _git("rev-parse", "--short=12", "HEAD")
    changed = [
        line
        for line in _git("status", "--porcelain").splitlines()
        if not line[3:].startswith(
            (
                "benchmarks/RESULTS.md",
                "benchmarks/FUZZ.md",
                "benchmarks/plots/",
                "benchmarks/largest",
            )
        )
    ]
    return f"{revision}, with changes" if changed else revision


def _git(*arguments: str) -> str:
    done = subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, check=False)
    return done.stdout.decode().rstrip() if done.returncode == 0 else "not known"


def _processor() -> str:
    found = re.search(r"^model name\s*:\s*(.+)$", _read("/proc/cpuinfo"), re.MULTILINE)
    return found[1] if found else platform.processor() or "not known"


def _memory() -> str:
    found = re.search(r"^MemTotal:\s*(\d+) kB$", _read("/proc/meminfo"), re.MULTILINE)
    return f"{int(found[1]) / 1024**2:.1f} GiB" if found else "not known"


def _system() -> str:
    found = re.search(r'^PRETTY_NAME="(.+)"$', _read("/etc/os-release"), re.MULTILINE)
    return found[1] if found else "not known"


def _read(path: str) -> str:
    try:
        return Path(path).read_text(encoding="utf-8")
    except OSError:
        return ""


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "not installed"

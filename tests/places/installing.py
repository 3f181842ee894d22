"""Installing this package as others do, without an index of packages.

What it depends on is borrowed from where the tests run, and so is what it is built with. So an
installation takes seconds, and needs no network. That an index has the packages is not shown.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.metadata import Distribution, distribution
from pathlib import Path

from packaging.requirements import Requirement

from processes import ROOT

SOURCES = ("pyproject.toml", "setup.py", "README.md", "mkdocs.yml", "constraints.txt")
FOLDERS = ("generator", "site_src", "places")
MANIFESTS = ("action.yml", ".pre-commit-hooks.yaml", "Containerfile")


@dataclass(frozen=True)
class Installed:
    """The package in an environment of its own: its commands, and what it needs to run."""

    project: Path
    environment: Mapping[str, str]
    bin: Path


def copy_of_the_project(folder: Path) -> Path:
    """What a checkout of the project has that others install it from, without its history."""
    folder.mkdir()
    for name in (*SOURCES, *MANIFESTS):
        shutil.copy(ROOT / name, folder / name)
    for name in FOLDERS:
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    return folder


def environment(folder: Path) -> Mapping[str, str]:
    """What makes pip install without an index, and the package find what it depends on."""
    folder.mkdir()
    seen: set[str] = set()
    for name in ("prevent-policy", "setuptools"):
        _borrow(distribution(name), folder, seen)
    return {
        "PYTHONPATH": str(folder),
        "PIP_NO_INDEX": "1",
        "PIP_NO_DEPS": "1",
        # pip reads this one the other way round: false is no isolation.
        "PIP_NO_BUILD_ISOLATION": "false",
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
        "PIP_NO_COMPILE": "1",
    }


def _borrow(found: Distribution, folder: Path, seen: set[str]) -> None:
    """Link what a distribution consists of, and what it requires, but never this package."""
    name = found.metadata["Name"].lower()
    if name in seen:
        return
    seen.add(name)
    needed = map(Requirement, found.requires or [])
    for each in needed if name != "setuptools" else ():
        if each.marker is None or each.marker.evaluate({"extra": ""}):
            _borrow(distribution(each.name), folder, seen)
    if name == "prevent-policy":
        return
    tops = {file.parts[0] for file in found.files or [] if file.parts[0] not in ("..", "bin")}
    for top in tops - {"__pycache__"}:
        here = Path(str(found.locate_file(top)))
        if here.exists() and not (folder / top).exists() and here.suffix != ".pth":
            (folder / top).symlink_to(here)


def run(
    *command: str,
    cwd: Path,
    given: Mapping[str, str] | None = None,
    status: int | None = 0,
    timeout: float = 120,
) -> subprocess.CompletedProcess[str]:
    """Run something in a folder; its exit status must be this one, unless None."""
    done = subprocess.run(
        command,
        cwd=cwd,
        env={**os.environ, **(given or {})},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        timeout=timeout,
    )
    assert status in (None, done.returncode), (done.returncode, done.stdout, done.stderr)
    return done

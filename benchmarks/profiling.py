"""Where the time goes: the functions that took most, as the profiler saw them."""

from __future__ import annotations

import cProfile
import pstats
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from benchmarks.measurement import ROOT
from benchmarks.timing import environment

_MOST = 14
_PART = re.compile(r"(?:site-packages|generator)/(\w+)(?:/(\w+))?")


def functions(work: Callable[[], object]) -> str:
    """The functions in which most of the time of some work was spent."""
    profile = cProfile.Profile()
    profile.runcall(work)
    return _told(pstats.Stats(profile))


def process(arguments: Sequence[str], folder: Path) -> str:
    """The same of a whole run of ``prevent``, with every module that it has to load."""
    written = folder / "profile"
    command = [sys.executable, "-m", "cProfile", "-o", str(written), "-m", "prevent", *arguments]
    subprocess.run(command, cwd=ROOT, env=environment(), capture_output=True, check=False)
    return _told(pstats.Stats(str(written)))


def _told(stats: pstats.Stats) -> str:
    kept: dict[tuple[str, int, str], tuple[int, int, float, float, Any]] = stats.stats  # type: ignore[attr-defined] # left out of its types
    whole = sum(own for _, _, own, _, _ in kept.values()) or 1.0
    parts: Counter[str] = Counter()
    for (path, _, name), (_, _, own, _, _) in kept.items():
        parts[_part(path, name)] += own  # type: ignore[assignment] # a Counter counts anything
    lines = ["share of the time, by part:"]
    lines += [f"  {own / whole:6.1%}  {part}" for part, own in parts.most_common(_MOST)]
    lines += ["", "share of the time, by function (calls):"]
    by_own = sorted(kept.items(), key=lambda each: -each[1][2])
    for (path, line, name), (_, calls, own, _, _) in by_own[:_MOST]:
        lines.append(f"  {own / whole:6.1%}  {_function(path, line, name)} ({calls:,})")
    lines.append("")
    lines.append("The profiler slows Python down, and not what is in C: shares, not times.")
    return "\n".join(lines)


def _part(path: str, name: str) -> str:
    found = _PART.search(path)
    if found:
        return ".".join(part for part in found.groups() if part)
    if path == "~":
        return f"in C: {_shortened(name)}"
    return "Python's imports" if "importlib" in path else "Python's library"


def _function(path: str, line: int, name: str) -> str:
    if path == "~":
        return _shortened(name)
    found = re.search(r"(?:site-packages|generator)/(.+)", path)
    return f"{found[1] if found else Path(path).name}:{line} {name}"


def _shortened(name: str) -> str:
    return re.sub(r" object at 0x[0-9a-f]+|[<>{}']|built-in method |method ", "", name)

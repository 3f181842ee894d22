"""How the time grows with the rules of a policy, and with the rows of a register."""

from __future__ import annotations

import json
import math
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import ClassVar

from benchmarks.growth_by_rows import by_rows
from benchmarks.large_policy import write_large_policy
from benchmarks.measurement import ROOT, Figure, Measured, Measurement, Setting
from benchmarks.plot import plot
from benchmarks.timing import environment, prevent

_RULES = (10, 50, 300, 1000)

_LIMIT = 90
_LIMIT_OF_VALIDATE = 30
"""After so many seconds a point is given up, and all that would take longer."""

_LINEAR = 1.05
"""The exponent up to which growth counts as linear: times are never quite even."""

_BY_RULES = "time of a decision against the number of rules"
_BY_ROWS = "time of a register against the number of rows"
_GOAL = "no worse than linear"
_WAYS = {
    "reference": "in process, the reference evaluator alone",
    "confirmed": "in process, confirmed, never seen before",
    "masks": "in DuckDB, masks of the findings",
    "found": "in DuckDB, every finding",
}

_Curve = dict[int, float]
"""Seconds by size."""


class Growth(Measurement):
    """Curves, each point a median, and the power of the size that they grow by."""

    name = "growth"
    title = "Growth"
    goals: ClassVar[Mapping[str, str]] = {
        **{f"{_BY_RULES}: {shown}": _GOAL for shown in _WAYS.values()},
        _BY_ROWS: _GOAL,
    }

    def run(self, setting: Setting) -> Measured:
        """Raises ``NotMeasuredError`` where no register can be made."""
        rules = _RULES if not setting.quick else (10, 20)
        curves: dict[str, _Curve] = {}
        for way, requests in (("in-process", 200), ("in-bulk", 20_000)):
            number = setting.size(requests, 20)
            for size, seconds in _points(setting, way, rules, number):
                for name, each in seconds.items():
                    curves.setdefault(name, {})[size] = each
        rows, largest = by_rows(setting)
        figures = [
            _figure(f"{_BY_RULES}: {shown}", curves.get(name, {}), rules, "decisions")
            for name, shown in _WAYS.items()
        ]
        figures.append(_figure(_BY_ROWS, rows, [*rows], "rows"))
        figures += _validate(setting, rules)
        plots = {
            "growth-by-rules.svg": plot(
                "Decisions a second against rules",
                "rules for the kind of request",
                "decisions a second",
                {_WAYS[name]: [(n, 1 / s) for n, s in c.items()] for name, c in curves.items()},
            ),
            "growth-by-rows.svg": plot(
                "Requests a second against rows",
                "rows of the register",
                "requests a second",
                {_WAYS["found"]: [(n, n / s) for n, s in rows.items()]},
            ),
        }
        return Measured(tuple(figures), (_NOTE, largest.words()), plots)


_NOTE = (
    "The policies are made for this: of five sorts of rule in turn, each with limits of its own,"
    " over up to some fifty questions, compiled as every policy is; the registers by prevent"
    " sample. Only the check that no two rules stand against each other is left out when they are"
    " loaded, because it looks at every two of them; prevent validate, with that check, is timed"
    f" apart. A point that takes more than {_LIMIT} seconds, making the query included, is given"
    f" up, and so are the larger ones. Growth counts as linear up to a power of {_LINEAR}."
)


def _points(
    setting: Setting, way: str, sizes: Sequence[int], requests: int
) -> Iterator[tuple[int, Mapping[str, float]]]:
    """The seconds of a decision by the number of rules, as far as they come in time."""
    for size in sizes:
        folder = setting.folder / f"{way}-{size}"
        folder.mkdir()
        command = [sys.executable, "-m", "benchmarks.growth_point"]
        command += [way, str(size), str(requests), str(folder)]
        out = _run(command, _LIMIT)
        shutil.rmtree(folder)
        if out is None:
            setting.say(f"    {way}, {size} rules: given up")
            return
        setting.say(f"    {way}, {size} rules: {out.strip()}")
        yield size, json.loads(out)


def _run(command: Sequence[str], limit: float) -> str | None:
    """What it prints; None where it fails or takes too long."""
    try:
        done = subprocess.run(
            command,
            cwd=ROOT,
            env=environment(),
            capture_output=True,
            text=True,
            timeout=limit,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return None
    if done.returncode:
        print(done.stderr, file=sys.stderr)
    return None if done.returncode else done.stdout


def _figure(what: str, curve: _Curve, sizes: Sequence[int], of: str) -> Figure:
    if len(curve) < 2:
        return Figure(what, "not measured: it took too long", goal=_GOAL)
    power = _power(curve)
    steps = [_power({a: curve[a], b: curve[b]}) for a, b in pairwise(sorted(curve))]
    given_up = [size for size in sizes if size not in curve]
    figure = f"grows by the power {power:.2f}"
    if given_up:
        figure += f"; given up at {given_up[0]:,}"
    each = ", ".join(
        f"{size:,}: {_rate(1 / curve[size] if of == 'decisions' else size / curve[size])}"
        for size in sorted(curve)
    )
    return Figure(
        what,
        figure,
        f"a second: {each}",
        _GOAL,
        met=power <= _LINEAR and not given_up,
        spread="from size to size: " + ", ".join(f"{step:.2f}" for step in steps),
    )


def _rate(rate: float) -> str:
    return f"{rate:,.0f}" if rate >= 10 else f"{rate:.2f}"


def _power(curve: Mapping[int, float]) -> float:
    """The power of the size that the seconds grow by: the slope of the logarithms."""
    points = [(math.log(size), math.log(seconds)) for size, seconds in curve.items()]
    x = sum(a for a, _ in points) / len(points)
    y = sum(b for _, b in points) / len(points)
    return sum((a - x) * (b - y) for a, b in points) / sum((a - x) ** 2 for a, _ in points)


def _validate(setting: Setting, sizes: Sequence[int]) -> Iterator[Figure]:
    """What it takes to validate the policies, every check included."""
    told: list[str] = []
    for size in sizes:
        folder: Path = setting.folder / f"validate-{size}"
        policy = write_large_policy(folder, size)
        started = time.perf_counter()
        out = _run(prevent("validate", "--policy", str(policy)), _LIMIT_OF_VALIDATE)
        if out is None:
            told.append(f"{size:,} rules: given up after {_LIMIT_OF_VALIDATE} s")
            break
        told.append(f"{size:,} rules: {time.perf_counter() - started:.1f} s")
    yield Figure("prevent validate, every check included", "; ".join(told), "one process each")

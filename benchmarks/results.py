"""The results as Markdown: what was measured, against which goal, how, and on what machine."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from benchmarks.measurement import Figure, Measured, Measurement

_HEAD = """\
# How fast it is

Written by `make bench`, and only by it; nothing here is typed by hand. Times are by the clock.
Whatever is compared was run in the same run, in turns; a ratio is the median of the ratios of the
rounds, after a first round that does not count.
"""


@dataclass(frozen=True, slots=True)
class Run:
    """A whole run. ``loads`` are the machine's load before and after."""

    measured: Mapping[Measurement, Measured]
    machine: Mapping[str, str]
    started: datetime
    seconds: float
    loads: tuple[str, str]
    quick: bool


def results(run: Run) -> str:
    """The text of the results."""
    parts = [_HEAD]
    if run.quick:
        parts.append("**A quick run, at toy size: it shows that all of it runs, not how fast.**\n")
    parts += [_machine(run), _goals(run.measured), _not_met(run.measured)]
    parts += [_section(each, measured) for each, measured in run.measured.items()]
    return "\n".join(parts)


def _machine(run: Run) -> str:
    rows = [(name, told) for name, told in run.machine.items()]
    rows.append(("day", f"{run.started:%Y-%m-%d %H:%M} UTC"))
    rows.append(("took", f"{run.seconds:.0f} seconds"))
    before, after = run.loads
    rows.append(("load", f"{before} before, {after} after (processes that wanted to run)"))
    return "## The machine\n\n" + _table(("", ""), rows)


def _goals(measured: Mapping[Measurement, Measured]) -> str:
    rows = [
        (figure.what, figure.goal, figure.figure, _met(figure)) for figure in _with_goal(measured)
    ]
    return "## The goals\n\n" + _table(("what", "goal", "figure", "met"), rows)


def _not_met(measured: Mapping[Measurement, Measured]) -> str:
    failed = [figure for figure in _with_goal(measured) if figure.met is False]
    missing = [figure for figure in _with_goal(measured) if figure.met is None]
    lines = [f"- Not met: {each.what}: {each.figure}; the goal is {each.goal}." for each in failed]
    lines += [f"- {each.what}: {each.figure}" for each in missing]
    return "\n".join(lines or ["Every goal is met."]) + "\n"


def _section(measurement: Measurement, measured: Measured) -> str:
    rows = [
        (each.what, each.figure, each.spread or "-", each.how or "-") for each in measured.figures
    ]
    parts = [f"## {measurement.title}\n"]
    parts.append(_table(("what", "figure", "spread", "how"), rows))
    parts += [f"{note}\n" for note in measured.notes]
    parts += [f"![{measurement.title}](plots/{name})\n" for name in measured.plots]
    for heading, text in measured.time_goes.items():
        parts.append(f"### Where the time goes: {heading}\n\n```text\n{text.rstrip()}\n```\n")
    return "\n".join(parts)


def _with_goal(measured: Mapping[Measurement, Measured]) -> list[Figure]:
    return [figure for each in measured.values() for figure in each.figures if figure.goal]


def _met(figure: Figure) -> str:
    if figure.met is None:
        return "not measured"
    return "yes" if figure.met else "**no**"


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [head, tuple("---" for _ in head), *rows]
    safe = [[cell.replace("|", "\\|").replace("\n", " ") for cell in line] for line in lines]
    written = [f"| {' | '.join(line)} |" for line in safe]
    return "\n".join(written) + "\n"

"""The report in the Test Anything Protocol: a line for each rule that applies to a request."""

from __future__ import annotations

from collections.abc import Iterator

from prevent.decide.check import Report
from prevent.reports.inert import json_text, tap
from prevent.reports.points import Point, groups
from prevent.reports.style import Style
from prevent.reports.text import summary


def tap_report(report: Report, _style: Style) -> Iterator[str]:
    """TAP 14. What is waived is a failure that is known of, which TAP calls TODO."""
    return (f"{line}\n" for line in _lines(report))


def _lines(report: Report) -> Iterator[str]:
    yield "TAP version 14"
    # Gone through twice rather than kept: there may be many.
    yield f"1..{sum(len(suite.points) for suite in groups(report))}"
    number = 0
    for suite in groups(report):
        yield f"# {tap(suite.name)}"
        yield from (f"# {tap(f'{mark.place}: {mark.message}')}" for mark in suite.remarks)
        for point in suite.points:
            number += 1
            yield from _point(number, point)
    yield f"# {tap(summary(report))}"


def _point(number: int, point: Point) -> Iterator[str]:
    status = "ok" if point.came_to == "passed" else "not ok"
    line = f"{status} {number} - {tap(f'{point.rule}: {point.title}')}"
    mark = point.mark
    if mark is None:
        yield line
        return
    yield f"{line} # TODO {tap(mark.waived)}" if mark.waived else line
    yield "  ---"
    told = {
        "message": mark.message,
        "severity": "todo" if mark.waived else "fail",
        "outcome": mark.outcome,
        "at": {"file": mark.place.file, "line": mark.line, "column": mark.column},
        "request": mark.about,
        "then": mark.then,
        "words": [*mark.words],
    }
    for key, value in told.items():
        if value:
            # JSON is YAML too, and on one line nothing in it can end the block.
            yield f"  {key}: {json_text(value, indent=None).rstrip()}"
    yield "  ..."

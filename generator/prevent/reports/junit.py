"""The report as JUnit XML: a suite for each request, a test for each rule that applies."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from prevent.decide.check import Report
from prevent.reports.inert import relative, xml
from prevent.reports.marks import Mark
from prevent.reports.points import Group, Point, groups
from prevent.reports.style import Style


def junit_report(report: Report, _style: Style) -> Iterator[str]:
    """Findings fail, what is waived is skipped, and faults of files are errors."""
    return (f"{line}\n" for line in _lines(report))


def _lines(report: Report) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    # Gone through twice rather than kept: there may be many.
    counts = _counts(point for suite in groups(report) for point in suite.points)
    yield f'<testsuites name="prevent" {counts}>'
    for suite in groups(report):
        yield from _suite(suite)
    yield "</testsuites>"


def _suite(suite: Group) -> Iterator[str]:
    yield f'  <testsuite name="{xml(suite.name)}" {_counts(suite.points)}>'
    for point in suite.points:
        yield from _case(point, suite.name)
    if suite.remarks:
        yield "    <system-out>"
        yield from (f"{xml(f'{mark.place}: {mark.message}')}" for mark in suite.remarks)
        yield "    </system-out>"
    yield "  </testsuite>"


def _case(point: Point, suite: str) -> Iterator[str]:
    case = f'    <testcase classname="{xml(suite)}" name="{xml(f"{point.rule}: {point.title}")}"'
    mark = point.mark
    if mark is None:
        yield f"{case}/>"
        return
    if mark.in_file:
        case += f' file="{xml(relative(mark.place.file))}" line="{mark.line}"'
    yield f"{case}>"
    if point.came_to == "waived":
        yield f'      <skipped message="{xml(f"Waived: {mark.message} {mark.waived}")}"/>'
    else:
        element = "error" if point.came_to == "error" else "failure"
        of = xml(mark.outcome or mark.title)
        yield f'      <{element} message="{xml(mark.message)}" type="{of}">'
        yield from map(xml, _details(mark))
        yield f"      </{element}>"
    yield "    </testcase>"


def _details(mark: Mark) -> Iterator[str]:
    yield from mark.lines()
    yield str(mark.place)


def _counts(points: Iterable[Point]) -> str:
    came = Counter(point.came_to for point in points)
    counted = {
        "tests": came.total(),
        "failures": came["failed"],
        "errors": came["error"],
        "skipped": came["waived"],
    }
    return " ".join(f'{name}="{number}"' for name, number in counted.items())

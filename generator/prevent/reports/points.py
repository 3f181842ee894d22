"""A report as tests that pass or fail, for formats that tell of tests."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Literal, NamedTuple

from prevent.decide.check import Report
from prevent.decide.decision import Decision
from prevent.reports.marks import Mark, about, of_decision, of_errors


class Point(NamedTuple):
    """One rule as a test of one request; or a fault. ``mark`` says what was found, if anything."""

    rule: str
    title: str
    came_to: Literal["passed", "failed", "waived", "error"]
    mark: Mark | None = None


class Group(NamedTuple):
    """The tests of one request, or the faults of one file. ``remarks`` are to be looked at."""

    name: str
    points: tuple[Point, ...]
    remarks: tuple[Mark, ...] = ()


def groups(report: Report) -> Iterator[Group]:
    """The requests in the order of the report, then the files with faults."""
    for decision in report.decisions:
        yield _request(decision, [*of_decision(decision, report)], report)
    # Those of one file stand together.
    for file, faults in groupby(of_errors(report), key=lambda mark: mark.place.file):
        yield Group(file, tuple(Point(mark.rule, mark.title, "error", mark) for mark in faults))


def _request(decision: Decision, own: list[Mark], report: Report) -> Group:
    kind = report.rule_set.kinds[decision.kind]
    points = [
        Point(mark.rule, mark.title, "waived" if mark.waived else "failed", mark)
        for mark in own
        if mark.sort != "remark"
    ]
    points += [Point(rule, kind.rule(rule).title, "passed") for rule in decision.passed]
    if not points:
        points = [Point("prevent.nothing-asked", "The policy asks for nothing here", "passed")]
    name = f"{decision.place.file}:{decision.place.line} {about(decision)}"
    return Group(name, tuple(points), tuple(mark for mark in own if mark.sort == "remark"))

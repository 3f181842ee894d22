"""The report as GitLab's code quality report, which it shows on the lines of a merge request."""

from __future__ import annotations

from collections.abc import Iterator

from prevent.conditions.json_form import Json
from prevent.decide.check import Report
from prevent.reports.inert import json_with, relative, terminal
from prevent.reports.marks import Mark, told_apart
from prevent.reports.style import Style

_SEVERITIES = {"error": "critical", "warning": "major", "note": "info"}


def gitlab_report(report: Report, _style: Style) -> Iterator[str]:
    """A list of what GitLab calls degradations. What is waived is for information only."""
    return json_with([], [], map(_degradation, told_apart(report)))


def _degradation(mark: Mark) -> Json:
    about = ": ".join(part for part in (mark.outcome, mark.about) if part)
    said = " ".join([f"{about}:", *mark.lines()] if about else mark.lines())
    place: Json = {"line": mark.line, "column": mark.column}
    return {
        "type": "issue",
        "check_name": mark.rule,
        "description": terminal(said),
        "severity": "info" if mark.waived else _SEVERITIES[mark.level],
        "fingerprint": mark.fingerprint,
        "location": {
            "path": terminal(relative(mark.place.file)),
            "lines": {"begin": mark.line, "end": mark.line},
            "positions": {"begin": place, "end": place},
        },
    }

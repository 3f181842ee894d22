"""The report as workflow commands of GitHub Actions: each mark is shown on its line of a change.

GitHub shows ten errors, ten warnings and ten notices of a step; the log holds them all.
"""

from __future__ import annotations

from collections.abc import Iterator

from prevent.decide.check import Report
from prevent.reports.inert import github_message, github_property, relative, terminal
from prevent.reports.marks import Level, Mark, marks
from prevent.reports.style import Style
from prevent.reports.text import summary

_COMMANDS: dict[Level, str] = {"error": "error", "warning": "warning", "note": "notice"}


def github_report(report: Report, _style: Style) -> Iterator[str]:
    """A command for each mark, and how many requests were decided."""
    yield from (f"{_command(mark)}\n" for mark in marks(report))
    yield f"{terminal(summary(report))}\n"


def _command(mark: Mark) -> str:
    command = "notice" if mark.waived else _COMMANDS[mark.level]
    title = ": ".join(part for part in (mark.outcome, mark.about) if part) or mark.title
    properties = {"title": f"{title} ({mark.rule})"}
    if mark.in_file:
        properties |= {"file": relative(mark.place.file)}
    if mark.in_file and mark.place.line:
        properties |= {"line": str(mark.line), "col": str(mark.column)}
    written = ",".join(f"{name}={github_property(text)}" for name, text in properties.items())
    return f"::{command} {written}::{'%0A'.join(map(github_message, mark.lines()))}"

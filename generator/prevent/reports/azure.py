"""The report as logging commands of Azure Pipelines."""

from __future__ import annotations

from collections.abc import Iterator

from prevent.decide.check import Report
from prevent.reports.inert import azure_message, azure_property, relative, terminal
from prevent.reports.marks import Mark, marks
from prevent.reports.style import Style
from prevent.reports.text import summary


def azure_report(report: Report, _style: Style) -> Iterator[str]:
    """A command for each mark, and how many requests were decided.

    Azure knows errors and warnings only, so what is waived, and what is only to be looked at, is a
    plain line.
    """
    for mark in marks(report):
        yield f"{_command(mark) if _counts(mark) else _plain(mark)}\n"
    yield f"{terminal(summary(report))}\n"


def _counts(mark: Mark) -> bool:
    return mark.level != "note" and not mark.waived


def _command(mark: Mark) -> str:
    properties: dict[str, str] = {"type": mark.level}
    if mark.in_file:
        properties |= {"sourcepath": relative(mark.place.file)}
    if mark.in_file and mark.place.line:
        properties |= {"linenumber": str(mark.line), "columnnumber": str(mark.column)}
    properties |= {"code": mark.rule}
    written = "".join(f"{name}={azure_property(text)};" for name, text in properties.items())
    return f"##vso[task.logissue {written}]{azure_message(_said(mark))}"


def _plain(mark: Mark) -> str:
    return terminal(f"{mark.place}: {_said(mark)} ({mark.rule})")


def _said(mark: Mark) -> str:
    about = ": ".join(part for part in (mark.outcome, mark.about) if part)
    return " ".join([f"{about}:", *mark.lines()] if about else mark.lines())

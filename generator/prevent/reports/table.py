"""The report as a table: a row for each finding, and one for each request without any."""

from __future__ import annotations

import textwrap
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from prevent.decide.check import Report
from prevent.policy.outcomes import IN_WORDS
from prevent.reports.inert import table_cell
from prevent.reports.marks import NOT_VALID, WAIVER, Mark, about, of_decision, of_errors
from prevent.reports.style import Colour, Style
from prevent.reports.text import dates_to_tell, summary

_HEADS = ("Outcome", "Where", "Request", "What is to be done")
_LEAST, _GAP = 12, "  "
_COLOURS: dict[str, Colour] = {
    IN_WORDS["allowed"]: "green",
    IN_WORDS["action-needed"]: "yellow",
    IN_WORDS["referred"]: "blue",
    IN_WORDS["refused"]: "red",
    "Error": "red",
}


def table_report(report: Report, style: Style) -> Iterator[str]:
    """The table, and how many requests were decided."""
    return (f"{line}\n" for line in _lines(report, style))


def _lines(report: Report, style: Style) -> Iterator[str]:
    if report.decisions or report.every_error:
        yield from _table(report, style)
        yield ""
    yield style.paint(style.wrap(summary(report), ""), "bold")
    for told in dates_to_tell(report):
        yield style.paint(style.wrap(told, ""), "yellow")


def _rows(report: Report) -> Iterator[Sequence[str]]:
    """The cells of the table, its heading first."""
    yield _HEADS
    for decision in report.decisions:
        if not decision.findings:
            yield _cells(IN_WORDS["allowed"], str(decision.place), about(decision), "")
        yield from map(_row, of_decision(decision, report))
    yield from map(_row, of_errors(report))


def _cells(*cells: str) -> Sequence[str]:
    return [table_cell(cell) for cell in cells]


def _row(mark: Mark) -> Sequence[str]:
    outcome = mark.outcome or ("Error" if mark.rule in (NOT_VALID, WAIVER) else "Look again")
    said = " ".join(part for part in (mark.message, mark.waived or mark.then) if part)
    return _cells("Waived" if mark.waived else outcome, str(mark.place), mark.about, said)


def _table(report: Report, style: Style) -> Iterator[str]:
    # Gone through twice rather than kept: there may be many.
    widths = _widths(_rows(report), style.width)
    for number, row in enumerate(_rows(report)):
        wrapped = [_broken(cell, width) for cell, width in zip(row, widths, strict=True)]
        for line in range(max(map(len, wrapped))):
            parts = [each[line] if line < len(each) else "" for each in wrapped]
            padded = [
                part + " " * (w - _width(part)) for part, w in zip(parts, widths, strict=True)
            ]
            text = _GAP.join(padded[1:]).rstrip()
            colour = "bold" if number == 0 else _COLOURS.get(row[0], "dim")
            # A line that goes on begins with a gap, and so never looks like the first of a row.
            yield f"{style.paint(padded[0], colour)}{_GAP}{text}".rstrip()


def _widths(rows: Iterable[Sequence[str]], whole: int) -> list[int]:
    """The width of each column: what it needs, or a fair part of what there is."""
    needed = [0] * len(_HEADS)
    for row in rows:
        needed = [max(most, _width(cell)) for most, cell in zip(needed, row, strict=True)]
    left = whole - needed[0] - len(_GAP) * (len(_HEADS) - 1)
    where = min(needed[1], max(_LEAST, left * 3 // 10))
    request = min(needed[2], max(_LEAST, left * 3 // 10))
    return [needed[0], where, request, max(_LEAST, min(needed[3], left - where - request))]


def _broken(text: str, width: int) -> list[str]:
    """A text in lines of at most so many columns; words that are longer are broken."""
    lines: list[str] = []
    # Letters may be two columns wide, so lines that come out too wide are broken again.
    for line in textwrap.wrap(text, width, break_on_hyphens=False) or [""]:
        rest = line
        while _width(rest) > width:
            cut = next(at for at in range(len(rest), 0, -1) if _width(rest[:at]) <= width)
            lines.append(rest[:cut])
            rest = rest[cut:]
        lines.append(rest)
    return lines


def _width(text: str) -> int:
    """How many columns of a terminal a text takes."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(each) else 1 + (unicodedata.east_asian_width(each) in "WF")
        for each in text
    )

"""What to say of a text that should be a date or a month, and the date it most likely means."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from datetime import date

from prevent.reading.quoting import quoted

FORMS = {
    "date": ("YYYY-MM-DD", "2026-04-20"),
    "month": ("YYYY-MM", "2026-04"),
    "month-or-date": ("YYYY-MM or YYYY-MM-DD", "2026-04 or 2026-04-20"),
}
"""The formats known here, each with how it is written and an example."""

_MONTHS = {name.casefold(): number for number, name in enumerate(calendar.month_name) if number} | {
    name.casefold(): number for number, name in enumerate(calendar.month_abbr) if number
}
_YEAR_FIRST = re.compile(r"(\d{4})[-/. ](\d{1,2})(?:[-/. ](\d{1,2}))?(?:[T ].*)?", re.ASCII)
_YEAR_LAST = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})", re.ASCII)
_IN_WORDS = re.compile(
    r"(?:(\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?)?([A-Za-z]{3,9})\s+(\d{4})", re.ASCII
)
_MONTH_FIRST = re.compile(r"([A-Za-z]{3,9})\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})", re.ASCII)
_LONGEST = 40


def about_date(form: str, text: str) -> tuple[str, str]:
    """The message and hint for a text that does not fit the format."""
    shape, example = FORMS[form]
    whole = re.fullmatch(r"(\d{4})-(\d{2})(-\d{2})?", text, re.ASCII)
    if whole and (form == "month-or-date" or bool(whole[3]) == (form == "date")):
        thing = "a date" if whole[3] else "a month"
        return f"{quoted(text)} is not {thing} in the calendar.", _why_not(text)
    meant = sorted(set(_meanings(form, text)))
    hint = f"Write it as in {example}."
    if len(meant) == 1:
        hint = f"Did you mean {meant[0]}?"
    elif meant:
        hint = f"Write {' or '.join(meant)}, whichever is meant."
    return f"{quoted(text)} is not written {shape}.", hint


def _why_not(text: str) -> str:
    year, month = int(text[:4]), int(text[5:7])
    if not 1 <= month <= 12:
        return "The months go from 01 to 12."
    if not year:
        return ""
    days = calendar.monthrange(year, month)[1]
    return f"{calendar.month_name[month]} {year} has {days} days."


def _meanings(form: str, text: str) -> Iterator[str]:
    """Every day (or month) the text may name, written as the format asks."""
    stripped = text.strip()
    if len(stripped) > _LONGEST:
        return
    for year, month, day in _numbers(stripped):
        if day is None:
            if form != "date" and 1 <= month <= 12 and year:
                yield f"{year:04d}-{month:02d}"
            continue
        try:
            found = date(year, month, day)
        except ValueError:
            continue
        yield found.isoformat()[:7] if form == "month" else found.isoformat()


def _numbers(text: str) -> Iterator[tuple[int, int, int | None]]:
    if found := _YEAR_FIRST.fullmatch(text):
        yield int(found[1]), int(found[2]), int(found[3]) if found[3] else None
    if found := _YEAR_LAST.fullmatch(text):
        first, second, year = int(found[1]), int(found[2]), int(found[3])
        yield year, second, first
        yield year, first, second
    if found := _IN_WORDS.fullmatch(text):
        yield (
            int(found[3]),
            _MONTHS.get(found[2].casefold(), 0),
            int(found[1]) if found[1] else None,
        )
    if found := _MONTH_FIRST.fullmatch(text):
        yield int(found[3]), _MONTHS.get(found[1].casefold(), 0), int(found[2])

"""Dates, months and periods, as the policy counts them.

A date is ``YYYY-MM-DD`` and a month ``YYYY-MM``, as written. A period is a number of days, weeks
or calendar months. Calendar months are counted by the corresponding date: a month after 15 March
is 15 April, and a month after 31 January is the last day of February (clause 3.8, S70, as read).
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal

Unit = Literal["days", "weeks", "months"]
UNITS: tuple[Unit, ...] = ("days", "weeks", "months")

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_MONTH = re.compile(r"\d{4}-\d{2}")


@dataclass(frozen=True, slots=True)
class Period:
    """A length of time: ``Period(1, "months")``. The number may be negative, to count back."""

    number: int
    unit: Unit

    @property
    def each(self) -> str:
        """The period after "every": ``month``, ``3 months``."""
        return self.unit[:-1] if self.number == 1 else f"{self.number} {self.unit}"

    def __str__(self) -> str:
        unit = self.unit[:-1] if abs(self.number) == 1 else self.unit
        unit = unit.replace("month", "calendar month")
        return f"{abs(self.number)} {unit}"


def parse_date(text: str) -> date | None:
    """The date that ``YYYY-MM-DD`` names, or None where the text names no date."""
    if not _DATE.fullmatch(text) or not text.isascii():
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def parse_month(text: str) -> tuple[int, int] | None:
    """The year and month that ``YYYY-MM`` names, or None where the text names no month."""
    if not _MONTH.fullmatch(text) or not text.isascii():
        return None
    year, month = int(text[:4]), int(text[5:])
    return (year, month) if year and 1 <= month <= 12 else None


def last_day(text: str) -> date | None:
    """The last day of what ``YYYY-MM`` or ``YYYY-MM-DD`` names, or None."""
    month = parse_month(text)
    if month is None:
        return parse_date(text)
    return date(*month, calendar.monthrange(*month)[1])


def add(start: date, period: Period) -> date:
    """The date one period after ``start``. Months go by the corresponding date.

    Raises ``OverflowError`` where the result lies outside the years 1 to 9999.
    """
    if period.unit == "months":
        years, index = divmod(start.month - 1 + period.number, 12)
        year, month = start.year + years, index + 1
        if not date.min.year <= year <= date.max.year:
            raise OverflowError("date value out of range")
        return date(year, month, min(start.day, calendar.monthrange(year, month)[1]))
    days = period.number * (7 if period.unit == "weeks" else 1)
    return start + timedelta(days=days)


def today() -> date:
    """The day it is here."""
    return datetime.now().astimezone().date()


def in_words(when: date) -> str:
    """A date as staff read it: ``20 April 2026``."""
    return f"{when.day} {calendar.month_name[when.month]} {when.year}"


def month_in_words(text: str) -> str:
    """``2022-02`` as ``February 2022``; a full date as ``in_words`` gives it."""
    month = parse_month(text)
    if month is not None:
        return f"{calendar.month_name[month[1]]} {month[0]}"
    when = parse_date(text)
    return text if when is None else in_words(when)

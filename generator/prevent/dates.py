"""Dates, months and periods, as the policy counts them.

A date is ``YYYY-MM-DD`` and a month ``YYYY-MM``, as written. A period is a number of days, working
days, weeks or calendar months. Calendar months are counted by the corresponding date: a month after
15 March is 15 April, and a month after 31 January is the last day of February (clause 3.8, S70, as
read). Working days are Monday to Friday less the bank holidays of a :class:`Calendar`.
"""

from __future__ import annotations

import re
from calendar import month_name, monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Literal

Unit = Literal["days", "working_days", "weeks", "months"]
UNITS: tuple[Unit, ...] = ("days", "working_days", "weeks", "months")

SATURDAY = 5

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
        unit = self.unit.replace("_", " ")
        return unit[:-1] if self.number == 1 else f"{self.number} {unit}"

    def __str__(self) -> str:
        unit = self.unit[:-1] if abs(self.number) == 1 else self.unit
        unit = unit.replace("month", "calendar month").replace("_", " ")
        return f"{abs(self.number)} {unit}"


class CalendarError(Exception):
    """Working days were to be counted where the bank holidays are not known."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """Which days are worked: Monday to Friday, less the days that are ``closed``.

    ``first`` and ``last`` are the years whose bank holidays are known; outside them nothing is
    counted.
    """

    closed: frozenset[date] = frozenset()
    first: int = 1
    last: int = 0

    @classmethod
    def of(cls, closed: Iterable[date]) -> Calendar:
        """The calendar of these bank holidays, from the first year they name to the last."""
        days = frozenset(closed)
        years = [day.year for day in days]
        return cls(days, min(years), max(years)) if years else cls()

    def works(self, day: date) -> bool:
        """Is it a working day? Raises ``CalendarError`` where its bank holidays are not known."""
        if not self.first <= day.year <= self.last:
            known = "No bank holidays are known"
            if self.last:
                known = f"Bank holidays are known from {self.first} to {self.last} only"
            raise CalendarError(
                f"{known}, so working days cannot be counted as far as {in_words(day)}."
            )
        return day.weekday() < SATURDAY and day not in self.closed

    def add(self, start: date, number: int) -> date:
        """The working day that many working days after ``start``, or before it if negative.

        The day after ``start`` is the first that counts, whether or not ``start`` is worked.
        """
        step = timedelta(days=1 if number > 0 else -1)
        day, left = start, abs(number)
        while left:
            day += step
            left -= self.works(day)
        return day


NO_CALENDAR = Calendar()
"""Knows no bank holidays, so that working days can never be counted by mistake."""


@lru_cache(maxsize=4_000)
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


def first_day(text: str) -> date | None:
    """The first day of what ``YYYY-MM`` or ``YYYY-MM-DD`` names, or None."""
    month = parse_month(text)
    return parse_date(text) if month is None else date(*month, 1)


def last_day(text: str) -> date | None:
    """The last day of what ``YYYY-MM`` or ``YYYY-MM-DD`` names, or None."""
    month = parse_month(text)
    if month is None:
        return parse_date(text)
    return date(*month, monthrange(*month)[1])


def add(start: date, period: Period, calendar: Calendar = NO_CALENDAR) -> date:
    """The date one period after ``start``. Months go by the corresponding date.

    Raises ``OverflowError`` where the result lies outside the years 1 to 9999, and
    ``CalendarError`` where working days cannot be counted.
    """
    if period.unit == "working_days":
        return calendar.add(start, period.number)
    if period.unit == "months":
        years, index = divmod(start.month - 1 + period.number, 12)
        year, month = start.year + years, index + 1
        if not date.min.year <= year <= date.max.year:
            raise OverflowError("date value out of range")
        return date(year, month, min(start.day, monthrange(year, month)[1]))
    days = period.number * (7 if period.unit == "weeks" else 1)
    return start + timedelta(days=days)


def today() -> date:
    """The day it is here."""
    return datetime.now().astimezone().date()


@lru_cache(maxsize=1_000)
def in_words(when: date) -> str:
    """A date as staff read it: ``20 April 2026``."""
    return f"{when.day} {month_name[when.month]} {when.year}"


def month_in_words(text: str) -> str:
    """``2022-02`` as ``February 2022``; a full date as ``in_words`` gives it."""
    month = parse_month(text)
    if month is not None:
        return f"{month_name[month[1]]} {month[0]}"
    when = parse_date(text)
    return text if when is None else in_words(when)

"""Days that agree: can comparisons of dates all come out as said, and on which days?

Two questions, one for each direction, so that neither answer is ever given wrongly:

* :func:`contradict` says that no days can agree. It reckons with the fewest and the most days that
  each period can take, so it may miss a contradiction that hangs on the calendar alone.
* :func:`days_for` finds days. All start early; whichever is too early for a comparison moves on
  until it is late enough. It gives up after some years.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from itertools import product
from typing import TypeAlias

from prevent.conditions.evaluate import moment
from prevent.conditions.tree import Dated, Day, Moment, NotAfter
from prevent.dates import NO_CALENDAR, Calendar, CalendarError, Period

Said: TypeAlias = Mapping[NotAfter, bool]
"""What each comparison is to come to."""

START = date(2027, 3, 1)
"""The day on which the search begins, a Monday. A leap year lies ahead of it."""

_BEFORE = timedelta(days=3 * 366)
"""So long before the first day that is named, if need be."""

_LONGEST = timedelta(days=12 * 366)
"""So long after the day on which it began, the search ends."""

_DAY = timedelta(days=1)
_NEVER = 10**9
_MONTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def contradict(said: Said) -> bool:
    """Is there no choice of days for which each comparison comes to what is said?"""
    apart = _most_apart(said)
    dates = dict.fromkeys(each for pair in apart for each in pair)
    for middle, first, second in product(dates, dates, dates):
        way = apart.get((first, middle), _NEVER) + apart.get((middle, second), _NEVER)
        if way < apart.get((first, second), _NEVER):
            apart[first, second] = way
    return any(apart.get((each, each), 0) < 0 for each in dates)


def days_for(said: Said, calendar: Calendar = NO_CALENDAR) -> dict[str, date] | None:
    """Days for the dates that are compared, so that each comparison comes to what is said.

    None where none were found; there may be some nevertheless.
    """
    dated = [each for pair in said for each in (pair.first, pair.second)]
    named = [each.day for each in dated if isinstance(each, Day)]
    start = min([START, *(day - _BEFORE for day in named)])
    last = max([START, *named]) + _LONGEST
    days = {each.fact: start for each in dated if isinstance(each, Moment)}
    try:
        moved = True
        while moved:
            moved = any(_move(each, days, calendar, truth=said[each]) for each in said)
            if any(day > last for day in days.values()):
                return None
    except (CalendarError, _FixedError):
        return None
    return days


class _FixedError(Exception):
    """A day of the calendar would have to move."""


def _move(comparison: NotAfter, days: dict[str, date], calendar: Calendar, *, truth: bool) -> bool:
    """Move the day that is too early for the comparison on, but no further than it must."""
    early, late = _in_order(comparison, truth=truth)
    gap = _day(early, days, calendar) - _day(late, days, calendar) + (not truth) * _DAY
    if gap.days <= 0:
        return False
    if isinstance(late, Day):
        raise _FixedError
    slack = _most_of(late) - _fewest_of(late)
    days[late.fact] += max(_DAY, gap - timedelta(days=slack))
    return True


def _day(when: Dated, days: Mapping[str, date], calendar: Calendar) -> date:
    day = moment(when, days, calendar)
    assert day is not None
    return day


def _in_order(comparison: NotAfter, *, truth: bool) -> tuple[Dated, Dated]:
    """The date that is to come first (or on the same day, where it is true), and the other."""
    both = (comparison.first, comparison.second)
    return both if truth else (both[1], both[0])


def _most_apart(said: Said) -> dict[tuple[str, str], int]:
    """By how many days, at most, the first date of each pair may be after the second.

    The date without a name is a fixed one, from which days of the calendar are counted.
    """
    apart: dict[tuple[str, str], int] = {}
    for comparison, truth in said.items():
        early, late = _in_order(comparison, truth=truth)
        earliest, latest = _range(early)[0], _range(late)[1]
        pair = (_name(early), _name(late))
        apart[pair] = min(latest - earliest - (not truth), apart.get(pair, _NEVER))
    return apart


def _name(when: Dated) -> str:
    return "" if isinstance(when, Day) else when.fact


def _range(when: Dated) -> tuple[int, int]:
    """The fewest and the most days from the date it is counted from."""
    if isinstance(when, Day):
        return when.day.toordinal(), when.day.toordinal()
    return _fewest_of(when), _most_of(when)


def _most_of(when: Moment) -> int:
    return _most(when.offset) + _most(when.then)


def _fewest_of(when: Moment) -> int:
    return _fewest(when.offset) + _fewest(when.then)


def _most(period: Period | None) -> int:
    """The most days that a period can take."""
    if period is None:
        return 0
    number = period.number
    if number < 0:
        return -_fewest(Period(-number, period.unit))
    match period.unit:
        case "days":
            return number
        case "working_days":
            # Generous: of each three days at least one is worked, but for a long holiday.
            return 3 * number + 14
        case "weeks":
            return 7 * number
        case "months":
            years, months = divmod(number, 12)
            return 366 * years + max(_run(start, months, 29) for start in range(12))


def _fewest(period: Period | None) -> int:
    """The fewest days that a period can take."""
    if period is None:
        return 0
    number = period.number
    if number < 0:
        return -_most(Period(-number, period.unit))
    match period.unit:
        case "days" | "working_days":
            return number
        case "weeks":
            return 7 * number
        case "months":
            years, months = divmod(number, 12)
            return 365 * years + min(_run(start, months, 28) for start in range(12))


def _run(start: int, months: int, february: int) -> int:
    """The days of so many months from the one of this index."""
    lengths = (_MONTHS[(start + index) % 12] for index in range(months))
    return sum(february if length == 28 else length for length in lengths)

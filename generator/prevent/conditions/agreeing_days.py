"""Days that agree: can comparisons of dates all come out as said, and on which days?

Two questions, one for each direction, so that neither answer is ever given wrongly:

* :func:`contradict` says that no days can agree. It reckons with the fewest and the most days that
  each period can take, so it may miss a contradiction that hangs on the calendar alone.
* :func:`days_for` finds days. All start on one day; whichever is too early for a comparison moves
  on until it is late enough. It gives up after some years.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from itertools import product
from typing import TypeAlias

from prevent.conditions.evaluate import moment
from prevent.conditions.tree import Moment, NotAfter
from prevent.dates import Period

Said: TypeAlias = Mapping[NotAfter, bool]
"""What each comparison is to come to."""

START = date(2027, 3, 1)
"""The day on which the search begins, a Monday. A leap year lies ahead of it."""

LATEST = date(2033, 3, 1)

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


def days_for(said: Said) -> dict[str, date] | None:
    """Days for the dates that are compared, so that each comparison comes to what is said.

    None where none were found; there may be some nevertheless.
    """
    days = {when.fact: START for each in said for when in (each.first, each.second)}
    moved = True
    while moved:
        moved = False
        for comparison, truth in said.items():
            early, late = comparison.first, comparison.second
            if not truth:
                early, late = late, early
            while _day(late, days) < _day(early, days) + (not truth) * _DAY:
                days[late.fact] += _DAY
                moved = True
                if days[late.fact] > LATEST:
                    return None
    return days


def _day(when: Moment, days: Mapping[str, date]) -> date:
    day = moment(when, days)
    assert day is not None
    return day


def _most_apart(said: Said) -> dict[tuple[str, str], int]:
    """By how many days, at most, the first date of each pair may be after the second."""
    apart: dict[tuple[str, str], int] = {}
    for comparison, truth in said.items():
        early, late = comparison.first, comparison.second
        if not truth:
            early, late = late, early
        most = _most(late.offset) - _fewest(early.offset) - (not truth)
        pair = (early.fact, late.fact)
        apart[pair] = min(most, apart.get(pair, _NEVER))
    return apart


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
    if period.unit == "months":
        years, months = divmod(number, 12)
        return 365 * years + min(_run(start, months, 28) for start in range(12))
    return _most(period)


def _run(start: int, months: int, february: int) -> int:
    """The days of so many months from the one of this index."""
    lengths = (_MONTHS[(start + index) % 12] for index in range(months))
    return sum(february if length == 28 else length for length in lengths)

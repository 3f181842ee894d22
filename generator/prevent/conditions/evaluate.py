"""The reference evaluator: what a condition comes to for the facts of one request.

It walks the condition tree itself and shares nothing with the engines' form of it (see
``prevent.conditions.lower``); that is what makes it fit to confirm them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TypeAlias

from prevent import dates
from prevent.conditions.tree import (
    All,
    Always,
    Any,
    Condition,
    Dated,
    Day,
    Given,
    Is,
    Not,
    NotAfter,
    Number,
    Size,
    facts_of,
)
from prevent.dates import NO_CALENDAR, Calendar, CalendarError

Fact: TypeAlias = str | int | date
"""A fact's value: text (an option, ``yes`` or ``no``), a whole number, or a date."""

Facts: TypeAlias = Mapping[str, Fact]
"""The facts of one request by their paths. A missing fact is not in it."""

Truth: TypeAlias = bool | None
"""True, false, or None for unknown."""


def evaluate(condition: Condition, facts: Facts, calendar: Calendar = NO_CALENDAR) -> Truth:
    """What the condition comes to: true, false, or None where a missing fact leaves it open.

    ``calendar`` counts the working days. Raises ``TypeError`` where a fact is not of the type its
    comparison needs, and ``CalendarError`` where working days cannot be counted.
    """
    match condition:
        case Always(value):
            return value
        case All(parts):
            return _every(evaluate(part, facts, calendar) for part in parts)
        case Any(parts):
            return _negate(_every(_negate(evaluate(part, facts, calendar)) for part in parts))
        case Not(part):
            return _negate(evaluate(part, facts, calendar))
        case Given(fact):
            return fact in facts
        case Is(fact, values):
            return None if fact not in facts else _text(facts, fact) in values
        case Number(fact, size, number):
            return None if fact not in facts else _compare(_whole(facts, fact), size, number)
        case NotAfter(first, second):
            earlier, later = (moment(each, facts, calendar) for each in (first, second))
            return None if earlier is None or later is None else earlier <= later


def moment(when: Dated, facts: Facts, calendar: Calendar = NO_CALENDAR) -> date | None:
    """The date a moment names, or None where its date is missing.

    Raises ``CalendarError`` where working days cannot be counted, or the calendar comes to its end.
    """
    if isinstance(when, Day):
        return when.day
    start = facts.get(when.fact)
    if start is None:
        return None
    if not isinstance(start, date):
        raise TypeError(f"{when.fact} is not a date")
    try:
        for period in (when.offset, when.then):
            start = start if period is None else dates.add(start, period, calendar)
    except OverflowError as error:
        raise CalendarError("A day that it asks about lies beyond the year 9999.") from error
    return start


def deciding(condition: Condition, facts: Facts, calendar: Calendar = NO_CALENDAR) -> Iterator[str]:
    """The missing facts that leave the condition unknown; none where it is true or false."""
    if evaluate(condition, facts, calendar) is not None:
        return
    match condition:
        case All(parts) | Any(parts):
            for part in parts:
                yield from deciding(part, facts, calendar)
        case Not(part):
            yield from deciding(part, facts, calendar)
        case Is(fact, _) | Number(fact, _, _):
            yield fact
        case NotAfter(first, second):
            yield from (each for each in facts_of(NotAfter(first, second)) if each not in facts)


def _every(truths: Iterator[Truth]) -> Truth:
    answer: Truth = True
    for truth in truths:
        if truth is False:
            return False
        if truth is None:
            answer = None
    return answer


def _negate(truth: Truth) -> Truth:
    return None if truth is None else not truth


def _text(facts: Facts, fact: str) -> str:
    value = facts[fact]
    if not isinstance(value, str):
        raise TypeError(f"{fact} is not text")
    return value


def _whole(facts: Facts, fact: str) -> int:
    value = facts[fact]
    if not isinstance(value, int):
        raise TypeError(f"{fact} is not a whole number")
    return value


def _compare(value: int, size: Size, number: int) -> bool:
    match size:
        case "at_least":
            return value >= number
        case "more_than":
            return value > number
        case "at_most":
            return value <= number
        case "less_than":
            return value < number

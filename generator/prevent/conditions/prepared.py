"""The reference evaluator made ready: a condition as a function of the facts, for many requests.

What a condition comes to is what :func:`prevent.conditions.evaluate.evaluate` says; here the tree
is walked once, and not for each request. Whatever else is asked of it (a comparison that cannot be
made, say) it does in the same order, and shares as little with the engines' form of a condition.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from operator import ge, gt, le, lt
from typing import TypeAlias

from prevent.conditions.evaluate import Facts, Truth, deciding, evaluate, moment
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
)
from prevent.dates import NO_CALENDAR, Calendar

Ready: TypeAlias = Callable[[Facts], Truth]
"""Says what a condition comes to; raises what ``evaluate`` raises."""

Missing: TypeAlias = Callable[[Facts], Iterable[str]]
"""Says which missing facts leave a condition unknown, where it is."""

ReadyMoment: TypeAlias = Callable[[Facts], date | None]
"""Says which date a moment names; raises what ``moment`` raises."""

_COMPARED: dict[Size, Callable[[int, int], bool]] = {
    "at_least": ge,
    "more_than": gt,
    "at_most": le,
    "less_than": lt,
}

_MOST_DAYS = 10_000
"""The most days of which it is kept where a moment of them lies."""


def prepare(condition: Condition, calendar: Calendar = NO_CALENDAR) -> Ready:
    """The condition, ready to be asked of many facts."""
    match condition:
        case All(parts):
            return _every([prepare(part, calendar) for part in parts])
        case Any(parts):
            return _some([prepare(part, calendar) for part in parts])
        case Not(part):
            return _opposite(prepare(part, calendar))
        case Always(value):
            return lambda _: value
        case Given(fact):
            return lambda facts: fact in facts
        case Is():
            return _is(condition)
        case Number():
            return _number(condition)
        case NotAfter(first, second):
            return _not_after(prepare_moment(first, calendar), prepare_moment(second, calendar))


def prepare_deciding(condition: Condition, calendar: Calendar = NO_CALENDAR) -> Missing:
    """What :func:`~prevent.conditions.evaluate.deciding` gives, for many facts.

    It is to be asked only where the condition is unknown.
    """
    match condition:
        case All(parts) | Any(parts):
            return _deciding_parts(
                [(prepare(part, calendar), prepare_deciding(part, calendar)) for part in parts]
            )
        case Not(part):
            return prepare_deciding(part, calendar)
        case Is(fact, _) | Number(fact, _, _):
            return lambda _: (fact,)
        case _:
            return lambda facts: deciding(condition, facts, calendar)


def _deciding_parts(parts: list[tuple[Ready, Missing]]) -> Missing:
    return lambda facts: [
        fact for truth, missing in parts if truth(facts) is None for fact in missing(facts)
    ]


def prepare_moment(when: Dated, calendar: Calendar = NO_CALENDAR) -> ReadyMoment:
    """What :func:`~prevent.conditions.evaluate.moment` gives, for many facts.

    Where a day lies that is counted from another is worked out once for each of those.
    """
    if isinstance(when, Day):
        day = when.day
        return lambda _: day
    fact, moved = when.fact, when.offset is not None or when.then is not None
    kept: dict[date, date | None] = {}

    def at(facts: Facts) -> date | None:
        start = facts.get(fact)
        if start is None or (not moved and isinstance(start, date)):
            return start
        if not isinstance(start, date):
            return moment(when, facts, calendar)
        found = kept.get(start)
        if found is None:
            if len(kept) >= _MOST_DAYS:
                kept.clear()
            found = kept[start] = moment(when, facts, calendar)
        return found

    return at


def _every(parts: list[Ready]) -> Ready:
    """False as soon as one part is, true when every part is, and unknown otherwise."""

    def every(facts: Facts) -> Truth:
        answer: Truth = True
        for part in parts:
            truth = part(facts)
            if truth is False:
                return False
            if truth is None:
                answer = None
        return answer

    return parts[0] if len(parts) == 1 else every


def _some(parts: list[Ready]) -> Ready:
    """True as soon as one part is, false when every part is, and unknown otherwise."""

    def some(facts: Facts) -> Truth:
        answer: Truth = False
        for part in parts:
            truth = part(facts)
            if truth:
                return True
            if truth is None:
                answer = None
        return answer

    return parts[0] if len(parts) == 1 else some


def _opposite(part: Ready) -> Ready:
    def opposite(facts: Facts) -> Truth:
        truth = part(facts)
        return None if truth is None else not truth

    return opposite


def _is(condition: Is) -> Ready:
    fact, values = condition.fact, frozenset(condition.values)

    def named(facts: Facts) -> Truth:
        value = facts.get(fact)
        # What is not text is for the plain evaluator to refuse.
        if isinstance(value, str):
            return value in values
        return None if fact not in facts else evaluate(condition, facts)

    return named


def _number(condition: Number) -> Ready:
    fact, number, holds = condition.fact, condition.number, _COMPARED[condition.size]

    def compared(facts: Facts) -> Truth:
        value = facts.get(fact)
        if isinstance(value, int):
            return holds(value, number)
        return None if fact not in facts else evaluate(condition, facts)

    return compared


def _not_after(first: ReadyMoment, second: ReadyMoment) -> Ready:
    def not_after(facts: Facts) -> Truth:
        earlier, later = first(facts), second(facts)
        return None if earlier is None or later is None else earlier <= later

    return not_after

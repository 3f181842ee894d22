"""The days on which a comparison turns: the last on which it holds, and those on either side.

Each is tried at ends of months and years, in leap years and others, at weekends and round bank
holidays.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from prevent import dates
from prevent.conditions.evaluate import Fact, evaluate
from prevent.conditions.tree import Day, Moment, NotAfter
from prevent.conformance.changes import with_facts
from prevent.conformance.requests import Draft, Requests
from prevent.dates import Calendar, CalendarError, Period, in_words
from prevent.requirements.day import IN_FORCE_ON, RECEIVED_ON, TODAY

_ONE = timedelta(days=1)
_WEEKEND = date(2027, 6, 12)
_FURTHEST = 12
"""So many days from where it should turn it is looked for: bank holidays and weekends add up."""

_ENDS = (
    date(2028, 2, 29),
    date(2027, 2, 28),
    date(2026, 1, 31),
    date(2027, 3, 31),
    date(2028, 3, 31),
    date(2026, 12, 31),
    date(2027, 4, 30),
    date(2028, 3, 1),
    date(2027, 3, 1),
    date(2028, 1, 31),
    date(2026, 8, 31),
    date(2027, 10, 31),
    date(2028, 2, 28),
    date(2027, 1, 29),
    date(2028, 1, 30),
    date(2026, 11, 30),
    date(2027, 5, 31),
    date(2029, 1, 1),
    date(2026, 6, 30),
    date(2028, 12, 31),
    date(2027, 7, 31),
    date(2032, 2, 29),
    date(2027, 9, 30),
    date(2028, 1, 29),
)
"""Ends and beginnings of months and years, in leap years and others."""


def anchors(calendar: Calendar, comparison: NotAfter, turn: int, most: int) -> list[date]:
    """The days about which a comparison is tried, about ``most``: others at each ``turn``."""
    start = turn * most % len(_ENDS)
    days = [*_ENDS[start:], *_ENDS[:start]][:most]
    if any(period.unit == "working_days" for period in _periods(comparison)):
        near = [*_unworked(calendar, turn)]
        return [*near, *days[: max(1, most - len(near))]]
    return days


def _unworked(calendar: Calendar, turn: int) -> Iterator[date]:
    """A weekend, and a bank holiday with the days before and after."""
    weekend = _WEEKEND + 7 * turn * _ONE
    yield from (weekend, weekend + _ONE)
    closed = sorted(day for day in calendar.closed if weekend.year <= day.year <= weekend.year + 1)
    if closed:
        holiday = closed[turn % len(closed)]
        yield from (holiday, holiday - _ONE, holiday + _ONE)


def _periods(comparison: NotAfter) -> list[Period]:
    moments = (each for each in (comparison.first, comparison.second) if isinstance(each, Moment))
    return [period for each in moments for period in (each.offset, each.then) if period]


def about(requests: Requests, draft: Draft, comparison: NotAfter, anchor: date) -> Iterator[Draft]:
    """The draft with the comparison's days so that it only just holds, and a day to either side.

    One of them is the anchor, and everything else about the request is moved with it.
    """
    first, second = comparison.first, comparison.second
    if isinstance(first, Day) or isinstance(second, Day):
        pairs = [(first, second) if isinstance(second, Day) else (second, first)]
    elif first.fact == second.fact:
        return
    else:
        pairs = [(first, second)]
        if _periods(comparison):
            pairs.append((second, first))
    for moving, fixed in pairs:
        assert isinstance(moving, Moment)
        moved = draft
        if isinstance(fixed, Moment):
            moved = _shifted(requests, draft, fixed.fact, anchor)
        for day in _turns(requests, comparison, moving.fact, moved):
            words = f"{_words(moving.fact)} on {in_words(day)}"
            if isinstance(fixed, Moment):
                words += f", {_words(fixed.fact)} on {in_words(anchor)}"
            yield _on(requests, moved, moving.fact, day).saying(f"{draft.shows}; {words}")


def _words(fact: str) -> str:
    return {TODAY: "the day of the check", IN_FORCE_ON: RECEIVED_ON}.get(fact, fact)


def _turns(requests: Requests, comparison: NotAfter, fact: str, draft: Draft) -> list[date]:
    """The days of a fact at which the comparison turns, and one on either side."""
    other = next(
        (
            each.fact
            for each in (comparison.first, comparison.second)
            if isinstance(each, Moment) and each.fact != fact
        ),
        None,
    )
    facts: dict[str, Fact] = {}
    if other is not None:
        day = day_of(requests, draft, other)
        assert day is not None
        facts[other] = day
    try:
        day = _guess(comparison, fact, facts, requests.calendar)

        def holds(on: date) -> bool:
            return evaluate(comparison, {**facts, fact: on}, requests.calendar) is True

        start = holds(day)
        for step in range(1, _FURTHEST):
            for way in (_ONE, -_ONE):
                if holds(day + way * step) != start:
                    # The last on which it holds, whichever side of the turn that is.
                    last = day + way * (step - start)
                    return [last - _ONE, last, last + _ONE]
    except (CalendarError, OverflowError):
        return []
    return []


def _guess(comparison: NotAfter, fact: str, facts: dict[str, Fact], calendar: Calendar) -> date:
    """About when the comparison turns."""
    sides = (comparison.first, comparison.second)
    mine = next(each for each in sides if isinstance(each, Moment) and each.fact == fact)
    theirs = next(each for each in sides if each is not mine)
    day = theirs.day if isinstance(theirs, Day) else facts[theirs.fact]
    assert isinstance(day, date)
    offsets = (theirs.offset, theirs.then) if isinstance(theirs, Moment) else ()
    for period in filter(None, offsets):
        day = dates.add(day, period, calendar)
    for period in filter(None, (mine.then, mine.offset)):
        day = dates.add(day, Period(-period.number, period.unit), calendar)
    return day


def day_of(requests: Requests, draft: Draft, fact: str) -> date | None:
    """The day that a draft states, of itself or of the first item of a list."""
    if fact == TODAY:
        return draft.as_of
    if fact == IN_FORCE_ON:
        if requests.kind.field(RECEIVED_ON) is None:
            return draft.policy_as_of or draft.as_of
        return draft.policy_as_of or day_of(requests, draft, RECEIVED_ON)
    each = _list_of(requests, fact)
    items = draft.items.get(each, ())
    day = (items[0] if items else {}).get(fact) if each else draft.whole.get(fact)
    return day if isinstance(day, date) else None


def _list_of(requests: Requests, fact: str) -> str:
    """The list of whose items it is a fact; empty where it is one of the request itself."""
    name = fact.partition(".")[0]
    lists = (field for field in requests.kind.fields if field.type == "list")
    return next((field.id for field in lists if field.field(name)), "")


def _on(requests: Requests, draft: Draft, fact: str, day: date) -> Draft:
    """The draft with another day for a fact."""
    if fact == TODAY:
        return replace(draft, as_of=day)
    if fact == IN_FORCE_ON:
        if requests.kind.field(RECEIVED_ON) is None:
            return replace(draft, policy_as_of=day)
        whole = {**draft.whole, RECEIVED_ON: day}
        return replace(draft, whole=whole, policy_as_of=None)
    each = _list_of(requests, fact)
    if each and not draft.items.get(each):
        draft = replace(draft, items={**draft.items, each: ({},)})
    facts = dict(draft.items[each][0] if each else draft.whole)
    entry, _, name = fact.rpartition(".")
    own = {"date": f"{entry}.latest", "latest": f"{entry}.date"}.get(name) if entry else None
    if own:
        old, other = facts.get(fact), facts.get(own)
        late = name == "date"
        wrong = isinstance(other, date) and (other < day if late else other > day)
        if other is None or other == old or wrong:
            facts[own] = day
    facts[fact] = day
    return with_facts(draft, each, facts)


def _shifted(requests: Requests, draft: Draft, fact: str, anchor: date) -> Draft:
    """The draft with all its days moved so that this one is the anchor.

    What is in force stays so.
    """
    before = day_of(requests, draft, fact)
    by = anchor - before if before else timedelta(0)
    pinned = day_of(requests, draft, IN_FORCE_ON)

    def moved(facts: object) -> dict[str, Fact]:
        assert isinstance(facts, dict)
        return {
            name: value + by if isinstance(value, date) else value for name, value in facts.items()
        }

    items = {each: tuple(moved({**item}) for item in own) for each, own in draft.items.items()}
    # Where no rule looks at the day of the check, it need not move.
    looked_at = TODAY in requests.looked_at
    shifted = replace(
        draft,
        whole=moved({**draft.whole}),
        items=items,
        as_of=draft.as_of + by if looked_at else draft.as_of,
        policy_as_of=pinned if IN_FORCE_ON in requests.looked_at else None,
    )
    return _on(requests, shifted, fact, anchor)

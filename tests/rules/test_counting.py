"""Counting agreed roles, their order, and working days, held against counting by hand."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prevent.bank_holidays import bank_holidays
from prevent.dates import Calendar, Period, add
from small_policy import AS_OF, ROLES, Ask, declined, granted

WORKED = Calendar.of(date.fromisoformat(day) for day in bank_holidays("england-and-wales"))
DAYS = st.dates(date(2025, 12, 1), date(2027, 1, 31))
FIRST = date(2026, 5, 1)
CLOSED = frozenset(bank_holidays("england-and-wales"))

Entry = dict[str, object]


@pytest.fixture(scope="module")
def asking(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    made = Ask(lambda: Path(tmp_path_factory.mktemp("counted")))
    yield made
    made.close()


def _is_worked(day: date) -> bool:
    return day.weekday() < 5 and day.isoformat() not in CLOSED


def _on(number: int) -> str:
    return (FIRST + timedelta(days=number)).isoformat()


def entries(*roles: str) -> st.SearchStrategy[list[Entry]]:
    """At most one decision of each role, within a few days."""
    one = st.tuples(st.sampled_from(["granted", "declined", ""]), st.integers(0, 3))
    return st.tuples(*(one for _ in roles)).map(
        lambda said: [
            granted(role, _on(day)) if word == "granted" else declined(role, _on(day))
            for role, (word, day) in zip(roles, said, strict=True)
            if word
        ]
    )


def _roles(found: list[Entry], decision: str) -> set[object]:
    return {entry["role"] for entry in found if entry["decision"] == decision}


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 4), entries(*ROLES[:4]))
def test_at_least_so_many_are_counted_one_by_one(
    asking: Ask, number: int, found: list[Entry]
) -> None:
    asked = ", ".join(ROLES[:4])
    rule = f"require: {{approval: {{from: [{asked}], of_them: {{at_least: {number}}}}}}}"
    agreed, refused = len(_roles(found, "granted")), len(_roles(found, "declined"))
    expected = "refused" if 4 - refused < number else "action-needed"
    decision = asking(rule, {"approvals": found})
    assert decision.outcome == ("allowed" if agreed >= number else expected)


@settings(max_examples=60, deadline=None)
@given(entries(*ROLES[:3]))
def test_in_order_means_that_the_days_are_sorted(asking: Ask, found: list[Entry]) -> None:
    rule = f"require: {{approval: {{from: [{', '.join(ROLES[:3])}], in_order: yes}}}}"
    days = [str(entry["date"]) for entry in found]
    everybody = len(_roles(found, "granted")) == 3
    decision = asking(rule, {"approvals": found})
    assert (decision.outcome == "allowed") is (everybody and days == sorted(days))


@settings(max_examples=60, deadline=None)
@given(entries(*ROLES[:3]), st.sampled_from(ROLES[:3]), st.integers(0, 9))
def test_one_more_agreement_never_makes_it_worse(
    asking: Ask, found: list[Entry], role: str, day: int
) -> None:
    rule = "require: {approval: {from: [head, deputy, lead], of_them: {at_least: 2}}}"
    later = [*found, granted(role, _on(4 + day))]
    order = ("refused", "action-needed", "allowed")
    before, after = (asking(rule, {"approvals": each}).outcome for each in (found, later))
    assert order.index(after) >= order.index(before)


@settings(deadline=None)
@given(DAYS, st.integers(1, 40))
def test_working_days_are_those_counted_day_by_day(start: date, number: int) -> None:
    end = add(start, Period(number, "working_days"), WORKED)
    between = [start + timedelta(days=each) for each in range(1, (end - start).days + 1)]
    assert sum(map(_is_worked, between)) == number
    assert _is_worked(end)
    back = add(end, Period(-number, "working_days"), WORKED)
    assert back <= start
    assert _is_worked(start) is (back == start)


@settings(deadline=None)
@given(DAYS, DAYS, st.integers(-40, 40))
def test_a_later_day_never_comes_to_an_earlier_one(one: date, other: date, number: int) -> None:
    first, last = sorted((one, other))
    period = Period(number, "working_days")
    assert add(first, period, WORKED) <= add(last, period, WORKED)


@settings(max_examples=60, deadline=None)
@given(
    DAYS,
    DAYS,
    st.sampled_from(["", ", days: clear", ", days: inclusive"]),
    st.sampled_from(["", ", counted: back"]),
)
def test_notice_is_enough_where_so_many_days_are_worked_between(
    asking: Ask, start: date, end: date, days: str, counted: str
) -> None:
    terms = f"at_least: {{working_days: 5}}, from: received_on{days}{counted}"
    rule = f"require: {{notice: {{{terms}}}}}"
    request = {"received_on": start.isoformat(), "date": end.isoformat()}
    every = [start + timedelta(days=each) for each in range((end - start).days + 1)]
    # Counted forward the first day does not count and the last does; counted back it is turned.
    usual = every[:-1] if counted else every[1:]
    between = {"": usual, ", days: clear": every[1:-1], ", days: inclusive": every}[days]
    enough = sum(map(_is_worked, between)) >= 5
    assert (asking(rule, request, AS_OF).outcome == "allowed") is enough

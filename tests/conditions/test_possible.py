"""Whether conditions can ever be so: "impossible" is never said wrongly, and examples hold."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from conditions.strategies import CALENDAR, conditions, facts, moments
from prevent.conditions.agreeing_days import contradict, days_for
from prevent.conditions.evaluate import Facts, Truth, evaluate
from prevent.conditions.possible import Possible, World, example, find
from prevent.conditions.tree import (
    All,
    Any,
    Condition,
    Day,
    Given,
    Is,
    Moment,
    Not,
    NotAfter,
    Number,
)
from prevent.dates import UNITS, Calendar, Period, Unit, add

WORKING = Calendar(CALENDAR.closed, 1990, 2060)
ANYTHING = World(calendar=WORKING)


def truth(condition: Condition, facts: Facts) -> Truth:
    return evaluate(condition, facts, WORKING)


@settings(deadline=None)
@given(conditions(), st.lists(facts(), min_size=1, max_size=20))
def test_what_is_called_impossible_never_is_so(condition: Condition, many: list[Facts]) -> None:
    if example(condition, ANYTHING) is None:
        assert not any(truth(condition, each) for each in many)


@settings(deadline=None)
@given(conditions(), facts())
def test_what_is_so_of_some_facts_is_called_possible(condition: Condition, some: Facts) -> None:
    assume(truth(condition, some) is True)
    assert example(condition, ANYTHING) is not None


@settings(deadline=None)
@given(conditions())
def test_facts_given_as_an_example_make_the_condition_true(condition: Condition) -> None:
    found = example(condition, ANYTHING)
    if found and found.facts is not None:
        assert truth(condition, found.facts) is True


@settings(deadline=None)
@given(conditions(3), conditions(3), facts())
def test_a_difference_between_two_conditions_is_found(
    one: Condition, other: Condition, some: Facts
) -> None:
    found = find((one, other), lambda this, that: this is not that, ANYTHING)
    if truth(one, some) is not truth(other, some):
        assert found is not None
    if found and found.facts is not None:
        assert truth(one, found.facts) is not truth(other, found.facts)


@settings(deadline=None)
@given(
    st.dictionaries(st.builds(NotAfter, moments(), moments()), st.booleans(), max_size=4),
    facts(),
)
def test_comparisons_that_come_out_so_for_some_days_do_not_contradict(
    said: dict[NotAfter, bool], some: Facts
) -> None:
    outcome = {each: truth(each, some) for each in said}
    known = {each: come for each, come in outcome.items() if come is not None}
    assert not contradict(known)
    found = days_for(said, WORKING)
    if found is not None:
        assert not contradict(said)
        assert all(truth(each, found) is wanted for each, wanted in said.items())


@settings(max_examples=300, deadline=None)
@given(
    st.dates(date(1996, 1, 1), date(2050, 1, 1)),
    st.integers(-40, 40),
    st.sampled_from(UNITS),
    st.integers(-3, 3),
)
def test_no_period_takes_fewer_or_more_days_than_reckoned_with(
    start: date, number: int, unit: Unit, more: int
) -> None:
    taken = (add(start, Period(number, unit), WORKING) - start).days + more
    moved = Moment("start", Period(number, unit))
    same = Moment("start", Period(taken, "days"))
    assert not contradict({NotAfter(moved, same): more >= 0})
    assert not contradict({NotAfter(same, moved): more <= 0})


def months(number: int, *, at_least: bool) -> NotAfter:
    """At least, or at most, so many months between being received and the start."""
    moved, start = Moment("received_on", Period(number, "months")), Moment("starts_on")
    return NotAfter(moved, start) if at_least else NotAfter(start, moved)


@pytest.mark.parametrize(
    ("condition", "can_be"),
    [
        (All((months(3, at_least=True), months(1, at_least=False))), False),
        (All((months(1, at_least=True), months(3, at_least=False))), True),
        (All((months(2, at_least=True), months(2, at_least=False))), True),
        (All((months(2, at_least=True), Not(months(2, at_least=True)))), False),
        (
            # A year is never only 364 days long.
            All(
                (
                    months(12, at_least=True),
                    NotAfter(Moment("starts_on"), Moment("received_on", Period(364, "days"))),
                )
            ),
            False,
        ),
        (
            # Two months may be 59 days long, but never 58.
            All(
                (
                    months(2, at_least=True),
                    NotAfter(Moment("starts_on"), Moment("received_on", Period(59, "days"))),
                )
            ),
            True,
        ),
        (
            All(
                (
                    months(2, at_least=True),
                    NotAfter(Moment("starts_on"), Moment("received_on", Period(58, "days"))),
                )
            ),
            False,
        ),
        (All((NotAfter(Moment("a"), Moment("b")), Not(NotAfter(Moment("a"), Moment("c"))))), True),
        (
            # A ring: a before b, b before c, c before a.
            All(
                (
                    Not(NotAfter(Moment("b"), Moment("a"))),
                    Not(NotAfter(Moment("c"), Moment("b"))),
                    Not(NotAfter(Moment("a"), Moment("c"))),
                )
            ),
            False,
        ),
        (All((months(1, at_least=True), Not(Given("received_on")))), False),
        (
            # From a Thursday to a Monday may be two working days; thirty days never are.
            All(
                (
                    NotAfter(Moment("received_on", Period(2, "working_days")), Moment("starts_on")),
                    NotAfter(Moment("starts_on"), Moment("received_on", Period(4, "days"))),
                )
            ),
            True,
        ),
        (
            All(
                (
                    NotAfter(Moment("starts_on"), Moment("received_on", Period(2, "working_days"))),
                    NotAfter(Moment("received_on", Period(30, "days")), Moment("starts_on")),
                )
            ),
            False,
        ),
        (
            All(
                (
                    NotAfter(Day(date(2026, 9, 1)), Moment("a")),
                    NotAfter(Moment("a"), Day(date(2026, 8, 31))),
                )
            ),
            False,
        ),
        (
            All(
                (
                    NotAfter(Day(date(2026, 9, 1)), Moment("a")),
                    NotAfter(Moment("a"), Day(date(2026, 9, 1))),
                )
            ),
            True,
        ),
        (All((Is("a", ("x", "y")), Is("a", ("z",)))), False),
        (All((Number("n", "at_least", 3), Number("n", "less_than", 4))), True),
        (All((Number("n", "at_least", 4), Number("n", "less_than", 4))), False),
    ],
)
def test_dates_and_numbers_that_cannot_agree_are_told_from_those_that_can(
    condition: Condition, *, can_be: bool
) -> None:
    found = example(condition, ANYTHING)
    assert (found is not None) is can_be
    if found:
        assert found.facts is not None
        assert truth(condition, found.facts) is True


def test_what_is_given_together_or_only_with_another_is_respected() -> None:
    world = World(
        answers={"hosts": ("yes", "no")},
        always=frozenset({"kind", "speakers"}),
        only_when={"speakers": ("hosts", "yes"), "outline": ("hosts", "yes")},
        together=lambda fact: fact.rpartition(".")[0] or fact,
    )
    hosts = Is("hosts", ("yes",))
    assert example(All((Given("outline"), Not(hosts))), world) is None
    assert example(All((Number("speakers", "at_least", 1), Not(hosts))), world) is None
    assert example(All((Number("speakers", "at_most", 0), Not(hosts))), world) is not None
    assert example(All((Given("a.decision"), Not(Given("a.date")))), world) is None
    assert example(Not(Given("kind")), world) is None


def test_where_there_is_too_much_to_go_through_it_is_possible_without_an_example() -> None:
    # Each of many facts differs from the next, in a ring of an odd number: never so.
    facts = [Is(f"fact{index}", ("yes",)) for index in range(31)]
    differ = [
        Any((All((one, Not(other))), All((Not(one), other))))
        for one, other in zip(facts, facts[15:] + facts[:15], strict=True)
    ]
    assert example(All(tuple(differ)), ANYTHING) == Possible(None)


def test_many_facts_are_not_too_much_where_few_of_them_decide() -> None:
    many = tuple(Is(f"fact{index}", ("yes",)) for index in range(40))
    assert example(All((*many, Not(Any(many)))), ANYTHING) is None


def test_days_are_real_days_of_the_calendar() -> None:
    found = days_for({months(1, at_least=True): True, months(1, at_least=False): True})
    assert found is not None
    assert add(found["received_on"], Period(1, "months")) == found["starts_on"]
    assert found["starts_on"] - found["received_on"] >= timedelta(days=28)

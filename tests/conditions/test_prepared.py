"""A condition made ready comes to what the plain evaluator says, whatever the facts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conditions.strategies import CALENDAR, DATE_FACTS, FACT_NAMES, conditions, facts, moments
from prevent.conditions.evaluate import Fact, Facts, deciding, evaluate, moment
from prevent.conditions.prepared import prepare, prepare_deciding, prepare_moment
from prevent.conditions.tree import Condition, Dated, Moment, NotAfter
from prevent.dates import CalendarError, Period

Answer = TypeVar("Answer")


def outcome(ask: Callable[[], Answer]) -> object:
    """What it answers, or what it raises."""
    try:
        return ask()
    except (TypeError, CalendarError) as error:
        return type(error), str(error)


def facts_of_any_type() -> st.SearchStrategy[Facts]:
    """Facts of which some are of another type than their comparisons need, or far away."""
    values: st.SearchStrategy[Fact] = st.one_of(
        st.sampled_from(("yes", "no", "")), st.integers(0, 3), st.dates()
    )
    return st.fixed_dictionaries({}, optional=dict.fromkeys(FACT_NAMES, values))


@given(conditions(), st.lists(facts() | facts_of_any_type(), min_size=1, max_size=4))
def test_it_comes_to_what_the_plain_evaluator_says(
    condition: Condition, requests: list[Facts]
) -> None:
    ready = prepare(condition, CALENDAR)
    for each in requests:
        expected = outcome(lambda each=each: evaluate(condition, each, CALENDAR))
        assert outcome(lambda each=each: ready(each)) == expected
        # And again, with what has been kept.
        assert outcome(lambda each=each: ready(each)) == expected


@given(conditions(), facts())
def test_the_missing_facts_that_leave_it_unknown_are_the_same(
    condition: Condition, asked: Facts
) -> None:
    if outcome(lambda: evaluate(condition, asked, CALENDAR)) is None:
        plain = outcome(lambda: list(deciding(condition, asked, CALENDAR)))
        assert outcome(lambda: list(prepare_deciding(condition, CALENDAR)(asked))) == plain


@given(moments(), st.lists(facts() | facts_of_any_type(), min_size=1, max_size=4))
def test_a_moment_names_the_same_day(when: Dated, requests: list[Facts]) -> None:
    ready = prepare_moment(when, CALENDAR)
    for each in requests:
        expected = outcome(lambda each=each: moment(when, each, CALENDAR))
        assert outcome(lambda each=each: ready(each)) == expected


def test_a_day_that_cannot_be_counted_is_told_each_time() -> None:
    late = NotAfter(Moment(DATE_FACTS[0], Period(1, "working_days")), Moment(DATE_FACTS[0]))
    ready = prepare(late, CALENDAR)
    for _ in range(2):
        with pytest.raises(CalendarError, match="working days cannot be counted"):
            ready({DATE_FACTS[0]: date(2030, 1, 1)})

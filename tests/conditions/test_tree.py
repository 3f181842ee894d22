from hypothesis import given, settings

from conditions.strategies import CALENDAR, conditions, facts
from prevent.conditions.evaluate import Facts, evaluate
from prevent.conditions.joined import as_shown
from prevent.conditions.tree import (
    FALSE,
    TRUE,
    All,
    Always,
    Any,
    Condition,
    Given,
    Is,
    Moment,
    Not,
    NotAfter,
    Number,
    facts_of,
    leaves,
)
from prevent.dates import Period

AGENCY = Is("source", ("external-agency",))
SPEAKERS = Number("speakers", "at_least", 1)
APPROVED = Given("approvals.managing-director.date")
NOTICE = NotAfter(Moment("received_on", Period(1, "months")), Moment("starts_on"))
WHOLE = All((AGENCY, Not(Any((NOTICE, TRUE, SPEAKERS))), All(()), APPROVED, AGENCY))


def test_leaves_come_in_the_order_written_with_repetitions() -> None:
    assert list(leaves(WHOLE)) == [AGENCY, NOTICE, SPEAKERS, APPROVED, AGENCY]


def test_a_constant_and_an_empty_combination_have_no_leaves() -> None:
    assert [list(leaves(none)) for none in (TRUE, FALSE, All(()), Any(()))] == [[], [], [], []]


def test_facts_come_in_the_order_written_each_once() -> None:
    assert list(facts_of(WHOLE)) == [
        "source",
        "received_on",
        "starts_on",
        "speakers",
        "approvals.managing-director.date",
    ]


def test_two_dates_of_one_fact_mention_it_once() -> None:
    again = NotAfter(Moment("starts_on"), Moment("starts_on", Period(2, "weeks")))
    assert list(facts_of(again)) == ["starts_on"]


def test_conditions_are_equal_and_hash_alike_where_they_are_written_alike() -> None:
    assert All((AGENCY, Always(value=True))) == All((Is("source", ("external-agency",)), TRUE))
    assert len({NOTICE, NotAfter(NOTICE.first, NOTICE.second), SPEAKERS}) == 2
    assert len({All((AGENCY,)), Any((AGENCY,))}) == 2


@settings(max_examples=300, deadline=None)
@given(condition=conditions(), known=facts())
def test_what_is_shown_is_true_or_false_and_true_just_where_the_condition_is(
    condition: Condition, known: Facts
) -> None:
    expected = evaluate(condition, known, CALENDAR) is True
    assert evaluate(as_shown(condition), known, CALENDAR) is expected

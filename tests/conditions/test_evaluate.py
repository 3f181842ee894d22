from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conditions.strategies import CALENDAR, FACT_NAMES, conditions, facts
from prevent.conditions.evaluate import Facts, Truth, deciding, evaluate, moment
from prevent.conditions.tree import (
    FALSE,
    SIZES,
    TRUE,
    All,
    Any,
    Condition,
    Given,
    Is,
    Moment,
    Not,
    NotAfter,
    Number,
    Size,
    facts_of,
)
from prevent.dates import Period

T, F, U = TRUE, FALSE, Is("left_out", ("yes",))

RECEIVED = date(2026, 3, 15)
NOTICE = NotAfter(Moment("received_on", Period(1, "months")), Moment("starts_on"))


# ------------------------------------------------------------------- three values, written out


@pytest.mark.parametrize(
    ("first", "second", "together"),
    [
        (T, T, True),
        (T, F, False),
        (T, U, None),
        (F, T, False),
        (F, F, False),
        (F, U, False),
        (U, T, None),
        (U, F, False),
        (U, U, None),
    ],
)
def test_all_is_as_weak_as_its_weakest_part(
    first: Condition, second: Condition, together: Truth
) -> None:
    assert evaluate(All((first, second)), {}) is together


@pytest.mark.parametrize(
    ("first", "second", "together"),
    [
        (T, T, True),
        (T, F, True),
        (T, U, True),
        (F, T, True),
        (F, F, False),
        (F, U, None),
        (U, T, True),
        (U, F, None),
        (U, U, None),
    ],
)
def test_any_is_as_strong_as_its_strongest_part(
    first: Condition, second: Condition, together: Truth
) -> None:
    assert evaluate(Any((first, second)), {}) is together


@pytest.mark.parametrize(("part", "opposite"), [(T, False), (F, True), (U, None)])
def test_not_swaps_true_and_false_and_leaves_unknown(part: Condition, opposite: Truth) -> None:
    assert evaluate(Not(part), {}) is opposite


def test_all_of_nothing_is_true_and_any_of_nothing_is_false() -> None:
    assert evaluate(All(()), {}) is True
    assert evaluate(Any(()), {}) is False


_STRENGTH: dict[Truth, int] = {False: -1, None: 0, True: 1}


def strength(condition: Condition, known: Facts) -> int:
    """The condition's truth in numbers: false -1, unknown 0, true 1."""
    match condition:
        case All(parts):
            return min((strength(part, known) for part in parts), default=1)
        case Any(parts):
            return max((strength(part, known) for part in parts), default=-1)
        case Not(part):
            return -strength(part, known)
        case _:
            return _STRENGTH[evaluate(condition, known, CALENDAR)]


@settings(deadline=None, max_examples=300)
@given(conditions(), facts())
def test_any_nesting_is_least_of_all_most_of_any_and_minus_of_not(
    condition: Condition, known: Facts
) -> None:
    assert _STRENGTH[evaluate(condition, known, CALENDAR)] == strength(condition, known)


# ------------------------------------------------------------------------------- missing facts

COMPARISONS: list[Condition] = [
    Is("source", ("external-agency",)),
    Is("source", ()),
    Is("source", ("",)),
    *(Number("speakers", size, 0) for size in SIZES),
    NOTICE,
    NotAfter(Moment("starts_on"), Moment("starts_on")),
]


@pytest.mark.parametrize("comparison", COMPARISONS, ids=repr)
def test_a_comparison_with_a_missing_fact_is_unknown_and_so_is_its_opposite(
    comparison: Condition,
) -> None:
    assert evaluate(comparison, {}) is None
    assert evaluate(Not(comparison), {}) is None


@pytest.mark.parametrize(
    "known", [{"received_on": RECEIVED}, {"starts_on": RECEIVED}], ids=["received", "starts"]
)
def test_one_date_of_two_is_not_enough(known: Facts) -> None:
    assert evaluate(NOTICE, known) is None
    assert set(deciding(NOTICE, known)) == {"received_on", "starts_on"} - set(known)


@given(st.sampled_from(FACT_NAMES), facts())
def test_given_says_whether_the_fact_is_there_and_is_never_unknown(fact: str, known: Facts) -> None:
    assert evaluate(Given(fact), known) is (fact in known)
    assert list(deciding(Given(fact), known)) == []


def test_zero_and_the_answer_no_are_given() -> None:
    assert evaluate(Given("speakers"), {"speakers": 0}) is True
    assert evaluate(Given("source"), {"source": "no"}) is True


@settings(deadline=None, max_examples=300)
@given(conditions(given=False), facts(), facts())
def test_what_is_known_stays_so_whatever_the_missing_facts_turn_out_to_be(
    condition: Condition, known: Facts, more: Facts
) -> None:
    before = evaluate(condition, known, CALENDAR)
    after = evaluate(condition, {**more, **known}, CALENDAR)
    assert before is None or after is before


# --------------------------------------------------------------------------------- comparisons


def test_is_names_every_value_it_accepts() -> None:
    either = Is("source", ("learner", "external-agency"))
    answers = ("learner", "external-agency", "Learner", "")
    assert [evaluate(either, {"source": answer}) for answer in answers] == [
        True,
        True,
        False,
        False,
    ]


@pytest.mark.parametrize(
    ("size", "below_at_and_above"),
    [
        ("at_least", [False, True, True]),
        ("more_than", [False, False, True]),
        ("at_most", [True, True, False]),
        ("less_than", [True, False, False]),
    ],
)
def test_numbers_compare_at_the_limit_as_the_words_say(
    size: Size, below_at_and_above: list[Truth]
) -> None:
    condition = Number("speakers", size, 2)
    found = [evaluate(condition, {"speakers": number}) for number in (1, 2, 3)]
    assert found == below_at_and_above


@pytest.mark.parametrize(
    ("starts", "enough"),
    [(date(2026, 4, 14), False), (date(2026, 4, 15), True), (date(2026, 4, 16), True)],
)
def test_a_months_notice_is_met_on_the_corresponding_date(starts: date, enough: Truth) -> None:
    assert evaluate(NOTICE, {"received_on": RECEIVED, "starts_on": starts}) is enough


def test_a_moment_is_its_date_moved_by_its_period() -> None:
    known = {"received_on": RECEIVED}
    assert moment(Moment("received_on"), known) == RECEIVED
    assert moment(Moment("received_on", Period(-2, "weeks")), known) == date(2026, 3, 1)
    assert moment(Moment("starts_on", Period(1, "days")), known) is None


@pytest.mark.parametrize(
    ("condition", "known"),
    [
        (Is("source", ("yes",)), {"source": 1}),
        (Number("speakers", "at_least", 1), {"speakers": "1"}),
        (NotAfter(Moment("starts_on"), Moment("starts_on")), {"starts_on": "2026-04-15"}),
    ],
)
def test_a_fact_of_the_wrong_type_is_an_error_and_no_answer(
    condition: Condition, known: Facts
) -> None:
    with pytest.raises(TypeError, match=next(iter(known))):
        evaluate(condition, known, CALENDAR)


# ------------------------------------------------------------------------------ deciding facts


def test_deciding_facts_are_those_of_the_parts_that_are_still_open() -> None:
    agency, speakers = Is("source", ("external-agency",)), Number("speakers", "at_least", 1)
    assert list(deciding(All((agency, speakers)), {})) == ["source", "speakers"]
    assert list(deciding(All((agency, Not(speakers))), {"source": "external-agency"})) == [
        "speakers"
    ]
    assert list(deciding(Any((agency, speakers)), {"source": "external-agency"})) == []
    assert list(deciding(All((agency, speakers)), {"source": "learner"})) == []


def test_a_part_that_is_settled_inside_an_open_condition_asks_for_nothing() -> None:
    settled = Any((TRUE, Number("speakers", "at_least", 1)))
    assert list(deciding(All((settled, U)), {})) == ["left_out"]


@settings(deadline=None, max_examples=300)
@given(conditions(), facts())
def test_an_unknown_condition_names_missing_facts_of_its_own_and_no_other_does(
    condition: Condition, known: Facts
) -> None:
    asked = set(deciding(condition, known, CALENDAR))
    assert bool(asked) is (evaluate(condition, known, CALENDAR) is None)
    assert asked <= set(facts_of(condition)) - set(known)


@pytest.mark.parametrize(("constant", "truth"), [(TRUE, True), (FALSE, False)])
def test_a_constant_needs_no_facts(constant: Condition, truth: Truth) -> None:
    assert evaluate(constant, {}) is truth
    assert list(deciding(constant, {})) == []

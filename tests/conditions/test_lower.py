import operator
from collections.abc import Iterator, Mapping
from datetime import date

import pytest
from hypothesis import given, settings

from conditions.strategies import CALENDAR, FACT_NAMES, conditions, facts
from prevent.conditions.evaluate import Facts, deciding, evaluate
from prevent.conditions.flat import Both, Compare, Constant, Either, Flat
from prevent.conditions.flat_facts import FactValue, FlatFact
from prevent.conditions.lower import Lowering, both, either, flat_name, negate
from prevent.conditions.tree import (
    FALSE,
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
)
from prevent.dates import Period

DECISION = "approvals.managing-director.decision"
NOTICE = NotAfter(Moment("received_on", Period(1, "months")), Moment("starts_on"))
A, B, C = Compare("a", "eq", "x"), Compare("b", "ge", 1), Compare("c", "eq", value=True)


def plainly(test: Flat, values: Mapping[str, FactValue]) -> bool:
    match test:
        case Both(parts):
            return all(plainly(part, values) for part in parts)
        case Either(parts):
            return any(plainly(part, values) for part in parts)
        case Constant(value):
            return value
        case Compare(fact, name, value):
            return bool(getattr(operator, name)(values[fact], value))


def answer(lowering: Lowering, test: Flat, known: Facts) -> bool:
    """What an engine would answer that has only the flat facts of the lowering."""
    return plainly(
        test, {name: fact.value(known, CALENDAR) for name, fact in lowering.facts.items()}
    )


def compares(test: Flat) -> Iterator[Compare]:
    match test:
        case Both(parts) | Either(parts):
            for part in parts:
                yield from compares(part)
        case Compare():
            yield test
        case Constant():
            return


# ------------------------------------------------------- the flat tests say what the tree says


@settings(deadline=None, max_examples=500)
@given(conditions(), facts())
def test_flat_tests_are_true_exactly_where_the_condition_is_true_or_false_or_open(
    condition: Condition, known: Facts
) -> None:
    truth, lowering = evaluate(condition, known, CALENDAR), Lowering()
    holds, fails = lowering.holds(condition), lowering.fails(condition)
    not_true = lowering.not_true(condition)
    assert answer(lowering, holds, known) is (truth is True)
    assert answer(lowering, fails, known) is (truth is False)
    assert answer(lowering, not_true, known) is (truth is not True)


@settings(deadline=None, max_examples=300)
@given(conditions(), facts())
def test_a_fact_is_asked_for_exactly_where_it_is_among_the_deciding_ones(
    condition: Condition, known: Facts
) -> None:
    lowering = Lowering()
    tests = {fact: lowering.asks(fact, condition) for fact in FACT_NAMES}
    asked = {fact for fact, test in tests.items() if answer(lowering, test, known)}
    assert asked == set(deciding(condition, known, CALENDAR))


def is_well_formed(test: Flat) -> bool:
    match test:
        case Both(parts) | Either(parts):
            return (
                len(parts) >= 2
                and len(set(parts)) == len(parts)
                and all(type(part) not in {type(test), Constant} for part in parts)
                and all(is_well_formed(part) for part in parts)
            )
        case _:
            return True


@settings(deadline=None, max_examples=300)
@given(conditions())
def test_flat_tests_have_constants_at_the_root_only_and_compare_values_of_one_type(
    condition: Condition,
) -> None:
    lowering = Lowering()
    tests = [lowering.holds(condition), lowering.fails(condition), lowering.not_true(condition)]
    tests += [lowering.asks(fact, condition) for fact in FACT_NAMES]
    types = {str: "text", int: "number", bool: "truth"}
    for test in tests:
        assert is_well_formed(test)
        for compare in compares(test):
            fact = lowering.facts[compare.fact]
            assert fact.type == types[type(compare.value)]
            assert type(fact.value({})) is type(compare.value)
            assert fact.type == "number" or compare.operator in {"eq", "ne"}


@pytest.mark.parametrize("known", [{}, {"source": ""}, {"source": "learner"}], ids=repr)
@pytest.mark.parametrize("values", [(), ("",), ("", "learner")], ids=repr)
def test_an_empty_answer_is_told_from_a_missing_one(values: tuple[str, ...], known: Facts) -> None:
    condition, lowering = Is("source", values), Lowering()
    truth = evaluate(condition, known, CALENDAR)
    assert answer(lowering, lowering.holds(condition), known) is (truth is True)
    assert answer(lowering, lowering.fails(condition), known) is (truth is False)


# -------------------------------------------------------------------------- what they look like


def test_an_option_needs_no_second_test_to_hold_and_one_to_fail() -> None:
    lowering, condition = Lowering(), Is(DECISION, ("granted",))
    name = "approvals__managing_director__decision"
    assert lowering.holds(condition) == Compare(name, "eq", "granted")
    assert lowering.fails(condition) == Both(
        (Compare(f"{name}_given", "eq", value=True), Compare(name, "ne", "granted"))
    )
    assert lowering.facts == {
        name: FlatFact("text", DECISION),
        f"{name}_given": FlatFact("given", DECISION),
    }


def test_a_comparison_of_dates_becomes_the_days_between_them() -> None:
    lowering = Lowering()
    name = "days_from_received_on_plus_1_months_to_starts_on"
    known = Compare(f"{name}_known", "eq", value=True)
    assert lowering.holds(NOTICE) == Both((known, Compare(name, "ge", 0)))
    assert lowering.fails(NOTICE) == Both((known, Compare(name, "lt", 0)))
    dates = {"received_on": date(2026, 1, 31), "starts_on": date(2026, 2, 26)}
    assert lowering.facts[name].value(dates) == -2
    assert lowering.facts[f"{name}_known"].value(dates) is True


def test_what_an_engine_gets_for_missing_facts_is_blank() -> None:
    lowering = Lowering()
    for condition in (Is("source", ("x",)), Number("speakers", "at_least", 1), NOTICE):
        lowering.fails(condition)
    values = {fact.kind: fact.value({}) for fact in lowering.facts.values()}
    assert values == {"text": "", "number": 0, "given": False, "gap": 0, "gap_known": False}


def test_constants_are_worked_out_beforehand() -> None:
    lowering, agency = Lowering(), Is("source", ("external-agency",))
    assert lowering.holds(All((TRUE, agency))) == lowering.holds(agency)
    assert lowering.holds(All((FALSE, agency))) == Constant(value=False)
    assert lowering.holds(Any((TRUE, agency))) == Constant(value=True)
    assert lowering.fails(Not(Any(()))) == Constant(value=False)
    assert lowering.asks("source", Given("source")) == Constant(value=False)
    assert lowering.asks("speakers", agency) == Constant(value=False)


def test_both_and_either_flatten_their_like_and_drop_repetitions() -> None:
    assert both([A, both([B, A]), C]) == Both((A, B, C))
    assert either([A, either([B, C])]) == Either((A, B, C))
    assert both([A, either([B, C])]) == Both((A, Either((B, C))))
    assert both([A, A]) == either([A]) == A
    assert both([]) == Constant(value=True)
    assert either([]) == Constant(value=False)


def test_the_opposite_is_pushed_down_to_the_comparisons() -> None:
    assert negate(Both((A, Either((B, C))))) == Either(
        (
            Compare("a", "ne", "x"),
            Both((Compare("b", "lt", 1), Compare("c", "eq", value=False))),
        )
    )
    assert negate(Constant(value=True)) == Constant(value=False)


@pytest.mark.parametrize("test", [A, B, C, Compare("b", "gt", 1), both([A, B]), either([A, C])])
def test_the_opposite_of_the_opposite_is_the_test_itself(test: Flat) -> None:
    assert negate(test) != test
    assert negate(negate(test)) == test


# --------------------------------------------------------------------------------------- names


def test_an_engines_name_has_neither_dots_nor_hyphens() -> None:
    assert flat_name("approvals.quality-director.date") == "approvals__quality_director__date"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (Is("about-it", ("yes",)), Is("about_it", ("yes",))),
        (Is("source_given", ("yes",)), Given("source")),
        (Is("speakers", ("yes",)), Number("speakers", "at_least", 1)),
        (
            NotAfter(Moment("a", Period(1, "days")), Moment("b")),
            NotAfter(Moment("a_plus_1_days"), Moment("b")),
        ),
    ],
)
def test_two_facts_never_share_an_engines_name(first: Condition, second: Condition) -> None:
    lowering = Lowering()
    lowering.holds(first)
    with pytest.raises(ValueError, match="Two facts would have the engine's name"):
        lowering.holds(second)


def test_periods_forwards_and_backwards_have_names_of_their_own() -> None:
    lowering = Lowering()
    for number in (-1, 0, 1):
        lowering.holds(NotAfter(Moment("a", Period(number, "weeks")), Moment("b")))
    assert [name for name, fact in lowering.facts.items() if fact.kind == "gap"] == [
        "days_from_a_minus_1_weeks_to_b",
        "days_from_a_plus_0_weeks_to_b",
        "days_from_a_plus_1_weeks_to_b",
    ]

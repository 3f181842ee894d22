"""Random rules and requests: of every sort, and the same for the same seed."""

from __future__ import annotations

from collections import Counter
from functools import cache

from prevent.conditions.tree import Always, Any, Given, Is, NotAfter, Number
from prevent.conformance.changes import days_compared
from prevent.conformance.random_cases import EACH, Lot, lot_of, lots
from prevent.policy.outcomes import OUTCOMES
from prevent.requirements.kinds import KINDS
from prevent.rules.codec import encode

SEED = "a seed"


@cache
def some() -> tuple[Lot, ...]:
    return tuple(lots(SEED, 40 * EACH))


def test_the_same_seed_makes_the_same_cases_however_many_are_asked_for() -> None:
    number = 3 * EACH + 7
    again = lot_of(SEED, number)
    first = some()[3]
    assert encode(again.kind) == encode(first.kind)
    assert again.cases[number].record() == first.cases[number].record()
    assert [case.id for lot in lots(SEED, EACH + 2) for case in lot.cases.values()] == [
        str(each) for each in range(1, EACH + 3)
    ]


def test_another_seed_makes_others() -> None:
    mine, other = some()[0], next(iter(lots("another", 1)))
    assert encode(mine.kind) != encode(other.kind)


def test_there_are_rules_with_every_failure_of_every_requirement() -> None:
    made = {
        finding.failure
        for lot in some()
        for rule in lot.kind.rules
        for _, _, finding in rule.findings()
    }
    known = {failure.name for kind in KINDS.values() for failure in kind.failures}
    assert made == known | {"applies", "unanswered"}


def test_there_are_rules_for_items_exemptions_and_what_follows() -> None:
    rules = [rule for lot in some() for rule in lot.kind.rules]
    assert {rule.for_each for rule in rules} == {"", "speakers"}
    assert {rule.sort for rule in rules} == {"rule", "exemption", "afterwards"}
    assert any(lot.kind.only_when for lot in some())
    units = {
        period.unit
        for lot in some()
        for leaf in days_compared(lot.kind.rules)
        for when in (leaf.first, leaf.second)
        for period in (getattr(when, "offset", None),)
        if period
    }
    assert units == {"days", "working_days", "weeks", "months"}
    words = str([rule.when for rule in rules])
    for noun in (Any, Given, Is, NotAfter, Number):
        assert f"{noun.__name__}(" in words
    assert f"{Always.__name__}(" in words


def test_the_requests_come_to_every_outcome_and_many_findings() -> None:
    cases = [case for lot in some() for case in lot.cases.values()]
    outcomes = Counter(case.expected.outcome for case in cases)
    assert set(outcomes) == set(OUTCOMES)
    assert min(outcomes.values()) > 20
    told = {found.failure for case in cases for found in case.expected.findings}
    assert len(told) >= 9
    items = {len(case.stated.items.get("speakers", ())) for case in cases}
    assert items == {0, 1, 2, 3}
    assert any(found.item == 2 for case in cases for found in case.expected.findings)
    assert any(found.conditions for case in cases for found in case.expected.findings)

"""A set of rules that comes from a file is held to the same form."""

from collections.abc import Mapping

import pytest

from prevent.conditions.flat import Compare, Constant, Either, Flat
from prevent.engines.durable_form import (
    SENTINEL,
    FactType,
    ProfileError,
    check_rule_set,
    rule_sets,
)

FACTS: dict[str, FactType] = {"kind": "text", "status": "text", "days": "number", "agreed": "truth"}
LAST: dict[str, object] = {"all": [{"m": {"always": True}}], "pri": 60_000}
EVENT = Compare("kind", "eq", "event")
LATE = Compare("days", "lt", 28)


# ------------------------------------------------------------------- sets that come from a file


def rule(condition: object) -> dict[str, object]:
    return {"all": [{"m": condition}]}


def of_rules(rules: Mapping[str, object]) -> dict[str, object]:
    return {"event": {**rules, SENTINEL: LAST}}


def test_a_set_written_here_is_accepted_and_named() -> None:
    tests: dict[str, Flat] = {"a": Either((EVENT, LATE)), "b": Constant(value=True)}
    [definition] = rule_sets("event", tests, FACTS)
    assert check_rule_set(definition, FACTS) == ("event", frozenset({"a|1", "a|2", "b", SENTINEL}))


@pytest.mark.parametrize(
    "condition",
    [
        {},
        {"kind": "event", "agreed": True},
        {"$and": []},
        {"$or": []},
        {"$and": {"kind": "event"}},
        {"$and": [{"$and": [{"kind": "event"}]}]},
        {"$or": [{"kind": "event"}, {"status": "open"}]},
        {"$or": [{"kind": "event"}, {"kind": "event"}]},
        {"$or": [{"$neq": {"kind": "event"}}, {"$neq": {"kind": "leaflet"}}]},
        {"$or": [{"$or": [{"kind": "event"}]}]},
        {"$or": [{"days": n} for n in range(65)]},
        {"$and": [{"$or": [{"days": n}]} for n in range(14)]},
        {"$and": [{"days": n} for n in range(101)]},
        {"$not": {"kind": "event"}},
        {"$ne": {"kind": "event"}},
        {"$nex": {"kind": 1}},
        {"$lt": {"days": 5, "kind": "event"}},
        {"$lt": {"kind": "event"}},
        {"$lt": 5},
        {"kind": 5},
        {"kind": None},
        {"kind": ["event"]},
        {"kind": {"$m": "status"}},
        {"days": 1.5},
        {"days": True},
        {"place": "hall"},
        {"id": "x"},
        {1: 2},
        "kind",
    ],
)
def test_a_condition_outside_the_profile_is_refused(condition: object) -> None:
    with pytest.raises(ProfileError):
        check_rule_set(of_rules({"rule": rule(condition)}), FACTS)


@pytest.mark.parametrize(
    "doctored",
    [
        {"all": []},
        {"any": [{"m": {"kind": "event"}}]},
        {"all": [{"m": {"kind": "event"}}], "pri": 1},
        {"all": [{"m": {"kind": "event"}}], "count": 2},
        {"all": [{"m": {"kind": "event"}}, {"m": {"kind": "event"}}]},
        {"all": [{"n": {"kind": "event"}}]},
        [],
    ],
)
def test_a_rule_outside_the_profile_is_refused(doctored: object) -> None:
    with pytest.raises(ProfileError):
        check_rule_set(of_rules({"rule": doctored}), FACTS)


@pytest.mark.parametrize(
    "doctored",
    [
        {"event": {}},
        {"event": []},
        {"event": {"rule": rule({"kind": "event"})}},
        {"event": {SENTINEL: LAST, "rule": rule({"kind": "event"})}},
        {"event": {SENTINEL: rule({"always": True})}},
        {"event": {SENTINEL: LAST}, "leaflet": {SENTINEL: LAST}},
        {'ev"ent': {SENTINEL: LAST}},
        of_rules({'ru"le': rule({"kind": "event"})}),
        of_rules({"rule|0": rule({"kind": "event"})}),
        of_rules({f"r{n}": rule({"kind": "event"}) for n in range(200)}),
        of_rules({f"r{n}": rule({"$neq": {"days": n}}) for n in range(60)}),
        of_rules(
            {f"r{n}": rule({"$or": [{"days": 9 * n + m} for m in range(9)]}) for n in range(45)}
        ),
    ],
)
def test_a_set_outside_the_profile_is_refused(doctored: dict[str, object]) -> None:
    with pytest.raises(ProfileError):
        check_rule_set(doctored, FACTS)

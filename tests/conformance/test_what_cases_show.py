"""The cases under ``rules/`` show all that the rules can do: counted without what makes them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from functools import cache
from types import SimpleNamespace
from typing import Any, cast

import pytest

from conformance.written_cases import Json, conditions, every, facts_of_each, kinds, leaves, typed
from prevent import dates
from prevent.dates import Calendar, CalendarError, Period
from prevent.loading.load import load_policy
from prevent.trials.coverage import coverage
from prevent.trials.run import Seen
from processes import ROOT
from sample_requests import POLICIES, rules

SIZES = {
    "at_least": lambda value, number: value >= number,
    "more_than": lambda value, number: value > number,
    "at_most": lambda value, number: value <= number,
    "less_than": lambda value, number: value < number,
}


@cache
def calendar(policy: str) -> Calendar:
    return rules(policy).rule_set.calendar()


def moment(when: Json, facts: Mapping[str, Any], days: Calendar) -> date | None:
    day = date.fromisoformat(when["day"]) if "day" in when else facts.get(when["fact"])
    for key in ("plus", "then"):
        for unit, number in when.get(key, {}).items():
            day = None if day is None else dates.add(day, Period(number, unit), days)
    return cast("date | None", day)


def apart(leaf: Json, facts: Mapping[str, Any], days: Calendar) -> int | None:
    """By how many days the first day of a comparison is after the second."""
    try:
        first, second = (moment(leaf[key], facts, days) for key in ("date", "not_after"))
    except CalendarError:
        return None
    return None if first is None or second is None else (first - second).days


def truth(leaf: Json, facts: Mapping[str, Any], days: Calendar) -> bool | None:
    if "given" in leaf:
        return leaf["given"] in facts
    if "date" in leaf:
        gap = apart(leaf, facts, days)
        return None if gap is None else gap <= 0
    value = facts.get(leaf["fact"])
    if value is None:
        return None
    if "is" in leaf:
        return value in leaf["is"]
    [size] = leaf.keys() & SIZES.keys()
    return SIZES[size](value, leaf[size])


def seen_facts(policy: str) -> Iterator[tuple[Json, Json, list[Mapping[str, Any]]]]:
    """Each rule with its kind, and the facts of each thing in all cases that it looks at."""
    for _, kind, cases in every(policy):
        looked_at = {
            each: [facts for case in cases for facts in facts_of_each(kind, case, each)]
            for each in {rule.get("for_each", "") for rule in kind["rules"]}
        }
        for rule in kind["rules"]:
            yield kind, rule, looked_at[rule.get("for_each", "")]


def comparisons(rule: Json) -> dict[str, Json]:
    return {str(leaf): leaf for each in conditions(rule) for leaf in leaves(each)}


def test_there_are_two_thousand_cases_and_more_than_half_of_that_are_of_our_own_policy() -> None:
    counts = {policy: sum(len(cases) for _, _, cases in every(policy)) for policy in POLICIES}
    assert sum(counts.values()) >= 2_000
    assert counts["policy"] >= 1_200


@pytest.mark.parametrize("policy", POLICIES)
def test_everything_that_the_tests_of_a_policy_could_show_is_shown(policy: str) -> None:
    # The same count by which "prevent test" says what no test of the owner's shows.
    loaded = load_policy(ROOT / policy, policy)
    seen = []
    looked_at: dict[str, set[str]] = defaultdict(set)
    for kind, raw, cases in every(policy):
        lists = [field["id"] for field in raw["fields"] if field["type"] == "list"]
        for case in cases:
            facts = {each: tuple(facts_of_each(raw, case, each)) for each in ["", *lists]}
            looked_at[kind] |= {fact.partition(".")[0] for fact in case["facts"]}
            looked_at[kind] |= {
                fact for items in case["items"].values() for item in items for fact in item
            }
            trial = SimpleNamespace(request=SimpleNamespace(kind=kind))
            seen.append(Seen(cast("Any", trial), facts))
    goals = coverage(loaded, rules(policy).rule_set, seen)
    assert len(goals) > 40
    unshown = [
        (goal.kind, goal.rule, goal.name)
        for goal in goals
        if not goal.shown and (goal.rule or goal.name.partition(":")[0] in looked_at[goal.kind])
    ]
    assert unshown == []


@pytest.mark.parametrize("policy", POLICIES)
def test_each_comparison_comes_out_in_each_way_that_it_can(policy: str) -> None:
    days, missing = calendar(policy), []
    for kind, rule, facts in seen_facts(policy):
        given = {*kind["required"], "today", "kind"}
        given |= {field["id"] for field in kind["fields"] if field["type"] == "list"}
        if not any(field["id"] == "received_on" for field in kind["fields"]):
            given.add("in_force_on")
        for field in kind["fields"]:
            if field["id"] == rule.get("for_each"):
                given |= {own["id"] for own in field["fields"] if own.get("required")}
        for words, leaf in comparisons(rule).items():
            sides = [leaf.get("date"), leaf.get("not_after")] if "date" in leaf else [leaf]
            names = {side.get("fact", side.get("given")) for side in sides if side}
            wanted: set[bool | None] = {True, False}
            if names - {None} <= given:
                # It is always there: it is never unknown, and never not given.
                wanted -= {False} if "given" in leaf else set()
            elif "given" not in leaf:
                wanted.add(None)
            missing += [
                (rule["id"], words, way)
                for way in wanted - {truth(leaf, each, days) for each in facts}
                # A list of no items is never looked at item by item.
                if names != {rule.get("for_each")}
            ]
    assert missing == []


@pytest.mark.parametrize("policy", POLICIES)
def test_each_comparison_of_days_is_tried_on_the_day_and_on_either_side(policy: str) -> None:
    days, tried = calendar(policy), 0
    for _, rule, facts in seen_facts(policy):
        for words, leaf in comparisons(rule).items():
            if "date" in leaf:
                gaps = {apart(leaf, each, days) for each in facts}
                assert gaps >= {-1, 0, 1}, (rule["id"], words)
                tried += 1
    assert tried


@pytest.mark.parametrize("policy", POLICIES)
def test_each_number_is_tried_and_those_next_to_it(policy: str) -> None:
    for _, rule, facts in seen_facts(policy):
        for words, leaf in comparisons(rule).items():
            for size in SIZES:
                if size in leaf:
                    near = {leaf[size] + step for step in (-1, 0, 1)} - {-1}
                    if leaf["fact"] == rule.get("for_each"):
                        near -= {0}
                    assert near <= {each.get(leaf["fact"]) for each in facts}, (rule["id"], words)


@pytest.mark.parametrize("policy", POLICIES)
def test_days_are_also_ends_of_months_and_leap_days(policy: str) -> None:
    found: set[date] = set()
    for _, kind, cases in every(policy):
        for case in cases:
            found |= {day for day in typed(kind, case["facts"]).values() if isinstance(day, date)}
    ends = {day.month for day in found if (day + timedelta(days=1)).day == 1}
    assert ends >= {1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12}
    assert {date(2028, 2, 29), date(2027, 2, 28), date(2028, 3, 1), date(2027, 3, 1)} <= found


def test_working_days_are_tried_round_weekends_and_bank_holidays() -> None:
    for policy in POLICIES:
        closed = calendar(policy).closed
        for _, rule, facts in seen_facts(policy):
            for words, leaf in comparisons(rule).items():
                if "working_days" not in words:
                    continue
                edge = [each for each in facts if apart(leaf, each, calendar(policy)) in (-1, 0, 1)]
                named = [
                    side["fact"] for side in (leaf["date"], leaf["not_after"]) if "fact" in side
                ]
                at = {each[fact] for each in edge for fact in named}
                assert any(day.weekday() > 4 for day in at), (policy, rule["id"], words)
                near = {day + timedelta(days=step) for day in closed for step in (-1, 0, 1)}
                assert at & near, (policy, rule["id"], words)


@pytest.mark.parametrize("policy", POLICIES)
def test_whatever_may_be_left_out_is_left_out_and_given(policy: str) -> None:
    for name, kind, cases in every(policy):
        facts = {fact for case in cases for fact in case["facts"]}
        lists = {field["id"] for field in kind["fields"] if field["type"] == "list"}
        always = {*kind["required"], *lists, "today"}
        if not any(field["id"] == "received_on" for field in kind["fields"]):
            always.add("in_force_on")
        for fact in facts - always:
            number = sum(fact in case["facts"] for case in cases)
            assert 0 < number < len(cases), (name, fact)
        for each in lists & {rule.get("for_each") for rule in kind["rules"]}:
            items = [item for case in cases for item in case["items"].get(each, ())]
            for field in kind["fields"]:
                for own in field["fields"] if field["id"] == each else ():
                    if not own.get("required") and any(own["id"] in item for item in items):
                        assert not all(own["id"] in item for item in items), (name, own["id"])


def test_lists_have_none_one_two_and_more_items_that_come_to_different_things() -> None:
    tried = 0
    for policy in POLICIES:
        for name, kind, cases in every(policy):
            for each in {rule["for_each"] for rule in kind["rules"] if "for_each" in rule}:
                counts = {len(case["items"].get(each, ())) for case in cases}
                assert counts >= {0, 1, 2, 3}, (policy, name)
                mixed = [
                    case
                    for case in cases
                    if len(case["items"].get(each, ())) == 2
                    and len({found["item"] for found in case["findings"] if found["list"]}) == 1
                ]
                assert mixed, (policy, name)
                tried += 1
    assert tried >= 4


def test_every_outcome_and_every_failure_is_among_them() -> None:
    for policy in POLICIES:
        outcomes = {case["outcome"] for _, _, cases in every(policy) for case in cases}
        assert outcomes == {"refused", "referred", "action-needed", "allowed"}
    failures = {case["id"].rpartition("-")[0] for _, _, cases in every("policy") for case in cases}
    assert failures == set(kinds("policy"))

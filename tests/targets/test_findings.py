"""What targets render tells, of every request there is here, just what a check tells."""

from __future__ import annotations

import operator
from collections.abc import Mapping

import pytest

from prevent.conditions.flat import Both, Compare, Constant, Either, Flat
from prevent.conditions.flat_facts import FactValue
from prevent.decide.decider import Decider
from prevent.targets.findings import scopes
from sample_requests import AS_OF, POLICIES, requests, rules


def holds(test: Flat, facts: Mapping[str, FactValue]) -> bool:
    match test:
        case Constant(value):
            return value
        case Both(parts):
            return all(holds(part, facts) for part in parts)
        case Either(parts):
            return any(holds(part, facts) for part in parts)
        case Compare(fact, name, value):
            assert type(facts[fact]) is type(value)
            return bool(getattr(operator, name)(facts[fact], value))


@pytest.mark.parametrize("policy", POLICIES)
def test_the_findings_of_targets_are_those_of_a_check(policy: str) -> None:
    made = rules(policy)
    decider = Decider(made.rule_set, lambda _: None)
    tried = 0
    for request in requests(policy):
        decision = decider.decide(request, AS_OF)
        whole = request.stated(AS_OF)
        mine: list[tuple[str, str, frozenset[str], str | None]] = []
        for scope in scopes(request.rules):
            for stated in request.items(scope.each, whole) if scope.each else (whole,):
                facts = {
                    name: fact.value(stated.facts, decider.calendar)
                    for name, fact in scope.facts.items()
                }
                for finding in scope.findings:
                    told = [member for member in finding.members if holds(member.test, facts)]
                    who = frozenset(role for member in told for role in member.who)
                    if told and finding.outcome != "allowed":
                        mine.append((finding.rule.id, finding.outcome, who, stated.subject))
        checked = [
            (found.rule, found.outcome, frozenset(found.who), found.subject)
            for found in decision.findings
        ]
        assert sorted(mine, key=str) == sorted(checked, key=str), request.document.start
        tried += 1
    assert tried > 20


@pytest.mark.parametrize("policy", POLICIES)
def test_no_two_findings_of_a_kind_have_the_same_id(policy: str) -> None:
    for kind in rules(policy).rule_set.kinds.values():
        ids = [finding.id for scope in scopes(kind) for finding in scope.findings]
        assert len(ids) == len(set(ids))
        assert ids

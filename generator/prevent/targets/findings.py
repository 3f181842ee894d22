"""Every finding that the rules for a kind of request can tell, as flat tests: what targets render.

A finding of a target is a rule, a failure of it, an outcome, a clause, who acts, by when, and the
item it is about. Its words are left to the check. It is told where any of its members is shown.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from prevent.conditions.flat import Flat
from prevent.conditions.flat_facts import FlatFact
from prevent.conditions.lower import both, negate
from prevent.conditions.tree import Dated
from prevent.policy.outcomes import Outcome
from prevent.rules.flat_rules import flat_rules
from prevent.rules.ruleset import KindRules, Rule
from prevent.rules.telling import Told, telling


@dataclass(frozen=True)
class Shown:
    """A member of a finding: told where ``test`` holds. ``who`` are role ids.

    The finding's day, and the conditions it is allowed on, are those of the first member shown. Its
    rule finds it where ``made`` holds; it is told unless any of ``instead`` is found, which are
    names as its own, and whose tests are ``before``.
    """

    name: str
    made: Flat
    instead: tuple[str, ...]
    before: tuple[Flat, ...]
    who: tuple[str, ...]
    by: Dated | None
    conditions: tuple[str, ...]

    @cached_property
    def test(self) -> Flat:
        """Is it told? This grows with what may be told instead, so it is made only when needed."""
        return both([self.made, *(negate(each) for each in self.before)])


@dataclass(frozen=True, slots=True)
class TargetFinding:
    """A finding that can be told, by an id that no other finding of its kind has.

    Those whose outcome is ``allowed`` stand in nobody's way: they are conditions, what is to be
    done afterwards, or what else the policy says.
    """

    id: str
    rule: Rule
    failure: str
    outcome: Outcome
    members: tuple[Shown, ...]


@dataclass(frozen=True, slots=True)
class Scope:
    """The findings of the rules that look at one thing: the request, or each item of a list.

    ``facts`` are the flat facts that their tests compare, by name.
    """

    each: str
    facts: Mapping[str, FlatFact]
    findings: tuple[TargetFinding, ...]


def scopes(kind: KindRules) -> tuple[Scope, ...]:
    """Every finding that can be told of such a request; those of the whole request first."""
    made: list[Scope] = []
    for each, rules in kind.groups().items():
        flat = flat_rules(rules, kind.kind, kind.always_given(each))
        found = tuple(_finding(told, flat.tests) for told in telling(rules).told)
        made.append(Scope(each, flat.facts, found))
    return tuple(made)


def _finding(told: Told, tests: Mapping[str, Flat]) -> TargetFinding:
    members = tuple(
        Shown(
            member.name,
            tests[member.name],
            member.instead,
            tuple(tests[name] for name in member.instead),
            member.finding.who,
            member.finding.by,
            member.finding.conditions,
        )
        for member in told.members
    )
    finding = told.finding
    return TargetFinding(
        told.members[0].name,
        told.rule,
        finding.failure,
        finding.outcome,
        members,
    )

"""The rules in the form that engines run: named flat tests over named flat facts.

One form for every engine: what a missing answer means, which part of a rule comes first and how
many days lie between two dates are all worked out here.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from prevent.conditions.flat import Flat
from prevent.conditions.flat_facts import FlatFact
from prevent.conditions.lower import Lowering, both, either, excludes, negate
from prevent.conditions.tree import Is
from prevent.rules.ruleset import Part, Rule


@dataclass(frozen=True, slots=True)
class FlatRules:
    """Flat tests by name, and the flat facts they need by name."""

    tests: Mapping[str, Flat]
    facts: Mapping[str, FlatFact]


def flat_rules(rules: Sequence[Rule], kind: str, always_given: Collection[str] = ()) -> FlatRules:
    """The tests of these rules: which apply, which findings they make, which answers they ask.

    Every test asks for the kind of request, so that no rule can answer for another kind.
    ``always_given`` are the facts that no request can be without.
    """
    lowering = Lowering(always_given)
    guard = lowering.holds(Is("kind", (kind,)))
    tests: dict[str, Flat] = {}
    for rule in rules:
        applies = both([guard, lowering.holds(rule.when), lowering.not_true(rule.unless)])
        tests[rule.applied] = applies
        for part in rule.parts:
            tests |= _part_tests(rule, part, applies, lowering)
        for fact in rule.asks:
            asked = either(
                [
                    lowering.asks(fact, rule.applies),
                    *(both([applies, lowering.asks(fact, part.when)]) for part in rule.parts),
                ]
            )
            tests[f"{rule.id}/ask/{fact}"] = both([guard, asked])
    return FlatRules(tests, lowering.facts)


def _part_tests(rule: Rule, part: Part, applies: Flat, lowering: Lowering) -> dict[str, Flat]:
    tests: dict[str, Flat] = {}
    before = [lowering.holds(part.met)]
    for name, owner, finding in rule.findings():
        if owner is part:
            test = lowering.holds(finding.test)
            none = [negate(each) for each in _telling(before, test)]
            tests[name] = both([applies, lowering.holds(part.when), test, *none])
            before.append(test)
    return tests


def _telling(before: Sequence[Flat], test: Flat) -> list[Flat]:
    """Those of the tests before this one that it does not rule out by itself, or one another.

    It comes to the same, in far fewer alternatives.
    """
    left = [each for each in before if not excludes(each, test)]
    return [
        each
        for index, each in enumerate(left)
        if not any(
            excludes(each, negate(wider))
            for other, wider in enumerate(left)
            # Of two that come to the same, the later one is kept.
            if other > index or (other < index and not excludes(wider, negate(each)))
        )
    ]

"""The reference evaluator: which tests of a group of rules hold, by walking the condition tree."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from prevent.conditions.evaluate import Facts, deciding, evaluate
from prevent.rules.ruleset import Rule

NAME = "reference evaluator"


def fired(rules: Sequence[Rule], facts: Facts) -> frozenset[str]:
    """The names of the tests that hold: rules that apply, findings made, answers asked for."""
    return frozenset(name for rule in rules for name in _fired(rule, facts))


def _fired(rule: Rule, facts: Facts) -> Iterator[str]:
    for fact in deciding(rule.applies, facts):
        yield f"{rule.id}/ask/{fact}"
    if evaluate(rule.when, facts) is not True or evaluate(rule.unless, facts) is True:
        return
    yield rule.applied
    for part in rule.parts:
        if evaluate(part.met, facts) is True:
            continue
        names = [name for name, owner, _ in rule.findings() if owner is part]
        for name, finding in zip(names, part.findings, strict=True):
            if evaluate(finding.test, facts) is True:
                yield name
                break

"""The reference evaluator: which tests of a group of rules hold, by walking the condition tree."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from prevent.conditions.evaluate import Facts, deciding, evaluate
from prevent.conditions.tree import Condition
from prevent.dates import NO_CALENDAR, Calendar
from prevent.rules.ruleset import Part, Rule

NAME = "reference evaluator"


def fired(rules: Sequence[Rule], facts: Facts, calendar: Calendar = NO_CALENDAR) -> frozenset[str]:
    """The names of the tests that hold: rules that apply, findings made, answers asked for.

    Raises ``CalendarError`` where working days cannot be counted.
    """
    return frozenset(name for rule in rules for name in _fired(rule, facts, calendar))


def _fired(rule: Rule, facts: Facts, calendar: Calendar) -> Iterator[str]:
    yield from _asked(rule, rule.applies, facts, calendar)
    if evaluate(rule.when, facts, calendar) is not True:
        return
    if evaluate(rule.unless, facts, calendar) is True:
        return
    yield rule.applied
    for part in rule.parts:
        yield from _asked(rule, part.when, facts, calendar)
        if evaluate(part.when, facts, calendar) is True:
            yield from _found(rule, part, facts, calendar)


def _asked(rule: Rule, condition: Condition, facts: Facts, calendar: Calendar) -> Iterator[str]:
    for fact in deciding(condition, facts, calendar):
        if fact in rule.asks:
            yield f"{rule.id}/ask/{fact}"


def _found(rule: Rule, part: Part, facts: Facts, calendar: Calendar) -> Iterator[str]:
    """The first finding of a part that holds, unless the part is met."""
    if evaluate(part.met, facts, calendar) is True:
        return
    names = [name for name, owner, _ in rule.findings() if owner is part]
    for name, finding in zip(names, part.findings, strict=True):
        if evaluate(finding.test, facts, calendar) is True:
            yield name
            return

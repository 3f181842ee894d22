"""The reference evaluator: which tests of a group of rules hold, by walking the condition tree."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias

from prevent.conditions.evaluate import Facts, deciding, evaluate
from prevent.conditions.prepared import prepare, prepare_deciding
from prevent.conditions.tree import FALSE, Condition
from prevent.dates import NO_CALENDAR, Calendar
from prevent.rules.ruleset import Part, Rule

NAME = "reference evaluator"

_Names: TypeAlias = Callable[[Facts, set[str]], None]
"""Adds the names of the tests that hold."""


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


class Prepared:
    """The same for many requests: the conditions of the rules are made ready once."""

    def __init__(self, rules: Sequence[Rule], calendar: Calendar = NO_CALENDAR) -> None:
        self._calendar = calendar
        self._rules = [self._rule(rule) for rule in rules]

    def fired(self, facts: Facts) -> frozenset[str]:
        """The names of the tests that hold, as :func:`fired` gives them; raises what it raises."""
        names: set[str] = set()
        for rule in self._rules:
            rule(facts, names)
        return frozenset(names)

    def _rule(self, rule: Rule) -> _Names:
        applied = rule.applied
        applies, asked = prepare(rule.applies, self._calendar), self._asked(rule, rule.applies)
        when, unless = prepare(rule.when, self._calendar), prepare(rule.unless, self._calendar)
        parts = [self._part(rule, part) for part in rule.parts]

        def names_of(facts: Facts, names: set[str]) -> None:
            holds = applies(facts)
            if holds is False:
                return
            if holds is None:
                # Where it is not known whether an exception holds, the rule applies all the same.
                asked(facts, names)
                if when(facts) is not True or unless(facts) is True:
                    return
            names.add(applied)
            for part in parts:
                part(facts, names)

        return names_of

    def _asked(self, rule: Rule, condition: Condition) -> _Names:
        asks = {fact: f"{rule.id}/ask/{fact}" for fact in rule.asks}
        missing = prepare_deciding(condition, self._calendar)

        def names_of(facts: Facts, names: set[str]) -> None:
            names.update([asks[fact] for fact in missing(facts) if fact in asks])

        return names_of

    def _part(self, rule: Rule, part: Part) -> _Names:
        asked, when = self._asked(rule, part.when), prepare(part.when, self._calendar)
        met = None if part.met == FALSE else prepare(part.met, self._calendar)
        names_of_part = [name for name, owner, _ in rule.findings() if owner is part]
        found = [
            (name, prepare(finding.test, self._calendar))
            for name, finding in zip(names_of_part, part.findings, strict=True)
        ]

        def names_of(facts: Facts, names: set[str]) -> None:
            holds = when(facts)
            if holds is None:
                asked(facts, names)
            if not holds or (met is not None and met(facts)):
                return
            for name, test in found:
                if test(facts):
                    names.add(name)
                    return

        return names_of

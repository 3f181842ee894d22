"""Decisions in process, each way of deciding over the same requests of one kind.

What a way finds is told by the list and the place of the item, and the places of the finding and
of its member; so that all ways can be compared.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from benchmarks.measurement import AS_OF
from benchmarks.zen_table import FlatRequest, Members, flat_request, member_name
from prevent.conditions.evaluate import Facts
from prevent.conditions.flat_facts import FactValue, flattening
from prevent.engines import reference
from prevent.engines.confirmed import Evaluator
from prevent.engines.forms import KindForms
from prevent.engines.pattern import Pattern
from prevent.rules.rows import Cell, row_facts
from prevent.rules.ruleset import KindRules, RuleSet
from prevent.rules.telling import Telling, telling
from prevent.targets.findings import scopes


@dataclass(frozen=True, slots=True)
class Asked:
    """A request: its facts, and those of each item with the request's, by the list."""

    facts: Mapping[str, tuple[Facts, ...]]


class Deciding:
    """The ways of deciding requests of one kind. ``forms`` are the rules in the engine's form."""

    def __init__(self, rule_set: RuleSet, kind: KindRules, forms: KindForms | None = None) -> None:
        self.rule_set = rule_set
        self.kind = kind
        self.scopes = scopes(kind)
        self._calendar = rule_set.calendar()
        self._groups = kind.groups()
        self._telling = {each: telling(rules) for each, rules in self._groups.items()}
        self._places = {each: _places(tells) for each, tells in self._telling.items()}
        self._flattening = {
            scope.each: flattening(scope.facts, self._calendar) for scope in self.scopes
        }
        self._reference = {
            each: reference.Prepared(rules, self._calendar) for each, rules in self._groups.items()
        }
        self._forms = forms
        self._evaluators: dict[str, Evaluator] = {}

    def asked(self, row: Mapping[str, Cell]) -> Asked:
        """The request that a row of a register is."""
        stated = row_facts(self.kind, row, AS_OF)
        facts: dict[str, tuple[Facts, ...]] = {}
        for each in self._groups:
            items = range(len(stated.items[each])) if each else ()
            facts[each] = (
                tuple(stated.of_item(each, index) for index in items) if each else (stated.whole,)
            )
        return Asked(facts)

    def flat(self, asked: Asked) -> FlatRequest:
        """The flat facts of a request, worked out as the rules ask for them."""
        return flat_request(self.scopes, self.flat_of(asked))

    def flat_of(self, asked: Asked) -> dict[str, list[dict[str, FactValue]]]:
        """The flat facts by list, "" for those of the request itself."""
        return {
            scope.each: [self._flattening[scope.each](facts) for facts in asked.facts[scope.each]]
            for scope in self.scopes
        }

    def by_reference(self, asked: Asked) -> Members:
        """What the reference evaluator finds."""
        return self._found(asked, lambda each, facts: self._reference[each].fired(facts))

    def confirmed(self, asked: Asked) -> Members:
        """What durable-rules finds and the reference evaluator confirms."""
        return self._found(asked, lambda each, facts: self._evaluators[each].fired(facts))

    def begin(self, first: Asked) -> None:
        """Make the evaluators afresh, with nothing remembered, and load the engine's rules."""
        self.close()
        assert self._forms is not None
        self._evaluators = {
            each: Evaluator(rules, self._forms.forms[each], self._calendar)
            for each, rules in self._groups.items()
        }
        for each, evaluator in self._evaluators.items():
            for facts in first.facts[each][:1]:
                evaluator.fired(facts)

    def close(self) -> None:
        """Let the engines go."""
        for evaluator in self._evaluators.values():
            evaluator.close()
        self._evaluators = {}

    def _found(self, asked: Asked, fired: Callable[[str, Facts], frozenset[str]]) -> Members:
        found: list[tuple[str, int | None, str]] = []
        for each, tells in self._telling.items():
            places = self._places[each]
            for index, facts in enumerate(asked.facts[each]):
                item = index if each else None
                for told in tells.of(fired(each, facts)):
                    found += [(each, item, places[member.name]) for member in told.members]
        return frozenset(found)


def _places(tells: Telling) -> dict[str, str]:
    return {
        member.name: member_name(index, place)
        for index, told in enumerate(tells.told)
        for place, member in enumerate(told.members)
    }


def unlike(asked: Iterable[Asked], deciding: Deciding) -> list[Asked]:
    """The requests of which no part has a pattern that was seen before, in another or in itself."""
    patterns = {
        each: Pattern(rules, deciding.rule_set.calendar())
        for each, rules in deciding.kind.groups().items()
    }
    seen: set[object] = set()
    new: list[Asked] = []
    for request in asked:
        keys = [
            (each, patterns[each].of(facts))
            for each, parts in request.facts.items()
            for facts in parts
        ]
        if len(set(keys)) == len(keys) and seen.isdisjoint(keys):
            seen.update(keys)
            new.append(request)
    return new

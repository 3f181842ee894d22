"""The rules in the engine's own form, with the facts it needs: made once, kept as files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from prevent.conditions.evaluate import Facts
from prevent.conditions.flat import FactValue
from prevent.conditions.lower import FlatFact
from prevent.dates import NO_CALENDAR, Calendar
from prevent.engines.durable_form import FactType, ProfileError, rule_sets
from prevent.engines.steps import in_steps
from prevent.faults import Fault, Place, PreventError
from prevent.rules.flat_rules import flat_rules
from prevent.rules.ruleset import KindRules


@dataclass(frozen=True, slots=True)
class EngineForm:
    """durable-rules rule sets for the rules that look at one thing, and the facts they need."""

    facts: Mapping[str, FlatFact]
    rule_sets: tuple[Mapping[str, object], ...]

    @property
    def types(self) -> dict[str, FactType]:
        """The engine's type of each fact."""
        return {name: fact.type for name, fact in self.facts.items()}

    def flatten(self, facts: Facts, calendar: Calendar = NO_CALENDAR) -> dict[str, FactValue]:
        """The flat facts of one request, or of one item of it."""
        return {name: fact.value(facts, calendar) for name, fact in self.facts.items()}


@dataclass(frozen=True, slots=True)
class KindForms:
    """The engine forms for one kind of request, by the list whose items they look at."""

    kind: str
    forms: Mapping[str, EngineForm]


def engine_forms(kind: KindRules) -> KindForms:
    """The engine forms of the rules for one kind of request.

    Raises ``PreventError`` where a rule goes beyond what the engine does safely.
    """
    forms: dict[str, EngineForm] = {}
    for each, rules in kind.groups().items():
        flat = flat_rules(rules, kind.kind, kind.always_given(each))
        types: dict[str, FactType] = {name: fact.type for name, fact in flat.facts.items()}
        name = f"{kind.kind}.{each}" if each else kind.kind
        try:
            sets = rule_sets(name, in_steps(flat.tests), types)
        except ProfileError as error:
            message = f"'{error.name}' is more than the rules engine can do safely: {error.why}"
            hint = "Split the rule into several simpler ones."
            raise PreventError([Fault(Place("policy"), message, hint)]) from error
        forms[each] = EngineForm(flat.facts, tuple(sets))
    return KindForms(kind.kind, forms)

"""Making the engine's form of the rules: each test lowered, in steps where it must be."""

from __future__ import annotations

from prevent.engines.durable_form import FactType, ProfileError, rule_sets
from prevent.engines.forms import EngineForm, KindForms
from prevent.engines.steps import in_steps
from prevent.faults import Fault, Place, PreventError
from prevent.rules.flat_rules import flat_rules
from prevent.rules.ruleset import KindRules


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

"""The JSON rule sets, run by the durable-rules engine."""

from __future__ import annotations

import json
from collections.abc import Sequence

from prevent.engines.durable import DurableEngine, available
from prevent.engines.forms import KindForms, whole
from prevent.engines.make_forms import engine_forms
from prevent.rules.codec import decode
from prevent.rules.found import Found
from prevent.rules.ruleset import KindRules, RuleSet
from prevent.rules.telling import telling
from prevent.stock.runner import Answer, Asked, Runner
from prevent.targets.durable_rules import DurableRules as Target


class DurableRules(Runner):
    """The rule sets as they stand in the file; what is told of what fires is the rule set's."""

    name = "durable-rules"
    title = "durable-rules"
    target = "durable-rules"

    def available(self) -> str | None:
        """Is the extension installed?"""
        missing = available()
        return f"{missing} pip install 'prevent-policy[engine]'." if missing else None

    def decide(self, rule_set: RuleSet, kind: KindRules, asked: Sequence[Asked]) -> list[Answer]:
        """Loads the file of the kind, and posts the facts of each request to it."""
        files = Target().files(
            rule_set, {each: engine_forms(rule_set.kinds[each]) for each in rule_set.kinds}
        )
        forms = decode(KindForms, json.loads(files[f"{kind.kind}.json"])).forms
        calendar = rule_set.calendar()
        found: list[list[Found]] = [[] for _ in asked]
        rows = [one.facts(kind) for one in asked]
        for each, rules in kind.groups().items():
            tells = telling(rules)
            with DurableEngine(forms[each].rule_sets, forms[each].types) as engine:
                for place, row in enumerate(rows):
                    for item, facts in row.looked_at(each):
                        names = whole(engine.fired(forms[each].flatten(facts, calendar)))
                        found[place] += (
                            Found.of(told, facts, calendar, each, item) for told in tells.of(names)
                        )
        return [Answer.of(own) for own in found]

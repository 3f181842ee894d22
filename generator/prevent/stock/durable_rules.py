"""The JSON rule sets, run by the durable-rules engine."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from prevent.conditions.evaluate import Facts, moment
from prevent.dates import Calendar
from prevent.engines.durable import DurableEngine, available
from prevent.engines.forms import KindForms, engine_forms
from prevent.engines.steps import whole
from prevent.rules.codec import decode
from prevent.rules.rows import RowFacts
from prevent.rules.ruleset import KindRules, RuleSet
from prevent.rules.telling import Telling, telling
from prevent.stock.runner import Answer, Asked, Found, Runner
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
                    for item, facts in _looked_at(row, each):
                        names = whole(engine.fired(forms[each].flatten(facts, calendar)))
                        found[place] += _found(tells, names, facts, calendar, each, item)
        return [Answer.of(own) for own in found]


def _looked_at(row: RowFacts, each: str) -> Iterator[tuple[int | None, Facts]]:
    if not each:
        yield None, row.whole
        return
    for item in range(len(row.items.get(each, ()))):
        yield item, row.of_item(each, item)


def _found(
    tells: Telling,
    names: frozenset[str],
    facts: Facts,
    calendar: Calendar,
    each: str,
    item: int | None,
) -> Iterator[Found]:
    for told in tells.of(names):
        finding = told.finding
        yield Found(
            rule=told.rule.id,
            failure=finding.failure,
            outcome=finding.outcome,
            clause=told.rule.clause,
            who=frozenset(told.who),
            by=moment(finding.by, facts, calendar) if finding.by else None,
            item=item,
            list=each,
            conditions=finding.conditions,
        )

"""The rules for JSON Logic: for browsers, and any language that has an implementation of it.

Only operators of jsonlogic.com are used, and each in a way in which implementations agree: every
comparison is strict (``===``, ``!==``) or of two numbers, every operand of ``and`` and ``or`` is
true or false and there are always two at least, and every fact is given. So neither truthiness
(of ``""``, ``0`` and ``[]``), nor loose equality, nor what is missing ever comes into it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from prevent.conditions.flat import Both, Compare, Constant, Either, Flat, Operator
from prevent.conditions.json_form import Json
from prevent.conditions.lower import either, moment_name
from prevent.engines.forms import KindForms
from prevent.policy.outcomes import OUTCOMES
from prevent.rules.codec import encode
from prevent.rules.json_text import json_text
from prevent.rules.ruleset import KindRules, RuleSet
from prevent.targets.findings import scopes
from prevent.targets.reduced import FALSE, TRUE, Reduced, reduced
from prevent.targets.target import Target

_OPERATORS: Mapping[Operator, str] = {
    "eq": "===",
    "ne": "!==",
    "lt": "<",
    "le": "<=",
    "gt": ">",
    "ge": ">=",
}


class JsonLogic(Target):
    """Each finding as an expression that is true where it is told."""

    name = "json-logic"
    title = "JSON Logic"
    holds: ClassVar[Mapping[str, str]] = {
        "KIND.json": "the findings for one kind of request, and the facts they need"
    }

    def files(self, rule_set: RuleSet, forms: Mapping[str, KindForms]) -> dict[str, str]:
        """One file for each kind of request."""
        del forms
        return {
            f"{kind.kind}.json": json_text(document(rule_set, kind))
            for kind in rule_set.kinds.values()
        }

    def how(self, rule_set: RuleSet) -> str:
        """A browser's way, which is that of every language."""
        kind = next(iter(rule_set.kinds))
        return f"""\
`npm install json-logic-js` (or an implementation for another language) and, for a request of the
kind `{kind}`:

```javascript
const logic = require("json-logic-js");
const {{scopes}} = JSON.parse(require("fs").readFileSync("rules/json-logic/{kind}.json", "utf8"));
const facts = JSON.parse(require("fs").readFileSync("facts.json", "utf8"));
for (const finding of scopes[0].findings)
  if (logic.apply(finding.told, facts)) console.log(finding.outcome, finding.rule, finding.clause);
console.log(logic.apply(scopes[0].outcome, facts));
```

Every fact of `scopes[0].facts` must be in `facts.json`, worked out as it says there. The other
scopes look at each item of a list (`each`), with the facts of the item beside those of the request;
the outcome of a request is the worst of all: {", ".join(f"`{each}`" for each in OUTCOMES)}.
Where a finding is told, those of `who` act whose `when` is true. The first of `by` whose `when` is
true names the day, which `days` says how to work out; the first of `conditions`, what is imposed.
"""


def document(rule_set: RuleSet, kind: KindRules) -> dict[str, Json]:
    """What the file for a kind of request holds."""
    made: list[Json] = []
    for scope in scopes(kind):
        findings = list(reduced(scope))
        days = {moment_name(day): day for each in findings for day in each.by.values if day}
        made.append(
            {
                "each": scope.each,
                "facts": encode(scope.facts),
                "days": encode(days),
                "outcome": _outcome(findings),
                "findings": [_finding(each) for each in findings],
            }
        )
    return {"policy": rule_set.digest, "kind": kind.kind, "scopes": made}


def _finding(each: Reduced) -> dict[str, Json]:
    finding, rule = each.finding, each.finding.rule
    who: list[Json] = [{"role": role, "when": _logic(test)} for role, test in each.who.items()]
    by: list[Json] = [
        {"when": _logic(test), "day": moment_name(day) if day else None}
        for test, day in each.by.cases
    ]
    conditions: list[Json] = [
        {"when": _logic(test), "ids": list(ids)} for test, ids in each.conditions.cases
    ]
    return {
        "id": finding.id,
        "rule": rule.id,
        "title": rule.title,
        "failure": finding.failure,
        "outcome": finding.outcome,
        "clause": rule.clause,
        "statements": list(rule.statements),
        "told": _logic(each.told),
        "who": who,
        "by": by if any(each.by.values) else [],
        "conditions": conditions if any(each.conditions.values) else [],
    }


def _outcome(findings: list[Reduced]) -> Json:
    """An expression that gives the outcome as far as this scope decides it."""
    steps: list[Json] = []
    for outcome in OUTCOMES[:-1]:
        test = either(each.told for each in findings if each.finding.outcome == outcome)
        if test == TRUE:
            return {"if": [*steps, outcome]} if steps else outcome
        if test != FALSE:
            steps += [_logic(test), outcome]
    return {"if": [*steps, OUTCOMES[-1]]} if steps else OUTCOMES[-1]


def _logic(test: Flat) -> Json:
    match test:
        case Constant(value):
            return value
        case Both(parts):
            return {"and": [_logic(part) for part in parts]}
        case Either(parts):
            return {"or": [_logic(part) for part in parts]}
        case Compare(fact, operator, value):
            return {_OPERATORS[operator]: [{"var": fact}, value]}

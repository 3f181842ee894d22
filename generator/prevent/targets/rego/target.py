"""The rules in Rego: for Open Policy Agent, as it is or in a bundle, and for conftest."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from importlib import resources
from typing import ClassVar

from prevent.dates import parse_date
from prevent.engines.forms import KindForms
from prevent.policy.outcomes import IN_WORDS, OUTCOMES
from prevent.rules.json_text import json_text
from prevent.rules.ruleset import RuleSet
from prevent.targets.rego.kind_module import module, package
from prevent.targets.rego.text import quoted, quoted_list
from prevent.targets.target import Target

_EPOCH = date(1970, 1, 1)


class Rego(Target):
    """Modules of Rego that read a request document and deny all that is not allowed."""

    name = "rego"
    title = "Rego: Open Policy Agent and conftest"
    holds: ClassVar[Mapping[str, str]] = {
        "prevent.rego": "the findings, the outcome, and what conftest denies and warns of",
        "kinds/KIND.rego": "a rule for each finding of one kind of request",
        "request.rego": "how a request document is read, for any policy",
        "policy.rego": "the roles, and the days that are not worked",
        ".manifest": "what Open Policy Agent needs to know of a bundle",
    }

    def files(self, rule_set: RuleSet, forms: Mapping[str, KindForms]) -> dict[str, str]:
        """The modules, and the manifest of a bundle."""
        del forms
        return {
            ".manifest": _manifest(rule_set),
            "policy.rego": "\n".join(_policy(rule_set)) + "\n",
            "prevent.rego": "\n".join(_prevent(rule_set)) + "\n",
            "request.rego": (resources.files(__package__) / "request.rego").read_text("utf-8"),
            **{
                f"kinds/{kind.kind}.rego": module(rule_set, kind)
                for kind in rule_set.kinds.values()
            },
        }

    def how(self, rule_set: RuleSet) -> str:
        """With conftest, with Open Policy Agent, and in Python."""
        del rule_set
        return """\
A request is the input, as it stands in its file; nothing has to be worked out first.

```shell
conftest test request.yaml --policy rules/rego --namespace prevent
opa eval --bundle rules/rego --input request.yaml data.prevent.outcome
```

Without either, `pip install regopy` and, in Python, for a request written in JSON:

```python
import json, pathlib, regopy

engine = regopy.Interpreter()
for module in pathlib.Path("rules/rego").rglob("*.rego"):
    engine.add_module(module.name, module.read_text(encoding="utf-8"))
engine.set_input(regopy.Input(json.load(open("request.json", encoding="utf-8"))))
print(engine.query("x = data.prevent.outcome")[0]["x"])
```

Whatever is not allowed, or cannot be decided, is denied; conditions and notes are warnings.
Waivers, and the conditions that approvers set, are for `prevent check` alone.

The day of the check is the day it is in Coordinated Universal Time (UTC), wherever the engine runs.
In a British summer that is still the day before until one o'clock in the morning; `prevent check`
goes by the clock of its own computer. Where that matters, say the day. It is given as data: a
request cannot choose the day on which it is checked. Let `day.json` hold
`{"prevent_given": {"today": "2026-04-20"}}`, which may also say `policy_as_of`.

```shell
conftest test request.yaml --policy rules/rego --namespace prevent --data day.json
opa eval --bundle rules/rego --data day.json --input request.yaml data.prevent.outcome
```

These files are tried under rego-cpp, an engine of Rego that is not Open Policy Agent itself;
`prevent conform` runs it. They keep to the Rego that Open Policy Agent documents. Under its own
programs and conftest they have not been tried: try your own requests before you rely on them.
"""


def _manifest(rule_set: RuleSet) -> str:
    return json_text({"revision": rule_set.digest, "roots": ["prevent"], "rego_version": 1})


def _policy(rule_set: RuleSet) -> Iterator[str]:
    """What the policy names."""
    yield "# What the policy names: its roles, its conditions, and the days that are not worked."
    yield "#"
    yield "# Made by prevent build. Do not edit: change the policy and build again."
    yield "package prevent.policy"
    yield ""
    yield "import rego.v1"
    yield ""
    yield f"digest := {quoted(rule_set.digest)}"
    yield ""
    yield "roles := {"
    yield from (f"\t{quoted(role)}: {quoted(title)}," for role, title in rule_set.roles.items())
    yield "}"
    yield ""
    yield f"conditions := {quoted_list(rule_set.conditions)}"
    yield ""
    days = [day for each in rule_set.bank_holidays if (day := parse_date(each))]
    calendar = rule_set.calendar()
    known = [date(calendar.first, 1, 1), date(calendar.last, 12, 31)] if days else []
    yield "# The first and the last day of the years whose bank holidays are known, and the bank"
    yield "# holidays, as days since 1 January 1970."
    yield f"known := {[_number(day) for day in known] or [1, 0]}"
    yield ""
    yield "closed := ["
    yield from (f"\t{_number(day)}, # {day.isoformat()}" for day in days)
    yield "]"


def _number(day: date) -> int:
    return (day - _EPOCH).days


def _prevent(rule_set: RuleSet) -> Iterator[str]:
    """What is asked: the findings, the outcome, what is denied and what is warned of."""
    yield "# What a request is told, and whether it can go ahead."
    yield "#"
    yield "# Made by prevent build. Do not edit: change the policy and build again."
    yield "package prevent"
    yield ""
    yield "import rego.v1"
    yield ""
    names = {kind: package(kind) for kind in rule_set.kinds}
    yield from (f"import data.prevent.{name}" for name in names.values())
    yield "import data.prevent.policy"
    yield ""
    for name in names.values():
        yield _KIND.replace("KIND", name)
    kinds = ", ".join(rule_set.kinds)
    yield "faults contains fault if {"
    yield "\tnot known_kind"
    yield f"\tfault := {quoted(f'Write kind: ... with one of: {kinds}.')}"
    yield "}"
    yield ""
    yield "# The worst outcome of the findings; where there is none, it is allowed."
    yield 'default outcome := "not-valid"'
    yield ""
    for index, outcome in enumerate(OUTCOMES):
        start = "outcome := " if not index else "} else := "
        yield f"{start}{quoted(outcome)} if {{"
        yield "\tdecided"
        if outcome != "allowed":
            yield "\tsome finding in findings"
            yield f"\tfinding.outcome == {quoted(outcome)}"
    yield "}"
    yield _ANSWERS.rstrip()
    yield ""
    yield "outcome_in_words := {"
    yield from (f"\t{quoted(each)}: {quoted(words)}," for each, words in IN_WORDS.items())
    yield "}"


_KIND = """\
findings contains finding if {
	KIND.decided
	some finding in KIND.findings
}

decided if KIND.decided

faults contains fault if {
	KIND.applies
	some fault in KIND.faults
}

faults contains fault if {
	some fact in KIND.uncounted
	fault := sprintf("Working days cannot be counted from '%s'.", [fact])
}

known_kind if KIND.applies
"""

_ANSWERS = """
# All that is not allowed fails a run of conftest: deny, as a warning would let it pass.
deny contains object.union(finding, {"msg": message(finding)}) if {
	some finding in findings
	finding.outcome != "allowed"
}

deny contains {"msg": sprintf("This request cannot be decided. %s", [fault])} if {
	some fault in faults
}

deny contains {"msg": "This request cannot be decided."} if {
	not decided
	count(faults) == 0
}

# Conditions, notes and what is to be done afterwards stand in nobody's way.
warn contains object.union(finding, {"msg": message(finding)}) if {
	some finding in findings
	finding.outcome == "allowed"
}

message(finding) := concat("", [
	sprintf("%s: %s (clause %s).", [
		outcome_in_words[finding.outcome],
		finding.title,
		finding.clause,
	]),
	item_in_words(finding),
	who_in_words(finding),
	by_in_words(finding),
])

item_in_words(finding) := sprintf(" %s, number %d.", [finding.list, finding.item + 1]) if {
	finding.item != null
} else := ""

who_in_words(finding) := sprintf(" To act: %s.", [titles]) if {
	count(finding.who) > 0
	titles := concat(", ", [policy.roles[role] | some role in finding.who])
} else := ""

by_in_words(finding) := sprintf(" By %s.", [finding.by]) if {
	finding.by != null
} else := ""
"""

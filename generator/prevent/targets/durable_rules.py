"""The rules for durable-rules: JSON rule sets, and the flat facts they need."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from prevent.engines.forms import KindForms
from prevent.rules.codec import encode
from prevent.rules.json_text import json_text
from prevent.rules.ruleset import RuleSet
from prevent.targets.target import Target


class DurableRules(Target):
    """A rule set for each thing the rules look at, in the profile in which the engine is safe."""

    name = "durable-rules"
    title = "durable-rules"
    holds: ClassVar[Mapping[str, str]] = {
        "KIND.json": "the rules for one kind of request, and the facts they need"
    }

    def files(self, rule_set: RuleSet, forms: Mapping[str, KindForms]) -> dict[str, str]:
        """One file for each kind of request."""
        return {f"{kind}.json": json_text(encode(forms[kind])) for kind in rule_set.kinds}

    def how(self, rule_set: RuleSet) -> str:
        """Run by ``prevent check`` itself."""
        del rule_set
        return """\
`prevent check` runs these by itself. Elsewhere, `pip install durable_rules` and, in Python:

```python
form = json.load(open("rules/durable-rules/KIND.json"))["forms"][""]
for rules in form["rule_sets"]:
    for name, definition in rules.items():
        durable.engine.Host().set_rulesets({name: definition})
```

Every fact of `form["facts"]` must be in what you post, worked out as it says there.
"""

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
        kind = next(iter(rule_set.kinds))
        return f"""\
`prevent check` runs these by itself. Elsewhere, `pip install durable_rules` and, in Python, for a
request of the kind `{kind}`:

```python
import json
import durable_rules_engine as engine

form = json.load(open("rules/durable-rules/{kind}.json", encoding="utf-8"))["forms"][""]
facts = json.load(open("facts.json", encoding="utf-8"))
for name, rules in (each for sets in form["rule_sets"] for each in sets.items()):
    handle = engine.create_ruleset(name, json.dumps(rules))
    posted = json.dumps({{"sid": "request", "id": "facts", "always": True, **facts}})
    _, offset = engine.assert_fact(handle, posted)
    fired = engine.start_action_for_state(handle, offset)[1]
    while fired:
        print(next(iter(json.loads(fired))).partition("|")[0])
        fired = engine.complete_and_start_action(handle, offset)
```

Every fact of `form["facts"]` must be in `facts.json`, worked out as it says there. What is printed
are the tests that hold, perhaps more than once, and last `sentinel`; `kinds/{kind}.json` says which
finding each of them makes.
"""

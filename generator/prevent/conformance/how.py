"""How somebody who runs the rules elsewhere uses the cases: a part of ``rules/README.md``."""

from __future__ import annotations

HOW = """\
## How to try an engine of your own: conformance

Each line of `conformance/KIND.ndjson` is a case: facts in, findings out. An engine that gives
every answer as it stands there decides as `prevent check` does. `prevent conform` tries the stock
engines in this way.

| key | holds |
|---|---|
| `id`, `shows` | the name of the case, and what it is there for |
| `request` | a valid request, as JSON |
| `as_of` | the day of the check; `policy_as_of`, where it stands, the day whose policy counts |
| `facts` | what the request states, as far as any rule looks at it: text, numbers, days |
| `items` | for each list, the facts of each item; the rules for items see `facts` as well |
| `outcome` | the worst outcome of the findings: refused, referred, action-needed or allowed |
| `findings` | what is told, in any order |

A fact that is missing is not there. `today` is the day of the check, and `in_force_on` the day
whose policy counts. Which facts are days is said by the fields in `kinds/KIND.json`.

A finding names its `rule`, its `failure`, its `outcome` and its `clause`; `who` acts, as role ids
in any order; `by` is the day by which, or null. `item` counts from 0 in the list `list`, or is
null where the finding is about the whole request. `conditions` are those it is allowed on.

1. Read a line, and give your engine the facts: once for the rules of the whole request, and once
   more for each item of a list that rules look at.
2. Make a finding of whatever it tells, and compare the two collections. Two findings may be alike.
3. Compare the outcome with the worst of theirs. Findings that are `allowed` never change it.

What approvers ask for when they grant something is no finding, and no part of this.
"""

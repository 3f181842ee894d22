"""Everything a policy generates under ``rules/``, as text by file name."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from prevent import __version__
from prevent.bundle.current import (
    MANIFEST,
    POLICY,
    Rules,
    kind_file,
    schema_file,
)
from prevent.conformance.case import ndjson
from prevent.conformance.how import HOW
from prevent.conformance.suite import suite
from prevent.dates import month_in_words
from prevent.fields.types import Schema
from prevent.loading.layers import ids_of
from prevent.loading.schemas import NAMES, policy_schema
from prevent.policy.model import Policy
from prevent.rules.codec import encode
from prevent.rules.json_text import json_text
from prevent.rules.ruleset import RuleSet
from prevent.rules.waiver_schema import waivers_schema
from prevent.targets.table import TARGETS


def outputs(policy: Policy, rules: Rules) -> dict[str, str]:
    """The text of each file under ``rules/``, by its name there, for the rules a policy makes.

    The manifest names every other file with its SHA-256, and the policy they were made from.
    """
    rule_set = rules.rule_set
    files = {POLICY: json_text(encode(replace(rule_set, kinds={})))}
    for kind in rule_set.kinds.values():
        files[kind_file(kind.kind)] = json_text(encode(kind))
    for target in TARGETS.values():
        own = target.files(rule_set, rules.forms)
        files |= {f"{target.name}/{name}": text for name, text in own.items()}
    for name, cases in suite(rule_set).items():
        files[f"conformance/{name}.ndjson"] = ndjson(cases)
    for name, schema in rules.schemas.items():
        files[schema_file(name)] = json_text(schema)
    if rule_set.waivers:
        files["schemas/policy/waivers.schema.json"] = json_text(waivers_schema(rule_set))
    for name in NAMES:
        files[f"schemas/policy/{name}.schema.json"] = json_text(policy_schema(name, ids_of(policy)))
    files["README.md"] = _readme(rule_set)
    manifest: Schema = {
        "policy": rule_set.digest,
        "prevent": __version__,
        "files": {name: sha256(text) for name, text in sorted(files.items())},
    }
    return files | {MANIFEST: json_text(manifest)}


def sha256(text: str) -> str:
    """The SHA-256 of a text in UTF-8."""
    return hashlib.sha256(text.encode()).hexdigest()


def _readme(rule_set: RuleSet) -> str:
    policy = f"{rule_set.organisation}, {rule_set.title}, {month_in_words(rule_set.issued)}"
    kinds = ", ".join(f"`{kind}`" for kind in rule_set.kinds)
    waivers = " and of `waivers.yaml`, for editors" if rule_set.waivers else ", for editors"
    targets = "\n".join(
        f"| `{target.name}/{name}` | {what} |"
        for target in TARGETS.values()
        for name, what in target.holds.items()
    )
    how = "\n".join(f"### {target.title}\n\n{target.how(rule_set)}" for target in TARGETS.values())
    return f"""# Rules

Made by `prevent build` from `policy/`. Do not edit: change the policy and build again.
`prevent build --check` says whether these files are what the policy makes.

| what | which |
|---|---|
| policy | {policy} |
| digest | `{rule_set.digest}` |
| kinds of request | {kinds} |

| file | holds |
|---|---|
| `manifest.json` | the policy's digest, and the SHA-256 of every other file |
| `policy.json` | the titles and the policy's words that decisions cite |
| `kinds/KIND.json` | the fields and rules for one kind: conditions, messages, citations |
{targets}
| `conformance/KIND.ndjson` | requests with the answer to each, to try another engine by |
| `schemas/KIND.schema.json` | the JSON Schema of a request of that kind; `request` is any kind |
| `schemas/policy/*.schema.json` | the JSON Schemas of the policy's own files{waivers} |

## What a condition means

A condition is true, false or unknown. A comparison with a missing fact is unknown. `all` is false
as soon as one part is false, true when every part is true, and unknown otherwise; `any` the other
way round; `not` swaps true and false and leaves unknown. `given` is never unknown.

A rule applies where its `when` is true and its `unless` is not true. A part of it is satisfied
where `met` is true; otherwise the first finding whose `test` is true is made. Where it is unknown
whether a rule applies, every missing fact among the reasons is asked for (`asks`).

## What the engine's facts are

Every fact is there, with its exact type. `text` is the answer, or empty where it is missing.
`given` says whether a fact is there. `gap` is the number of days from `first` to `second`, where
`plus` moves a date (months by the corresponding date), or 0 where a date is missing; `gap_known`
says whether both are there.

A test too big for the engine to hold whole is put to it in steps, which are named after it:
`NAME#1.1of3`, `NAME#1.2of3` and `NAME#1.3of3` must all fire for the test to hold. Steps that begin
with `#2` are another way for it to hold, and all of those must fire instead.

## How to use them with the stock engines

{how}

{HOW}"""

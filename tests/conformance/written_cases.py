"""The cases as they stand under ``rules/``, read as anybody would, without what makes them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any

from processes import ROOT

Json = dict[str, Any]


@cache
def kinds(policy: str) -> dict[str, Json]:
    """The rules for each kind of request, as they are written down."""
    folder = ROOT / policy / ".." / "rules" / "kinds"
    return {path.stem: json.loads(path.read_text()) for path in sorted(folder.glob("*.json"))}


@cache
def cases(policy: str, kind: str) -> list[Json]:
    path = ROOT / policy / ".." / "rules" / "conformance" / f"{kind}.ndjson"
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def every(policy: str) -> Iterator[tuple[str, Json, list[Json]]]:
    """Each kind of request, its rules and its cases."""
    for kind, rules in kinds(policy).items():
        yield kind, rules, cases(policy, kind)


def day_facts(rules: Json) -> set[str]:
    """The facts that are days, as far as they are plain fields."""
    fields = [
        *rules["fields"],
        *(own for each in rules["fields"] for own in each.get("fields", ())),
    ]
    return {each["id"] for each in fields if each["type"] == "date"} | {"today", "in_force_on"}


def typed(rules: Json, facts: Json) -> dict[str, Any]:
    """Facts with days as days."""
    days = day_facts(rules)
    ends = (".date", ".latest", ".completed")
    return {
        name: date.fromisoformat(value) if name in days or name.endswith(ends) else value
        for name, value in facts.items()
    }


def facts_of_each(rules: Json, case: Json, each: str) -> list[dict[str, Any]]:
    """What the rules for a list see of each item; with "", what those for the request see."""
    whole = {"kind": rules["kind"], **typed(rules, case["facts"])}
    if not each:
        return [whole]
    return [{**whole, **typed(rules, item)} for item in case["items"].get(each, ())]


def conditions(rule: Json) -> Iterator[bool | Json]:
    """Every condition of a rule, as JSON."""
    yield from (rule[key] for key in ("when", "unless") if key in rule)
    for part in rule["parts"]:
        yield from (part[key] for key in ("when", "met") if key in part)
        yield from (finding["test"] for finding in part["findings"] if "test" in finding)


def leaves(condition: object) -> Iterator[Json]:
    """Every comparison of a condition."""
    if not isinstance(condition, dict):
        return
    for key in ("all", "any"):
        for part in condition.get(key, ()):
            yield from leaves(part)
    if "not" in condition:
        yield from leaves(condition["not"])
    elif not condition.keys() & {"all", "any"}:
        yield condition

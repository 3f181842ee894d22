"""The JSON Schema of ``waivers.yaml``, from what a rule set says of waivers."""

from __future__ import annotations

from prevent.fields.types import Schema
from prevent.policy.cited import Waivers
from prevent.policy.wording import listed, titled
from prevent.rules.request_schema import DRAFT
from prevent.rules.ruleset import RuleSet


def who_may_waive(waivers: Waivers, rule_set: RuleSet) -> str:
    """A sentence that says whom the policy lets waive its rules, and in which clause."""
    who = listed([titled(rule_set.roles[role]) for role in waivers.authorised_by], "or")
    return f"Clause {waivers.clause} lets {who} do so."


def waivers_schema(rule_set: RuleSet) -> Schema:
    """The schema of the waivers of a policy that allows some.

    It names the roles that may waive and the rules that may be waived, and no others.
    """
    roles = dict.fromkeys(role for each in rule_set.waivers for role in each.authorised_by)
    rules = dict.fromkeys(rule for each in rule_set.waivers for rule in each.rules)
    lets = " ".join(who_may_waive(each, rule_set) for each in rule_set.waivers)
    text: Schema = {"type": "string", "minLength": 1}
    day: Schema = {"type": "string", "format": "date"}
    properties: Schema = {
        "id": {
            "title": "Short name",
            "description": "A name of its own for this waiver, such as w-2026-01.",
            "type": "string",
            "pattern": "^[A-Za-z0-9][A-Za-z0-9._/-]*$",
            "x-expected": "Letters, figures and hyphens, such as w-2026-01.",
        },
        "kind": {
            "title": "Kind",
            "description": "The kind of the request.",
            "enum": list(rule_set.kinds),
        },
        "reference": {
            "title": "Reference",
            "description": "The request's own reference, just as the request writes it.",
            **text,
        },
        "rules": {
            "title": "Rules",
            "description": "The rules that are waived for this one request.",
            "type": "array",
            "minItems": 1,
            "uniqueItems": True,
            "items": {"enum": list(rules)},
        },
        "by": {
            "title": "By",
            "description": f"The role that waives them. {lets}",
            "enum": list(roles),
        },
        "why": {
            "title": "Why",
            "description": "The reason, in a sentence. Every report shows it: never write a"
            " concern about a person here.",
            "type": "string",
            "pattern": r"\S",
            "x-expected": "Say why in a sentence.",
        },
        "granted_on": {
            "title": "Granted on",
            "description": "The first day it counts, YYYY-MM-DD.",
            **day,
        },
        "until": {
            "title": "Until",
            "description": "The last day it counts, YYYY-MM-DD.",
            **day,
        },
    }
    return {
        "$schema": DRAFT,
        "title": "Waivers",
        "description": "Rules that an authorised role has waived for a single request.",
        "type": "object",
        "required": ["waivers"],
        "additionalProperties": False,
        "x-expected": "Write 'waivers:' and the waivers under it, or take the file away.",
        "properties": {
            "waivers": {
                "title": "Waivers",
                "description": "One entry for each.",
                "type": ["array", "null"],
                "items": {
                    "type": "object",
                    "required": list(properties),
                    "additionalProperties": False,
                    "properties": properties,
                },
            }
        },
    }

"""The schema of a day, as it is written in a rule: see ``prevent.requirements.day``."""

from __future__ import annotations

from collections.abc import Sequence

from prevent.dates import UNITS
from prevent.fields.types import Schema
from prevent.loading.ids import Ids
from prevent.requirements.day import EVIDENCE, TODAY, period_schema

_EXPECTED = (
    "Write a date field, today, a date such as 2026-09-01, or a day such as"
    " {working_days: 5, before: date}."
)


def day_schema(ids: Ids, *, moved: bool = False) -> Schema:
    """A date field, ``today``, a date, the day of evidence; ``moved``, a period from one as well.

    Each shape is told from the others first, so that a fault is named for what was meant.
    """
    fields = ids.every_field().values()
    days = [field.id for field in fields if field.type == "date"]
    named: Schema = {
        "if": {"pattern": "^[0-9]{4}-"},
        "then": {"format": "date"},
        "else": {"enum": [*days, TODAY]},
    }
    chosen: Schema = _moved() if moved else {"not": {}, "x-why": _EXPECTED}
    for key, (kind, _) in EVIDENCE.items():
        ids_of_kind = [field.id for field in fields if field.type == kind]
        own: Schema = {"$ref": "#/$defs/role-id"} if key != "completed" else {"enum": ids_of_kind}
        properties: Schema = {key: own}
        if key != "completed":
            properties["in"] = {"enum": ids_of_kind}
        if ids_of_kind:
            chosen = {"if": {"required": [key]}, "then": _only(properties), "else": chosen}
    return {
        "x-expected": _EXPECTED,
        "type": ["string", "object"],
        "if": {"type": "string"},
        "then": named,
        "else": chosen,
    }


def _moved() -> Schema:
    day: Schema = {
        "$ref": "#/$defs/plain-day",
        "not": {"type": "string", "pattern": "^[0-9]{4}-"},
        "x-why": "A period runs from a day of the request. Write the day itself instead.",
    }
    return {
        **_only({**period_schema(), "before": day, "after": day}),
        "allOf": [_one_of(UNITS), _one_of(("before", "after"))],
    }


def _one_of(keys: Sequence[str]) -> Schema:
    expected = "Write a period and a day, such as {working_days: 5, before: date}."
    return {"oneOf": [{"required": [key]} for key in keys], "x-expected": expected}


def _only(properties: Schema) -> Schema:
    return {"properties": properties, "additionalProperties": False}

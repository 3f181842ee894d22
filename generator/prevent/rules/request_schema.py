"""The JSON Schemas of request files, from the fields that the procedures declare."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from prevent.fields.types import NO, YES, Known, Schema, answer_schema
from prevent.policy.model import Policy
from prevent.policy.written import Procedure

DRAFT = "https://json-schema.org/draft/2020-12/schema"


def request_schemas(policy: Policy) -> dict[str, Schema]:
    """A schema for each kind of request by kind, and under ``request`` one for any of them."""
    known = Known(tuple(policy.roles), tuple(policy.catalogue))
    schemas = {each.kind: _schema(each, known) for each in policy.procedures}
    return schemas | {"request": _any(policy.procedures, schemas)}


def _schema(procedure: Procedure, known: Known) -> Schema:
    properties: Schema = {
        "kind": {
            "title": "Kind",
            "description": f"What is asked for: {procedure.title}.",
            "const": procedure.kind,
        }
    }
    properties |= {use.field.id: answer_schema(use.field, known) for use in procedure.uses}
    required = ["kind", *(use.field.id for use in procedure.uses if use.required)]
    schema: Schema = {
        "$schema": DRAFT,
        "title": f"A request: {procedure.noun}",
        "description": procedure.summary,
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": False,
    }
    limits = list(_limits(procedure))
    return schema | ({"allOf": limits} if limits else {})


def _limits(procedure: Procedure) -> Iterator[Schema]:
    """Fields that may be given only where another field has a certain answer."""
    cases: dict[tuple[str, str], list[str]] = {}
    for use in procedure.uses:
        if use.only_when:
            cases.setdefault(use.only_when, []).append(use.field.id)
    for (field_id, answer), limited in cases.items():
        accepted = {"yes": list(YES), "no": list(NO)}.get(answer, [answer])
        yield {
            "if": {"properties": {field_id: {"enum": accepted}}, "required": [field_id]},
            "else": {"properties": {each: _refused(each, field_id, answer) for each in limited}},
        }


def _refused(limited: str, field_id: str, answer: str) -> Schema:
    why = f"'{limited}' may be given only where '{field_id}' is {answer}."
    return {"not": {}, "x-why": why}


def _any(procedures: Sequence[Procedure], schemas: Mapping[str, Schema]) -> Schema:
    kinds = [procedure.kind for procedure in procedures]
    kind: Schema = {"title": "Kind", "description": "What is asked for.", "enum": kinds}
    chosen: list[Schema] = [
        {"if": {"properties": {"kind": {"const": name}}}, "then": _inner(schemas[name])}
        for name in kinds
    ]
    return {
        "$schema": DRAFT,
        "title": "A request",
        "description": "A request of any kind.",
        "type": "object",
        "properties": {"kind": kind},
        "required": ["kind"],
        "allOf": chosen,
    }


def _inner(schema: Schema) -> Schema:
    return {key: value for key, value in schema.items() if key != "$schema"}

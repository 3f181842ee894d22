"""The schemas of the policy's files, with the policy's own ids filled in.

The schemas know the roles, clauses, statements, fields and options there are. So an unknown one is
found by the schema, with the nearest right one, here and in an editor alike.
"""

from __future__ import annotations

import copy
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import resources

from prevent.conditions.tree import SIZES
from prevent.fields.field import Field
from prevent.fields.types import FIELD_TYPES, Known, Schema, answer_schema
from prevent.loading.day_schema import day_schema
from prevent.loading.digest import SINGLE
from prevent.loading.ids import Ids
from prevent.reading.documents import parse_documents
from prevent.requirements.day import period_schema
from prevent.requirements.kinds import KINDS

NAMES = (*SINGLE, "procedure", "tests")
"""The schemas there are: of the file of each name, of a procedure, and of a file of tests."""

_SIZES: Schema = {
    size: {
        "description": f"The number, or how many there are: {size.replace('_', ' ')} this.",
        "type": "integer",
        "minimum": 0,
    }
    for size in SIZES
}

NO_BASE = "This policy adds to no other: say so under adds_to in organisation.yaml first."
NO_CATALOGUE = "There are no conditions to name: write them in conditions.yaml first."

DATE_TESTS = ("before", "on_or_before", "after", "on_or_after")


@cache
def _written(name: str) -> Schema:
    text = resources.files("prevent.policy").joinpath("schemas", f"{name}.schema.yaml").read_bytes()
    documents, faults = parse_documents(text, name=f"{name}.schema.yaml")
    assert not faults
    data = documents[0].data
    assert isinstance(data, dict)
    return dict(data)


def policy_schema(name: str, ids: Ids) -> Schema:
    """The schema of this name (one of :data:`NAMES`) for a policy that has these ids."""
    schema = copy.deepcopy(_written(name))
    defs = schema.get("$defs")
    assert isinstance(defs, dict)
    known: Mapping[str, Sequence[str]] = {
        "role-id": ids.roles,
        "statement-id": ids.statements,
        "clause-number": ids.clauses,
        "field-id": tuple(ids.every_field()),
        "kind": ids.kinds,
        "condition-id": ids.conditions,
        "imposed-id": ids.imposed,
        "rule-id": ids.rules,
        "told-id": ids.told,
        "procedure-id": ids.procedures,
    }
    for def_name, values in known.items():
        if def_name in defs and values:
            defs[def_name]["enum"] = list(dict.fromkeys(values))
            defs[def_name].pop("pattern", None)
            defs[def_name].pop("x-expected", None)
    if name == "procedure" and not ids.procedures:
        defs["procedure-id"] |= {"not": {}, "x-why": NO_BASE}
    if name in {"procedure", "tests"} and not ids.imposed:
        defs["imposed-id"] |= {"not": {}, "x-why": NO_CATALOGUE}
    if name == "fields" and not ids.imposed:
        says = defs["field"]["properties"]["also_says"]["items"]
        says |= {"not": {"const": "conditions"}, "x-why": NO_CATALOGUE}
    if name == "procedure":
        defs["condition"] |= _conditions(ids)
        requirement: Schema = {
            kind.name: {"description": kind.summary, **kind.schema} for kind in KINDS.values()
        }
        defs["requirement"]["properties"] = requirement
        defs["case"]["allOf"] = [_otherwise(kind) for kind in KINDS]
        defs["rule"]["allOf"] = [_otherwise(kind) for kind in KINDS]
        defs["period"]["properties"] = period_schema()
        defs["plain-day"] |= day_schema(ids)
        defs["day"] |= day_schema(ids, moved=True)
    if name == "tests":
        known_answers = Known(ids.roles, ids.imposed)
        answers: Schema = {each.id: answer_schema(each, known_answers) for each in ids.fields}
        kind: Schema = {"kind": {"$ref": "#/$defs/kind"}}
        defs["answers"] |= {"properties": answers, "additionalProperties": False}
        defs["request"] |= {"properties": kind | answers, "additionalProperties": False}
    return schema


def _otherwise(kind: str) -> Schema:
    """Under ``otherwise`` stand just the failures of the requirement's kind."""
    failures = {
        failure.name: {
            "$ref": "#/$defs/consequence" if failure.lenient else "#/$defs/strict-consequence",
            "description": failure.means,
        }
        for failure in KINDS[kind].failures
    }
    otherwise = {"type": "object", "properties": failures, "additionalProperties": False}
    return {
        "if": {
            "required": ["require"],
            "properties": {"require": {"type": "object", "required": [kind]}},
        },
        "then": {"properties": {"otherwise": otherwise}},
    }


def _conditions(ids: Ids) -> Schema:
    """The keys of a condition: all, any, not, condition, kind, and every field with its tests."""
    each: Schema = {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/condition"}}
    own: Schema = {
        "all": {"description": "Each of these is so.", **each},
        "any": {"description": "At least one of these is so.", **each},
        "not": {"$ref": "#/$defs/condition", "description": "This is not so."},
        "condition": {"$ref": "#/$defs/condition-id"},
        "kind": {"$ref": "#/$defs/kind"},
    }
    fields = {field.id: _tests(field) for field in ids.every_field().values()}
    return {"properties": fields | own, "additionalProperties": False}


def _tests(field: Field) -> Schema:
    given: Schema = {
        "given": {"description": "Is it answered?", "enum": ["yes", "no", True, False]}
    }
    own: Schema = {}
    match FIELD_TYPES[field.type].compared_as:
        case "option":
            options: list[object] = [option.id for option in field.options]
            if field.type == "yes-no":
                options += [True, False]
            option: Schema = {"enum": options}
            several: Schema = {"type": "array", "minItems": 1, "items": option}
            mapped = _mapping(
                given | {"not": {"description": "It is answered otherwise.", **option}}
            )
            return {"description": field.question, **_by_shape(option, several, mapped)}
        case "options":
            option = {"enum": [option.id for option in field.options]}
            own = (
                given | {"includes": {"description": "It is among the answers.", **option}} | _SIZES
            )
        case "number":
            own = given | _SIZES
        case "date":
            own = given | {key: {"$ref": "#/$defs/day"} for key in DATE_TESTS}
        case "decisions":
            own = {key: {"$ref": "#/$defs/role-id"} for key in ("granted_by", "declined_by")}
        case "advice":
            own = {"given_by": {"$ref": "#/$defs/role-id"}}
        case "completion":
            own = {"completed": {"description": "Has it been completed?", "enum": ["yes", True]}}
        case _:
            own = given
    return {"description": field.question, **_mapping(own)}


def _by_shape(single: Schema, several: Schema, mapped: Schema) -> Schema:
    """One answer, a list of answers, or a mapping: told apart first, so that faults are plain."""
    return {
        "if": {"type": "object"},
        "then": mapped,
        "else": {"if": {"type": "array"}, "then": several, "else": single},
    }


def _mapping(properties: Schema) -> Schema:
    return {
        "type": "object",
        "properties": properties,
        "minProperties": 1,
        "maxProperties": 1,
        "additionalProperties": False,
    }

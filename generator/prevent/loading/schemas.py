"""The schemas of the policy's files, with the policy's own ids filled in.

The schemas know the roles, clauses, statements, fields and options there are. So an unknown one is
found by the schema, with the nearest right one, here and in an editor alike.
"""

from __future__ import annotations

import copy
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

from prevent.conditions.tree import SIZES
from prevent.fields.field import Field
from prevent.fields.types import FIELD_TYPES, Schema, answer_schema
from prevent.loading.digest import SINGLE
from prevent.policy.model import Policy
from prevent.reading.documents import parse_documents
from prevent.requirements.kinds import KINDS

NAMES = (*SINGLE, "procedure", "tests")
"""The schemas there are: of the file of each name, of a procedure, and of a file of tests."""

DATE_TESTS = ("before", "on_or_before", "after", "on_or_after")


@dataclass(frozen=True, slots=True)
class Ids:
    """The ids the policy's files declare, as far as they can be read."""

    roles: tuple[str, ...]
    statements: tuple[str, ...]
    clauses: tuple[str, ...]
    fields: tuple[Field, ...]
    kinds: tuple[str, ...]
    conditions: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()

    def every_field(self) -> dict[str, Field]:
        """All fields by id, those of lists' items too."""
        inner = {each.id: each for field in self.fields for each in field.fields}
        return inner | {field.id: field for field in self.fields}


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
        "rule-id": ids.rules,
    }
    for def_name, values in known.items():
        if def_name in defs and values:
            defs[def_name]["enum"] = list(dict.fromkeys(values))
            defs[def_name].pop("pattern", None)
            defs[def_name].pop("x-expected", None)
    if name == "procedure":
        defs["condition"] |= _conditions(ids)
        requirement: Schema = {
            kind.name: {"description": kind.summary, **kind.schema} for kind in KINDS.values()
        }
        defs["requirement"]["properties"] = requirement
        defs["rule"]["allOf"] = [_otherwise(kind) for kind in KINDS]
    if name == "tests":
        answers: Schema = {each.id: answer_schema(each, ids.roles) for each in ids.fields}
        kind: Schema = {"kind": {"$ref": "#/$defs/kind"}}
        defs["answers"] |= {"properties": answers, "additionalProperties": False}
        defs["request"] |= {"properties": kind | answers, "additionalProperties": False}
    return schema


def ids_of(policy: Policy) -> Ids:
    """The ids that a loaded policy declares."""
    fields = {
        each.id: each for procedure in policy.procedures for each in procedure.fields.values()
    }
    return Ids(
        roles=tuple(policy.roles),
        statements=tuple(policy.statements),
        clauses=tuple(clause.number for clause in policy.clauses),
        fields=tuple(fields.values()),
        kinds=tuple(procedure.kind for procedure in policy.procedures),
        conditions=policy.conditions,
        rules=tuple(rule.id for rule in policy.rules),
    )


def _otherwise(kind: str) -> Schema:
    """Under ``otherwise`` stand just the failures of the requirement's kind."""
    failures = {
        failure.name: {"$ref": "#/$defs/consequence", "description": failure.means}
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
    days = [field.id for field in ids.every_field().values() if field.type == "date"]
    fields = {field.id: _tests(field, days) for field in ids.every_field().values()}
    return {"properties": fields | own, "additionalProperties": False}


def _tests(field: Field, days: Sequence[str]) -> Schema:
    given: Schema = {
        "given": {"description": "Is it answered?", "enum": ["yes", "no", True, False]}
    }
    match FIELD_TYPES[field.type].compared_as:
        case "option":
            options: list[object] = [option.id for option in field.options]
            if field.type == "yes-no":
                options += [True, False]
            option: Schema = {"enum": options}
            several: Schema = {"type": "array", "minItems": 1, "items": option}
            answers: Schema = {**option, "description": field.question}
            mapped = _mapping(given | {"not": option})
            return _by_shape(answers, several, mapped)
        case "number":
            sizes: Schema = {size: {"type": "integer", "minimum": 0} for size in SIZES}
            return {"description": field.question, **_mapping(given | sizes)}
        case "date":
            day: Schema = {"enum": list(days)}
            return {
                "description": field.question,
                **_mapping(given | dict.fromkeys(DATE_TESTS, day)),
            }
    return {"description": field.question, **_mapping(given)}


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

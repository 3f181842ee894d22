"""The format of request files, as the fields of the procedures describe it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from prevent.fields.field import Field
from prevent.fields.types import FIELD_TYPES
from prevent.policy.model import Policy
from prevent.policy.written import Procedure
from prevent.rules.answering import Answer
from prevent.rules.sample_request import as_yaml

_DAY = date(2030, 5, 20)
_RECEIVED = _DAY - timedelta(days=60)
_DECIDED = _DAY - timedelta(days=30)


@dataclass(frozen=True, slots=True)
class KeyRow:
    """A key of a request file: its question, what to write, and whether it may be left out."""

    field: Field
    written: str
    presence: str


def key_rows(procedure: Procedure) -> tuple[KeyRow, ...]:
    """The keys of a procedure's requests, in the order of its fields."""
    rows = []
    for use in procedure.uses:
        presence = "required" if use.required else "optional"
        if use.only_when:
            presence = f"only where {use.only_when[0]} is {use.only_when[1]}"
        rows.append(KeyRow(use.field, FIELD_TYPES[use.field.type].written, presence))
    return tuple(rows)


def item_rows(field: Field) -> tuple[KeyRow, ...]:
    """The keys of a list's items."""
    return tuple(
        KeyRow(each, FIELD_TYPES[each.type].written, "required" if each.required else "optional")
        for each in field.fields
    )


def example(policy: Policy, procedure: Procedure) -> str:
    """A request of this kind in YAML, with everything its rules look at."""
    roles = _roles_asked(policy, procedure)
    conditions = dict(use.only_when for use in procedure.uses if use.only_when)
    request: dict[str, object] = {"kind": procedure.kind}
    for use in procedure.uses:
        field = use.field
        if not use.required and field.type in {"text", "advice"}:
            continue
        if field.type == "approvals" and not roles:
            continue
        if field.id in conditions:
            request[field.id] = _plain(field, conditions[field.id])
        else:
            is_the_day = field.id == procedure.happens_on
            request[field.id] = _DAY if is_the_day else _sample(field, roles)
    return as_yaml(request)


def _sample(field: Field, roles: tuple[str, ...]) -> object:
    match field.type:
        case "choice":
            return field.options[0].id
        case "yes-no":
            return Answer("yes")
        case "date":
            return _RECEIVED
        case "number":
            return 1
        case "list":
            return [{each.id: _sample(each, roles) for each in field.fields}]
        case "approvals":
            return [{"role": role, "decision": "granted", "date": _DECIDED} for role in roles]
        case "several":
            return [option.id for option in field.options]
        case "completion":
            return {"completed": _DECIDED}
        case _:
            return f"Example: {field.label.lower()}"


def _plain(field: Field, value: str) -> object:
    return Answer(value) if field.type == "yes-no" else value


def _roles_asked(policy: Policy, procedure: Procedure) -> tuple[str, ...]:
    """The roles whose approval the procedure's rules ask for."""
    return tuple(dict.fromkeys(_approvers(policy, procedure)))


def _approvers(policy: Policy, procedure: Procedure) -> Iterator[str]:
    for rule in policy.rules:
        if procedure.kind in rule.kinds:
            for requirement in rule.requirements:
                if requirement.kind == "approval":
                    yield from _names(requirement.terms)


def _names(terms: Mapping[str, object]) -> Iterator[str]:
    named = terms.get("from")
    assert isinstance(named, (list, tuple))
    for each in named:
        yield str(each)

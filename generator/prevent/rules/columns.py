"""The columns of a register: the facts that the rules for one kind of request rest on.

A register holds one request a row. Each column is one fact, under its path with ``__`` for dots
and ``_`` for hyphens: ``received_on``, ``approvals__managing_director__decision``. A list is one
column, whose values are lists of items with columns of their own. Nothing that no rule mentions
has a column. The day of the check, and what was in force when, are not columns: they are worked
out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from prevent.conditions.lower import flat_name
from prevent.conditions.tree import Condition, Moment, facts_of
from prevent.fields.field import Field
from prevent.requirements.day import IN_FORCE_ON, RECEIVED_ON, TODAY
from prevent.rules.ruleset import KindRules, Rule

KIND = "kind"
REFERENCE = "reference"
Type = Literal["text", "option", "number", "date", "list"]


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, the path of the fact it states, and what it may hold.

    ``option`` holds one of ``options``, ``number`` a whole number from 0 to a thousand million,
    ``date`` a day of the years 1900 to 2199, ``list`` items with ``columns`` of their own.
    ``field`` is the field it answers. A ``required`` column is never empty. Where there is
    ``only_when``, a column and a value, it is empty unless that column has that value.
    """

    name: str
    fact: str
    type: Type
    field: Field | None
    options: tuple[str, ...] = ()
    required: bool = False
    columns: tuple[Column, ...] = ()
    only_when: tuple[str, str] | None = None


def columns(kind: KindRules) -> tuple[Column, ...]:
    """The columns of a register of such requests, in the order of the fields."""
    made = [Column(KIND, KIND, "option", None, (kind.kind,), required=True)]
    reference = kind.field(REFERENCE)
    named = {REFERENCE: None} if reference else {}
    for each, rules in kind.groups().items():
        named |= {each: None} if each else {}
        named |= dict.fromkeys(fact for rule in rules for fact in _facts(rule))
    if IN_FORCE_ON in named and kind.field(RECEIVED_ON):
        named[RECEIVED_ON] = None
    heads = {fact.partition(".")[0] for fact in named}
    named |= {other: None for limited, (other, _) in kind.only_when.items() if limited in heads}
    lists = {field.id: field for field in kind.fields if field.type == "list"}
    for field in kind.fields:
        if field.id in lists:
            if field.id in named:
                inner = tuple(c for own in field.fields for c in _of(own, named, own.required))
                naming = () if any(c.fact == field.named_by for c in inner) else _named_by(field)
                made.append(
                    Column(flat_name(field.id), field.id, "list", field, columns=naming + inner)
                )
        else:
            made += _of(field, named, field.id in kind.required)
    return tuple(_limited(column, kind) for column in made)


def _limited(column: Column, kind: KindRules) -> Column:
    field = column.field
    if field is None or field.id not in kind.only_when:
        return column
    other, answer = kind.only_when[field.id]
    return replace(column, only_when=(flat_name(other), answer))


def _named_by(field: Field) -> tuple[Column, ...]:
    owner = field.field(field.named_by)
    assert owner is not None
    return (Column(flat_name(owner.id), owner.id, "text", owner, required=True),)


def _of(field: Field, named: Mapping[str, None], required: bool) -> list[Column]:  # noqa: FBT001
    """The columns of one field, of the facts that are named."""
    options = tuple(option.id for option in field.options)
    mine = [fact for fact in named if fact.partition(".")[0] == field.id]
    match field.type:
        case "text" | "choice" | "yes-no" | "date" | "number":
            types: dict[str, Type] = {"text": "text", "date": "date", "number": "number"}
            own = types.get(field.type, "option")
            name = flat_name(field.id)
            return [Column(name, field.id, own, field, options, required)] if mine else []
        case "several":
            if not mine:
                return []
            return [_yes_or_no(f"{field.id}.{option}", field, required) for option in options]
        case "completion":
            fact = f"{field.id}.completed"
            return [Column(flat_name(fact), fact, "date", field, (), required)] if mine else []
        case _:
            return _by_roles(field, mine)


def _by_roles(field: Field, mine: Sequence[str]) -> list[Column]:
    """The columns of approvals or advice: what is named of each role, and what goes with it."""
    wanted: dict[str, dict[str, None]] = {}
    for fact in mine:
        role = fact.split(".")[1]
        first = [f"{field.id}.{role}.decision"] if field.type == "approvals" else []
        own = wanted.setdefault(role, dict.fromkeys((*first, f"{field.id}.{role}.date")))
        own[fact] = None
    return [_by_role(fact, field) for own in wanted.values() for fact in own]


def _by_role(fact: str, field: Field) -> Column:
    name = flat_name(fact)
    if ".condition." in fact:
        return Column(name, fact, "option", field, ("yes",))
    match fact.rpartition(".")[2]:
        case "decision":
            return Column(name, fact, "option", field, ("granted", "declined"))
        case "by":
            return Column(name, fact, "text", field)
        case _:
            return Column(name, fact, "date", field)


def _yes_or_no(fact: str, field: Field, required: bool) -> Column:  # noqa: FBT001
    return Column(flat_name(fact), fact, "option", field, ("yes", "no"), required)


def _facts(rule: Rule) -> Iterable[str]:
    """Every fact that a rule's decisions rest on: in its conditions, and the days it names."""
    conditions: list[Condition] = [rule.applies]
    conditions += [each for part in rule.parts for each in (part.when, part.met)]
    for _, _, finding in rule.findings():
        conditions.append(finding.test)
        if isinstance(finding.by, Moment):
            yield finding.by.fact
    for condition in conditions:
        yield from (fact for fact in facts_of(condition) if fact not in (KIND, TODAY))

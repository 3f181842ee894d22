"""What the heading of a spreadsheet's column asks for.

A heading is a field's id, its short name or its question; capitals, spaces and signs make no
difference, so that the columns of a register (``risk_assessment__completed``) are found as well. A
part of an answer has the name of both: ``risk_assessment completed``, ``speaker 1 name``,
``approvals managing-director date``.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from prevent.fields.field import Field, Option
from prevent.policy.wording import sentence_case
from prevent.requests.given import fold
from prevent.requests.near_headings import near, near_or_all
from prevent.rules.inner_fields import COMPOSITE, LISTED, inner_fields
from prevent.rules.ruleset import RuleSet

LONGEST = 300
"""The most characters of a heading."""

KIND = "kind"
LATEST = "latest"
"""A column of a register: the last day on which a role said the same again."""

REFERENCE = Field("reference", "text", "Reference", "")
"""The column of a list's own sheet that says whose each item is."""

_LATEST = Field(LATEST, "date", "Latest", "")


class Asks(NamedTuple):
    """What a column answers.

    ``field`` is the field of a request. Where its answer has parts ``part`` is the one that the
    column holds, or None for all of them in one cell. ``number`` tells apart the items of a list,
    and ``role`` the entry of a role. ``option`` is the one of several that the column says yes or
    no to, or the condition of an approval.
    """

    field: Field
    part: Field | None = None
    number: int = 0
    role: str = ""
    option: str = ""


class Headers:
    """Finds what headings ask for, among the fields of every kind of request."""

    def __init__(self, rules: RuleSet) -> None:
        self._roles = dict(rules.roles)
        self._conditions = {each.id: each.title for each in rules.conditions.values()}
        fields: dict[str, Field] = {}
        for kind in rules.kinds.values():
            fields |= {field.id: field for field in kind.fields if field.id not in fields}
        self.fields: Mapping[str, Field] = fields
        self._kind = kind_field(rules)
        self._ranks = self._whole()
        self._owners = {
            name: field
            for field in fields.values()
            if field.type in LISTED
            for name in (*map(fold, (field.id, field.label, field.item)), _one_of(field))
            if name
        }
        self.questions = [each.question for each in (self._kind, *fields.values())]

    def asks(self, heading: str) -> Asks | list[str]:
        """What the heading asks for; the ids it may stand for where there is more than one."""
        wanted = fold(heading)
        for rank in self._ranks:
            found = rank.get(wanted, [])
            if len(found) > 1:
                return [each.field.id for each in found]
            if found:
                return found[0]
        return self._numbered(wanted) or []

    def near(self, heading: str, taken: Collection[Asks]) -> str:
        """The hint for a heading that is not known: the nearest there are, or one of each answer.

        ``taken`` is what other columns ask for already.
        """
        found = near(heading, self._named, taken)
        numbers = re.findall(r"[1-9][0-9]{0,3}", heading, re.ASCII)
        if len(numbers) == 1:
            found = [name.replace(" 1 ", f" {numbers[0]} ", 1) for name in found]
        free = [name for name in self._shown() if self._named.get(name) not in taken]
        return near_or_all(found, free)

    def near_part(self, field: Field, heading: str, taken: Collection[str]) -> str:
        """The same for a heading in a sheet of a list's items; ``taken`` are ids of parts."""
        parts = (REFERENCE, *self.parts(field))
        known = {
            name: part.id for part in parts for name in (part.id, part.label, part.question) if name
        }
        free = [part.id for part in parts if part.id not in taken]
        return near_or_all(near(heading, known, taken), free)

    def owner(self, name: str) -> Field | None:
        """The list whose items a sheet of this name holds."""
        return self._owners.get(fold(name))

    def part(self, field: Field, heading: str) -> Field | None:
        """The part of a list's items that a heading in a sheet of their own asks for."""
        wanted = fold(heading)
        parts = self.parts(field)
        for name in ("id", "label", "question"):
            for each in parts:
                if fold(getattr(each, name)) == wanted:
                    return each
        return None

    def parts(self, field: Field) -> tuple[Field, ...]:
        """The parts of an answer."""
        return inner_fields(field, self._roles, self._conditions)

    def _whole(self) -> tuple[dict[str, list[Asks]], ...]:
        """Every name without a number, in the order in which names count."""
        ids: dict[str, list[Asks]] = {}
        labels: dict[str, list[Asks]] = {}
        questions: dict[str, list[Asks]] = {}
        for field in (self._kind, *self.fields.values()):
            _add(ids, field.id, Asks(field))
            _add(labels, field.label, Asks(field))
            _add(questions, field.question, Asks(field))
            _add(questions, f"{field.question} {field.id}", Asks(field))
            if field.type == "completion":
                for part in self.parts(field):
                    _add(ids, field.id + part.id, Asks(field, part))
                    _add(labels, field.label + part.label, Asks(field, part))
            if field.type == "several":
                for option in field.options:
                    _add(ids, field.id + option.id, Asks(field, option=option.id))
                    _add(labels, field.label + option.label, Asks(field, option=option.id))
            if field.type in {"approvals", "advice"}:
                self._by_role(field, ids, labels)
        return ids, labels, questions

    def _by_role(
        self, field: Field, ids: dict[str, list[Asks]], labels: dict[str, list[Asks]]
    ) -> None:
        for role, title in self._roles.items():
            for part in (*self.parts(field), _LATEST):
                if part.id != "role":
                    asks = Asks(field, part, role=role)
                    _add(ids, field.id + role + part.id, asks)
                    _add(labels, field.label + title + part.label, asks)
            for condition in self._conditions if "conditions" in field.also_says else ():
                name = f"{field.id}{role}condition{condition}"
                _add(ids, name, Asks(field, role=role, option=condition))

    def _numbered(self, wanted: str) -> Asks | None:
        """``speaker 1 name``: the list, the number of the item, and the part."""
        for found in re.finditer(r"[1-9][0-9]{0,3}", wanted, re.ASCII):
            owner = self._owners.get(wanted[: found.start()])
            part = self.part(owner, wanted[found.end() :]) if owner else None
            if owner and part:
                return Asks(owner, part, number=int(found.group()))
        return None

    def names(self, field: Field) -> Iterator[str]:
        """The headings of a field's columns, as its first item or its parts have them."""
        parts = self.parts(field)
        first = f"{field.item or field.id} 1" if field.type in LISTED else field.id
        yield from (f"{first} {part.id}" for part in parts)
        if not parts:
            yield field.id

    def _shown(self) -> Iterator[str]:
        """A name of a column of each answer, those without parts first."""
        yield KIND
        for field in sorted(self.fields.values(), key=lambda each: each.type in COMPOSITE):
            yield next(self.names(field))

    @cached_property
    def _named(self) -> Mapping[str, Asks]:
        """Every name as a person may write it, with what it asks for."""
        named = {name: self.asks(name) for name in self._names()}
        return {name: asks for name, asks in named.items() if isinstance(asks, Asks)}

    def _names(self) -> Iterator[str]:
        for field in (self._kind, *self.fields.values()):
            yield from self.names(field)
            parts = self.parts(field)
            if not parts:
                yield from (name for name in (field.label, field.question) if name)
            if field.type == "completion":
                yield from (f"{field.label} {part.label}" for part in parts)
            if field.type in {"approvals", "advice"}:
                own = [part for part in parts if part.id != "role"]
                for role, title in self._roles.items():
                    yield from (f"{field.id} {role} {part.id}" for part in own)
                    yield from (f"{field.label} {title} {part.label}" for part in own)


def kind_field(rules: RuleSet) -> Field:
    """The kind of request, as a field whose options are the kinds there are."""
    options = tuple(
        Option(kind.kind, sentence_case(kind.noun), "", "") for kind in rules.kinds.values()
    )
    return Field(KIND, "choice", "Kind of request", "What is asked for?", options=options)


def _one_of(field: Field) -> str:
    """``approval`` of ``approvals``."""
    name = fold(field.id)
    return name.removesuffix("s")


def _add(names: dict[str, list[Asks]], name: str, asks: Asks) -> None:
    there = names.setdefault(fold(name), [])
    if asks not in there:
        there.append(asks)

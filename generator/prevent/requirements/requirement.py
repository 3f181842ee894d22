"""The contract that every requirement kind meets.

A requirement says what staff must have done before a request can go ahead. A kind of requirement
(an approval, notice, …) is one module here: a class that says how it is written (``schema``), in
which ways it can fail (``failures``), how it lowers to the condition tree (``parts``) and how it
reads on the site (``sentence``); and that shows it (``examples``).
``prevent.requirements.kinds`` is the table of them.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import ClassVar, TypeAlias

from prevent.conditions.tree import TRUE, Condition, Dated, Day, Moment
from prevent.dates import Period, in_words
from prevent.fields.field import Field
from prevent.fields.types import Schema
from prevent.policy.outcomes import Outcome
from prevent.policy.wording import listed, sentence_case, titled
from prevent.reading.nearest import did_you_mean
from prevent.requirements.day import ALWAYS_THERE, IN_FORCE_ON, TODAY, day_of

Terms: TypeAlias = Mapping[str, object]
"""What is written under the requirement's name; its schema has accepted it."""


class RequirementError(Exception):
    """A requirement that cannot be asked of these requests, and why, in one plain sentence.

    ``word`` is what stands wrong in the rule, as it is written there; ``hint`` the nearest right
    thing.
    """

    def __init__(self, message: str, word: str = "", hint: str = "") -> None:
        super().__init__(message)
        self.word = word
        self.hint = hint


@dataclass(frozen=True, slots=True)
class Failure:
    """One way in which a requirement is not met, with what follows unless a rule says otherwise.

    ``say`` is the message to staff. It may name ``{who}``, ``{items}``, the fields of the request
    and the dates its checks work out; ``means`` explains the failure to whoever writes rules. A
    ``lenient`` failure may be allowed after all, on conditions; the others never.
    """

    name: str
    means: str
    outcome: Outcome
    say: str
    lenient: bool = False


@dataclass(frozen=True, slots=True)
class Example:
    """A requirement as it is written under ``require``, for the language reference.

    It speaks of the roles and fields of the reference's own organisation
    (``prevent.site.language``). ``title`` says what it shows. ``otherwise`` is what must stand
    under the key of that name, where something must.
    """

    title: str
    written: str
    otherwise: str = ""


@dataclass(frozen=True, slots=True)
class Check:
    """A failure to look for: it is found where ``test`` is true.

    ``at`` is the fact it is about (for the line of the request), ``values`` the dates its message
    may name and ``words`` the phrases, ``by`` the day by which it must be put right if not the day
    it all happens, and ``answers`` the fact that is missing, where it is an answer.
    """

    failure: str
    who: tuple[str, ...] = ()
    test: Condition = TRUE
    at: str = ""
    by: Dated | None = None
    answers: str = ""
    values: Mapping[str, Dated] = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Part:
    """One thing that must be so, and what to say where it is not.

    Unless ``met`` is true, the first check whose test is true is the failure. The last check has
    no test: so a part that is not met always says why.
    """

    id: str
    item: str
    met: Condition
    checks: tuple[Check, ...]

    def __post_init__(self) -> None:
        if self.checks[-1].test != TRUE:
            raise ValueError(f"the last check of {self.id} must hold always")


@dataclass(frozen=True, slots=True)
class Setting:
    """What a requirement is written in: the request's fields, the roles, and the day it happens.

    ``fields`` are those of the request; where a rule looks at each item of a list, the item's
    fields are among them. ``holders`` are the people who hold the roles, where they are named.
    """

    fields: Mapping[str, Field]
    roles: Mapping[str, str]
    happens_on: str
    holders: Mapping[str, str] = field(default_factory=dict)

    def field(self, field_id: str, *types: str) -> Field:
        """The field of this id and one of these types. Raises ``RequirementError``."""
        found = self.fields.get(field_id)
        if found is None:
            message = f"This kind of request has no field '{field_id}'."
            raise RequirementError(message, field_id, did_you_mean(field_id, self.fields))
        if types and found.type not in types:
            wanted = listed(types, "or")
            message = f"'{field_id}' is of type {found.type}; expected {wanted}."
            raise RequirementError(message, field_id)
        return found

    def field_of_type(self, type_name: str, field_id: object = None) -> Field:
        """The request's field of this type: the one named, or else the first.

        Raises ``RequirementError``.
        """
        if field_id is not None:
            return self.field(str(field_id), type_name)
        found = next((each for each in self.fields.values() if each.type == type_name), None)
        if found is None:
            raise RequirementError(f"This kind of request has no field of type {type_name}.")
        return found

    def day(self, written: object) -> Dated:
        """The day that is written; the day it all happens where it is None.

        Raises ``RequirementError``.
        """
        day = day_of(written or self.happens_on, lambda kind: self.field_of_type(kind).id)
        if isinstance(day, Moment) and day.fact not in ALWAYS_THERE:
            name, _, rest = day.fact.partition(".")
            types = ("approvals", "advice", "completion") if rest else ("date",)
            self.field(name, *types)
        return day

    def fact_words(self, fact: str) -> str:
        """A fact in a sentence; of evidence, the day it was given or completed."""
        if fact in ALWAYS_THERE:
            return {TODAY: "today", IN_FORCE_ON: "the day it was received"}[fact]
        name, _, rest = fact.partition(".")
        field = self.fields.get(name)
        phrase = field.phrase if field else name
        role, _, what = rest.partition(".")
        if not rest:
            return phrase
        if not what:
            return f"the day {phrase} was {role}"
        given = "the advice of" if field and field.type == "advice" else "the day of agreement by"
        return f"{given} {self.names([role])}"

    def moment_words(self, when: Dated) -> str:
        """A day in a sentence: ``5 working days before the day it takes place``."""
        if isinstance(when, Day):
            return in_words(when.day)
        phrase = self.fact_words(when.fact)
        for period in (when.offset, when.then):
            if period is not None and period.number:
                length = "the day" if period in _NEXT_DAYS and when.then else str(period)
                phrase = f"{length} {'before' if period.number < 0 else 'after'} {phrase}"
        return phrase

    def names(self, roles: Sequence[str], joint: str = "and") -> str:
        """The roles' titles in a sentence: ``the Managing Director and the Quality Director``."""
        return listed([titled(self.roles.get(role, role)) for role in roles], joint)


_NEXT_DAYS = (Period(1, "days"), Period(-1, "days"))


class RequirementKind(ABC):
    """One kind of requirement."""

    name: ClassVar[str]
    """The key in YAML."""

    summary: ClassVar[str]
    """What it asks, in one sentence, for the documentation."""

    schema: ClassVar[Schema]
    """The JSON Schema of what is written under the key."""

    failures: ClassVar[tuple[Failure, ...]]

    examples: ClassVar[tuple[Example, ...]]
    """The plainest way to write it, then what else it can be told. Between them they show every
    failure there is.
    """

    @abstractmethod
    def parts(self, terms: Terms, setting: Setting) -> tuple[Part, ...]:
        """What must be so, as conditions. Raises ``RequirementError`` where it cannot be asked."""

    @abstractmethod
    def sentence(self, terms: Terms, setting: Setting) -> str:
        """What must be done, in plain words, without a full stop."""

    def failure(self, name: str) -> Failure:
        """The failure of this name. Raises ``KeyError`` where there is none."""
        return {failure.name: failure for failure in self.failures}[name]


def who_words(names: str) -> dict[str, str]:
    """The words for a check whose message is to name those who act otherwise than by "and"."""
    return {"who": names, "Who": sentence_case(names)}


def strings(value: object) -> tuple[str, ...]:
    """A list of text as the schema has accepted it."""
    assert isinstance(value, (list, tuple))
    return tuple(str(item) for item in value)


ROLES: Schema = {
    "description": "The roles, by their ids in roles.yaml.",
    "type": "array",
    "minItems": 1,
    "uniqueItems": True,
    "items": {"$ref": "#/$defs/role-id"},
}

ROLE: Schema = {"$ref": "#/$defs/role-id"}
FIELD: Schema = {"$ref": "#/$defs/field-id"}
DAY: Schema = {"$ref": "#/$defs/day"}
PERIOD: Schema = {"$ref": "#/$defs/period"}
YES_NO: Schema = {"enum": ["yes", "no", True, False]}
"""What a term may be that other parts of the schema define."""


def mapping(properties: Schema, required: Sequence[str] = ()) -> Schema:
    """The schema of a mapping with just these keys."""
    return {
        "type": "object",
        "properties": properties,
        "required": list(required),
        "additionalProperties": False,
    }

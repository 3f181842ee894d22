"""The types a field may have: one class each, one row each in :data:`FIELD_TYPES`.

A type says what an answer looks like in a request file (a JSON Schema), which facts it states,
and what a person is told to write. The schemas give every wrong answer its message; the facts are
taken from answers that the schema has accepted.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from typing import ClassVar, NamedTuple, TypeAlias

from prevent import dates
from prevent.conditions.evaluate import Fact
from prevent.fields.field import Field

Schema: TypeAlias = dict[str, object]
Path: TypeAlias = tuple[str | int, ...]
Stated: TypeAlias = tuple[str, Fact, Path]
"""A fact's path, its value, and where in the request it is stated."""

YES = ("yes", "Yes", "YES", True)
NO = ("no", "No", "NO", False)

# Years outside this range are slips of the finger; inside it no period of a policy can overflow.
_DATE_PATTERN = r"^(19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}$"


class Known(NamedTuple):
    """The ids that answers may name: the policy's roles, and the conditions of its catalogue."""

    roles: tuple[str, ...]
    conditions: tuple[str, ...] = ()


class FieldType(ABC):
    """What one type of field looks like, and which facts it states."""

    name: ClassVar[str]
    written: ClassVar[str]
    """What to write in a request file, for the documentation of the format."""

    compared_as: ClassVar[str] = ""
    """How a condition compares it: ``option``, ``options``, ``number``, ``date``, ``decisions``,
    ``advice``, ``completion``, or empty for presence only.
    """

    @abstractmethod
    def schema(self, field: Field, known: Known) -> Schema:
        """The JSON Schema of an answer. ``known`` are the ids it may name."""

    @abstractmethod
    def facts(self, field: Field, answer: object, at: Path) -> Iterator[Stated]:
        """The facts an answer at ``at`` states. The schema has accepted the answer."""


class Text(FieldType):
    """Any words."""

    name = "text"
    written = "text"

    def schema(self, field: Field, known: Known) -> Schema:
        """Text that is not blank."""
        del field, known
        return {
            "type": "string",
            "pattern": r"\S",
            "maxLength": 10_000,
            "x-expected": "Write some text.",
        }

    def facts(self, field: Field, answer: object, at: Path) -> Iterator[Stated]:
        """The text itself."""
        yield field.id, str(answer), at


class Choice(FieldType):
    """One of the field's options."""

    name = "choice"
    written = "one of the options"
    compared_as = "option"

    def schema(self, field: Field, known: Known) -> Schema:
        """One of the options' ids."""
        del known
        return {"enum": [option.id for option in field.options]}

    def facts(self, field: Field, answer: object, at: Path) -> Iterator[Stated]:
        """The option's id."""
        yield field.id, str(answer), at


class YesNo(FieldType):
    """Yes or no; ``true`` and ``false`` are accepted too."""

    name = "yes-no"
    written = "`yes` or `no` (`true` and `false` are accepted too)"
    compared_as = "option"

    def schema(self, field: Field, known: Known) -> Schema:
        """Yes or no, as YAML and JSON write them."""
        del field, known
        answers = ["yes", "no", True, False, *YES[1:3], *NO[1:3]]
        return {"enum": answers, "x-expected": "Write yes or no."}

    def facts(self, field: Field, answer: object, at: Path) -> Iterator[Stated]:
        """``yes`` or ``no``."""
        yield field.id, "yes" if answer in YES else "no", at


class Several(FieldType):
    """Any number of the field's options."""

    name = "several"
    written = "a list of the options that are so"
    compared_as = "options"

    def schema(self, field: Field, known: Known) -> Schema:
        """A list of options' ids, each once; an empty one says that none is so."""
        del known
        options = [option.id for option in field.options]
        return {
            "type": "array",
            "uniqueItems": True,
            "items": {"enum": options},
            "x-expected": f"Write a list such as [{options[0]}], or [] if there are none.",
        }

    def facts(self, field: Field, answer: object, at: Path) -> Iterator[Stated]:
        """How many; for each option ``FIELD.OPTION``, ``yes`` where it is there, else ``no``."""
        assert isinstance(answer, list)
        yield field.id, len(answer), at
        for option in field.options:
            yield f"{field.id}.{option.id}", "yes" if option.id in answer else "no", at


class Date(FieldType):
    """A day."""

    name = "date"
    written = "a date, `YYYY-MM-DD`"
    compared_as = "date"

    def schema(self, field: Field, known: Known) -> Schema:
        """A day of the calendar, written ``YYYY-MM-DD``."""
        del field, known
        return _day()

    def facts(self, field: Field, answer: object, at: Path) -> Iterator[Stated]:
        """The day."""
        yield from _date(field.id, answer, at)


class WholeNumber(FieldType):
    """A whole number, zero or more."""

    name = "number"
    written = "a whole number"
    compared_as = "number"

    def schema(self, field: Field, known: Known) -> Schema:
        """A whole number from 0 to a thousand million."""
        del field, known
        return {"type": "integer", "minimum": 0, "maximum": 1_000_000_000}

    def facts(self, field: Field, answer: object, at: Path) -> Iterator[Stated]:
        """The number."""
        assert isinstance(answer, (int, float))
        yield field.id, int(answer), at


class Items(FieldType):
    """A list of items with fields of their own; its fact is how many there are."""

    name = "list"
    written = "a list"
    compared_as = "number"

    def schema(self, field: Field, known: Known) -> Schema:
        """A list whose items have the field's own fields."""
        own = {inner.id: answer_schema(inner, known) for inner in field.fields}
        item: Schema = {
            "type": "object",
            "properties": own,
            "required": [inner.id for inner in field.fields if inner.required],
            "additionalProperties": False,
            "x-expected": f"Begin each {field.item} with '- {field.named_by}: ...'.",
        }
        return {"type": "array", "items": item, "maxItems": 1_000}

    def facts(self, field: Field, answer: object, at: Path) -> Iterator[Stated]:
        """How many items there are. A list that is left out is empty."""
        yield field.id, len(_items(answer)), at


class Approvals(FieldType):
    """Decisions by roles. A role's latest decision stands; of one day, the one that declines."""

    name = "approvals"
    compared_as = "decisions"
    written = "a list of `{role, decision: granted | declined, date, note}`"

    def schema(self, field: Field, known: Known) -> Schema:
        """A list of decisions, each with its role and date."""
        decision: Schema = {"enum": ["granted", "declined"], "description": "What was decided."}
        also: Schema = {
            "by": {**Text().schema(field, known), "description": "Who signed, by name."},
            "conditions": {
                "description": "The conditions it was granted on, by their ids in the policy.",
                "type": "array",
                "minItems": 1,
                "uniqueItems": True,
                "items": {"enum": list(known.conditions)},
            },
        }
        return _by_roles(known, {"decision": decision}, {key: also[key] for key in field.also_says})

    def facts(self, field: Field, answer: object, at: Path) -> Iterator[Stated]:
        """For each role ``approvals.ROLE.decision``, ``.date`` and, where it is said, ``.by``.

        ``.latest`` is the day on which the standing decision was last given again. For each
        condition it was granted on, ``approvals.ROLE.condition.ID`` is ``yes``.
        """
        for role, index, latest in _standing(answer):
            where, fact = (*at, index), f"{field.id}.{role}"
            decision = str(_items(answer)[index]["decision"])
            yield f"{fact}.decision", decision, (*where, "decision")
            yield from _dates(fact, answer, at, (index, latest))
            # Who signed, and on which conditions, is what was said last.
            entry, where = _items(answer)[latest], (*at, latest)
            if "by" in entry:
                yield f"{fact}.by", person(str(entry["by"])), (*where, "by")
            conditions = entry.get("conditions") if decision == "granted" else None
            for number, condition in enumerate(conditions if isinstance(conditions, list) else []):
                path = (*where, "conditions", number)
                yield f"{fact}.condition.{condition}", "yes", path


class Advice(FieldType):
    """Advice given by roles."""

    name = "advice"
    compared_as = "advice"
    written = "a list of `{role, date, note}`"

    def schema(self, field: Field, known: Known) -> Schema:
        """A list of advice given, each with its role and date."""
        del field
        return _by_roles(known, {}, {})

    def facts(self, field: Field, answer: object, at: Path) -> Iterator[Stated]:
        """For each role: ``advice.ROLE.date`` the first time it was given, ``.latest`` the last."""
        for role, *indexes in _standing(answer):
            yield from _dates(f"{field.id}.{role}", answer, at, indexes)


class Completion(FieldType):
    """Something completed on a day."""

    name = "completion"
    compared_as = "completion"
    written = "`{completed: YYYY-MM-DD, by}`"

    def schema(self, field: Field, known: Known) -> Schema:
        """The day it was completed and, optionally, by whom."""
        completed = {**_day(), "description": "The day it was completed."}
        by = {**Text().schema(field, known), "description": "Who did it: a role or a name."}
        return {
            "type": "object",
            "properties": {"completed": completed, "by": by},
            "required": ["completed"],
            "additionalProperties": False,
            "x-expected": "Write it as {completed: 2026-04-20}.",
        }

    def facts(self, field: Field, answer: object, at: Path) -> Iterator[Stated]:
        """The day: ``FIELD.completed``."""
        assert isinstance(answer, Mapping)
        yield from _date(f"{field.id}.completed", answer["completed"], (*at, "completed"))


FIELD_TYPES: Mapping[str, FieldType] = {
    kind.name: kind
    for kind in (
        Text(),
        Choice(),
        YesNo(),
        Several(),
        Date(),
        WholeNumber(),
        Items(),
        Approvals(),
        Advice(),
        Completion(),
    )
}


def answer_schema(field: Field, known: Known) -> Schema:
    """The JSON Schema of a field's answer, with its question for editors to show."""
    schema = {"title": field.label, "description": description(field)}
    return schema | FIELD_TYPES[field.type].schema(field, known)


def person(name: str) -> str:
    """A person's name for comparison: capitals and spaces make no difference."""
    return " ".join(name.split()).casefold()


def description(field: Field) -> str:
    """A field's question, help and options in one paragraph, for editors."""
    options = " ".join(f"{option.id}: {option.means}" for option in field.options)
    return " ".join(part for part in (field.question, field.help, options) if part)


def _day() -> Schema:
    return {
        "type": "string",
        "format": "date",
        "pattern": _DATE_PATTERN,
        "x-expected": "Write a date between 1900 and 2199 as YYYY-MM-DD, like 2026-04-20.",
    }


def _by_roles(known: Known, own: Schema, also: Mapping[str, object]) -> Schema:
    note = {**Text().schema(Field("note", "text", "Note", ""), known), "description": "A remark."}
    properties: Schema = {
        "role": {"enum": list(known.roles), "description": "Who: the id of a role in the policy."},
        **own,
        "date": {**_day(), "description": "On which day."},
        **also,
        "note": note,
    }
    item: Schema = {
        "type": "object",
        "properties": properties,
        "required": ["role", *own, "date"],
        "additionalProperties": False,
        "x-expected": "Begin each entry with '- role: ...'.",
    }
    return {"type": "array", "items": item, "maxItems": 1_000}


def _standing(answer: object) -> Iterator[tuple[str, int, int]]:
    """Each role's standing entry: of its latest run of equal decisions, the earliest and the last.

    So permission given again after the day stays prior permission, and a decision taken back and
    given anew counts from the new day. Of two decisions of one day the one that declines stands.
    """
    entries = _items(answer)
    order = sorted(
        range(len(entries)),
        key=lambda index: (
            str(entries[index]["date"]),
            entries[index].get("decision", "") == "declined",
        ),
    )
    standing: dict[str, tuple[int, int]] = {}
    for index in order:
        role = str(entries[index]["role"])
        first, latest = standing.get(role, (index, index))
        if entries[first].get("decision") != entries[index].get("decision"):
            standing[role] = (index, index)
        elif entries[latest]["date"] == entries[index]["date"]:
            standing[role] = (first, latest)
        else:
            standing[role] = (first, index)
    for role, (first, latest) in standing.items():
        yield role, first, latest


def _dates(fact: str, answer: object, at: Path, indexes: Sequence[int]) -> Iterator[Stated]:
    for name, index in zip(("date", "latest"), indexes, strict=True):
        yield from _date(f"{fact}.{name}", _items(answer)[index]["date"], (*at, index, "date"))


def _items(answer: object) -> list[Mapping[str, object]]:
    assert isinstance(answer, list)
    return answer


def _date(fact: str, answer: object, at: Path) -> Iterator[Stated]:
    day = dates.parse_date(str(answer))
    assert day is not None
    yield fact, day, at

"""A request: one document that its schema has accepted, and the facts it states."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from prevent.conditions.evaluate import Fact
from prevent.faults import Fault, Place
from prevent.fields.field import Field
from prevent.fields.types import FIELD_TYPES
from prevent.reading.documents import Document, Path
from prevent.reading.schema import schema_faults
from prevent.requirements.day import IN_FORCE_ON, RECEIVED_ON, TODAY
from prevent.rules.ruleset import KindRules


class Stated(NamedTuple):
    """The facts of a request, or of one item of it, and where each is stated.

    ``subject`` is the name of the item, or None for the request itself.
    """

    facts: Mapping[str, Fact]
    paths: Mapping[str, Path]
    at: Path = ()
    subject: str | None = None

    def path(self, fact: str) -> Path:
        """Where a fact is stated, or else where it would be."""
        return self.paths.get(fact) or (*self.at, fact.partition(".")[0])


class Request(NamedTuple):
    """A request of a known kind whose every answer is of its field's type."""

    document: Document
    rules: KindRules
    data: Mapping[str, object]

    @property
    def kind(self) -> str:
        """The kind of request."""
        return self.rules.kind

    def text(self, key: str) -> str | None:
        """The text under a key, or None."""
        value = self.data.get(key)
        return None if value is None else str(value)

    def place(self, stated: Stated, fact: str) -> Place:
        """Where a fact is stated; for a missing one, the key or the mapping it belongs in."""
        if fact in stated.paths:
            return self.document.place(stated.paths[fact])
        return self.document.key_place(stated.path(fact))

    def stated(self, as_of: date, policy_as_of: date | None = None) -> Stated:
        """The facts of the request as a whole, and of the day of the check, ``as_of``.

        What was in force on ``policy_as_of`` counts: if left out, on the day the request was
        received. Where that is not said it is not known, and is asked for if a rule rests on it;
        where such requests cannot say it, what is in force on the day of the check counts.
        """
        facts: dict[str, Fact] = {"kind": self.kind}
        paths: dict[str, Path] = {"kind": ("kind",)}
        _state(self.rules.fields, self.data, (), facts, paths)
        facts[TODAY] = as_of
        in_force_on = policy_as_of or facts.get(RECEIVED_ON)
        if in_force_on is None and not self.rules.field(RECEIVED_ON):
            in_force_on = as_of
        if in_force_on is not None:
            facts[IN_FORCE_ON] = in_force_on
        return Stated(facts, paths)

    def items(self, each: str, whole: Stated) -> Iterator[Stated]:
        """The facts of each item of the list ``each``, with those of the whole request."""
        owner = self.rules.field(each)
        assert owner is not None
        entries = self.data.get(each) or []
        assert isinstance(entries, list)
        for index, entry in enumerate(entries):
            facts, paths = dict(whole.facts), dict(whole.paths)
            at: Path = (each, index)
            _state(owner.fields, entry, at, facts, paths)
            yield Stated(facts, paths, at, str(entry[owner.named_by]))


def _state(
    fields: Iterable[Field],
    answers: Mapping[str, object],
    at: Path,
    facts: dict[str, Fact],
    paths: dict[str, Path],
) -> None:
    for field in fields:
        answer = answers.get(field.id)
        if answer is None:
            if field.type == "list":
                facts[field.id] = 0
            continue
        for fact, value, path in FIELD_TYPES[field.type].facts(field, answer, (*at, field.id)):
            facts[fact] = value
            paths[fact] = path


class RequestReader:
    """Reads requests of the kinds there are, each by the schema of its kind."""

    def __init__(
        self, kinds: Mapping[str, KindRules], schemas: Mapping[str, Mapping[str, object]]
    ) -> None:
        self._kinds = kinds
        self._schemas = schemas
        expected = f"Write 'kind: ...' with one of: {', '.join(kinds)}."
        # One schema for all requests: the validator made from it is kept with it.
        self._kind_schema = {
            "type": "object",
            "required": ["kind"],
            "properties": {"kind": {"enum": list(kinds), "x-expected": expected}},
            "x-expected": "A request is a list of lines such as 'kind: event'.",
        }

    def read(self, document: Document) -> Request | list[Fault]:
        """The request of a document, or everything that is wrong with it."""
        data = document.data
        kind = data.get("kind") if isinstance(data, dict) else None
        if not (isinstance(data, dict) and isinstance(kind, str) and kind in self._kinds):
            return schema_faults(document, self._kind_schema)
        faults = schema_faults(document, self._schemas[kind])
        return faults or Request(document, self._kinds[kind], data)

    def unreadable(self, faults: list[Fault]) -> list[Fault]:
        """What is wrong with a file that is not sound YAML or JSON, as it is to be told."""
        return faults

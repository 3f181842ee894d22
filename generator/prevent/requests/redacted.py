"""Requests read without the names in them, for reports that others may see.

A name is replaced before the request is decided, so it is in nothing that a decision says. The
third speaker of a request is "speaker 3" in all that is said of that request. Names that stand in
other texts, such as the title, are replaced there too. What is wrong with a file is told without
quoting it, but for words of the policy's own.

Who signed an approval stays in the request, since a rule may ask whether two people did. No report
shows it, and where another text names them, they are replaced there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from prevent.faults import Fault
from prevent.fields.field import Field
from prevent.reading.documents import Document, Value
from prevent.reading.quoting import safe
from prevent.requests.names import Names, is_name, personal, shown
from prevent.requests.request import Request, RequestReader
from prevent.rules.ruleset import KindRules

HIDDEN = "[hidden]"
"""What stands for anything a file says that is wrong there."""


class RedactingReader:
    """Reads requests as ``RequestReader`` does, and leaves the names out."""

    def __init__(
        self, kinds: Mapping[str, KindRules], schemas: Mapping[str, Mapping[str, object]]
    ) -> None:
        self._reader = RequestReader(kinds, schemas)
        self._kinds = kinds
        self._known = frozenset({*kinds, *_words([*schemas.values()])})
        words = "|".join(map(re.escape, sorted(self._known)))
        self._harmless = re.compile(rf"('(?:[^\w\s']{{1,3}}|{words})')")

    def read(self, document: Document) -> Request | list[Fault]:
        """The request of a document without its names, or everything that is wrong with it."""
        without = self._without_names(document)
        request = self._reader.read(without)
        if isinstance(request, Request):
            return request
        given = sorted(set(_texts(without.data)) - self._known, key=len, reverse=True)
        return [_unquoting(fault, given) for fault in request]

    def unreadable(self, faults: Iterable[Fault]) -> list[Fault]:
        """What is wrong with a file that is not sound YAML or JSON, told without quoting it."""
        return [
            fault._replace(message=self._unquoted(fault.message), hint=self._unquoted(fault.hint))
            for fault in faults
        ]

    def _without_names(self, document: Document) -> Document:
        data = document.data
        if not isinstance(data, dict):
            return document
        kind = self._kinds.get(str(data.get("kind")))
        fields = kind.fields if kind else _every_field(self._kinds.values())
        names = Names(name for name in personal(fields, data) if name.text not in self._known)
        return replace(document, data=self._replaced(data, fields, names))

    def _replaced(
        self, data: Mapping[str, Value], fields: Iterable[Field], names: Names
    ) -> dict[str, Value]:
        by_id = {field.id: field for field in fields}
        made: dict[str, Value] = {}
        for key, value in data.items():
            field = by_id.get(key)
            if field and field.personal and is_name(value):
                made[key] = shown(field)
            elif field and field.type == "list" and isinstance(value, list):
                items = enumerate(value, start=1)
                made[key] = [self._item(item, field, number, names) for number, item in items]
            else:
                made[key] = self._said(value, names, {})
        return made

    def _item(self, item: Value, field: Field, number: int, names: Names) -> Value:
        if not isinstance(item, dict):
            return self._said(item, names, {})
        made = self._replaced(item, field.fields, names)
        for own in field.fields:
            if own.personal and is_name(item.get(own.id)):
                made[own.id] = shown(own, field, number)
        return made

    def _said(self, value: Value, names: Names, seen: dict[int, Value]) -> Value:
        """A value with the names in its texts replaced. What is shared stays shared."""
        if isinstance(value, str):
            return value if value in self._known else names.hidden(value)
        if not isinstance(value, list | dict):
            return value
        if id(value) not in seen and isinstance(value, list):
            seen[id(value)] = [self._said(each, names, seen) for each in value]
        elif id(value) not in seen and isinstance(value, dict):
            # Who signed is compared with others who did, and is never shown.
            seen[id(value)] = {
                key: each if key == "by" else self._said(each, names, seen)
                for key, each in value.items()
            }
        return seen[id(value)]

    def _unquoted(self, text: str) -> str:
        """A text without what it quotes, but for words of the policy and marks of the language."""
        parts = self._harmless.split(text)
        if any(part.count("'") % 2 for part in parts[::2]):  # a name with an apostrophe
            return re.sub(r"'.*'", f"'{HIDDEN}'", text)
        parts[::2] = [re.sub(r"'.*'", f"'{HIDDEN}'", part) for part in parts[::2]]
        return "".join(parts)


def _unquoting(fault: Fault, given: Iterable[str]) -> Fault:
    """A fault that does not quote these texts of the request."""
    message, hint = fault.message, fault.hint
    for text in given:
        quote = f"'{safe(text)}'"
        message = message.replace(quote, f"'{HIDDEN}'")
        hint = hint.replace(quote, f"'{HIDDEN}'")
    return fault._replace(message=message, hint=hint)


def _texts(value: Value) -> Iterator[str]:
    """Every text and key there is in a value."""
    seen: set[int] = set()
    left = [value]
    while left:
        each = left.pop()
        if isinstance(each, str):
            yield each
        elif isinstance(each, list | dict) and id(each) not in seen:
            seen.add(id(each))
            if isinstance(each, dict):
                yield from each
            left += each.values() if isinstance(each, dict) else each


def _words(schema: object) -> Iterator[str]:
    """The keys and answers that schemas name."""
    if isinstance(schema, Mapping):
        for key, below in schema.items():
            if key == "properties" and isinstance(below, Mapping):
                yield from below
            elif key in ("enum", "const"):
                yield from (str(each) for each in (below if isinstance(below, list) else [below]))
            yield from _words(below)
    elif isinstance(schema, list):
        for below in schema:
            yield from _words(below)


def _every_field(kinds: Iterable[KindRules]) -> tuple[Field, ...]:
    """The fields of every kind, where a request does not say which kind it is of."""
    return tuple({field.id: field for kind in kinds for field in kind.fields}.values())

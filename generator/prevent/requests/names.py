"""The names a request gives, and texts without them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from prevent.fields.field import Field
from prevent.reading.places import Value

_SHORTEST_PART = 3
"""So many letters a part of a name has at least, to be looked for in other texts by itself."""

_NO_PARTS = frozenset({"and", "der", "for", "the", "van", "von"})

_PART = re.compile(r"[^\W\d_][\w'\u2019-]*")

_BETWEEN = re.compile(r"[\s.,]*")
"""What may stand between the parts of one name."""


class Name(NamedTuple):
    """A name, and what is shown instead. A ``part`` of one is looked for as it is written."""

    text: str
    shown: str
    part: bool = False


class Names:
    """The names that a request gives."""

    def __init__(self, names: Iterable[Name]) -> None:
        self._shown: dict[str, str] = {}
        every = [*names]
        every += [part for name in every for part in _parts(name)]
        patterns: dict[str, None] = {}
        for name in sorted(every, key=lambda each: (-len(each.text), each.part)):
            self._shown.setdefault(name.text.casefold(), name.shown)
            patterns[_pattern(name)] = None
        self._pattern = re.compile("|".join(patterns)) if patterns else None

    def hidden(self, text: str) -> str:
        """A text with each name replaced; once where several parts of it stand together."""
        if self._pattern is None:
            return text
        made, end, last = "", 0, ""
        for found in self._pattern.finditer(text):
            shown = self._shown[" ".join(found.group().split()).casefold()]
            between = text[end : found.start()]
            if shown != last or not _BETWEEN.fullmatch(between):
                made += between + shown
            end, last = found.end(), shown
        return made + text[end:]


def is_name(value: Value) -> bool:
    """Is it a text that says anything?"""
    return isinstance(value, str) and bool(value.strip())


def shown(field: Field, owner: Field | None = None, number: int = 0) -> str:
    """What stands for a name: ``speaker 3``; for another field of theirs, ``speaker 3 (agent)``."""
    label = field.label.lower()
    if owner is None:
        return f"{label} (not shown)"
    item = f"{owner.item} {number}"
    return item if field.id == owner.named_by else f"{item} ({label})"


def personal(fields: Iterable[Field], data: Mapping[str, Value]) -> Iterator[Name]:
    """The names that the answers to personal fields give, and those of who signed."""
    for field in fields:
        value = data.get(field.id)
        if field.personal and is_name(value):
            yield _name(value, shown(field))
        entries = value if isinstance(value, list) else [value]
        for number, entry in enumerate(entries, start=1):
            if not isinstance(entry, dict):
                continue
            if field.type in ("approvals", "completion") and is_name(entry.get("by")):
                yield _name(entry["by"], "a person (not shown)")
            for own in field.fields:
                if own.personal and is_name(entry.get(own.id)):
                    yield _name(entry[own.id], shown(own, field, number))


def _name(value: Value, instead: str) -> Name:
    return Name(" ".join(str(value).split()), instead)


def _parts(name: Name) -> Iterator[Name]:
    """The parts of a name that may stand alone in another text: ``Smith``."""
    for part in _PART.findall(name.text):
        if len(part) >= _SHORTEST_PART and part[0].isupper() and part.lower() not in _NO_PARTS:
            yield Name(part, name.shown, part=True)


def _pattern(name: Name) -> str:
    """Finds a name where it is no part of a longer word; a whole one whatever its capitals.

    Scripts without capitals may not part words, so there it is found anywhere.
    """
    before = r"(?<!\w)" if name.text[0].lower() != name.text[0].upper() else ""
    after = r"(?!\w)" if name.text[-1].lower() != name.text[-1].upper() else ""
    if name.part:
        either = "|".join(re.escape(each) for each in (name.text, name.text.upper()))
        return f"{before}(?:{either}){after}"
    words = r"\s+".join(map(re.escape, name.text.split()))
    return f"{before}(?i:{words}){after}"

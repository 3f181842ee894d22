"""One mapping of a policy file that its schema has accepted, with typed access to its keys."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from prevent.faults import Place
from prevent.fields.types import YES
from prevent.reading.documents import Document, Path


@dataclass(frozen=True, slots=True)
class Entry:
    """A mapping at ``path`` of a document. A key that is left out or empty reads as nothing."""

    document: Document
    path: Path
    data: dict[str, object]

    @property
    def place(self) -> Place:
        """Where the mapping stands."""
        return self.document.place(self.path)

    def place_of(self, *keys: str | int) -> Place:
        """Where a value under these keys stands."""
        return self.document.place((*self.path, *keys))

    def nearest_place(self, *keys: str | int) -> Place:
        """Where these keys lead: the last key that stands there, or else the mapping itself."""
        value: object = self.data
        for depth, key in enumerate(keys):
            there = isinstance(value, dict) and key in value
            if isinstance(value, list) and isinstance(key, int):
                there = key < len(value)
            if not there:
                keys = keys[:depth]
                break
            value = value[key]  # type: ignore[index]
        if keys and isinstance(keys[-1], str):
            return self.document.key_place((*self.path, *keys))
        return self.place_of(*keys)

    def place_of_word(self, word: str, keys: Iterable[str]) -> Place:
        """Where a word first stands under these keys: a key, a value, or ``{word}`` in a text."""
        parts = {key: self.data[key] for key in keys if key in self.data}
        found = next(_having(parts, word), None)
        if found is None:
            return self.place
        path, is_key = found
        find = self.document.key_place if is_key else self.document.place
        return find((*self.path, *path))

    def text(self, key: str) -> str:
        """The text under a key, or an empty text."""
        value = self.data.get(key)
        return "" if value is None else str(value)

    def texts(self, key: str) -> tuple[str, ...]:
        """The list of text under a key, or an empty tuple."""
        value = self.data.get(key) or []
        assert isinstance(value, list)
        return tuple(str(item) for item in value)

    def yes(self, key: str) -> bool:
        """Is the answer under a key yes?"""
        return self.data.get(key) in YES

    def entry(self, key: str) -> Entry | None:
        """The mapping under a key, or None."""
        value = self.data.get(key)
        return Entry(self.document, (*self.path, key), value) if isinstance(value, dict) else None

    def the(self, key: str) -> Entry:
        """The mapping under a key that the schema requires."""
        found = self.entry(key)
        assert found is not None
        return found

    def entries(self, key: str) -> Iterator[Entry]:
        """The mappings of the list under a key."""
        value = self.data.get(key) or []
        assert isinstance(value, list)
        for index, item in enumerate(value):
            if isinstance(item, dict):
                yield Entry(self.document, (*self.path, key, index), item)


def _having(value: object, word: str, at: Path = ()) -> Iterator[tuple[Path, bool]]:
    """The paths at which a word stands in a value, and whether as a key."""
    if isinstance(value, dict):
        for key, below in value.items():
            if key == word:
                yield (*at, key), True
            yield from _having(below, word, (*at, key))
    elif isinstance(value, list):
        for index, below in enumerate(value):
            yield from _having(below, word, (*at, index))
    elif isinstance(value, str) and (value == word or f"{{{word}}}" in value):
        yield at, False


def whole(document: Document) -> Entry:
    """The whole document as an entry; an empty one where it is not a mapping."""
    data = document.data if isinstance(document.data, dict) else {}
    return Entry(document, (), dict(data))


def mappings(entry: Entry, key: str) -> list[Entry]:
    """The mappings of the list under a key, also where no schema has accepted the entry."""
    return list(entry.entries(key)) if isinstance(entry.data.get(key), list) else []

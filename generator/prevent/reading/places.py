"""What a file holds, and where each part of it stands."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

from prevent.faults import Place

Path: TypeAlias = tuple[str | int, ...]
Value: TypeAlias = bool | int | float | str | list["Value"] | dict[str, "Value"] | None

MAX_DEPTH = 50
MAX_FAULTS = 100


class Marks:
    """Where one value stands (line and column from 1), and where its parts stand.

    ``keys`` holds the line and column of each key of a mapping; ``parts`` the marks of each value
    of a mapping or list. A mapping stands where its first key stands.
    """

    __slots__ = ("column", "keys", "line", "parts")

    def __init__(self, line: int, column: int) -> None:
        self.line = line
        self.column = column
        self.keys: dict[str, tuple[int, int]] = {}
        self.parts: dict[str | int, Marks] = {}


class Leaf(Marks):
    """Where a single value stands. It has no parts, so all leaves share one empty pair."""

    __slots__ = ()

    def __init__(self, line: int, column: int) -> None:
        self.line = line
        self.column = column
        self.keys = _NO_KEYS
        self.parts = _NO_PARTS


_NO_KEYS: dict[str, tuple[int, int]] = {}
_NO_PARTS: dict[str | int, Marks] = {}


@dataclass(frozen=True, slots=True)
class Document:
    """One document of a file. ``line`` is the line of its first content; ``data`` None if empty.

    Values that an alias repeats are shared, so ``data`` is to be read, never changed.
    """

    file: str
    number: int
    line: int
    data: Value
    marks: Marks = field(repr=False, compare=False)

    @property
    def start(self) -> Place:
        """The line on which the document's content starts."""
        return Place(self.file, self.number, self.line, 1)

    def place(self, path: Path) -> Place:
        """Where the value at ``path`` stands; failing that, the nearest thing above that exists."""
        marks = self.marks
        for step in path:
            below = marks.parts.get(step)
            if below is None:
                break
            marks = below
        return Place(self.file, self.number, marks.line, marks.column)

    def key_place(self, path: Path) -> Place:
        """Where the last key of ``path`` stands. An item of a list has no key: its own place."""
        marks = self.marks
        for step in path[:-1]:
            below = marks.parts.get(step)
            if below is None:
                return self.place(path)
            marks = below
        key = marks.keys.get(path[-1]) if path and isinstance(path[-1], str) else None
        return self.place(path) if key is None else Place(self.file, self.number, *key)


def value_at(data: Value, path: Path) -> Value:
    """The value at ``path`` within ``data``. Raises ``KeyError`` where there is none."""
    for step in path:
        if isinstance(step, str):
            if not isinstance(data, dict):
                raise KeyError(step)
            data = data[step]
        elif isinstance(data, list) and 0 <= step < len(data):
            data = data[step]
        else:
            raise KeyError(step)
    return data

"""What a file holds, and where each part of it stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TypeAlias

from prevent.faults import Place

Path: TypeAlias = tuple[str | int, ...]
Value: TypeAlias = bool | int | float | str | list["Value"] | dict[str, "Value"] | None

MAX_DEPTH = 50
MAX_FAULTS = 100
MAX_DOCUMENTS = 20_000
"""How many documents a file may hold."""

MAX_VALUES = 500_000
"""How many values a document may hold, those within others too."""


def too_many_values() -> tuple[str, str]:
    """What is said of a document that holds more, and the mend."""
    return f"This holds more than {MAX_VALUES:,} values.", "Split it into several documents."


class Mark:
    """Where a value stands: its line and column, from 1. A single value has no parts.

    ``sheet`` is the name of the sheet of a spreadsheet it stands in, or None.
    """

    __slots__ = ("column", "line")

    sheet: str | None = None

    keys: Mapping[str, tuple[int, int]] = MappingProxyType({})
    parts: Mapping[str | int, Mark] = MappingProxyType({})

    def __init__(self, line: int, column: int) -> None:
        self.line = line
        self.column = column


class Marks(Mark):
    """Where a mapping or list stands, and where its parts stand.

    ``keys`` holds the line and column of each key of a mapping; ``parts`` the marks of each value
    of a mapping or list. A mapping stands where its first key stands.
    """

    __slots__ = ("keys", "parts")

    def __init__(self, line: int, column: int) -> None:
        self.line = line
        self.column = column
        self.keys: dict[str, tuple[int, int]] = {}
        self.parts: dict[str | int, Mark] = {}


class CellMarks(Marks):
    """Where something stands in a spreadsheet: its line is the row."""

    __slots__ = ("sheet",)

    def __init__(self, row: int, column: int, sheet: str) -> None:
        super().__init__(row, column)
        self.sheet: str | None = sheet


@dataclass(frozen=True, slots=True)
class Document:
    """One document of a file. ``line`` is the line of its first content; ``data`` None if empty.

    Values that an alias repeats are shared, so ``data`` is to be read, never changed.
    """

    file: str
    number: int
    line: int
    data: Value
    marks: Mark = field(repr=False, compare=False)

    @property
    def start(self) -> Place:
        """The line on which the document's content starts."""
        return Place(self.file, self.number, self.line, 1, self.marks.sheet)

    def place(self, path: Path) -> Place:
        """Where the value at ``path`` stands; failing that, the nearest thing above that exists."""
        marks = self.marks
        for step in path:
            below = marks.parts.get(step)
            if below is None:
                break
            marks = below
        return Place(self.file, self.number, marks.line, marks.column, marks.sheet)

    def key_place(self, path: Path) -> Place:
        """Where the last key of ``path`` stands. An item of a list has no key: its own place."""
        marks = self.marks
        for step in path[:-1]:
            below = marks.parts.get(step)
            if below is None:
                return self.place(path)
            marks = below
        key = marks.keys.get(path[-1]) if path and isinstance(path[-1], str) else None
        if key is None:
            return self.place(path)
        return Place(self.file, self.number, *key, marks.sheet)


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

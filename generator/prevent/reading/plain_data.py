"""A document given as Python data: a mapping of what a file would say.

Dates may be ``date``; everything else is what JSON has. Nothing is guessed: a value that a file
could not hold is a fault. A place is told by its keys: ``request: approvals[0].date``.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from prevent.faults import Fault, Place
from prevent.reading.places import MAX_DEPTH, MAX_FAULTS, Document, Mark, Path, Value
from prevent.reading.quoting import quoted, safe
from prevent.reading.raw_text import refused_in_value

MAX_VALUES = 100_000
"""How many values a document may hold; a list that holds itself would have no end."""

_LARGEST = 10**18
_SCALARS = "text, a number, a date, True, False or None"


@dataclass(frozen=True, slots=True)
class PlainDocument(Document):
    """A document without lines. Its places name the keys that lead to a value."""

    @property
    def start(self) -> Place:
        """The document as a whole."""
        return Place(self.file)

    def place(self, path: Path) -> Place:
        """The value at ``path``, whether it is there or missing."""
        return Place(_named(self.file, path))

    def key_place(self, path: Path) -> Place:
        """The same: a key and its value are not apart."""
        return self.place(path)


def plain_document(data: Mapping[str, object], name: str) -> PlainDocument | list[Fault]:
    """The document that ``data`` is, or everything in it that a file could not say."""
    faults: list[Fault] = []
    value = _Reader(name, faults).value(data, ())
    return faults or PlainDocument(name, 1, 0, value, Mark(0, 0))


class _Reader:
    def __init__(self, name: str, faults: list[Fault]) -> None:
        self._name = name
        self._faults = faults
        self._seen = 0

    def value(self, given: object, path: Path) -> Value:
        """The value as a file would give it. What cannot be one is a fault."""
        self._seen += 1
        if self._seen > MAX_VALUES or len(self._faults) >= MAX_FAULTS:
            if self._seen == MAX_VALUES + 1:
                self._fault((), f"This holds more than {MAX_VALUES:,} values.")
            return None
        if given is None or isinstance(given, bool):
            return given
        if isinstance(given, str):
            return self._text(str.__str__(given), path)
        if isinstance(given, int) and -_LARGEST < given < _LARGEST:
            return int(given)
        if isinstance(given, date) and not isinstance(given, datetime):
            return given.isoformat()
        if isinstance(given, float) and math.isfinite(given):
            return float(given)
        if isinstance(given, Mapping | Sequence) and not isinstance(given, bytes | bytearray):
            if len(path) < MAX_DEPTH:
                return self._within(given, path)
            self._fault(path, f"This is nested more than {MAX_DEPTH} levels deep.")
        else:
            self._fault(path, *_refusal(given))
        return None

    def _within(self, given: Mapping[object, object] | Sequence[object], path: Path) -> Value:
        if isinstance(given, Mapping):
            return dict(self._pairs(given, path))
        return [self.value(each, (*path, index)) for index, each in enumerate(given)]

    def _pairs(self, given: Mapping[object, object], path: Path) -> Iterator[tuple[str, Value]]:
        for key, each in given.items():
            if isinstance(key, str):
                own = str.__str__(key)
                self._text(own, path)
                yield own, self.value(each, (*path, own))
            else:
                self._fault(path, f"A key must be text, and {quoted(repr(key))} is not.")

    def _text(self, text: str, path: Path) -> str:
        refused = refused_in_value(text)
        if refused:
            message = f"This text holds an invisible character ({refused})."
            self._fault(path, message, "Leave it out.")
        return text

    def _fault(self, path: Path, message: str, hint: str = "") -> None:
        self._faults.append(Fault(Place(_named(self._name, path)), message, hint))


def _refusal(given: object) -> tuple[str, str]:
    """Why a value is none that a request can hold, and what to do."""
    if isinstance(given, int | float):
        return "This number cannot be written in a request.", "Give one of at most 18 digits."
    hint = f"Give {_SCALARS}, or a list or a mapping of these."
    if isinstance(given, datetime):
        hint = "Give the date alone: in which time zone it is meant cannot be told."
    what = type(given).__name__
    return f"A request cannot hold a value of the type {quoted(what)}.", hint


def _named(name: str, path: Path) -> str:
    steps = "".join(f"[{step}]" if isinstance(step, int) else f".{safe(step)}" for step in path)
    return f"{name}: {steps.removeprefix('.')}" if steps else name

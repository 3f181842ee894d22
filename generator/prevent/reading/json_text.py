"""JSON, read strictly, with the place of every key and value."""

from __future__ import annotations

import json
import math
import re
from bisect import bisect_right

from prevent.faults import Fault, Place
from prevent.reading.places import (
    MAX_DEPTH,
    MAX_FAULTS,
    MAX_VALUES,
    Document,
    Mark,
    Marks,
    Value,
    too_many_values,
)
from prevent.reading.quoting import quoted
from prevent.reading.raw_text import refused_in_value

_BLANK = re.compile(r"[ \t\n]*")
_STRING = re.compile(r'"(?:[^"\\\x00-\x1f]++|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*+"')
_STRING_START = re.compile(r'"(?:[^"\\\x00-\x1f]++|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*+')
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?(?![0-9A-Za-z.+])")
_WORD = re.compile(r"[^\s,:\[\]{}\"]+")
_WORDS: dict[str, bool | None] = {"true": True, "false": False, "null": None}
_MOST_DIGITS = 18


class _BrokenOffError(Exception):
    """The rest of the text cannot be read."""

    def __init__(self, offset: int, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.offset = offset
        self.message = message
        self.hint = hint


def read_json(text: str, file: str) -> tuple[list[Document], list[Fault]]:
    """The one document of a text (lines ended by a line feed) if it is sound, and its faults."""
    reader = _Reader(text, file)
    try:
        document = reader.document()
    except _BrokenOffError as stop:
        reader.fault(stop.offset, stop.message, stop.hint)
        return [], reader.faults
    return ([] if reader.faults else [document]), reader.faults


class _Reader:
    """Reads values by descent; ``MAX_DEPTH`` bounds it."""

    def __init__(self, text: str, file: str) -> None:
        self.text = text
        self.file = file
        self.offset = 0
        self.lines = [0, *(found.end() for found in re.finditer("\n", text))]
        self.faults: list[Fault] = []
        self.values = 0

    def document(self) -> Document:
        self._skip()
        if self.offset == len(self.text):
            return Document(self.file, 1, 1, None, Mark(1, 1))
        value, marks = self._value(0)
        self._skip()
        if self.offset < len(self.text):
            message = "This follows a document that is already complete."
            raise _BrokenOffError(self.offset, message, "A JSON file holds one document.")
        return Document(self.file, 1, marks.line, value, marks)

    def fault(self, offset: int, message: str, hint: str = "") -> None:
        self.faults.append(Fault(Place(self.file, 1, *self._position(offset)), message, hint))

    def _position(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self.lines, offset)
        return line, offset - self.lines[line - 1] + 1

    def _skip(self) -> None:
        blank = _BLANK.match(self.text, self.offset)
        if blank:
            self.offset = blank.end()

    def _next(self) -> str:
        self._skip()
        return self.text[self.offset : self.offset + 1]

    def _value(self, depth: int) -> tuple[Value, Mark]:
        start = self._next()
        self.values += 1
        if self.values > MAX_VALUES:
            raise _BrokenOffError(self.offset, *too_many_values())
        line, column = self._position(self.offset)
        if start in ("{", "[") and start:
            if depth >= MAX_DEPTH:
                message = f"This is nested more than {MAX_DEPTH} levels deep."
                raise _BrokenOffError(self.offset, message)
            marks = Marks(line, column)
            return (self._mapping if start == "{" else self._list)(marks, depth + 1), marks
        if start == '"':
            return self._string(), Mark(line, column)
        return self._single(), Mark(line, column)

    def _mapping(self, marks: Marks, depth: int) -> dict[str, Value]:
        data: dict[str, Value] = {}
        opened = self._open()
        while self._goes_on("}", opened, first=not data):
            if self._next() != '"':
                raise _BrokenOffError(self.offset, "Expected a key in double quotes here.")
            at = self.offset
            key = self._string()
            place = self._position(at)
            if not marks.keys:
                marks.line, marks.column = place
            first = marks.keys.setdefault(key, place)
            if first != place:
                self._repeated(at, key, first[0])
            if self._next() != ":":
                raise _BrokenOffError(self.offset, f"Expected ':' after the key {quoted(key)}.")
            self.offset += 1
            data[key], marks.parts[key] = self._value(depth)
        return data

    def _list(self, marks: Marks, depth: int) -> list[Value]:
        data: list[Value] = []
        opened = self._open()
        while self._goes_on("]", opened, first=not data):
            value, marks.parts[len(data)] = self._value(depth)
            data.append(value)
        return data

    def _repeated(self, offset: int, key: str, first: int) -> None:
        message = f"The key {quoted(key)} is given twice; it stands first on line {first}."
        self.fault(offset, message, "Keep one of the two.")
        if len(self.faults) >= MAX_FAULTS:
            message = "There are too many faults to list."
            raise _BrokenOffError(offset, message, "Mend these first.")

    def _open(self) -> int:
        self.offset += 1
        return self.offset - 1

    def _goes_on(self, closing: str, opened: int, *, first: bool) -> bool:
        """Step over the closing bracket or the comma; whether another part follows."""
        found = self._next()
        if found == closing:
            self.offset += 1
            return False
        if first and found:
            return True
        if not found:
            message = f"The {quoted(self.text[opened])} that starts here is not closed."
            raise _BrokenOffError(opened, message, f"Expected {quoted(closing)} at its end.")
        if found != ",":
            message = f"Expected ',' or {quoted(closing)} here."
            raise _BrokenOffError(self.offset, message)
        comma = self.offset
        self.offset += 1
        if self._next() == closing:
            message = f"A comma stands before the closing {quoted(closing)}."
            raise _BrokenOffError(comma, message, "Delete it.")
        return True

    def _string(self) -> str:
        at = self.offset
        found = _STRING.match(self.text, at)
        if found is None:
            raise self._bad_string(at)
        self.offset = found.end()
        written = found.group()
        if "\\" not in written:
            return written[1:-1]
        text = str(json.loads(written))
        refused = refused_in_value(text)
        if refused:
            message = f"This text holds an invisible or incomplete character ({refused})."
            raise _BrokenOffError(at, message, "Leave it out.")
        return text

    def _bad_string(self, at: int) -> _BrokenOffError:
        sound = _STRING_START.match(self.text, at)
        end = sound.end() if sound else at
        stopper = self.text[end : end + 1]
        if stopper == "\\":
            message = "A backslash starts a code, and this is not one."
            return _BrokenOffError(end, message, "Write \\\\ for a backslash.")
        if stopper == "\t":
            return _BrokenOffError(end, "A tab stands in this text.", "Write \\t for it.")
        message = "The quotation that starts here is not closed on its line."
        return _BrokenOffError(at, message, "Write \\n for a line end within a text.")

    def _single(self) -> Value:
        at = self.offset
        found = _NUMBER.match(self.text, at)
        if found:
            self.offset = found.end()
            return self._number(found)
        word = _WORD.match(self.text, at)
        if word is None:
            raise _BrokenOffError(at, "Expected a value here.")
        if word.group() in _WORDS:
            self.offset = word.end()
            return _WORDS[word.group()]
        message = f"{quoted(word.group())} is not a JSON value."
        if word.group().startswith(("//", "/*", "#")):
            raise _BrokenOffError(at, "JSON has no comments.", "Delete the comment.")
        raise _BrokenOffError(at, message, "Put text in double quotes.")

    def _number(self, found: re.Match[str]) -> int | float:
        written = found.group()
        hint = "Put it in double quotes if it is text."
        if not (found[1] or found[2]):
            if len(written.lstrip("-")) > _MOST_DIGITS:
                message = f"This number has more than {_MOST_DIGITS} digits."
                raise _BrokenOffError(found.start(), message, hint)
            return int(written)
        number = float(written)
        if not math.isfinite(number):
            raise _BrokenOffError(found.start(), "This number is too large.", hint)
        return number

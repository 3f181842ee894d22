"""YAML, read strictly from parser events, with the place of every key and value.

The parser gives events one at a time and the builder holds its own stack, so depth costs no
recursion. What YAML offers beyond keys, lists and single values (tags, merge keys, keys that are
not text) is refused, as is everything that two readers could take differently.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import yaml
from yaml import events

from prevent.faults import Fault, Place
from prevent.reading.places import (
    MAX_DEPTH,
    MAX_DOCUMENTS,
    MAX_FAULTS,
    MAX_VALUES,
    Document,
    Mark,
    Marks,
    Value,
    too_many_values,
)
from prevent.reading.quoting import quoted, safe
from prevent.reading.raw_text import refused_in_value
from prevent.reading.scalars import resolve

MAX_ALIASED = 100_000
"""How many values all aliases of a document may stand for together."""

LOADER: type[yaml.SafeLoader | yaml.CSafeLoader] = (
    yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader
)

_MARKER = re.compile(r"^---(?=[ \t\n]|\Z)", re.MULTILINE)


class _BrokenOffError(Exception):
    """The rest of this document cannot be read."""

    def __init__(self, line: int, column: int, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.line = line
        self.column = column
        self.message = message
        self.hint = hint


class _Frame:
    """A mapping or list being built; with how deep it goes, and how many values it holds.

    ``inner`` are the values that are within its own, and ``size`` is how many there are in all.
    """

    __slots__ = ("anchor", "data", "height", "inner", "key", "marks", "wants_key")

    def __init__(self, data: list[Value] | dict[str, Value], marks: Marks) -> None:
        self.data = data
        self.marks = marks
        self.anchor: str | None = None
        self.key = ""
        self.wants_key = isinstance(data, dict)
        self.inner = 0
        self.height = 1

    @property
    def size(self) -> int:
        return 1 + len(self.data) + self.inner

    def add(self, value: Value, mark: Mark) -> None:
        """Add a value; it is not yet said what is within it."""
        data = self.data
        if isinstance(data, dict):
            data[self.key] = value
            self.marks.parts[self.key] = mark
            self.wants_key = True
        else:
            self.marks.parts[len(data)] = mark
            data.append(value)


class _Builder:
    """Builds one document after another from events. Lines are counted from ``first_line``."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.first_line = 1
        self.number = 0
        self.documents: list[Document] = []
        self.faults: list[Fault] = []
        self.inside = False
        self.is_full = False

    def take_all(self, parser: yaml.SafeLoader | yaml.CSafeLoader) -> None:
        """Take every event there is. Raises ``_BrokenOffError`` where a document cannot go on."""
        takers: dict[type[events.Event], Callable[[Any], None]] = {
            events.MappingStartEvent: self.open_mapping,
            events.SequenceStartEvent: self.open_list,
            events.MappingEndEvent: self.close,
            events.SequenceEndEvent: self.close,
            events.AliasEvent: self.alias,
            events.DocumentStartEvent: self.start,
            events.DocumentEndEvent: self.end,
        }
        next_event, scalar = parser.get_event, self.scalar
        while (event := next_event()) is not None:
            # Most of them are single values.
            if type(event) is events.ScalarEvent:
                scalar(event)
            elif (taker := takers.get(type(event))) is not None:
                taker(event)

    def start(self, event: events.DocumentStartEvent) -> None:
        self.inside = True
        self.number += 1
        self.started, _ = self.position(event)
        self.faults_before = len(self.faults)
        self.stack: list[_Frame] = []
        self.anchors: dict[str, tuple[Value, Mark, int, int]] = {}
        self.open_anchors: set[str] = set()
        self.aliased = 0
        self.root: tuple[Value, Mark] | None = None
        if self.number > MAX_DOCUMENTS:
            self.is_full = True
            message = f"This document and those after it are left out: at most {MAX_DOCUMENTS:,}"
            hint = "Split it into several files."
            raise _BrokenOffError(self.started, 1, f"{message} of a file are read.", hint)

    def fault(self, line: int, column: int, message: str, hint: str = "") -> None:
        self.faults.append(Fault(Place(self.file, self.number, line, column), message, hint))
        if len(self.faults) >= MAX_FAULTS:
            raise _BrokenOffError(
                line, column, "There are too many faults to list.", "Mend these first."
            )

    def end(self, _event: events.DocumentEndEvent) -> None:
        self.inside = False
        if self.root is not None and len(self.faults) == self.faults_before:
            data, marks = self.root
            self.documents.append(Document(self.file, self.number, marks.line, data, marks))

    def refuse_loose_end(self, *, after_document: bool, seen_before: int) -> None:
        """Number a fault between documents: that of the one before it, or of a new one."""
        if not after_document or self.number == seen_before:
            self.number += 1
        elif self.documents and self.documents[-1].number == self.number:
            # What follows may belong to the document just read, so that one is not sound either.
            self.documents.pop()

    def position(self, event: events.Event) -> tuple[int, int]:
        mark = event.start_mark
        assert mark is not None
        return mark.line + self.first_line, mark.column + 1

    def scalar(self, event: events.ScalarEvent) -> None:
        start = event.start_mark
        assert start is not None
        line, column = start.line + self.first_line, start.column + 1
        if event.tag is not None:
            self._tag(event.tag, line, column)
        text: str = event.value
        frame = self.stack[-1] if self.stack else None
        if frame is not None and frame.wants_key:
            self._key(frame, event, line, column)
            return
        value: Value = text
        if not event.style:
            value = resolve(text)
        elif event.style == '"':
            self._seen(text, line, column)
        mark = Mark(line, column)
        if event.anchor is not None:
            self.anchors[event.anchor] = (value, mark, 1, 0)
        if frame is None:
            self.root = (value, mark)
        else:
            frame.add(value, mark)

    def close(self, _event: events.CollectionEndEvent) -> None:
        frame = self.stack.pop()
        if frame.size > MAX_VALUES:
            line, column = frame.marks.line, frame.marks.column
            raise _BrokenOffError(line, column, *too_many_values())
        if frame.anchor is not None:
            self.open_anchors.discard(frame.anchor)
            self.anchors[frame.anchor] = (frame.data, frame.marks, frame.size, frame.height)
        self._add(frame.data, frame.marks, frame.size, frame.height)

    def alias(self, event: events.AliasEvent) -> None:
        line, column = self.position(event)
        name = event.anchor or ""
        frame = self.stack[-1] if self.stack else None
        if frame is not None and frame.wants_key:
            raise _BrokenOffError(line, column, f"The alias {quoted('*' + name)} cannot be a key.")
        if name in self.open_anchors:
            raise _BrokenOffError(
                line, column, f"The alias {quoted('*' + name)} stands within itself."
            )
        if name not in self.anchors:
            hint = f"If it is text, put it in quotes. Otherwise mark a value with '&{safe(name)}'."
            self.fault(line, column, f"Nothing above is marked {quoted('&' + name)}.", hint)
            self._add(None, Mark(line, column), 1, 0)
            return
        value, marks, size, height = self.anchors[name]
        self.aliased += size
        if self.aliased > MAX_ALIASED:
            raise _BrokenOffError(
                line, column, f"Aliases stand for more than {MAX_ALIASED:,} values here."
            )
        if len(self.stack) + height > MAX_DEPTH:
            raise _too_deep(line, column)
        self._add(value, marks, size, height)

    def open_mapping(self, event: events.MappingStartEvent) -> None:
        self._open({}, event)

    def open_list(self, event: events.SequenceStartEvent) -> None:
        self._open([], event)

    def _open(
        self,
        data: list[Value] | dict[str, Value],
        event: events.MappingStartEvent | events.SequenceStartEvent,
    ) -> None:
        line, column = self.position(event)
        if event.tag is not None:
            self._tag(event.tag, line, column)
        if self.stack and self.stack[-1].wants_key:
            raise _BrokenOffError(line, column, "A key must be text, and a list or a group is not.")
        if len(self.stack) >= MAX_DEPTH:
            raise _too_deep(line, column)
        frame = _Frame(data, Marks(line, column))
        if event.anchor is not None:
            frame.anchor = event.anchor
            self.anchors.pop(event.anchor, None)
            self.open_anchors.add(event.anchor)
        self.stack.append(frame)

    def _key(self, frame: _Frame, event: events.ScalarEvent, line: int, column: int) -> None:
        key: str = event.value
        frame.key = key
        frame.wants_key = False
        marks = frame.marks
        if not event.style:
            if key == "<<":
                hint = "Write the keys out."
                self.fault(line, column, "'<<' merges keys from elsewhere; it is not used.", hint)
            elif not key:
                self.fault(line, column, "A key is missing before the ':'.")
        elif event.style == '"':
            self._seen(key, line, column)
        if event.anchor is not None:
            self.anchors[event.anchor] = (key, Mark(line, column), 1, 0)
        place = line, column
        if not marks.keys:
            marks.line, marks.column = place
        first = marks.keys.setdefault(key, place)
        if first is not place:
            message = f"The key {quoted(key)} is given twice; it stands first on line {first[0]}."
            frame.inner += 1
            self.fault(line, column, message, "Keep one of the two.")

    def _add(self, value: Value, marks: Mark, size: int, height: int) -> None:
        if not self.stack:
            self.root = (value, marks)
            return
        frame = self.stack[-1]
        frame.add(value, marks)
        frame.inner += size - 1
        if height >= frame.height:
            frame.height = height + 1

    def _tag(self, tag: str, line: int, column: int) -> None:
        hint = "Delete it, or put the value in quotes if it belongs to the text."
        written = tag.replace("tag:yaml.org,2002:", "!!", 1)
        self.fault(line, column, f"{quoted(written)} is a tag, and tags are not used here.", hint)

    def _seen(self, text: str, line: int, column: int) -> None:
        refused = refused_in_value(text)
        if refused:
            message = f"This text holds an invisible character ({refused})."
            self.fault(line, column, message, "Leave it out.")


def _too_deep(line: int, column: int) -> _BrokenOffError:
    return _BrokenOffError(line, column, f"This is nested more than {MAX_DEPTH} levels deep.")


def read_yaml(text: str, file: str) -> tuple[list[Document], list[Fault], int]:
    """The sound documents of a text (lines ended by a line feed), its faults, the documents seen.

    A document with a fault is left out. After a document that cannot be read to its end, reading
    goes on at the next ``---``.
    """
    builder = _Builder(file)
    offset = 0
    while True:
        rest = text[offset:] if offset else text
        stopped = _read_part(rest, builder)
        if stopped is None or builder.is_full or len(builder.faults) >= MAX_FAULTS:
            break
        found = _next_marker(rest, stopped - builder.first_line)
        if found is None:
            break
        builder.first_line += rest.count("\n", 0, found)
        offset += found
    return builder.documents, builder.faults, builder.number


def _read_part(text: str, builder: _Builder) -> int | None:
    """Read documents until one breaks off: the line from which the next marker is to be sought."""
    number = builder.number
    builder.inside = False
    try:
        builder.take_all(_parser(text))
    except _BrokenOffError as stop:
        place = Place(builder.file, builder.number, stop.line, stop.column)
        builder.faults.append(Fault(place, stop.message, stop.hint))
        return max(stop.line, builder.started + 1)
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        from prevent.reading.yaml_trouble import trouble  # noqa: PLC0415 (seldom needed)

        found = trouble(error, text, builder.first_line)
        if not builder.inside:
            builder.refuse_loose_end(after_document=found.after_the_end, seen_before=number)
        place = Place(builder.file, builder.number, found.line, found.column)
        builder.faults.append(Fault(place, found.message, found.hint))
        if found.before_the_start:
            return None
        return max(found.stopped, builder.started + 1) if builder.inside else found.stopped + 1
    return None


def _parser(text: str) -> yaml.SafeLoader | yaml.CSafeLoader:
    # The C parser encodes text itself, but only whole; bytes spare it a second copy.
    return LOADER(text if LOADER is yaml.SafeLoader else text.encode())


def last_marker(text: str) -> int:
    """The offset of the last ``---`` line of a text, or 0: what stands before it is complete."""
    offset = text.rfind("\n---")
    while offset >= 0:
        if _MARKER.match(text, offset + 1):
            return offset + 1
        offset = text.rfind("\n---", 0, offset)
    return 0


def _next_marker(text: str, line: int) -> int | None:
    """The offset of the first ``---`` on or after ``line`` (from 0), never at the very start."""
    offset = 0
    for _ in range(line):
        offset = text.find("\n", offset) + 1
        if not offset:
            return None
    found = _MARKER.search(text, max(offset, 1))
    return found.start() if found else None

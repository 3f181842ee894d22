"""Answers that have parts, as lines such as ``Name: A. Speaker``; an empty line between items."""

from __future__ import annotations

import re
from collections.abc import Callable

from prevent.fields.field import Field
from prevent.reading.places import Mark, Marks, Value
from prevent.requests.given import Doubtful, answer, says_none
from prevent.rules.inner_fields import LISTED

_LINE = re.compile(r"\s*(?:[-*]\s+)?\**([^:]{1,300}?)\**\s*:\s*(.*)")

Part = Callable[[Field, str], Field | None]
"""The part of a field's answer that a name stands for."""


def read_block(
    field: Field, lines: list[str], line: int, part_of: Part
) -> tuple[Value, Mark] | None:
    """The answer in these lines, the first of which is ``line``; None where one cannot be read.

    An item begins after an empty line, and where a name comes again. Lines with nothing behind the
    colon say nothing.
    """
    if field.type in LISTED and says_none("".join(lines)):
        return [], Mark(line, 1)
    items: list[tuple[dict[str, Value], Marks]] = []
    begun: set[str] = set()
    fresh = True
    for number, text in enumerate(lines, start=line):
        if not text.strip():
            fresh = True
            continue
        found = _LINE.fullmatch(text)
        part = part_of(field, found[1]) if found else None
        if found is None or part is None:
            return None
        if part.id in begun and field.type not in LISTED:
            return None
        if (fresh and field.type in LISTED) or part.id in begun or not items:
            items.append(({}, Marks(number, 1)))
            begun, fresh = set(), False
        begun.add(part.id)
        written = found[2].strip()
        if not written:
            continue
        given = answer(part, written)
        data, marks = items[-1]
        # What cannot be told is kept as it was written, for a person to look at.
        data[part.id] = written if isinstance(given, Doubtful) else given
        column = found.start(2) + 1
        marks.keys[part.id] = (number, 1)
        marks.parts[part.id] = Mark(number, column)
    said = [item for item in items if item[0]]
    if not said:
        return None, Mark(line, 1)
    if field.type not in LISTED:
        return said[0] if len(said) == 1 else None
    whole = Marks(said[0][1].line, 1)
    whole.parts |= {index: marks for index, (_, marks) in enumerate(said)}
    return [data for data, _ in said], whole

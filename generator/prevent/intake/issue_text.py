"""An issue that a form made, read: a heading for each question, and the answer below it.

Nothing is guessed. What cannot be told is kept in the request in a form that no check accepts, so
that nothing is decided until a person has looked: an unknown question as an unknown key, an answer
that stands there twice as both.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from prevent.faults import Fault, Place
from prevent.fields.field import Field
from prevent.intake.blocks import read_block
from prevent.intake.questions import NO_RESPONSE, NONE_OF_THESE
from prevent.reading.nearest import did_you_mean
from prevent.reading.places import Document, Mark, Marks, Value
from prevent.reading.quoting import quoted, safe
from prevent.requests.given import Doubtful, answer, fold
from prevent.requests.headers import KIND, Asks, Headers

_HEADING = re.compile(r" {0,3}### +(\S.*?)[ #]*")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})[^`]*")
_BOX = re.compile(r"\s*[-*] \[([ xX])\]\s*(.*?)\s*")
_LONGEST_KEY = 100


class Section(NamedTuple):
    """A heading, the line it stands on, the lines below it, and whether a code block stays open."""

    heading: str
    line: int
    lines: list[str]
    unclosed: bool = False

    @property
    def text(self) -> str:
        """The answer as a text; empty where there is none."""
        text = "\n".join(self.lines).strip()
        return "" if text == NO_RESPONSE else text

    @property
    def mark(self) -> Mark:
        """Where the answer stands."""
        filled = (number for number, line in enumerate(self.lines) if line.strip())
        return Mark(self.line + 1 + next(filled, -1), 1)


class Issue(NamedTuple):
    """A request read from an issue, what is doubtful in it, and what stands before all questions.

    What the request's schema says of a place with a doubt is of no use to anybody.
    """

    document: Document
    doubts: list[Fault]
    before: str


def read_issue(text: str, name: str, headers: Headers, kind: str = "") -> Issue:
    """The request in the text of an issue. ``kind`` is its kind where it does not say so."""
    before, *sections = split(text, lambda heading: _has_parts(heading, headers))
    data: dict[str, Value] = {}
    doubts: list[Fault] = []
    marks = Marks(sections[0].line if sections else 1, 1)
    by_key: dict[str, list[Section]] = {}
    fields: dict[str, Field] = {}
    for section in sections:
        asks = headers.asks(section.heading)
        key = safe(section.heading, _LONGEST_KEY)
        if isinstance(asks, Asks) and asks.part is None and not asks.option:
            key = asks.field.id
            fields[key] = asks.field
        by_key.setdefault(key, []).append(section)
    for key, found in by_key.items():
        value, mark = _value(fields.get(key), found, headers)
        marks.keys[key] = (found[0].line, 1)
        if doubt := _doubt(fields.get(key), found, headers):
            line = found[0].line if key not in fields else mark.line
            doubts.append(Fault(Place(name, 1, line, 1), *doubt))
        if value is not None:
            data[key] = value
            marks.parts[key] = mark
    if kind and KIND not in data:
        data = {KIND: kind, **data}
    return Issue(Document(name, 1, marks.line, data, marks), doubts, before.text)


def split(text: str, in_block: Callable[[str], bool]) -> list[Section]:
    """What stands before the first heading, and each heading with what is below it.

    The form puts some answers into a block of code; ``in_block`` says below which headings. What
    looks like a heading within such a block is none.
    """
    sections = [Section("", 0, [])]
    fence = ""
    for number, line in enumerate(text.split("\n"), start=1):
        lines = sections[-1].lines
        if fence:
            lines.append(line)
            closing = line.strip()
            if len(closing) >= len(fence) and closing == fence[0] * len(closing):
                fence = ""
            continue
        heading = _HEADING.fullmatch(line)
        if heading:
            sections.append(Section(heading[1], number, []))
            continue
        opening = _FENCE.fullmatch(line)
        first = not any(each.strip() for each in lines)
        if opening and first and in_block(sections[-1].heading):
            fence = opening[1]
        lines.append(line)
    if fence:
        sections[-1] = sections[-1]._replace(unclosed=True)
    return sections


def _has_parts(heading: str, headers: Headers) -> bool:
    asks = headers.asks(heading)
    return isinstance(asks, Asks) and bool(headers.parts(asks.field))


def _doubt(field: Field | None, found: list[Section], headers: Headers) -> tuple[str, str] | None:
    """Why the answer under a heading cannot be told, and what to do."""
    section = found[0]
    if len(found) > 1:
        lines = ", ".join(str(each.line) for each in found)
        message = f"The question {quoted(section.heading)} stands there {len(found)} times"
        return f"{message} (lines {lines}).", "Keep the answer that is meant."
    if section.unclosed:
        return "A block of code begins here and does not end.", "Look what follows it."
    if field is None:
        message = f"The question {quoted(section.heading)} is not known."
        return message, did_you_mean(section.heading, headers.questions)
    return None


def _value(field: Field | None, found: list[Section], headers: Headers) -> tuple[Value, Mark]:
    """The answer under a heading; as it was written where it cannot be told."""
    mark = found[-1].mark
    if len(found) > 1:
        written = {f"answer {number}": each.text for number, each in enumerate(found, start=1)}
        return {**written}, mark
    (section,) = found
    if section.unclosed:
        return {"code block that is not closed": section.text}, mark
    if field is None:
        return section.text, mark
    if not section.text:
        return None, mark
    if headers.parts(field):
        lines, line = _without_fence(section)
        block = read_block(field, lines, line, headers.part)
        return block if block is not None else (section.text, mark)
    if field.type == "several":
        return _boxes(field, section.text), mark
    given = answer(field, section.text)
    return ({"answer": section.text} if isinstance(given, Doubtful) else given), mark


def _without_fence(section: Section) -> tuple[list[str], int]:
    """The lines of an answer without the code block around them, and the number of the first."""
    lines, first = section.lines, section.line + 1
    filled = [number for number, line in enumerate(lines) if line.strip()]
    start, end = filled[0], filled[-1]
    if start < end and _FENCE.fullmatch(lines[start]) and _FENCE.fullmatch(lines[end]):
        return lines[start + 1 : end], first + start + 1
    return lines[start : end + 1], first + start


def _boxes(field: Field, text: str) -> Value:
    """The boxes that are ticked. None ticked says nothing; that none is so has a box of its own."""
    boxes = [_BOX.fullmatch(line) for line in text.split("\n") if line.strip()]
    if not all(boxes):
        given = answer(field, text)
        return text if isinstance(given, Doubtful) else given
    ticked = [box[2] for box in boxes if box and box[1] != " "]
    if not ticked:
        return None
    if [fold(each) for each in ticked] == [fold(NONE_OF_THESE)]:
        return []
    chosen: list[Value] = []
    for each in ticked:
        given = answer(field, each)
        chosen += given if isinstance(given, list) and len(given) == 1 else [each]
    return chosen

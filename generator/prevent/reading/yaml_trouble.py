"""What the YAML parser complains of, in plain words.

The C parser and the Python one word some complaints differently; both are known here. Anything
else falls back on the parser's own words, cleaned.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

import yaml

from prevent.reading.quoting import quoted, safe

Words = tuple[str, str]
"""A message and its hint."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """A complaint at ``line`` and ``column`` (from 1), and the line the parser stopped at."""

    line: int
    column: int
    stopped: int
    message: str
    hint: str
    after_the_end: bool = False
    before_the_start: bool = False


@dataclass(frozen=True, slots=True)
class _Spot:
    """A place in the lines of a text; line and column count from 0."""

    lines: list[str]
    line: int
    column: int

    @property
    def text(self) -> str:
        return self.lines[self.line] if self.line < len(self.lines) else ""

    @property
    def rest(self) -> str:
        return self.text[self.column :]

    @property
    def character(self) -> str:
        return self.rest[:1]


def trouble(error: Exception, text: str, first_line: int) -> Trouble:
    """The parser's complaint about ``text``, whose first line is line ``first_line`` (from 1)."""
    if not isinstance(error, yaml.MarkedYAMLError) or error.problem_mark is None:
        message = "This cannot be read as YAML."
        return Trouble(first_line, 1, first_line, message, "Check this document from here on.")
    lines = text.split("\n")
    problem = _Spot(lines, error.problem_mark.line, error.problem_mark.column)
    context = problem
    if error.context_mark is not None:
        context = _Spot(lines, error.context_mark.line, error.context_mark.column)
    said = f"{error.context or ''}; {error.problem or ''}"
    for pattern, at_start, words in _KNOWN:
        if pattern.search(said):
            spot = context if at_start else problem
            message, hint = words(spot, first_line)
            break
    else:
        spot = problem
        message, hint = f"This is not YAML as expected: {safe(error.problem or 'unreadable')}.", ""
    return Trouble(
        line=first_line + spot.line,
        column=spot.column + 1,
        stopped=first_line + problem.line,
        message=message,
        hint=hint,
        after_the_end="<document start>" in said,
        before_the_start=problem.text.startswith("%"),
    )


def _no_colon(spot: _Spot, _first: int) -> Words:
    return f"Expected ':' after the key {quoted(spot.rest.strip())}.", ""


def _stray_colon(spot: _Spot, _first: int) -> Words:
    key = spot.text[: spot.column].strip()
    if ": " in key:
        return (
            "A second ':' stands on this line, where none is expected.",
            "Put the text after the key in quotes.",
        )
    return (
        f"{quoted(key)} cannot be a key here.",
        "Check that the line above has ':' after its key, and that both start in one column.",
    )


def _bad_start(spot: _Spot, _first: int) -> Words:
    if spot.character == "\t":
        return "A tab is used to indent; use spaces.", ""
    if not spot.rest.strip() or spot.rest.startswith("---"):
        return "A value, or a closing bracket, is missing before this.", ""
    return f"A value cannot start with {quoted(spot.character)}.", "Put the value in quotes."


def _bad_mark(spot: _Spot, _first: int) -> Words:
    return f"A value cannot start with a bare {quoted(spot.character)}.", "Put the value in quotes."


def _unclosed(spot: _Spot, _first: int) -> Words:
    closing = {"[": "]", "{": "}"}.get(spot.character, "]")
    return (
        f"The {quoted(spot.character)} that starts here is not closed, or a comma is missing.",
        f"Expected ',' between the parts and {quoted(closing)} after the last.",
    )


def _uneven_key(spot: _Spot, first: int) -> Words:
    above = spot.lines[spot.line - 1].rstrip() if spot.line else ""
    before = spot.text[: spot.column].strip()
    if before:
        return (
            f"{quoted(spot.rest.strip())} cannot follow here.",
            "If it belongs to the value, put the whole value in quotes.",
        )
    if spot.character == ":":
        return "A key is missing before the ':'.", ""
    line = f" (line {first + spot.line - 1})" if above else ""
    return (
        "This line does not fit the lines above it.",
        f"Keys of one level start in the same column; check the line above too{line}.",
    )


def _same(message: str, hint: str = "") -> Callable[[_Spot, int], Words]:
    return lambda _spot, _first: (message, hint)


_TAB = "A tab is used to indent; use spaces."

# Each row: the parser's words, whether the fault is placed where the construct starts, our words.
_KNOWN: tuple[tuple[re.Pattern[str], bool, Callable[[_Spot, int], Words]], ...] = tuple(
    (re.compile(pattern), at_start, words)
    for pattern, at_start, words in (
        ("could not find expected ':'", True, _no_colon),
        ("mapping values are not allowed", False, _stray_colon),
        ("cannot start any token", False, _bad_start),
        ("found a tab character", False, _same(_TAB)),
        (
            "quoted scalar; found unexpected (end of stream|document)",
            True,
            _same("The quotation that starts here is not closed."),
        ),
        (
            "unknown escape character|hexdecimal|hexadecimal|Unicode character escape",
            False,
            _same(
                "A backslash in double quotes starts a code, and this is not one.",
                "Write \\\\ for a backslash, or use single quotes.",
            ),
        ),
        ("while parsing a flow (sequence|mapping)", True, _unclosed),
        (
            "sequence entries are not allowed",
            False,
            _same(
                "A list item cannot start here.",
                "Start the list on a line of its own, beneath its key.",
            ),
        ),
        (
            "while parsing a block collection",
            False,
            _same(
                "Expected a list item, starting with '- ' in the same column as the items above.",
            ),
        ),
        ("while parsing a block mapping", False, _uneven_key),
        ("expected the node content|expected node content", False, _bad_start),
        ("while scanning an? (alias|anchor)", True, _bad_mark),
        ("tag", True, _same("'!' starts a tag, and tags are not used here.", "Put it in quotes.")),
        (
            "directive|incompatible YAML document",
            False,
            _same("A line that starts with '%' is not used here.", "Delete the line."),
        ),
        (
            "while scanning a block scalar",
            False,
            _same("Expected a new line after '|' or '>'.", "The text starts on the next line."),
        ),
        (
            "<document start>",
            False,
            _same(
                "This follows a document that is already complete.",
                "Start a new document with '---', or check the lines above.",
            ),
        ),
    )
)

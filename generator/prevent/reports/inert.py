r"""Text that others wrote, made inert for the place it is written to: one function a place.

Whoever writes a request chooses its words, and the name of its file. Here they become text and
nothing else: no escape of a terminal, no command of a build's log, no markup, no link and nobody
called by name. Nothing is dropped. What could act is written as ``\uXXXX``, or as the format itself
writes such a character, so that a reader can still see what was there.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from urllib.parse import quote

from prevent.reading.quoting import visible

_UNSEEN = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\ufe00-\ufe0f\uffa0\U000e0100-\U000e01ef]"
)
"""What shows as nothing, or as a gap, though it counts as a letter or a mark."""

_GAP = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
"""Spaces at which a line is not broken, or of another width."""

_COMMAND = re.compile(r"#(?=#[A-Za-z]*\[)")
"""``##[`` and ``##vso[`` are commands to a build's log wherever they stand on a line."""

_COMMAND_AT_START = re.compile(r"(?<!\S):(?=:)")
"""``::`` is one where a line begins with it, and a line may be broken at any space."""

_COMMAND_ANYWHERE = re.compile(":(?=:)")

_STACKED = re.compile(
    "(?<=[\u0300-\u036f\u0483-\u0489\u20d0-\u20ff]{3})[\u0300-\u036f\u0483-\u0489\u20d0-\u20ff]"
)
"""A fourth mark on one letter, and each further one: a heap of them hides the lines about it."""


_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"})


def terminal(text: str) -> str:
    """For a terminal or a log: one line, all of it to be seen, and no command."""
    if text.isascii() and text.isprintable() and "##" not in text and "::" not in text:
        return text
    text = visible(_GAP.sub(" ", text))
    text = _STACKED.sub(_escaped, _UNSEEN.sub(_escaped, text))
    return _COMMAND_AT_START.sub(_escaped, _COMMAND.sub(_escaped, text))


def table_cell(text: str) -> str:
    """For a table in a terminal or a log, where words are broken: any part may begin a line."""
    return _COMMAND_ANYWHERE.sub(_escaped, terminal(text))


def github_message(text: str) -> str:
    """For the message of a workflow command of GitHub."""
    return terminal(text).replace("%", "%25")


def github_property(text: str) -> str:
    """For a property of a workflow command of GitHub, such as its title."""
    return github_message(text).replace(":", "%3A").replace(",", "%2C")


def azure_message(text: str) -> str:
    """For the message of a logging command of Azure Pipelines."""
    return terminal(text).replace("%", "%AZP25")


def azure_property(text: str) -> str:
    """For a property of a logging command of Azure Pipelines."""
    return azure_message(text).replace(";", "%3B").replace("]", "%5D")


def xml(text: str) -> str:
    """For the content of an XML element, or an attribute in double quotes."""
    return terminal(text).translate(_ENTITIES)


def tap(text: str) -> str:
    """For a line of TAP, where what follows ``#`` may say that a failure does not count."""
    return terminal(text).replace("\\", "\\\\").replace("#", "\\u0023")


def sarif(text: str) -> str:
    """For a message of SARIF, where brackets make links and braces name arguments."""
    escaped = re.sub(r"[\\\[\]]", r"\\\g<0>", terminal(text))
    return escaped.replace("{", "{{").replace("}", "}}")


def json_text(data: object, indent: int | None = 2) -> str:
    """JSON of ASCII letters only, with a line end. What it says is the same; no log heeds it."""
    written = json.dumps(data, indent=indent, ensure_ascii=True)
    return _COMMAND.sub(r"\\u0023", written) + "\n"


def json_with(data: object, keys: Sequence[str], items: Iterable[object]) -> Iterator[str]:
    """The same in parts: ``data``, whose empty list at these ``keys`` is filled with ``items``.

    One by one, a hundred thousand of them need no memory.
    """
    deep = "  " * len(keys)
    # No text within JSON holds the end of a line, so the list is found where it stands.
    before, found, after = json_text(data).partition(f'\n{deep}"{keys[-1]}": []' if keys else "[]")
    between = "\n"
    assert found
    yield before + found[:-1]
    line = f"\n{deep}  "
    between = line
    for item in items:
        yield between + json_text(item).rstrip("\n").replace("\n", line)
        between = f",{line}"
    yield f"]{after}" if between == line else f"\n{deep}]{after}"


_QUOTES = "\"'\u2018\u2019\u201c\u201d"
_PLAIN = re.compile(
    rf"[({_QUOTES}\u00a3\u20ac]*(?:[^\W_]+(?:[-/\u2019'][^\W_]+)*|[0-9]{{1,3}}\.[0-9]{{1,3}})"
    rf"[){_QUOTES}.,;:?!\u2026]*|[\u2013\u2014]"
)
"""A word that means nothing in Markdown, or a clause's number, with the marks about it."""

_ITEM = re.compile(r"[0-9]+[.)]")
"""What begins an item of a list, where a paragraph begins with it."""

_NUMBERED = re.compile(r"[A-Za-z]+-\d|[0-9a-fA-F]{7,}|(?i:www|https?|ftp|mailto|xmpp)\b")
"""A word that a tracker may take for an issue or a commit, or a browser for an address."""


def markdown(text: str) -> str:
    """For a paragraph or a list item of Markdown, of any flavour.

    A word that Markdown, or what shows it, could take for anything else is written as code: there,
    nothing is a link, an image, HTML, a mention or a reference.
    """
    words = terminal(text).split()
    made = [
        word if _PLAIN.fullmatch(word) and not _NUMBERED.search(word) else _code(word)
        for word in words
    ]
    if words and _ITEM.fullmatch(words[0]):
        made[0] = _code(words[0])
    return " ".join(made)


def code(text: str) -> str:
    """For Markdown, as code: a name or a path, of which every character counts."""
    return _code(terminal(text))


def _code(text: str) -> str:
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    fence = "`" * (longest + 1)
    gap = " " if text[:1] in ("", "`", " ") or text[-1:] in ("`", " ") else ""
    return f"{fence}{gap}{text}{gap}{fence}"


def relative(file: str) -> str:
    """A path from the working folder, where it is below that; with ``/`` between its parts."""
    path = os.path.relpath(file) if Path(file).is_absolute() else os.path.normpath(file)
    return (file if path.startswith(os.pardir) else path).replace(os.sep, "/")


def uri(file: str) -> str:
    """A path as a URI: relative to the working folder where it is below it, percent-encoded."""
    path = relative(file)
    encoded = quote(path.encode("utf-8", "surrogateescape"), safe="/")
    return f"file://{encoded}" if path.startswith("/") else encoded


def _escaped(found: re.Match[str]) -> str:
    code = ord(found.group())
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"

"""Requests that were taken in, written as YAML: read back, they are what was meant."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

import yaml

from prevent.faults import Fault, Place, PreventError
from prevent.intake.take import Taken
from prevent.reading.documents import parse_documents
from prevent.reading.places import Value
from prevent.reading.quoting import visible
from prevent.reading.scalars import resolve
from prevent.requests.given import fold

_MOST_VALUES = 100_000
_LONGEST_NAME = 60


class _Dumper(yaml.SafeDumper):
    """Writes a request as a person would: dates stand without quotation marks, nothing twice."""

    def ignore_aliases(self, data: object) -> bool:
        """Always."""
        del data
        return True


_COMMAND = re.compile(r"##(?=[A-Za-z]*\[)|::")
"""What a build's log may take for a command, where a request is written to it."""


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    style = None
    if _COMMAND.search(text):
        style = '"'
    elif not isinstance(resolve(text), str):
        # Such as 0E0, which is a number to our reader and to no YAML 1.1 reader.
        style = "'"
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _text)

_TIMESTAMP = "tag:yaml.org,2002:timestamp"
_Dumper.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != _TIMESTAMP]
    for first, resolvers in yaml.SafeDumper.yaml_implicit_resolvers.items()
}


def as_yaml(taken: Sequence[Taken], inert: Callable[[str], str] = visible) -> str:
    """The requests as YAML, each with its doubts in a comment before it.

    ``inert`` makes a line of such a comment harmless wherever it may be shown.

    Raises ``PreventError`` where one cannot be written so that it is read back as it was.
    """
    return "---\n".join(_one(each, inert) for each in taken)


def file_names(taken: Iterable[Taken]) -> list[str]:
    """A file name for each request, by its reference or its title; no two alike."""
    names: list[str] = []
    for each in taken:
        data = each.document.data if isinstance(each.document.data, dict) else {}
        said = next((text for key in ("reference", "title") if (text := data.get(key))), "")
        name = _slug(str(said)) or "request"
        number, free = 1, name
        while free in names:
            number += 1
            free = f"{name}-{number}"
        names.append(free)
    return [f"{name}.yaml" for name in names]


def _one(taken: Taken, inert: Callable[[str], str]) -> str:
    data = taken.document.data
    if _values(data) > _MOST_VALUES:
        message = f"This request holds more than {_MOST_VALUES:,} values, so it is not written."
        raise PreventError([Fault(taken.document.start, message)])
    text = "".join(f"{line}\n" for line in _comments(taken, inert)) + _dumped(data, inert)
    documents, faults = parse_documents(text.encode(), name=taken.document.file)
    if faults or [each.data for each in documents] != [data]:
        message = "This request cannot be written so that it reads the same."
        hint = "Look for characters in it that cannot be seen."
        raise PreventError([Fault(taken.document.start, message, hint)])
    return text


def _comments(taken: Taken, inert: Callable[[str], str]) -> Iterable[str]:
    yield f"# Taken in from {inert(taken.document.start.on_line)}"
    if taken.doubts:
        yield "# To be looked at before it is decided:"
    for doubt in taken.doubts:
        yield f"#   {inert(_within(doubt.place))}: {inert(doubt.text)}"
    if taken.left_out:
        yield "# Left out, as it is no answer to any question:"
        yield from (f"#   {inert(line)}".rstrip() for line in taken.left_out.split("\n"))


def _within(place: Place) -> str:
    """The place without the file, which is named above."""
    return str(place._replace(file="")).lstrip(":, ")


def _dumped(data: Value, inert: Callable[[str], str]) -> str:
    text = _dump(data, plain=True)
    # What cannot be seen is written so that it can be.
    hidden = any(inert(line) != line for line in text.split("\n"))
    text = _dump(data, plain=False) if hidden else text
    # All of these stand in double quotes, where a code is read as what it stands for.
    return _COMMAND.sub(lambda found: f"\\x{ord(found.group()[0]):02x}{found.group()[1]}", text)


def _dump(data: Value, *, plain: bool) -> str:
    return yaml.dump(
        data, Dumper=_Dumper, sort_keys=False, allow_unicode=plain, width=100, explicit_end=False
    )


def _values(data: Value) -> int:
    """How many values there are, as far as it matters; one that is repeated counts each time."""
    count, waiting = 0, [data]
    while waiting and count <= _MOST_VALUES:
        count += 1
        each = waiting.pop()
        if isinstance(each, dict):
            waiting.extend(each.values())
        elif isinstance(each, list):
            waiting.extend(each)
    return count


def _slug(text: str) -> str:
    words = "".join(character if character.isascii() else " " for character in text[:200])
    parts = (fold(word) for word in words.replace("/", " ").replace("-", " ").split())
    return "-".join(part for part in parts if part)[:_LONGEST_NAME].strip("-")

"""Rego read as text: its rules, what they call, and what they name and do not use."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

import yaml

# How many arguments each function takes, as Open Policy Agent documents it.
BUILT_IN: Mapping[str, int] = {
    "abs": 1,
    "array.concat": 2,
    "concat": 2,
    "count": 1,
    "floor": 1,
    "is_array": 1,
    "is_number": 1,
    "is_object": 1,
    "is_string": 1,
    "lower": 1,
    "numbers.range": 2,
    "object.get": 3,
    "object.keys": 1,
    "object.union": 2,
    "object.union_n": 1,
    "regex.match": 2,
    "regex.replace": 3,
    "sort": 1,
    "sprintf": 2,
    "substring": 3,
    "time.now_ns": 0,
    "to_number": 1,
    "trim": 2,
    "union": 1,
}

# The keys of an annotation that are written here, and what each holds.
ANNOTATED: Mapping[str, type] = {"title": str, "description": str, "custom": dict}

_LITERAL = re.compile(r'"(?:[^"\\\n]|\\.)*"|`[^`]*`|#[^\n]*')
_HEAD = re.compile(r"([a-z_]\w*)\(([^()]*)\)")
_ASSIGNED = re.compile(r"(?<![\w\"])(?!else\b)([a-z_]\w*) :=")
_CALLED = re.compile(r"(?<![\w.])([a-z_][\w.]*)\(")


def plain(text: str) -> str:
    """A module without what its texts and comments say."""
    return _LITERAL.sub('""', text)


def rules_in(text: str) -> Iterator[str]:
    """Each rule of a module, which stands between empty lines; its texts and comments are gone."""
    for block in plain(text).split("\n\n"):
        code = block.replace('""\n', "").strip()
        if code and not code.startswith(("package ", "import ", "default ")):
            yield code


def unused(rule: str) -> list[str]:
    """The parameters and the local names of a rule that nothing in it uses."""
    head = _HEAD.match(rule)
    parameters = [each.strip() for each in head[2].split(",")] if head else []
    named = [each for each in parameters if re.fullmatch(r"[a-z]\w*", each) and each != "null"]
    own = rule.partition(" ")[0].partition("(")[0]
    named += [each for each in _ASSIGNED.findall(rule) if each != own]
    return [name for name in named if len(re.findall(rf"(?<![\w.]){name}\b", rule)) == 1]


def imported(text: str) -> list[str]:
    """The names by which a module knows what it imports."""
    found = re.findall(r"^import (data\.[\w.]+)$", text, re.MULTILINE)
    return [each.rpartition(".")[2] for each in found]


def defined(text: str) -> set[str]:
    """The rules and functions of a module."""
    return {re.split(r"[ (]", rule, maxsplit=1)[0] for rule in rules_in(text)}


def calls(text: str) -> Iterator[tuple[str, int]]:
    """The functions that a module calls or defines, with the number of their arguments."""
    code = plain(text).replace("set()", "empty")  # the empty set, not a call
    for found in _CALLED.finditer(code):
        yield found[1], _arguments(code, found.end())


def _arguments(code: str, start: int) -> int:
    """How many arguments stand between a bracket that is open and where it is closed."""
    depth, own = 1, [""]
    for character in code[start:]:
        depth += (character in "([{") - (character in ")]}")
        if not depth:
            break
        if character == "," and depth == 1:
            own.append("")
        else:
            own[-1] += character
    return sum(bool(each.strip()) for each in own)  # after a last comma there is none


def annotations(text: str) -> Iterator[Any]:
    """What each block of comments after METADATA holds, as Open Policy Agent would read it."""
    lines = text.splitlines()
    for number, line in enumerate(lines):
        if line == "# METADATA":
            own: list[str] = []
            for following in lines[number + 1 :]:
                if not following.startswith("#"):
                    break
                own.append(following[1:])
            yield yaml.safe_load("\n".join(own))

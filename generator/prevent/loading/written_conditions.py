"""Conditions as people write them in YAML, made into the condition tree."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import cast

from prevent.conditions.tree import (
    SIZES,
    All,
    Any,
    Condition,
    Given,
    Is,
    Moment,
    Not,
    NotAfter,
    Number,
    Size,
)
from prevent.fields.types import YES
from prevent.reading.documents import Path


class NotNamedError(Exception):
    """A condition calls one that is not named, or not above it. ``name`` is what it calls."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


def condition(written: object, named: Mapping[str, Condition]) -> Condition:
    """The condition that a mapping states; several keys must all be so.

    ``named`` are the conditions that may be called by name. The schema has accepted the mapping.
    Raises ``NotNamedError`` where it calls another.
    """
    assert isinstance(written, dict)
    parts = tuple(_part(str(key), value, named) for key, value in written.items())
    return parts[0] if len(parts) == 1 else All(parts)


def _part(key: str, value: object, named: Mapping[str, Condition]) -> Condition:
    if key == "not":
        return Not(condition(value, named))
    if key == "condition":
        if value not in named:
            raise NotNamedError(str(value))
        return named[str(value)]
    if key in {"all", "any"}:
        assert isinstance(value, list)
        parts = tuple(condition(each, named) for each in value)
        return All(parts) if key == "all" else Any(parts)
    return _tested(key, value)


def _tested(field: str, value: object) -> Condition:
    if isinstance(value, list):
        return Is(field, tuple(answer(each) for each in value))
    if not isinstance(value, dict):
        return Is(field, (answer(value),))
    [(test, operand)] = value.items()
    if test == "not":
        return Not(Is(field, (answer(operand),)))
    if test == "given":
        return Given(field) if operand in YES else Not(Given(field))
    if test in SIZES:
        assert isinstance(operand, int)
        return Number(field, cast("Size", test), operand)
    return _dated(field, str(test), str(operand))


def _dated(field: str, test: str, other: str) -> Condition:
    this, that = Moment(field), Moment(other)
    match test:
        case "on_or_before":
            return NotAfter(this, that)
        case "on_or_after":
            return NotAfter(that, this)
        case "before":
            return Not(NotAfter(that, this))
        case _:
            return Not(NotAfter(this, that))


def answer(value: object) -> str:
    """An answer as a fact: ``true`` is ``yes``, ``false`` is ``no``."""
    if isinstance(value, bool):
        return "yes" if value in YES else "no"
    return str(value)


def written_parts(
    written: object, at: Path = (), steps: tuple[int, ...] = ()
) -> Iterator[tuple[Path, tuple[int, ...]]]:
    """The parts of a condition that could be left out: where each stands, and its way in the tree.

    Of several answers each is a part, the last one first. A condition that is called by name is one
    part: it is looked at no closer.
    """
    assert isinstance(written, dict)
    for index, (key, value) in enumerate(written.items()):
        path, here = (*at, str(key)), steps
        if len(written) > 1:
            here = (*steps, index)
            yield path, here
        if key in {"all", "any"}:
            for number, each in enumerate(value):
                yield (*path, number), (*here, number)
                yield from written_parts(each, (*path, number), (*here, number))
        elif key == "not":
            yield from written_parts(value, path, (*here, 0))
        elif isinstance(value, list) and len(value) > 1:
            for number in reversed(range(len(value))):
                yield (*path, number), (*here, number)

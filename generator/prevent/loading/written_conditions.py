"""Conditions as people write them in YAML, made into the condition tree."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import cast

from prevent.conditions.joined import shown
from prevent.conditions.tree import (
    SIZES,
    All,
    Any,
    Condition,
    Dated,
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
from prevent.requirements.day import FieldOf, day_of


class NotNamedError(Exception):
    """A condition calls one that is not named, or not above it. ``name`` is what it calls."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


_EVIDENCE: Mapping[str, Callable[[str, str], Condition]] = {
    "granted_by": lambda field, role: Is(f"{field}.{role}.decision", ("granted",)),
    "declined_by": lambda field, role: Is(f"{field}.{role}.decision", ("declined",)),
    "given_by": lambda field, role: Given(f"{field}.{role}.date"),
    "completed": lambda field, _: Given(f"{field}.completed"),
}
"""What a condition may ask of evidence. What is not there yet is not there: never unknown."""


@dataclass(slots=True)
class Written:
    """Reads conditions as they are written: ``named`` may be called by name.

    ``field_of`` gives the id of the field of a type, such as the one that holds approvals.
    """

    field_of: FieldOf
    named: dict[str, Condition] = field(default_factory=dict)

    def condition(self, written: object) -> Condition:
        """The condition that a mapping states; several keys must all be so.

        The schema has accepted the mapping. Raises ``NotNamedError`` where it calls a condition
        that is not named.
        """
        assert isinstance(written, dict)
        parts = tuple(self._part(str(key), value) for key, value in written.items())
        return parts[0] if len(parts) == 1 else All(parts)

    def _part(self, key: str, value: object) -> Condition:
        if key == "not":
            return Not(self.condition(value))
        if key == "condition":
            if value not in self.named:
                raise NotNamedError(str(value))
            return self.named[str(value)]
        if key in {"all", "any"}:
            assert isinstance(value, list)
            parts = tuple(self.condition(each) for each in value)
            return All(parts) if key == "all" else Any(parts)
        return self._tested(key, value)

    def _tested(self, field: str, value: object) -> Condition:
        if isinstance(value, list):
            return Is(field, tuple(answer(each) for each in value))
        if not isinstance(value, dict):
            return Is(field, (answer(value),))
        [(test, operand)] = value.items()
        if test == "not":
            return Not(Is(field, (answer(operand),)))
        if test in _EVIDENCE:
            return shown(_EVIDENCE[test](field, str(operand)))
        if test == "includes":
            return Is(f"{field}.{operand}", ("yes",))
        if test == "given":
            return Given(field) if operand in YES else Not(Given(field))
        if test in SIZES:
            assert isinstance(operand, int)
            return Number(field, cast("Size", test), operand)
        return _dated(Moment(field), str(test), day_of(operand, self.field_of))


def _dated(this: Dated, test: str, that: Dated) -> Condition:
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

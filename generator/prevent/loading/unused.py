"""What a policy declares and nothing in it uses."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from prevent.faults import Fault
from prevent.loading.entry import Entry, mappings


def unused_conditions(procedures: Sequence[Entry]) -> Iterator[Fault]:
    """Conditions with a name that nothing calls."""
    called = {name for file in procedures for name in _called(file.data)}
    for file in procedures:
        for entry in mappings(file, "conditions"):
            name = entry.text("id")
            if name not in called:
                message = f"Nothing calls the condition '{name}'."
                hint = "Call it where it is meant to count, or take it out."
                yield Fault(entry.place_of("id"), message, hint)


def unused_fields(fields: Entry, asked: Collection[str]) -> Iterator[Fault]:
    """Fields that no request has. ``asked`` are the ids of those that some request has."""
    for entry in mappings(fields, "fields"):
        name = entry.text("id")
        if name not in asked:
            message = f"No request has the field '{name}'."
            hint = "List it under request: in a procedure, or take it out."
            yield Fault(entry.place_of("id"), message, hint)


def _called(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for key, below in value.items():
            if key == "condition" and isinstance(below, str):
                yield below
            yield from _called(below)
    elif isinstance(value, list):
        for below in value:
            yield from _called(below)

"""The ids that a policy's files declare."""

from __future__ import annotations

from dataclasses import dataclass

from prevent.fields.field import Field


@dataclass(frozen=True, slots=True)
class Ids:
    """The ids the policy's files declare, as far as they can be read."""

    roles: tuple[str, ...]
    statements: tuple[str, ...]
    clauses: tuple[str, ...]
    fields: tuple[Field, ...]
    kinds: tuple[str, ...]
    conditions: tuple[str, ...] = ()
    imposed: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()

    def every_field(self) -> dict[str, Field]:
        """All fields by id, those of lists' items too."""
        inner = {each.id: each for field in self.fields for each in field.fields}
        return inner | {field.id: field for field in self.fields}

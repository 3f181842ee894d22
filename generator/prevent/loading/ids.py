"""The ids that a policy's files declare."""

from __future__ import annotations

from dataclasses import dataclass

from prevent.fields.field import Field


@dataclass(frozen=True, slots=True)
class Ids:
    """The ids the policy's files declare, as far as they can be read.

    ``imposed`` are those of the catalogue of conditions, ``told`` those of the rules, the
    exemptions and the duties that a decision may tell of.
    """

    roles: tuple[str, ...]
    statements: tuple[str, ...]
    clauses: tuple[str, ...]
    fields: tuple[Field, ...]
    kinds: tuple[str, ...]
    conditions: tuple[str, ...] = ()
    imposed: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    procedures: tuple[str, ...] = ()

    def with_base(self, base: Ids) -> Ids:
        """These ids and those of the policy that is added to, its ids first.

        ``rules`` stay those of the policy itself, and ``procedures`` those it may add to.
        """
        return Ids(
            roles=(*base.roles, *self.roles),
            statements=(*base.statements, *self.statements),
            clauses=(*base.clauses, *self.clauses),
            fields=(*base.fields, *self.fields),
            kinds=(*base.kinds, *self.kinds),
            conditions=(*base.conditions, *self.conditions),
            imposed=(*base.imposed, *self.imposed),
            rules=self.rules,
            procedures=base.procedures,
        )

    def every_field(self) -> dict[str, Field]:
        """All fields by id, those of lists' items too."""
        inner = {each.id: each for field in self.fields for each in field.fields}
        return inner | {field.id: field for field in self.fields}

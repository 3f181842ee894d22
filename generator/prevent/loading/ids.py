"""The ids that a policy's files declare."""

from __future__ import annotations

from dataclasses import dataclass

from prevent.fields.field import Field
from prevent.policy.model import Policy


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

    def every_field(self) -> dict[str, Field]:
        """All fields by id, those of lists' items too."""
        inner = {each.id: each for field in self.fields for each in field.fields}
        return inner | {field.id: field for field in self.fields}


def ids_of(policy: Policy) -> Ids:
    """The ids that a loaded policy declares."""
    fields = {
        each.id: each for procedure in policy.procedures for each in procedure.fields.values()
    }
    told = (each for own in policy.procedures for each in (*own.exemptions, *own.afterwards))
    return Ids(
        roles=tuple(policy.roles),
        statements=tuple(policy.statements),
        clauses=tuple(clause.number for clause in policy.clauses),
        fields=tuple(fields.values()),
        kinds=tuple(procedure.kind for procedure in policy.procedures),
        conditions=policy.conditions,
        imposed=tuple(policy.catalogue),
        rules=tuple(rule.id for rule in policy.rules),
        told=tuple(dict.fromkeys(each.id for each in (*policy.rules, *told))),
    )

"""Whether a policy is sound."""

from __future__ import annotations

from typing import NamedTuple

from prevent.bundle.make import make_rules
from prevent.dates import today
from prevent.faults import Fault
from prevent.loading.load import examine_policy
from prevent.project import find_project


class Sound(NamedTuple):
    """What a sound policy holds, by number, and what in it should be looked at."""

    statements: int
    clauses: int
    rules: int
    procedures: int
    notes: tuple[Fault, ...]


def validate(policy: str | None) -> Sound:
    """Load a policy and make its rules. Raises ``PreventError`` with every fault it has."""
    project = find_project(policy)
    loaded, notes = examine_policy(project.policy, project.shown, today())
    make_rules(loaded)
    return Sound(
        len(loaded.statements),
        len(loaded.clauses),
        len(loaded.rules),
        len(loaded.procedures),
        tuple(notes),
    )

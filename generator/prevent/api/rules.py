"""The rules of a policy: those under ``rules/``, or else made from the policy."""

from __future__ import annotations

from typing import NamedTuple

from prevent.bundle.current import Rules, current_rules
from prevent.loading.digest import digest
from prevent.project import Project, find_project

NOT_CURRENT = "rules/ is not what the policy makes now; deciding by the policy. Run prevent build."
NOT_MADE = "There is no rules/ beside the policy yet; deciding by the policy. Run prevent build."


class Loaded(NamedTuple):
    """The rules of a project. ``note`` says that they had to be made, where they had to."""

    project: Project
    rules: Rules
    note: str


def load_rules(policy: str | None) -> Loaded:
    """The rules of the policy folder named, or of the nearest folder called ``policy``.

    Those under ``rules/`` where they are current, else made from the policy as it is. Raises
    ``PreventError`` where the policy has faults.
    """
    project = find_project(policy)
    loaded = current_rules(project.rules, digest(project.policy))
    if loaded is not None:
        return Loaded(project, loaded, "")
    from prevent.bundle.make import rules_of  # noqa: PLC0415 (most checks do without it)

    note = NOT_CURRENT if project.rules.is_dir() else NOT_MADE
    return Loaded(project, rules_of(project.policy, project.shown), note)

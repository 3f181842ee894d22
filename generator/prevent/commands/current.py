"""The rules a command decides by: those under ``rules/``, or else made from the policy."""

from __future__ import annotations

import sys

from prevent.bundle.current import Rules, current_rules
from prevent.loading.digest import digest
from prevent.project import Project


def rules_for(project: Project) -> Rules:
    """The rules under ``rules/`` where they are current, else made from the policy as it is.

    Then a note on standard error says so. Raises ``PreventError`` where the policy has faults.
    """
    loaded = current_rules(project.rules, digest(project.policy))
    if loaded is not None:
        return loaded
    from prevent.bundle.make import rules_of  # noqa: PLC0415 (most checks do without it)

    rules = rules_of(project.policy, project.shown)
    note = "rules/ is not what the policy makes now; deciding by the policy. Run prevent build."
    print(f"prevent: {note}", file=sys.stderr)
    return rules

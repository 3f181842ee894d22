"""The site, shown while the policy is edited."""

from __future__ import annotations

from collections.abc import Callable

from prevent.api.site_inputs import require_site, samples
from prevent.bundle.make import make_rules
from prevent.policy.model import Policy
from prevent.project import find_project
from prevent.rules.ruleset import RuleSet
from prevent.site.examples import ExampleDecision
from prevent.site.programs import Programs


def serve(
    policy: str | None, programs: Programs, *, host: str, port: int, say: Callable[[str], None]
) -> None:
    """Serve the site until interrupted, and build it anew after each edit.

    ``programs`` is for its pages for programmers. ``say`` is told the address and every fault.
    Raises ``PreventError`` where the port cannot be used.
    """
    require_site()
    from prevent.site.serve import serve as show  # noqa: PLC0415 (an extra, checked just above)

    project = find_project(policy)

    def decide(policy: Policy, _: RuleSet) -> list[ExampleDecision]:
        return samples(project.root, make_rules(policy)).decided

    show(
        project.policy,
        project.root,
        host=host,
        port=port,
        say=say,
        decide=decide,
        programs=programs,
    )

"""``prevent serve``: the site, built anew whenever the policy is edited."""

from __future__ import annotations

import argparse

from prevent.bundle.make import make_rules
from prevent.commands.arguments import add_policy
from prevent.commands.site_inputs import examples, require_site
from prevent.policy.model import Policy
from prevent.project import find_project
from prevent.rules.ruleset import RuleSet
from prevent.site.examples import ExampleDecision

EPILOG = """\
Faults of the policy are shown here, and the site stays as it was until they are mended.
The PDF of the policy is left out: build --pdf makes it. Stop it with Ctrl-C.

examples:
  prevent serve
  prevent serve --port 8080
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("--host", default="127.0.0.1", help="127.0.0.1 if left out")
    parser.add_argument("--port", type=int, default=8000, help="8000 if left out")
    add_policy(parser)


def run(arguments: argparse.Namespace) -> int:
    """Serve until interrupted; the exit status."""
    require_site()
    from prevent.site.serve import serve  # noqa: PLC0415 (an extra, checked just above)

    project = find_project(arguments.policy)

    def decide(policy: Policy, _: RuleSet) -> list[ExampleDecision]:
        return examples(project.root, make_rules(policy))

    serve(
        project.policy,
        project.root,
        host=arguments.host,
        port=arguments.port,
        say=print,
        decide=decide,
    )
    return 0

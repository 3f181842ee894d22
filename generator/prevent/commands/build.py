"""``prevent build``: make the rule set and the site from the policy."""

from __future__ import annotations

import argparse
import sys

from prevent.bundle import store
from prevent.bundle.current import Rules
from prevent.bundle.make import make_rules
from prevent.bundle.outputs import outputs
from prevent.commands.arguments import add_policy
from prevent.commands.site_inputs import examples, require_site
from prevent.dates import today
from prevent.loading.load import load_policy
from prevent.policy.model import Policy
from prevent.project import Project, find_project

EPILOG = """\
exit status: 0 made (or, with --check, current), 1 with --check: out of date, 2 the policy is not
sound or something could not be written

examples:
  prevent build
  prevent build --check
  prevent build --rules-only
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument(
        "--check",
        action="store_true",
        help="write nothing; say whether rules/ is what the policy makes",
    )
    parser.add_argument("--rules-only", action="store_true", help="make the rules, not the site")
    add_policy(parser)


def run(arguments: argparse.Namespace) -> int:
    """Build, or check what was built; the exit status."""
    project = find_project(arguments.policy)
    policy = load_policy(project.policy, project.shown)
    rules = make_rules(policy)
    files = outputs(policy, rules)
    if arguments.check:
        return _compare(project, store.differing(project.rules, files))
    changed = store.write(project.rules, files)
    print(f"Rules: {project.rules} ({len(changed)} of {len(files)} files changed)")
    if not arguments.rules_only:
        build_site(project, policy, rules)
        print(f"Site:  {project.site / 'index.html'}")
    return 0


def _compare(project: Project, changed: list[str]) -> int:
    if not changed:
        print("rules/ is what the policy makes.")
        return 0
    count = f"{len(changed)} {'file differs' if len(changed) == 1 else 'files differ'}"
    print(f"{count} from what the policy makes:", file=sys.stderr)
    for name in changed:
        print(f"  {project.rules / name}", file=sys.stderr)
    print("Run prevent build, and keep what it writes with the policy.", file=sys.stderr)
    return 1


def build_site(project: Project, policy: Policy, rules: Rules) -> None:
    """Build the site, with the sample requests decided. Raises ``PreventError``."""
    require_site()
    from prevent.site.build import build_site as build  # noqa: PLC0415 (an extra, see above)

    decided = examples(project.root, rules)
    build(
        policy, rules.rule_set, project.root, site_dir=project.site, today=today(), decided=decided
    )

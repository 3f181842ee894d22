"""``prevent build``: make the rule set and the site from the policy."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from prevent.bundle import store
from prevent.bundle.current import Rules
from prevent.bundle.make import make_rules
from prevent.bundle.outputs import outputs
from prevent.commands.arguments import add_policy
from prevent.commands.site_inputs import examples, require_site
from prevent.dates import today
from prevent.faults import Fault, Place, PreventError
from prevent.intake.forms_folder import forms_differing, forms_folder, write_forms
from prevent.intake.issue_forms import issue_forms
from prevent.loading.load import load_policy
from prevent.policy.model import Policy
from prevent.project import Project, find_project

if TYPE_CHECKING:
    from prevent.site.pdf import Pdf

ALWAYS, IF_POSSIBLE = "always", "if-possible"

EPILOG = """\
exit status: 0 made (or, with --check, current), 1 with --check: out of date, 2 the policy is not
sound or something could not be written

A project with a folder .github is given issue forms too, in .github/ISSUE_TEMPLATE: one for each
kind of request.

The PDF holds the whole policy, to print, to sign or to send. It is put into the site and linked
from there. It needs the extra prevent-policy[pdf] and the system's library Pango; with
--pdf if-possible it is left out where they are missing.

examples:
  prevent build
  prevent build --pdf
  prevent build --check
  prevent build --rules-only
  prevent build --offline
  prevent build --offline /media/stick/prevent
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument(
        "--check",
        action="store_true",
        help="write nothing; say whether rules/, and the issue forms, are what the policy makes",
    )
    parser.add_argument(
        "--rules-only", action="store_true", help="make the rules and the issue forms, not the site"
    )
    parser.add_argument(
        "--offline",
        nargs="?",
        const="",
        metavar="FOLDER",
        help="make the site a second time, to be used without a web server, from a memory stick or"
        " a shared drive; in build/offline, or in FOLDER",
    )
    parser.add_argument(
        "--pdf",
        nargs="?",
        const=ALWAYS,
        choices=(ALWAYS, IF_POSSIBLE),
        help="make the policy as a PDF too, as part of the site",
    )
    add_policy(parser)


def run(arguments: argparse.Namespace) -> int:
    """Build, or check what was built; the exit status."""
    pdf = _pdf_wanted(arguments)
    project = find_project(arguments.policy)
    offline = _offline_folder(arguments, project)
    policy = load_policy(project.policy, project.shown)
    rules = make_rules(policy)
    files = outputs(policy, rules)
    forms = forms_folder(project.root)
    questions = issue_forms(policy, rules.rule_set) if forms else {}
    if arguments.check:
        rules_changed = [project.rules / name for name in store.differing(project.rules, files)]
        forms_changed = (
            [forms / name for name in forms_differing(forms, questions)] if forms else []
        )
        return _compare([*rules_changed, *forms_changed])
    changed = store.write(project.rules, files)
    print(f"Rules: {project.rules} ({len(changed)} of {len(files)} files changed)")
    if forms:
        changed = write_forms(forms, questions)
        print(f"Forms: {forms} ({len(changed)} of {len(questions)} files changed)")
    if not arguments.rules_only:
        made = build_site(project, policy, rules, pdf=pdf)
        print(f"Site:  {project.site / 'index.html'}")
        if made:
            print(f"PDF:   {project.site / made.name} ({made.size})")
        if offline:
            _build_offline(project, offline)
            print(f"To be used without a web server: {offline / 'index.html'}")
    return 0


def _offline_folder(arguments: argparse.Namespace, project: Project) -> Path | None:
    """Where the site that needs no web server goes; None where it is not asked for."""
    if arguments.offline is None:
        return None
    for other, given in (("--check", arguments.check), ("--rules-only", arguments.rules_only)):
        if given:
            message = f"With {other} no site is made, so it does not go with --offline."
            raise PreventError([Fault(Place("--offline"), message, "Leave one of them out.")])
    require_site()
    from prevent.site.offline import require_free  # noqa: PLC0415 (of the site, see above)

    folder = Path(arguments.offline) if arguments.offline else project.root / "build" / "offline"
    require_free(folder)
    return folder


def _build_offline(project: Project, folder: Path) -> None:
    """The site a second time, from the pages that were written for it."""
    from prevent.site.offline import build_offline  # noqa: PLC0415 (an extra, see above)

    build_offline(project.root / "build" / "mkdocs.yml", folder)


def _compare(changed: list[Path]) -> int:
    if not changed:
        print("rules/ is what the policy makes.")
        return 0
    count = f"{len(changed)} {'file differs' if len(changed) == 1 else 'files differ'}"
    print(f"{count} from what the policy makes:", file=sys.stderr)
    for path in changed:
        print(f"  {path}", file=sys.stderr)
    print("Run prevent build, and keep what it writes with the policy.", file=sys.stderr)
    return 1


def _pdf_wanted(arguments: argparse.Namespace) -> bool:
    """Whether a PDF is to be made; what it needs is looked for before anything is written."""
    if arguments.pdf is None:
        return False
    if arguments.rules_only or arguments.check:
        other = "--rules-only" if arguments.rules_only else "--check"
        message = "The PDF is part of the site, which is not made."
        raise PreventError(
            [Fault(Place(f"--pdf {other}"), message, f"Leave out --pdf or {other}.")]
        )
    require_site()
    from prevent.site.pdf_printer import require_pdf  # noqa: PLC0415 (of the site, see above)

    try:
        require_pdf()
    except PreventError as error:
        if arguments.pdf == ALWAYS:
            raise
        print(f"No PDF of the policy was made. {error.faults[0].text}")
        return False
    return True


def build_site(project: Project, policy: Policy, rules: Rules, *, pdf: bool) -> Pdf | None:
    """Build the site, with the sample requests decided. Raises ``PreventError``."""
    require_site()
    from prevent.site.build import build_site as build  # noqa: PLC0415 (an extra, see above)

    decided = examples(project.root, rules)
    return build(
        policy,
        rules.rule_set,
        project.root,
        site_dir=project.site,
        today=today(),
        decided=decided,
        pdf=pdf,
    )

"""``prevent build``: make the rule set and the site from the policy."""

from __future__ import annotations

import argparse
import sys

from prevent.api.building import Build, no_pdf
from prevent.commands.arguments import add_policy
from prevent.commands.progress import say
from prevent.faults import Fault, Place, PreventError

ALWAYS, IF_POSSIBLE = "always", "if-possible"

ABOUT = """\
The rules go to rules/, to be kept with the policy, and the site to build/site/. The site that was
there stays until the new one is whole.

A project with a folder .github is given issue forms too, in .github/ISSUE_TEMPLATE: one for each
kind of request.

The PDF holds the whole policy, to print, to sign or to send. It is put into the site and linked
from there. It needs the extra prevent-policy[pdf] and the system's library Pango. With
--pdf if-possible it is left out where they are missing.
"""

EXAMPLES = """\
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
    build = Build(arguments.policy, _offline_wanted(arguments))
    if arguments.check:
        return _compare(build)
    changed, files = build.write_rules()
    print(f"Rules: {build.rules} ({changed} of {files} files changed)")
    if build.forms:
        changed, files = build.write_forms()
        print(f"Forms: {build.forms} ({changed} of {files} files changed)")
    if not arguments.rules_only:
        from prevent.commands.reference import programs  # noqa: PLC0415 (of every command)

        made = build.write_site(programs(), pdf=pdf)
        print(f"Site:  {build.site / 'index.html'}")
        if made:
            print(f"PDF:   {build.site / made.name} ({made.size})")
        if build.sample_errors:
            say(
                "Some requests under requests/ are not valid, so the site does not show them. Run"
                " prevent check requests."
            )
        if not (made or arguments.pdf):
            print("PDF:   left out (prevent build --pdf makes it)")
        if build.offline:
            build.write_offline()
            print(f"To be used without a web server: {build.offline / 'index.html'}")
    return 0


def _offline_wanted(arguments: argparse.Namespace) -> str | None:
    """The folder of the site that needs no web server, as it is asked for."""
    if arguments.offline is None:
        return None
    for other, given in (("--check", arguments.check), ("--rules-only", arguments.rules_only)):
        if given:
            message = f"With {other} no site is made, so it does not go with --offline."
            raise PreventError([Fault(Place("--offline"), message, "Leave one of them out.")])
    offline: str = arguments.offline
    return offline


def _compare(build: Build) -> int:
    changed = build.differing()
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
    missing = no_pdf()
    if missing and arguments.pdf == ALWAYS:
        raise missing
    if missing:
        print(f"No PDF of the policy was made. {missing.faults[0].text}")
    return missing is None

"""``prevent check``: decide requests."""

from __future__ import annotations

import argparse
import os
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from prevent.bundle.current import Rules
from prevent.commands.arguments import add_days, add_policy
from prevent.commands.current import rules_for
from prevent.commands.progress import progress
from prevent.dates import today
from prevent.decide.check import MANY, Checker
from prevent.project import Project, find_project
from prevent.reading.documents import LIMIT
from prevent.reports.formats import FORMATS, Wanted, wanted, written
from prevent.reports.style import style_for

if TYPE_CHECKING:  # most checks are given no waivers
    from prevent.requests.waivers import GivenWaivers

EPILOG = """\
exit status: 0 every request is allowed, 1 at least one is not, 2 something could not be read or is
not valid (the rest is still decided and reported)

examples:
  prevent check requests/
  prevent check requests/events/ev-2026-014.yaml --explain
  prevent check requests/ --format json --output decisions.json
  prevent check requests/ --format sarif=prevent.sarif --format text
  prevent check requests/ --format markdown --redact
  prevent check - < request.yaml
"""


_MOST_JOBS, _MOST_NAMED = 8, 64
"""How many processes there are at most: of itself, as the report is made by one; and if asked."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument(
        "paths",
        nargs="+",
        metavar="PATH",
        help="a request file, a folder of them, or - for standard input",
    )
    add_days(parser)
    parser.add_argument(
        "--format",
        action="append",
        type=wanted,
        metavar="FORMAT[=FILE]",
        help=f"how to report: {', '.join(FORMATS)} (text if left out). Give it again for one more"
        " report, each with a file of its own but one",
    )
    parser.add_argument(
        "--output", metavar="FILE", help="write the report that has no file of its own to this one"
    )
    parser.add_argument(
        "--waivers",
        metavar="FILE",
        help="the waivers that have been given (waivers.yaml beside the policy folder if left out)",
    )
    parser.add_argument(
        "--explain", action="store_true", help="show which condition of each rule held"
    )
    parser.add_argument(
        "--redact",
        action="store_true",
        help="leave people's names out: the first speaker of a request becomes 'speaker 1'",
    )
    parser.add_argument(
        "--jobs",
        type=_jobs,
        metavar="N",
        help=f"how many processes share out {MANY} files or more (one for each core, and at most"
        f" {_MOST_JOBS}, if left out)",
    )
    add_policy(parser)


def run(arguments: argparse.Namespace) -> int:
    """Check the requests named and report; the exit status."""
    forms = arguments.format or [Wanted("text")]
    ready = None
    if len(forms) > 1 or forms[0].file or arguments.output:
        from prevent.reports import several  # noqa: PLC0415 (most checks only show one)

        ready = several.settled(forms, arguments.output)
    project = find_project(arguments.policy)
    rules = rules_for(project)
    as_of = arguments.as_of or today()
    checker = Checker(
        rules,
        as_of,
        policy_as_of=arguments.policy_as_of,
        explaining=arguments.explain,
        given=_waivers(arguments.waivers, project, rules),
        redacting=arguments.redact,
    )
    show, clear = progress()
    try:
        jobs = arguments.jobs or min(_cores(), _MOST_JOBS)
        told = partial(show, "Files read")
        report = checker.check(arguments.paths, _standard_input, told, jobs)
    finally:
        clear()
        checker.close()
    if report.engine_note:
        _note(f"{report.engine_note} The reference evaluator decides alone.")
    if any(FORMATS[each.form].links for each in forms):
        report = report._replace(site=project.site_address)
    shown = several.write(report, ready) if ready else forms[0].form
    if shown:
        sys.stdout.write(written(report, style_for(sys.stdout), shown))
    if report.every_error:
        return 2
    return int(any(decision.outcome != "allowed" for decision in report.decisions))


def _waivers(named: str | None, project: Project, rules: Rules) -> GivenWaivers | None:
    """The waivers of the file named, or of the project where it has any; None where it has none."""
    path = project.waivers if named is None else Path(named)
    # A link that leads nowhere is a fault to be told, not a file that is not there.
    if named is None and not os.path.lexists(path):
        return None
    from prevent.requests.waivers import read_waivers  # noqa: PLC0415 (most checks do without it)

    shown = project.shown_beside(path) if named is None else named
    return read_waivers(path, shown, rules.rule_set)


def _jobs(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 1 <= int(text) <= _MOST_NAMED):
        message = f"'{text}' is not a number of processes. Write 1 to {_MOST_NAMED}."
        raise argparse.ArgumentTypeError(message)
    return int(text)


def _cores() -> int:
    """How many cores this process may use."""
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _standard_input() -> bytes:
    """Standard input, as far as a file would be read and a byte more; nothing where it is shut."""
    return sys.stdin.buffer.read(LIMIT + 1) if sys.stdin else b""


def _note(text: str) -> None:
    print(f"prevent: {text}", file=sys.stderr)

"""``prevent check``: decide requests."""

from __future__ import annotations

import argparse
import os
import sys
from functools import partial

from prevent.api.checking import LIMIT, MANY, Policy
from prevent.commands.arguments import add_days, add_policy
from prevent.commands.progress import progress, say
from prevent.reports.formats import FORMATS, Wanted, wanted, written
from prevent.reports.style import style_for

ABOUT = """\
A request is a file in YAML or JSON. It says of an event, a leaflet or a booking what your policy
asks about. The files in rules/schemas/ say what that is. A leaflet may look like this:

    kind: leaflet
    title: Free trial at a new gym
    requested_by: staff
    source: external-agency
    distribute_from: 2027-01-11


Each request comes to one of these outcomes, the worst of its findings:

    allowed         it can go ahead
    action-needed   something that is named is still to be done
    referred        a named role must decide; the check never does, so it goes on saying so
    refused         it must not go ahead
"""

EXAMPLES = """\
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
        help="a request file (.yaml, .yml or .json), a folder of them, a spreadsheet (.csv or"
        " .xlsx), or - for standard input",
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
    policy = Policy.load(arguments.policy)
    say(policy.note)
    show, clear = progress()
    try:
        report = policy.check_files(
            arguments.paths,
            as_of=arguments.as_of,
            policy_as_of=arguments.policy_as_of,
            waivers=arguments.waivers,
            explain=arguments.explain,
            redact=arguments.redact,
            jobs=arguments.jobs or min(_cores(), _MOST_JOBS),
            progress=partial(show, "Files read"),
            standard_input=_standard_input,
        )
    finally:
        clear()
        policy.close()
    if report.engine_note:
        say(f"{report.engine_note} The reference evaluator decides alone.")
    if any(FORMATS[each.form].links for each in forms):
        report = report._replace(site=policy.site_address)
    shown = several.write(report, ready) if ready else forms[0].form
    if shown:
        sys.stdout.writelines(written(report, style_for(sys.stdout), shown))
    if report.every_error:
        return 2
    return int(any(decision.outcome != "allowed" for decision in report.decisions))


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

"""``prevent intake``: make request files from what people send."""

from __future__ import annotations

import argparse
import sys

from prevent.api.intake import LIMIT, Intake, Taker, as_yaml, taker, write
from prevent.commands.arguments import add_policy
from prevent.commands.progress import say

ABOUT = """\
Reads the text of an issue that a form made, the YAML or JSON that the site's own form gives, or a
spreadsheet with one request in each row. Every answer is kept, or said to be left out; nothing is
guessed. What a person must look at is said, and stands at the top of the request file; an answer
that is not valid stays as it was given, so that prevent check decides nothing by it.
"""

EXAMPLES = """\
prevent intake issue.md --out requests/events/ev-2026-014.yaml
gh issue view 14 --json body --jq .body | prevent intake -
prevent intake bookings.xlsx --out requests/bookings/
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument(
        "path",
        metavar="FILE",
        help="an issue's text (.md or .txt), a .yaml, .json, .csv or .xlsx file, or - for standard"
        " input",
    )
    parser.add_argument(
        "--out",
        metavar="PATH",
        help="a new file for all the requests, such as new.yaml, or a folder for a file each"
        " (standard output if left out)",
    )
    parser.add_argument("--kind", help="the kind of the requests that do not say it")
    add_policy(parser)


def run(arguments: argparse.Namespace) -> int:
    """Take the requests in, and say what is doubtful; the exit status."""
    takes, note = taker(arguments.policy, arguments.kind or "")
    say(note)
    intake = _read(takes, arguments.path)
    for fault in intake.faults:
        say(str(fault))
    if intake.taken and arguments.out is None:
        sys.stdout.write(as_yaml(intake.taken))
    elif intake.taken:
        write(intake.taken, arguments.out)
    doubts = [doubt for taken in intake.taken for doubt in taken.doubts]
    for doubt in doubts:
        say(str(doubt))
    if intake.faults:
        return 2
    return int(bool(doubts))


def _read(taker: Taker, path: str) -> Intake:
    if path == "-":
        data = sys.stdin.buffer.read(LIMIT + 1) if sys.stdin else b""
        return taker.text(data, "<standard input>")
    return taker.file(path)

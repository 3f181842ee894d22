"""``prevent validate``: is the policy itself sound?"""

from __future__ import annotations

import argparse
import sys

from prevent.api.validating import validate
from prevent.commands.arguments import add_policy, advised
from prevent.faults import PreventError
from prevent.reports.faults_text import error_lines
from prevent.reports.style import style_for

ABOUT = """\
Every file of the policy folder is read. Each fault is shown with its file and line, what was
expected, and what to do. Rules that cannot be meant as they are written are faults too, each with a
request that shows it. Requests are not looked at: that is for prevent check.
"""

EXAMPLES = """\
prevent validate
prevent validate --policy ../another-project/policy
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    add_policy(parser)


def run(arguments: argparse.Namespace) -> int:
    """Load the policy and say whether it is sound; the exit status."""
    style = style_for(sys.stdout)
    try:
        sound = validate(arguments.policy)
    except PreventError as error:
        faults = advised(error)
        number = len(faults)
        for fault in faults:
            print("\n".join(error_lines(fault, style)))
        print(f"The policy is not sound: {number} {'fault' if number == 1 else 'faults'}.")
        return 2
    statements = f"{sound.statements} statements in {sound.clauses} clauses"
    rules = f"{sound.rules} rules in {sound.procedures} procedures"
    if sound.notes:
        print("Look at these; they may well be meant:")
        for note in sound.notes:
            print("\n".join(error_lines(note, style)))
    more = f" There {_things(len(sound.notes))} to look at." if sound.notes else ""
    print(f"The policy is sound: {statements}, {rules}.{more}")
    return 0


def _things(number: int) -> str:
    return "is 1 thing" if number == 1 else f"are {number} things"

"""``prevent replay``: which decisions of a register a change of the policy changes."""

from __future__ import annotations

import argparse
import sys

from prevent.api.registers import replay
from prevent.commands.arguments import add_policy
from prevent.commands.registers import add_register, register_of, stop_as_by_a_person
from prevent.reports.replay_text import replay_json, replay_text

ABOUT = """\
A version is a policy folder, or a revision that Git keeps: a tag, a branch, HEAD~1.
Nothing of the work tree is touched. Each row is decided by both versions, as prevent decide does.
The report says which decisions change, how many, and by which rule, and shows some rows of each.
"""

EXAMPLES = """\
prevent replay --from HEAD requests.parquet
prevent replay --from issued-2022 --to HEAD requests.parquet --out changes.csv
prevent replay --from policy --to ../draft/policy requests.csv --kind event
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    add_register(parser)
    parser.add_argument(
        "--from",
        dest="earlier",
        required=True,
        metavar="VERSION",
        help="the version to compare with: a policy folder, or a Git revision",
    )
    parser.add_argument(
        "--to",
        dest="later",
        metavar="VERSION",
        help="the version it is compared with (the policy folder as it is now if left out)",
    )
    parser.add_argument("--out", metavar="FILE", help="list every row that changes in this file")
    parser.add_argument(
        "--samples",
        type=_number,
        default=3,
        metavar="N",
        help="how many rows to show of each change (3 if left out)",
    )
    parser.add_argument(
        "--format",
        choices=["text", "json"],
        default="text",
        help="how to report (text if left out)",
    )
    add_policy(parser)


def run(arguments: argparse.Namespace) -> int:
    """Decide the register twice and say what differs; the exit status."""
    register = register_of(arguments)
    stop_as_by_a_person()
    replayed, earlier, later, out = replay(
        arguments.policy,
        arguments.earlier,
        arguments.later,
        register,
        out=arguments.out,
        samples=arguments.samples,
    )
    report = replay_json if arguments.format == "json" else replay_text
    sys.stdout.write(report(replayed, earlier, later))
    if out and arguments.format == "text":
        print(f"\nEvery row that changes: {out}")
    if replayed.before.rejected or replayed.after.rejected:
        return 2
    return int(replayed.comparison.same != replayed.comparison.compared)


def _number(text: str) -> int:
    if not text.isdecimal() or int(text) > 1_000:
        raise argparse.ArgumentTypeError(f"'{text}' is not a number from 0 to 1,000.")
    return int(text)

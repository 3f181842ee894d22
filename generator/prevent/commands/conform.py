"""``prevent conform``: do the stock engines decide as a check does?"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from prevent.api.conforming import MOST_CASES, RUNNERS, Case, Chance, Tally, conform
from prevent.commands.arguments import add_policy
from prevent.commands.progress import progress
from prevent.reports.conform_text import conform_text
from prevent.reports.style import style_for

ABOUT = """\
Each target of the rules is run by an engine that this project did not write. Without --cases it is
put every case of rules/conformance/; with --cases, so many random requests to random rules. The
same seed makes the same cases.
"""

EXAMPLES = """\
prevent conform
prevent conform --target duckdb --target rego
prevent conform --cases 20000 --seed 7
prevent conform --seed 7 --case 1234
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument(
        "--target",
        action="append",
        metavar="NAME",
        help="an engine or a target to run; may be given again (all of them if left out). The"
        f" engines are {', '.join(RUNNERS)}",
    )
    parser.add_argument(
        "--cases", type=_number, metavar="N", help="put so many random requests to random rules"
    )
    parser.add_argument(
        "--seed", metavar="S", help="which random rules and requests (1 if left out)"
    )
    parser.add_argument("--case", metavar="CASE", help="one case alone, by its name or number")
    add_policy(parser)


def _number(text: str) -> int:
    if text.isascii() and text.isdigit() and 1 <= int(text) <= MOST_CASES:
        return int(text)
    raise argparse.ArgumentTypeError(f"'{text}' is not a number from 1 to {MOST_CASES:,}")


def run(arguments: argparse.Namespace) -> int:
    """Put the cases to the engines and report; the exit status."""
    random = arguments.cases is not None or arguments.seed is not None
    seed = arguments.seed or "1"
    show, clear = progress()
    try:
        tallies = conform(
            arguments.policy,
            arguments.target or (),
            chance=Chance(seed, arguments.cases) if random else None,
            case=arguments.case,
            progress=show,
        )
    finally:
        clear()

    def again(tally: Tally, case: Case) -> str:
        which = f"--seed {seed} --case" if random else "--case"
        return f"prevent conform --target {tally.runner.name} {which} {case.id}"

    sys.stdout.write(conform_text(tallies, again, style_for(sys.stdout)))
    return _status(tallies, named=bool(arguments.target))


def _status(tallies: Sequence[Tally], *, named: bool) -> int:
    if any(tally.differed for tally in tallies):
        return 1
    not_run = any(tally.not_run for tally in tallies)
    failed = any(tally.failed for tally in tallies)
    return 2 if failed or (named and not_run) or not any(tally.cases for tally in tallies) else 0

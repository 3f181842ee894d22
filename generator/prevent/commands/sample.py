"""``prevent sample``: make a register of requests to try things on."""

from __future__ import annotations

import argparse
import re

from prevent.api.registers import load_rules, sample
from prevent.commands.arguments import add_policy
from prevent.commands.progress import say

ABOUT = """\
Most of the requests are in order, some come late, some lack an answer, a few are declined. The same
number of rows and the same seed give the same rows.
"""

EXAMPLES = """\
prevent sample --rows 1000 --kind event --out events.csv
prevent sample --rows 10000000 --seed 7 --kind event --flat --out events.parquet
prevent sample --rows 1000 --kind leaflet --invalid 0.1 --out with-slips.csv
"""

_MOST = 10_000_000_000


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument(
        "--rows", type=_rows, default=1000, metavar="N", help="how many requests (1000 if left out)"
    )
    parser.add_argument(
        "--seed",
        type=int,
        default=1,
        metavar="S",
        help="which requests: the same seed makes the same ones (1 if left out)",
    )
    parser.add_argument("--kind", help="the kind of request; needed where there are several")
    parser.add_argument(
        "--out", required=True, metavar="FILE", help="where to: .parquet, .csv or .ndjson"
    )
    parser.add_argument("--flat", action="store_true", help="leave lists, such as speakers, out")
    parser.add_argument(
        "--invalid",
        type=_share,
        default=0.0,
        metavar="SHARE",
        help="spoil one cell in this share of the rows, from 0 to 1; columns are then text or JSON",
    )
    add_policy(parser)


def run(arguments: argparse.Namespace) -> int:
    """Make the register; the exit status."""
    loaded = load_rules(arguments.policy)
    say(loaded.note)
    made = sample(
        loaded.rules,
        arguments.out,
        kind=arguments.kind,
        rows=arguments.rows,
        seed=arguments.seed,
        flat=arguments.flat,
        invalid=arguments.invalid,
    )
    print(f"{made.rows:,} requests of the kind '{made.kind}': {made.out}")
    return 0


def _rows(text: str) -> int:
    if not text.isdecimal() or not 0 <= int(text) <= _MOST:
        raise argparse.ArgumentTypeError(f"'{text}' is not a number of rows. Write 1000.")
    return int(text)


def _share(text: str) -> float:
    if not re.fullmatch(r"(0|1)(\.[0-9]+)?|\.[0-9]+", text) or float(text) > 1:
        raise argparse.ArgumentTypeError(f"'{text}' is not a share from 0 to 1. Write 0.1.")
    return float(text)

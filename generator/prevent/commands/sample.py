"""``prevent sample``: make a register of requests to try things on."""

from __future__ import annotations

import argparse
import re
from collections.abc import Mapping

from prevent.bulk.database import MEMORY, Database
from prevent.bulk.output import Output
from prevent.bulk.progress import Progress
from prevent.bulk.sample import Sample, sample_query
from prevent.commands.arguments import add_policy
from prevent.commands.current import rules_for
from prevent.faults import Fault, Place, PreventError
from prevent.project import find_project
from prevent.reading.nearest import did_you_mean, one_of
from prevent.reading.quoting import quoted
from prevent.rules.columns import columns
from prevent.rules.ruleset import KindRules

EPILOG = """\
Most of the requests are in order, some come late, some lack an answer, a few are declined. The same
rows come of the same number of rows and the same seed.

examples:
  prevent sample --rows 1000 --kind event --out events.csv
  prevent sample --rows 10000000 --seed 7 --kind event --flat --out events.parquet
  prevent sample --rows 1000 --kind leaflet --invalid 0.1 --out with-slips.csv
"""

_MOST = 10_000_000_000


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument(
        "--rows", type=_rows, default=1000, metavar="N", help="how many requests (1000)"
    )
    parser.add_argument("--seed", type=int, default=1, metavar="S", help="which of them (1)")
    parser.add_argument("--kind", help="the kind of request; needed where there are several")
    parser.add_argument(
        "--out", required=True, metavar="FILE", help="where to: .parquet, .csv or .ndjson"
    )
    parser.add_argument("--flat", action="store_true", help="leave lists out")
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
    out = Output.of(arguments.out)
    rule_set = rules_for(find_project(arguments.policy)).rule_set
    kind = _kind(arguments.kind, rule_set.kinds)
    sample = Sample(arguments.rows, arguments.seed, kind, arguments.flat, arguments.invalid)
    query = sample_query(rule_set, sample)
    progress = Progress()
    with Database(out.near, memory=MEMORY) as database:
        watch = progress.stage("making requests", arguments.rows)
        plain = arguments.flat or arguments.invalid
        lists = () if plain else [each.name for each in columns(kind) if each.type == "list"]
        draft, rows = out.write(database, query, lists, watch=watch)
        out.put(draft)
    progress.clear()
    print(f"{rows:,} requests of the kind '{kind.kind}': {out.shown}")
    return 0


def _kind(named: str | None, kinds: Mapping[str, KindRules]) -> KindRules:
    if named is None and len(kinds) == 1:
        return next(iter(kinds.values()))
    if named is None:
        message = "There are several kinds of request."
        raise PreventError([Fault(Place("--kind"), message, one_of(kinds))])
    if named not in kinds:
        message = f"There is no kind of request {quoted(named)}."
        raise PreventError([Fault(Place("--kind"), message, did_you_mean(named, kinds))])
    return kinds[named]


def _rows(text: str) -> int:
    if not text.isdecimal() or not 0 <= int(text) <= _MOST:
        raise argparse.ArgumentTypeError(f"'{text}' is not a number of rows. Write 1000.")
    return int(text)


def _share(text: str) -> float:
    if not re.fullmatch(r"(0|1)(\.[0-9]+)?|\.[0-9]+", text) or float(text) > 1:
        raise argparse.ArgumentTypeError(f"'{text}' is not a share from 0 to 1. Write 0.1.")
    return float(text)

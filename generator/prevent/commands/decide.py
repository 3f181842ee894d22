"""``prevent decide``: decide a register of many requests."""

from __future__ import annotations

import argparse
import sys

from prevent.api.registers import ENGINES, decide_register, load_rules
from prevent.commands.arguments import add_policy
from prevent.commands.progress import say
from prevent.commands.registers import add_register, register_of, stop_as_by_a_person
from prevent.reports.register_text import register_text

ABOUT = """\
A register has one request a row. Its columns are the facts that the rules look at: kind, reference,
date, approvals__managing_director__decision. prevent sample makes one to look at. Every row comes
out: as a decision with its outcome and its findings, or in the rejects with what is wrong with it.
Where two rows have the same reference both are rejected, for which of them is right cannot be told.
Decisions stand in the order of the register. On Spark they stand in none, each with the number of
its row.
"""

EXAMPLES = """\
prevent decide requests.parquet --out decisions.parquet
prevent decide leaflets.csv --kind leaflet --out decisions.csv --rejects wrong.csv
prevent decide --db duckdb:///requests.duckdb --table requests --out decisions.ndjson
prevent decide --db postgresql://me@localhost/college --table office.requests --out d.parquet
prevent decide register.parquet --out decisions.parquet --engine spark
prevent decide hdfs:///register.parquet --out hdfs:///decisions.parquet --engine spark \\
    --master spark://cluster:7077
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    add_register(parser)
    parser.add_argument(
        "--out",
        required=True,
        metavar="FILE",
        help="where the decisions go: .parquet, .csv or .ndjson (on Spark a new folder)",
    )
    parser.add_argument(
        "--rejects",
        metavar="FILE",
        help="where the rows that are not valid go (beside the decisions if left out)",
    )
    parser.add_argument(
        "--engine",
        choices=list(ENGINES),
        default="duckdb",
        help="what decides (duckdb if left out)",
    )
    parser.add_argument(
        "--master",
        metavar="URL",
        help="the Spark cluster that decides (this machine, or what spark-submit names)",
    )
    add_policy(parser)


def run(arguments: argparse.Namespace) -> int:
    """Decide the register and say what came of it; the exit status."""
    register = register_of(arguments)
    loaded = load_rules(arguments.policy)
    say(loaded.note)
    stop_as_by_a_person()
    decided = decide_register(
        loaded.rules,
        register,
        arguments.out,
        arguments.rejects,
        engine=arguments.engine,
        master=arguments.master,
    )
    sys.stdout.write(register_text(*decided))
    summary = decided.summary
    if summary.rejected:
        return 2
    return int(summary.decided != summary.outcomes["allowed"])

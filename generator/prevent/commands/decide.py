"""``prevent decide``: decide a register of many requests."""

from __future__ import annotations

import argparse
import os
import time

from prevent.bulk.deciding import Job, Named, Summary
from prevent.bulk.engines import ENGINES
from prevent.bulk.progress import Progress, in_time
from prevent.commands.arguments import add_policy
from prevent.commands.current import rules_for
from prevent.commands.registers import add_register, job_of, source_of, stop_as_by_a_person
from prevent.faults import Fault, Place, PreventError
from prevent.project import find_project
from prevent.reading.quoting import safe

EPILOG = """\
A register has one request a row. Its columns are the facts that the rules look at: kind, reference,
date, approvals__managing_director__decision. Every row comes out: as a decision, or in the rejects
with what is wrong with it. Rows whose reference another row has too are all rejected, for which of
them is right cannot be told. Decisions stand in the order of the register; on Spark in none, each
with the number of its row.

exit status: 0 every request is allowed, 1 at least one is not, 2 rows were rejected (the rest is
still decided), or the register could not be read, and then nothing is written

examples:
  prevent decide requests.parquet --out decisions.parquet
  prevent decide leaflets.csv --kind leaflet --out decisions.csv --rejects wrong.csv
  prevent decide --db duckdb:///requests.duckdb --table requests --out decisions.ndjson
  prevent decide --db postgresql://me@localhost/college --table office.requests --out d.parquet
  prevent decide register.parquet --out decisions.parquet --engine spark
  prevent decide hdfs:///register.parquet --out hdfs:///decisions.parquet --engine spark
      --master spark://cluster:7077
"""

_MOST_NAMED = 10


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
        "--engine", choices=list(ENGINES), default="duckdb", help="what decides (duckdb)"
    )
    parser.add_argument(
        "--master",
        metavar="URL",
        help="the Spark cluster that decides (this machine, or what spark-submit names)",
    )
    add_policy(parser)


def run(arguments: argparse.Namespace) -> int:
    """Decide the register and say what came of it; the exit status."""
    source_of(arguments)
    engine = ENGINES[arguments.engine]
    if arguments.master and not engine.has_master:
        message = "Only Spark has a master."
        raise PreventError([Fault(Place("--master"), message, "Add --engine spark.")])
    out = engine.output(arguments.out)
    rejects = engine.output(arguments.rejects or _beside(arguments.out))
    if engine.same(out, rejects):
        message = "The decisions and the rejects would go to the same file."
        raise PreventError([Fault(Place(arguments.out), message)])
    job = job_of(arguments, rules_for(find_project(arguments.policy)), out, rejects)
    stop_as_by_a_person()
    started = time.monotonic()
    summary = engine.decide(job, Progress())
    _say(summary, job, time.monotonic() - started)
    if summary.rejected:
        return 2
    return int(summary.decided != summary.outcomes["allowed"])


def _say(summary: Summary, job: Job[Named], seconds: float) -> None:
    rate = summary.rows / max(seconds, 0.001)
    print(f"{summary.rows:,} rows in {in_time(seconds)} ({rate:,.0f} rows a second)")
    for outcome, rows in summary.outcomes.items():
        print(f"  {rows:>14,}  {outcome}")
    print(f"  {summary.rejected:>14,}  rejected")
    print(
        f"{summary.rows:,} rows in = {summary.decided:,} decisions + {summary.rejected:,} rejects."
    )
    few = summary.confirmed == summary.combinations
    which = "Each" if few else f"The {summary.confirmed:,} most frequent"
    print(
        f"{which} of the {summary.combinations:,} combinations of findings confirmed on a row of it"
        f" by {summary.confirmed_by}."
    )
    if summary.ignored:
        named = ", ".join(safe(name) for name in summary.ignored[:_MOST_NAMED])
        more = len(summary.ignored) - _MOST_NAMED
        print(f"Columns that no rule looks at: {named}{f' and {more} more' if more > 0 else ''}.")
    print(f"Decisions: {job.out.shown}")
    print(f"Rejects:   {job.rejects.shown}")


def _beside(out: str) -> str:
    before, end = os.path.splitext(out.rstrip("/"))  # noqa: PTH122 (it may be no path of this machine)
    return f"{before}.rejects{end}"

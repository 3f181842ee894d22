"""``prevent decide``: decide a register of many requests."""

from __future__ import annotations

import argparse
import signal
import time
from pathlib import Path
from types import FrameType

from prevent.bulk.database import MEMORY, memory_size
from prevent.bulk.deciding import Job, Source, Summary
from prevent.bulk.engines import ENGINES
from prevent.bulk.output import Output
from prevent.bulk.progress import Progress, in_time
from prevent.bulk.stored import FORMATS
from prevent.commands.arguments import add_days, add_policy
from prevent.commands.current import rules_for
from prevent.dates import today
from prevent.faults import Fault, Place, PreventError
from prevent.project import find_project
from prevent.reading.nearest import did_you_mean
from prevent.reading.quoting import quoted, safe

EPILOG = """\
A register has one request a row. Its columns are the facts that the rules look at: kind, reference,
date, approvals__managing_director__decision. Every row comes out: as a decision, or in the rejects
with what is wrong with it. Rows whose reference another row has too are all rejected, for which of
them is right cannot be told. Decisions stand in the order of the register.

exit status: 0 every request is allowed, 1 at least one is not, 2 rows were rejected (the rest is
still decided), or the register could not be read, and then nothing is written

examples:
  prevent decide requests.parquet --out decisions.parquet
  prevent decide leaflets.csv --kind leaflet --out decisions.csv --rejects wrong.csv
  prevent decide --db duckdb:///requests.duckdb --table requests --out decisions.ndjson
  prevent decide --db postgresql://me@localhost/college --table office.requests --out d.parquet
"""

_MOST_NAMED = 10


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument(
        "register", nargs="?", metavar="REGISTER", help="a file: Parquet, CSV or NDJSON"
    )
    parser.add_argument(
        "--out",
        required=True,
        metavar="FILE",
        help="where the decisions go: .parquet, .csv or .ndjson",
    )
    parser.add_argument(
        "--rejects",
        metavar="FILE",
        help="where the rows that are not valid go (beside the decisions if left out)",
    )
    parser.add_argument(
        "--input-format", choices=list(FORMATS), help="what REGISTER is, if its name does not say"
    )
    parser.add_argument("--db", metavar="URL", help="a database instead of a file")
    parser.add_argument("--table", metavar="NAME", help="the table of the database")
    parser.add_argument("--kind", help="the kind of every row, if there is no column that says it")
    parser.add_argument(
        "--engine", choices=list(ENGINES), default="duckdb", help="what decides (duckdb)"
    )
    parser.add_argument(
        "--threads", type=_threads, metavar="N", help="how many threads to use (all if left out)"
    )
    parser.add_argument(
        "--memory",
        type=memory_size,
        default=MEMORY,
        metavar="SIZE",
        help=f"the memory DuckDB may use ({MEMORY} if left out); the rest goes to the disk",
    )
    add_days(parser)
    add_policy(parser)


def run(arguments: argparse.Namespace) -> int:
    """Decide the register and say what came of it; the exit status."""
    source = _source(arguments)
    out = Output.of(arguments.out)
    rejects = Output.of(arguments.rejects or _beside(Path(arguments.out)))
    if out.file == rejects.file:
        message = "The decisions and the rejects would go to the same file."
        raise PreventError([Fault(Place(arguments.out), message)])
    rules = rules_for(find_project(arguments.policy))
    kinds = rules.rule_set.kinds
    if arguments.kind is not None and arguments.kind not in kinds:
        message = f"There is no kind of request {quoted(arguments.kind)}."
        hint = did_you_mean(arguments.kind, kinds)
        raise PreventError([Fault(Place("--kind"), message, hint)])
    job = Job(
        rules,
        source,
        out,
        rejects,
        arguments.as_of or today(),
        arguments.policy_as_of,
        arguments.kind,
        arguments.threads,
        arguments.memory,
    )
    # Being ended is taken as Ctrl-C is: what was begun is put away.
    signal.signal(signal.SIGTERM, _stop)
    started = time.monotonic()
    summary = ENGINES[arguments.engine](job, Progress())
    _say(summary, job, time.monotonic() - started)
    if summary.rejected:
        return 2
    return int(summary.decided != summary.outcomes["allowed"])


def _say(summary: Summary, job: Job, seconds: float) -> None:
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


def _source(arguments: argparse.Namespace) -> Source:
    wrong = ""
    if (arguments.register is None) == (arguments.db is None):
        wrong = "Give a register: a file, or a database with --db."
    elif (arguments.table is None) != (arguments.db is None):
        wrong = "Give --db and --table together."
    if wrong:
        raise PreventError([Fault(Place("decide"), wrong, "See prevent decide --help.")])
    return Source(arguments.register or arguments.db, arguments.table or "", arguments.input_format)


def _beside(out: Path) -> str:
    return str(out.with_name(f"{out.stem}.rejects{out.suffix}"))


def _threads(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= 1024:
        raise argparse.ArgumentTypeError(f"'{text}' is not a number of threads. Write 2.")
    return int(text)


def _stop(number: int, frame: FrameType | None) -> None:
    del number, frame
    raise KeyboardInterrupt

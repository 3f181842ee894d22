"""Arguments that say which register is to be decided, and how."""

from __future__ import annotations

import argparse
import signal
from types import FrameType

from prevent.api.registers import FORMATS, MEMORY, Register, Source, memory_size
from prevent.commands.arguments import add_days
from prevent.faults import Fault, Place, PreventError


def add_register(parser: argparse.ArgumentParser) -> None:
    """The register, as a file or a table, the day of the check, and what may be used."""
    parser.add_argument(
        "register", nargs="?", metavar="REGISTER", help="a file: Parquet, CSV or NDJSON"
    )
    parser.add_argument(
        "--input-format", choices=list(FORMATS), help="what REGISTER is, if its name does not say"
    )
    parser.add_argument(
        "--db",
        metavar="URL",
        help="a database instead of a file, as duckdb:///requests.duckdb or"
        " postgresql://me@host/college",
    )
    parser.add_argument("--table", metavar="NAME", help="the table of the database")
    parser.add_argument("--kind", help="the kind of every row, if there is no column that says it")
    parser.add_argument(
        "--threads", type=_threads, metavar="N", help="how many threads to use (all if left out)"
    )
    parser.add_argument(
        "--memory",
        type=memory_size,
        default=MEMORY,
        metavar="SIZE",
        help=f"the memory it may use, as 4GB ({MEMORY} if left out); the rest goes to the disk",
    )
    add_days(parser)


def register_of(arguments: argparse.Namespace) -> Register:
    """The register that is named. Raises ``PreventError`` where it is not clear which."""
    wrong = ""
    if (arguments.register is None) == (arguments.db is None):
        wrong = "Give a register: a file, or a database with --db."
    elif bool(arguments.table) != (arguments.db is not None):
        wrong = "Give --db and --table together."
    if wrong:
        raise PreventError([Fault(Place("register"), wrong, "See --help.")])
    named = arguments.register or arguments.db
    return Register(
        Source(named, arguments.table or "", arguments.input_format),
        arguments.as_of,
        arguments.policy_as_of,
        arguments.kind,
        arguments.threads,
        arguments.memory,
    )


def stop_as_by_a_person() -> None:
    """Take being ended as Ctrl-C: what was begun is put away."""
    signal.signal(signal.SIGTERM, _stop)


def _threads(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= 1024:
        raise argparse.ArgumentTypeError(f"'{text}' is not a number of threads. Write 2.")
    return int(text)


def _stop(number: int, frame: FrameType | None) -> None:
    del number, frame
    raise KeyboardInterrupt

"""The command line: which commands there are, and what an error becomes.

Each command is a module of ``prevent.commands`` that is imported only when it is asked for, so
that a check never waits for what builds the site.
"""

from __future__ import annotations

import argparse
import gc
import importlib
import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Protocol, TextIO, cast

from prevent import __version__
from prevent.faults import Fault, Place, PreventError

COMMANDS = {
    "init": "start a policy of your own",
    "check": "decide requests, and say what is still to be done",
    "intake": "make request files from issues, forms and spreadsheets",
    "decide": "decide a register of many requests",
    "replay": "show which decisions a change of the policy changes",
    "sample": "make a register of requests to try things on",
    "validate": "is the policy itself sound?",
    "test": "do the policy's own tests come out as its owner expects?",
    "conform": "do the stock engines decide as a check does?",
    "build": "make the rule set and the site from the policy",
    "serve": "show the site, and show it anew whenever the policy is edited",
}

REFUSED, UNREADABLE, INTERRUPTED = 1, 2, 130

_MADE_BEFORE_LOOKING = 100_000

_EPILOG = """\
exit status:
  0  all is well: every request is allowed, the policy is sound, the files are current
  1  at least one request is not allowed, the files under rules/ are out of date, or the policy's
     tests do not come out as expected or do not show everything
  2  something could not be read, or is not valid

examples:
  prevent check requests/
  prevent validate
  prevent build
"""


class Command(Protocol):
    """What a command's module offers."""

    EPILOG: str

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Declare the command's arguments."""

    def run(self, arguments: argparse.Namespace) -> int:
        """Do it; the exit status. Raises ``PreventError`` for what a person can mend."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; the exit status.

    Errors become messages here and nowhere else. No traceback reaches a user, unless
    ``PREVENT_DEBUG`` is set.
    """
    if arguments is None:
        return _alone(sys.argv[1:])
    given = list(arguments)
    # Where output is shut, Python has none; what is written to nowhere is not missed.
    sys.stdout = sys.stdout or _nowhere()
    sys.stderr = sys.stderr or _nowhere()
    try:
        return _run(given)
    except PreventError as error:
        _tell(map(str, error.faults))
        return UNREADABLE
    except KeyboardInterrupt:
        print("prevent: Stopped. Nothing was left half-written.", file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read the output has stopped reading; there is nobody to tell.
        _give_up_output()
        return REFUSED
    except OSError as error:
        name = f"{error.filename}: " if error.filename else ""
        reason = error.strerror or str(error)
        _tell([f"{name}This cannot be read or written: {reason}."])
        _give_up_output()
        return UNREADABLE
    except Exception as error:
        if os.environ.get("PREVENT_DEBUG"):
            raise
        print(
            f"prevent: This is a fault of the program, not yours: {type(error).__name__}: {error}."
            " Nothing was decided. Set PREVENT_DEBUG=1 to see where, and report it.",
            file=sys.stderr,
        )
        return UNREADABLE


def _alone(arguments: list[str]) -> int:
    """Run the command line in a process of its own, which ends with it.

    Nearly all that is made stays until the end, so Python looks through it less often for what
    can be thrown away, and not at all when it ends. DuckDB wants its own to be thrown away.
    """
    gc.set_threshold(_MADE_BEFORE_LOOKING)
    try:
        return main(arguments)
    finally:
        if "duckdb" not in sys.modules:
            gc.freeze()


def _tell(messages: Iterable[str]) -> None:
    """Say what is wrong. A file may have any name, so no message is written as it is."""
    from prevent.reports.inert import terminal  # noqa: PLC0415 (most runs say nothing here)

    for message in messages:
        print(f"prevent: {terminal(message)}", file=sys.stderr)


def _nowhere() -> TextIO:
    return Path(os.devnull).open("w", encoding="utf-8")


def _give_up_output() -> None:
    """Let nothing more be written, as Python would when it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _run(given: list[str]) -> int:
    chosen = next((argument for argument in given if not argument.startswith("-")), None)
    parser = argparse.ArgumentParser(
        prog="prevent",
        description="Check events, leaflets and bookings against the Prevent policy.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"prevent {__version__}")
    commands = parser.add_subparsers(metavar="COMMAND", dest="command", required=True)
    if chosen is not None and chosen not in COMMANDS:
        from prevent.reading.nearest import did_you_mean  # noqa: PLC0415 (seldom needed)

        hint = did_you_mean(chosen, COMMANDS)
        raise PreventError([Fault(Place(chosen), "There is no such command.", hint)])
    module: Command | None = None
    # Where a command comes first, nothing will be said of the others.
    alone = chosen is not None and given[0] == chosen
    for name, summary in COMMANDS.items():
        if alone and name != chosen:
            continue
        loaded = _load(name) if name == chosen else None
        sub = commands.add_parser(
            name,
            help=summary,
            description=f"{summary[0].upper()}{summary[1:]}",
            epilog=loaded.EPILOG if loaded else None,
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        if loaded:
            loaded.add_arguments(sub)
            module = loaded
    if not given:
        parser.print_help()
        return UNREADABLE
    arguments = parser.parse_args(given)
    assert module is not None
    status = module.run(arguments)
    sys.stdout.flush()
    return status


def _load(name: str) -> Command:
    return cast("Command", importlib.import_module(f"prevent.commands.{name}"))

"""The command line: what an error becomes, and with which status it ends."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TextIO

from prevent.commands.parsers import parsers
from prevent.commands.table import COMMANDS, INTERRUPTED, REFUSED, UNREADABLE
from prevent.faults import Fault, Place, PreventError

_MADE_BEFORE_LOOKING = 100_000


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
        from prevent.commands.arguments import advised  # noqa: PLC0415 (most runs need no advice)

        _tell(map(str, advised(error)))
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
        what = f"This is a fault of the program, not yours: {type(error).__name__}{_arose(error)}."
        more = "Report it; PREVENT_DEBUG=1 shows more, which may be what a request says."
        _tell([f"{what} Nothing was decided. {more}"])
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


def _arose(error: Exception) -> str:
    """Where in the package it arose. What the error says may be what a request says."""
    import traceback  # noqa: PLC0415 (nearly never needed)

    places = [
        f", in {frame.f_globals.get('__name__')}, line {line}"
        for frame, line in traceback.walk_tb(error.__traceback__)
        if str(frame.f_globals.get("__name__", "")).startswith("prevent.")
    ]
    return places[-1] if places else ""


def _nowhere() -> TextIO:
    return Path(os.devnull).open("w", encoding="utf-8")


def _give_up_output() -> None:
    """Let nothing more be written, as Python would when it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _run(given: list[str]) -> int:
    chosen = next((argument for argument in given if not argument.startswith("-")), None)
    if chosen is not None and chosen not in COMMANDS:
        from prevent.reading.nearest import did_you_mean  # noqa: PLC0415 (seldom needed)

        hint = did_you_mean(chosen, COMMANDS)
        raise PreventError([Fault(Place(chosen), "There is no such command.", hint)])
    # Where a command comes first, nothing will be said of the others.
    alone = chosen is not None and given[0] == chosen
    wanted = [chosen] if chosen else []
    made = parsers(wanted if alone else COMMANDS, wanted)
    if not given:
        made.whole.print_help()
        return UNREADABLE
    arguments = made.whole.parse_args(given)
    status = made.modules[arguments.command].run(arguments)
    sys.stdout.flush()
    return status

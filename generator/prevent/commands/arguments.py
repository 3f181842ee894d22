"""Arguments that several commands share."""

from __future__ import annotations

import argparse
from datetime import date

from prevent.dates import parse_date
from prevent.faults import Fault, NoPolicyError, PreventError


def add_policy(parser: argparse.ArgumentParser) -> None:
    """``--policy FOLDER``."""
    parser.add_argument(
        "--policy",
        metavar="FOLDER",
        help="the policy folder (the nearest folder called policy if left out)",
    )


def advised(error: PreventError) -> tuple[Fault, ...]:
    """The faults of an error, with what to do about them on a command line."""
    if not isinstance(error, NoPolicyError):
        return error.faults
    hint = "Run the command where the folder 'policy' is, or name it with --policy."
    return tuple(fault._replace(hint=hint) for fault in error.faults)


def add_days(parser: argparse.ArgumentParser) -> None:
    """``--as-of DATE`` and ``--policy-as-of DATE``."""
    parser.add_argument(
        "--as-of",
        type=_day,
        metavar="DATE",
        help="the day of the check, as 2026-04-20 (today if left out)",
    )
    parser.add_argument(
        "--policy-as-of",
        type=_day,
        metavar="DATE",
        help="decide by the policy in force on this day (the day a request was received if left"
        " out)",
    )


def _day(text: str) -> date:
    day = parse_date(text)
    if day is None:
        raise argparse.ArgumentTypeError(f"'{text}' is not a date. Write it as 2026-04-20.")
    return day

"""Arguments that several commands share."""

from __future__ import annotations

import argparse
from datetime import date

from prevent.dates import parse_date


def add_policy(parser: argparse.ArgumentParser) -> None:
    """``--policy FOLDER``."""
    parser.add_argument(
        "--policy",
        metavar="FOLDER",
        help="the policy folder (the nearest folder called policy if left out)",
    )


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

"""Arguments that several commands share."""

from __future__ import annotations

import argparse


def add_policy(parser: argparse.ArgumentParser) -> None:
    """``--policy FOLDER``."""
    parser.add_argument(
        "--policy",
        metavar="FOLDER",
        help="the policy folder (the nearest folder called policy if left out)",
    )

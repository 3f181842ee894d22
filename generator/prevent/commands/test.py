"""``prevent test``: the policy's own tests, and what they leave unshown."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from prevent.api.testing import run_tests
from prevent.commands.arguments import add_policy
from prevent.commands.progress import progress
from prevent.reports.style import Style, style_for
from prevent.reports.trial_json import trial_json
from prevent.reports.trial_text import trial_text
from prevent.writing import write_whole

ABOUT = """\
The tests are the files policy/tests/*.yaml: requests, and what you expect of each. Every small
change of every rule is tried as well, and those that no test would notice are listed, each with a
request that would show it.
"""

EXAMPLES = """\
prevent test
prevent test --no-mutation
prevent test --format json --output tests.json
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument(
        "--no-mutation", action="store_true", help="run the tests without trying changed rules"
    )
    parser.add_argument(
        "--format",
        choices=["text", "json"],
        default="text",
        help="how to report (text if left out)",
    )
    parser.add_argument(
        "--output", metavar="FILE", help="write the report to this file, not to the terminal"
    )
    add_policy(parser)


def run(arguments: argparse.Namespace) -> int:
    """Run the policy's tests and report; the exit status."""
    show, clear = progress()
    try:
        tried = run_tests(arguments.policy, changes=not arguments.no_mutation, progress=show)
    finally:
        clear()
    style = Style() if arguments.output else style_for(sys.stdout)
    text = trial_json(tried) if arguments.format == "json" else trial_text(tried, style)
    if arguments.output:
        write_whole(Path(arguments.output), text, new_folders=False)
    else:
        sys.stdout.write(text)
    return 0 if tried.in_order else 1

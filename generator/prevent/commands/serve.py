"""``prevent serve``: the site, built anew whenever the policy is edited."""

from __future__ import annotations

import argparse

from prevent.commands.arguments import add_policy

ABOUT = """\
Faults of the policy are shown here, and the site stays as it was until they are mended.
The PDF of the policy is left out: build --pdf makes it. Stop it with Ctrl-C.
"""

EXAMPLES = """\
prevent serve
prevent serve --port 8080
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument(
        "--host",
        default="127.0.0.1",
        metavar="ADDRESS",
        help="where to show it (127.0.0.1, which only this machine sees, if left out)",
    )
    parser.add_argument(
        "--port",
        type=int,
        default=8000,
        metavar="N",
        help="the port to show it at (8000 if left out)",
    )
    add_policy(parser)


def run(arguments: argparse.Namespace) -> int:
    """Serve until interrupted; the exit status."""
    from prevent.api.serving import serve  # noqa: PLC0415 (an extra, which help does without)
    from prevent.commands.reference import programs  # noqa: PLC0415 (as above)

    serve(arguments.policy, programs(), host=arguments.host, port=arguments.port, say=print)
    return 0

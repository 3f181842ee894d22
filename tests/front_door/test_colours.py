"""Colours: on a terminal that wants them, and nowhere else."""

from __future__ import annotations

import os
import pty
import subprocess
import sys

import pytest

from processes import ROOT

ESCAPE = b"\x1b["
COMMANDS = (["check", "requests"], ["validate"], ["test", "--no-mutation"], ["--help"])


def on_a_terminal(arguments: list[str], **environment: str) -> bytes:
    """What the command writes where its output is a terminal."""
    ours, its = pty.openpty()
    own = {key: value for key, value in os.environ.items() if key != "NO_COLOR"}
    with subprocess.Popen(
        [sys.executable, "-m", "prevent", *arguments],
        cwd=ROOT,
        env={**own, "TERM": "xterm-256color", **environment},
        stdin=subprocess.DEVNULL,
        stdout=its,
        stderr=its,
    ) as process:
        os.close(its)
        written = b""
        try:
            while part := os.read(ours, 65536):
                written += part
        except OSError:  # the other end is shut
            pass
        os.close(ours)
        process.wait(120)
    assert written
    return written


def test_a_terminal_is_shown_colours() -> None:
    assert ESCAPE in on_a_terminal(["check", "requests"])
    assert ESCAPE in on_a_terminal(["check", "requests"], NO_COLOR="")


@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_none_are_shown_where_they_are_not_wanted(arguments: list[str]) -> None:
    assert ESCAPE not in on_a_terminal(arguments, NO_COLOR="1")
    assert ESCAPE not in on_a_terminal(arguments, TERM="dumb")

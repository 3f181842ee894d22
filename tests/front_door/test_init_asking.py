"""``prevent init`` at a terminal: it asks what was not said."""

from __future__ import annotations

import os
import pty
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import yaml

from prevent.cli import main
from processes import HEED_INTERRUPTS


class Terminal:
    """The command at a terminal of its own, and a person who reads and types."""

    def __init__(self, process: subprocess.Popen[bytes], mine: int) -> None:
        self.process = process
        self._mine = mine
        self._shown = ""

    def read_until(self, words: str) -> str:
        """What was shown since the last time, up to these words."""
        deadline = time.monotonic() + 30
        while words not in self._shown:
            assert time.monotonic() < deadline, self._shown
            self._shown += os.read(self._mine, 4096).decode()
        before, _, self._shown = self._shown.partition(words)
        return before

    def type(self, text: str) -> None:
        os.write(self._mine, text.encode())


@contextmanager
def at_a_terminal(folder: Path, *arguments: str) -> Iterator[Terminal]:
    run = "import sys; from prevent.cli import main; sys.exit(main(sys.argv[1:]))"
    command = [sys.executable, "-c", HEED_INTERRUPTS + run, "init", *arguments]
    mine, theirs = pty.openpty()
    with subprocess.Popen(
        command, cwd=folder, stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True
    ) as process:
        os.close(theirs)
        try:
            yield Terminal(process, mine)
        finally:
            process.kill()
            os.close(mine)


def test_each_question_is_asked_with_its_usual_answer(tmp_path: Path) -> None:
    with at_a_terminal(tmp_path, "new") as terminal:
        terminal.read_until("What is the organisation called? ")
        terminal.type("\n")
        terminal.read_until("This is empty.")
        terminal.read_until("What is the organisation called? ")
        terminal.type("Example Training\n")
        terminal.read_until("What do staff call it? [ET] ")
        terminal.type("\n")
        terminal.read_until("Which role is responsible for the policy? [")
        terminal.type("Head of Centre\n")
        terminal.read_until("When was the policy issued (year and month)? [")
        terminal.type("May 2026\n")
        terminal.read_until("Did you mean 2026-05?")
        terminal.type("2026-05\n")
        terminal.read_until("When must it be reviewed (year and month)? [2027-05] ")
        terminal.type("\n")
        terminal.read_until("[england-and-wales] ")
        terminal.type("wales\n")
        terminal.read_until("There are no bank holidays of 'wales'. Expected one of: england-and-")
        terminal.type("northern-ireland\n")
        terminal.read_until("[events,leaflets,bookings] ")
        terminal.type("leaflets\n")
        terminal.read_until("Written: new")
        assert terminal.process.wait(30) == 0
    policy = tmp_path / "new" / "policy"
    said = yaml.safe_load((policy / "organisation.yaml").read_text(encoding="utf-8"))
    assert said["organisation"]["name"] == "Example Training"
    assert said["organisation"]["bank_holidays"] == "northern-ireland"
    assert said["policy"]["next_review"] == "2027-05"
    assert said["policy"]["responsibility"] == "head-of-centre"
    assert main(["validate", "--policy", str(policy)]) == 0


def test_what_was_said_is_not_asked(tmp_path: Path) -> None:
    with at_a_terminal(tmp_path, "new", "--yes", "--short-name", "Us") as terminal:
        terminal.read_until("What is the organisation called? ")
        terminal.type("Example\n")
        assert "?" not in terminal.read_until("Written: new")
        assert terminal.process.wait(30) == 0


@pytest.mark.parametrize("stop", ["\x04", "interrupt"])
def test_stopping_at_a_question_leaves_nothing(stop: str, tmp_path: Path) -> None:
    with at_a_terminal(tmp_path, "new", "--organisation", "Example") as terminal:
        terminal.read_until("What do staff call it? [Example] ")
        if stop == "interrupt":
            terminal.process.send_signal(signal.SIGINT)
            terminal.read_until("prevent: Stopped. Nothing was left half-written.")
            assert terminal.process.wait(30) == 130
        else:
            terminal.type(stop)
            terminal.read_until("No more answers: nothing written.")
            assert terminal.process.wait(30) == 2
    assert list(tmp_path.iterdir()) == []

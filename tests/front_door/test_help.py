"""The command's own words: help, mistakes at the command line, and being stopped."""

from __future__ import annotations

import signal
import subprocess
import sys
import time

import pytest

from prevent import __version__
from prevent.commands.table import COMMANDS
from processes import HEED_INTERRUPTS, ROOT, Prevent


def test_help_lists_every_command_with_examples(prevent: Prevent) -> None:
    ran = prevent("--help")
    assert (ran.status, ran.err) == (0, "")
    for name, summary in COMMANDS.items():
        assert name in ran.out
        assert summary in " ".join(ran.out.split())
    assert "examples:\n  prevent check requests/" in ran.out
    assert "exit status:" in ran.out


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_has_help_with_an_example(command: str, prevent: Prevent) -> None:
    ran = prevent(command, "--help")
    assert (ran.status, ran.err) == (0, "")
    assert f"examples:\n  prevent {command}" in ran.out
    # Where a policy is only started, or no matter, none is named.
    assert ("--policy FOLDER" in ran.out) == (command not in {"init", "completion"})


def test_without_a_command_the_help_is_shown(prevent: Prevent) -> None:
    ran = prevent()
    assert (ran.status, ran.err) == (2, "")
    assert ran.out == prevent("--help").out


def test_the_version_is_told(prevent: Prevent) -> None:
    assert prevent("--version").out == f"prevent {__version__}\n"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("chek",), "There is no such command. Did you mean 'check'?"),
        (("-x",), "COMMAND"),
        (("check",), "PATH"),
        (("check", "--formt", "json", "requests"), "--formt"),
        (("check", "requests", "--format", "xml"), "'xml'"),
        (("validate", "policy"), "policy"),
        (("build", "--chek"), "--chek"),
        (("serve", "--port", "http"), "'http'"),
        (("init",), "DIR"),
        (("init", "x", "--isued", "2026-11"), "--isued"),
    ],
)
def test_a_mistake_is_a_plain_message(
    arguments: tuple[str, ...], words: str, prevent: Prevent
) -> None:
    ran = prevent(*arguments)
    assert (ran.status, ran.out) == (2, "")
    assert words in ran.err
    assert "Traceback" not in ran.err
    assert "fault of the program" not in ran.err


def test_being_stopped_is_one_line_and_its_own_status() -> None:
    run = "import sys; from prevent.cli import main; sys.exit(main(['check', '-']))"
    command = [sys.executable, "-c", HEED_INTERRUPTS + run]
    with subprocess.Popen(
        command,
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        # It is waiting for its input once it has been started and sleeps.
        deadline = time.monotonic() + 30
        while time.monotonic() < deadline and not _waits(process.pid):
            time.sleep(0.02)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=30)
    assert process.returncode == 130
    assert out == b""
    assert err == b"prevent: Stopped. Nothing was left half-written.\n"


def _waits(pid: int) -> bool:
    """Whether a process reads from an empty pipe."""
    try:
        with open(f"/proc/{pid}/wchan", encoding="ascii") as file:  # noqa: PTH123 (no real file)
            return "pipe" in file.read()
    except OSError:
        time.sleep(1.5)
        return True


@pytest.mark.parametrize("arguments", [["check", "tests/cases"], ["check", "--help"]])
def test_a_reader_that_stops_reading_is_no_error(arguments: list[str]) -> None:
    command = [sys.executable, "-m", "prevent", *arguments]
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        err = process.stderr.read()
        process.wait(60)
    assert err == b""


def shell(words: str) -> tuple[int, str, str]:
    """Run the command through a shell, which can shut its input and output."""
    done = subprocess.run(
        ["sh", "-c", f'"$0" -m prevent {words}', sys.executable],
        cwd=ROOT,
        capture_output=True,
        check=False,
        timeout=60,
        text=True,
    )
    return done.returncode, done.stdout, done.stderr


@pytest.mark.parametrize("command", ["check requests", "validate"])
def test_a_full_disk_is_a_plain_message(command: str) -> None:
    assert shell(f"{command} > /dev/full") == (
        2,
        "",
        "prevent: This cannot be read or written: No space left on device.\n",
    )


def test_input_that_is_shut_holds_no_request() -> None:
    status, out, err = shell("check - <&-")
    assert (status, err) == (2, "")
    assert "This file holds no request." in out


def test_input_without_an_end_is_not_read_to_the_end() -> None:
    status, out, err = shell("check - < /dev/zero")
    assert (status, err) == (2, "")
    assert "too large: at most 5 MB are read" in out


def test_output_that_is_shut_changes_no_status() -> None:
    assert shell("check requests >&-") == (1, "", "")
    assert shell("check requests >&- 2>&-") == (1, "", "")
    assert shell("check nowhere 2>&-")[0] == 2

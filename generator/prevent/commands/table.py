"""Which commands there are, and what each one's exit status means: the only place that says so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

COMMANDS: Mapping[str, str] = {
    "init": "start a policy of your own",
    "check": "decide requests, and say what is still to be done",
    "intake": "make request files from issues, forms and spreadsheets",
    "decide": "decide a register of many requests",
    "replay": "show which decisions a change of the policy changes",
    "sample": "make a register of requests to try things on",
    "validate": "is the policy itself sound?",
    "test": "do the policy's own tests come out as expected?",
    "conform": "do the stock engines decide as a check does?",
    "build": "make the rule set and the site from the policy",
    "serve": "show the site, and show it anew whenever the policy is edited",
    "completion": "let a shell complete these commands",
}
"""Each command, and what it does."""

WELL, REFUSED, UNREADABLE, INTERRUPTED = 0, 1, 2, 130


class ExitStatus(NamedTuple):
    """An exit status: what it means of any command, and of those that say it more closely."""

    code: int
    means: str
    by_command: Mapping[str, str]


EXIT_STATUS = (
    ExitStatus(
        WELL,
        "all is well",
        {
            "init": "the project is written",
            "check": "every request is allowed",
            "intake": "nothing is doubtful",
            "decide": "every request is allowed",
            "replay": "no decision changes",
            "sample": "the register is written",
            "validate": "the policy is sound; there may be things to look at",
            "test": "all is as expected, and everything is shown",
            "conform": "every engine that was run agrees",
            "build": "made; with --check, the files are current",
            "serve": "stopped with Ctrl-C",
            "completion": "the script is written",
        },
    ),
    ExitStatus(
        REFUSED,
        "the work is done, and the answer is no",
        {
            "check": "at least one request is not allowed",
            "intake": "something is to be looked at",
            "decide": "at least one request is not allowed",
            "replay": "at least one decision changes",
            "test": "something is not as expected, or is not shown",
            "conform": "an engine gives another answer",
            "build": "with --check, the files are out of date",
        },
    ),
    ExitStatus(
        UNREADABLE,
        "something is not valid, or could not be read or written",
        {
            "init": "an answer will not do, or nothing could be written",
            "check": "something could not be read or is not valid; the rest is still decided and"
            " reported",
            "decide": "rows were rejected (the rest is still decided), or the register could not be"
            " read, and then nothing is written",
            "replay": "a version rejects rows (the rest is still compared), or something could not"
            " be read",
            "validate": "the policy is not sound; every fault is listed",
            "test": "the policy or a test is not valid",
            "conform": "none could be run, one that was asked for could not be, or one failed",
            "build": "the policy is not sound, or something could not be written",
            "serve": "the site cannot be shown",
        },
    ),
    ExitStatus(INTERRUPTED, "stopped with Ctrl-C; nothing was left half-written", {}),
)
"""What a command ends with."""


def exit_status(command: str | None = None) -> Iterator[tuple[int, str]]:
    """Each exit status that a command may end with, and what it means; or any command."""
    for status in EXIT_STATUS:
        if command is None:
            yield status.code, status.means
        elif command in status.by_command:
            yield status.code, status.by_command[command]
        elif status.code == UNREADABLE:
            yield status.code, status.means

"""What an exit status means stands in one table, which help, the README and the site agree with."""

from __future__ import annotations

import re

import pytest

from prevent.commands.table import COMMANDS, EXIT_STATUS, exit_status
from processes import ROOT, Prevent


def shown(help_text: str) -> list[tuple[int, str]]:
    """The exit statuses that a help says."""
    part = help_text.partition("exit status:\n")[2].partition("\n\n")[0]
    rows = re.findall(r"^  (\d+) +(.*(?:\n {7}.*)*)", part, flags=re.MULTILINE)
    return [(int(code), " ".join(means.split())) for code, means in rows]


def test_the_help_of_all_says_what_any_command_means(prevent: Prevent) -> None:
    assert shown(prevent("--help").out) == list(exit_status())


@pytest.mark.parametrize("command", COMMANDS)
def test_the_help_of_a_command_says_what_it_means_there(command: str, prevent: Prevent) -> None:
    said = shown(prevent(command, "--help").out)
    assert said == list(exit_status(command))
    assert {0, 2} <= {code for code, _ in said}


def test_the_table_speaks_of_no_command_that_is_not_there() -> None:
    for status in EXIT_STATUS:
        assert set(status.by_command) <= set(COMMANDS)
    assert set(EXIT_STATUS[0].by_command) == set(COMMANDS)


def test_the_readme_says_what_a_check_means() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    part = readme.partition("| exit status | when |\n|---|---|\n")[2].partition("\n\n")[0]
    rows = re.findall(r"^\| (\d+) \| (.*) \|$", part, flags=re.MULTILINE)
    stopped = (EXIT_STATUS[-1].code, EXIT_STATUS[-1].means)
    assert [(int(code), means) for code, means in rows] == [*exit_status("check"), stopped]

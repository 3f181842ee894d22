"""What ``prevent check`` says to people."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
from checked_folders import ALLOWED, AS_OF, INVALID, LINES, NOT_YET, squeezed, write

from processes import ROOT, Prevent

# --- the report for people ------------------------------------------------------------------------


def test_the_text_says_outcome_who_by_when_and_the_words_of_the_policy(
    folder: Path, prevent: Prevent
) -> None:
    write(folder, a=LINES)
    options = ("check", "a.yaml", *AS_OF)
    shown = squeezed(prevent(*options, cwd=folder).out)
    report = prevent(*options, "--format", "json", cwd=folder).json
    assert shown.startswith("Must not go ahead: A conference (booking)")
    for finding in report["decisions"][0]["findings"]:
        assert squeezed(finding["message"]) in shown
        for statement, words in finding["words"].items():
            assert f"Clause {finding['clause']}, {statement}: “{squeezed(words)}”" in shown
        assert f"a.yaml:{finding['line']}:{finding['column']} ({finding['rule']})" in shown
    assert "Who: the Managing Director or the Quality Director. By: 20 April 2026." in shown
    assert "The earliest date that would do is 1 May 2026." in shown
    assert "1 request decided: 1 must not go ahead." in shown
    assert "The review of this policy was due in February 2023 and is overdue." in shown


SUMMED_UP = (
    "2 requests decided: 1 can go ahead and 1 not yet. "
    "3 files or requests could not be decided (4 errors)."
)


@pytest.mark.parametrize("form", ["text", "table", "markdown", "tap", "github", "azure"])
def test_what_was_decided_and_what_was_not_are_counted_apart(
    form: str, folder: Path, prevent: Prevent
) -> None:
    write(folder, a=ALLOWED, b=f"{NOT_YET}---\n{INVALID}colour: red\n---\n{INVALID}")
    ran = prevent("check", "a.yaml", "b.yaml", "c.yaml", *AS_OF, "--format", form, cwd=folder)
    assert SUMMED_UP in squeezed(ran.out.replace("\\", ""))


def test_a_day_that_has_passed_is_said_to_have(folder: Path, prevent: Prevent) -> None:
    write(folder, a=NOT_YET)
    late = prevent("check", "a.yaml", "--as-of", "2026-05-02", cwd=folder).out
    on_the_day = prevent("check", "a.yaml", "--as-of", "2026-05-01", cwd=folder).out
    assert "By: 1 May 2026, which has passed." in late
    assert "By: 1 May 2026." in on_the_day


def test_explain_names_the_conditions_and_what_they_came_to(folder: Path, prevent: Prevent) -> None:
    write(folder, a=LINES)
    shown = squeezed(prevent("check", "a.yaml", "--explain", *AS_OF, cwd=folder).out)
    for words in (
        "Why: External agencies give a month's notice (event-notice): applies",
        "[yes] an external agency asks",
        "[no] 1 calendar month after the day the request was received is on or before the day",
        "for Three (speaker-refused): does not apply",
        "[not answered] the speaker may wish to promote extremist views",
        "[yes] the speaker's values are contrary to our own",
        "[no] the outline has been shared",
    ):
        assert words in shown
    assert "Why:" not in prevent("check", "a.yaml", cwd=folder).out
    [decision] = prevent("check", "a.yaml", "--explain", "--format", "json", cwd=folder).json[
        "decisions"
    ]
    assert {each["rule"] for each in decision["explanation"]} >= {"event-notice"}


HOSTILE = "\\e[31mred\\e]0;owned\\a \\u202Etxt.exe \\u200B\\n\\rprevent: all allowed\\x9b2J"


@pytest.mark.parametrize("kind", ["JSON", "file name"])
def test_what_a_request_says_cannot_take_over_the_terminal(
    kind: str, folder: Path, prevent: Prevent
) -> None:
    name = "a.json"
    title = json.loads('"\\u202Ered \\u200B\\nprevent: all allowed \\u2066x"')
    answers = dict(line.split(": ") for line in NOT_YET.splitlines())
    if kind == "file name":
        name, title = "a\x1b[31m\n\u202e.json", "plain"
    (folder / name).write_text(json.dumps(answers | {"title": title, "reference": title}))
    ran = prevent("check", name, *AS_OF, cwd=folder)
    assert ran.status == 1
    for character in ran.out:
        assert character == "\n" or character.isprintable(), repr(character)
    assert "\\u202e" in ran.out


def test_control_characters_in_a_request_are_refused(folder: Path, prevent: Prevent) -> None:
    write(folder, a=ALLOWED.replace("Ours", f'"{HOSTILE}"'))
    ran = prevent("check", "a.yaml", cwd=folder)
    assert ran.status == 2
    assert "a.yaml:2:8" in ran.out
    assert "invisible character" in ran.out
    assert "\x1b" not in ran.out


def on_a_terminal(*arguments: str, **environment: str) -> str:
    """What the command shows where its output is a terminal."""
    ours, theirs = pty.openpty()
    given = {key: value for key, value in os.environ.items() if key != "NO_COLOR"}
    command = [sys.executable, "-m", "prevent", *arguments]
    with subprocess.Popen(
        command, cwd=ROOT, stdout=theirs, stderr=theirs, env={**given, **environment}
    ) as process:
        os.close(theirs)
        shown = b""
        while True:
            try:
                read = os.read(ours, 65_536)
            except OSError:
                break
            if not read:
                break
            shown += read
        process.wait(60)
    os.close(ours)
    return shown.decode()


def test_there_is_colour_on_a_terminal_alone_and_not_where_it_is_not_wanted(
    prevent: Prevent,
) -> None:
    arguments = ("check", "requests", *AS_OF)
    assert "\x1b[1;32m" in on_a_terminal(*arguments, TERM="xterm")
    assert "\x1b" not in on_a_terminal(*arguments, TERM="xterm", NO_COLOR="1")
    assert "\x1b" not in on_a_terminal(*arguments, TERM="dumb")
    assert "\x1b" not in prevent(*arguments, environment={"TERM": "xterm"}).out

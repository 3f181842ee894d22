"""What a request says never acts on a terminal: read by pyte, a terminal emulator."""

from __future__ import annotations

import re
import unicodedata

import pyte
import pytest
from hostile_reports import PAYLOADS, Reports

from prevent.policy.outcomes import IN_WORDS
from prevent.reports.inert import table_cell, terminal

COLUMNS = 100
SHOWN = ("text", "table", "github", "azure", "tap", "markdown")


def screen_of(text: str, columns: int = COLUMNS, lines: int = 3) -> pyte.Screen:
    """A screen on which a text was shown, in lines as a terminal has them."""
    screen = pyte.Screen(columns, lines)
    pyte.Stream(screen).feed(text.replace("\n", "\r\n"))
    return screen


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_payload_is_shown_where_the_cursor_is_and_does_nothing_else(payload: str) -> None:
    shown = terminal(payload)
    assert "\n" not in shown
    screen = screen_of(f"before {shown} after", columns=300)
    assert screen.title == ""
    assert "before " in screen.display[0]
    assert screen.display[0].rstrip().endswith("after")
    assert not any(line.strip() for line in screen.display[1:])
    cells = screen.buffer[0].values()
    assert {(cell.fg, cell.bg, cell.bold, cell.reverse) for cell in cells} == {
        ("default", "default", False, False)
    }


@pytest.mark.parametrize("form", SHOWN)
def test_a_whole_report_has_nothing_unseen_in_it(form: str, hostile: Reports) -> None:
    text = hostile.texts[form].replace("\n", "")
    assert {unicodedata.category(each) for each in text}.isdisjoint(
        {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
    )
    assert set(text).isdisjoint("\u3164\u115f\u2800\u034f\ufe0f\u00a0")


@pytest.mark.parametrize("form", ["text", "table"])
def test_no_line_is_ours_that_a_request_made(form: str, hostile: Reports) -> None:
    text = hostile.texts[form]
    lines = [line.rstrip() for line in screen_of(text, lines=2 * text.count("\n")).display]
    decided = [line for line in lines if re.match(r"\d+ requests? decided", line)]
    assert len(decided) == 1
    begun = [line for line in lines if line.startswith(IN_WORDS["allowed"])]
    assert begun == []


def test_a_title_that_a_terminal_would_break_does_not_begin_a_line() -> None:
    from prevent.reports.style import Style  # noqa: PLC0415 (as the report does)

    title = "x " * 44 + "Can go ahead: Another event (event)"
    heading = Style(width=80).wrap(f"Not yet: {title} (event)", "    ", "")
    assert not any(line.startswith("Can go") for line in screen_of(heading, 80).display)


@pytest.mark.parametrize("payload", [*PAYLOADS, "a::error::b", "x" * 30 + "::error::b:::c"])
def test_no_line_of_a_table_begins_a_command_wherever_a_word_is_broken(payload: str) -> None:
    shown = table_cell(payload)
    assert shown.replace("\\u003a", ":") == terminal(payload).replace("\\u003a", ":")
    for start in range(len(shown)):
        assert not shown[start:].startswith("::")
        assert "##[" not in shown[start:]
        assert "##vso[" not in shown[start:].lower()

"""The pages for programmers say what the program itself says, and all of it."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page
from shown_site import BuiltSite

import prevent
from prevent.commands.parsers import actions_of, parsers
from prevent.commands.table import COMMANDS, exit_status
from prevent.site.programs import blocks


@pytest.fixture(scope="module")
def commands(built: BuiltSite, desk: Page) -> str:
    desk.goto(f"{built.url}/commands.html")
    return desk.get_by_role("article").inner_text()


@pytest.fixture(scope="module")
def names(built: BuiltSite, desk: Page) -> str:
    desk.goto(f"{built.url}/python.html")
    return desk.get_by_role("article").inner_text()


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_is_shown_with_all_its_help_says(command: str, commands: str) -> None:
    own = re.split(r"^prevent (\S+)\n", commands, flags=re.MULTILINE)
    text = own[own.index(command, 1) + 1]
    made = parsers([command], [command])
    for action in actions_of(made.commands[command]):
        for option in action.option_strings:
            assert option in text
        if action.dest != "help":
            assert str(action.help)[1:] in text
        for choice in action.choices or ():
            assert choice in text
    for code, means in exit_status(command):
        assert re.search(rf"^{code}\s+{re.escape(means[0].upper() + means[1:])}$", text, re.M)
    for line in made.modules[command].EXAMPLES.splitlines():
        assert line in text


def test_each_stable_name_is_shown_with_what_it_offers(names: str) -> None:
    headings = set(re.findall(r"^[A-Z]\w+(?:\.\w+)?$", names, flags=re.MULTILINE))
    for name in prevent.__all__:
        value = getattr(prevent, name)
        assert name in names
        if isinstance(value, type):
            own = {part for part in vars(value) if not part.startswith("_")}
            methods = {part for part in own if callable(getattr(value, part))}
            assert {f"{name}.{part}" for part in methods} <= headings
            assert value.__doc__
    assert "as_of: date | None = None" in names
    assert "faults: tuple[Fault, ...]" in names
    assert "'action-needed': Something that is named is still to be done." in names
    assert "Ellipsis" not in names
    assert "``" not in names


def test_staff_are_not_led_to_them(built: BuiltSite, desk: Page) -> None:
    desk.goto(f"{built.url}/index.html")
    menu = desk.locator(".md-nav--primary > .md-nav__list > .md-nav__item")
    behind = [item for item in menu.all() if "For Python programs" in (item.text_content() or "")]
    assert len(behind) == 1
    assert "Behind the pages" in (behind[0].text_content() or "")
    assert "Commands" in (behind[0].text_content() or "")


def test_a_docstring_is_paragraphs_and_programs() -> None:
    assert blocks("One ``a``\nline.\n\n    x = 1\n\n    y = 2\n\nTwo.") == (
        (False, "One `a` line."),
        (True, "x = 1\n\ny = 2"),
        (False, "Two."),
    )

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

SECTIONS = """
() => Object.fromEntries([...document.querySelectorAll("article h2")].map((heading) => {
  let text = "";
  for (let at = heading.nextElementSibling; at && at.tagName !== "H2"; at = at.nextElementSibling) {
    text += `${at.innerText}\\n`;
  }
  return [heading.id, text];
}))
"""


@pytest.fixture(scope="module")
def commands(built: BuiltSite, desk: Page) -> dict[str, str]:
    """What the page says under each of its headings."""
    desk.goto(f"{built.url}/commands.html")
    found: dict[str, str] = desk.evaluate(SECTIONS)
    return found


@pytest.fixture(scope="module")
def names(built: BuiltSite, desk: Page) -> str:
    desk.goto(f"{built.url}/python.html")
    return desk.get_by_role("article").inner_text()


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_is_shown_with_all_its_help_says(command: str, commands: dict[str, str]) -> None:
    text = commands[command]
    made = parsers([command], [command])
    for action in actions_of(made.commands[command]):
        if action.dest == "help":
            continue
        assert str(action.help)[1:] in text
        for option in action.option_strings:
            assert option in text
        for choice in action.choices or ():
            assert choice in text
    for code, means in exit_status(command):
        assert re.search(
            rf"^{code}\s+{re.escape(means[0].upper() + means[1:])}$", text, re.MULTILINE
        )
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


@pytest.mark.parametrize("page", ["commands.html", "places.html", "python.html"])
def test_staff_are_not_led_to_them(page: str, built: BuiltSite, desk: Page) -> None:
    desk.goto(f"{built.url}/index.html")
    assert desk.get_by_role("article").locator(f"a[href$='{page}']").count() == 0
    [link] = desk.locator(f".md-sidebar--primary a[href$='{page}']").all()
    title = link.evaluate("each => each.closest('ul').previousElementSibling.textContent")
    assert title.strip() == "Behind the pages"


def test_a_docstring_is_paragraphs_and_programs() -> None:
    assert blocks("One ``a``\nline.\n\n    x = 1\n\n    y = 2\n\nTwo.") == (
        (False, "One `a` line."),
        (True, "x = 1\n\ny = 2"),
        (False, "Two."),
    )

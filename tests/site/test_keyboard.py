"""The pages without a mouse: the focus is always seen, never lost and never behind anything."""

from collections.abc import Iterator
from typing import Any

import pytest
from opened import NARROW, WIDE, WIDTHS, open_menu, open_search, widen
from playwright.sync_api import Browser, Page
from shown_site import BuiltSite

# One page of each kind; the forms have a test of their own.
PAGES = (
    "index.html",
    "tasks/invite-a-speaker.html",
    "concern.html",
    "procedures/events.html",
    "policy.html",
    "registers.html",
    "check-leaflet.html",
    "404.html",
)

LOOK = """
() => {
  const at = document.activeElement;
  const box = at.getBoundingClientRect();
  const style = getComputedStyle(at);
  const header = document.querySelector(".md-header").getBoundingClientRect();
  const inHeader = Boolean(at.closest(".md-header, .md-skip"));
  const fixed = Boolean(at.closest(".md-sidebar"));
  return {
    name: `${at.tagName} ${at.id} ${at.className} ${at.innerText?.slice(0, 30)}`,
    body: at === document.body,
    ring: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2
      && !style.outlineColor.endsWith(", 0)"),
    inSight: box.width > 0 && box.height > 0 && box.right > 0 && box.left < innerWidth
      && box.bottom > 0 && box.top < innerHeight,
    covered: !inHeader && !fixed && box.top >= header.top && box.bottom <= header.bottom,
  };
}
"""


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    with browser.new_page(reduced_motion="reduce") as page:
        yield page


def tab_through(page: Page, at_most: int = 600) -> list[dict[str, Any]]:
    """Every place the Tab key leads to, until it leaves the page."""
    places = []
    for _ in range(at_most):
        page.keyboard.press("Tab")
        place = page.evaluate(LOOK)
        if place["body"]:
            return places
        places.append(place)
    return places


@pytest.mark.parametrize("width", [NARROW, WIDE])
@pytest.mark.parametrize("path", PAGES)
def test_every_stop_of_the_tab_key_is_in_sight_and_shows_the_focus(
    page: Page, built: BuiltSite, path: str, width: int
) -> None:
    widen(page, width)
    page.goto(f"{built.url}/{path}")
    places = tab_through(page)
    assert len(places) > 8
    assert [each for each in places if not each["ring"]] == []
    assert [each for each in places if not each["inSight"] or each["covered"]] == []


@pytest.mark.parametrize("width", [NARROW, WIDE])
def test_going_back_hides_nothing_under_the_header(
    page: Page, built: BuiltSite, width: int
) -> None:
    widen(page, width)
    page.goto(f"{built.url}/definitions.html")
    page.locator(".site-footer a").last.focus()
    for _ in range(60):
        page.keyboard.press("Shift+Tab")
        place = page.evaluate(LOOK)
        assert place["inSight"], place
        assert not place["covered"], place


def test_the_menu_is_opened_used_and_closed_by_keyboard(page: Page, built: BuiltSite) -> None:
    widen(page, NARROW)
    page.goto(f"{built.url}/index.html")
    button = page.get_by_role("button", name="Menu")
    open_menu(page)
    assert button.get_attribute("aria-expanded") == "true"
    place = page.evaluate(LOOK)
    assert place["ring"]
    assert place["inSight"]
    page.keyboard.press("Escape")
    assert button.evaluate("each => each === document.activeElement")
    assert button.get_attribute("aria-expanded") == "false"
    open_menu(page)
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    words = page.evaluate("document.activeElement.innerText")
    page.keyboard.press("Enter")
    page.wait_for_load_state()
    assert page.get_by_role("heading", level=1).inner_text() == words


def test_an_open_menu_is_left_at_its_end_and_closes(page: Page, built: BuiltSite) -> None:
    widen(page, NARROW)
    page.goto(f"{built.url}/index.html")
    open_menu(page)
    page.locator(".site-nav a").last.focus()
    page.keyboard.press("Tab")
    place = page.evaluate(LOOK)
    assert not page.locator("#__drawer").is_checked()
    assert not place["body"]
    assert place["inSight"]


@pytest.mark.parametrize("width", WIDTHS)
def test_search_is_opened_used_and_closed_by_keyboard(
    page: Page, built: BuiltSite, width: int
) -> None:
    widen(page, width)
    page.goto(f"{built.url}/index.html")
    open_search(page, "leaflet", width)
    assert page.evaluate(LOOK)["ring"]
    page.keyboard.press("ArrowDown")
    place = page.evaluate(LOOK)
    assert place["ring"]
    assert place["inSight"]
    page.keyboard.press("Escape")
    page.wait_for_timeout(150)
    assert not page.locator("#__search").is_checked()
    place = page.evaluate(LOOK)
    assert place["ring"]
    assert place["inSight"]
    page.keyboard.press("Enter")
    assert page.locator("#__search").is_checked()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/*.html?h=leaflet*")


@pytest.mark.parametrize("width", [NARROW, WIDE])
def test_tab_leaves_an_open_search_for_what_stands_after_it(
    page: Page, built: BuiltSite, width: int
) -> None:
    widen(page, width)
    page.goto(f"{built.url}/index.html")
    open_search(page, "leaflet", width)
    page.keyboard.press("Tab")
    place = page.evaluate(LOOK)
    assert not place["body"]
    assert place["inSight"]
    assert place["ring"]


def test_single_letters_do_nothing_once_the_search_is_there(page: Page, built: BuiltSite) -> None:
    widen(page, WIDE)
    page.goto(f"{built.url}/policy.html")
    open_search(page, "leaflet", WIDE)
    page.keyboard.press("Escape")
    page.locator("main a").first.focus()
    for key in "sfnp,./":
        page.keyboard.press(key)
    page.wait_for_timeout(200)
    assert page.url.endswith("/policy.html")
    assert not page.locator("#__search").is_checked()


def test_what_an_error_leads_to_is_not_under_the_header(page: Page, built: BuiltSite) -> None:
    widen(page, NARROW)
    page.goto(f"{built.url}/check-event.html")
    page.get_by_role("button", name="Check it").press("Enter")
    for number in range(page.locator("#check-errors a").count()):
        page.locator("#check-errors a").nth(number).press("Enter")
        place = page.evaluate(LOOK)
        assert place["inSight"], place
        assert not place["covered"], place

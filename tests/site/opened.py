"""The parts of a page that open: the menu, the search, a form with its errors."""

from __future__ import annotations

from playwright.sync_api import Page

NARROW, MIDDLE, WIDE = 320, 768, 1280
WIDTHS = (NARROW, MIDDLE, WIDE)

AT_REST = """
async () => {
  const frame = () => new Promise(requestAnimationFrame);
  for (let calm = 0; calm < 2; calm += 1) {
    await frame();
    const moving = document.getAnimations().filter((each) => each.playState === "running");
    if (moving.length) calm = -1;
    await Promise.allSettled(moving.map((each) => each.finished));
  }
}
"""
"""Two frames in which nothing moves: what ends may set something else going."""


def widen(page: Page, width: int) -> None:
    """As a window of this width shows it."""
    page.set_viewport_size({"width": width, "height": 700})
    # Scripts are told of it when the next picture is drawn.
    page.evaluate("new Promise((then) => requestAnimationFrame(() => setTimeout(then)))")


def open_menu(page: Page) -> None:
    """Open the menu of a narrow window, by keyboard."""
    page.get_by_role("button", name="Menu").press("Enter")
    page.get_by_role("navigation", name="Menu").get_by_role("link").first.wait_for()
    # It slides in; half way, it is drawn over what it covers.
    come_to_rest(page)


def open_search(page: Page, words: str, width: int) -> None:
    """Look for words, by keyboard, until something is found."""
    if width >= 960:
        page.get_by_role("textbox", name="Search").focus()
    else:
        page.get_by_role("button", name="Search").press("Enter")
    page.keyboard.type(words)
    page.locator(".md-search-result__link").first.wait_for()
    page.wait_for_timeout(350)


def come_to_rest(page: Page) -> None:
    """Wait until nothing slides or fades any more."""
    page.evaluate(AT_REST)


def ask_too_early(page: Page) -> None:
    """Press the button of a form with a day that does not exist and little else."""
    first = page.locator("#check-form .q--date").first
    for part, value in (("day", "31"), ("month", "2"), ("year", "2027")):
        first.locator(f"[data-part={part}]").fill(value)
    for add in page.locator(".q__add").all():
        if add.is_visible():
            add.press("Enter")
    page.get_by_role("button", name="Check it").press("Enter")
    page.locator("#check-errors a").first.wait_for()

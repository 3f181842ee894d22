"""What axe-core finds fault with on the pages: nothing, at any width, whatever is open.

In the dark nothing changes but colours, so there only what depends on them is looked at again.
"""

from collections.abc import Iterator
from importlib.resources import files
from typing import Any

import pytest
from opened import MIDDLE, NARROW, WIDTHS, ask_too_early, open_menu, open_search, widen
from playwright.sync_api import Browser, Page
from shown_site import BuiltSite

FORMS = ("check-event.html", "check-leaflet.html", "check-booking.html")

AXE = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
ALL = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OF_COLOURS = ["color-contrast", "link-in-text-block"]
RUN = """
async (only) => (await axe.run({
  runOnly: only,
  resultTypes: ["violations"],
})).violations.map(({ id, nodes }) =>
  [id, nodes.length, ...nodes.slice(0, 3).map((node) => `${node.target}: ${node.failureSummary}`)])
"""


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    # Whatever slides or fades would be looked at half way.
    with browser.new_page(reduced_motion="reduce") as page:
        page.add_init_script(AXE)
        yield page


def violations(page: Page, *what: object) -> list[Any]:
    return [(what, each) for each in page.evaluate(RUN, ALL)]


def violations_in_the_dark(page: Page, *what: object) -> list[Any]:
    """With all that is folded opened, which may hold colours of its own."""
    page.emulate_media(color_scheme="dark")
    page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
    found = page.evaluate(RUN, OF_COLOURS)
    page.emulate_media(color_scheme="light")
    return [(*what, "dark", each) for each in found]


def test_axe_runs_and_sees_what_is_wrong(page: Page, built: BuiltSite) -> None:
    page.goto(f"{built.url}/index.html")
    page.evaluate("document.querySelector('main').append(document.createElement('img'))")
    assert [each[0] for _, each in violations(page)] == ["image-alt"]


def test_axe_sees_what_cannot_be_read_in_the_dark(page: Page, built: BuiltSite) -> None:
    page.goto(f"{built.url}/index.html")
    page.evaluate("document.querySelector('h1').style.color = '#1b1b1b'")
    assert violations(page) == []
    assert [each[0] for *_, each in violations_in_the_dark(page)] == ["color-contrast"]


def test_every_page_at_every_width(page: Page, built: BuiltSite) -> None:
    found: list[Any] = []
    for path in built.pages:
        page.goto(f"{built.url}/{path}")
        for width in WIDTHS:
            widen(page, width)
            found += violations(page, path, width)
        found += violations_in_the_dark(page, path)
    assert found == []


@pytest.mark.parametrize("width", WIDTHS)
def test_an_open_search(page: Page, built: BuiltSite, width: int) -> None:
    widen(page, width)
    page.goto(f"{built.url}/index.html")
    open_search(page, "speaker", width)
    assert violations(page, width) + violations_in_the_dark(page, width) == []


@pytest.mark.parametrize("width", [NARROW, MIDDLE])
def test_an_open_menu(page: Page, built: BuiltSite, width: int) -> None:
    widen(page, width)
    page.goto(f"{built.url}/index.html")
    open_menu(page)
    assert violations(page, width) + violations_in_the_dark(page, width) == []


@pytest.mark.parametrize("path", FORMS)
def test_a_form_with_its_errors(page: Page, built: BuiltSite, path: str) -> None:
    page.goto(f"{built.url}/{path}")
    ask_too_early(page)
    found: list[Any] = []
    for width in WIDTHS:
        widen(page, width)
        found += violations(page, path, width)
        found += violations_in_the_dark(page, path, width)
    assert found == []


@pytest.mark.parametrize("shows_all", [False, True])
def test_a_form_that_leaves_questions_out(page: Page, built: BuiltSite, *, shows_all: bool) -> None:
    page.goto(f"{built.url}/check-event.html")
    page.locator("#q-outline").get_by_label("Withheld").check()
    page.locator("#q-requested_by").get_by_label("A member of staff").check()
    if shows_all:
        page.get_by_role("button", name="Show every question").press("Enter")
    assert page.locator(".q__needless:visible").count() == (5 if shows_all else 1)
    found: list[Any] = []
    for width in WIDTHS:
        widen(page, width)
        found += violations(page, width)
        found += violations_in_the_dark(page, width)
    assert found == []


def test_an_answer_and_an_explained_word(page: Page, built: BuiltSite) -> None:
    page.goto(f"{built.url}/policy.html")
    page.locator("abbr[tabindex]").first.press("Enter")
    page.locator(".term-meaning").wait_for()
    assert violations(page) + violations_in_the_dark(page) == []

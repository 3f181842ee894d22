from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlparse

import pytest
from playwright.sync_api import Browser
from shown_site import BuiltSite

from prevent.policy.model import Policy

LAST_LINES = [
    "Responsible: Managing Director",
    "Issued: February 2022",
    "Next review: February 2023",
]


LOOK = """
() => ({
  footer: document.querySelector("body > .md-container > footer").innerText,
  version: document.querySelector("footer a[title^='sha256:']").title,
  shortVersion: document.querySelector("footer a[title^='sha256:']").innerText,
  banner: document.querySelector(".md-banner").innerText,
  concern: document.querySelector("header a.site-header__concern").href,
  concernInSight: document.elementFromPoint(...(box => [box.x + 5, box.y + 5])(
    document.querySelector("header a.site-header__concern").getBoundingClientRect()
  )).className,
  width: document.documentElement.scrollWidth,
})
"""


@dataclass
class Visit:
    """Every page once, at one width: what stands on it, what was asked for, what went wrong."""

    pages: dict[str, dict[str, Any]] = field(default_factory=dict)
    asked: set[str] = field(default_factory=set)
    wrong: list[str] = field(default_factory=list)


@pytest.fixture(scope="module", params=[320, 1280])
def visit(request: pytest.FixtureRequest, built: BuiltSite, browser: Browser) -> Visit:
    seen = Visit()
    with browser.new_page(viewport={"width": request.param, "height": 700}) as page:
        page.on("request", lambda asked: seen.asked.add(asked.url))
        page.on("pageerror", lambda error: seen.wrong.append(str(error)))
        for path in built.pages:
            page.goto(f"{built.url}/{path}")
            seen.pages[path] = page.evaluate(LOOK) | {"screen": request.param}
        page.wait_for_load_state("networkidle")
    return seen


def test_every_page_ends_with_owner_dates_and_version(visit: Visit, policy: Policy) -> None:
    for path, seen in visit.pages.items():
        for line in LAST_LINES:
            assert line in seen["footer"], path
        assert seen["version"] == policy.digest
        assert seen["shortVersion"] in policy.digest


def test_every_page_says_that_the_review_is_overdue(visit: Visit) -> None:
    for path, seen in visit.pages.items():
        assert "overdue by 3 years and 8 months (due February 2023)" in seen["banner"], path


def test_a_concern_is_one_click_from_every_page(visit: Visit, built: BuiltSite) -> None:
    for path, seen in visit.pages.items():
        assert seen["concern"] == f"{built.url}/concern.html", path
        assert seen["concernInSight"] == "site-header__concern", path


def test_no_page_asks_another_machine_for_anything(visit: Visit, built: BuiltSite) -> None:
    asked = {url for url in visit.asked if not url.startswith(("data:", "blob:"))}
    assert {urlparse(url).netloc for url in asked} == {urlparse(built.url).netloc}
    assert visit.wrong == []


def test_no_page_is_wider_than_the_screen(visit: Visit) -> None:
    for path, seen in visit.pages.items():
        assert seen["width"] <= seen["screen"], path


def test_the_concern_page_is_first_in_the_menu(built: BuiltSite, browser: Browser) -> None:
    with browser.new_page(viewport={"width": 1280, "height": 700}) as page:
        page.goto(f"{built.url}/index.html")
        menu = page.get_by_role("navigation", name="Menu").get_by_role("link")
        assert menu.first.inner_text() == "Report a concern"


def test_no_file_of_the_site_names_a_font_or_script_of_another_host(built: BuiltSite) -> None:
    for path in [*built.folder.rglob("*.html"), *built.folder.rglob("*.svg")]:
        text = path.read_text(encoding="utf-8")
        for loads in (
            'src="http',
            "src='http",
            'rel="stylesheet" href="http',
            "@import",
            "url(http",
        ):
            assert loads not in text, path


def test_the_menu_opens_by_keyboard_and_its_links_are_reached_only_then(
    built: BuiltSite, browser: Browser
) -> None:
    with browser.new_page(viewport={"width": 390, "height": 700}) as page:
        page.goto(f"{built.url}/policy.html")
        first = page.get_by_role("navigation", name="Menu").get_by_role("link").first
        assert not first.is_visible()
        page.get_by_role("button", name="Menu").focus()
        page.keyboard.press("Enter")
        first.wait_for(state="visible")
        assert first.evaluate("each => each === document.activeElement")
        page.keyboard.press("Escape")
        first.wait_for(state="hidden")


def test_single_letters_do_nothing(built: BuiltSite, browser: Browser) -> None:
    with browser.new_page(viewport={"width": 1280, "height": 700}) as page:
        page.goto(f"{built.url}/policy.html")
        for key in "sfnp,./":
            page.keyboard.press(key)
        assert page.url.endswith("/policy.html")
        assert not page.locator("#__search").is_checked()


@pytest.mark.parametrize("width", [390, 1280])
def test_search_finds_the_policy_s_words(built: BuiltSite, browser: Browser, width: int) -> None:
    with browser.new_page(viewport={"width": width, "height": 700}) as page:
        page.goto(f"{built.url}/index.html")
        if width == 390:
            page.get_by_role("button", name="Search").click()
        page.get_by_role("textbox", name="Search").press_sequentially("notice")
        page.locator(".md-search-result__link[href*='policy.html']").first.wait_for()


def test_the_search_dialog_has_a_name(built: BuiltSite, browser: Browser) -> None:
    with browser.new_page(viewport={"width": 1280, "height": 700}) as page:
        page.goto(f"{built.url}/index.html")
        assert page.locator("[role=dialog]").get_attribute("aria-label") == "Search"


def test_what_is_linked_to_is_not_hidden_under_the_header(
    built: BuiltSite, browser: Browser
) -> None:
    with browser.new_page(viewport={"width": 390, "height": 700}) as page:
        page.goto(f"{built.url}/policy.html#clause-3-7")
        page.wait_for_timeout(100)
        header = page.locator(".md-header").bounding_box()
        heading = page.locator("#clause-3-7").bounding_box()
        assert header
        assert heading
        assert heading["y"] >= header["y"] + header["height"]


def test_pages_read_without_javascript(built: BuiltSite, browser: Browser) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        for path in built.pages:
            page.goto(f"{built.url}/{path}")
            assert page.get_by_role("heading", level=1).is_visible()
            assert page.get_by_role("link", name="Report a concern").first.is_visible()
        page.goto(f"{built.url}/index.html")
        page.get_by_role("main").get_by_role("link", name="Read the policy").click()
        assert page.locator("#s89").is_visible()


def test_the_page_for_a_wrong_address_leads_back(built: BuiltSite, browser: Browser) -> None:
    with browser.new_page() as page:
        page.goto(f"{built.url}/404.html")
        page.get_by_role("main").get_by_role("link", name="What do you want to do?").click()
        assert page.get_by_role("heading", level=1).inner_text() == "What do you want to do?"


def test_terms_are_explained_wherever_they_are_used(built: BuiltSite, browser: Browser) -> None:
    with browser.new_page() as page:
        page.goto(f"{built.url}/policy.html")
        explained = page.locator("#s52 abbr").all_inner_texts()
        assert "regional Prevent co-ordinator" in explained
        assert "Prevent" not in explained
        title = page.locator("abbr", has_text="radicalisation").first.get_attribute("title")
        assert title
        assert "comes to support terrorism" in title

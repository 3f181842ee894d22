"""The check without JavaScript: what to do instead, and a form to fill in on paper."""

import re

import pytest
from playwright.sync_api import Browser, Page
from shown_site import BuiltSite

from prevent.site.joined_scripts import JOINED

KINDS = ("event", "leaflet", "booking")


def test_without_javascript_the_page_says_what_to_do_and_has_the_whole_form(
    built: BuiltSite, browser: Browser
) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{built.url}/check-booking.html")
        said = page.get_by_text("This browser cannot check it for you.")
        assert said.is_visible()
        assert page.get_by_role("link", name="Request format").first.is_visible()
        assert page.get_by_text("Only where “Will an event be held there?”").first.is_visible()
        assert page.get_by_label("What is the speaker's name?").is_visible()
        assert not page.get_by_role("button").locator("visible=true").count()
        assert not page.get_by_text("The answer", exact=True).is_visible()


def test_a_browser_that_cannot_read_the_script_shows_the_page_without_it(
    built: BuiltSite, browser: Browser
) -> None:
    with browser.new_page() as page:
        page.route("**/check.js", lambda route: route.fulfill(body="let x = ;"))
        page.goto(f"{built.url}/check-event.html")
        assert page.get_by_text("This browser cannot check it for you.").is_visible()
        assert page.get_by_label("What is the speaker's name?").is_visible()


@pytest.mark.parametrize("kind", KINDS)
def test_the_paper_form_prints_on_a_few_sheets(
    built: BuiltSite, browser: Browser, kind: str
) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{built.url}/check-{kind}.html")
        assert sheets(page) <= 4
        page.emulate_media(media="print")
        assert page.get_by_text(
            "When it is filled in, give it to the Managing Director."
        ).is_visible()


def test_a_form_that_is_printed_while_it_is_used_has_a_block_for_a_speaker(
    built: BuiltSite, browser: Browser
) -> None:
    with browser.new_page() as page:
        page.goto(f"{built.url}/check-event.html")
        name = page.get_by_label("What is the speaker's name?").locator("visible=true")
        assert name.count() == 0
        page.emulate_media(media="print")
        assert name.count() == 1
        page.emulate_media(media="screen")
        page.get_by_role("button", name="Add a speaker").click()
        page.emulate_media(media="print")
        assert name.count() == 1


def sheets(page: Page) -> int:
    [count] = re.findall(rb"/Count (\d+)", page.pdf(format="A4"))
    return int(count)


def test_the_procedure_and_the_menu_lead_to_the_check(built: BuiltSite, browser: Browser) -> None:
    with browser.new_page(viewport={"width": 1280, "height": 700}) as page:
        page.goto(f"{built.url}/procedures/events.html")
        page.get_by_role("link", name="Check an event now").click()
        assert page.get_by_role("heading", level=1).inner_text() == "Check an event"
        menu = page.get_by_role("navigation", name="Menu")
        menu.get_by_role("link", name="Check a leaflet").click()
        assert page.get_by_role("heading", level=1).inner_text() == "Check a leaflet"


def test_the_joined_scripts_carry_no_comment_and_no_name_twice(built: BuiltSite) -> None:
    for path in JOINED:
        text = (built.folder / path).read_text(encoding="utf-8")
        assert not re.search(r"^\s*(//|/\*)", text, re.MULTILINE), path
        names = re.findall(r"^(?:async )?(?:function\*?|const|let|class) (\w+)", text, re.MULTILINE)
        assert len(names) > 20
        assert sorted(set(names)) == sorted(names), path

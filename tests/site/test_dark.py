"""The pages for those whose device asks for dark ones: colours change, and nothing else."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page
from shown_site import BuiltSite

from prevent.policy.colours import contrast, lightened

GROUND, WHITE = "rgb(20, 25, 29)", "rgb(255, 255, 255)"
STYLE = "(each, name) => getComputedStyle(each)[name]"


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    with browser.new_page(color_scheme="dark", viewport={"width": 1280, "height": 700}) as page:
        yield page


def test_the_page_and_what_the_browser_draws_are_dark(built: BuiltSite, page: Page) -> None:
    page.goto(f"{built.url}/check-event.html")
    for part in ("body", ".md-header", ".check__status", "#check-form input[type=text]"):
        assert page.locator(part).first.evaluate(STYLE, "backgroundColor") == GROUND, part
    for part in ("html", "body", "#check-form input[type=radio]", "#bring-file"):
        assert page.locator(part).first.evaluate(STYLE, "colorScheme") == "dark", part


def test_who_did_not_ask_has_light_pages(built: BuiltSite, desk: Page) -> None:
    desk.goto(f"{built.url}/check-event.html")
    assert desk.locator("body").evaluate(STYLE, "backgroundColor") == WHITE
    assert desk.locator("body").evaluate(STYLE, "colorScheme") == "light"


@pytest.mark.parametrize(
    "path", ["procedures/events.html", "posters/events.html", "check-event.html"]
)
def test_paper_is_white_however_dark_the_screen(
    built: BuiltSite, page: Page, desk: Page, path: str
) -> None:
    looks = """
    () => [...document.querySelectorAll("html, body, main *, footer *")].map((each) => {
      const style = getComputedStyle(each);
      return [each.tagName, style.color, style.backgroundColor, style.borderTopColor, style.filter];
    })
    """
    printed = []
    for each in (page, desk):
        each.goto(f"{built.url}/{path}")
        each.emulate_media(media="print")
        printed.append(each.evaluate(looks))
        each.emulate_media(media="null")
    assert printed[0] == printed[1]
    assert ["BODY", "rgb(27, 27, 27)", WHITE] in [each[:3] for each in printed[0]]


@pytest.mark.parametrize("colour", ["#000000", "#12435c", "#0000ff", "#7a1f5c", "#d4351c"])
def test_a_dark_colour_is_made_just_light_enough_and_keeps_its_hue(colour: str) -> None:
    found = lightened(colour, "#3a3010")
    assert 4.5 <= contrast(found, "#3a3010") < 4.8
    before, after = ([int(each[at : at + 2], 16) for at in (1, 3, 5)] for each in (colour, found))
    assert [after[at] for at in sorted(range(3), key=before.__getitem__)] == sorted(after)


def test_a_colour_that_is_light_enough_stays_as_it_is() -> None:
    assert lightened("#e0b45c", "#3a3010") == "#e0b45c"
    # On a ground that is itself light, nothing can be read better than white.
    assert lightened("#123456", "#999999") == "#ffffff"

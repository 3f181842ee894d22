"""The pages enlarged, without motion, and on paper."""

from collections.abc import Iterator

import pytest
from opened import ask_too_early, open_menu, widen
from playwright.sync_api import Browser, Page
from shown_site import BuiltSite

# A window of 1280 by 1024, enlarged: so many of its dots are left for the page.
ZOOMED = {"200 %": (640, 512), "400 %": (320, 256)}

TOO_WIDE = """
() => {
  const room = document.documentElement.clientWidth;
  const scrolls = (part) => part.closest(
    ".md-typeset__scrollwrap, pre, .flowchart, .unseen, .md-search, .md-skip, [hidden]"
  );
  return [
    document.documentElement.scrollWidth > room ? "the page" : "",
    ...[...document.querySelectorAll("main *, footer *, header *")]
      .filter((each) => !scrolls(each) && each.getClientRects().length)
      .filter((each) => getComputedStyle(each).visibility === "visible")
      .filter((each) => !each.closest(".md-sidebar"))
      .filter((each) => each.getBoundingClientRect().right > room + 1)
      .map((each) => `${each.tagName} ${each.className} ${each.textContent.slice(0, 30)}`),
  ].filter(Boolean);
}
"""


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    with browser.new_page() as page:
        yield page


@pytest.mark.parametrize("zoom", ZOOMED)
def test_an_enlarged_page_scrolls_one_way_only(page: Page, built: BuiltSite, zoom: str) -> None:
    width, height = ZOOMED[zoom]
    page.set_viewport_size({"width": width, "height": height})
    for path in built.pages:
        page.goto(f"{built.url}/{path}")
        assert page.evaluate(TOO_WIDE) == [], path


@pytest.mark.parametrize("zoom", ZOOMED)
def test_an_enlarged_form_with_its_errors_scrolls_one_way_only(
    page: Page, built: BuiltSite, zoom: str
) -> None:
    width, height = ZOOMED[zoom]
    page.set_viewport_size({"width": width, "height": height})
    page.goto(f"{built.url}/check-booking.html")
    ask_too_early(page)
    assert page.evaluate(TOO_WIDE) == []


def test_what_stays_in_sight_leaves_room_to_read_when_enlarged(
    page: Page, built: BuiltSite
) -> None:
    width, height = ZOOMED["400 %"]
    page.set_viewport_size({"width": width, "height": height})
    for path in ("index.html", "check-event.html"):
        page.goto(f"{built.url}/{path}")
        page.mouse.wheel(0, 900)
        taken = page.evaluate(
            """() => [...document.querySelectorAll("*")]
              .filter((each) => ["fixed", "sticky"].includes(getComputedStyle(each).position))
              .filter((each) => getComputedStyle(each).visibility === "visible")
              .map((each) => each.getBoundingClientRect())
              .filter((box) => box.width > 100 && box.right > 0 && box.bottom > 0)
              .filter((box) => box.top < innerHeight && box.height < innerHeight)
              .reduce((sum, box) => sum + box.height, 0)"""
        )
        assert taken <= height / 2, path


def test_text_spaced_out_by_the_reader_is_not_cut_off(page: Page, built: BuiltSite) -> None:
    widen(page, 320)
    for path in ("index.html", "procedures/events.html", "check-leaflet.html"):
        page.goto(f"{built.url}/{path}")
        page.evaluate(
            """() => document.querySelectorAll("*").forEach((each) => {
              each.style.setProperty("line-height", "1.5", "important");
              each.style.setProperty("letter-spacing", "0.12em", "important");
              each.style.setProperty("word-spacing", "0.16em", "important");
            })"""
        )
        assert page.evaluate(TOO_WIDE) == [], path


def test_nothing_moves_for_those_who_asked_for_less_motion(
    browser: Browser, built: BuiltSite
) -> None:
    with browser.new_page(reduced_motion="reduce", viewport={"width": 390, "height": 700}) as page:
        for path in ("index.html", "check-event.html"):
            page.goto(f"{built.url}/{path}")
            open_menu(page)
            moves = page.evaluate(
                """() => [...document.querySelectorAll("*")].filter((each) => {
                  const style = getComputedStyle(each);
                  const long = (times) => times.split(",").some((time) => parseFloat(time) > 0);
                  return long(style.transitionDuration) && style.transitionProperty !== "none"
                    || style.animationName !== "none" || style.scrollBehavior === "smooth";
                }).map((each) => each.className)"""
            )
            assert moves == [], path
            assert page.evaluate("document.getAnimations().length") == 0


def test_on_paper_stands_the_text_and_no_machinery(page: Page, built: BuiltSite) -> None:
    widen(page, 700)
    for path in built.pages:
        page.goto(f"{built.url}/{path}")
        page.emulate_media(media="print")
        for machinery in (".md-header", ".md-sidebar", ".md-search", ".site-nav", ".md-skip"):
            assert not page.locator(machinery).first.is_visible(), (path, machinery)
        assert page.get_by_role("heading", level=1).is_visible(), path
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path
        background = "getComputedStyle(document.body).backgroundColor"
        assert page.evaluate(background) == "rgb(255, 255, 255)", path
    page.emulate_media(media="screen")


def test_a_table_is_reached_once_larger_letters_make_it_scroll(
    browser: Browser, built: BuiltSite
) -> None:
    reached = ".md-typeset__scrollwrap[tabindex='0'][role='region']"
    with browser.new_page() as page:
        page.goto(f"{built.url}/registers.html")
        widen(page, 1280)
        before = page.locator(reached).count()
        page.evaluate("document.documentElement.style.fontSize = '400%'")
        page.locator(reached).nth(before).wait_for()
        page.evaluate("document.documentElement.style.fontSize = ''")
        page.locator(reached).nth(before).wait_for(state="detached")

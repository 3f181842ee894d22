"""The pages where the device chooses the colours: what can be pressed still looks like it."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page
from shown_site import BuiltSite

EDGE = """
(each) => {
  const style = getComputedStyle(each);
  return {
    chosen: matchMedia("(forced-colors: active)").matches,
    style: style.borderTopStyle,
    width: parseFloat(style.borderTopWidth),
    seen: style.borderTopColor !== getComputedStyle(document.body).backgroundColor,
  };
}
"""


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    with browser.new_page(forced_colors="active") as page:
        yield page


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("procedures/events.html", "Check an event now"),
        ("tasks/let-a-room.html", "Check a booking now"),
        ("index.html", "Report a concern"),
        ("posters/events.html", "Print the poster"),
    ],
)
def test_a_button_has_an_edge(built: BuiltSite, page: Page, path: str, name: str) -> None:
    page.goto(f"{built.url}/{path}")
    place = page.get_by_role("banner" if name == "Report a concern" else "article")
    role = "button" if name == "Print the poster" else "link"
    edge = place.get_by_role(role, name=name).evaluate(EDGE)
    assert edge == {"chosen": True, "style": "solid", "width": 2, "seen": True}

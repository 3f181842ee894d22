"""The ordinary site, published below a path of an address: /policies/prevent/."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from filled_form import Shown
from playwright.sync_api import Browser, Page
from shown_site import BuiltSite, shown
from test_check_taken_away import SOUND, bring

from prevent.site.build import run_mkdocs

BELOW = "policies/prevent"


@pytest.fixture(scope="module")
def below(built: BuiltSite, tmp_path_factory: pytest.TempPathFactory) -> Iterator[BuiltSite]:
    """The site below the path, with what its own address changes: the page of a wrong address."""
    top = tmp_path_factory.mktemp("published")
    config = built.folder.parent / "mkdocs.yml"
    with_address = config.with_name("with-address.yml")
    address = f"site_url: https://college.example/{BELOW}/\n"
    with_address.write_text(config.read_text(encoding="utf-8") + address, encoding="utf-8")
    run_mkdocs(with_address, top / BELOW)
    with_address.unlink()
    with shown(top) as site:
        yield BuiltSite(top / BELOW, f"{site.url}/{BELOW}")


@pytest.fixture
def page(below: BuiltSite, browser: Browser) -> Iterator[Page]:
    """A page on which every request must lead below the path, and be answered."""
    wrong: list[str] = []
    with browser.new_page(viewport={"width": 1280, "height": 800}) as page:
        page.set_default_timeout(5000)
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on(
            "response",
            lambda got: wrong.append(f"{got.status} {got.url}") if got.status >= 400 else None,
        )
        page.on(
            "request",
            lambda asked: (
                None
                if asked.url.startswith((f"{below.url}/", "data:", "blob:"))
                else wrong.append(asked.url)
            ),
        )
        yield page
        assert wrong == []


def test_every_page_and_all_it_asks_for_is_there(below: BuiltSite, page: Page) -> None:
    for path in below.pages:
        page.goto(f"{below.url}/{path}")
        assert page.get_by_role("heading", level=1).is_visible()


def test_a_search_leads_below_the_path(below: BuiltSite, page: Page) -> None:
    page.goto(f"{below.url}/tasks/let-a-room.html")
    page.get_by_role("textbox", name="Search").press_sequentially("flyer")
    page.locator(".md-search-result__link").first.click()
    page.wait_for_url(f"{below.url}/**")
    assert page.get_by_role("heading", level=1).is_visible()


def test_a_form_is_filled_in_from_a_file(below: BuiltSite, page: Page) -> None:
    page.goto(f"{below.url}/check-event.html")
    bring(page, SOUND)
    assert Shown(page).status() == "Not yet: 2 things to do"


def test_the_page_of_a_wrong_address_works_at_any_depth(below: BuiltSite, page: Page) -> None:
    with ExitStack() as later:
        wrong = below.folder / "old" / "deep"
        wrong.mkdir(parents=True)
        later.callback(shutil.rmtree, wrong.parent)
        shutil.copy(below.folder / "404.html", wrong / "page.html")
        page.goto(f"{below.url}/old/deep/page.html")
        page.get_by_role("main").get_by_role("link", name="What do you want to do?").click()
    assert page.url == f"{below.url}/index.html"

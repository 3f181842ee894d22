"""What a first visit brings over the line, page by page, in a real browser."""

import gzip
from contextlib import ExitStack
from functools import partial

import pytest
from playwright.sync_api import Browser, Page, Response
from shown_site import BuiltSite

AT_MOST = 90_000
AT_MOST_WITH_A_FORM = 110_000
"""Bytes of all that comes, each compressed as a web server does."""


def first_views(browser: Browser, site: BuiltSite, paths: list[str]) -> dict[str, dict[str, int]]:
    """The compressed size of everything that a browser with nothing kept asks for, by address."""
    came: dict[str, dict[str, Response]] = {path: {} for path in paths}
    with ExitStack() as contexts:
        pages = [contexts.enter_context(browser.new_context()).new_page() for _ in paths]
        for page, path in zip(pages, paths, strict=True):
            page.on("response", partial(_keep, came[path]))
            page.goto(f"{site.url}/{path}")
        for page in pages:
            page.wait_for_load_state("networkidle")
        return {
            path: {url: len(gzip.compress(each.body(), 6)) for url, each in responses.items()}
            for path, responses in came.items()
        }


def _keep(came: dict[str, Response], response: Response) -> None:
    came[response.url] = response


def one_of_each_kind(site: BuiltSite) -> list[str]:
    """Every page at the top, and the longest of each folder."""
    kinds: dict[str, str] = {}
    for path in sorted(site.pages, key=lambda each: (site.folder / each).stat().st_size):
        folder, slash, _ = path.rpartition("/")
        kinds[folder if slash else path] = path
    return list(kinds.values())


@pytest.fixture(scope="module")
def weights(built: BuiltSite, browser: Browser) -> dict[str, dict[str, int]]:
    return first_views(browser, built, one_of_each_kind(built))


def test_the_first_view_of_every_page_is_light(weights: dict[str, dict[str, int]]) -> None:
    forms = [path for path in weights if path.startswith("check-")]
    assert len(forms) == 3
    for path, came in weights.items():
        assert len(came) >= 9, path
        goal = AT_MOST_WITH_A_FORM if path in forms else AT_MOST
        assert sum(came.values()) <= goal, (path, came)


def test_the_search_comes_only_when_somebody_searches(
    weights: dict[str, dict[str, int]], built: BuiltSite, desk: Page
) -> None:
    theme = ("/search/", "/assets/javascripts/")
    for path, came in weights.items():
        assert not [url for url in came if any(each in url for each in theme)], path
    asked: list[str] = []
    desk.on("request", lambda request: asked.append(request.url))
    desk.goto(f"{built.url}/index.html")
    desk.get_by_role("textbox", name="Search").focus()
    desk.locator(".md-search-result__meta", has_text="Type to start searching").wait_for()
    assert [url for url in asked if "/search/" in url]

"""Pictures of what staff see, to be looked at by a person: ``make screenshots``.

The ten tasks from the home page to the answer, each check empty, wrong and answered, and the other
kinds of page, at a phone's and at a desk's width; a check and the other pages in the dark as well.
They go to ``build/screenshots``.
"""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from playwright.sync_api import Page, sync_playwright
from shown_site import PROJECT, BuiltSite, shown
from test_tasks import WALKS

SCREENS = {
    "phone": {"width": 360, "height": 640},
    "desk": {"width": 1280, "height": 800},
}
REQUESTS = {
    "event": "requests/events/ev-2026-033-unsure-of-a-speaker.yaml",
    "leaflet": "requests/leaflets/lf-2026-006-college-open-day.yaml",
    "booking": "requests/bookings/bk-2026-017-not-answered.yaml",
}
OTHERS = (
    "index",
    "policy",
    "roles",
    "definitions",
    "threat-levels",
    "review",
    "procedures/events",
    "posters/events",
    "rules",
    "404",
)
SITE, PICTURES = PROJECT / "build" / "site", PROJECT / "build" / "screenshots"


def main() -> int:
    """Take every picture; the exit status."""
    if not SITE.is_dir():
        print("There is no site yet. Run prevent build.", file=sys.stderr)
        return 2
    shutil.rmtree(PICTURES, ignore_errors=True)
    PICTURES.mkdir(parents=True)
    with shown(SITE) as site:
        for screen in SCREENS:
            with _page(screen) as page:
                _tasks(page, site, screen)
                _checks(page, site, screen, REQUESTS)
                _others(page, site, screen)
                page.emulate_media(color_scheme="dark")
                _checks(page, site, f"{screen}-dark", ("event",))
                _others(page, site, f"{screen}-dark")
    count = len([*PICTURES.iterdir()])
    print(f"{count} pictures: {PICTURES}")
    return 0


@contextmanager
def _page(screen: str) -> Iterator[Page]:
    installed = shutil.which("chromium") or shutil.which("chromium-browser")
    size = SCREENS[screen]
    with sync_playwright() as playwright:
        arguments = ["--no-sandbox", "--disable-gpu", "--hide-scrollbars"]
        browser = playwright.chromium.launch(executable_path=installed, args=arguments)
        with browser.new_page(viewport=size) as page:  # type: ignore[arg-type] (a plain mapping)
            page.set_default_timeout(10_000)
            yield page
        browser.close()


def _take(page: Page, name: str, *, whole: bool = False) -> None:
    page.wait_for_timeout(200)
    page.screenshot(path=PICTURES / f"{name}.png", full_page=whole)


def _tasks(page: Page, site: BuiltSite, screen: str) -> None:
    for number, walk in enumerate(WALKS, start=1):
        page.goto(f"{site.url}/index.html")
        for words in walk.clicks:
            page.get_by_role("main").get_by_role("link", name=words, exact=True).click()
        slug = re.sub(r"[^a-z]+", "-", walk.wants.lower()).strip("-")
        _take(page, f"{screen}-task-{number:02}-{slug}")


def _checks(page: Page, site: BuiltSite, screen: str, kinds: Iterable[str]) -> None:
    for kind in kinds:
        page.goto(f"{site.url}/check-{kind}.html")
        _take(page, f"{screen}-check-{kind}-1-opened")
        page.get_by_role("button", name="Check it").click()
        _take(page, f"{screen}-check-{kind}-2-asked-too-soon")
        page.locator("#bring-file").set_input_files(PROJECT / REQUESTS[kind])
        page.locator("#bring-said > *").first.wait_for()
        page.get_by_role("button", name="Check it").click()
        page.wait_for_timeout(400)
        _take(page, f"{screen}-check-{kind}-3-answer")
        page.evaluate("scrollTo(0, 0)")
        _take(page, f"{screen}-check-{kind}-4-whole", whole=True)


def _others(page: Page, site: BuiltSite, screen: str) -> None:
    for name in OTHERS:
        page.goto(f"{site.url}/{name}.html")
        _take(page, f"{screen}-page-{name.replace('/', '-')}", whole=name == "index")
    page.goto(f"{site.url}/index.html")
    if screen.startswith("phone"):
        page.get_by_role("button", name="Menu").click()
        page.wait_for_timeout(400)
        _take(page, f"{screen}-menu")
        page.keyboard.press("Escape")
        page.get_by_role("button", name="Search").click()
    page.get_by_role("textbox", name="Search").press_sequentially("visitor")
    page.locator(".md-search-result__link").first.wait_for()
    page.wait_for_timeout(300)
    _take(page, f"{screen}-search")


if __name__ == "__main__":
    sys.exit(main())

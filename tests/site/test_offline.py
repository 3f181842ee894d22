"""The site opened from a folder, with the network off: as on a memory stick or a shared drive."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urlparse

import pytest
from filled_form import Shown, fill_by_keyboard
from playwright.sync_api import Browser, Page
from shown_site import BuiltSite
from test_check_taken_away import SOUND, bring
from test_tasks import WORDS

from prevent.faults import PreventError
from prevent.site.offline import READ_ME, build_offline, require_free
from processes import Prevent

LEAFLET = {
    "title": "A leaflet",
    "requested_by": "staff",
    "source": "external-agency",
    "distribute_from": "2027-05-01",
}


@dataclass
class Opened:
    """A page of the folder, what it asked for and what went wrong."""

    folder: Path
    page: Page
    asked: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    def go(self, path: str) -> None:
        """Open a file of the folder."""
        self.page.goto((self.folder / path).as_uri())


@pytest.fixture(scope="module")
def folder(built: BuiltSite, tmp_path_factory: pytest.TempPathFactory) -> Path:
    found = tmp_path_factory.mktemp("a stick") / "Prevent, 50% of it"
    build_offline(built.folder.parent / "mkdocs.yml", found)
    return found


@pytest.fixture
def opened(folder: Path, browser: Browser) -> Iterator[Opened]:
    with browser.new_context(offline=True, viewport={"width": 1280, "height": 800}) as context:
        page = context.new_page()
        page.set_default_timeout(5000)
        found = Opened(folder, page)
        page.on("request", lambda asked: found.asked.append(asked.url))
        # What a page still asks for when another is opened is given up, and nothing is wrong.
        page.on(
            "requestfailed",
            lambda asked: (
                None if asked.failure == "net::ERR_ABORTED" else found.wrong.append(asked.url)
            ),
        )
        page.on("pageerror", lambda error: found.wrong.append(str(error)))
        page.on(
            "console",
            lambda said: found.wrong.append(said.text) if said.type == "error" else None,
        )
        yield found
        assert found.wrong == []
        for url in found.asked:
            assert urlparse(url).scheme in {"file", "data", "blob"}, url
            if url.startswith("file:"):
                assert Path(unquote(urlparse(url).path)).is_relative_to(folder)


def test_every_page_opens_and_asks_for_nothing_but_files_of_the_folder(opened: Opened) -> None:
    paths = sorted(opened.folder.rglob("*.html"))
    assert len(paths) > 20
    for path in paths:
        opened.go(path.relative_to(opened.folder).as_posix())
        assert opened.page.get_by_role("heading", level=1).is_visible()


def test_pages_lead_to_each_other(opened: Opened) -> None:
    opened.go("index.html")
    opened.page.get_by_role("main").get_by_role("link", name="Let a room").click()
    opened.page.get_by_role("link", name="Check a booking now").click()
    assert opened.page.url.endswith("/check-booking.html")


def test_a_search_finds_what_the_words_of_staff_mean(opened: Opened) -> None:
    opened.go("procedures/events.html")
    box = opened.page.get_by_role("textbox", name="Search")
    for words, path in WORDS:
        box.fill("")
        box.press_sequentially(words)
        opened.page.locator(f".md-search-result__link[href*='{path}']").first.wait_for()


def test_a_search_is_used_by_keyboard_on_a_phone(opened: Opened) -> None:
    page = opened.page
    page.set_viewport_size({"width": 360, "height": 640})
    opened.go("tasks/let-a-room.html")
    page.get_by_role("button", name="Search").press("Enter")
    page.keyboard.type("threat level")
    page.locator(".md-search-result__link").first.wait_for()
    assert page.locator(".md-search-result__meta").inner_text().endswith("found")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.get_by_role("heading", level=1, name="Threat levels").wait_for()
    page.get_by_role("button", name="Search").press("Enter")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.dataset.opens") == "search"


@pytest.mark.parametrize("words", ["zzyzx", "(", "<b>", "\\", "  ", "a-b", "1'"])
def test_a_search_for_anything_at_all_goes_wrong_nowhere(opened: Opened, words: str) -> None:
    opened.go("index.html")
    opened.page.get_by_role("textbox", name="Search").press_sequentially(words)
    said = opened.page.locator(".md-search-result__meta")
    opened.page.wait_for_function("() => window.searchIndex")
    found = opened.page.locator(".md-search-result__link").count()
    assert bool(found) == ("found" in said.inner_text() and "Nothing" not in said.inner_text())


def test_a_form_is_filled_in_to_a_decision(opened: Opened) -> None:
    page = opened.page
    opened.go("check-leaflet.html")
    fill_by_keyboard(page, LEAFLET)
    assert Shown(page).decision()["outcome"] == "Not yet"
    assert page.locator("#answer .policy-words").count()


def test_a_request_file_is_brought(opened: Opened) -> None:
    opened.go("check-event.html")
    assert "the form now says what it says" in bring(opened.page, SOUND)
    assert Shown(opened.page).status() == "Not yet: 2 things to do"


def test_the_folder_says_what_it_is(folder: Path) -> None:
    assert "Open index.html" in (folder / READ_ME).read_text(encoding="utf-8")


def test_a_new_one_takes_the_place_of_the_old_and_of_nothing_else(
    built: BuiltSite, tmp_path: Path
) -> None:
    config = built.folder.parent / "mkdocs.yml"
    stick = tmp_path / "stick"
    build_offline(config, stick)
    (stick / "index.html").write_text("old")
    build_offline(config, stick)
    assert (stick / "index.html").stat().st_size > 1000
    theirs = tmp_path / "theirs"
    theirs.mkdir()
    (theirs / "letter.txt").write_text("mine")
    with pytest.raises(PreventError) as raised:
        build_offline(config, theirs)
    assert "would be lost" in str(raised.value)
    assert [each.name for each in theirs.iterdir()] == ["letter.txt"]
    with pytest.raises(PreventError):
        require_free(theirs / "letter.txt")
    assert {each.name for each in tmp_path.iterdir()} == {"stick", "theirs"}


def test_only_a_site_made_for_a_server_says_on_a_disk_why_it_has_no_search(
    built: BuiltSite, opened: Opened, desk: Page
) -> None:
    said = "There is no search box here"
    desk.goto((built.folder / "index.html").as_uri())
    assert said in desk.locator("footer").inner_text()
    desk.goto(f"{built.url}/index.html")
    assert said not in desk.locator("footer").inner_text()
    opened.go("index.html")
    assert said not in opened.page.locator("footer").inner_text()


def test_what_cannot_be_built_leaves_the_old_one(built: BuiltSite, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    build_offline(built.folder.parent / "mkdocs.yml", stick)
    before = (stick / "index.html").read_bytes()
    wrong = tmp_path / "mkdocs.yml"
    wrong.write_text("site_name: x\ndocs_dir: nowhere\n")
    with pytest.raises(PreventError):
        build_offline(wrong, stick)
    assert (stick / "index.html").read_bytes() == before
    assert {each.name for each in tmp_path.iterdir()} == {"stick", "mkdocs.yml"}


@pytest.mark.parametrize("other", ["--check", "--rules-only"])
def test_it_is_not_asked_for_where_no_site_is_made(prevent: Prevent, other: str) -> None:
    ran = prevent("build", "--offline", "--policy", "policy", other)
    assert ran.status == 2
    assert f"With {other} no site is made" in ran.err

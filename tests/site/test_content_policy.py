"""What a page may load and run: files of its own site, and nothing that stands in the page."""

from collections.abc import Iterator
from html.parser import HTMLParser

import pytest
from opened import NARROW, WIDE, ask_too_early, open_menu, open_search, widen
from playwright.sync_api import Browser, Page
from shown_site import BuiltSite

WANTED = {
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
}
LISTEN = """
document.addEventListener("securitypolicyviolation", (event) => {
  console.error(`${event.violatedDirective} forbids ${event.blockedURI} ${event.sample}`);
});
"""


class _Page(HTMLParser):
    """What a page says about itself, and what in it the policy is there to forbid."""

    def __init__(self) -> None:
        super().__init__()
        self.policies: list[str] = []
        self.forbidden: list[str] = []
        self.loaded_before = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if given.get("http-equiv") == "Content-Security-Policy":
            self.policies.append(given["content"] or "")
        elif tag in {"script", "link"} and not self.policies:
            self.loaded_before = True
        # Browsers run no script of these types: they are data.
        runs = tag == "script" and given.get("type") not in {"application/json", "text/plain"}
        if (runs and "src" not in given) or tag in {"style", "base", "iframe", "object", "embed"}:
            self.forbidden.append(tag)
        written = [name for name in given if name == "style" or name.startswith("on")]
        self.forbidden += [f"{tag} {name}" for name in written]
        self.forbidden += [
            f"{tag} {name}" for name, value in attrs if (value or "").startswith("javascript:")
        ]


def test_every_page_has_the_policy_before_anything_it_loads(built: BuiltSite) -> None:
    for path in built.pages:
        parser = _Page()
        parser.feed((built.folder / path).read_text(encoding="utf-8"))
        [policy] = parser.policies
        assert {each.strip() for each in policy.split(";")} == WANTED, path
        assert not parser.loaded_before, path
        assert parser.forbidden == [], path


@pytest.fixture
def heard() -> list[str]:
    """What a browser complains of."""
    return []


@pytest.fixture
def page(browser: Browser, heard: list[str]) -> Iterator[Page]:
    with browser.new_page() as page:
        page.add_init_script(LISTEN)
        page.on("pageerror", lambda error: heard.append(str(error)))
        page.on(
            "console",
            lambda said: heard.append(said.text) if said.type in {"error", "warning"} else None,
        )
        yield page


def test_a_script_put_into_a_page_does_not_run(
    built: BuiltSite, page: Page, heard: list[str]
) -> None:
    page.goto(f"{built.url}/index.html")
    page.evaluate(
        """() => {
          const script = document.createElement("script");
          script.textContent = "document.title = 'Taken over'";
          document.body.append(script);
        }"""
    )
    page.wait_for_timeout(100)
    assert page.title() != "Taken over"
    assert "script-src-elem forbids inline" in " ".join(heard)


def test_no_page_breaks_the_policy(built: BuiltSite, page: Page, heard: list[str]) -> None:
    for path in built.pages:
        page.goto(f"{built.url}/{path}")
        assert heard == [], path


@pytest.mark.parametrize("width", [NARROW, WIDE])
def test_search_and_menu_keep_to_the_policy(
    built: BuiltSite, page: Page, heard: list[str], width: int
) -> None:
    widen(page, width)
    page.goto(f"{built.url}/policy.html")
    if width == NARROW:
        open_menu(page)
        page.keyboard.press("Escape")
    open_search(page, "speaker", width)
    page.keyboard.press("Enter")
    page.wait_for_url("**/*.html?h=*")
    assert page.locator("main mark").count()
    assert heard == []


@pytest.mark.parametrize("kind", ["event", "leaflet", "booking"])
def test_a_form_keeps_to_the_policy(
    built: BuiltSite, page: Page, heard: list[str], kind: str
) -> None:
    page.goto(f"{built.url}/check-{kind}.html")
    ask_too_early(page)
    page.locator("#bring-file").set_input_files(
        {"name": "one.yaml", "mimeType": "text/yaml", "buffer": f"kind: {kind}\n".encode()}
    )
    page.locator("#bring-said *").first.wait_for()
    page.get_by_role("button", name="Copy the request file").click()
    page.emulate_media(media="print")
    assert heard == []

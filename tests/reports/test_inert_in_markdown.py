"""What a request says is text in Markdown: read by three renderers, and looked at as HTML.

GitHub and GitLab make mentions and references of what is left as text once Markdown is read, but
not of code; so outside code nothing may look like one.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import cmarkgfm
import markdown as python_markdown
import pytest
from cmarkgfm.cmark import Options
from hostile_reports import PAYLOADS, Reports
from markdown_it import MarkdownIt
from playwright.sync_api import Browser

from prevent.reports import inert


class Seen(HTMLParser):
    """The elements of a page, and its text in code and out of it."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: set[str] = set()
        self.plain = self.code = ""
        self._in_code = 0
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.add(tag)
        assert attrs in ([], [("href", "https://")])
        self._in_code += tag == "code"

    def handle_endtag(self, tag: str) -> None:
        self._in_code -= tag == "code"

    def handle_data(self, data: str) -> None:
        if self._in_code:
            self.code += data
        else:
            self.plain += data


READERS: dict[str, Callable[[str], str]] = {
    "cmark-gfm": lambda text: cmarkgfm.github_flavored_markdown_to_html(
        text, Options.CMARK_OPT_UNSAFE
    ),
    "markdown-it": MarkdownIt("commonmark", {"html": True, "linkify": False})
    .enable(["table", "strikethrough"])
    .render,
    "python-markdown": lambda text: python_markdown.markdown(
        text, extensions=["attr_list", "md_in_html", "tables", "abbr", "footnotes"]
    ),
}
OURS = {"p", "strong", "h3", "ul", "li", "code", "blockquote"}
NAMES_SOMEBODY = re.compile(
    r"@\w|(?<!\w)[#!$~&%^]\w|\w#\d|GH-\d|[0-9a-f]{7}|:\w+:|www\.|://|^/\w", re.IGNORECASE
)


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_payload_is_text(payload: str, reader: str) -> None:
    for written in (inert.markdown(payload), inert.code(payload)):
        for text in (f"- {written} after\n", f"**Not yet:** {written} after\n\n> x {written}\n"):
            seen = Seen(READERS[reader](text))
            assert seen.elements <= OURS
            assert not NAMES_SOMEBODY.search(seen.plain)
            assert "after" in seen.plain


@pytest.mark.parametrize("payload", PAYLOADS)
def test_what_is_read_is_what_a_terminal_would_show(payload: str) -> None:
    html = READERS["cmark-gfm"](f"x {inert.markdown(payload)}")
    text = re.sub(r"<[^>]*>", "", html)
    shown = Seen(f"<i>{text}</i>").plain
    assert shown.split() == ["x", *inert.terminal(payload).split()]


@pytest.mark.parametrize("reader", READERS)
def test_a_whole_comment_is_text(reader: str, hostile: Reports) -> None:
    comment = hostile.texts["markdown"]
    assert len(comment) < 65_536
    seen = Seen(READERS[reader](comment))
    assert seen.elements <= OURS
    assert {"h3", "ul", "code", "blockquote"} <= seen.elements
    assert not NAMES_SOMEBODY.search(seen.plain)
    assert "not fit here" in seen.plain


def test_a_comment_in_a_browser_runs_and_fetches_nothing(
    hostile: Reports, tmp_path: Path, chromium: Browser
) -> None:
    html = READERS["cmark-gfm"](hostile.texts["markdown"])
    page = chromium.new_page()
    happened: list[str] = []
    page.on("request", lambda request: happened.append(request.url))
    page.on("dialog", lambda dialog: happened.append(dialog.message))
    (tmp_path / "a.html").write_text(f"<!doctype html><meta charset=utf-8>{html}", "utf-8")
    page.goto((tmp_path / "a.html").as_uri())
    assert happened == [(tmp_path / "a.html").as_uri()]
    assert page.locator("a, img, script, input, svg, [onerror], [style]").count() == 0
    assert page.locator("h3").count() > 0
    page.close()

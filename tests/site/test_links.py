"""Links of our policy and of the examples: within the site, made by scripts, and elsewhere."""

from __future__ import annotations

import json
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlparse

import pytest
from shown_site import PROJECT, BuiltSite, SiteOf

from prevent.policy.model import Link, Policy
from prevent.site.other_sites import other_sites

EXAMPLES = sorted(
    path.parent.relative_to(PROJECT).as_posix()
    for path in (PROJECT / "examples").glob("**/policy/organisation.yaml")
)


class _Page(HTMLParser):
    """The links and the places of a page, and the links its scripts will make."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: set[str] = set()
        self.twice: list[str] = []
        self._in_data = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        own = dict(attrs)
        self._in_data = own.get("id") == "check-data"
        if named := own.get("id"):
            if named in self.ids and tag not in {"path", "g", "svg"}:
                self.twice.append(named)
            self.ids.add(named)
        for name in ("href", "src", "data-reader"):
            if name in own and tag in {"a", "link", "script", "img", "object", "iframe"}:
                self.links.append(own[name] or "")

    def handle_data(self, data: str) -> None:
        if self._in_data:
            page = json.loads(data)["page"]
            self.links += [*page["clauses"].values(), *page["statements"].values()]
            self.links += [each["page"] for each in page["checks"].values()]
            self._in_data = False


@pytest.fixture(scope="module", params=["policy", *EXAMPLES])
def folder(request: pytest.FixtureRequest, site_of: SiteOf) -> Path:
    """Where a site is built."""
    return site_of(request.param).folder


@pytest.fixture(scope="module")
def pages(folder: Path) -> dict[str, _Page]:
    return {
        path.relative_to(folder).as_posix(): _Page(path.read_text(encoding="utf-8"))
        for path in folder.rglob("*.html")
    }


def test_every_link_leads_somewhere_and_no_anchor_stands_twice(
    folder: Path, pages: dict[str, _Page]
) -> None:
    broken = []
    for path, page in pages.items():
        assert page.twice == [], path
        for link in page.links:
            if urlparse(link).scheme in {"http", "https", "tel", "mailto", "data"}:
                continue
            target, anchor = urldefrag(urljoin(f"/{path}", link))
            target = unquote(target).lstrip("/")
            found = (folder / target).is_file()
            if not found or (anchor and target in pages and anchor not in pages[target].ids):
                broken.append((path, link))
    assert broken == []


def test_the_links_that_the_answer_of_a_check_makes_are_among_them(
    pages: dict[str, _Page],
) -> None:
    checks = [page for path, page in pages.items() if path.startswith("check-")]
    assert checks
    for page in checks:
        assert any(link.startswith("policy.html#s") for link in page.links)
        assert any(link.startswith("policy.html#clause-") for link in page.links)


def test_every_address_elsewhere_is_listed_on_the_page_of_dates(pages: dict[str, _Page]) -> None:
    elsewhere = {
        link
        for page in pages.values()
        for link in page.links
        if urlparse(link).scheme in {"http", "https"}
    }
    listed = set(pages["review.html"].links)
    assert elsewhere - listed == set()


def test_an_address_is_listed_once_with_the_latest_day_a_person_looked(policy: Policy) -> None:
    assert policy.threat_levels
    seen = replace(policy.threat_levels.live, checked_on="2026-11-22")
    note = policy.review_notes[0]
    earlier = Link("The same page", seen.url, checked_on="2026-11-01")
    own = replace(
        policy,
        threat_levels=replace(policy.threat_levels, live=seen),
        review_notes=(*policy.review_notes, replace(note, id="again", sources=(earlier,))),
    )
    [found] = [each for each in other_sites(own) if each.url == seen.url]
    assert (found.title, found.checked_on) == (seen.title, "2026-11-22")


def test_a_day_is_shown_only_where_the_policy_has_one(policy: Policy, built: BuiltSite) -> None:
    text = (built.folder / "review.html").read_text(encoding="utf-8")
    section = text[text.index('id="other-sites"') :]
    listed = other_sites(policy)
    assert len(listed) >= 5
    unchecked = [each for each in listed if not each.checked_on]
    assert section.count("No person has checked it yet.") == len(unchecked)
    assert section.count("Checked on ") == len(listed) - len(unchecked)

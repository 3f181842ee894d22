"""A policy whose every text tries to be something else. It is shown, and nothing happens."""

from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from playwright.sync_api import Browser
from pypdf import PdfReader
from shown_site import PROJECT, BuildAndShow

from prevent.policy.model import Policy
from prevent.policy.staff_pages import Look
from prevent.site.layout import layout_of
from prevent.site.pdf import policy_pdf
from prevent.site.review import review

HOSTILE = (
    '<script>window.broken = 1</script> {{ 7*7 }} *a* _b_ [x](y) # | `c` " \\ '
    "<img src=x onerror=window.broken=1>"
)
STATEMENT = f"{HOSTILE} - as issued."


@pytest.fixture
def hostile(policy: Policy) -> Policy:
    clauses = tuple(
        replace(
            clause,
            title=HOSTILE,
            statements=tuple(replace(each, text=STATEMENT) for each in clause.statements),
        )
        for clause in policy.clauses
    )
    roles = {
        name: replace(role, title=HOSTILE, holder=HOSTILE, reading=HOSTILE)
        for name, role in policy.roles.items()
    }
    procedures = tuple(
        replace(each, title=HOSTILE, task=HOSTILE, summary=HOSTILE) for each in policy.procedures
    )
    definitions = tuple(
        replace(each, term=HOSTILE, also=(), explanation=HOSTILE) for each in policy.definitions
    )
    return replace(
        policy,
        issue=replace(
            policy.issue,
            title=HOSTILE,
            organisation=HOSTILE,
            short_name=HOSTILE,
            look=Look(name=HOSTILE),
        ),
        tasks=tuple(
            replace(each, title=HOSTILE, hint=HOSTILE, also_called=(HOSTILE,))
            for each in policy.tasks
        ),
        clauses=clauses,
        roles=roles,
        procedures=procedures,
        definitions=definitions,
        duties=tuple(replace(each, title=HOSTILE, what=HOSTILE) for each in policy.duties),
        rules=tuple(replace(each, title=HOSTILE, reading=HOSTILE) for each in policy.rules),
        contacts=tuple(replace(each, name=HOSTILE, use=HOSTILE) for each in policy.contacts),
        review_notes=tuple(replace(each, note=HOSTILE) for each in policy.review_notes),
    )


def test_hostile_text_is_shown_and_does_nothing(
    hostile: Policy, build_and_show: BuildAndShow, browser: Browser
) -> None:
    site = build_and_show(hostile)
    with browser.new_page() as page:
        for path in site.pages:
            page.goto(f"{site.url}/{path}")
            assert page.evaluate("window.broken") is None, path
            assert page.locator("img[src=x]").count() == 0, path
            assert HOSTILE in page.title() or "- " not in page.title()
        page.goto(f"{site.url}/policy.html")
        words = page.locator("[data-statement]").all_text_contents()
        assert set(words) == {STATEMENT}
        assert page.get_by_role("heading", level=1).inner_text() == HOSTILE
        contents = page.locator(".md-sidebar--secondary .md-nav__link").all_inner_texts()
        assert f"3.7 {HOSTILE}" in contents
        page.goto(f"{site.url}/index.html")
        assert page.locator(".tasks a").nth(1).inner_text() == HOSTILE
        menu = page.get_by_role("navigation", name="Menu").get_by_role("link")
        assert HOSTILE in menu.all_inner_texts()
        assert page.locator(".site-header__title").inner_text() == HOSTILE
        page.goto(f"{site.url}/404.html")
        assert HOSTILE in page.get_by_role("article").get_by_role("link").all_inner_texts()
        page.goto(f"{site.url}/tasks/let-a-room.html")
        assert page.get_by_role("heading", level=1).inner_text() == HOSTILE
        assert page.locator(".also-called").inner_text() == f"Also called: {HOSTILE}"
        page.goto(f"{site.url}/posters/events.html")
        assert page.get_by_role("heading", level=1).inner_text() == HOSTILE
        page.goto(f"{site.url}/procedures/events.html")
        assert f"1. {HOSTILE}" in page.get_by_role("heading", level=3).all_inner_texts()
        page.goto(f"{site.url}/procedures/events.svg")
        assert page.evaluate("window.broken") is None
        assert page.evaluate("document.querySelector('title').textContent") == HOSTILE

    with browser.new_page(viewport={"width": 1280, "height": 700}) as page:
        page.goto(f"{site.url}/index.html")
        page.get_by_role("textbox", name="Search").press_sequentially("issued")
        page.locator(".md-search-result__link").first.wait_for()
        assert page.evaluate("window.broken") is None
        assert (
            page.locator(".md-search-result__list img, .md-search-result__list script").count() == 0
        )


def test_hostile_text_is_printed_as_text(hostile: Policy) -> None:
    pdf = policy_pdf(hostile, review(hostile.issue, date(2026, 11, 22)), layout_of(PROJECT))
    reader = PdfReader(BytesIO(pdf.content))
    words = "".join("".join(page.extract_text() for page in reader.pages).split())
    assert words.count("".join(STATEMENT.split())) == 89
    assert reader.metadata is not None
    assert reader.metadata.title == f"{HOSTILE}, {HOSTILE}"
    assert pdf.name.startswith("script-window-broken-1-script-7-7-a-b-x-y-c-img-src-x-onerror-")
    assert len(pdf.name) < 120
    assert "/JavaScript" not in str(reader.trailer["/Root"])

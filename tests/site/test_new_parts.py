"""Exemptions, conditions of approval, duties afterwards and days in force on the site."""

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Page
from shown_site import PROJECT, BuiltSite, project_in, shown

from prevent.loading.load import load_policy
from prevent.rules.compile import compile_policy
from prevent.site.build import build_site

CATALOGUE = """
conditions:
  - id: ticket-only
    title: Entry is by ticket only.
    who: [quality-director]
    clause: "3.8"
    statements: [S67]
  - id: nobody-s
    title: A notice is put up.
    who: []
    clause: "3.8"
    statements: [S66]
"""

TOLD = """
does_not_apply:
  - id: own-talks
    title: Talks among learners
    clause: "3.8"
    statements: [S66]
    when:
      requested_by: learner
    say: Learners may talk among themselves.
    reading: A talk with nobody from outside.
    until: 2027-07-31

afterwards:
  - id: keep-list
    title: The list is kept
    clause: "3.8"
    statements: [S68]
    say: Keep the list of speakers.
    who: [managing-director]
    by: {months: 6, after: date}
  - id: tell-reception
    title: Reception is told
    clause: "3.8"
    statements: [S68]
    when:
      requested_by: external-agency
    say: Tell reception.
"""

OUTLINE_WITHHELD = """      withheld:
        outcome: referred
        who: [managing-director, quality-director]
        say: "{Who_or} must decide: the agency is not willing to share {items}."
"""

ALLOWED_ON_CONDITION = """      withheld:
        outcome: allowed
        conditions: [ticket-only]
        say: The outline may be seen on the day.
"""


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text, old
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BuiltSite]:
    """A policy that has every part DMM's own has not."""
    project = project_in(tmp_path_factory.mktemp("parts") / "project")
    folder = project / "policy"
    shutil.copytree(PROJECT / "policy", folder)
    (folder / "conditions.yaml").write_text(CATALOGUE, encoding="utf-8")
    events = folder / "procedures" / "events.yaml"
    change(events, OUTLINE_WITHHELD, ALLOWED_ON_CONDITION)
    change(events, "  - id: event-notice\n", "  - id: event-notice\n    from: 2026-09-01\n")
    events.write_text(events.read_text(encoding="utf-8") + TOLD, encoding="utf-8")
    change(folder / "clauses.yaml", "- id: S05\n", "- id: S05\n        until: 2026-08-31\n")
    policy = load_policy(folder)
    site_dir = project / "build" / "site"
    today = date(2026, 11, 22)
    build_site(policy, compile_policy(policy), project, site_dir=site_dir, today=today)
    with shown(site_dir) as site:
        yield site


def text_of(site: BuiltSite, desk: Page, path: str) -> str:
    desk.goto(f"{site.url}/{path}")
    return desk.get_by_role("article").inner_text()


def between(text: str, start: str, end: str) -> str:
    return text[text.index(start) : text.index(end, text.index(start))]


def test_a_procedure_begins_with_what_it_does_not_apply_to(whole: BuiltSite, desk: Page) -> None:
    text = text_of(whole, desk, "procedures/events.html")
    exempt = between(text, "Does not apply to", "In short")
    for said in (
        "Talks among learners",
        "When a learner asks. Learners may talk among themselves.",
        "For requests received until 31 July 2027.",
        "A talk with nobody from outside.",
        "Clause 3.8",
        "S66",
    ):
        assert said in exempt


def test_a_step_says_on_which_conditions_it_is_allowed(whole: BuiltSite, desk: Page) -> None:
    desk.goto(f"{whole.url}/procedures/events.html")
    step = desk.locator("#step-event-outline").inner_text()
    assert "Can go ahead" in step
    assert "The outline may be seen on the day." in step
    assert "On condition:" in step
    assert "Entry is by ticket only." in step


def test_a_procedure_lists_the_conditions_its_rules_may_impose(
    whole: BuiltSite, desk: Page
) -> None:
    text = text_of(whole, desk, "procedures/events.html")
    listed = between(text, "Conditions of approval", "Afterwards")
    assert "Entry is by ticket only. Who sees to it: The Quality Director" in listed
    assert "A notice is put up." not in listed


def test_a_procedure_ends_with_what_is_to_be_done_afterwards(whole: BuiltSite, desk: Page) -> None:
    text = text_of(whole, desk, "procedures/events.html")
    text = text[text.index("Once it has been allowed:") :]
    for said in (
        "Keep the list of speakers.",
        "The Managing Director",
        "6 calendar months after the day it takes place",
        "Tell reception.",
        "When an external agency asks.",
        "Whoever makes the request",
        "S68",
    ):
        assert said in text


def test_a_rule_says_from_when_it_counts(whole: BuiltSite, desk: Page) -> None:
    desk.goto(f"{whole.url}/procedures/events.html")
    step = desk.locator("#step-event-notice").inner_text()
    assert "For requests received from 1 September 2026." in step
    rules = text_of(whole, desk, "rules.html")
    assert "For requests received from 1 September 2026." in rules


def test_the_rule_reference_has_exemptions_conditions_and_duties(
    whole: BuiltSite, desk: Page
) -> None:
    text = text_of(whole, desk, "rules.html")
    for said in (
        "Exemption own-talks",
        "The check says: “Learners may talk among themselves.”",
        "To be done afterwards: keep-list",
        "Who: The Managing Director. By: 6 calendar months after the day it takes place.",
        "On condition: Entry is by ticket only.",
        "Condition ticket-only",
        "Who may ask for it\nAn outline is shared before the event",
        "Condition nobody-s",
        "No rule does.",
    ):
        assert said in text


def test_a_statement_says_until_when_it_counts(whole: BuiltSite, desk: Page) -> None:
    text = text_of(whole, desk, "policy.html")
    assert "S05 (in force until 31 August 2026)" in text
    assert text.count("(in force") == 1


def test_statements_that_only_new_parts_cite_count_as_used(whole: BuiltSite, desk: Page) -> None:
    desk.goto(f"{whole.url}/coverage.html")
    rows = [row.inner_text().split("\t") for row in desk.locator("tbody tr").all()]
    places = {row[0]: row[4] for row in rows}
    assert "exemption Talks among learners" in places["S66"]
    assert "condition A notice is put up." in places["S66"]
    assert "condition Entry is by ticket only." in places["S67"]
    assert "afterwards The list is kept" in places["S68"]


def test_a_policy_without_new_parts_has_no_headings_for_them(built: BuiltSite, desk: Page) -> None:
    for path in [path for path in built.pages if path != "language.html"]:
        desk.goto(f"{built.url}/{path}")
        headings = " ".join(desk.locator("article :is(h2, h3)").all_inner_texts())
        for heading in ("Does not apply", "Conditions of approval", "Afterwards"):
            assert heading not in headings, path
    assert "In force" not in text_of(built, desk, "rules.html")


@pytest.mark.parametrize("width", [320, 1280])
def test_new_parts_fit_the_screen(whole: BuiltSite, desk: Page, width: int) -> None:
    with desk.context.browser.new_page(viewport={"width": width, "height": 700}) as page:
        for path in ("procedures/events.html", "rules.html", "policy.html"):
            page.goto(f"{whole.url}/{path}")
            assert page.evaluate("document.documentElement.scrollWidth") <= width, path

"""The sites of the examples: rules with cases, days of their own, and no duties for a concern."""

from dataclasses import replace
from datetime import date

import pytest
from playwright.sync_api import Browser, Locator, Page
from shown_site import PROJECT, BuildAndShow, BuiltSite, SiteOf

from prevent.loading.load import load_policy
from prevent.policy.model import Policy
from prevent.site.steps import Step, steps
from sample_requests import POLICIES

TODAY = date(2026, 11, 22)
EXAMPLES = PROJECT / "examples"
OWN_WORDS = ("Digital Marketing Mentor", "DMM", "Managing Director")
"""What stands in the repository's own policy and may stand in no page of an example."""


@pytest.fixture(scope="module")
def college(site_of: SiteOf) -> BuiltSite:
    return site_of("examples/college/policy")


@pytest.fixture(scope="module")
def union(site_of: SiteOf) -> BuiltSite:
    return site_of("examples/students-union/policy")


@pytest.mark.parametrize("folder", [each for each in POLICIES if each != "policy"])
def test_the_site_of_an_example_speaks_of_its_own_policy_alone(
    site_of: SiteOf, folder: str
) -> None:
    site = site_of(folder)
    pages = {path: (site.folder / path).read_text(encoding="utf-8") for path in site.pages}
    assert pages
    assert [(path, words) for path in pages for words in OWN_WORDS if words in pages[path]] == []


def step(site: BuiltSite, desk: Page, procedure: str, rule: str) -> Locator:
    desk.goto(f"{site.url}/procedures/{procedure}.html")
    return desk.locator(f"#step-{rule}")


def in_short(site: BuiltSite, desk: Page, procedure: str) -> list[str]:
    desk.goto(f"{site.url}/procedures/{procedure}.html")
    return desk.locator("#in-short + ol > li").all_inner_texts()


def test_a_rule_with_cases_is_shown_case_by_case(college: BuiltSite, desk: Page) -> None:
    shown_step = step(college, desk, "rooms", "approval")
    large, middling, other = shown_step.locator("ul.cases > li").all_inner_texts()
    assert large.startswith("When the room is in tier 3 or the number of people expected")
    assert "The Vice Principal or the Director of Students, and the Principal" in large
    assert "By when\n5 working days before the day of the event" in large
    assert "Final approval was due by [date]. It goes to the Principal." in large
    assert "By when\n5 working days after the day the request was received" in middling
    assert "It goes to the Vice Principal." in middling
    assert other.startswith("In every other case")
    assert "Who\nThe Head of Department or the Estates Manager" in other
    assert "A decision is needed" not in other
    facts = shown_step.locator("> dl.facts").inner_text()
    assert "Who" not in facts
    assert "What must be in place" not in facts


def test_what_a_case_lets_go_ahead_stands_with_it(college: BuiltSite, desk: Page) -> None:
    cases = step(college, desk, "rooms", "notice").locator("ul.cases > li").all_inner_texts()
    assert ["Must not go ahead" in case for case in cases] == [True, False, False]
    assert ["Stewards are on the doors." in case for case in cases] == [False, True, False]


def test_what_must_be_put_right_at_once_is_said(union: BuiltSite, desk: Page) -> None:
    last = step(union, desk, "posters", "poster-size").locator("ul.cases > li").last.inner_text()
    assert "Not yet An A2 poster may go up in the foyer only. Print it as A3 or A4." in last
    whole = step(union, desk, "meetings", "meeting-chair").inner_text()
    assert "Not yet A member of the Union must take the chair." in whole


@pytest.mark.parametrize(
    ("procedure", "rule", "by"),
    [
        ("rooms", "prevent-advice", "5 working days before the day of the event"),
        ("rooms", "provisional-approval", "5 working days after the day the request was received"),
        ("rooms", "risk-assessment", "3 working days before the day of the event"),
    ],
)
def test_by_when_is_the_day_the_rule_names(
    college: BuiltSite, desk: Page, procedure: str, rule: str, by: str
) -> None:
    facts = step(college, desk, procedure, rule).locator("dl.facts").inner_text()
    assert f"By when\n{by}" in facts


def test_by_when_is_the_day_that_follows_names(union: BuiltSite, desk: Page) -> None:
    facts = step(union, desk, "posters", "poster-removal").locator("dl.facts").inner_text()
    assert "By when\n2 working days after the date on which it expires" in facts
    facts = step(union, desk, "posters", "poster-held").locator("dl.facts").inner_text()
    assert "By when\nToday" in facts


def test_in_short_says_who_in_a_few_words(college: BuiltSite, union: BuiltSite, desk: Page) -> None:
    assert "Approval: who agrees depends on the request" in in_short(college, desk, "rooms")
    listed = in_short(union, desk, "posters")
    assert "Approved in turn: who agrees depends on the request" in listed
    assert listed[-1].startswith("Two of three sabbatical officers: At least two of the President")


def test_a_rule_no_longer_in_force_stands_apart(college: BuiltSite, desk: Page) -> None:
    expired = "Notice, for requests received until 31 August 2026"
    listed = in_short(college, desk, "rooms")
    assert listed[1].startswith("Notice: ")
    assert not any(line.startswith(expired) for line in listed)
    apart = desk.locator("#no-longer-in-force + details")
    assert (
        apart.locator("summary").first.inner_text() == f"For requests received earlier: {expired}"
    )
    assert apart.locator("#step-notice-until-august-2026 h3").text_content() == f"{expired}"
    assert desk.locator("section.step h3").nth(1).inner_text() == "2. Notice"


def numbered(today: date) -> list[Step]:
    policy = load_policy(EXAMPLES / "college" / "policy")
    rooms = next(each for each in policy.procedures if each.id == "rooms")
    return [each for each in steps(policy, rooms, today) if each.number]


def test_a_rule_that_is_not_in_force_yet_says_from_when() -> None:
    days = {each.rule.id: each.days for each in numbered(date(2026, 8, 31))}
    assert days["notice"] == "from 1 September 2026"
    assert days["notice-until-august-2026"] == "until 31 August 2026"
    assert days["approval"] == ""
    later = {each.rule.id: each.days for each in numbered(date(2026, 9, 1))}
    assert later["notice"] == ""
    assert "notice-until-august-2026" not in later


def test_a_policy_without_concerns_has_no_page_for_them(union: BuiltSite, desk: Page) -> None:
    assert "concern.html" not in union.pages
    for path in union.pages:
        desk.goto(f"{union.url}/{path}")
        assert desk.locator("a[href*='concern.html']").count() == 0, path
    desk.goto(f"{union.url}/index.html")
    assert "worried" not in desk.locator("body").inner_text()
    menu = desk.get_by_role("navigation", name="Menu").get_by_role("link")
    assert menu.all_inner_texts()[:2] == ["Home", "Posters"]


def headings(desk: Page) -> list[str]:
    return desk.locator("article h2").all_inner_texts()


def test_a_policy_that_names_nobody_for_a_concern_says_what_it_has(
    college: BuiltSite, desk: Page
) -> None:
    desk.goto(f"{college.url}/concern.html")
    expected = ["What to do now", "What the policy says", "Why there is no form here"]
    assert headings(desk) == expected
    assert "does not say here whom to speak to" in desk.get_by_role("article").inner_text()


def test_a_policy_with_telephone_numbers_alone_shows_them(
    build_and_show: BuildAndShow, policy: Policy, desk: Page
) -> None:
    duties = tuple(replace(each, when_concerned="") for each in policy.duties)
    site = build_and_show(replace(policy, duties=duties))
    desk.goto(f"{site.url}/concern.html")
    assert headings(desk) == ["Why there is no form here", "Telephone numbers"]
    assert desk.locator("a[href^='tel:']").count() >= len(
        [each for each in policy.contacts if each.phone]
    )


def test_a_long_procedure_folds_what_stands_behind_its_steps(
    union: BuiltSite, built: BuiltSite, browser: Browser
) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{union.url}/procedures/posters.html")
        own = page.locator("#step-poster-approved")
        quote, must = own.locator("blockquote").first, own.locator("dl.facts").first
        assert must.is_visible()
        assert not quote.is_visible()
        own.locator("summary").click()
        assert quote.is_visible()
        page.goto(f"{built.url}/procedures/events.html")
        assert page.locator("article details").count() == 0


def test_what_is_folded_is_whole_on_paper(union: BuiltSite, browser: Browser) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{union.url}/procedures/posters.html")
        page.emulate_media(media="print")
        quotes = page.locator("section.step blockquote").all()
        assert len(quotes) > 5
        assert all(quote.is_visible() for quote in quotes)


@pytest.mark.parametrize("width", [320, 1280])
def test_no_page_of_an_example_is_wider_than_the_screen(
    college: BuiltSite, union: BuiltSite, browser: Browser, width: int
) -> None:
    with browser.new_page(viewport={"width": width, "height": 700}) as page:
        for site in (college, union):
            for path in site.pages:
                page.goto(f"{site.url}/{path}")
                page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
                assert page.evaluate("document.documentElement.scrollWidth") <= width, path

"""The pages of a policy in two layers say whose words and whose rules are whose."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page
from shown_site import BuiltSite, SiteOf

GROUP, CENTRE = "Larkfield Training Group", "Foyle Centre"
HEADINGS = """
() => [...document.querySelectorAll(".policy-text :is(h2, h3)")]
    .map(each => each.tagName + " " + each.innerText)
"""


@pytest.fixture(scope="module")
def layered(site_of: SiteOf) -> BuiltSite:
    return site_of("examples/training-group/northern-site/policy")


def test_the_policy_page_sets_each_layer_apart(layered: BuiltSite, desk: Page) -> None:
    desk.goto(f"{layered.url}/policy.html")
    headings = desk.evaluate(HEADINGS)
    begin = [" ".join(heading.split()[:2]) for heading in headings]
    group = ["H2 Larkfield", *(f"H3 {number}" for number in range(7))]
    assert begin == [*group, "H2 Foyle", *(f"H3 N{number}" for number in range(1, 6))]


@pytest.mark.parametrize("path", ["policy.html", "review.html"])
def test_its_dates_say_what_it_adds_to(path: str, layered: BuiltSite, desk: Page) -> None:
    desk.goto(f"{layered.url}/{path}")
    adds_to = desk.locator("dt", has_text="Adds to").locator("xpath=following-sibling::dd[1]")
    assert adds_to.inner_text() == (
        f"Visitors, Leaflets and Rooms of {GROUP}, issued January 2026; next review January 2028"
    )


def test_each_rule_says_whose_it_is(layered: BuiltSite, desk: Page) -> None:
    desk.goto(f"{layered.url}/rules.html")
    for rule, layer in (("event-notice", GROUP), ("foyle-event-notice", CENTRE)):
        line = desk.locator(f"h2#{rule} + p").inner_text()
        assert f"Rule {rule} · {layer} · " in line
    desk.goto(f"{layered.url}/procedures/events.html")
    for rule, layer in (("event-notice", GROUP), ("foyle-event-notice", CENTRE)):
        assert f"Whose rule\n{layer}" in desk.locator(f"#step-{rule}").inner_text()


def test_each_role_says_whose_it_is(layered: BuiltSite, desk: Page) -> None:
    desk.goto(f"{layered.url}/roles.html")
    for role, layer in (("centre-manager", GROUP), ("caretaker", CENTRE)):
        assert f"Whose role\n{layer}" in desk.locator(f"h3#{role} + dl").inner_text()


def test_a_policy_of_one_layer_says_nothing_of_layers(built: BuiltSite, desk: Page) -> None:
    for path in ("policy.html", "review.html", "rules.html", "roles.html"):
        desk.goto(f"{built.url}/{path}")
        text = desk.get_by_role("article").inner_text()
        assert "Adds to" not in text
        assert "Whose r" not in text
    desk.goto(f"{built.url}/policy.html")
    assert desk.locator(".policy-text h2.layer").count() == 0

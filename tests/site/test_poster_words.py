"""What a poster says of each step: when it applies, and what happens if it fails."""

from datetime import date

from playwright.sync_api import Page
from shown_site import BuiltSite, SiteOf

from prevent.policy.model import Policy
from prevent.site.steps import steps

TODAY = date(2026, 11, 22)


def test_a_poster_says_when_each_step_applies(built: BuiltSite, desk: Page, policy: Policy) -> None:
    for procedure in policy.procedures:
        desk.goto(f"{built.url}/posters/{procedure.id}.html")
        shown = desk.locator(".poster__steps > li").all_inner_texts()
        for text, step in zip(shown, steps(policy, procedure, TODAY), strict=True):
            assert step.words.applies in " ".join(text.split())
    desk.goto(f"{built.url}/posters/leaflets.html")
    text = " ".join(desk.locator(".poster__steps").inner_text().split())
    unless = "Not when it is related to the learner's programme of study, and either a learner"
    assert f"{unless} produced it or it is the organisation's own literature." in text


def test_what_a_poster_says_of_a_failure_is_no_fact(
    built: BuiltSite, site_of: SiteOf, desk: Page
) -> None:
    desk.goto(f"{built.url}/posters/leaflets.html")
    said = "Must not go ahead if a role whose agreement is needed has said no: “The Managing"
    assert said in desk.locator(".poster__steps").inner_text()
    desk.goto(f"{built.url}/posters/events.html")
    assert "Must not go ahead: The speaker must be" in desk.locator(".poster__steps").inner_text()
    union = site_of("examples/students-union/policy")
    desk.goto(f"{union.url}/posters/meetings.html")
    shown = desk.locator(".poster__steps").inner_text()
    assert "A decision is needed if there is no agreement yet: “The University" in shown
    assert "Can go ahead on conditions." in shown

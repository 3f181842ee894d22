import re
from datetime import date

import pytest
from playwright.sync_api import Browser
from shown_site import BuildAndShow, BuiltSite

from prevent.policy.model import Policy
from prevent.site import flowchart
from prevent.site.steps import steps

TODAY = date(2026, 11, 22)


def test_the_picture_has_a_title_a_light_background_and_every_step(policy: Policy) -> None:
    for procedure in policy.procedures:
        own = steps(policy, procedure, TODAY)
        svg = flowchart.drawn(procedure, own)
        assert svg
        assert f"<title>{procedure.task}</title>" in svg
        assert re.search(r'<rect [^>]*fill="(#ffffff|#FFFFFF|white)"', svg)
        words = " ".join(re.sub(r"<[^>]*>", " ", svg).split())
        for step in own:
            assert f"{step.number}. {step.rule.title[:12]}" in words


def test_the_picture_is_drawn_the_same_each_time(policy: Policy) -> None:
    procedure = policy.procedures[0]
    own = steps(policy, procedure, TODAY)
    assert flowchart.drawn(procedure, own) == flowchart.drawn(procedure, own)


def test_the_picture_has_its_steps_as_text_beside_it(
    built: BuiltSite, browser: Browser, policy: Policy
) -> None:
    for procedure in policy.procedures:
        with browser.new_page() as page:
            page.goto(f"{built.url}/procedures/{procedure.id}.html")
            picture = page.get_by_role("img", name=re.escape(procedure.task))
            picture = page.locator(".flowchart img")
            assert procedure.task in (picture.get_attribute("alt") or "")
            assert picture.evaluate("each => each.complete && each.naturalWidth > 0")
            text = page.get_by_role("article").inner_text()
        for step in steps(policy, procedure, TODAY):
            assert step.rule.title in text
            assert step.words.applies in text
            assert all(stop.say in text for stop in step.stops)


def test_without_d2_the_page_is_whole_and_has_no_picture(
    policy: Policy, build_and_show: BuildAndShow, browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(flowchart, "_program", lambda: None)
    site = build_and_show(policy)
    with browser.new_page() as page:
        page.goto(f"{site.url}/procedures/leaflets.html")
        assert page.locator(".flowchart, article img").count() == 0
        assert "1. Both directors agree first" in page.get_by_role("article").inner_text()


def test_a_d2_that_cannot_be_run_is_as_good_as_none(
    policy: Policy, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(flowchart, "_program", lambda: "/nowhere/d2")
    procedure = policy.procedures[0]
    assert flowchart.drawn(procedure, steps(policy, procedure, TODAY)) is None

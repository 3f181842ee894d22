"""The page "Report a concern": whom to tell comes first."""

from dataclasses import replace

import pytest
from playwright.sync_api import Browser, Page
from shown_site import BuildAndShow, BuiltSite

from prevent.policy.model import Policy


@pytest.mark.parametrize(("width", "height"), [(390, 844), (1280, 800)])
def test_whom_to_tell_is_in_the_first_screen_and_before_the_policy_s_words(
    built: BuiltSite, browser: Browser, width: int, height: int
) -> None:
    with browser.new_page(viewport={"width": width, "height": height}) as page:
        page.goto(f"{built.url}/concern.html")
        heading = page.get_by_role("heading", name="Who to speak to")
        people = heading.locator("xpath=following-sibling::ul[1]/li")
        lowest = people.last.bounding_box()
        quote = page.locator("article blockquote").first.bounding_box()
        assert people.count() == 3
        assert lowest
        assert quote
        assert lowest["y"] + lowest["height"] < min(height, quote["y"])


def test_the_safeguarding_policy_is_linked_where_it_can_be_opened(
    build_and_show: BuildAndShow, policy: Policy, desk: Page
) -> None:
    address = "https://example.org/safeguarding.pdf"
    documents = tuple(
        replace(each, url=address) if each.title == "Safeguarding policy" else each
        for each in policy.aims.related_documents
    )
    aims = replace(policy.aims, related_documents=documents)
    site = build_and_show(replace(policy, aims=aims))
    desk.goto(f"{site.url}/concern.html")
    shown = desk.get_by_role("article").get_by_role("link", name="Safeguarding policy")
    assert shown.get_attribute("href") == address

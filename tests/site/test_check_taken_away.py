"""What a person takes away from the check, and the request files they bring."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import parse_qs, urlparse

import pytest
from filled_form import Shown
from playwright.sync_api import Browser, Page
from shown_site import BuildAndShow, BuiltSite

from prevent.policy.model import Policy
from processes import Prevent

SOUND = """\
kind: event
reference: EV-2027-001
title: "A film: <b>evening</b>"
requested_by: external-agency
received_on: 2027-01-04
date: 2027-04-20
speakers:
  - name: A. Speaker
    values: shared
    extremism_concern: none
risk_assessment: {completed: 2027-01-05, by: Quality Director}
approvals:
  - {role: managing-director, decision: granted, date: 2027-01-06, note: "`x` ```y```"}
"""
WRONG = """\
kind: event
titel: A film
requested_by: extrenal-agency
date: 2027-02-31
speakers:
  - values: shared
"""

REFUSES_TO_COPY = "void (navigator.clipboard.writeText = () => Promise.reject(new Error('no')))"


@pytest.fixture
def page(built: BuiltSite, browser: Browser) -> Iterator[Page]:
    with browser.new_context() as context, context.new_page() as page:
        page.set_default_timeout(5000)
        page.goto(f"{built.url}/check-event.html")
        page.evaluate("void (window.print = () => { window.printed = true; })")
        yield page


def bring(page: Page, text: str, name: str = "request.yaml") -> str:
    file = {"name": name, "mimeType": "application/yaml", "buffer": text.encode()}
    page.locator("#bring-file").set_input_files(file)  # type: ignore[arg-type] (a plain mapping)
    page.locator("#bring-said > *").first.wait_for()
    said: str = page.locator("#bring-said").inner_text()
    return said


def test_a_file_that_is_brought_fills_the_form_and_is_decided(page: Page) -> None:
    assert "the form now says what it says" in bring(page, SOUND)
    assert page.evaluate("document.activeElement.id") == "bring-said"
    assert page.get_by_label("What is it called?").input_value() == "A film: <b>evening</b>"
    assert page.get_by_label("What is the speaker's name?").locator("visible=true").count() == 1
    assert Shown(page).status() == "Not yet: 2 things to do"


def test_a_file_can_be_dropped_anywhere_on_the_page(page: Page) -> None:
    page.evaluate(
        """(text) => {
          const moved = new DataTransfer();
          moved.items.add(new File([text], "dropped.yaml"));
          const told = { dataTransfer: moved, bubbles: true, cancelable: true };
          document.querySelector("h1").dispatchEvent(new DragEvent("drop", told));
        }""",
        SOUND,
    )
    page.locator("#bring-said p").wait_for()
    assert page.get_by_label("What is it called?").input_value() == "A film: <b>evening</b>"


def test_a_file_that_is_wrong_gets_the_command_s_errors_in_their_places(
    page: Page, prevent: Prevent, tmp_path: Path
) -> None:
    said = bring(page, WRONG)
    file = tmp_path / "request.yaml"
    file.write_text(WRONG, encoding="utf-8")
    errors = prevent("check", str(file), "--format", "json").json["errors"]
    assert len(errors) >= 4
    shown = page.locator("#bring-said li").all_inner_texts()
    assert shown == [
        f"Line {each['line']}, column {each['column']}: {each['message']}" for each in errors
    ]
    assert "could not be read as it is" in said
    assert page.get_by_label("What is it called?").input_value() == ""


def test_a_request_of_another_kind_is_sent_to_its_page(page: Page) -> None:
    leaflet = (
        "kind: leaflet\ntitle: L\nrequested_by: staff\nsource: dmm\ndistribute_from: 2027-01-01\n"
    )
    bring(page, leaflet)
    link = page.locator("#bring-said").get_by_role("link", name="Check a leaflet")
    assert link.get_attribute("href") == "check-leaflet.html"


def test_of_several_requests_in_a_file_one_is_chosen(page: Page) -> None:
    second = SOUND.replace("EV-2027-001", "EV-2027-002").replace("A film", "A talk")
    bring(page, f"{SOUND}---\n{second}")
    page.get_by_role("button", name="EV-2027-002, A talk").click()
    assert page.get_by_label("What is it called?").input_value() == "A talk: <b>evening</b>"


def test_hostile_text_in_a_file_stays_text(page: Page) -> None:
    hostile = "<img src=x onerror=window.broken=1>"
    bring(page, SOUND.replace("A. Speaker", hostile))
    Shown(page).status()
    bring(page, f"kind: {hostile}\n", name=f"{hostile}.yaml")
    bring(page, f'kind: event\n"{hostile}": 1\n')
    assert page.evaluate("window.broken") is None
    assert page.locator("img[src=x]").count() == 0


def test_what_is_copied_is_the_request_file(page: Page, prevent: Prevent, tmp_path: Path) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    bring(page, SOUND)
    page.get_by_role("button", name="Copy the request file").click()
    page.get_by_text("Copied.").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    file, given = tmp_path / "copied.yaml", tmp_path / "given.yaml"
    file.write_text(copied, encoding="utf-8")
    given.write_text(SOUND, encoding="utf-8")
    options = ("--format", "json", "--as-of", "2027-01-10")
    first, second = (
        without_places(prevent("check", str(each), *options).json["decisions"])
        for each in (file, given)
    )
    assert first == second


def without_places(data: object) -> object:
    if isinstance(data, dict):
        places = {"file", "line", "column", "document"}
        return {key: without_places(value) for key, value in data.items() if key not in places}
    return [without_places(each) for each in data] if isinstance(data, list) else data


def test_where_the_page_may_not_copy_the_text_is_there_to_be_copied(page: Page) -> None:
    page.evaluate(REFUSES_TO_COPY)
    bring(page, SOUND)
    page.get_by_role("button", name="Copy the request file").click()
    field = page.get_by_label("The request file", exact=True)
    assert "EV-2027-001" in field.input_value()
    assert page.evaluate("document.activeElement.tagName") == "TEXTAREA"


def test_a_request_that_cannot_be_decided_is_not_taken_away(page: Page) -> None:
    page.get_by_role("button", name="Print a summary to sign").click()
    assert page.evaluate("document.activeElement.id") == "check-errors"
    assert page.evaluate("window.printed") is None


def test_the_summary_has_what_those_who_sign_must_see_and_fits_one_sheet(
    page: Page, policy: Policy
) -> None:
    bring(page, SOUND)
    Shown(page).date("as-of", "10", "1", "2027")
    page.get_by_role("button", name="Print a summary to sign").click()
    assert page.evaluate("window.printed") is True
    sheet = page.locator("#sheet").text_content() or ""
    for words in (
        "Event: A film: <b>evening</b>",
        "Not yet.",
        "As of 10 January 2027.",
        "A. Speaker; values: Yes; concern about extremism: No",
        "rule event-outline",
        policy.statements["S70"].text,
        policy.digest,
        "The Managing Director",
        "Signature",
    ):
        assert words in sheet, words
    assert page.locator(".sheet__signatures tbody tr").count() == 1
    printed = page.pdf(format="A4")
    assert re.findall(rb"/Count (\d+)", printed) == [b"1"]


def test_an_issue_is_offered_only_where_the_organisation_has_a_tracker(
    policy: Policy, page: Page, build_and_show: BuildAndShow
) -> None:
    bring(page, SOUND)
    Shown(page).status()
    assert not page.get_by_role("link", name="Open an issue").is_visible()
    tracker = "https://issues.example/dmm/prevent/issues"
    site = build_and_show(replace(policy, issue=replace(policy.issue, issues=tracker)))
    page.goto(f"{site.url}/check-event.html")
    assert not page.get_by_role("link", name="Open an issue").is_visible()
    bring(page, SOUND)
    link = page.get_by_role("link", name="Open an issue")
    address = urlparse(link.get_attribute("href") or "")
    asked = parse_qs(address.query)
    assert f"{address.scheme}://{address.netloc}{address.path}" == f"{tracker}/new"
    assert asked["title"] == ["event: A film: <b>evening</b>"]
    [body] = asked["body"]
    assert "reference: EV-2027-001" in body
    assert policy.digest in body
    # The request has a run of three backticks: the fence round it is longer.
    assert body.count("````") == 2
    assert body.endswith("````")

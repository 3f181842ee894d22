"""Every request of every policy here, brought to its page: the same answer, the same file back."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from filled_form import Shown
from playwright.sync_api import Browser, Page
from shown_site import PROJECT, SiteOf

from prevent.policy.outcomes import IN_WORDS
from processes import Prevent

POLICIES = (
    ".",
    "examples/college",
    "examples/students-union",
    "examples/training-group/group",
    "examples/training-group/northern-site",
)
AS_OF = ("2026", "10", "15")
PLACES = {"file", "line", "column", "document", "summary"}


@pytest.mark.parametrize("folder", POLICIES)
def test_every_request_is_decided_alike_and_comes_back_as_it_was(
    site_of: SiteOf, browser: Browser, prevent: Prevent, tmp_path: Path, folder: str
) -> None:
    project = PROJECT / folder
    site = site_of(f"{folder}/policy".removeprefix("./"))
    decisions = checked(prevent, project, project / "requests")
    assert decisions
    taken = tmp_path / "taken"
    taken.mkdir()
    last = ""
    with browser.new_context() as context, context.new_page() as page:
        page.set_default_timeout(10_000)
        for number, (file, decision) in enumerate(decisions.items()):
            # The form of the last request is filled anew, and must keep nothing of it.
            if decision["kind"] != last:
                page.goto(f"{site.url}/check-{decision['kind']}.html")
                last = decision["kind"]
            shown = brought(page, project / file)
            assert shown["outcome"] == IN_WORDS[decision["outcome"]], file
            messages = [each["message"] for each in decision["findings"]]
            assert [each["message"] for each in shown["findings"]] == messages, file
            assert len(shown["passed"]) == len(decision["passed"]), file
            with page.expect_download() as waiting:
                page.get_by_role("button", name="Download the request file").click()
            waiting.value.save_as(taken / f"{number:03}.yaml")
    again = checked(prevent, project, taken)
    assert [without_places(each) for each in again.values()] == [
        without_places(each) for each in decisions.values()
    ]


def brought(page: Page, file: Path) -> dict[str, Any]:
    """Bring a file to the page, and read the answer."""
    shown = Shown(page)
    shown.date("as-of", *reversed(AS_OF))
    page.locator("#bring-file").set_input_files(file)
    said = page.locator("#bring-said", has_text=f"“{file.name}”")
    said.locator("> *").first.wait_for()
    assert "the form now says what it says" in said.inner_text(), file
    return shown.decision()


def checked(prevent: Prevent, project: Path, requests: Path) -> dict[str, dict[str, Any]]:
    """The decisions of a folder by file. Those that a waiver bears on are left out.

    A file of several requests is left out too: the page asks which to take.
    """
    options = ("--format", "json", "--as-of", "-".join(AS_OF))
    ran = prevent("check", str(requests), *options, cwd=project)
    report = json.loads(ran.out)
    assert report["errors"] == []
    decisions = report["decisions"]
    files = [each["file"] for each in decisions]
    alone = [each for each in decisions if files.count(each["file"]) == 1 and not each["waived"]]
    return {each["file"]: each for each in alone}


def without_places(data: object) -> object:
    if isinstance(data, dict):
        return {key: without_places(value) for key, value in data.items() if key not in PLACES}
    return [without_places(each) for each in data] if isinstance(data, list) else data


def test_that_nobody_speaks_is_never_taken_for_granted_where_it_must_be_said(
    site_of: SiteOf, browser: Browser
) -> None:
    site = site_of("examples/college/policy")
    with browser.new_page() as page:
        page.set_default_timeout(5000)
        page.goto(f"{site.url}/check-speaker-event.html")
        first = page.locator(".answer__first a")
        question = "Who is going to speak?"
        assert question in first.all_inner_texts()
        speakers = page.get_by_role("group", name=question)
        speakers.get_by_label("There are none").check()
        Shown(page).status()
        assert question not in first.all_inner_texts()
        speakers.get_by_role("button", name="Add a speaker").click()
        assert not speakers.get_by_label("There are none").is_visible()
        speakers.get_by_role("button", name="Remove speaker 1").click()
        Shown(page).status()
        assert question in first.all_inner_texts()

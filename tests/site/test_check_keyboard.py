"""The form of each kind, filled in by keyboard: the same decision as the command line's."""

import json
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from filled_form import Shown, fill_by_keyboard
from playwright.sync_api import Browser, Page
from shown_site import BuiltSite

from prevent.dates import in_words
from prevent.loading.load import load_policy
from prevent.policy.outcomes import IN_WORDS
from prevent.policy.wording import listed, sentence_case, titled
from prevent.rules.compile import compile_policy
from processes import Prevent

SPEAKERS = [
    {"name": "A. Speaker", "organisation": "Example Radio CIC", "values": "shared"},
    {"name": "Bo “Quote” O'Neil: yes", "values": "unsure", "extremism_concern": "none"},
]
REQUESTS: dict[str, dict[str, Any]] = {
    "event": {
        "kind": "event",
        "title": "Careers in community radio",
        "requested_by": "external-agency",
        "date": "2027-04-20",
        "reference": "EV-2027-014",
        "received_on": "2027-03-31",
        "organiser": "unsure",
        "speakers": SPEAKERS,
        "outline": "withheld",
        "presentation": "promised",
        "notes": "no",
        "risk_assessment": {"completed": "2027-04-21", "by": "Quality Director"},
        "approvals": [
            {"role": "managing-director", "decision": "declined", "date": "2027-01-02"},
            {
                "role": "managing-director",
                "decision": "granted",
                "date": "2027-01-03",
                "note": "After a talk.",
            },
        ],
        "advice": [{"role": "quality-director", "date": "2027-01-04"}],
    },
    "leaflet": {
        "kind": "leaflet",
        "title": "2027-01-01",
        "requested_by": "learner",
        "source": "learner",
        "distribute_from": "2027-02-28",
        "related_to_programme": "no",
        "approvals": [{"role": "quality-director", "decision": "granted", "date": "2027-03-01"}],
    },
    "booking": {
        "kind": "booking",
        "title": "A film evening",
        "requested_by": "external-agency",
        "date": "2027-05-31",
        "facility": "Hall",
        "received_on": "2027-04-30",
        "hosts_event": "yes",
        "organiser": "confirmed",
        "speakers": [
            {"name": "C", "values": "contrary", "extremism_concern": "possible"},
        ],
        "outline": "shared",
        "presentation": "shared",
        "risk_assessment": {"completed": "2027-05-01"},
    },
}


@pytest.fixture
def check(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(accept_downloads=True, viewport={"width": 1280, "height": 800})
    with context, context.new_page() as page:
        yield page


def downloaded(page: Page, folder: Path) -> Path:
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download the request file").click()
    path = folder / waiting.value.suggested_filename
    waiting.value.save_as(path)
    return path


@pytest.mark.parametrize("kind", REQUESTS)
def test_a_form_filled_in_by_keyboard_decides_and_gives_the_file_the_command_decides_alike(
    built: BuiltSite, check: Page, prevent: Prevent, tmp_path: Path, kind: str
) -> None:
    check.goto(f"{built.url}/check-{kind}.html")
    as_of = date.today()  # noqa: DTZ011 (the page's day is this machine's too)
    fill_by_keyboard(check, REQUESTS[kind])
    assert check.locator("#check-errors").inner_text() == ""
    assert check.evaluate("document.activeElement.id") == "answer"
    shown = Shown(check).decision()
    file = downloaded(check, tmp_path)
    ran = prevent("check", str(file), "--format", "json", "--as-of", as_of.isoformat())
    [decision] = ran.json["decisions"]
    assert shown == as_shown(decision, kind)
    assert plain(yaml.safe_load(file.read_text(encoding="utf-8"))) == REQUESTS[kind]


def as_shown(decision: dict[str, Any], kind: str) -> dict[str, Any]:
    """A decision of the command, as the page shows it."""
    rule_set = compile_policy(load_policy(Path(__file__).parents[2] / "policy"))
    quoted = [words for each in decision["findings"] for words in each["words"].items()]
    return {
        "outcome": IN_WORDS[decision["outcome"]],
        "findings": [finding_as_shown(each, rule_set.roles) for each in decision["findings"]],
        "passed": [rule_set.kinds[kind].rule(each).title for each in decision["passed"]],
        "remarks": [each["message"] for each in decision["remarks"]],
        "words": [words for _, words in dict.fromkeys(quoted)],
    }


def finding_as_shown(finding: dict[str, Any], roles: Mapping[str, str]) -> dict[str, Any]:
    who = listed([titled(roles[each]) for each in finding["who"]], joint(finding))
    facts = {"Who": sentence_case(who) or "Whoever makes the request"}
    if finding["by"]:
        facts["By when"] = in_words(date.fromisoformat(finding["by"]))
    if "earliest" in finding["dates"]:
        facts["Earliest day that would do"] = in_words(
            date.fromisoformat(finding["dates"]["earliest"])
        )
    clause = f"policy.html#clause-{finding['clause'].replace('.', '-')}"
    links = [clause, *(f"policy.html#{each.lower()}" for each in finding["statements"])]
    return {"message": finding["message"], "facts": facts, "links": links}


def joint(finding: dict[str, Any]) -> str:
    return "or" if finding["any_of"] else "and"


def plain(data: Any) -> Any:  # noqa: ANN401 (whatever a request holds)
    """YAML's own dates, and yes and no, as a form has them."""
    if isinstance(data, dict):
        return {key: plain(value) for key, value in data.items()}
    if isinstance(data, list):
        return [plain(each) for each in data]
    if isinstance(data, bool):
        return "yes" if data else "no"
    return data.isoformat() if isinstance(data, date) else json.loads(json.dumps(data))

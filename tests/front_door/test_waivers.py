"""Waivers: a rule set aside for one request, by whom, why and until when."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from spoiled import copy_policy
from waiving import BOOKING, EVENT, GIVEN, LEAFLET, Project, project_at

from processes import Prevent


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory, prevent: Prevent) -> Path:
    folder = project_at(tmp_path_factory.mktemp("waiving"))
    assert prevent("build", "--rules-only", cwd=folder).status == 0
    return folder


@pytest.fixture
def project(built: Path, tmp_path: Path, prevent: Prevent) -> Project:
    shutil.copytree(built, tmp_path, dirs_exist_ok=True)
    return Project(tmp_path, prevent)


def statuses(report: dict[str, Any]) -> dict[str, str]:
    return {each["id"]: each["status"] for each in report["waivers"]}


def squeezed(text: str) -> str:
    return " ".join(text.split())


# --- what a waiver does ---------------------------------------------------------------------------


def test_a_request_whose_only_finding_is_waived_can_go_ahead(project: Project) -> None:
    project.request("a")
    assert project.check().status == 1
    project.waive({})
    ran = project.check()
    assert (ran.status, ran.err) == (0, "")
    shown = squeezed(ran.out)
    assert shown.startswith("Can go ahead: Free trial at a new gym (leaflet, LF-1)")
    assert "Waived: The Managing Director and the Quality Director must give permission" in shown
    assert (
        "By the Managing Director on 1 March 2026, because: The Quality Director is away until"
        " June. Until 30 April 2026; clause 3.8. Clause 3.8, S69: “Guest speakers are" in shown
    )
    assert "Clause 3.7, S65: “Prior to any literature" in shown
    assert "(leaflet-permission; waiver w-1, waivers.yaml:2:5)" in shown
    assert "Waivers Used: w-1 (leaflet LF-1)." in shown


def test_for_machines_the_waived_finding_stands_apart_with_its_waiver(project: Project) -> None:
    project.request("a")
    [before] = project.report()["decisions"]
    project.waive({})
    report = project.report()
    [decision] = report["decisions"]
    [waived] = decision["waived"]
    assert (decision["outcome"], decision["findings"]) == ("allowed", [])
    assert before["findings"] == [waived | {"waiver": None}]
    [words] = waived["waiver"].pop("words").items()
    assert words[0] == "S69"
    assert words[1].startswith("Guest speakers are")
    assert waived["waiver"] == {
        "id": "w-1",
        "by": "managing-director",
        "why": "The Quality Director is away until June.",
        "granted_on": "2026-03-01",
        "until": "2026-04-30",
        "file": "waivers.yaml",
        "line": 2,
        "column": 5,
        "clause": "3.8",
        "statements": ["S69"],
    }
    [use] = report["waivers"]
    assert (use["status"], use["set_aside"]) == ("used", ["leaflet-permission"])
    assert use["requests"] == [{"file": "requests/a.yaml", "document": 1, "line": 1}]


def test_what_is_not_waived_still_decides(project: Project) -> None:
    project.request("e", EVENT)
    event = {"kind": "event", "reference": "EV-1"}
    project.waive(event | {"rules": ["speaker-assessed"]})
    [decision] = project.report()["decisions"]
    assert decision["outcome"] == "action-needed"
    assert [each["subject"] for each in decision["waived"]] == ["A. Speaker", "B. Speaker"]
    assert "event-authorised" in {each["rule"] for each in decision["findings"]}
    assert "speaker-assessed" not in {each["rule"] for each in decision["findings"]}


def test_another_request_is_not_touched(project: Project) -> None:
    project.request("a")
    project.request("b", LEAFLET.replace("LF-1", "lf-1"))
    project.request("c", LEAFLET.replace("reference: LF-1\n", ""))
    project.waive({})
    outcomes = [each["outcome"] for each in project.report()["decisions"]]
    assert outcomes == ["allowed", "action-needed", "action-needed"]


def test_a_question_that_another_rule_asks_too_is_still_asked(project: Project) -> None:
    """Whether the booking hosts an event decides several rules; it is asked for once."""
    project.request("b", BOOKING)
    [before] = project.report()["decisions"]
    [asked] = [each for each in before["findings"] if each["message"].startswith("Answer this:")]
    assert asked["rule"] == "event-notice"
    project.waive({"kind": "booking", "reference": "BK-1", "rules": ["event-notice"]})
    [decision] = project.report()["decisions"]
    [finding] = decision["findings"]
    assert decision["outcome"] == "action-needed"
    assert (finding["message"], finding["rule"]) == (asked["message"], "event-outline")
    assert [each["rule"] for each in decision["waived"]] == ["event-notice"]


def test_each_rule_is_told_of_once(project: Project) -> None:
    project.request("b", BOOKING)
    [before] = project.report()["decisions"]
    rules = ["event-notice", "event-outline"]
    project.waive({"kind": "booking", "reference": "BK-1", "rules": rules})
    [decision] = project.report()["decisions"]
    told = [each["rule"] for each in (*decision["findings"], *decision["waived"])]
    others = [*decision["passed"], *decision["not_applicable"], *decision["undecided"]]
    assert [each["rule"] for each in decision["waived"]] == rules
    known = [each["rule"] for each in before["findings"]]
    known += [*before["passed"], *before["not_applicable"], *before["undecided"]]
    assert sorted([*told, *others]) == sorted(known)


# --- on which days --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("as_of", "status"),
    [
        ("2026-02-28", "not-begun"),
        ("2026-03-01", "used"),
        ("2026-04-30", "used"),
        ("2026-05-01", "expired"),
    ],
)
def test_it_counts_from_its_first_day_to_its_last(
    as_of: str, status: str, project: Project
) -> None:
    project.request("a")
    project.waive({})
    report = project.report(as_of=as_of)
    assert statuses(report) == {"w-1": status}
    [decision] = report["decisions"]
    assert decision["outcome"] == ("allowed" if status == "used" else "action-needed")
    assert len(decision["waived"]) == (status == "used")
    remarks = [each for each in decision["remarks"] if "w-1" in each["message"]]
    assert len(remarks) == (status != "used")


def test_one_that_does_nothing_is_reported(project: Project) -> None:
    project.request("a")
    project.waive({"until": "2026-03-09"}, {"id": "w-2", "granted_on": "2026-03-11"})
    ran = project.check()
    assert ran.status == 1
    shown = squeezed(ran.out)
    assert (
        "Look again: The waiver w-1, by the Managing Director, ended on 9 March 2026, and does"
        " nothing. (line 2)" in shown
    )
    assert "The waiver w-2, by the Managing Director, counts only from 11 March 2026" in shown
    assert "Ended, so does nothing: w-1 (leaflet LF-1, until 9 March 2026)." in shown
    assert "Not begun, so does nothing: w-2 (leaflet LF-1, from 11 March 2026)." in shown


def test_one_with_nothing_to_waive_is_reported_where_its_request_is(project: Project) -> None:
    project.request("a", LEAFLET.replace("external-agency", "dmm"))
    project.waive({}, {"id": "w-2", "reference": "LF-2"})
    report = project.report()
    assert statuses(report) == {"w-1": "nothing-to-waive", "w-2": "no-request"}
    ran = project.check()
    assert ran.status == 0
    assert "Nothing to waive: w-1 (leaflet LF-1)." in ran.out
    assert "For no request of this check: w-2 (leaflet LF-2)." in ran.out


def test_a_rule_of_a_used_waiver_that_found_nothing_is_named(project: Project) -> None:
    project.request("e", EVENT)
    rules = ["event-notice", "speaker-assessed"]
    project.waive({"kind": "event", "reference": "EV-1", "rules": rules})
    assert "Used: w-1 (event EV-1, nothing to waive of event-notice)." in project.check().out


def test_of_two_waivers_of_one_rule_the_first_is_used(project: Project) -> None:
    project.request("a")
    project.waive({}, {"id": "w-2"})
    report = project.report()
    assert statuses(report) == {"w-1": "used", "w-2": "nothing-to-waive"}
    assert report["decisions"][0]["waived"][0]["waiver"]["id"] == "w-1"


# --- which request --------------------------------------------------------------------------------


@pytest.mark.parametrize("second", [LEAFLET, LEAFLET.replace("staff", "stuff")])
def test_a_reference_of_two_requests_is_waived_for_neither(second: str, project: Project) -> None:
    """Also where the second one is not valid: mended, it would be meant as much as the first."""
    project.request("a")
    project.request("b", second)
    project.waive({})
    report = project.report()
    assert statuses(report) == {"w-1": "ambiguous"}
    assert {each["outcome"] for each in report["decisions"]} == {"action-needed"}
    assert all(each["waived"] == [] for each in report["decisions"])
    error = report["errors"][-1]
    assert (error["file"], error["line"], error["column"]) == ("waivers.yaml", 2, 5)
    assert (
        "The waiver w-1 is for the leaflet 'LF-1', and 2 requests have that reference:"
        " requests/a.yaml:1 and requests/b.yaml:1. It counts for none of them." in error["message"]
    )
    ran = project.check()
    assert ran.status == 2
    assert "Waivers that do not count" in ran.out


def test_two_requests_of_one_file_may_not_share_it_either(project: Project) -> None:
    project.request("a", f"{LEAFLET}---\n{LEAFLET}")
    project.waive({})
    [error] = project.report()["errors"]
    assert "requests/a.yaml:1 and requests/a.yaml:8" in error["message"]


def test_requests_of_different_kinds_may_share_a_reference(project: Project) -> None:
    project.request("a")
    project.request("b", BOOKING.replace("BK-1", "LF-1"))
    project.waive({})
    report = project.report()
    assert (statuses(report), report["errors"]) == ({"w-1": "used"}, [])


def test_a_request_that_cannot_be_decided_is_not_said_to_be_missing(project: Project) -> None:
    project.request("a", LEAFLET.replace("staff", "stuff"))
    project.waive({})
    report = project.report()
    assert statuses(report) == {"w-1": "not-decided"}
    assert [each["file"] for each in report["errors"]] == ["requests/a.yaml"]


# --- the file -------------------------------------------------------------------------------------


def test_every_fault_of_the_file_is_told_with_its_place_and_no_waiver_counts(
    project: Project,
) -> None:
    project.request("a")
    project.waive(
        {},
        {"by": "quality-director", "kind": "leaflit"},
        {"id": "w-3", "rules": ["risk-assessment", "event-notice", "leaflet-permision"]},
        {"id": "w-4", "until": "2026-02-28", "reference": 12},
        {"id": "w-5", "granted_on": "2026-02-30", "why": '" "', "whi": "x"},
    )
    report = project.report()
    assert report["decisions"][0]["outcome"] == "action-needed"
    assert report["waivers"] == []
    told = [(each["line"], each["column"], each["message"]) for each in report["errors"]]
    expected = [
        (10, 9, "Two waivers have the id 'w-1'. The first is at waivers.yaml:2:9."),
        (11, 11, "'leaflit' is not accepted for 'kind'. Did you mean 'leaflet'?"),
        (
            14,
            9,
            "The Quality Director may not waive the rule 'leaflet-permission'. Clause 3.8 lets",
        ),
        (21, 13, "The rule 'risk-assessment' may not be waived. These may be: leaflet-permission"),
        (21, 30, "The rule 'event-notice' is not for requests of the kind 'leaflet'."),
        (21, 44, "'leaflet-permision' is not accepted for item 3 of 'rules'. Did you mean"),
        (28, 16, "'reference' is 12, an unquoted number, but text is expected."),
        (33, 12, "It ends before it begins, on 1 March 2026."),
        (39, 10, "'why'"),
        (40, 17, "'2026-02-30' is not a date in the calendar."),
        (42, 5, "Unknown key 'whi'."),
    ]
    assert [each[:2] for each in told] == [each[:2] for each in expected]
    for (_, _, message), (_, _, words) in zip(told, expected, strict=True):
        assert words in message
    ran = project.check()
    assert ran.status == 2
    assert "No waiver counts" in ran.out
    assert "1 request decided: 1 not yet. The waivers have 11 errors." in ran.out


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("", 1, "This file is empty."),
        ("- w-1\n", 1, "Write 'waivers:' and the waivers under it"),
        ("waiver: []\n", 1, "Did you mean 'waivers'?"),
        ("waivers: [\n", 2, ""),
        ("waivers: []\n---\nwaivers: []\n", 3, "This file holds one document"),
        ("waivers: [w-1]\n", 1, "Item 1 of 'waivers'"),
    ],
)
def test_a_file_that_holds_no_waivers_is_a_fault(
    text: str, line: int, words: str, project: Project
) -> None:
    project.request("a", LEAFLET.replace("external-agency", "dmm"))
    (project.folder / "waivers.yaml").write_text(text)
    ran = project.check("--format", "json")
    errors = [each for each in ran.json["errors"] if words in each["message"]]
    assert (ran.status, errors[0]["file"]) == (2, "waivers.yaml")
    assert errors[0]["line"] == line


@pytest.mark.parametrize("text", ["waivers:\n", "waivers: []\n"])
def test_a_file_without_any_waiver_is_in_order(text: str, project: Project) -> None:
    project.request("a", LEAFLET.replace("external-agency", "dmm"))
    (project.folder / "waivers.yaml").write_text(text)
    ran = project.check()
    assert ran.status == 0
    assert "Waivers" not in ran.out


def test_a_policy_that_says_nothing_of_waivers_allows_none(
    tmp_path: Path, prevent: Prevent
) -> None:
    copy_policy(tmp_path)
    project = Project(tmp_path, prevent)
    project.request("a")
    project.waive({})
    report = project.report()
    assert report["decisions"][0]["outcome"] == "action-needed"
    [error] = report["errors"]
    assert (error["file"], error["line"], error["column"]) == ("waivers.yaml", 1, 1)
    assert "The policy allows no waivers" in error["message"]
    (tmp_path / "waivers.yaml").write_text("waivers: []\n")
    assert project.check().status == 1


def test_waivers_count_by_the_policy_as_it_is_where_the_rules_are_not_built(
    tmp_path: Path, prevent: Prevent
) -> None:
    project = Project(project_at(tmp_path), prevent)
    project.request("a")
    project.waive({})
    ran = project.check()
    assert ran.status == 0
    assert "There is no rules/ beside the policy yet" in ran.err


def test_a_file_elsewhere_can_be_named(project: Project) -> None:
    project.request("a")
    project.waive({})
    (project.folder / "waivers.yaml").rename(project.folder / "others.yaml")
    assert project.check().status == 1
    ran = project.check("--waivers", "others.yaml")
    assert ran.status == 0
    assert "others.yaml:2:5" in ran.out
    nowhere = project.check("--waivers", "nowhere.yaml")
    assert nowhere.status == 2
    assert "nowhere.yaml There is no such file." in squeezed(nowhere.out)


def test_the_file_is_named_as_it_is_reached_from_where_one_is(project: Project) -> None:
    project.request("a")
    project.waive({})
    ran = project.prevent("check", ".", "--as-of", "2026-03-10", cwd=project.folder / "requests")
    assert "../waivers.yaml:2:5" in ran.out
    (project.folder / "waivers.yaml").unlink()
    (project.folder / "waivers.yaml").symlink_to("gone.yaml")
    assert "There is no such file." in project.check().out


# --- the policy -----------------------------------------------------------------------------------


def test_editors_are_given_who_may_waive_what(project: Project) -> None:
    path = project.folder / "rules" / "schemas" / "policy" / "waivers.schema.json"
    schema = json.loads(path.read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    accepts = Draft202012Validator(schema)
    assert accepts.is_valid({"waivers": [GIVEN]})
    assert not accepts.is_valid({"waivers": [GIVEN | {"by": "quality-director"}]})
    assert not accepts.is_valid({"waivers": [GIVEN | {"rules": ["risk-assessment"]}]})


def test_the_words_that_allow_waivers_stand_in_the_clause_named(project: Project) -> None:
    organisation = project.folder / "policy" / "organisation.yaml"
    text = organisation.read_text(encoding="utf-8")
    organisation.write_text(text.replace('clause: "3.8"', 'clause: "3.7"'), encoding="utf-8")
    ran = project.prevent("validate", cwd=project.folder)
    assert ran.status == 2
    assert "The waivers cite clause 3.7 and S69. S69 is in clause 3.8." in squeezed(ran.out)

"""What Python programs rely on: the stable names, and a policy that checks requests."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
import yaml

import prevent as package
from prevent import Decision, Policy, PreventError
from prevent.engines import confirmed
from processes import ROOT

AS_OF = date(2027, 1, 5)
LEAFLET: dict[str, object] = {
    "kind": "leaflet",
    "title": "Free trial at a new gym",
    "requested_by": "staff",
    "source": "external-agency",
    "distribute_from": date(2027, 1, 11),
    "approvals": [
        {"role": "managing-director", "decision": "granted", "date": date(2027, 1, 4)},
    ],
}
EVENT = ROOT / "requests" / "events" / "ev-2026-014.yaml"

STABLE = {
    "Decision", "Explanation", "Fault", "Found", "Imposed", "Outcome", "Place", "Policy",
    "PreventError", "Reason", "Remark", "Report", "Waiver", "WaiverStatus", "WaiverUse",
    "__version__",
}  # fmt: skip
"""To take one of these away breaks programs of others."""


@pytest.fixture(scope="module")
def policy() -> Iterator[Policy]:
    with Policy.load(ROOT / "policy") as policy:
        yield policy


def test_the_stable_names_are_these_and_each_is_there() -> None:
    assert set(package.__all__) == STABLE == set(dir(package))
    for name in package.__all__:
        assert getattr(package, name) is not None
    with pytest.raises(AttributeError, match="no attribute 'Polcy'"):
        _ = getattr(package, "Polcy")  # noqa: B009 (the type checker knows that it is not there)


def test_the_package_alone_loads_nothing() -> None:
    told = "import sys, prevent; print([m for m in sys.modules if m.startswith('prevent.')])"
    done = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


PROGRAM = """
from datetime import date
from typing import assert_type
from prevent import (
    Decision, Explanation, Fault, Found, Imposed, Outcome, Place, Policy, PreventError, Reason,
    Remark, Report, Waiver, WaiverStatus, WaiverUse, __version__,
)

def ask(policy: Policy) -> Outcome | list[Place]:
    try:
        decision = policy.check({"kind": "event", "date": date(2026, 4, 20)}, explain=True)
    except PreventError as error:
        assert_type(error.faults, tuple[Fault, ...])
        return [fault.place for fault in error.faults]
    assert_type(decision, Decision)
    assert_type(decision.findings, tuple[Found, ...])
    assert_type(decision.findings[0].words, tuple[str, ...])
    assert_type(decision.conditions, tuple[Imposed, ...])
    assert_type(decision.remarks, tuple[Remark, ...])
    assert_type(decision.explanations, tuple[Explanation, ...])
    assert_type(decision.explanations[0].reasons, tuple[Reason, ...])
    return decision.outcome

with Policy.load("policy") as policy:
    assert_type(policy.check_files(["requests"]), Report)
    assert_type(policy.check_files(["requests"]).waivers, tuple[WaiverUse, ...])
    assert_type(policy.check_files(["requests"]).waivers[0].waiver, Waiver)
    assert_type(policy.check_files(["requests"]).waivers[0].status, WaiverStatus)
    ask(policy)
assert_type(__version__, str)
"""


@pytest.mark.parametrize(
    ("program", "errors"),
    [(PROGRAM, 0), (PROGRAM + "policy.check(12)\npolicy.check_file([])\n", 2)],
)
def test_a_program_is_checked_by_its_types(program: str, errors: int, tmp_path: Path) -> None:
    (tmp_path / "program.py").write_text(program, encoding="utf-8")
    run = [sys.executable, "-m", "mypy", "--strict", "--config-file=", "program.py"]
    where = {"MYPYPATH": str(Path(package.__file__).parents[1]), "PATH": "/usr/bin:/bin"}
    done = subprocess.run(run, cwd=tmp_path, env=where, capture_output=True, text=True, check=False)
    found = [line for line in done.stdout.splitlines() if line.startswith("program.py:")]
    assert len([line for line in found if "error:" in line]) == errors, done.stdout + done.stderr


def test_a_mapping_is_decided_as_a_file_of_it(policy: Policy, tmp_path: Path) -> None:
    decision = policy.check(LEAFLET, as_of=AS_OF)
    file = tmp_path / "leaflet.yaml"
    file.write_text(yaml.safe_dump(LEAFLET), encoding="utf-8")
    of_file = policy.check(file, as_of=AS_OF)
    assert decision.outcome == of_file.outcome == "action-needed"
    [found], [other] = decision.findings, of_file.findings
    assert found._replace(place=other.place) == other
    assert (found.rule, found.who) == ("leaflet-permission", ("quality-director",))
    assert found.words[0].startswith("Prior to any literature being distributed")
    assert (str(found.place), str(decision.place)) == ("request: approvals", "request")


def test_answers_may_be_python_s_own(policy: Policy) -> None:
    asked = {**LEAFLET, "requested_by": "learner", "source": "learner", "approvals": ()}
    assert policy.check({**asked, "related_to_programme": True}).outcome == "allowed"
    assert policy.check({**asked, "related_to_programme": "yes"}).outcome == "allowed"
    assert policy.check({**asked, "related_to_programme": False}).outcome == "action-needed"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"kind": None}, ["request: kind: ", "one of: booking, event, leaflet"]),
        ({"refrence": "x"}, ["request: refrence: Unknown key", "Did you mean 'reference'?"]),
        ({"title": None}, ["request: title: "]),
        (
            {"approvals": [{"role": "quality-director"}]},
            ["request: approvals[0].date: 'date' is missing"],
        ),
        ({"approvals": [{"role": "me"}]}, ["request: approvals[0].role: 'me' is not accepted"]),
        ({"notes": {1, 2}}, ["request: notes: A request cannot hold a value of the type 'set'."]),
        ({"notes": datetime(2026, 1, 1, tzinfo=UTC)}, ["request: notes: ", "Give the date alone"]),
        ({"notes": float("nan")}, ["request: notes: This number cannot be written"]),
        ({"notes": 10**5000}, ["request: notes: This number cannot be written"]),
        ({"notes": "a\x1b[31mb"}, ["request: notes: This text holds an invisible character"]),
        ({"a\x1b\nb": "x"}, ["request: This text holds an invisible character (U+001B)"]),
        ({3: "x"}, ["request: A key must be text, and '3' is not."]),
    ],
)
def test_what_is_not_valid_is_told_with_its_place(
    policy: Policy, change: dict[str, object], said: list[str]
) -> None:
    with pytest.raises(PreventError) as told:
        policy.check(LEAFLET | change)
    assert told.value.faults
    for words in said:
        assert words in str(told.value)
    assert "\x1b" not in str(told.value)


def test_a_mapping_without_an_end_is_told() -> None:
    endless: dict[str, object] = dict(LEAFLET)
    endless["notes"] = [endless, endless]
    with Policy.load(ROOT / "policy") as policy, pytest.raises(PreventError) as told:
        policy.check(endless)
    assert "nested more than 50 levels deep" in str(told.value)
    with Policy.load(ROOT / "policy") as policy, pytest.raises(PreventError) as told:
        policy.check({"kind": "leaflet", "notes": ["x"] * 200_000})
    assert "more than 100,000 values" in str(told.value)


def test_a_file_must_hold_one_request(policy: Policy, tmp_path: Path) -> None:
    two = tmp_path / "two.yaml"
    text = yaml.safe_dump(LEAFLET)
    two.write_text(f"{text}---\n{text}", encoding="utf-8")
    for path, words in (
        (two, "This file holds 2 requests, and one is decided at a time. Use check_files."),
        (tmp_path, "This is a folder, not a request."),
        (tmp_path / "none.yaml", "There is no such file"),
    ):
        with pytest.raises(PreventError) as told:
            policy.check(path)
        assert str(told.value).startswith(f"{path}: {words}")
    (tmp_path / "bad.yaml").write_text("kind: leaflet\ntitle: 1: 2\n", encoding="utf-8")
    with pytest.raises(PreventError) as told:
        policy.check(tmp_path / "bad.yaml")
    assert told.value.faults[0].place.line == 2


def test_many_files_are_reported_together(policy: Policy) -> None:
    report = policy.check_files([ROOT / "requests", "nowhere"], as_of=AS_OF)
    assert len(report.decisions) > 5
    assert [str(fault.place) for fault in report.errors] == ["nowhere"]
    one = next(each for each in report.decisions if Path(each.place.file) == EVENT)
    assert policy.check(EVENT, as_of=AS_OF) == one


def test_the_days_and_the_explanation_are_asked_for_by_name(policy: Policy) -> None:
    decision = policy.check(LEAFLET, as_of=date(2026, 1, 1), policy_as_of=date(2025, 9, 1))
    assert (decision.in_force_on, decision.explanations) == (date(2025, 9, 1), ())
    explained = policy.check(LEAFLET, as_of=datetime(2026, 1, 1, tzinfo=UTC), explain=True)
    assert explained.explanations[0].reasons


def test_waivers_are_those_of_the_file_named(policy: Policy, tmp_path: Path) -> None:
    file = tmp_path / "waivers.yaml"
    file.write_text("waivers: [{id: x}]\n", encoding="utf-8")
    with pytest.raises(PreventError, match="The policy allows no waivers"):
        policy.check(LEAFLET, waivers=file)
    assert policy.check_files([EVENT], waivers=file).waiver_faults


def test_the_rules_engine_is_made_once_and_not_for_each_check(
    policy: Policy, monkeypatch: pytest.MonkeyPatch
) -> None:
    policy.check(LEAFLET)
    made: list[object] = []
    monkeypatch.setattr(confirmed, "DurableEngine", lambda *given: made.append(given))
    for day in range(1, 20):
        assert policy.check(LEAFLET, as_of=date(2027, 1, day)).outcome == "action-needed"
    assert made == []


def test_threads_may_share_a_policy(policy: Policy) -> None:
    def ask(number: int) -> Decision:
        return policy.check(EVENT if number % 2 else LEAFLET, as_of=AS_OF)

    alone = [ask(number) for number in range(2)]
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(ask, range(60)))
    assert together == alone * 30


def test_a_decision_cannot_be_changed(policy: Policy) -> None:
    decision = policy.check(LEAFLET, as_of=AS_OF)
    with pytest.raises(AttributeError):
        decision.outcome = "allowed"  # type: ignore[misc] # this is what is tried


def test_a_closed_policy_checks_nothing() -> None:
    policy = Policy.load(ROOT / "policy")
    policy.close()
    policy.close()
    with pytest.raises(ValueError, match="This policy is closed"):
        policy.check(LEAFLET)


def test_a_policy_with_faults_is_told_whole(tmp_path: Path) -> None:
    (tmp_path / "policy").mkdir()
    with pytest.raises(PreventError) as told:
        Policy.load(tmp_path / "policy")
    assert len(told.value.faults) > 1


def test_a_folder_that_is_not_there_is_told_of_in_words_for_a_program(tmp_path: Path) -> None:
    nowhere = tmp_path / "nowhere"
    with pytest.raises(PreventError) as told:
        Policy.load(nowhere)
    said = "There is no policy folder here. Name the folder that holds organisation.yaml."
    assert str(told.value) == f"{nowhere}: {said}"


def test_it_says_what_it_was_loaded_from(policy: Policy) -> None:
    assert policy.kinds == ("booking", "event", "leaflet")
    assert policy.roles["quality-director"] == "Quality Director"
    assert policy.digest.startswith("sha256:")
    assert (policy.title, policy.note) == ("Prevent Policy", "")

"""By which rules ``prevent check`` decides, and what it does where they cannot be believed."""

from __future__ import annotations

import hashlib
import importlib.util
import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from checked_folders import ALLOWED, AS_OF, NOT_YET, write

from processes import ROOT, Prevent

# --- the rules that decide ------------------------------------------------------------------------

NOT_CURRENT = "rules/ is not what the policy makes now"
NOT_MADE = "There is no rules/ beside the policy yet"


def policy_wants_a_week(folder: Path) -> None:
    path = folder / "policy" / "procedures" / "events.yaml"
    path.write_text(path.read_text().replace("at_least: {months: 1}", "at_least: {weeks: 1}"))


def drop_rules(folder: Path) -> None:
    shutil.rmtree(folder / "rules")


def drop_manifest(folder: Path) -> None:
    (folder / "rules" / "manifest.json").unlink()


def spoil_manifest(folder: Path) -> None:
    (folder / "rules" / "manifest.json").write_text("[]")


def edit_rules(folder: Path) -> None:
    path = folder / "rules" / "kinds" / "leaflet.json"
    text = path.read_text()
    assert '"action-needed"' in text
    path.write_text(text.replace('"action-needed"', '"allowed"'))


def edit_schema(folder: Path) -> None:
    (folder / "rules" / "schemas" / "leaflet.schema.json").write_text("{}")


@pytest.mark.parametrize(
    "spoil",
    [policy_wants_a_week, drop_rules, drop_manifest, spoil_manifest, edit_rules, edit_schema],
)
def test_rules_that_are_not_the_policys_are_not_believed(
    spoil: Callable[[Path], None], folder: Path, prevent: Prevent
) -> None:
    event = (
        "kind: event\ntitle: A\nrequested_by: external-agency\nreceived_on: 2026-04-01\n"
        "date: 2026-04-20\noutline: shared\npresentation: shared\n"
        "risk_assessment: {completed: 2026-04-02}\n"
    )
    write(folder, a=event, b=NOT_YET)
    options = ("check", "a.yaml", "b.yaml", "--format", "json", *AS_OF)
    before = prevent(*options, cwd=folder)
    assert (before.status, before.err) == (1, "")
    spoil(folder)
    after = prevent(*options, cwd=folder)
    why = NOT_MADE if spoil is drop_rules else NOT_CURRENT
    note = f"prevent: {why}; deciding by the policy. Run prevent build.\n"
    assert after.err == note
    assert after.status == 1
    if spoil is policy_wants_a_week:
        assert [each["outcome"] for each in after.json["decisions"]] == ["allowed", "action-needed"]
        assert after.json["policy"]["digest"] != before.json["policy"]["digest"]
    else:
        assert after.json == before.json
    # Nothing is mended in passing: that is for a person to do, with prevent build.
    assert prevent(*options, cwd=folder).err == note


def test_where_the_policy_is_not_sound_and_the_rules_are_old_nothing_is_decided(
    folder: Path, prevent: Prevent
) -> None:
    write(folder, a=ALLOWED)
    path = folder / "policy" / "organisation.yaml"
    path.write_text(path.read_text().replace("2022-02", "2022-13"))
    ran = prevent("check", "a.yaml", cwd=folder)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith("prevent: policy/organisation.yaml:18:11: '2022-13'")


def tamper(folder: Path, old: str, new: str, file: str = "durable-rules/leaflet.json") -> None:
    """Change a file of the rules, and the manifest, so that nothing looks changed."""
    path = folder / "rules" / file
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))
    manifest = folder / "rules" / "manifest.json"
    named = json.loads(manifest.read_text())
    named["files"][file] = hashlib.sha256(path.read_bytes()).hexdigest()
    manifest.write_text(json.dumps(named))


@pytest.mark.parametrize("file", ["kinds/leaflet.json", "durable-rules/leaflet.json"])
def test_rules_that_are_no_rules_are_told_where_they_are_asked_for(
    file: str, folder: Path, prevent: Prevent
) -> None:
    write(folder, a=ALLOWED)
    tamper(folder, '"kind"', '"sort"', file)
    event = str(ROOT / "requests" / "events" / "ev-2026-014.yaml")
    assert (prevent("check", event, cwd=folder).status) == 0
    ran = prevent("check", "a.yaml", cwd=folder)
    assert (ran.status, ran.out) == (2, "")
    path = folder / "rules" / file
    assert ran.err == (
        f"prevent: {path}: This file is not as 'prevent build' writes it. Run prevent build.\n"
    )


ENGINE_HERE = pytest.mark.skipif(
    importlib.util.find_spec("durable_rules_engine") is None,
    reason="the rules engine is not installed",
)


@ENGINE_HERE
def test_evaluators_that_disagree_decide_nothing(folder: Path, prevent: Prevent) -> None:
    write(folder, a=NOT_YET, b=ALLOWED)
    tamper(folder, '"external-agency"', '"external-agencies"')
    ran = prevent("check", "a.yaml", "b.yaml", "--format", "json", cwd=folder)
    assert ran.status == 2
    assert [each["file"] for each in ran.json["decisions"]] == ["b.yaml"]
    [error] = ran.json["errors"]
    assert (error["file"], error["line"]) == ("a.yaml", 1)
    message = error["message"]
    assert "This request could not be decided. The two evaluators disagree." in message
    assert "durable-rules 2.0.28 alone found: " in message
    assert "The reference evaluator alone found: " in message
    assert "leaflet-permission/applies" in message


@ENGINE_HERE
@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"always": true', '"always": false'),
        ('{"kind": "leaflet"}', '{"kind": 5}'),
        ('"m":', '"n":'),
    ],
)
def test_an_engine_that_fails_decides_nothing(
    old: str, new: str, folder: Path, prevent: Prevent
) -> None:
    write(folder, a=NOT_YET)
    event = str(ROOT / "requests" / "events" / "ev-2026-014.yaml")
    tamper(folder, old, new)
    ran = prevent("check", "a.yaml", event, "--format", "json", cwd=folder)
    assert (ran.status, ran.err) == (2, "")
    assert [each["outcome"] for each in ran.json["decisions"]] == ["allowed"]
    [error] = ran.json["errors"]
    assert error["message"].startswith("This request could not be decided. The rules engine failed")
    assert "The reference evaluator alone found: leaflet-permission/applies" in error["message"]


def test_without_the_engine_the_reference_evaluator_decides_and_it_is_said_once(
    folder: Path, prevent: Prevent
) -> None:
    write(folder, a=NOT_YET, b=ALLOWED)
    (folder / "fake").mkdir()
    (folder / "fake" / "durable_rules_engine.py").write_text("raise ImportError('wrong build')\n")
    environment = {"PYTHONPATH": str(folder / "fake")}
    options = ("check", "a.yaml", "b.yaml", "--format", "json", *AS_OF)
    ran = prevent(*options, cwd=folder, environment=environment)
    assert ran.status == 1
    assert ran.err == (
        "prevent: The rules engine durable_rules is installed but does not load: wrong build."
        " The reference evaluator decides alone.\n"
    )
    assert ran.json["engine"] == "reference evaluator"
    usual = prevent(*options, cwd=folder)
    assert usual.err == ""
    assert ran.json["decisions"] == usual.json["decisions"]


def test_a_rule_that_an_open_answer_decides_is_neither_in_order_nor_left_aside(
    prevent: Prevent, tmp_path: Path
) -> None:
    (tmp_path / "booking.yaml").write_text(
        "kind: booking\ntitle: A room\nrequested_by: external-agency\ndate: 2027-05-20\n"
        "facility: Room 1\nreceived_on: 2027-01-04\nrisk_assessment: {completed: 2027-02-01}\n"
    )
    policy = str(ROOT / "policy")
    ran = prevent("check", "booking.yaml", "--format", "json", "--policy", policy, cwd=tmp_path)
    [decision] = ran.json["decisions"]
    assert [finding["rule"] for finding in decision["findings"]] == ["event-notice"]
    assert decision["passed"] == ["risk-assessment"]
    assert decision["undecided"] == ["event-outline", "event-presentation"]
    assert "event-authorised" in decision["not_applicable"]

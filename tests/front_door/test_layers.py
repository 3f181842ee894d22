"""A policy that adds to another one: a site's, to its organisation's."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from prevent.cli import main
from prevent.loading.digest import digest
from processes import ROOT

ORGANISATION = """\
organisation: {name: Northside Centre, short_name: Northside, bank_holidays: england-and-wales}
policy:
  title: Supplement
  issued: 2026-01
  next_review: 2099-01
  responsibility: centre-manager
  adds_to: ../../policy
  signature:
"""
CLAUSES = """\
clauses:
  - number: "N1"
    title: Events at Northside
    statements:
      - {id: N01, form: paragraph, is: rule, text: "Ask ten working days before."}
"""
ROLES = """\
roles:
  - id: centre-manager
    title: Centre Manager
    statements: [N01]
    does: [{what: Agrees to events, statements: [N01]}]
"""
FIELDS = """\
fields:
  - {id: hall, type: text, label: Hall, question: In which hall is it?, phrase: the hall}
"""
EVENTS = """\
adds_to: events
request: {optional: [hall]}
does_not_apply:
  - id: northside-outdoors
    title: Not in the hall
    clause: "N1"
    statements: [N01]
    when: {hall: {given: no}}
    say: The supplement is for events in a hall.
rules:
  - id: northside-notice
    title: Ten working days at Northside
    clause: "N1"
    statements: [N01]
    when: {condition: is-an-event}
    require: {notice: {at_least: {working_days: 10}, from: received_on}}
  - id: northside-manager
    title: The centre manager agrees
    clause: "N1"
    statements: [N01]
    require: {approval: {from: [centre-manager], no_later_than: {working_days: 5, before: date}}}
"""
FILES = {
    "organisation.yaml": ORGANISATION,
    "clauses.yaml": CLAUSES,
    "roles.yaml": ROLES,
    "fields.yaml": FIELDS,
    "procedures/events.yaml": EVENTS,
}


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A site's policy folder, which adds to a copy of the organisation's."""
    shutil.copytree(ROOT / "policy", tmp_path / "policy")
    policy = tmp_path / "site" / "policy"
    for name, text in FILES.items():
        path = policy / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path / "site")
    return policy


def decided(capsys: pytest.CaptureFixture[str], request: str) -> dict[str, object]:
    Path("request.yaml").write_text(request, encoding="utf-8")
    main(["check", "request.yaml", "--format", "json", "--as-of", "2026-03-01"])
    report = json.loads(capsys.readouterr().out)
    assert report["errors"] == []
    [decision] = report["decisions"]
    assert isinstance(decision, dict)
    return decision


def found(decision: dict[str, object], key: str = "findings") -> list[tuple[str, str, str | None]]:
    findings = decision[key]
    assert isinstance(findings, list)
    return [(each["rule"], each["layer"], each["by"]) for each in findings]


INTERNAL = "kind: event\ntitle: Talk\nrequested_by: staff\ndate: 2026-04-20\nhall: Main\n"


def test_both_layers_are_checked_and_each_finding_says_whose_rule_it_is(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    del site
    decision = decided(capsys, f"{INTERNAL}received_on: 2026-03-02\nspeakers:\n  - {{name: A}}\n")
    assert found(decision) == [
        ("speaker-assessed", "DMM", "2026-04-20"),
        ("event-authorised", "DMM", "2026-04-20"),
        ("northside-manager", "Northside", "2026-04-13"),
    ]
    assert "northside-notice" in str(decision["passed"])


def test_the_text_names_the_layer(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    del site
    Path("request.yaml").write_text(INTERNAL, encoding="utf-8")
    assert main(["check", "request.yaml"]) == 1
    assert "A rule of Northside Centre." in capsys.readouterr().out


def test_an_exemption_of_one_layer_leaves_the_rules_of_the_other(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    del site
    outdoors = INTERNAL.replace("hall: Main\n", "speakers:\n  - {name: A}\n")
    decision = decided(capsys, outdoors)
    assert [rule for rule, _, _ in found(decision)] == ["speaker-assessed", "event-authorised"]
    assert found(decision, "notes") == [("northside-outdoors", "Northside", None)]


def test_a_change_of_the_organisations_policy_is_a_change_of_the_sites(site: Path) -> None:
    before = digest(site)
    duties = site.parents[1] / "policy" / "duties.yaml"
    duties.write_text(duties.read_text(encoding="utf-8") + "# one line more\n", encoding="utf-8")
    assert digest(site) != before


def test_the_rules_are_made_for_both_layers(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", "--rules-only"]) == 0
    assert main(["build", "--check"]) == 0
    capsys.readouterr()
    base = site.parents[1] / "policy" / "roles.yaml"
    text = base.read_text(encoding="utf-8")
    base.write_text(text.replace("title: Quality Director", "title: Head of Quality"), "utf-8")
    assert main(["build", "--check"]) == 1


SLIPS = {
    "a statement that is there already": (
        "clauses.yaml",
        "N01, form",
        "S65, form",
        "'S65' is one of the statements of the policy that this one adds to.",
    ),
    "a clause that is there already": (
        "clauses.yaml",
        'number: "N1"',
        'number: "3.8"',
        "'3.8' is one of the clauses of the policy that this one adds to.",
    ),
    "a role that is there already": (
        "roles.yaml",
        "id: centre-manager",
        "id: quality-director",
        "'quality-director' is one of the roles of the policy that this one adds to.",
    ),
    "a field that is there already": (
        "fields.yaml",
        "id: hall",
        "id: speakers",
        "'speakers' is one of the fields of the policy that this one adds to.",
    ),
    "a rule that is there already": (
        "procedures/events.yaml",
        "id: northside-notice",
        "id: event-notice",
        "'event-notice' is one of the rules of the policy that this one adds to.",
    ),
    "a procedure that is not there": (
        "procedures/events.yaml",
        "adds_to: events",
        "adds_to: evnets",
        "Did you mean 'events'?",
    ),
    "a required field": (
        "procedures/events.yaml",
        "optional: [hall]",
        "required: [hall], optional: []",
        "Only optional fields can be added",
    ),
    "a procedure described again": (
        "procedures/events.yaml",
        "adds_to: events",
        "adds_to: events\nprocedure: {id: events}",
        "does not describe it again",
    ),
    "a folder that is not there": (
        "organisation.yaml",
        "../../policy",
        "../../polcy",
        "There is no policy folder here. Look at adds_to in",
    ),
    "a policy that adds to itself": (
        "organisation.yaml",
        "../../policy",
        "../policy",
        "Does one add to itself?",
    ),
}


@pytest.mark.parametrize("name", SLIPS)
def test_a_slip_is_named(name: str, site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file, old, new, words = SLIPS[name]
    path = site / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    assert main(["validate"]) == 2
    assert words in " ".join(capsys.readouterr().out.split())


def test_only_a_policy_that_adds_to_another_adds_to_its_procedures(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = site.parents[1] / "policy" / "procedures" / "extra.yaml"
    path.write_text("adds_to: events\nrules: []\n", encoding="utf-8")
    assert main(["validate", "--policy", str(site.parents[1] / "policy")]) == 2
    assert "This policy adds to no other" in " ".join(capsys.readouterr().out.split())


def test_a_fault_of_the_organisations_policy_is_named_in_its_own_file(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    roles = site.parents[1] / "policy" / "roles.yaml"
    roles.write_text("roles: []\n", encoding="utf-8")
    assert main(["validate"]) == 2
    out = capsys.readouterr().out
    assert "../policy/roles.yaml:1" in out
    assert "policy/../" not in out

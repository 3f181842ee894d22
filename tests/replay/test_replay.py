"""``prevent replay``: which decisions of a register a change of the policy changes."""

from __future__ import annotations

import csv
import json
import shutil
import subprocess
from pathlib import Path

import pytest

from processes import ROOT, Prevent

HEAD = "reference,kind,requested_by,date,received_on"
ROWS = [
    "E-1,event,external-agency,2026-05-01,2026-03-20",  # six weeks: in order, then late
    "E-2,event,external-agency,2026-05-01,2026-04-20",  # late by both, by another day
    "E-3,event,external-agency,2026-05-01,2026-02-01",  # three months: in order by both
    "E-4,event,staff,2026-05-01,2026-04-30",  # no notice is asked of staff
]
LATE = (
    "Not yet: External agencies give a month's notice. Who: the Managing Director. By: 1 May 2026."
)
AS_OF = ("--as-of", "2026-04-30")


def git(folder: Path, *arguments: str) -> None:
    command = ["git", "-C", str(folder), "-c", "user.name=A", "-c", "user.email=a@b.example"]
    subprocess.run([*command, *arguments], check=True, capture_output=True)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A policy kept in Git, edited since to ask for two months' notice, and a register."""
    shutil.copytree(ROOT / "policy", tmp_path / "policy")
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-qm", "As issued")
    events = tmp_path / "policy" / "procedures" / "events.yaml"
    text = events.read_text(encoding="utf-8")
    assert text.count("at_least: {months: 1}") == 1
    events.write_text(text.replace("at_least: {months: 1}", "at_least: {months: 2}"))
    (tmp_path / "register.csv").write_text("\n".join([HEAD, *ROWS]) + "\n")
    return tmp_path


def test_a_change_of_the_policy_is_shown_by_outcome_by_rule_and_by_example(
    project: Path, prevent: Prevent
) -> None:
    before = sorted(project.iterdir())
    ran = prevent("replay", "--from", "HEAD", "register.csv", *AS_OF, cwd=project)
    assert (ran.status, ran.err) == (1, "")
    lines = [" ".join(line.split()) for line in ran.out.splitlines()]
    assert lines[0] == "4 rows decided by HEAD and by policy"
    assert "3 decided the same" in lines
    assert "1 Not yet, with other findings" in lines
    assert "+1 +0 External agencies give a month's notice (event-notice)" in lines
    shown = lines.index("For example, Not yet, with other findings:")
    assert lines[shown + 1 : shown + 3] == [
        "row 1, E-1 (event)",
        f"now: {LATE}",
    ]
    assert sorted(project.iterdir()) == before


def test_the_list_of_changes_and_the_json_say_the_same(project: Path, prevent: Prevent) -> None:
    command = ("replay", "--from", "HEAD", "--to", "policy", "register.csv", *AS_OF)
    ran = prevent(*command, "--format", "json", "--out", "changes.csv", cwd=project)
    assert (ran.status, ran.err) == (1, "")
    report = ran.json
    assert (report["rows"], report["compared"], report["same"]) == (4, 4, 3)
    assert report["from"]["policy"] != report["to"]["policy"]
    assert report["rules"] == [{"rule": "event-notice", "appears": 1, "goes": 0}]
    [sample] = report["samples"]
    assert (sample["row"], sample["reference"], sample["goes"]) == (1, "E-1", [])
    [finding] = sample["appears"]
    assert (finding["rule"], finding["clause"], finding["item"]) == ("event-notice", "3.8", None)
    with (project / "changes.csv").open(newline="") as file:
        [row] = list(csv.DictReader(file))
    assert (row["row"], row["reference"]) == ("1", "E-1")
    assert (row["before"], row["after"]) == (sample["from"], sample["to"])
    assert [each["rule"] for each in json.loads(row["appears"])] == ["event-notice"]


def test_what_changes_is_what_a_check_of_each_version_says(project: Path, prevent: Prevent) -> None:
    """The same requests as files, checked by each version, differ in the same row alone."""
    (project / "requests").mkdir()
    names = HEAD.split(",")
    for row in ROWS:
        cells = zip(names, row.split(","), strict=True)
        text = "".join(f"{name}: {cell}\n" for name, cell in cells) + "title: A talk\n"
        (project / "requests" / f"{row[:3]}.yaml").write_text(text)
    shutil.copytree(ROOT / "policy", project / "issued" / "policy")
    decided = [
        prevent("check", "requests", *AS_OF, "--format", "json", "--policy", policy, cwd=project)
        for policy in ("issued/policy", "policy")
    ]
    earlier, later = (
        {each["reference"]: each["findings"] for each in ran.json["decisions"]} for ran in decided
    )
    differ = [
        name
        for name in earlier
        if [f["rule"] for f in earlier[name]] != [f["rule"] for f in later[name]]
    ]
    assert differ == ["E-1"]


def test_the_same_policy_changes_nothing(project: Path, prevent: Prevent) -> None:
    ran = prevent("replay", "--from", "policy", "--to", ".", "register.csv", *AS_OF, cwd=project)
    assert (ran.status, ran.err) == (0, "")
    assert "The two are the same policy." in ran.out
    assert "decided the same" in ran.out


def test_rows_that_a_version_rejects_are_counted(project: Path, prevent: Prevent) -> None:
    register = project / "register.csv"
    register.write_text(register.read_text() + "E-5,event,staff,2026-13-45,\n")
    events = project / "policy" / "procedures" / "events.yaml"
    ran = prevent("replay", "--from", "HEAD", "register.csv", *AS_OF, cwd=project)
    assert ran.status == 2
    assert "1 rejected by both" in " ".join(ran.out.split())
    text = events.read_text(encoding="utf-8")
    assert text.count("required: [title, requested_by, date]") == 1
    text = text.replace(
        "required: [title, requested_by, date]",
        "required: [title, requested_by, date, received_on]",
    )
    events.write_text(text.replace("    - received_on\n", "", 1))
    register.write_text("\n".join([HEAD, *ROWS, "E-6,event,staff,2026-05-01,"]) + "\n")
    ran = prevent("replay", "--from", "HEAD", "register.csv", *AS_OF, cwd=project)
    assert ran.status == 2, ran.err
    assert "1 decided before, rejected now" in " ".join(ran.out.split())


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--from", "HEAD~7", "register.csv"], "HEAD~7: It is neither a folder nor a revision"),
        (["--from", "HEAD", "none.csv"], "By HEAD: "),
        (["--from", "HEAD"], "register: Give a register"),
        (["--from", "HEAD", "register.csv", "--out", "changes.txt"], "changes.txt: "),
        (
            ["--from", "HEAD", "register.csv", "--kind", "evnt"],
            "There is no kind of request 'evnt'",
        ),
    ],
)
def test_what_cannot_be_replayed_is_a_plain_error(
    arguments: list[str], said: str, project: Path, prevent: Prevent
) -> None:
    before = sorted(project.iterdir())
    ran = prevent("replay", *arguments, cwd=project)
    assert (ran.status, ran.out) == (2, "")
    assert said in ran.err
    assert len(ran.err.splitlines()) == 1
    assert sorted(project.iterdir()) == before

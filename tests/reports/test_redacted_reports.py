"""With ``--redact`` no report names a person, and everything is decided as without."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from prevent.reading.documents import read_documents
from prevent.reports.formats import FORMATS
from processes import ROOT, Prevent

POLICY = ("--policy", str(ROOT / "policy"), "--as-of", "2026-03-10")
CHECKED = {
    "policy": ["requests", "tests/cases"],
    "examples/college/policy": ["examples/college/requests"],
    "examples/students-union/policy": ["examples/students-union/requests"],
    "examples/training-group/northern-site/policy": [
        "examples/training-group/northern-site/requests"
    ],
}
EVENT = """\
kind: event
title: An evening with Dr Jane O'Brien, and SMITH on stage
reference: jane  o'brien 2026
requested_by: external-agency
date: 2026-05-01
notes: Ask Jane.
speakers:
  - {name: Jane O'Brien, values: unsure, extremism_concern: none}
  - {name: 山田 太郎, values: unsure, extremism_concern: none}
  - {name: John Smith}
"""
BROKEN = """\
kind: event
title: Jane O'Brien and John Smith
requested_by: Jane O'Brien
date: 2026-05-01
speakers:
  - {name: Jane O'Brien, values: Jane O'Brien is fine, Jane O'Brien: 2}
  - John Smith
---
kind: Jane O'Brien
speakers: John Smith
---
John Smith
---
kind: event
Jane O'Brien: x
Jane O'Brien: y
---
speakers: [{Jane O'Brien: x}, John Smith: [
"""
NAMES = ("Jane", "Brien", "Smith", "SMITH", "John", "brien", "山田", "太郎")


@pytest.mark.parametrize("form", FORMATS)
def test_no_report_names_a_person(form: str, prevent: Prevent, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(EVENT, encoding="utf-8")
    (tmp_path / "b.yaml").write_text(BROKEN, encoding="utf-8")
    options = ("--format", form, "--explain", "--redact")
    ran = prevent("check", "a.yaml", "b.yaml", *POLICY, *options, cwd=tmp_path)
    assert ran.status == 2
    out = (
        ran.out + json.dumps(json.loads(ran.out), ensure_ascii=False) if form == "json" else ran.out
    )
    assert [name for name in NAMES if name in out + ran.err] == []
    assert "peaker 1" in out
    open_ = prevent("check", "a.yaml", "b.yaml", *POLICY, "--format", form, cwd=tmp_path)
    assert "Jane" in open_.out


def test_a_speaker_has_one_name_in_all_that_is_said_of_a_request(
    prevent: Prevent, tmp_path: Path
) -> None:
    (tmp_path / "a.yaml").write_text(EVENT, encoding="utf-8")
    report = prevent("check", "a.yaml", *POLICY, "--format", "json", "--redact", cwd=tmp_path)
    [decision] = report.json["decisions"]
    assert decision["title"] == "An evening with Dr speaker 1, and speaker 3 on stage"
    assert decision["reference"] == "speaker 1 2026"
    subjects = {each["line"]: each["subject"] for each in decision["findings"] if each["subject"]}
    assert subjects == {8: "speaker 1", 9: "speaker 2", 10: "speaker 3"}


@pytest.mark.parametrize("policy", CHECKED)
def test_everything_is_decided_as_without(policy: str, prevent: Prevent) -> None:
    arguments = ("check", *CHECKED[policy], "--policy", policy, "--format", "json")
    plain, redacted = (prevent(*arguments, *more) for more in ((), ("--redact",)))
    assert plain.status == redacted.status
    assert [*outline(plain.json)] == [*outline(redacted.json)]
    names = {name for decision in plain.json["decisions"] for name in named(decision["file"])}
    said = json.dumps(redacted.json, ensure_ascii=False)
    assert names
    assert [name for name in names if name in said] == []


def outline(report: dict[str, Any]) -> Iterator[object]:
    """What was decided, without the words."""
    yield report["summary"]
    for decision in report["decisions"]:
        yield decision["outcome"], decision["passed"], decision["undecided"]
        yield [(each["rule"], each["line"], each["by"]) for each in decision["findings"]]
    yield [(each["file"], each["line"], each["column"]) for each in report["errors"]]


def named(file: str) -> set[str]:
    """The speakers of a request file, by names of two words or more."""
    documents = [each.data for each in read_documents(ROOT / file)[0]]
    lists = [
        value
        for each in documents
        if isinstance(each, dict)
        for value in each.values()
        if isinstance(value, list)
    ]
    return {
        item["name"]
        for items in lists
        for item in items
        if isinstance(item, dict) and " " in str(item.get("name", ""))
    }

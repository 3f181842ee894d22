"""The dates on the policy's first page."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from prevent.cli import main
from prevent.loading.load import load_policy
from prevent.site.review import review
from processes import ROOT, Prevent

LEAFLET = """\
kind: leaflet
title: Ours
requested_by: staff
source: dmm
distribute_from: 2026-05-01
"""


@pytest.mark.parametrize(
    ("issued", "review"),
    [("2027-03", "2026-10"), ("2026-10", "2026-10"), ("2026-10-02", "2026-09")],
)
def test_a_review_that_does_not_follow_the_issue_is_a_fault_in_its_place(
    issued: str,
    review: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    shutil.copytree(ROOT / "policy", tmp_path / "policy")
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "policy" / "organisation.yaml"
    text = path.read_text(encoding="utf-8").replace("issued: 2022-02", f"issued: {issued}")
    text = text.replace("next_review: 2023-02", f"next_review: {review}")
    path.write_text(text, encoding="utf-8")
    line = text[: text.index("next_review: ")].count("\n") + 1
    assert main(["validate"]) == 2
    said = " ".join(capsys.readouterr().out.split())
    assert f"organisation.yaml:{line}:" in said
    assert f"The next review, {review}, is not after the issue, {issued}." in said


def issued_on(folder: Path, issued: str) -> None:
    """A project whose policy is issued then, and a leaflet."""
    shutil.copytree(ROOT / "policy", folder / "policy")
    path = folder / "policy" / "organisation.yaml"
    text = path.read_text(encoding="utf-8").replace("issued: 2022-02", f"issued: {issued}")
    path.write_text(text.replace("next_review: 2023-02", "next_review: 2099-12"), encoding="utf-8")
    (folder / "leaflet.yaml").write_text(LEAFLET)


def test_an_issue_in_the_future_is_to_be_looked_at_and_is_no_fault(
    tmp_path: Path, prevent: Prevent
) -> None:
    issued_on(tmp_path, "2099-03")
    ran = prevent("validate", cwd=tmp_path)
    assert ran.status == 0
    said = " ".join(ran.out.split())
    assert "policy/organisation.yaml:18:" in said
    assert "The policy is issued in the future, March 2099." in said
    assert "The policy is sound" in said
    assert said.endswith("There is 1 thing to look at.")


@pytest.mark.parametrize("form", ["text", "table", "markdown"])
def test_a_check_before_the_day_of_issue_says_so(
    form: str, tmp_path: Path, prevent: Prevent
) -> None:
    issued_on(tmp_path, "2026-05-10")
    words = (
        "The date of issue of this policy, 10 May 2026, is after the day of the check."
        " Tell the Managing Director."
    )
    command = ("check", "leaflet.yaml", "--format", form, "--as-of")
    before = prevent(*command, "2026-05-09", cwd=tmp_path)
    assert before.status == 0
    assert words in " ".join(before.out.split())
    assert "date of issue" not in prevent(*command, "2026-05-10", cwd=tmp_path).out


@pytest.mark.parametrize(("day", "ahead"), [(date(2026, 4, 30), True), (date(2026, 5, 1), False)])
def test_a_month_of_issue_has_come_on_its_first_day(day: date, *, ahead: bool) -> None:
    issue = replace(load_policy(ROOT / "policy").issue, issued="2026-05")
    assert review(issue, day).issued_ahead is ahead

"""The dates on the policy's first page."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from prevent.cli import main
from processes import ROOT


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

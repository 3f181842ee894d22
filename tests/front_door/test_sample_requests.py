"""The requests that are shown to people: each is valid and shows what it is said to show."""

from __future__ import annotations

from pathlib import Path

import pytest

from prevent.cli import main
from prevent.loading.load import load_policy
from prevent.policy.model import Policy
from prevent.rules.compile import compile_rule, people_of, setting_of
from prevent.soundness.subject import Subject
from processes import ROOT


def subjects(policy: Policy) -> list[Subject]:
    people = people_of(policy)
    return [
        Subject(
            rule,
            compile_rule(rule, procedure, people),
            procedure,
            setting_of(rule, procedure, people),
        )
        for procedure in policy.procedures
        for rule in policy.rules_for(procedure)
    ]


def checked(request: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> str:
    path = folder / "request.yaml"
    path.write_text(request, encoding="utf-8")
    capsys.readouterr()
    assert main(["check", str(path), "--as-of", "2027-01-01", "--explain"]) in {0, 1}
    return " ".join(capsys.readouterr().out.split())


def test_a_request_to_which_a_rule_applies_can_be_shown_for_each_rule(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    every = subjects(load_policy(ROOT / "policy"))
    assert len(every) > 15
    for subject in every:
        request = subject.sample(subject.possible(subject.compiled.applies))
        report = checked(request, tmp_path, capsys)
        assert f"({subject.written.id}): applies" in report, request


def test_a_request_that_has_what_a_rule_requires_can_be_shown_for_each_rule(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    for subject in subjects(load_policy(ROOT / "policy")):
        if not subject.required:
            continue
        met = [part.met for part in subject.required]
        request = subject.sample(subject.possible(subject.compiled.applies, *met))
        report = checked(request, tmp_path, capsys)
        title = subject.written.title
        in_order = report.partition("In order: ")[2].partition("Why:")[0]
        assert title in in_order, (request, report)

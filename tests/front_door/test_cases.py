"""The decision table: request files in folders named for the outcome they must have."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from prevent.engines.durable import available
from processes import ROOT, Prevent

CASES = ROOT / "tests" / "cases"
OUTCOMES = ("allowed", "action-needed", "referred", "refused")
KEYS = ("rule", "outcome", "who", "by", "subject")


@cache
def expected() -> dict[str, list[list[dict[str, Any]]]]:
    loaded = yaml.safe_load((CASES / "expected.yaml").read_text(encoding="utf-8"))
    assert isinstance(loaded, dict)
    return loaded


@cache
def expected_faults() -> dict[str, list[dict[str, Any]]]:
    loaded = yaml.safe_load((CASES / "not-valid" / "expected.yaml").read_text(encoding="utf-8"))
    assert isinstance(loaded, dict)
    return loaded


@pytest.fixture(scope="module", params=["durable-rules confirmed", "reference evaluator alone"])
def decided(
    request: pytest.FixtureRequest, prevent: Prevent, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, list[dict[str, Any]]]:
    """Every case decided in one run, by file; once with the rules engine and once without."""
    environment = {}
    if request.param == "reference evaluator alone":
        folder = tmp_path_factory.mktemp("without")
        (folder / "durable_rules_engine.py").write_text("raise ImportError('not here')\n")
        environment = {"PYTHONPATH": str(folder)}
    folders = [str(CASES / outcome) for outcome in OUTCOMES]
    ran = prevent("check", *folders, "--format", "json", environment=environment)
    assert ran.json["errors"] == []
    assert "reference" in ran.json["engine"]
    engine_takes_part = not environment and available() is None
    assert ("durable-rules" in ran.json["engine"]) == engine_takes_part
    by_file: dict[str, list[dict[str, Any]]] = {}
    for decision in ran.json["decisions"]:
        name = Path(decision["file"]).relative_to(CASES).as_posix()
        by_file.setdefault(name, []).append(decision)
    return by_file


def test_every_case_file_is_expected_and_every_expectation_has_its_file() -> None:
    files = {
        path.relative_to(CASES).as_posix()
        for outcome in OUTCOMES
        for path in (CASES / outcome).iterdir()
    }
    assert files == set(expected())
    assert len(files) > 100


def test_every_request_has_the_outcome_its_folder_names(
    decided: dict[str, list[dict[str, Any]]],
) -> None:
    wrong = [
        (name, decision["document"], decision["outcome"])
        for name, decisions in decided.items()
        for decision in decisions
        if decision["outcome"] != name.split("/")[0]
    ]
    assert wrong == []


@pytest.mark.parametrize("name", sorted(expected()))
def test_findings_are_just_those_expected(
    name: str, decided: dict[str, list[dict[str, Any]]]
) -> None:
    found = [
        sorted(str([finding[key] for key in KEYS]) for finding in decision["findings"])
        for decision in decided[name]
    ]
    wanted = [
        sorted(str([finding[key] for key in KEYS]) for finding in findings)
        for findings in expected()[name]
    ]
    assert found == wanted


@pytest.mark.parametrize("name", sorted(expected_faults()))
def test_a_request_that_is_not_valid_is_an_error_in_its_place(name: str, prevent: Prevent) -> None:
    ran = prevent("check", str(CASES / "not-valid" / name), "--format", "json")
    assert ran.status == 2
    wanted = expected_faults()[name]
    errors = ran.json["errors"]
    assert len(errors) == len(wanted), errors
    for error, want in zip(errors, wanted, strict=True):
        for key in ("line", "column"):
            if want[key] is not None:
                assert error[key] == want[key], error
        for words in want["contains"]:
            assert words.lower() in error["message"].lower()

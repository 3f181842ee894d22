"""What is waived shows as such in every format, and counts as no failure."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from junitparser import JUnitXml, Skipped
from tap.parser import Parser
from waiving import Project, project_at

from prevent.reports.formats import FORMATS
from processes import Prevent


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory, prevent: Prevent) -> dict[str, str]:
    """Every report of a check in which one finding is waived."""
    folder = project_at(tmp_path_factory.mktemp("waived"))
    project = Project(folder, prevent)
    project.request("a")
    project.waive({})
    named = [word for form in FORMATS for word in ("--format", f"{form}=out.{form}")]
    assert project.check(*named).status == 0
    return {form: (folder / f"out.{form}").read_text(encoding="utf-8") for form in FORMATS}


@pytest.mark.parametrize("form", FORMATS)
def test_every_report_says_who_waived_it_and_why(form: str, texts: dict[str, str]) -> None:
    text = " ".join(texts[form].split())
    assert "Quality Director is away until June" in text
    assert "w-1" in text
    assert ("managing-director" if form == "json" else "By the Managing Director") in text


@pytest.mark.parametrize("form", ["text", "table", "markdown", "github", "azure", "tap"])
def test_the_reports_for_people_and_logs_count_it(form: str, texts: dict[str, str]) -> None:
    text = " ".join(texts[form].split())
    assert "1 can go ahead. 1 finding is waived." in text


def test_to_a_build_it_is_no_failure(texts: dict[str, str]) -> None:
    suites = JUnitXml.fromstring(texts["junit"].encode())
    results = [result for suite in suites for case in suite for result in case.result]
    assert (suites.skipped, suites.failures, suites.errors) == (1, 0, 0)
    assert sum(isinstance(each, Skipped) for each in results) == 1
    lines = [*Parser().parse_text(texts["tap"])]
    tests = [line for line in lines if line.category == "test"]
    assert [(line.ok, line.todo) for line in tests] == [(False, True)]
    assert texts["github"].startswith("::notice ")
    assert "::warning" not in texts["github"]
    assert "##vso[" not in texts["azure"]
    severities = [each["severity"] for each in json.loads(texts["gitlab"])]
    assert severities == ["info"]


def test_to_code_scanning_it_is_suppressed(texts: dict[str, str]) -> None:
    (waived,) = json.loads(texts["sarif"])["runs"][0]["results"]
    (suppression,) = waived["suppressions"]
    assert (suppression["kind"], suppression["status"]) == ("external", "accepted")
    assert "The Quality Director is away until June" in suppression["justification"]


def test_a_waiver_stands_at_its_own_place(tmp_path: Path, prevent: Prevent) -> None:
    project = Project(project_at(tmp_path), prevent)
    project.request("a")
    project.waive({"by": "nobody"})
    shown = project.check("--format", "github").out
    assert "file=waivers.yaml,line=" in shown

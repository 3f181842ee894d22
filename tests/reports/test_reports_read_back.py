"""Each format is read by something we did not write, also where all words are hostile."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
import yaml
from hostile_reports import PAYLOADS, Reports
from junitparser import Error, Failure, JUnitXml, Skipped
from pydantic import BaseModel
from sarif_pydantic import Sarif
from tap.parser import Parser

from processes import ROOT, Prevent

FORMS = ("json", "sarif", "junit", "tap", "gitlab")


@pytest.fixture(scope="module")
def samples(prevent: Prevent, tmp_path_factory: pytest.TempPathFactory) -> Reports:
    """The reports of the sample requests and the cases."""
    folder = tmp_path_factory.mktemp("samples")
    named = [word for form in FORMS for word in ("--format", f"{form}={folder / form}")]
    prevent("check", "requests", "tests/cases", "--as-of", "2026-03-10", *named)
    return Reports(folder, {form: (folder / form).read_text("utf-8") for form in FORMS})


@pytest.fixture(params=["samples", "hostile"])
def told(request: pytest.FixtureRequest) -> Reports:
    found: Reports = request.getfixturevalue(request.param)
    return found


def summary(told: Reports) -> dict[str, int]:
    counted: dict[str, int] = json.loads(told.texts["json"])["summary"]
    return counted


def findings(told: Reports) -> int:
    return sum(len(each["findings"]) for each in json.loads(told.texts["json"])["decisions"])


def test_junit_is_read_by_junitparser(told: Reports) -> None:
    suites = JUnitXml.fromstring(told.texts["junit"].encode())
    results = [result for suite in suites for case in suite for result in case.result]
    assert sum(isinstance(each, Error) for each in results) == summary(told)["errors"]
    assert sum(isinstance(each, Failure) for each in results) == findings(told)
    assert not any(isinstance(each, Skipped) for each in results)
    assert suites.failures == findings(told)
    assert suites.errors == summary(told)["errors"]
    assert {each.tag for each in ET.fromstring(told.texts["junit"]).iter()} <= {  # noqa: S314 (ours)
        "testsuites",
        "testsuite",
        "testcase",
        "failure",
        "error",
        "system-out",
    }


def test_tap_is_read_by_tap_py(told: Reports) -> None:
    lines = [*Parser().parse_text(told.texts["tap"])]
    tests = [line for line in lines if line.category == "test"]
    assert len(tests) == next(line for line in lines if line.category == "plan").expected_tests
    assert [line.number for line in tests] == [*range(1, len(tests) + 1)]
    failed = [line for line in tests if not line.ok]
    assert len(failed) == findings(told) + summary(told)["errors"]
    assert not any(line.skip or line.todo for line in tests)
    assert {line.category for line in lines} <= {"test", "plan", "diagnostic", "unknown", "version"}
    blocks = told.texts["tap"].split("\n  ---\n")[1:]
    for block in blocks:
        assert {"message", "at"} <= set(yaml.safe_load(block.partition("\n  ...\n")[0]))


def test_sarif_is_read_by_a_model_of_it(told: Reports) -> None:
    read = Sarif.model_validate_json(told.texts["sarif"])
    # The model lacks this one key, which the standard has.
    assert {*unknown_keys(read)} == {"/runs/columnKind"}
    (run,) = read.runs
    rules = [rule.id for rule in run.tool.driver.rules]
    assert len(set(rules)) == len(rules) > 10
    assert run.results
    for result in run.results:
        assert rules[result.rule_index] == result.rule_id
        (location,) = result.locations
        place = location.physical_location
        assert place.region.start_line >= 1
        assert place.region.start_column >= 1
        assert not set(place.artifact_location.uri) & set(' <>"\\^`{|}#?')
        assert ":" not in place.artifact_location.uri
        assert place.artifact_location.uri.isascii()
    prints = [str(result.partial_fingerprints) for result in run.results]
    assert len(set(prints)) == len(prints)


def unknown_keys(model: BaseModel, at: str = "") -> Iterator[str]:
    """The keys of a file that its model does not know."""
    yield from (f"{at}/{key}" for key in (model.model_extra or {}) if key != "$schema")
    for name in type(model).model_fields:
        value: Any = getattr(model, name)
        for each in value if isinstance(value, list) else [value]:
            if isinstance(each, BaseModel) and name != "properties":
                yield from unknown_keys(each, f"{at}/{name}")


def test_the_brackets_of_a_sarif_message_make_no_link(hostile: Reports) -> None:
    read = json.loads(hostile.texts["sarif"])
    for result in read["runs"][0]["results"]:
        left = result["message"]["text"].replace("\\\\", "").replace("\\[", "").replace("\\]", "")
        assert not set(left) & set("[]\\")
        assert not set(left.replace("{{", "").replace("}}", "")) & set("{}")


def test_gitlab_is_what_its_own_check_of_such_files_asks_for(told: Reports) -> None:
    read = json.loads(told.texts["gitlab"])
    severities = {"info", "minor", "major", "critical", "blocker"}
    for each in read:
        assert isinstance(each["description"], str)
        assert each["severity"] in severities
        assert each["location"]["lines"]["begin"] >= 1
        assert each["location"]["positions"]["begin"]["column"] >= 1
    assert len({each["fingerprint"] for each in read}) == len(read)
    at_fault = [each for each in read if each["severity"] != "info"]
    assert len(at_fault) == findings(told) + summary(told)["errors"]


def test_json_says_what_was_written(hostile: Reports) -> None:
    decisions = json.loads(hostile.texts["json"])["decisions"]
    assert {each["title"] for each in decisions} <= set(PAYLOADS)
    assert len(decisions) > len(PAYLOADS)


def test_the_rules_of_sarif_hold_the_words_of_the_policy(samples: Reports) -> None:
    rules = {
        each["id"]: each
        for each in json.loads(samples.texts["sarif"])["runs"][0]["tool"]["driver"]["rules"]
    }
    notice = rules["event-notice"]
    assert notice["shortDescription"]["text"] == "External agencies give a month's notice"
    assert "Clause 3.8, S70" in notice["help"]["text"]
    assert "helpUri" not in notice


def test_where_the_site_is_known_rules_link_to_it(prevent: Prevent, tmp_path: Path) -> None:
    (tmp_path / "policy").symlink_to(ROOT / "policy")
    (tmp_path / "mkdocs.yml").write_text("site_url: https://policy.example/prevent/\n")
    (tmp_path / "a.yaml").write_text("kind: leaflet\n")
    ran = prevent("check", "a.yaml", "--format", "sarif", cwd=tmp_path)
    rules = ran.json["runs"][0]["tool"]["driver"]["rules"]
    assert rules[0]["helpUri"].startswith("https://policy.example/prevent/rules.html#")

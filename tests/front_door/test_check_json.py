"""What ``prevent check`` says to machines."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from checked_folders import AS_OF, LINES, write

from processes import Prevent

# --- the machine output ---------------------------------------------------------------------------

TEXT_OR_NONE = (str, type(None))
DECISION = {
    "file": str,
    "document": int,
    "line": int,
    "kind": str,
    "reference": TEXT_OR_NONE,
    "title": str,
    "outcome": str,
    "findings": list,
    "passed": list,
}
FINDING = {
    "rule": str,
    "outcome": str,
    "clause": str,
    "statements": list,
    "message": str,
    "who": list,
    "by": TEXT_OR_NONE,
    "subject": TEXT_OR_NONE,
    "line": int,
}
ERROR = {"file": str, "document": int, "line": int, "column": int, "message": str}
WORST_FIRST = ["refused", "referred", "action-needed", "allowed"]


@pytest.fixture(scope="module")
def everything(prevent: Prevent) -> dict[str, Any]:
    """All the samples and all the cases, the ones that are not valid too, decided as JSON."""
    ran = prevent("check", "requests", "tests/cases", "--format", "json", *AS_OF)
    assert ran.status == 2
    return ran.json


def assert_shape(value: dict[str, Any], shape: dict[str, Any]) -> None:
    for key, types in shape.items():
        assert isinstance(value[key], types), (key, value[key])


def test_the_json_has_the_keys_of_the_contract(everything: dict[str, Any]) -> None:
    keys = ["policy", "as_of", "engine", "decisions", "errors", "summary"]
    assert [key for key in everything if key in keys] == keys
    assert_shape(
        everything["policy"], {"title": str, "issued": str, "next_review": str, "digest": str}
    )
    assert everything["policy"]["digest"].startswith("sha256:")
    assert len(everything["decisions"]) > 100
    assert len(everything["errors"]) > 10
    for error in everything["errors"]:
        assert_shape(error, ERROR)
    for decision in everything["decisions"]:
        assert_shape(decision, DECISION)
        for finding in decision["findings"]:
            assert_shape(finding, FINDING)
            if finding["by"]:
                date.fromisoformat(finding["by"])


def test_the_worst_finding_is_the_outcome_and_the_summary_adds_up(
    everything: dict[str, Any],
) -> None:
    counts = dict.fromkeys(WORST_FIRST, 0)
    for decision in everything["decisions"]:
        outcomes = [finding["outcome"] for finding in decision["findings"]]
        assert decision["outcome"] == min(outcomes, key=WORST_FIRST.index, default="allowed")
        counts[decision["outcome"]] += 1
        rules = {finding["rule"] for finding in decision["findings"]}
        assert not rules & set(decision["passed"])
    assert everything["summary"] == counts | {"errors": len(everything["errors"])}


def test_every_finding_cites_words_of_the_policy_and_known_roles(
    everything: dict[str, Any], built: Path
) -> None:
    policy = json.loads((built / "rules" / "policy.json").read_text())
    for decision in everything["decisions"]:
        for finding in decision["findings"]:
            assert finding["statements"]
            for statement in finding["statements"]:
                assert finding["words"][statement] == policy["statements"][statement]
            assert finding["clause"] in policy["clauses"]
            assert set(finding["who"]) <= set(policy["roles"])
            assert "{" not in finding["message"]


def test_each_finding_points_at_the_line_it_is_about(folder: Path, prevent: Prevent) -> None:
    write(folder, a=LINES)
    [decision] = prevent("check", "a.yaml", "--format", "json", *AS_OF, cwd=folder).json[
        "decisions"
    ]
    found = {
        (finding["rule"], finding["subject"]): LINES.splitlines()[finding["line"] - 1].strip()
        for finding in decision["findings"]
    }
    assert decision["line"] == 2
    assert found == {
        ("event-authorised", None): "decision: declined",
        ("speaker-refused", "One"): "values: contrary",
        # About the concern as much as about the values: it points at what the rule asks first.
        ("speaker-decision", "Two"): "values: shared",
        # A missing answer: where the key would go.
        ("speaker-assessed", "Three"): "- name: Three",
        ("speaker-advice", "Four"): "- name: Four",
        ("event-notice", None): "received_on: 2026-04-01",
        ("organiser-advice", None): "kind: booking",
        ("event-outline", None): "outline: withheld",
        ("event-presentation", None): "kind: booking",
        ("risk-assessment", None): "completed: 2026-04-21",
    }

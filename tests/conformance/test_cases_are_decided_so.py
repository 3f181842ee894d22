"""Each case is a valid request, and a check tells of it just what the case says."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from conformance.written_cases import every
from prevent.decide.decider import Decider
from prevent.decide.decision import Decision
from prevent.policy.outcomes import worst
from prevent.reading.documents import parse_documents
from prevent.requests.request import Request, RequestReader
from processes import ROOT, Prevent
from sample_requests import POLICIES, rules


def day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def told(decision: Decision) -> Counter[tuple[object, ...]]:
    """What stands in the way of a request, as far as a check reports it."""
    return Counter(
        (each.rule, each.outcome, each.clause, frozenset(each.who), each.by, each.subject)
        for each in decision.findings
    )


@pytest.mark.parametrize("policy", POLICIES)
def test_a_check_decides_each_case_as_it_says(policy: str) -> None:
    # The engine takes no part: it is one of those that are put the same cases.
    made = rules(policy)
    decider = Decider(made.rule_set, lambda _: None)
    reader = RequestReader(made.rule_set.kinds, made.schemas)
    for _, kind, cases in every(policy):
        named = {field["id"]: field.get("named_by") for field in kind["fields"]}
        ids = [case["id"] for case in cases]
        assert len(set(ids)) == len(ids)
        assert len(
            {
                json.dumps(case["request"]) + case["as_of"] + case.get("policy_as_of", "")
                for case in cases
            }
        ) == len(cases)
        for case in cases:
            as_of, policy_as_of = day(case["as_of"]), day(case.get("policy_as_of"))
            assert as_of is not None
            text = json.dumps(case["request"]).encode()
            [document], faults = parse_documents(text, name=case["id"], json=True)
            request = reader.read(document)
            assert not faults
            assert isinstance(request, Request), request
            decision = decider.decide(request, as_of, policy_as_of)
            expected = Counter(
                (
                    found["rule"],
                    found["outcome"],
                    found["clause"],
                    frozenset(found["who"]),
                    day(found["by"]),
                    case["request"][found["list"]][found["item"]][named[found["list"]]]
                    if found["list"]
                    else None,
                )
                for found in case["findings"]
                if found["outcome"] != "allowed"
            )
            assert told(decision) == expected, case["id"]
            assert (
                decision.outcome == case["outcome"] == worst(x["outcome"] for x in case["findings"])
            )
            beside = {each.rule for each in (*decision.notes, *decision.afterwards)}
            beside |= {each.rule for each in decision.conditions if not each.approver}
            allowed = {x["rule"] for x in case["findings"] if x["outcome"] == "allowed"}
            assert beside <= allowed, case["id"]
            assert len(allowed - beside) <= sum(bool(x.get("conditions")) for x in case["findings"])


def test_a_case_can_be_checked_by_hand(prevent: Prevent, tmp_path: Path) -> None:
    [case] = [
        case for _, _, cases in every("policy") for case in cases if case["id"] == "event-0010"
    ]
    (tmp_path / "request.json").write_text(json.dumps(case["request"]))
    ran = prevent(
        "check",
        str(tmp_path / "request.json"),
        "--as-of",
        case["as_of"],
        "--format",
        "json",
        cwd=ROOT,
    )
    [decision] = ran.json["decisions"]
    assert decision["outcome"] == case["outcome"]
    stopping = sorted(x["rule"] for x in case["findings"] if x["outcome"] != "allowed")
    assert sorted(x["rule"] for x in decision["findings"]) == stopping


@pytest.mark.parametrize("seed", ["1", "2"])
def test_the_cases_are_the_same_whenever_they_are_made(seed: str, prevent: Prevent) -> None:
    ran = prevent("build", "--check", environment={"PYTHONHASHSEED": seed})
    assert (ran.status, ran.out) == (0, "rules/ is what the policy makes.\n")

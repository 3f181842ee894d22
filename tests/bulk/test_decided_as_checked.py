"""A register is decided as ``prevent check`` decides the same requests, finding by finding."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from registers import decide, write

from prevent.decide.check import Checker
from prevent.requests.request import Request
from prevent.rules.columns import columns
from prevent.rules.rows import row_of
from processes import ROOT, Prevent
from sample_requests import AS_OF, POLICIES, requests, rules


def row(request: Request, number: int) -> dict[str, Any]:
    """A request as a row, under a reference of its own."""
    whole = request.stated(AS_OF)
    lists = {column.fact for column in columns(request.rules) if column.type == "list"}
    items = {each: [one.facts for one in request.items(each, whole)] for each in lists}
    made = {
        k: v for k, v in row_of(request.rules, whole.facts, items).items() if v not in (None, [])
    }
    return {**made, "reference": f"R-{number}"}


def checked(policy: str, files: list[str]) -> dict[tuple[str, int], Any]:
    """What a check comes to, by the file and the document of each request."""
    checker = Checker(rules(policy), AS_OF)
    try:
        report = checker.check(files, lambda: b"")
    finally:
        checker.close()
    return {(each.place.file, each.place.document): each for each in report.decisions}


@pytest.mark.parametrize("policy", POLICIES)
def test_every_request_there_is(policy: str, prevent: Prevent, tmp_path: Path) -> None:
    every = list(requests(policy))
    decisions = checked(policy, list(dict.fromkeys(each.document.start.file for each in every)))
    register = write(tmp_path / "requests.ndjson", [row(r, n) for n, r in enumerate(every)])
    came = decide(prevent, register, "--policy", str(ROOT / policy))
    compared = 0
    for number, request in enumerate(every, start=1):
        start = request.document.start
        expected = decisions.get((start.file, start.document))
        if expected is None:  # working days that cannot be counted: neither decides it
            assert "bank holidays" in came.rejects[number]["reason"]
            continue
        decided = came.decisions[number]
        assert decided["outcome"] == expected.outcome
        told = [each for each in decided["findings"] if each["outcome"] != "allowed"]
        assert Counter(_found(each, request) for each in told) == Counter(
            (
                each.rule,
                each.outcome,
                each.clause,
                frozenset(each.who),
                each.by.isoformat() if each.by else None,
                each.subject,
            )
            for each in expected.findings
        )
        imposed = {c for each in decided["findings"] for c in each["conditions"]}
        assert imposed == {each.condition for each in expected.conditions if not each.approver}
        compared += 1
    assert compared > 5


def _found(each: dict[str, Any], request: Request) -> tuple[Any, ...]:
    subject = None
    if each["item"] is not None:
        owner = request.rules.field(each["list"])
        entries: Any = request.data[each["list"]]
        assert owner is not None
        subject = entries[each["item"]][owner.named_by]
    key = (each["rule"], each["outcome"], each["clause"], frozenset(each["who"]), each["by"])
    return (*key, subject)

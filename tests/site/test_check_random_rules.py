"""The page decides by rules nobody has thought of as the checker does."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from check_in_page import Checks, Json, checks_in, with_places, written
from playwright.sync_api import Browser

from prevent.conformance.random_cases import Lot, lots
from prevent.decide.check import Report
from prevent.decide.decider import Decider
from prevent.reading.documents import Document
from prevent.reports.json_report import json_report
from prevent.reports.style import Style
from prevent.requests.request import Request
from prevent.site.check_data import check_data

CASES = 300


@pytest.fixture(scope="module")
def checks(browser: Browser) -> Iterator[Checks]:
    with checks_in(browser) as checks:
        yield checks


def decided(lot: Lot, documents: list[Document]) -> list[Json]:
    """What the checker says of each case, as the command line prints it."""
    # The engine takes no part: the reference evaluator is what it is held against.
    decider = Decider(lot.rule_set, lambda _: None)
    decisions = [
        decider.decide(
            Request(document, lot.kind, dict(case.request)),
            case.draft.as_of,
            case.draft.policy_as_of,
        )
        for case, document in zip(lot.cases.values(), documents, strict=True)
    ]
    as_of = next(iter(lot.cases.values())).draft.as_of
    report = Report(lot.rule_set, as_of, "", "", tuple(decisions), ())
    found: list[Json] = json.loads(json_report(report, Style()))["decisions"]
    return found


def test_random_rules_come_to_the_same_on_the_page(checks: Checks, tmp_path: Path) -> None:
    compared = 0
    for lot in lots("page", CASES):
        documents = written([case.request for case in lot.cases.values()], tmp_path / "cases.yaml")
        calls = [
            (
                *(0, lot.kind.kind, case.request, case.draft.as_of.isoformat()),
                case.draft.policy_as_of and case.draft.policy_as_of.isoformat(),
            )
            for case in lot.cases.values()
        ]
        data = [check_data(lot.rule_set, lot.kind.kind)]
        answers = checks.call("decide.js", "decide", calls, data)
        expected = decided(lot, documents)
        for number, document, answer, said in zip(
            lot.cases, documents, answers, expected, strict=True
        ):
            assert with_places(answer, document) == said, f"random case {number} of {CASES}"
            compared += 1
    assert compared == CASES

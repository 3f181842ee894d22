"""The check on the page decides as the command line does."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from check_in_page import (
    POLICIES,
    Checks,
    Json,
    checks_in,
    documents_of,
    on_command_line,
    rules,
    with_places,
    written,
)
from playwright.sync_api import Browser
from random_requests import Requests
from shown_site import PROJECT

from conformance.written_cases import every
from prevent.loading.load import load_policy
from prevent.requests.request import Request, RequestReader
from prevent.trials.read import read_trials
from processes import Prevent

AS_OF = date(2026, 3, 10)
RANDOM = {"policy": 680}
"""So many random requests of each kind are compared; of each other policy fewer."""


@pytest.fixture(scope="module")
def checks(browser: Browser) -> Iterator[Checks]:
    with checks_in(browser) as checks:
        yield checks


@cache
def requests_to(policy: str) -> tuple[Json, ...]:
    return tuple(_requests_to(policy))


def _requests_to(policy: str) -> Iterator[Json]:
    """Valid requests to a policy: its examples and tests, our cases, and random ones."""
    made, folder = rules(policy), PROJECT / policy
    reader = RequestReader(made.rule_set.kinds, made.schemas)
    cases = [PROJECT / "tests" / "cases"] if policy == "policy" else []
    for document in documents_of(folder / ".." / "requests", *cases):
        if isinstance(reader.read(document), Request):
            assert isinstance(document.data, dict)
            yield dict(document.data)
    if (folder / "tests").exists():
        for trial in read_trials(folder, policy, load_policy(folder, policy), made):
            yield dict(trial.request.data)
    for kind in made.rule_set.kinds.values():
        own = Requests(made.rule_set, kind, "decides")
        yield from (own.request() for _ in range(RANDOM.get(policy, 100)))


@pytest.mark.parametrize("policy", POLICIES)
def test_the_page_says_of_each_request_all_that_the_command_line_says(
    checks: Checks, prevent: Prevent, policy: str, tmp_path: Path
) -> None:
    requests = requests_to(policy)
    documents = written(requests, tmp_path / "requests.yaml")
    report = on_command_line(prevent, policy, tmp_path / "requests.yaml", AS_OF)
    calls = [(each["kind"], each, AS_OF.isoformat()) for each in requests]
    decided = checks.decide(policy, calls)
    said = {each["document"]: each for each in report["decisions"]}
    refused = {each["document"]: each["message"] for each in report["errors"]}
    assert len(said) + len(refused) == len(requests)
    for document, answer in zip(documents, decided, strict=True):
        where = f"{policy}, request {document.number} of {len(requests)}: {document.data}"
        if document.number in refused:
            assert answer == {"thrown": refused[document.number]}, where
            continue
        page = with_places(answer, document)
        assert page == said[document.number], where
        assert in_order(page) == in_order(said[document.number]), where


def in_order(value: Any) -> Any:  # noqa: ANN401 (JSON)
    """JSON with its keys in their order, so that this counts too."""
    if isinstance(value, dict):
        return [(key, in_order(each)) for key, each in value.items()]
    return [in_order(each) for each in value] if isinstance(value, list) else value


def test_most_requests_to_our_policy_are_random_and_come_to_every_outcome(checks: Checks) -> None:
    made = requests_to("policy")
    calls = [(each["kind"], each, AS_OF.isoformat()) for each in made]
    outcomes = Counter(each["outcome"] for each in checks.decide("policy", calls))
    assert len(made) > 2_000
    assert min(outcomes.values()) > 30, outcomes
    assert len(outcomes) == 4


@pytest.mark.parametrize("policy", POLICIES)
def test_the_page_finds_in_each_case_of_the_conformance_suite_what_the_case_says(
    checks: Checks, policy: str
) -> None:
    for kind, own, cases in every(policy):
        named = {field["id"]: field.get("named_by") for field in own["fields"]}
        calls = [(kind, each["request"], each["as_of"], each.get("policy_as_of")) for each in cases]
        for case, decision in zip(cases, checks.decide(policy, calls), strict=True):
            where = f"{policy}, {case['id']} of {len(cases)}"
            expected = [told_by(found, case["request"], named) for found in case["findings"]]
            assert decision["outcome"] == case["outcome"], where
            told = ("findings", "notes", "afterwards")
            assert Counter(said(each) for key in told for each in decision[key]) == Counter(
                found for found, conditions in expected if not conditions
            ), where
            imposed = {(condition, found) for found, own in expected for condition in own}
            assert imposed_in(decision) <= {
                (condition, found[0], found[-1]) for condition, found in imposed
            }, where
            assert {each[0] for each in imposed_in(decision)} == {each[0] for each in imposed}, (
                where
            )


def told_by(
    found: Json, request: Json, named: dict[str, str]
) -> tuple[tuple[object, ...], tuple[str, ...]]:
    each, item = found["list"], found["item"]
    subject = request[each][item][named[each]] if each else None
    who = frozenset(found["who"])
    key = (found["rule"], found["outcome"], found["clause"], who, found["by"], subject)
    return key, tuple(found.get("conditions", ()))


def said(finding: Json) -> tuple[object, ...]:
    who = frozenset(finding["who"])
    named = (finding[key] for key in ("rule", "outcome", "clause"))
    return (*named, who, finding["by"], finding["subject"])


def imposed_in(decision: Json) -> set[tuple[str, str, str | None]]:
    rules = [each for each in decision["conditions"] if not each["approver"]]
    return {(each["condition"], each["rule"], each["subject"]) for each in rules}


def test_a_request_that_cannot_be_decided_says_why_as_the_command_line_does(
    checks: Checks, prevent: Prevent, tmp_path: Path
) -> None:
    policy = "examples/college/policy"
    made = rules(policy)
    kind = made.rule_set.kinds["speaker-event"]
    requests = [Requests(made.rule_set, kind, f"far/{number}").request() for number in range(40)]
    year = made.rule_set.calendar().last + 1
    days = {"received_on": f"{year}-06-01", "date": f"{year}-07-01"}
    far = [each | days for each in requests]
    written(far, tmp_path / "far.yaml")
    report = on_command_line(prevent, policy, tmp_path / "far.yaml", AS_OF)
    calls = [(kind.kind, each, AS_OF.isoformat()) for each in far]
    thrown = [each["thrown"] for each in checks.decide(policy, calls) if "thrown" in each]
    assert thrown == [each["message"] for each in report["errors"]]
    assert any("Bank holidays are known from" in each for each in thrown)

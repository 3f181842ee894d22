"""The page decides by rules nobody has thought of as the checker does."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest
from check_in_page import Checks, Json, checks_in, with_places, written
from playwright.sync_api import Browser

from prevent.conditions.tree import TRUE, Day, Given, Is, Not
from prevent.conformance.random_cases import lots
from prevent.decide.check import Report
from prevent.decide.decider import Decider
from prevent.fields.field import Field
from prevent.policy.outcomes import OUTCOMES, Outcome
from prevent.reading.documents import Document
from prevent.reports.json_report import json_report
from prevent.reports.style import Style
from prevent.requests.request import Request
from prevent.rules.ruleset import Finding, KindRules, Part, Rule, RuleSet
from prevent.site.check_data import check_data

CASES = 300
DAY = Day(date(2026, 3, 10))
ROLES = ("head", "deputy")


class Asked(NamedTuple):
    """A request, the day of the check, and the day whose policy counts."""

    document: Document
    as_of: date
    policy_as_of: date | None


@pytest.fixture(scope="module")
def checks(browser: Browser) -> Iterator[Checks]:
    with checks_in(browser) as checks:
        yield checks


def decided(rule_set: RuleSet, asked: Sequence[Asked]) -> list[Json]:
    """What the checker says of each request, as the command line prints it."""
    # The engine takes no part: the reference evaluator is what it is held against.
    decider = Decider(rule_set, lambda _: None)
    [kind] = rule_set.kinds.values()
    decisions = []
    for document, as_of, policy_as_of in asked:
        assert isinstance(document.data, dict)
        request = Request(document, kind, document.data)
        decisions.append(decider.decide(request, as_of, policy_as_of))
    report = Report(rule_set, asked[0].as_of, "", "", tuple(decisions), ())
    found: list[Json] = json.loads("".join(json_report(report, Style())))["decisions"]
    return found


def on_page(checks: Checks, rule_set: RuleSet, asked: Sequence[Asked]) -> list[Json]:
    """What the page says of each request, with the places that the command line names."""
    [kind] = rule_set.kinds
    calls = [
        (0, kind, document.data, str(as_of), policy_as_of and str(policy_as_of))
        for document, as_of, policy_as_of in asked
    ]
    answers = checks.call("decide.js", "decide", calls, [check_data(rule_set, kind)])
    return [with_places(answer, each.document) for answer, each in zip(answers, asked, strict=True)]


def test_random_rules_come_to_the_same_on_the_page(checks: Checks, tmp_path: Path) -> None:
    compared = 0
    for lot in lots("page", CASES):
        cases = lot.cases.values()
        documents = written([case.request for case in cases], tmp_path / "cases.yaml")
        asked = [
            Asked(document, case.draft.as_of, case.draft.policy_as_of)
            for document, case in zip(documents, cases, strict=True)
        ]
        found = zip(lot.cases, on_page(checks, lot.rule_set, asked), strict=True)
        for (number, page), said in zip(found, decided(lot.rule_set, asked), strict=True):
            assert page == said, f"random case {number} of {CASES}"
            compared += 1
    assert compared == CASES


def a_rule(name: str, *findings: Finding, asks: Finding | None = None) -> Rule:
    parts = tuple(Part(str(number), "it", (each,)) for number, each in enumerate(findings))
    when = Is("size", ("large",)) if asks else TRUE
    return Rule(name, name, "1", ("S1",), parts, {"size": asks} if asks else {}, when=when)


def missing(outcome: Outcome, *who: str, at: str = "") -> Finding:
    return Finding(
        "missing", outcome, "{Who}: {items}.", who, Not(Given("size")), at, answers="size"
    )


def test_what_is_told_together_and_what_instead_of_it_is_the_same_on_the_page(
    checks: Checks, tmp_path: Path
) -> None:
    """Rules such as no policy of this repository has."""
    head = missing("action-needed", "head")
    rules = (
        a_rule("both-outcomes", head, missing("referred", "head")),
        a_rule("same-way", head),
        a_rule("another-role", missing("action-needed", "deputy")),
        a_rule("worse", missing("refused", "head")),
        a_rule("rests-on-it", asks=missing("action-needed")),
        a_rule("together", *(Finding("late", "referred", "{items}", (who,)) for who in ROLES)),
        a_rule("apart", *(Finding("late", way, "{items}", ("head",)) for way in OUTCOMES[:3])),
        a_rule(
            "day",
            Finding(
                "on", "allowed", "{on} {title} {Who_or}", values={"on": DAY}, words={"on": "x"}
            ),
        ),
    )
    fields = tuple(Field(each, "text", each, each) for each in ("title", "size"))
    kind = KindRules("talk", "talk", "Talks", "talks", "date", fields, ("title",), rules)
    rule_set = RuleSet(
        *("Policy", "Example", "E", "2026-01", "2027-01", "head", "sha256:0"),
        *({"head": "Head", "deputy": "Deputy"}, {"1": "Talks"}, {"S1": "Words."}, {"talk": kind}),
    )
    requests = [{"kind": "talk", "title": "T"}, {"kind": "talk", "title": "{who}", "size": "large"}]
    documents = written(requests, tmp_path / "talks.yaml")
    asked = [Asked(document, DAY.day, None) for document in documents]
    found = on_page(checks, rule_set, asked)
    assert found == decided(rule_set, asked)
    assert [each["rule"] for each in found[0]["findings"]] == [
        *("both-outcomes", "both-outcomes", "another-role", "worse"),
        *("together", "apart", "apart", "apart"),
    ]

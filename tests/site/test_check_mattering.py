"""Which questions make no difference: whatever is answered to them, the decision is the same."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

import pytest
from check_in_page import POLICIES, Checks, Json, checks_in, rules
from playwright.sync_api import Browser
from random_requests import Requests

from prevent.conditions.json_form import Json as Rules
from prevent.conditions.tree import All, Condition, Day, Given, Is, Moment, NotAfter, Number
from prevent.conditions.tree import Any as AnyOf
from prevent.conformance.random_cases import lots
from prevent.dates import Period
from prevent.fields.field import Field
from prevent.rules.ruleset import Finding, KindRules, Part, Rule, RuleSet
from prevent.site.check_data import check_data

AS_OF = "2026-03-10"
REQUESTS = {"policy": 150}
"""So many random requests of each kind are looked at; of each other policy fewer."""

Path = Sequence[str | int]


@pytest.fixture(scope="module")
def checks(browser: Browser) -> Iterator[Checks]:
    with checks_in(browser) as checks:
        yield checks


def decided(answer: Mapping[str, Any]) -> Json:
    """A decision without what changes none: remarks, and the day whose version counts."""
    return {key: value for key, value in answer.items() if key not in {"remarks", "in_force_on"}}


def changed(requests: Requests, request: Json, needless: Sequence[Path]) -> Iterator[Json]:
    """The request with other answers to what makes no difference: one by one, and all at once."""
    pick = requests.random.choice
    for path in needless:
        yield requests.answered(request, path, leave_out=True)
        yield from (requests.answered(request, path, leave_out=False) for _ in range(3))
    for _ in range(3 if needless else 0):
        other = request
        # A list comes last: with it, its items are others.
        for path in sorted(needless, key=len, reverse=True):
            other = requests.answered(other, path, leave_out=pick((True, False)))
        yield other


class Compared:
    """Decisions on requests, and on those with other answers to what makes no difference."""

    def __init__(self) -> None:
        self.calls: list[tuple[str, Json, str]] = []
        self.as_it_was: list[int] = []
        self.needless = 0

    def add(self, requests: Requests, request: Json, needless: Sequence[Path]) -> None:
        """A request, and the questions said to make no difference to it."""
        first = len(self.calls)
        others = changed(requests, request, needless)
        for each in (request, *others):
            self.calls.append((request["kind"], each, AS_OF))
            self.as_it_was.append(first)
        self.needless += len(needless)

    def same(self, decisions: Sequence[Json]) -> None:
        """Fails where such an answer changes what is decided."""
        for number, decision in enumerate(decisions):
            first = self.as_it_was[number]
            where = f"{self.calls[number][1]} for {self.calls[first][1]}"
            assert decided(decision) == decided(decisions[first]), where


@pytest.mark.parametrize("policy", POLICIES)
def test_no_answer_to_a_question_that_makes_no_difference_changes_a_decision(
    checks: Checks, policy: str
) -> None:
    compared = Compared()
    rule_set = rules(policy).rule_set
    for kind in rule_set.kinds.values():
        own = Requests(rule_set, kind, "matters")
        made = [own.request() for _ in range(REQUESTS.get(policy, 40))]
        needless = checks.needless(policy, [(kind.kind, each, AS_OF) for each in made])
        for request, paths in zip(made, needless, strict=True):
            compared.add(own, request, paths)
    compared.same(checks.decide(policy, compared.calls))
    assert compared.needless > 20


def test_nor_by_rules_nobody_has_thought_of(checks: Checks) -> None:
    needless = 0
    for lot in lots("matters", 400):
        compared = Compared()
        own = Requests(lot.rule_set, lot.kind, f"matters/{lot.kind.kind}")
        data = [check_data(lot.rule_set, lot.kind.kind)]
        made = [own.request() for _ in lot.cases]
        calls = [(0, lot.kind.kind, each, AS_OF) for each in made]
        found = checks.call("mattering.js", "makingNoDifference", calls, data)
        for request, paths in zip(made, found, strict=True):
            compared.add(own, request, paths)
        calls = [(0, *call) for call in compared.calls]
        compared.same(checks.call("decide.js", "decide", calls, data))
        needless += compared.needless
    assert needless > 100


def of_event(**answers: object) -> Json:
    return {"kind": "event", "title": "A talk", "date": "2026-06-01", **answers}


FROM_OUTSIDE = {"received_on", "organiser", "outline", "presentation", "risk_assessment"}
KNOWN = {"name": "A", "values": "shared", "extremism_concern": "none"}
UNSURE = {"name": "B", "values": "unsure", "extremism_concern": "none"}


@pytest.mark.parametrize(
    ("answers", "needless"),
    [
        ({}, set()),
        ({"requested_by": "staff"}, FROM_OUTSIDE),
        ({"requested_by": "external-agency"}, set()),
        ({"requested_by": "external-agency", "organiser": "unsure"}, set()),
        ({"requested_by": "staff", "speakers": [UNSURE]}, FROM_OUTSIDE),
        ({"requested_by": "staff", "speakers": [KNOWN]}, {*FROM_OUTSIDE, "advice"}),
        ({"requested_by": "staff", "speakers": [KNOWN, UNSURE]}, FROM_OUTSIDE),
        ({"requested_by": "staff", "speakers": []}, {*FROM_OUTSIDE, "approvals", "advice"}),
        ({"requested_by": "staff", "outline": "withheld"}, FROM_OUTSIDE),
    ],
)
def test_what_makes_no_difference_to_an_event(
    checks: Checks, answers: Json, needless: set[str]
) -> None:
    [found] = checks.needless("policy", [("event", of_event(**answers), AS_OF)])
    assert sorted(found) == sorted([each] for each in needless)


def test_what_is_asked_in_one_case_makes_no_difference_in_another(checks: Checks) -> None:
    request = {"kind": "booking", "title": "A room", "date": "2026-06-01", "facility": "Hall"}
    asked = {"requested_by": "staff", "hosts_event": "no"}
    [found] = checks.needless("policy", [("booking", request | asked, AS_OF)])
    named = {each for [each] in found}
    assert {"risk_assessment", "approvals", "advice", "received_on"} <= named
    # Whether an event is held decides whether there are speakers to be looked at.
    assert "hosts_event" not in named


def rule(name: str, when: Condition, test: Condition, each: str = "") -> Rule:
    finding = Finding("applies", "referred", "Look at it.", ("head",), test)
    return Rule(name, name, "1", ("S1",), (Part("one", "", (finding,)),), {}, each, when)


def yes_no(name: str) -> Field:
    return Field(name, "yes-no", name, name)


YES = [Is(name, ("yes",)) for name in ("one", "two", "three")]
ONE, TWO, THREE = YES
DAY = Field("day", "date", "day", "day")
RECEIVED = Field("received_on", "date", "received", "received")
GUEST = Field(
    "guests", "list", "guests", "guests", item="guest", named_by="name",
    fields=(Field("name", "text", "name", "name", required=True), yes_no("own"), yes_no("more"),
            yes_no("three")),
)  # fmt: skip
SOME = Number("guests", "at_least", 1)
LATE = NotAfter(Moment("day", Period(5, "working_days")), Moment("day"))


def made_data(*own: Rule, only_when: Mapping[str, tuple[str, ...]] | None = None) -> Rules:
    """The page's rules for a kind of these rules."""
    fields = (
        Field("title", "text", "title", "title"),
        *(yes_no(name) for name in ("one", "two", "three")), DAY, RECEIVED, GUEST,
    )  # fmt: skip
    kind = KindRules(
        "talk", "talk", "Talks", "talks", "title", fields, ("title",), own, only_when or {}
    )
    rule_set = RuleSet(
        *("Policy", "Example", "E", "2026-01", "2027-01", "head", "sha256:0"),
        *({"head": "Head"}, {"1": "Talks"}, {"S1": "Words."}, {"talk": kind}),
        bank_holidays=("2026-12-25",),
    )
    return dict(check_data(rule_set, "talk"))


def needless(checks: Checks, data: Rules, **answers: object) -> list[Path]:
    call = (0, "talk", {"kind": "talk", "title": "T", **answers}, AS_OF)
    [found] = checks.call("mattering.js", "makingNoDifference", [call], [data])
    paths: list[Path] = found
    return paths


def test_of_two_answers_of_which_one_would_do_only_the_later_is_said_to_make_no_difference(
    checks: Checks,
) -> None:
    either = made_data(rule("either", AnyOf((ONE, TWO)), THREE))
    assert needless(checks, either) == []
    assert needless(checks, either, two="yes") == [["one"]]
    assert needless(checks, either, one="yes", two="yes") == [["two"]]
    assert needless(checks, either, one="yes", two="no") == [["two"]]
    assert needless(checks, either, one="no", two="no") == [["three"]]


def test_what_a_rule_is_met_by_matters_while_the_rule_applies(checks: Checks) -> None:
    finding = Finding("missing", "referred", "Say on which day.", ("head",))
    parts = (Part("one", "", (finding,), TWO, THREE),)
    data = made_data(Rule("met", "met", "1", ("S1",), parts, {}, when=ONE))
    assert needless(checks, data) == []
    assert needless(checks, data, one="yes") == []
    assert needless(checks, data, three="no") == [["two"]]
    assert needless(checks, data, one="no") == [["two"], ["three"]]


def test_what_is_told_matters_while_it_can_be_told(checks: Checks) -> None:
    ask = Finding("unanswered", "action-needed", "Say one.", by=Moment("day"), answers="one")
    told = Finding("applies", "referred", "It is {three}.", ("head",), TWO)
    parts = (Part("one", "", (told,)),)
    data = made_data(Rule("told", "told", "1", ("S1",), parts, {"one": ask}, when=ONE))
    assert needless(checks, data) == []
    assert needless(checks, data, one="yes") == [["day"]]
    assert needless(checks, data, one="yes", two="no") == [["three"], ["day"]]


def test_the_day_a_request_was_received_matters_where_rules_come_into_force(
    checks: Checks,
) -> None:
    soon = NotAfter(Moment("in_force_on"), Day(date(2026, 8, 31)))
    own = rule("own", All((ONE, Given("received_on"))), TWO)
    data = made_data(own, rule("until", soon, THREE))
    assert needless(checks, data, one="no") == [["two"]]
    assert needless(checks, data, one="no", received_on="2026-09-01") == [["two"], ["three"]]
    assert needless(checks, made_data(own), one="no") == [["two"], ["received_on"]]


def test_an_item_may_yet_answer_what_the_request_answers(checks: Checks) -> None:
    data = made_data(rule("own", THREE, Is("own", ("yes",)), "guests"))
    assert needless(checks, data, three="no") == []
    assert needless(checks, data, three="no", guests=[{"name": "A"}]) == []
    guests = [{"name": "A", "three": "no"}]
    assert needless(checks, data, three="yes", guests=guests) == [["three"], ["guests", 0, "own"]]


def test_each_item_of_a_list_is_looked_at_by_its_own_answers(checks: Checks) -> None:
    own = made_data(rule("own", Is("own", ("yes",)), Is("more", ("yes",)), "guests"))
    guests = [{"name": "A", "own": "no"}, {"name": "B", "own": "yes"}, {"name": "C"}]
    assert needless(checks, own, guests=guests) == [["guests", 0, "more"]]
    guests = [{"name": "A", "own": "no", "more": "yes"}]
    assert needless(checks, own, guests=guests) == [["guests", 0, "more"]]


def test_a_list_that_is_left_out_may_still_have_items(checks: Checks) -> None:
    both = made_data(rule("own", ONE, Is("own", ("yes",)), "guests"), rule("two", TWO, THREE))
    assert needless(checks, both, two="no") == [["three"]]
    assert needless(checks, both, two="no", guests=[]) == [["one"], ["three"]]
    assert needless(checks, both, one="no") == [["guests"]]


def test_a_question_on_which_others_depend_matters_while_one_of_them_does(checks: Checks) -> None:
    limited = {"guests": ("one", "yes")}
    own = rule("own", All((TWO, ONE)), ONE)
    counted = made_data(rule("counted", SOME, THREE), own, only_when=limited)
    assert needless(checks, counted, two="no") == []
    # There can be no guests, so nothing is left that their number could decide.
    assert needless(checks, counted, one="no") == [["two"], ["three"]]
    never = made_data(rule("counted", All((TWO, SOME)), THREE), own, only_when=limited)
    assert needless(checks, never, two="no") == [["one"], ["three"], ["guests"]]


def test_an_answer_by_which_days_cannot_be_counted_matters(checks: Checks) -> None:
    counted = made_data(rule("counted", All((LATE, ONE)), TWO))
    assert needless(checks, counted, one="no") == [["two"]]
    first = made_data(rule("first", All((ONE, LATE)), TWO))
    assert needless(checks, first, one="no") == [["two"], ["day"]]

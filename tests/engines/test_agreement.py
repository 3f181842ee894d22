"""The rules engine and the reference evaluator agree, whatever the rules and the facts."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date
from functools import partial

import pytest
from hypothesis import given, reject, settings
from hypothesis import strategies as st

from conditions.strategies import CALENDAR, conditions, facts
from prevent.conditions.evaluate import Facts
from prevent.conditions.flat_facts import flattening
from prevent.conditions.tree import FALSE, TRUE, All, facts_of
from prevent.dates import Calendar, CalendarError
from prevent.engines import reference
from prevent.engines.confirmed import Evaluator
from prevent.engines.durable import DurableEngine, EngineError, available
from prevent.engines.forms import EngineForm
from prevent.engines.make_forms import engine_forms
from prevent.engines.reference import Prepared
from prevent.faults import NoDecisionError, PreventError
from prevent.rules.flat_rules import flat_rules
from prevent.rules.ruleset import Finding, KindRules, Part, Rule


@pytest.fixture(autouse=True)
def _installed(request: pytest.FixtureRequest) -> None:
    missing = available()
    if missing and "where_everything_must_run" not in request.node.name:
        pytest.skip(missing)


def test_where_everything_must_run_the_engine_is_installed() -> None:
    # Elsewhere the engine may be missing, and what needs it is passed over; not here.
    if os.environ.get("CI"):
        assert available() is None


def finding(name: str) -> Finding:
    return Finding(failure=name, outcome="action-needed", say="Do it.")


@st.composite
def parts(draw: st.DrawFn, name: str) -> Part:
    tests = draw(st.lists(conditions(2), max_size=2))
    findings = [
        Finding(failure="first", outcome="referred", say="Look.", test=test) for test in tests
    ]
    when = draw(conditions(2) | st.just(TRUE))
    return Part(name, "it", (*findings, finding("missing")), draw(conditions(3)), when)


@st.composite
def rules(draw: st.DrawFn, name: str) -> Rule:
    when, unless = draw(conditions(3) | st.just(TRUE)), draw(conditions(3) | st.just(FALSE))
    rule = Rule(
        id=name,
        title=name,
        clause="1",
        statements=(),
        parts=tuple(draw(parts(f"part{index}")) for index in range(draw(st.integers(0, 2)))),
        asks={},
        when=when,
        unless=unless,
    )
    asking = All((rule.applies, *(part.when for part in rule.parts)))
    asks = dict.fromkeys(facts_of(asking), finding("unanswered"))
    return Rule(
        rule.id, rule.title, rule.clause, rule.statements, rule.parts, asks, "", when, unless
    )


@st.composite
def kinds(draw: st.DrawFn) -> KindRules:
    number = draw(st.integers(1, 5))
    return KindRules(
        kind="event",
        noun="event",
        title="Events",
        procedure="events",
        happens_on="date",
        fields=(),
        required=(),
        rules=tuple(draw(rules(f"rule{index}")) for index in range(number)),
    )


@settings(max_examples=300, deadline=None)
@given(kind=kinds(), requests=st.lists(facts(), min_size=1, max_size=8))
def test_two_evaluators_agree_on_random_rules_and_facts(
    kind: KindRules, requests: list[Facts]
) -> None:
    try:
        form = engine_forms(kind).forms[""]
    except PreventError:
        # More alternatives than the profile allows: refused before any request is decided.
        reject()
    evaluator = Evaluator(kind.rules, form, CALENDAR)
    try:
        for request in requests:
            evaluator.fired({**request, "kind": kind.kind})
    finally:
        evaluator.close()


def answered(evaluator: Evaluator, facts: Facts) -> frozenset[str] | str:
    """The names of the tests that hold, or why there is no answer."""
    try:
        return evaluator.fired(facts)
    except NoDecisionError as error:
        return str(error)


@settings(max_examples=300, deadline=None)
@given(kind=kinds(), requests=st.lists(facts(), min_size=1, max_size=12))
def test_an_answer_that_is_kept_is_the_one_that_would_be_worked_out(
    kind: KindRules, requests: list[Facts]
) -> None:
    # Some of the days lie in years whose bank holidays are not known here.
    known = Calendar(frozenset({date(2024, 1, 31)}), 2024, 2024)
    keeping = Evaluator(kind.rules, None, known)
    for request in [*requests, *requests]:
        fresh = Evaluator(kind.rules, None, known)
        assert answered(keeping, request) == answered(fresh, request)


@settings(deadline=None)
@given(kind=kinds(), requests=st.lists(facts(), min_size=1, max_size=4))
def test_the_reference_evaluator_made_ready_names_what_it_names_plainly(
    kind: KindRules, requests: list[Facts]
) -> None:
    known = Calendar(frozenset({date(2024, 1, 31)}), 2024, 2024)
    ready = Prepared(kind.rules, known)

    def told(ask: Callable[[], frozenset[str]]) -> frozenset[str] | str:
        try:
            return ask()
        except CalendarError as error:
            return str(error)

    for request in requests:
        plain = told(partial(reference.fired, kind.rules, request, known))
        assert told(partial(ready.fired, request)) == plain


@settings(deadline=None)
@given(kind=kinds(), requests=st.lists(facts(), min_size=1, max_size=4))
def test_flat_facts_for_many_requests_are_those_for_each(
    kind: KindRules, requests: list[Facts]
) -> None:
    flat_facts = flat_rules(kind.rules, kind.kind).facts
    flat_of = flattening(flat_facts, CALENDAR)
    for request in requests:
        asked = {**request, "kind": kind.kind}
        each = {name: fact.value(asked, CALENDAR) for name, fact in flat_facts.items()}
        found = flat_of(asked)
        assert found == each
        assert {name: type(value) for name, value in found.items()} == {
            name: type(value) for name, value in each.items()
        }


RULE = Rule(
    "rule", "Rule", "1", (), (Part("part", "", (finding("missing"),)),), {}, when=TRUE, unless=FALSE
)
KIND = KindRules("event", "event", "Events", "events", "date", (), (), (RULE,))


def test_a_disagreement_is_no_decision_and_names_both_answers() -> None:
    form = engine_forms(KIND).forms[""]
    silent = Rule("rule", "Rule", "1", (), (), {}, when=FALSE)
    evaluator = Evaluator((silent,), form)
    try:
        with pytest.raises(NoDecisionError, match="disagree") as raised:
            evaluator.fired({"kind": "event"})
    finally:
        evaluator.close()
    assert "rule/applies" in str(raised.value)
    assert "reference evaluator alone found: no more" in str(raised.value)


def test_an_engine_that_fails_is_no_decision(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> frozenset[str]:
        raise EngineError("the sentinel did not come last")

    evaluator = Evaluator(KIND.rules, engine_forms(KIND).forms[""])
    monkeypatch.setattr(DurableEngine, "fired", fail)
    try:
        with pytest.raises(NoDecisionError, match="sentinel did not come last"):
            evaluator.fired({"kind": "event"})
    finally:
        evaluator.close()


def test_without_the_engine_the_reference_evaluator_answers() -> None:
    assert Evaluator(KIND.rules, None).fired({"kind": "event"}) == {
        "rule/applies",
        "rule/part/0-missing",
    }


def test_the_form_says_which_facts_the_engine_needs() -> None:
    form = engine_forms(KIND).forms[""]
    assert isinstance(form, EngineForm)
    assert form.flatten({"kind": "event"}) == {"kind": "event"}


def test_a_rule_never_answers_for_another_kind() -> None:
    form = engine_forms(KIND).forms[""]
    with DurableEngine(form.rule_sets, form.types) as engine:
        assert engine.fired(form.flatten({"kind": "event"}))
        assert not engine.fired(form.flatten({"kind": "booking"}))

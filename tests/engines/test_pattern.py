"""Both evaluators are asked once about facts that no rule can tell apart, and only about those."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from prevent.conditions.evaluate import Facts
from prevent.conditions.tree import FALSE, TRUE, Any, Condition, Given, Is, Moment, NotAfter, Number
from prevent.dates import NO_CALENDAR, Calendar, Period
from prevent.engines import confirmed
from prevent.engines.confirmed import Evaluator
from prevent.engines.durable import available
from prevent.engines.forms import EngineForm
from prevent.engines.make_forms import engine_forms
from prevent.engines.reference import Prepared
from prevent.faults import NoDecisionError
from prevent.rules.ruleset import Finding, KindRules, Part, Rule

FINDING = Finding(failure="missing", outcome="action-needed", say="Do it.")
DAYS = NotAfter(Moment("asked_on"), Moment("date"))


def rule(when: Condition) -> Rule:
    return Rule("rule", "Rule", "1", (), (Part("part", "", (FINDING,)),), {}, when=when)


def evaluator(when: Condition, calendar: Calendar = NO_CALENDAR) -> Evaluator:
    return Evaluator((rule(when),), None, calendar)


def form(when: Condition) -> EngineForm:
    rules = (rule(when),)
    return engine_forms(KindRules("event", "e", "E", "e", "date", (), (), rules)).forms[""]


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[Facts]:
    """The facts about which the evaluators have been asked."""
    about: list[Facts] = []
    usual = Prepared.fired

    def fired(own: Prepared, facts: Facts) -> frozenset[str]:
        about.append(facts)
        return usual(own, facts)

    monkeypatch.setattr(Prepared, "fired", fired)
    return about


ALIKE: list[tuple[Condition, Facts, Facts]] = [
    (Is("source", ("theirs",)), {"source": "theirs"}, {"source": "theirs", "title": "Another"}),
    (Is("source", ("theirs",)), {"source": "ours"}, {"source": "nobody's"}),
    (Number("people", "at_least", 30), {"people": 30}, {"people": 500}),
    (Given("note"), {"note": "One"}, {"note": "Two"}),
    (
        DAYS,
        {"asked_on": date(2026, 1, 1), "date": date(2026, 1, 1)},
        {"asked_on": date(2026, 1, 1), "date": date(2026, 5, 1)},
    ),
]

DIFFERENT: list[tuple[Condition, Facts, Facts]] = [
    (Is("source", ("theirs",)), {"source": "theirs"}, {"source": "ours"}),
    (Is("source", ("theirs",)), {"source": "ours"}, {}),
    (Is("source", ("theirs", "")), {"source": ""}, {}),
    (Number("people", "at_least", 30), {"people": 30}, {"people": 29}),
    (Number("people", "at_least", 30), {"people": 29}, {}),
    (Given("note"), {"note": "One"}, {}),
    (DAYS, {"asked_on": date(2026, 1, 1)}, {"date": date(2026, 1, 1)}),
    (DAYS, {"asked_on": date(2026, 1, 1)}, {}),
    (Is("source", ("theirs",)), {"kind": "event"}, {"kind": "booking"}),
]


@pytest.mark.parametrize(("when", "first", "second"), ALIKE)
def test_what_no_rule_tells_apart_is_asked_about_once(
    when: Condition, first: Facts, second: Facts, asked: list[Facts]
) -> None:
    own = evaluator(when)
    assert own.fired(first) == own.fired(second) == own.fired(first)
    assert asked == [first]


@pytest.mark.parametrize(("when", "first", "second"), DIFFERENT)
def test_what_a_rule_can_tell_apart_is_asked_about_each_time_it_is_new(
    when: Condition, first: Facts, second: Facts, asked: list[Facts]
) -> None:
    own = evaluator(when)
    for facts in (first, second, first, second):
        own.fired(facts)
    assert asked == [first, second]


@pytest.mark.parametrize(
    "place",
    [
        lambda own, test: replace(own, when=test),
        lambda own, test: replace(own, unless=test),
        lambda own, test: replace(own, parts=(replace(own.parts[0], when=test),)),
        lambda own, test: replace(own, parts=(replace(own.parts[0], met=test),)),
        lambda own, test: replace(
            own, parts=(replace(own.parts[0], findings=(replace(FINDING, test=test),)),)
        ),
    ],
    ids=["when", "unless", "the case", "what meets it", "the finding"],
)
def test_every_condition_of_a_rule_tells_facts_apart(
    place: Callable[[Rule, Condition], Rule],
) -> None:
    own = Evaluator((place(rule(TRUE), Is("source", ("theirs",))),), None)
    assert own.fired({"source": "theirs"}) != own.fired({"source": "ours"})


def test_the_answers_kept_are_bounded_and_the_one_longest_unasked_goes_first(
    asked: list[Facts], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(confirmed, "MOST_KEPT", 2)
    own = evaluator(Is("source", ("a", "b", "c")))
    for source in "abacab":
        own.fired({"source": source})
    # When c came, b had gone unasked for longest.
    assert [facts["source"] for facts in asked] == ["a", "b", "c", "b"]


def test_working_days_that_cannot_be_counted_are_told_of_each_request_by_its_own_day() -> None:
    counted = NotAfter(Moment("asked_on", Period(1, "working_days")), Moment("date"))
    own = evaluator(counted, Calendar(frozenset({date(2026, 1, 1)}), 2026, 2026))
    for year in (2030, 2031):
        with pytest.raises(NoDecisionError, match=f"as far as 2 January {year}"):
            own.fired({"asked_on": date(year, 1, 1), "date": date(year, 5, 1)})


def test_a_day_that_cannot_be_counted_counts_only_where_the_rules_come_to_it() -> None:
    counted = NotAfter(Moment("asked_on", Period(1, "working_days")), Moment("date"))
    own = evaluator(Any((Is("source", ("theirs",)), counted)))
    days: Facts = {"asked_on": date(2030, 1, 1), "date": date(2030, 5, 1)}
    assert own.fired({**days, "source": "theirs"})
    with pytest.raises(NoDecisionError, match="working days cannot be counted"):
        own.fired({**days, "source": "ours"})


def test_a_fact_of_the_wrong_type_is_never_taken_for_another() -> None:
    own = evaluator(Is("source", ("theirs",)))
    assert own.fired({"source": "ours"}) == frozenset()
    with pytest.raises(TypeError, match="source is not text"):
        own.fired({"source": 5})


needs_engine = pytest.mark.skipif(available() is not None, reason="the engine is not installed")


@needs_engine
def test_a_disagreement_about_a_new_pattern_is_no_decision_each_time() -> None:
    narrower = form(Any((Is("source", ("theirs",)), Is("day", ("monday",)))))
    own = Evaluator((rule(Any((Is("source", ("theirs", "ours")), FALSE))),), narrower)
    facts: Facts = {"kind": "event", "source": "theirs"}
    assert own.fired(facts) == own.fired(facts) != frozenset()
    for _ in range(2):
        with pytest.raises(NoDecisionError, match="disagree"):
            own.fired({**facts, "source": "ours"})
    own.close()


@needs_engine
def test_a_text_too_long_for_the_engine_is_no_decision_though_a_shorter_one_was() -> None:
    when = Is("source", ("theirs",))
    own = Evaluator((rule(when),), form(when))
    assert own.fired({"kind": "event", "source": "ours"}) == frozenset()
    with pytest.raises(NoDecisionError, match="the text is longer than"):
        own.fired({"kind": "event", "source": "x" * 70_000})
    own.close()

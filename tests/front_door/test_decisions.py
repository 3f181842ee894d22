"""What holds of every decision, whatever is asked: tried on requests made from the fields."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, TypeAlias

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prevent.bundle.make import make_rules
from prevent.conditions.tree import All, Given, Is, leaves
from prevent.decide.decider import Decider
from prevent.decide.decision import Decision
from prevent.engines.durable import available
from prevent.fields.field import Field
from prevent.loading.load import load_policy
from prevent.policy.outcomes import OUTCOMES
from prevent.reading.documents import parse_documents
from prevent.requests.request import Request, RequestReader
from processes import ROOT

Answers: TypeAlias = dict[str, Any]

POLICY = load_policy(ROOT / "policy")
RULES = make_rules(POLICY)
KINDS = RULES.rule_set.kinds
READER = RequestReader(KINDS, RULES.schemas)
AS_OF = date(2026, 3, 10)
# Few days and few roles, so that what may meet does.
DAYS = st.dates(date(2026, 1, 1), date(2026, 5, 1)).map(date.isoformat)
ROLES = st.sampled_from(["managing-director", "quality-director", "all-staff"])
PROPERTY = settings(max_examples=200, deadline=None)


def answer(field: Field) -> st.SearchStrategy[Any]:
    """Any answer a field may have."""
    match field.type:
        case "choice" | "yes-no":
            return st.sampled_from([option.id for option in field.options])
        case "date":
            return DAYS
        case "list":
            return st.lists(item(field), max_size=3)
        case "approvals":
            decision = st.sampled_from(["granted", "granted", "granted", "declined"])
            entry = st.fixed_dictionaries({"role": ROLES, "decision": decision, "date": DAYS})
            return st.lists(entry, max_size=5)
        case "advice":
            return st.lists(st.fixed_dictionaries({"role": ROLES, "date": DAYS}), max_size=2)
        case "completion":
            return st.fixed_dictionaries({"completed": DAYS})
        case _:
            return st.sampled_from(["One", "Two"])


def item(field: Field) -> st.SearchStrategy[Answers]:
    required = {each.id: answer(each) for each in field.fields if each.required}
    optional = {each.id: answer(each) for each in field.fields if not each.required}
    return st.fixed_dictionaries(required, optional=optional)


def valid(answers: Answers) -> Answers:
    """The answers without those that may be given only where another is otherwise."""
    [uses] = [each.uses for each in POLICY.procedures if each.kind == answers["kind"]]
    limits = {use.field.id: use.only_when for use in uses if use.only_when}
    return {
        key: value
        for key, value in answers.items()
        if key not in limits or answers.get(limits[key][0]) == limits[key][1]
    }


@st.composite
def requests(draw: st.DrawFn) -> Answers:
    kind = KINDS[draw(st.sampled_from(list(KINDS)))]
    fields = {field.id: answer(field) for field in kind.fields}
    required = {name: fields[name] for name in kind.required}
    optional = {name: each for name, each in fields.items() if name not in required}
    return valid({"kind": kind.kind, **draw(st.fixed_dictionaries(required, optional=optional))})


def request(answers: Answers) -> Request:
    documents, faults = parse_documents(json.dumps(answers).encode(), name="it", json=True)
    assert faults == []
    read = READER.read(documents[0])
    assert isinstance(read, Request), read
    return read


@pytest.fixture(scope="module")
def confirmed() -> Iterator[Decider]:
    """Decides with the rules engine, confirmed."""
    reason = available()
    if reason:
        pytest.skip(reason)
    decider = Decider(RULES.rule_set, RULES.forms.__getitem__)
    yield decider
    decider.close()


REFERENCE = Decider(RULES.rule_set, lambda _: None)


def decide(answers: Answers) -> Decision:
    return REFERENCE.decide(request(answers), AS_OF)


@PROPERTY
@given(answers=requests())
def test_with_the_engine_and_without_it_the_decision_is_the_same(
    answers: Answers, confirmed: Decider
) -> None:
    read = request(answers)
    assert confirmed.decide(read, AS_OF) == REFERENCE.decide(read, AS_OF)


@PROPERTY
@given(answers=requests())
def test_the_outcome_is_that_of_the_worst_finding(answers: Answers) -> None:
    decision = decide(answers)
    outcomes = [finding.outcome for finding in decision.findings]
    assert decision.outcome == min(outcomes, key=OUTCOMES.index, default="allowed")
    rules = {rule.id for rule in KINDS[decision.kind].rules}
    found = {finding.rule for finding in decision.findings}
    others = (*decision.passed, *decision.not_applicable, *decision.undecided)
    assert found | {*others} == rules
    assert len(found) + len(others) == len(rules)


def told(decision: Decision) -> list[tuple[object, ...]]:
    """What a decision says, whatever the order."""
    return sorted(
        (found.rule, found.outcome, str(found.subject), sorted(found.who), found.message)
        for found in decision.findings
    )


@PROPERTY
@given(answers=requests(), random=st.randoms(use_true_random=False))
def test_the_order_of_entries_decides_nothing(answers: Answers, random: Any) -> None:  # noqa: ANN401 (a Random of hypothesis)
    shuffled = {
        key: random.sample(value, len(value)) if isinstance(value, list) else value
        for key, value in answers.items()
    }
    assert decide(shuffled).outcome == decide(answers).outcome
    assert told(decide(shuffled)) == told(decide(answers))


@PROPERTY
@given(answers=requests(), data=st.data())
def test_one_speaker_more_never_makes_the_outcome_better(
    answers: Answers, data: st.DataObject
) -> None:
    speakers = KINDS["event"].field("speakers")
    assert speakers is not None
    more = {**answers, "speakers": [*answers.get("speakers", []), data.draw(item(speakers))]}
    if more["kind"] != "leaflet" and valid(more) == more:
        before, after = decide(answers).outcome, decide(more).outcome
        assert OUTCOMES.index(after) <= OUTCOMES.index(before)


def choices(kind: str) -> dict[tuple[str, ...], Field]:
    """The fields with options that conditions ask about, by where they stand in a request.

    Not those that a rule asks about only where they are given: there, a missing answer is meant
    to be in order (the policy asks staff to say when they are unsure, not that they are not).
    """
    conditions = All(tuple(rule.applies for rule in KINDS[kind].rules))
    asked = {leaf.fact for leaf in leaves(conditions) if isinstance(leaf, Is)}
    asked -= {leaf.fact for leaf in leaves(conditions) if isinstance(leaf, Given)}
    own: dict[tuple[str, ...], Field] = {}
    for field in KINDS[kind].fields:
        if field.id in asked and field.id not in KINDS[kind].required:
            own[field.id,] = field
        own |= {(field.id, inner.id): inner for inner in field.fields if inner.id in asked}
    return own


def with_answer(answers: Answers, path: tuple[str, ...], value: str | None) -> Answers:
    """The answers with one more, or with one taken out (of the first item of a list)."""
    copied: Answers = json.loads(json.dumps(answers))
    owner = copied if len(path) == 1 else copied[path[0]][0]
    owner.pop(path[-1], None)
    if value is not None:
        owner[path[-1]] = value
    return valid(copied)


def test_a_missing_answer_is_never_in_the_requests_favour() -> None:
    """Where a request is allowed without an answer, it is allowed whatever the answer is."""
    allowed: dict[tuple[str, tuple[str, ...]], int] = {}

    @settings(PROPERTY, max_examples=400)
    @given(answers=requests(), data=st.data())
    def holds(answers: Answers, data: st.DataObject) -> None:
        kind = answers["kind"]
        fields: Mapping[tuple[str, ...], Field] = choices(kind)
        path = data.draw(st.sampled_from(list(fields)))
        if len(path) == 2 and not answers.get(path[0]):
            return
        without = with_answer(answers, path, None)
        if decide(without).outcome != "allowed":
            return
        allowed[kind, path] = allowed.get((kind, path), 0) + 1
        for option in fields[path].options:
            assert decide(with_answer(without, path, option.id)).outcome == "allowed", option.id

    holds()
    # The answer of a speaker that is left out is always asked for.
    assert set(allowed) == {
        ("leaflet", ("related_to_programme",)),
        ("booking", ("hosts_event",)),
    }

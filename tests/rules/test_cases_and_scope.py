"""Cases, exemptions, what follows afterwards, days in force, and conditions of approval."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from small_policy import Asked, declined, granted, messages, rule, said

CASES = """
    cases:
      - when: {source: outside}
        require: {approval: {from: [head]}}
      - when: {size: {more_than: 50}}
        then: {outcome: referred, say: "{size} people: the lead decides.", who: [lead]}
      - require: {risk_assessment: {}}
"""

NO_LAST = """
    cases:
      - when: {source: outside}
        require: {approval: {from: [head]}}
      - when: {size: {more_than: 50}}
        require: {advice: {from: [lead]}}
"""

EACH = """
    for_each: speakers
    cases:
      - when: {known: yes}
        then: {outcome: allowed, say: "{subject} is known."}
      - when: {topic: delicate}
        require: {approval: {from: [head]}}
      - require: {answer: {to: [topic]}}
"""

CITING = """
    cases:
      - when: {size: {more_than: 50}}
        statements: [S02]
        require: {approval: {from: [head]}}
      - require: {advice: {from: [lead]}}
"""

EXEMPT = """
does_not_apply:
  - id: small-ones
    title: Small ones
    clause: "1"
    statements: [S01]
    when: {size: {at_most: 5}}
    say: It is for five at most, so none of this applies.
afterwards:
  - id: keep-notes
    title: Keep notes
    clause: "1"
    statements: [S01]
    who: [lead]
    say: "{Who} keeps notes of {subject}."
    by: {months: 1, after: date}
  - id: tell-us
    title: Tell us
    clause: "1"
    statements: [S01]
    when: {source: outside}
    say: Tell us how it went.
"""


@pytest.fixture
def asked(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Asked]:
    rules, more = request.param
    made = Asked.of(tmp_path, *(rule(text) for text in rules), more=more)
    yield made
    made.close()


def policy(*rules: str, more: str = "") -> pytest.MarkDecorator:
    return pytest.mark.parametrize("asked", [(rules, more)], indirect=True)


@policy(CASES)
def test_the_first_case_that_holds_counts(asked: Asked) -> None:
    rows = [
        ({"source": "outside", "size": 80}, ["The Head must agree."]),
        ({"source": "outside"}, ["The Head must agree."]),
        ({"source": "inside", "size": 80}, ["80 people: the lead decides."]),
        ({"source": "inside", "size": 50}, ["Complete a risk assessment."]),
    ]
    for request, expected in rows:
        assert messages(asked.decide(request)) == expected, request


@policy(CASES)
def test_a_case_that_is_not_known_is_asked_for_and_those_after_it_wait(asked: Asked) -> None:
    decision = asked.decide({})
    assert messages(decision) == ["Answer this: Source?", "Answer this: Size?"]
    assert messages(asked.decide({"source": "inside"})) == ["Answer this: Size?"]
    # Big or not, what comes from outside falls under the first case.
    assert messages(asked.decide({"size": 80})) == ["Answer this: Source?"]


@policy(NO_LAST)
def test_where_no_case_holds_nothing_is_asked(asked: Asked) -> None:
    assert asked.decide({"source": "inside", "size": 3}).outcome == "allowed"
    assert messages(asked.decide({"source": "inside", "size": 51})) == ["Ask the Lead for advice."]


@policy(EACH)
def test_each_item_falls_under_a_case_of_its_own(asked: Asked) -> None:
    speakers = [
        {"name": "Kay", "known": True},
        {"name": "Del", "known": False, "topic": "delicate"},
        {"name": "Una"},
        {"name": "Neil", "known": "no", "topic": "plain"},
    ]
    decision = asked.decide({"speakers": speakers})
    assert [(each.subject, each.message) for each in decision.findings] == [
        ("Del", "The Head must agree."),
        ("Una", "Answer this: Known?"),
        ("Una", "Answer this: Topic?"),
    ]
    assert said(decision.notes) == ["Kay is known."]
    assert asked.decide({}).outcome == "allowed"


def test_a_finding_cites_the_statements_of_its_case_alone(tmp_path: Path) -> None:
    asked = Asked.of(tmp_path, rule(CITING, statements="[S01, S02]"))
    [big] = asked.decide({"size": 51}).findings
    [small] = asked.decide({"size": 5}).findings
    assert (big.statements, small.statements) == (("S02",), ("S01", "S02"))
    asked.close()


@policy("require: {approval: {from: [head]}}", more=EXEMPT)
def test_an_exemption_counts_only_where_it_is_shown(asked: Asked) -> None:
    shown = asked.decide({"size": 5})
    assert (shown.outcome, said(shown.notes)) == (
        "allowed",
        ["It is for five at most, so none of this applies."],
    )
    assert shown.not_applicable == ("asked",)
    bigger = asked.decide({"size": 6})
    assert (messages(bigger), said(bigger.notes)) == (["The Head must agree."], [])
    unknown = asked.decide({})
    assert messages(unknown) == ["The Head must agree."]
    assert said(unknown.notes) == []
    in_order = asked.decide({"approvals": [granted("head")]})
    assert (in_order.outcome, said(in_order.notes)) == ("allowed", [])


@policy("require: {approval: {from: [head]}}", more=EXEMPT)
def test_what_follows_afterwards_is_told_with_its_own_day_or_none(asked: Asked) -> None:
    decision = asked.decide({"size": 9, "source": "outside", "approvals": [granted("head")]})
    assert decision.outcome == "allowed"
    assert [(each.message, each.who, each.by) for each in decision.afterwards] == [
        ("The Lead keeps notes of A talk.", ("lead",), date(2026, 8, 1)),
        ("Tell us how it went.", (), None),
    ]
    assert said(asked.decide({}).afterwards) == ["The Lead keeps notes of A talk."]


IN_FORCE = "from: 2026-05-01\nuntil: 2026-05-31\nrequire: {approval: {from: [head]}}"


@policy(IN_FORCE)
@pytest.mark.parametrize(
    ("received", "as_of", "policy_as_of", "counts"),
    [
        ("2026-04-30", "2026-06-10", None, False),
        ("2026-05-01", "2026-06-10", None, True),
        ("2026-05-31", "2026-06-10", None, True),
        ("2026-06-01", "2026-06-10", None, False),
        (None, "2026-04-30", "2026-05-01", True),
        (None, "2026-05-31", "2026-06-01", False),
        ("2026-04-30", "2026-06-10", "2026-05-10", True),
        ("2026-05-10", "2026-05-10", "2026-06-01", False),
    ],
)
def test_a_rule_counts_from_its_first_day_to_its_last(
    asked: Asked, received: str | None, as_of: str, policy_as_of: str | None, *, counts: bool
) -> None:
    chosen = date.fromisoformat(policy_as_of) if policy_as_of else None
    decision = asked.decide({"received_on": received}, date.fromisoformat(as_of), chosen)
    assert messages(decision) == (["The Head must agree."] if counts else [])
    expected = policy_as_of or received or as_of
    assert decision.in_force_on == date.fromisoformat(expected)


CONDITIONS = "require: {approval: {from: [head, lead]}}"


@policy(CONDITIONS)
def test_conditions_are_those_of_the_latest_approval_that_stands(asked: Asked) -> None:
    def imposed(*entries: dict[str, object]) -> list[tuple[str, str]]:
        decision = asked.decide({"approvals": list(entries)})
        return [(each.condition, each.approver) for each in decision.conditions]

    on_quiet = granted("head", "2026-05-01", conditions=["quiet"])
    assert imposed(on_quiet, granted("lead")) == [("quiet", "head")]
    # Granted again without it, on another, and on both by two people.
    assert imposed(on_quiet, granted("head", "2026-05-02")) == []
    assert imposed(on_quiet, granted("head", "2026-05-02", conditions=["small"])) == [
        ("small", "head")
    ]
    assert imposed(on_quiet, granted("lead", conditions=["quiet", "small"])) == [
        ("quiet", "head"),
        ("small", "lead"),
    ]
    assert imposed(on_quiet, declined("head", "2026-05-02")) == []


TWO_RULES = (
    "then: {outcome: allowed, conditions: [quiet], say: Late in the day.}\nwhen: {indoors: yes}",
    "require: {approval: {from: [head]}}",
)


def test_a_condition_of_a_rule_and_of_an_approval_is_told_once(tmp_path: Path) -> None:
    first, second = TWO_RULES
    asked = Asked.of(tmp_path, rule(first, id="late"), rule(second))
    try:
        entry = granted("head", conditions=["quiet", "small"])
        decision = asked.decide({"indoors": True, "approvals": [entry]})
        told = [(each.condition, each.rule, each.approver) for each in decision.conditions]
        assert told == [("quiet", "late", ""), ("small", "", "head")]
        assert said(decision.notes) == []
    finally:
        asked.close()


BY = """
require: {approval: {from: [head]}}
otherwise:
  missing: {outcome: action-needed, say: "{Who} must agree.", by: %s}
"""


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("date", "2026-07-01"),
        ("{working_days: 2, before: date}", "2026-06-29"),
        ("{months: 1, after: today}", "2026-07-01"),
        ("2026-06-15", "2026-06-15"),
        ("deadline", None),
        ("{advice_of: lead}", "2026-05-20"),
        ("{weeks: 1, after: {completed: plan}}", "2026-05-08"),
    ],
)
def test_by_which_day_it_must_be_done(tmp_path: Path, day: str, expected: str | None) -> None:
    asked = Asked.of(tmp_path, rule(BY % day))
    facts = {
        "advice": [{"role": "lead", "date": "2026-05-20"}],
        "plan": {"completed": "2026-05-01"},
    }
    try:
        [finding] = asked.decide(facts).findings
        assert finding.by == (date.fromisoformat(expected) if expected else None)
    finally:
        asked.close()


@policy(
    "when: {date: {before: {weeks: 2, after: today}}}\nthen: {outcome: refused, say: Too soon.}"
)
def test_today_is_a_fact_like_any_other(asked: Asked) -> None:
    assert messages(asked.decide({}, date(2026, 6, 17))) == []
    assert messages(asked.decide({}, date(2026, 6, 18))) == ["Too soon."]

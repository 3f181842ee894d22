"""Things to be completed, a risk assessment among them: in time, and not too early."""

from __future__ import annotations

import pytest

from small_policy import Ask, advised, messages

PLAN = "completion: {of: plan, no_later_than: {working_days: 2, before: date}}"
FROM = "completion: {of: plan, not_before: changed_on, no_later_than: date}"
AFTER_ADVICE = "completion: {of: plan, not_before: {advice_of: lead}}"
RISK = "risk_assessment: {}"
RISK_WEEK = "risk_assessment: {no_later_than: {weeks: 1, before: date}}"

ROWS = [
    (PLAN, {"plan": {"completed": "2026-06-29"}}, ""),
    (
        PLAN,
        {"plan": {"completed": "2026-06-30"}},
        "The first-aid plan: completed on 30 June 2026, too late to count.",
    ),
    (PLAN, {}, "Not completed yet: the first-aid plan."),
    (FROM, {"plan": {"completed": "2026-05-05"}, "changed_on": "2026-05-05"}, ""),
    (
        FROM,
        {"plan": {"completed": "2026-05-04"}, "changed_on": "2026-05-05"},
        "The first-aid plan: completed on 4 May 2026, too early to count.",
    ),
    (
        FROM,
        {"plan": {"completed": "2026-07-02"}, "changed_on": "2026-05-05"},
        "The first-aid plan: completed on 2 July 2026, too late to count.",
    ),
    (
        FROM,
        {"plan": {"completed": "2026-05-06"}},
        "The first-aid plan: completed on 6 May 2026, too early to count.",
    ),
    (AFTER_ADVICE, {"plan": {"completed": "2026-05-20"}, "advice": [advised("lead")]}, ""),
    (
        AFTER_ADVICE,
        {"plan": {"completed": "2026-05-19"}, "advice": [advised("lead")]},
        "The first-aid plan: completed on 19 May 2026, too early to count.",
    ),
    (RISK, {"risk_assessment": {"completed": "2026-07-01"}}, ""),
    (
        RISK,
        {"risk_assessment": {"completed": "2026-07-02"}},
        "The risk assessment is dated 2 July 2026, too late to count.",
    ),
    (RISK, {"plan": {"completed": "2026-05-01"}}, "Complete a risk assessment."),
    (
        "completion: {of: risk_assessment}",
        {"risk_assessment": {"completed": "2026-09-01"}},
        "",
    ),
    (RISK_WEEK, {"risk_assessment": {"completed": "2026-06-24"}}, ""),
    (
        RISK_WEEK,
        {"risk_assessment": {"completed": "2026-06-25"}},
        "The risk assessment is dated 25 June 2026, too late to count.",
    ),
]


@pytest.mark.parametrize(("terms", "request_", "said"), ROWS)
def test_it_is_completed_in_time_or_is_asked_for(
    ask: Ask, terms: str, request_: dict[str, object], said: str
) -> None:
    decision = ask(f"require: {{{terms}}}", request_)
    assert messages(decision) == ([said] if said else [])
    assert decision.outcome == ("action-needed" if said else "allowed")


def test_what_is_late_may_be_allowed_on_conditions(ask: Ask) -> None:
    rule = """
        require: {risk_assessment: {}}
        otherwise:
          late: {outcome: allowed, say: It came late., conditions: [quiet, small]}
    """
    decision = ask(rule, {"risk_assessment": {"completed": "2026-07-02"}})
    assert decision.outcome == "allowed"
    assert [(each.condition, each.who, each.reason) for each in decision.conditions] == [
        ("quiet", ("lead",), "It came late."),
        ("small", (), "It came late."),
    ]
    assert ask(rule, {}).outcome == "action-needed"

"""Whom a finding names, what is asked only once, and which days are remarked on."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from small_policy import Asked, granted, messages, rule

OVERDUE = """
    require:
      approval:
        from: [head, lead]
        of_them: any
        decide_by: 2026-05-31
    otherwise:
      overdue: {outcome: referred, who: [governor], say: "{Who} decides."}
"""
NOTICE = "require: {notice: {at_least: {weeks: 2}, from: received_on}}"
HORIZON = "require: {notice: {at_most: {months: 6}, from: received_on}}"
STRICT = f"""{NOTICE}
otherwise: {{missing: {{outcome: referred, who: [head], say: Say when it came.}}}}
"""
DATED = "from: 2026-05-01\nrequire: {approval: {from: [head]}}"


def test_a_message_names_those_whom_the_rule_names_instead(tmp_path: Path) -> None:
    asked = Asked.of(tmp_path, rule(OVERDUE))
    [found] = asked.decide({"received_on": "2026-05-04"}, date(2026, 6, 1)).findings
    assert (found.message, found.who) == ("The Governor decides.", ("governor",))
    asked.close()


def test_a_day_that_two_rules_rest_on_is_asked_for_once(tmp_path: Path) -> None:
    asked = Asked.of(tmp_path, rule(NOTICE, id="first"), rule(HORIZON, id="second"))
    decision = asked.decide({})
    assert [found.rule for found in decision.findings] == ["first"]
    assert decision.undecided == ("second",)
    asked.close()


def test_asked_for_once_the_worse_outcome_is_not_lost(tmp_path: Path) -> None:
    asked = Asked.of(tmp_path, rule(HORIZON, id="first"), rule(STRICT, id="second"))
    decision = asked.decide({})
    assert [found.rule for found in decision.findings] == ["first", "second"]
    assert decision.outcome == "referred"
    asked.close()


def test_a_rule_in_force_for_a_time_asks_when_a_request_was_received(tmp_path: Path) -> None:
    asked = Asked.of(tmp_path, rule(DATED))
    unknown = asked.decide({"approvals": [granted("head")]})
    assert messages(unknown) == ["Answer this: Received on?"]
    assert unknown.in_force_on is None
    assert asked.decide({}, policy_as_of=date(2026, 4, 30)).outcome == "allowed"
    asked.close()


def test_a_day_of_a_procedure_may_lie_ahead_and_a_day_of_receipt_may_not(tmp_path: Path) -> None:
    asked = Asked.of(tmp_path, rule(NOTICE))
    ahead = {"received_on": "2026-06-10", "changed_on": "2026-06-20", "date": "2026-12-01"}
    remarks = asked.decide(ahead, date(2026, 6, 1)).remarks
    assert [remark.message for remark in remarks] == ["Received on: 10 June 2026 has not come yet."]
    asked.close()

"""Advice: asked for and given, in time."""

from __future__ import annotations

import pytest

from small_policy import Ask, advised, messages

ANY = "from: [head, lead]"
ALL = "from: [head, lead], of_them: all"
IN_TIME = "from: [head, lead], no_later_than: date"
AFRESH = "from: [lead], not_before: changed_on"

ROWS = [
    (ANY, [], ["Ask the Head or the Lead for advice."]),
    (ANY, [advised("deputy")], ["Ask the Head or the Lead for advice."]),
    (ANY, [advised("lead")], []),
    (ALL, [], ["Ask the Head and the Lead for advice."]),
    (ALL, [advised("lead")], ["Ask the Head for advice."]),
    (ALL, [advised("lead"), advised("head")], []),
    (IN_TIME, [advised("lead", "2026-07-01")], []),
    (IN_TIME, [advised("lead", "2026-07-02"), advised("head", "2026-07-01")], []),
    (
        IN_TIME,
        [advised("lead", "2026-07-02")],
        ["The advice of the Lead is dated 2 July 2026, too late to count."],
    ),
    (AFRESH, [advised("lead", "2026-05-05")], []),
    (AFRESH, [advised("lead", "2026-05-01"), advised("lead", "2026-05-06")], []),
    (
        AFRESH,
        [advised("lead", "2026-05-04")],
        ["What the Lead gave on 4 May 2026 came too early: it counts from the day it was changed."],
    ),
]


@pytest.mark.parametrize(("terms", "advice", "said"), ROWS)
def test_advice_is_there_or_is_asked_for(
    ask: Ask, terms: str, advice: list[dict[str, object]], said: list[str]
) -> None:
    request = {"advice": advice, "changed_on": "2026-05-05"}
    decision = ask(f"require: {{advice: {{{terms}}}}}", request)
    assert messages(decision) == said
    assert decision.outcome == ("action-needed" if said else "allowed")


def test_one_adviser_is_enough_only_where_the_rule_says_so(ask: Ask) -> None:
    [anyone] = ask(f"require: {{advice: {{{ANY}}}}}", {}).findings
    [everyone] = ask(f"require: {{advice: {{{ALL}}}}}", {}).findings
    assert (anyone.any_of, everyone.any_of) == (True, False)

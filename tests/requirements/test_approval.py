"""Approvals: who must agree, by when, in which order, and what is said where they have not."""

from __future__ import annotations

from datetime import date

import pytest

from small_policy import AS_OF, Ask, declined, granted, messages

ALL = "from: [head, lead]"
ANY = "from: [head, lead], of_them: any"
TWO = "from: [head, lead, bursar], of_them: {at_least: 2}"
TWO_IN_TIME = f"{TWO}, no_later_than: date"
ORDER = "from: [head, lead], in_order: yes"
STAND_IN = "from: [head], stand_ins: {head: [deputy]}"
COUNTER = "from: [bursar], counter_signature: head"
IN_TIME = "from: [head], no_later_than: date"
AFRESH = "from: [head], not_before: changed_on"
WINDOW = "from: [head], not_before: changed_on, no_later_than: {working_days: 5, before: date}"
AFTER_ADVICE = "from: [head], not_before: {advice_of: lead}"
ADVICE = [{"role": "lead", "date": "2026-05-10"}]
CHANGED = {"changed_on": "2026-05-05"}

Request = dict[str, object]


def says(*entries: object, **more: object) -> Request:
    return {"approvals": list(entries), **more}


MET = [
    (ALL, says(granted("head"), granted("lead"))),
    (ANY, says(granted("lead"))),
    (ANY, says(granted("lead"), declined("head"))),
    (TWO, says(granted("head"), granted("bursar"))),
    (TWO, says(granted("head"), granted("bursar"), declined("lead"))),
    (ORDER, says(granted("head", "2026-05-01"), granted("lead", "2026-05-02"))),
    (ORDER, says(granted("lead", "2026-05-02"), granted("head", "2026-05-02"))),
    (ORDER, says(granted("lead", "2026-05-01"), granted("head"), granted("lead", "2026-05-30"))),
    (STAND_IN, says(granted("deputy"))),
    (STAND_IN, says(granted("head"), declined("deputy"))),
    (COUNTER, says(granted("bursar"), granted("head"))),
    (COUNTER, says(granted("bursar", by="ann  ARCHER"))),
    (IN_TIME, says(granted("head", "2026-07-01"))),
    (IN_TIME, says(granted("head", "2026-06-30"), granted("head", "2026-07-02"))),
    (AFRESH, says(granted("head", "2026-05-05"), **CHANGED)),
    (AFRESH, says(granted("head", "2026-05-01"), granted("head", "2026-05-06"), **CHANGED)),
    (WINDOW, says(granted("head", "2026-05-05"), **CHANGED)),
    (WINDOW, says(granted("head", "2026-06-24"), **CHANGED)),
    (WINDOW, says(granted("head", "2026-05-01"), granted("head", "2026-06-01"), **CHANGED)),
    (AFTER_ADVICE, says(granted("head", "2026-05-10"), advice=ADVICE)),
    ("from: [head], in: first_approvals", {"first_approvals": [granted("head")]}),
    ("from: [head], decide_by: deadline", says(granted("head"), deadline="2026-05-01")),
]

MUST = "The Head must agree."
NOT_MET = [
    (ALL, {}, "action-needed", ["The Head and the Lead must agree."]),
    (ALL, says(granted("head")), "action-needed", ["The Lead must agree."]),
    (ALL, says(declined("head")), "refused", ["The Head declined.", "The Lead must agree."]),
    (ANY, {}, "action-needed", ["The Head or the Lead must agree."]),
    (ANY, says(declined("head")), "action-needed", ["The Head or the Lead must agree."]),
    (ANY, says(declined("head"), declined("lead")), "refused", ["The Head and the Lead declined."]),
    (
        TWO,
        says(granted("head"), declined("lead")),
        "action-needed",
        ["At least two of the Head, the Lead and the Bursar must agree."],
    ),
    (
        TWO,
        says(granted("head"), declined("lead"), declined("bursar")),
        "refused",
        ["The Lead and the Bursar declined."],
    ),
    (
        TWO_IN_TIME,
        says(granted("head")),
        "action-needed",
        ["At least two of the Head, the Lead and the Bursar must agree."],
    ),
    (
        TWO_IN_TIME,
        says(granted("head"), granted("bursar", "2026-07-02")),
        "action-needed",
        ["The agreement of the Bursar is dated 2 July 2026, too late to count."],
    ),
    (
        ORDER,
        says(granted("lead", "2026-05-01"), granted("head", "2026-05-02")),
        "action-needed",
        ["The Lead agreed on 1 May 2026, before the Head did. The Lead must agree again."],
    ),
    (
        ORDER,
        says(granted("lead", "2026-05-01")),
        "action-needed",
        [MUST, "The Lead agreed on 1 May 2026, before the Head did. The Lead must agree again."],
    ),
    (ORDER, says(granted("head")), "action-needed", ["The Lead must agree."]),
    (STAND_IN, {}, "action-needed", [MUST]),
    (STAND_IN, says(declined("deputy")), "refused", ["The Deputy declined."]),
    (STAND_IN, says(declined("head"), granted("deputy")), "refused", ["The Head declined."]),
    (
        "from: [head, lead], of_them: any, stand_ins: {head: [deputy]}",
        says(declined("deputy"), declined("lead")),
        "refused",
        ["The Deputy and the Lead declined."],
    ),
    (COUNTER, says(granted("bursar")), "action-needed", [MUST]),
    (COUNTER, says(granted("bursar", by="Bo Burr")), "action-needed", [MUST]),
    (
        COUNTER,
        says(granted("bursar", by="Ann Archer"), declined("head")),
        "refused",
        ["The Head declined."],
    ),
    (
        "from: [bursar, deputy], of_them: any, counter_signature: head",
        says(granted("bursar"), {**declined("deputy"), "by": "Ann Archer"}),
        "action-needed",
        [MUST],
    ),
    # A role that has no named holder can be nobody's own counter-signature.
    (
        "from: [bursar], counter_signature: deputy",
        says(granted("bursar", by="Ann Archer")),
        "action-needed",
        ["The Deputy must agree."],
    ),
    (
        IN_TIME,
        says(granted("head", "2026-07-02")),
        "action-needed",
        ["The agreement of the Head is dated 2 July 2026, too late to count."],
    ),
    (
        IN_TIME,
        says(granted("head", "2026-06-01"), declined("head", "2026-06-02")),
        "refused",
        ["The Head declined."],
    ),
    (
        AFRESH,
        says(granted("head", "2026-05-04"), **CHANGED),
        "action-needed",
        ["What the Head gave on 4 May 2026 came too early: it counts from the day it was changed."],
    ),
    (
        WINDOW,
        says(granted("head", "2026-06-25"), **CHANGED),
        "action-needed",
        ["The agreement of the Head is dated 25 June 2026, too late to count."],
    ),
    (
        AFTER_ADVICE,
        says(granted("head", "2026-05-10")),
        "action-needed",
        [
            (
                "What the Head gave on 10 May 2026 came too early: it counts from the advice of the"
                " Lead."
            )
        ],
    ),
    (
        "from: [head], in: first_approvals",
        says(granted("head")),
        "action-needed",
        [MUST],
    ),
    ("from: [head], decide_by: deadline", {"deadline": "2026-06-01"}, "action-needed", [MUST]),
    ("from: [head], decide_by: deadline", {}, "action-needed", [MUST]),
    (
        "from: [head, lead], decide_by: deadline",
        {"deadline": "2026-05-31"},
        "action-needed",
        ["The Head and the Lead had to decide by 31 May 2026. No answer is not a yes."],
    ),
    (
        "from: [head], decide_by: {working_days: 2, after: received_on}",
        {"received_on": "2026-05-22"},
        "action-needed",
        ["The Head had to decide by 27 May 2026. No answer is not a yes."],
    ),
]


@pytest.mark.parametrize(("terms", "request_"), MET)
def test_those_who_must_agree_have_agreed(ask: Ask, terms: str, request_: Request) -> None:
    decision = ask(f"require: {{approval: {{{terms}}}}}", request_)
    assert (decision.outcome, messages(decision)) == ("allowed", [])


@pytest.mark.parametrize(("terms", "request_", "outcome", "said"), NOT_MET)
def test_what_is_said_where_they_have_not(
    ask: Ask, terms: str, request_: Request, outcome: str, said: list[str]
) -> None:
    decision = ask(f"require: {{approval: {{{terms}}}}}", request_)
    assert (decision.outcome, messages(decision)) == (outcome, said)


def test_the_day_to_decide_by_is_the_day_it_must_be_done_by(ask: Ask) -> None:
    rule = "require: {approval: {from: [head], decide_by: deadline}}"
    [finding] = ask(rule, {"deadline": "2026-06-10"}).findings
    assert (finding.by, finding.who) == (date(2026, 6, 10), ("head",))


@pytest.mark.parametrize(
    ("terms", "any_of"), [(ALL, False), (ANY, True), (TWO, False), (STAND_IN, False)]
)
def test_one_is_said_to_be_enough_only_where_it_is(ask: Ask, terms: str, *, any_of: bool) -> None:
    [finding] = ask(f"require: {{approval: {{{terms}}}}}", {}).findings
    assert finding.any_of is any_of


def test_silence_is_never_consent_whatever_the_day(ask: Ask) -> None:
    rule = "require: {approval: {from: [head], decide_by: received_on}}"
    for as_of in (AS_OF, date(2026, 12, 31)):
        assert ask(rule, {"received_on": "2026-01-01"}, as_of).outcome == "action-needed"


def test_decisions_of_one_day_are_declined(ask: Ask) -> None:
    rule = "require: {approval: {from: [head]}}"
    for entries in ([granted("head"), declined("head")], [declined("head"), granted("head")]):
        assert messages(ask(rule, {"approvals": entries})) == ["The Head declined."]

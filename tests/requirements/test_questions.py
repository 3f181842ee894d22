"""Documents, labels and answers: what must be there, and what is said where it is not."""

from __future__ import annotations

import pytest

from small_policy import Ask, messages

DOCUMENT = "document: {field: outline, accepted: [shared, promised]}"
DECIDED = """
otherwise:
  withheld: {outcome: referred, who: [head, lead], say: "{Who_or} must decide on {items}."}
"""
LABELS = "includes: {field: labels, all_of: [body, expiry]}"
ANSWERS = "answer: {to: [source, size, labels]}"

ROWS = [
    (DOCUMENT, {"outline": "shared"}, "allowed", []),
    (DOCUMENT, {"outline": "promised"}, "allowed", []),
    (DOCUMENT, {}, "action-needed", ["Ask for the outline."]),
    (
        DOCUMENT,
        {"outline": "withheld"},
        "referred",
        ["The Head or the Lead must decide on the outline."],
    ),
    (LABELS, {"labels": ["expiry", "body"]}, "allowed", []),
    (
        LABELS,
        {"labels": ["body"]},
        "action-needed",
        ["Add what is missing: expiry."],
    ),
    (
        LABELS,
        {"labels": []},
        "action-needed",
        ["Add what is missing: body and expiry."],
    ),
    (
        LABELS,
        {},
        "action-needed",
        ["Say what is there: body and expiry."],
    ),
    (ANSWERS, {"source": "inside", "size": 0, "labels": []}, "allowed", []),
    (
        ANSWERS,
        {"source": "inside"},
        "action-needed",
        ["Answer: the number of people and the labels."],
    ),
    (
        ANSWERS,
        {},
        "action-needed",
        ["Answer: where it comes from, the number of people and the labels."],
    ),
]


@pytest.mark.parametrize(("terms", "request_", "outcome", "said"), ROWS)
def test_what_must_be_there_is_there_or_is_asked_for(
    ask: Ask, terms: str, request_: dict[str, object], outcome: str, said: list[str]
) -> None:
    decision = ask(f"require: {{{terms}}}{DECIDED if terms == DOCUMENT else ''}", request_)
    assert (decision.outcome, messages(decision)) == (outcome, said)


@pytest.mark.parametrize(
    ("terms", "failure", "request_"),
    [(DOCUMENT, "withheld", {"outline": "withheld"}), (LABELS, "absent", {"labels": []})],
)
def test_what_is_lacking_may_be_allowed_on_conditions_but_silence_never(
    ask: Ask, terms: str, failure: str, request_: dict[str, object]
) -> None:
    written = f"""
        require: {{{terms}}}
        otherwise:
          {failure}: {{outcome: allowed, conditions: [quiet]}}
    """
    decision = ask(written, request_)
    assert (decision.outcome, [each.condition for each in decision.conditions]) == (
        "allowed",
        ["quiet"],
    )
    assert ask(written, {}).outcome == "action-needed"


@pytest.mark.parametrize("field", ["approvals", "advice", "plan", "speakers"])
def test_evidence_is_no_answer(ask: Ask, field: str) -> None:
    with pytest.raises(Exception, match="expected text, choice, yes-no"):
        ask(f"require: {{answer: {{to: [{field}]}}}}", {})

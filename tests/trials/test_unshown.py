"""``prevent test``: what no test shows, and changes that no test notices, in plain English."""

from __future__ import annotations

from typing import Any

import pytest
from owners import Owner, unwrapped

BOTH_PERMIT = "An agency's leaflet may be handed out once both directors permit it"
BOTH_KINDS = ("events.yaml", "bookings.yaml")


def unnoticed(owner: Owner) -> list[dict[str, Any]]:
    """The changes that go unnoticed, where all comes out as expected."""
    ran = owner.test("--format", "json")
    assert (ran.status, ran.err) == (1, "")
    assert all(test["as_expected"] for test in ran.json["tests"])
    found: list[dict[str, Any]] = ran.json["changes"]["unnoticed"]
    return found


@pytest.mark.parametrize(
    ("kept", "words", "noticed"),
    [
        (
            [BOTH_PERMIT, "The Quality Director's permission alone is not enough"],
            "that the Quality Director's approval is needed.",
            "that the Managing Director's approval is needed.",
        ),
        (
            [BOTH_PERMIT, "The Managing Director's permission alone is not enough"],
            "that the Managing Director's approval is needed.",
            "that all of them are needed, and that one is not enough.",
        ),
        (
            [BOTH_PERMIT, "Without any permission both directors are asked"],
            "that the approval must be dated on or before the first day it is handed out.",
            "that the Quality Director's approval is needed.",
        ),
        (
            [BOTH_PERMIT, "If the Managing Director declines, it must not be handed out"],
            (
                "that the outcome is “Not yet”, and not “A decision is needed”, where this is so:"
                " there is no agreement yet."
            ),
            (
                "that the outcome is “Must not go ahead”, and not “A decision is needed”, where"
                " this is so: a role whose agreement is needed has said no."
            ),
        ),
        (
            [BOTH_PERMIT, "What a learner made for the programme needs none"],
            "that “it is the organisation's own literature” counts (in its “unless”).",
            "that “a learner produced it” counts (in its “unless”).",
        ),
    ],
)
def test_what_the_examples_leave_open_is_said_in_plain_words(
    kept: list[str], words: str, noticed: str, owner: Owner
) -> None:
    owner.keep("leaflets.yaml", *kept)
    said = [each["message"] for each in unnoticed(owner)]
    assert f"No example shows {words}" in said
    assert f"No example shows {noticed}" not in said


@pytest.mark.parametrize(
    ("title", "rule", "words"),
    [
        (
            "A month after 31 January is the last day of February",
            "event-notice",
            "that the notice is at least 1 calendar month, and not 31 days.",
        ),
        (
            "It is enough that the outline is promised",
            "event-outline",
            "that it will do if the outline is promised.",
        ),
        (
            "If the Managing Director declines to authorise the speakers, they must not speak",
            "event-authorised",
            (
                "that the outcome is “Must not go ahead”, and not “A decision is needed”, where"
                " this is so: a role whose agreement is needed has said no."
            ),
        ),
    ],
)
def test_a_change_that_goes_unnoticed_is_told_with_its_rule(
    title: str, rule: str, words: str, owner: Owner
) -> None:
    owner.take_out(title, *BOTH_KINDS)
    found = unnoticed(owner)
    assert f"No example shows {words}" in [each["message"] for each in found]
    assert {(each["rule"], each["file"]) for each in found} == {
        (rule, "policy/procedures/events.yaml")
    }


def test_what_is_not_covered_is_listed_by_rule(owner: Owner) -> None:
    owner.take_out("An outline that is withheld is for either director to decide", *BOTH_KINDS)
    ran = owner.test("--no-mutation")
    assert (ran.status, ran.err) == (1, "")
    told = unwrapped(ran.out)
    assert "What no test shows An outline is shared before the event (event-outline, " in told
    assert "policy/procedures/events.yaml:" in told
    for noun in ("event", "booking"):
        about = "the outline of the event): the answer is none of the accepted options."
        assert f"- No {noun} for which this is so ({about}" in told
        assert f"- No {noun} in which the outline is withheld." in told
    assert "all as expected. Shown: 208 of the 212 things the rules can do (98 %)." in told


def test_a_rule_nobody_would_miss_is_told_once(owner: Owner) -> None:
    owner.clear()
    owner.write(
        "one.yaml",
        """tests:
  - title: Our own leaflet
    request:
      {kind: leaflet, title: A, requested_by: staff, source: dmm, distribute_from: 2026-04-15}
    expect: {outcome: allowed}
""",
    )
    told = unwrapped(owner.test().out)
    missed = told.count("No example shows that this rule is needed")
    assert missed == told.count("smaller changes of it.") > 5
    assert told.count("No example shows") == missed


def test_a_request_that_is_suggested_does_show_it(owner: Owner) -> None:
    owner.keep(
        "leaflets.yaml", BOTH_PERMIT, "The Quality Director's permission alone is not enough"
    )
    words = "No example shows that the Quality Director's approval is needed."
    [found] = [each for each in unnoticed(owner) if each["message"] == words]
    request = found["example"].replace("{", "{title: As suggested, ", 1)
    test = f"""tests:
  - title: As suggested
    request: {request}
    expect: {{outcome: action-needed, findings: [{{rule: leaflet-permission, who: ROLES}}]}}
"""
    owner.write("more.yaml", test.replace("ROLES", "[managing-director, quality-director]"))
    assert words not in [each["message"] for each in unnoticed(owner)]

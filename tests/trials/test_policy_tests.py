"""``prevent test``: the owner's tests are run, and what differs is told."""

from __future__ import annotations

import json

import pytest
from owners import Owner, unwrapped

from prevent.loading.digest import digest
from processes import ROOT, Prevent

LEAFLETS, EVENTS, BOOKINGS = (
    f"procedures/{name}.yaml" for name in ("leaflets", "events", "bookings")
)


def test_the_policys_own_tests_show_everything(prevent: Prevent) -> None:
    ran = prevent("test", "--format", "json")
    assert (ran.status, ran.err) == (0, "")
    report = ran.json
    assert report["in_order"] is True
    assert all(test["as_expected"] for test in report["tests"])
    assert report["coverage"]["missing"] == []
    assert report["coverage"]["possible"] == report["coverage"]["shown"] > 200
    assert report["changes"]["unnoticed"] == []
    assert report["changes"]["noticed"] > 200


# Each is a slip that an owner could make in a rule, and the test that notices it.
SLIPS = [
    (LEAFLETS, "of_them: all", "of_them: any", "alone is not enough"),
    (LEAFLETS, "source: [learner, dmm]", "source: [learner]", "for the programme needs none"),
    (LEAFLETS, "        no_later_than: distribute_from\n", "", "a day later is too late"),
    (EVENTS, "at_least: {months: 1}", "at_least: {days: 30}", "though it is 30 days"),
    (EVENTS, "at_least: {months: 1}", "at_least: {days: 31}", "last day of February"),
    (
        EVENTS,
        "approval: {from: [managing-director]}",
        "approval: {from: [quality-director]}",
        "they must not speak",
    ),
    (EVENTS, "        - organiser: {given: yes}\n", "", "sure of the organisation"),
    (EVENTS, "to: [values, extremism_concern]", "to: [values]", "promote extremist views"),
    (BOOKINGS, "kinds: [event, booking]", "kinds: [booking]", "on the day after is too late"),
]


@pytest.mark.parametrize(("file", "old", "new", "title"), SLIPS)
def test_a_slip_in_a_rule_is_noticed(
    file: str, old: str, new: str, title: str, owner: Owner
) -> None:
    owner.edit(file, old, new)
    ran = owner.test()
    assert (ran.status, ran.err) == (1, "")
    assert "Not as expected: " in ran.out
    assert any(title in line for line in ran.out.splitlines() if "Not as expected" in line)
    assert "No changes were tried: first let every test come out as expected." in ran.out


def test_a_test_that_fails_says_what_was_expected_what_came_and_why(owner: Owner) -> None:
    owner.edit(LEAFLETS, "outcome: refused", "outcome: referred")
    ran = owner.test("--no-mutation")
    text = (owner.folder / "policy/tests/leaflets.yaml").read_text(encoding="utf-8")
    title = "If the Quality Director declines, it must not be handed out"
    line = text[: text.index(title)].count("\n") + 1
    expected = [
        f"Not as expected: {title}",
        f"  policy/tests/leaflets.yaml:{line}:5",
        "  Expected the outcome: Must not go ahead (refused)",
        "  It is:                A decision is needed (referred)",
        "  Expected, and not found: leaflet-permission, refused, who: quality-director",
    ]
    assert "\n".join(expected) in ran.out
    found = "Found, and not expected: leaflet-permission, referred, who: quality-director, by: 15"
    assert found in unwrapped(ran.out)
    assert "“The Quality Director declined permission.”" in unwrapped(ran.out)


def test_findings_that_are_not_listed_are_not_compared(owner: Owner) -> None:
    owner.clear()
    request = "{kind: event, title: A, requested_by: external-agency, date: 2026-04-15}"
    owner.write(
        "one.yaml",
        f"""tests:
  - title: Only the outcome
    request: {request}
    expect: {{outcome: action-needed}}
  - title: The findings, not all of them
    request: {request}
    expect: {{outcome: action-needed, findings: [{{rule: event-notice}}]}}
  - title: Another outcome
    request: {request}
    expect: {{outcome: allowed}}
""",
    )
    ran = owner.test("--no-mutation")
    assert ran.status == 1
    assert "3 tests: 2 not as expected." in ran.out
    assert "Not as expected: Only" not in ran.out
    assert "Found, and not expected: event-outline, action-needed" in ran.out
    assert "Why:\n    event-notice, action-needed, who: managing-director" in ran.out


def test_two_findings_are_not_taken_for_one(owner: Owner) -> None:
    owner.clear()
    speakers = ", ".join(
        f"{{name: {name}, values: contrary, extremism_concern: none}}" for name in "AB"
    )
    owner.write(
        "one.yaml",
        f"""examples:
  - id: two-speakers
    request:
      kind: event
      title: A
      requested_by: staff
      date: 2026-04-15
      speakers: [{speakers}]
      approvals: [{{role: managing-director, decision: granted, date: 2026-04-01}}]
tests:
  - title: The vaguer one first
    like: two-speakers
    expect:
      outcome: referred
      findings: [{{rule: speaker-decision}}, {{rule: speaker-decision, subject: A}}]
  - title: One too few
    like: two-speakers
    expect: {{outcome: referred, findings: [{{rule: speaker-decision}}]}}
  - title: One too many
    like: two-speakers
    expect:
      outcome: referred
      findings: [{{rule: speaker-decision}}, {{rule: speaker-decision}}, {{rule: speaker-decision}}]
""",
    )
    ran = owner.test("--no-mutation", "--format", "json")
    came = {test["title"]: test["as_expected"] for test in ran.json["tests"]}
    assert came == {"The vaguer one first": True, "One too few": False, "One too many": False}


def test_the_tests_are_no_part_of_the_policys_digest(owner: Owner) -> None:
    before = digest(owner.folder / "policy")
    owner.clear()
    assert digest(owner.folder / "policy") == before == digest(ROOT / "policy")


def test_the_report_can_go_to_a_file(owner: Owner) -> None:
    file = owner.folder / "tests.json"
    ran = owner.test("--no-mutation", "--format", "json", "--output", str(file))
    assert (ran.status, ran.out, ran.err) == (0, "", "")
    report = json.loads(file.read_text(encoding="utf-8"))
    assert report["changes"] is None
    assert report["tests"][0]["file"] == "policy/tests/bookings.yaml"

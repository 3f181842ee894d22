"""``prevent test`` knows all that a rule may say: cases, conditions, working days, and the rest."""

from __future__ import annotations

from pathlib import Path

import pytest
from owners import Owner

RULES = """\
does_not_apply:
  - id: own-literature
    title: Our own literature
    clause: "3.7"
    statements: [S65]
    when: {source: dmm}
    say: This is our own.

afterwards:
  - id: keep-a-copy
    title: Keep a copy
    clause: "3.7"
    statements: [S65]
    who: [quality-director]
    say: Keep a copy until then.
    by: {months: 6, after: distribute_from}

rules:
  - id: permission
    title: The Managing Director agrees in time
    clause: "3.7"
    statements: [S65]
    from: 2026-01-01
    cases:
      - when: {requested_by: learner}
        require:
          approval:
            from: [managing-director]
            no_later_than: {working_days: 5, before: distribute_from}
      - when: {requested_by: staff}
        then: {outcome: allowed, say: Staff may., conditions: [front-desk]}
      - then: {outcome: refused, who: [managing-director], say: It must not., ask_again: yes}
"""

CONDITIONS = """\
conditions:
  - id: front-desk
    title: It is put at the front desk only.
    who: [quality-director]
    clause: "3.7"
    statements: [S65]
"""

TESTS = """\
examples:
  - id: learners
    request:
      kind: leaflet
      title: Five-a-side
      requested_by: learner
      source: learner
      distribute_from: 2026-04-15
      received_on: 2026-03-02

tests:
  - title: Five working days before is in time
    like: learners
    change:
      approvals: [{role: managing-director, decision: granted, date: 2026-04-08}]
    expect:
      outcome: allowed
      findings: []
      conditions: []
      notes: []
      afterwards: [{rule: keep-a-copy, who: [quality-director], by: 2026-10-15}]
  - title: A day later is too late
    like: learners
    change:
      approvals: [{role: managing-director, decision: granted, date: 2026-04-09}]
    expect:
      outcome: action-needed
      findings: [{rule: permission, who: [managing-director], by: 2026-04-08}]
  - title: Nobody has agreed yet
    like: learners
    expect:
      outcome: action-needed
      findings: [{rule: permission, outcome: action-needed, who: [managing-director]}]
  - title: The Managing Director declines
    like: learners
    change:
      approvals: [{role: managing-director, decision: declined, date: 2026-04-01}]
    expect:
      outcome: refused
      findings: [{rule: permission, outcome: refused, who: [managing-director]}]
  - title: Staff may, at the front desk
    like: learners
    change: {requested_by: staff}
    expect:
      outcome: allowed
      conditions: [{condition: front-desk, rule: permission, by: 2026-04-15}]
  - title: Others must not
    like: learners
    change: {requested_by: external-agency}
    expect:
      outcome: refused
      findings: [{rule: permission, who: [managing-director], ask_again: yes}]
  - title: Nor what an agency produced
    like: learners
    change: {requested_by: external-agency, source: external-agency}
    expect: {outcome: refused}
  - title: It is in force from the first day of 2026
    like: learners
    change: {requested_by: external-agency, received_on: 2026-01-01}
    expect: {outcome: refused}
  - title: Before that, nothing was asked
    like: learners
    change: {requested_by: external-agency, received_on: 2025-12-31}
    expect: {outcome: allowed}
  - title: Our own is exempt
    like: learners
    change: {requested_by: external-agency, source: dmm}
    expect: {outcome: allowed, findings: [], notes: [{rule: own-literature}]}
"""


@pytest.fixture
def provider(owner: Owner) -> Owner:
    """An owner whose leaflets have other rules."""
    policy = owner.folder / "policy"
    leaflets = policy / "procedures" / "leaflets.yaml"
    head, _ = leaflets.read_text(encoding="utf-8").split("rules:\n", 1)
    owner.forget_tasks()
    leaflets.write_text(head + RULES, encoding="utf-8")
    (policy / "conditions.yaml").write_text(CONDITIONS, encoding="utf-8")
    owner.edit(
        "organisation.yaml",
        "short_name: DMM\n",
        "short_name: DMM\n  bank_holidays: england-and-wales\n",
    )
    owner.clear()
    owner.write("leaflets.yaml", TESTS)
    return owner


def unnoticed(owner: Owner) -> set[str]:
    """What is said of the changes of the leaflets' rules that go unnoticed."""
    report = owner.test("--format", "json").json
    assert [test["title"] for test in report["tests"] if not test["as_expected"]] == []
    of_leaflets = {"permission", "own-literature", "keep-a-copy"}
    return {
        each["message"].removeprefix("No example shows ")
        for each in report["changes"]["unnoticed"]
        if each["rule"] in of_leaflets
    }


def test_what_the_rules_of_another_provider_say_is_tried(provider: Owner) -> None:
    said = unnoticed(provider)
    assert said == set()


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        (
            "      conditions: [{condition: front-desk, rule: permission, by: 2026-04-15}]\n",
            "",
            (
                "that the condition 'front-desk' is set, where it applies, in the case that a"
                " member of staff asks."
            ),
        ),
        (
            ", ask_again: yes}",
            "}",
            (
                "that the request has to be made again, where it applies, in the case in which no"
                " other holds."
            ),
        ),
        (
            ", by: 2026-10-15}",
            "}",
            (
                "that it must be done by 6 calendar months after the first day it is handed out,"
                " and not 180 days instead of 6 calendar months, where it applies."
            ),
        ),
    ],
)
def test_what_is_no_longer_shown_is_said(old: str, new: str, words: str, provider: Owner) -> None:
    path: Path = provider.folder / "policy" / "tests" / "leaflets.yaml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    assert words in unnoticed(provider)


def test_other_lists_than_findings_are_compared_where_they_are_written(provider: Owner) -> None:
    provider.edit("tests/leaflets.yaml", "notes: [{rule: own-literature}]", "notes: []")
    provider.edit(
        "tests/leaflets.yaml",
        "condition: front-desk, rule",
        "condition: front-desk, subject: A, rule",
    )
    ran = provider.test("--no-mutation")
    assert ran.status == 1
    assert "Found, and not expected: own-literature, allowed, who: whoever makes the" in ran.out
    assert (
        "Expected, and not found: front-desk, permission, by: 15 April 2026, subject: A" in ran.out
    )
    assert (
        "Found, and not expected: front-desk, permission, who: quality-director, by: 15" in ran.out
    )

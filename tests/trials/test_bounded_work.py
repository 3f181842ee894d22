"""``prevent test`` tries a policy of large rules with a bounded number of evaluations."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from prevent.bundle.make import make_rules
from prevent.decide.decider import Decider
from prevent.engines import reference
from prevent.loading.load import load_policy
from prevent.trials.reach import RuleReach
from prevent.trials.read import read_trials
from prevent.trials.tried import Tried, try_policy
from small_policy import rule, write_policy

LARGE = """
unless: {indoors: no}
cases:
  - when: {any: [{source: outside}, {size: {more_than: 100}}]}
    require:
      approval: {from: [head, deputy, lead], in_order: yes, no_later_than: date}
  - when: {outline: promised}
    then: {outcome: referred, who: [head], say: "{Who} decides."}
  - require: {notice: {at_least: {working_days: 5}, from: received_on, to: date}}
"""

EXEMPTION = """
does_not_apply:
  - id: own-talks
    title: Our own talks
    clause: "1"
    statements: [S02]
    when: {all: [{source: inside}, {outline: shared}, {size: {less_than: 20}}]}
    say: This is our own.
"""

TESTS = """
tests:
  - title: Nobody has agreed
    request: {kind: talk, title: A, date: 2026-07-01, size: 10, indoors: yes, outline: withheld}
    expect: {outcome: action-needed}
  - title: Our own
    request: {kind: talk, title: A, date: 2026-07-01, size: 10, source: inside, outline: shared}
    expect: {outcome: allowed}
"""

DOZEN = 12


def tried(folder: Path, tests: str, *rules: str, more: str = "", copies: int = 1) -> Tried:
    """A small policy tried by these tests, with ``copies`` of each of its rules."""
    path = write_policy(folder, *rules, more=more)
    (path / "tests").mkdir()
    (path / "tests" / "talks.yaml").write_text(tests, encoding="utf-8")
    policy = load_policy(path, "policy")
    # Copied once they are loaded: loading compares every two rules.
    copied = (
        replace(each, id=f"{each.id}-{number}") for number in range(copies) for each in policy.rules
    )
    policy = replace(policy, rules=tuple(copied))
    rules_made = make_rules(policy)
    return try_policy(policy, rules_made, read_trials(path, "policy", policy, rules_made))


def test_a_dozen_large_rules_are_tried_with_bounded_work(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    work = Counter[str]()

    def count(owner: object, name: str) -> None:
        own = getattr(owner, name)

        def counted(*given: object, **named: object) -> object:
            work[name] += 1
            return own(*given, **named)

        monkeypatch.setattr(owner, name, counted)

    count(reference, "fired")
    count(Decider, "decide")
    count(RuleReach, "applies")
    result = tried(tmp_path, TESTS, rule(LARGE), more=EXEMPTION, copies=DOZEN)
    assert result.mutation
    changes = result.mutation.tried
    assert changes > 40 * DOZEN
    # What one such rule looks at has millions of combinations.
    assert work["decide"] <= len(result.results) * (changes + 1)
    assert work["fired"] < 10 * changes
    assert work["applies"] < 100 * changes
    assert all(each.example for each in result.mutation.unshown)


def test_what_only_exempts_is_told_once_under_the_exemption(tmp_path: Path) -> None:
    result = tried(tmp_path, TESTS, rule(LARGE), more=EXEMPTION, copies=3)
    about = [goal for goal in result.missing if "20" in goal.words]
    assert {goal.rule for goal in about} == {"own-talks"}


@pytest.mark.parametrize("at", ["file", "test"])
def test_a_test_may_be_decided_by_the_policy_of_another_day(tmp_path: Path, at: str) -> None:
    written = """
tests:
  - title: Before it was in force
    request: {kind: talk, title: A, date: 2026-07-01, received_on: 2026-06-01}
    expect: {outcome: OUTCOME}
"""
    asked = rule("from: 2026-05-01\nrequire: {answer: {to: [size]}}")
    before = written.replace("OUTCOME", "allowed")
    day = "policy_as_of: 2026-04-30"
    before = (
        f"{day}\n{before}"
        if at == "file"
        else before.replace("    expect", f"    {day}\n    expect")
    )
    assert not tried(tmp_path / "before", before, asked).failed
    assert not tried(tmp_path / "now", written.replace("OUTCOME", "action-needed"), asked).failed

"""``prevent test``: every fault of the files of tests, each in its place, all in one run."""

from __future__ import annotations

import re

from owners import Owner

# In each line that is at fault, ¦ stands before the place; the words follow in the same order.
EVENTS = """\
as_of: ¦soon
examples:
  - id: misspelt
    request:
      kind: event
      title: A
      requested_by: ¦staf
      date: 2026-04-15
  - id: sound
    request: {kind: event, title: A, requested_by: staff, date: 2026-04-15}
  - id: ¦sound
    request: {kind: event, title: A, requested_by: staff, date: 2026-04-15}
tests:
  - title: What is wrong with its example is told there
    like: misspelt
    expect: {outcome: allowed}
  - title: Two faults in one test
    like: ¦soud
    expect: {outcome: ¦alowed}
  - title: A rule that is not there
    like: sound
    expect: {outcome: allowed, findings: [{rule: ¦event-notise}]}
  - title: An answer that an event does not have
    like: sound
    change: {¦facility: Main hall}
    expect: {outcome: allowed}
  - ¦title: An answer that it must have
    like: sound
    without: [date, ¦outline]
    expect: {outcome: allowed}
  - ¦title: No request
    expect: {outcome: allowed}
  - title: A change of nothing
    request: {kind: event, title: A, requested_by: staff, date: 2026-04-15}
    ¦change: {title: B}
    expect: {outcome: allowed}
  - title: A finding without its key
    like: sound
    expect: {outcome: allowed, findings: [¦leaflet-permission]}
"""

WORDS = [
    "'soon' is not written YYYY-MM-DD",
    "'staf' is not accepted for 'requested_by'. Did you mean 'staff'?",
    "Two examples have the id 'sound'.",
    "There is no example 'soud' in this file. Did you mean 'sound'?",
    "'alowed' is not accepted for 'outcome'. Did you mean 'allowed'?",
    "'event-notise' is not accepted for 'rule'. Did you mean 'event-notice'?",
    "Unknown key 'facility'.",
    "'date' is missing.",
    "The example 'sound' has no 'outline' that could be left out.",
    "A key is missing from item 6 of 'tests'. Expected one of: request, like.",
    "'like' is missing; 'change' needs it.",
    "Begin each finding with '- rule: ...'.",
]


def test_all_faults_of_all_files_are_told_in_one_run(owner: Owner) -> None:
    places = [
        f"policy/tests/events.yaml:{number}:{found.start() + 1 - before}"
        for number, line in enumerate(EVENTS.splitlines(), start=1)
        for before, found in enumerate(re.finditer("¦", line))
    ]
    owner.write("events.yaml", EVENTS.replace("¦", ""))
    owner.write("empty.yml", "# nothing\n")
    owner.write("leaflets.yaml", "tests: []\n---\ntests: 3\n")
    owner.write("unclosed.yaml", "tests: [\n")
    ran = owner.test()
    assert (ran.status, ran.out) == (2, "")
    told = [line.removeprefix("prevent: ") for line in ran.err.splitlines()]
    assert [line.split(": ", 1)[0] for line in told] == [
        "policy/tests/empty.yml",
        *places,
        "policy/tests/leaflets.yaml:1:8",
        "policy/tests/leaflets.yaml:3:1",
        "policy/tests/unclosed.yaml:2:1",
    ]
    assert "This file holds no tests." in told[0]
    for line, words in zip(told[1:], WORDS, strict=False):
        assert words in line


def test_a_policy_without_tests_is_told_what_to_write(owner: Owner) -> None:
    owner.clear()
    ran = owner.test()
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith("prevent: policy/tests: There are no tests of the policy here.")
    assert "Write a file such as events.yaml there, with 'tests:'" in ran.err


def test_a_policy_that_is_not_sound_is_told_as_ever(owner: Owner) -> None:
    owner.edit("procedures/leaflets.yaml", "of_them: all", "of_them: every")
    ran = owner.test()
    assert (ran.status, ran.out) == (2, "")
    assert "'every' is not accepted for 'of_them'." in ran.err

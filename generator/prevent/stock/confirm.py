"""Putting cases to a stock engine, and what it answers otherwise than they say."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from prevent.conformance.case import Case
from prevent.rules.found import Found
from prevent.rules.rows import row_of
from prevent.rules.ruleset import KindRules, RuleSet
from prevent.stock.runner import Answer, Asked, Runner

SHOWN = 3
"""So many cases that differ are kept to be shown."""


@dataclass(frozen=True, slots=True)
class Differing:
    """A case to which an engine gives another answer. ``said`` is that answer."""

    case: Case
    kind: str
    expected: Answer
    said: Answer

    @property
    def left_out(self) -> list[Found]:
        """What should be told and is not."""
        return _more(self.expected, self.said)

    @property
    def beyond(self) -> list[Found]:
        """What is told and should not be."""
        return _more(self.said, self.expected)


@dataclass
class Tally:
    """What became of the cases put to one engine.

    ``not_run`` says why it could not run; ``failed`` why it stopped, and ``failed_at`` in which
    case, where that is one. ``seconds`` is the time that it took to answer.
    """

    runner: Runner
    cases: int = 0
    differed: int = 0
    seconds: float = 0.0
    not_run: str = ""
    failed: str = ""
    failed_at: Case | None = None
    first: list[Differing] = field(default_factory=list)

    @property
    def agreed(self) -> int:
        """How many cases it answered as they say."""
        return self.cases - self.differed


def put(tally: Tally, rule_set: RuleSet, kind: KindRules, cases: Sequence[Case]) -> None:
    """Put cases to the engine, and count what it answers.

    An engine that fails says so in the tally; nothing that it has not answered counts as agreed.
    """
    started = time.monotonic()
    answers = _answers(tally.runner, rule_set, kind, cases)
    tally.seconds += time.monotonic() - started
    if isinstance(answers, str):
        tally.failed = answers
        tally.failed_at = _failing(tally.runner, rule_set, kind, cases)
        return
    for case, said in zip(cases, answers, strict=True):
        tally.cases += 1
        expected = expected_answer(case)
        if said != expected:
            tally.differed += 1
            if len(tally.first) < SHOWN:
                tally.first.append(Differing(case, kind.kind, expected, said))


def _answers(
    runner: Runner, rule_set: RuleSet, kind: KindRules, cases: Sequence[Case]
) -> list[Answer] | str:
    """What the engine answers, or why it does not."""
    try:
        answers = runner.decide(rule_set, kind, [asked(kind, case) for case in cases])
    except Exception as error:  # noqa: BLE001 (an engine of others may raise anything)
        return f"{type(error).__name__}: {error}"
    if len(answers) != len(cases):
        return f"It gave {len(answers)} answers to {len(cases)} requests."
    return answers


def _failing(
    runner: Runner, rule_set: RuleSet, kind: KindRules, cases: Sequence[Case]
) -> Case | None:
    """The case in which the engine fails, looked for by halves; None where it is no one alone."""
    while len(cases) > 1:
        half = len(cases) // 2
        halves = (cases[:half], cases[half:])
        failing = [
            part for part in halves if isinstance(_answers(runner, rule_set, kind, part), str)
        ]
        if not failing:
            return None
        cases = failing[0]
    return cases[0] if cases else None


def asked(kind: KindRules, case: Case) -> Asked:
    """A case as a row of a register."""
    row = row_of(kind, case.stated.whole, case.stated.items)
    return Asked(row, case.draft.as_of, case.draft.policy_as_of)


def expected_answer(case: Case) -> Answer:
    """What an engine must answer to a case."""
    return Answer.of(case.expected.findings, case.expected.outcome)


def _more(one: Answer, other: Answer) -> list[Found]:
    return [*(Counter(one.findings) - Counter(other.findings)).elements()]

"""A trial: one request and what is expected of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias, TypeVar

from prevent.decide.decision import Decision, Found, Imposed
from prevent.faults import Place
from prevent.policy.outcomes import Outcome
from prevent.requests.request import Request


@dataclass(frozen=True, slots=True)
class ExpectedFinding:
    """A finding as far as it is written; None stands for what is left open."""

    rule: str
    outcome: Outcome | None = None
    who: frozenset[str] | None = None
    by: date | None = None
    subject: str | None = None
    ask_again: bool | None = None

    def fits(self, found: Found) -> bool:
        """Whether a finding is as it is written here."""
        return (
            found.rule == self.rule
            and self.outcome in {None, found.outcome}
            and (self.who is None or self.who == frozenset(found.who))
            and self.by in {None, found.by}
            and self.subject in {None, found.subject}
            and self.ask_again in {None, found.ask_again}
        )


@dataclass(frozen=True, slots=True)
class ExpectedCondition:
    """A condition it is allowed on, as far as it is written."""

    condition: str
    rule: str | None = None
    by: date | None = None
    subject: str | None = None

    def fits(self, imposed: Imposed) -> bool:
        """Whether a condition is as it is written here."""
        return (
            imposed.condition == self.condition
            and self.rule in {None, imposed.rule}
            and self.by in {None, imposed.by}
            and self.subject in {None, imposed.subject}
        )


Own = TypeVar("Own")
Other = TypeVar("Other")

Told: TypeAlias = Found | Imposed
Written: TypeAlias = ExpectedFinding | ExpectedCondition


@dataclass(frozen=True, slots=True)
class Expected:
    """What is expected of a request: the outcome and, unless None, exactly these in any order."""

    outcome: Outcome
    findings: tuple[ExpectedFinding, ...] | None = None
    conditions: tuple[ExpectedCondition, ...] | None = None
    notes: tuple[ExpectedFinding, ...] | None = None
    afterwards: tuple[ExpectedFinding, ...] | None = None

    def met(self, decision: Decision) -> bool:
        """Whether a decision is as expected."""
        return decision.outcome == self.outcome and not any(self.differences(decision))

    def differences(self, decision: Decision) -> Iterator[tuple[list[Written], list[Told]]]:
        """List by list: what was expected and is not there, and what is there unexpectedly.

        Lists that are as expected, or were left open, are passed over.
        """
        lists = (
            _unmatched(self.findings, decision.findings, ExpectedFinding.fits),
            _unmatched(self.conditions, decision.conditions, ExpectedCondition.fits),
            _unmatched(self.notes, decision.notes, ExpectedFinding.fits),
            _unmatched(self.afterwards, decision.afterwards, ExpectedFinding.fits),
        )
        for missing, others in lists:
            if missing or others:
                yield [*missing], [*others]


def _unmatched(
    expected: Sequence[Own] | None, told: Sequence[Other], fits: Callable[[Own, Other], bool]
) -> tuple[list[Own], list[Other]]:
    if expected is None:
        return [], []
    taken: dict[int, int] = {}

    def place(index: int, tried: set[int]) -> bool:
        # One that fits may be taken already; then what took it is placed elsewhere.
        for number, each in enumerate(told):
            if number not in tried and fits(expected[index], each):
                tried.add(number)
                if number not in taken or place(taken[number], tried):
                    taken[number] = index
                    return True
        return False

    missing = [each for index, each in enumerate(expected) if not place(index, set())]
    return missing, [each for number, each in enumerate(told) if number not in taken]


@dataclass(frozen=True, slots=True)
class Trial:
    """One test. ``title`` says what it shows; ``as_of`` is the day of the check.

    What was in force on ``policy_as_of`` counts, or else on the day the request was received.
    """

    title: str
    place: Place
    request: Request
    as_of: date
    expected: Expected
    policy_as_of: date | None = None


@dataclass(frozen=True, slots=True)
class Result:
    """What became of a trial."""

    trial: Trial
    decision: Decision

    @property
    def as_expected(self) -> bool:
        """Whether it came out as expected."""
        return self.trial.expected.met(self.decision)

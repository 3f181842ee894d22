"""A trial: one request and what the policy's owner expects of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from prevent.decide.decision import Decision, Found
from prevent.faults import Place
from prevent.policy.outcomes import Outcome
from prevent.requests.request import Request


@dataclass(frozen=True, slots=True)
class ExpectedFinding:
    """A finding as far as the owner has written it; None stands for what is left open."""

    rule: str
    outcome: Outcome | None = None
    who: frozenset[str] | None = None
    by: date | None = None
    subject: str | None = None

    def fits(self, found: Found) -> bool:
        """Whether a finding is as it is written here."""
        return (
            found.rule == self.rule
            and self.outcome in {None, found.outcome}
            and (self.who is None or self.who == frozenset(found.who))
            and self.by in {None, found.by}
            and self.subject in {None, found.subject}
        )


@dataclass(frozen=True, slots=True)
class Expected:
    """What is expected of a request: the outcome and, unless None, exactly these findings."""

    outcome: Outcome
    findings: tuple[ExpectedFinding, ...] | None = None

    def met(self, decision: Decision) -> bool:
        """Whether a decision is as expected."""
        if decision.outcome != self.outcome:
            return False
        return self.findings is None or not any(self.unmatched(decision.findings))

    def unmatched(self, findings: tuple[Found, ...]) -> tuple[list[ExpectedFinding], list[Found]]:
        """The expected findings that were not made, and those made that were not expected."""
        expected = self.findings or ()
        taken: dict[int, int] = {}

        def place(index: int, tried: set[int]) -> bool:
            # One that fits may be taken already; then what took it is placed elsewhere.
            for number, found in enumerate(findings):
                if number not in tried and expected[index].fits(found):
                    tried.add(number)
                    if number not in taken or place(taken[number], tried):
                        taken[number] = index
                        return True
            return False

        missing = [each for index, each in enumerate(expected) if not place(index, set())]
        return missing, [each for number, each in enumerate(findings) if number not in taken]


@dataclass(frozen=True, slots=True)
class Trial:
    """One test. ``title`` says what it shows; ``as_of`` is the day of the check."""

    title: str
    place: Place
    request: Request
    as_of: date
    expected: Expected


@dataclass(frozen=True, slots=True)
class Result:
    """What became of a trial."""

    trial: Trial
    decision: Decision

    @property
    def as_expected(self) -> bool:
        """Whether it came out as its owner expects."""
        return self.trial.expected.met(self.decision)

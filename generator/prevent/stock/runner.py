"""What it is to run a target: requests in, what a stock engine says of each out.

Each runner takes a target's own files, as ``prevent build`` writes them, to an engine that this
project did not write. An engine that is not installed says so; it never passes for one that ran.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from prevent.policy.outcomes import Outcome, worst
from prevent.rules.found import Found
from prevent.rules.rows import Cell, RowFacts, row_facts
from prevent.rules.ruleset import KindRules, RuleSet


@dataclass(frozen=True, slots=True)
class Asked:
    """One request to be decided, as a row of a register.

    ``as_of`` is the day of the check, ``policy_as_of`` the day whose policy counts, where it is not
    the day the request was received.
    """

    row: Mapping[str, Cell]
    as_of: date
    policy_as_of: date | None = None

    def facts(self, kind: KindRules) -> RowFacts:
        """The facts that the row states."""
        return row_facts(kind, self.row, self.as_of, self.policy_as_of)


@dataclass(frozen=True, slots=True)
class Answer:
    """What an engine says of one request: its outcome, and its findings in an order of ours.

    Two of them may be alike: a rule that asks for two answers is told twice.
    """

    outcome: Outcome
    findings: tuple[Found, ...]

    @classmethod
    def of(cls, findings: Iterable[Found], outcome: Outcome | None = None) -> Answer:
        """The answer that these findings make; the worst of their outcomes if none is given."""
        told = tuple(sorted(findings, key=_order))
        return cls(outcome or worst(each.outcome for each in told), told)


def _order(found: Found) -> tuple[object, ...]:
    place = -1 if found.item is None else found.item
    who = sorted(found.who)
    rest = (found.failure, found.outcome, found.clause, who, str(found.by), found.conditions)
    return (found.list, place, found.rule, *rest)


class Runner(ABC):
    """Runs one target in one engine."""

    name: ClassVar[str]
    """How it is called in commands: ``duckdb``."""
    title: ClassVar[str]
    """How people call it: ``DuckDB``."""
    target: ClassVar[str]
    """The name of the target it runs, from ``prevent.targets.table``."""

    @abstractmethod
    def available(self) -> str | None:
        """Why it cannot run here, as a sentence that says what to install; None where it can."""

    @abstractmethod
    def decide(self, rule_set: RuleSet, kind: KindRules, asked: Sequence[Asked]) -> list[Answer]:
        """What the engine says of each request, in their order."""

    def close(self) -> None:  # noqa: B027 (most engines have nothing to end)
        """Ends what was started for it, such as a server. It may be called twice."""

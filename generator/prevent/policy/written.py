"""Procedures and rules as the policy writes them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from prevent.conditions.tree import TRUE, Condition
from prevent.faults import Place
from prevent.fields.field import Field
from prevent.policy.cited import Sort
from prevent.policy.outcomes import Outcome


@dataclass(frozen=True, slots=True)
class InForce:
    """From which day, and until which day, something counts; both days count themselves."""

    start: date | None = None
    until: date | None = None

    def on(self, day: date) -> bool:
        """Does it count on this day?"""
        return (not self.start or self.start <= day) and (not self.until or day <= self.until)

    def within(self, other: InForce) -> bool:
        """Does it count only on days on which the other does?"""
        starts = other.start is None or (self.start is not None and self.start >= other.start)
        ends = other.until is None or (self.until is not None and self.until <= other.until)
        return starts and ends


ALWAYS_IN_FORCE = InForce()


@dataclass(frozen=True, slots=True)
class Consequence:
    """What follows where a rule's requirement is not met: the outcome, who acts, what is said.

    ``who`` None means: whoever the requirement itself names. ``by`` is a day as it is written in
    YAML; None for the usual one. ``conditions`` are ids of the catalogue, where the outcome is
    ``allowed``. ``ask_again`` says that the request starts again, with a new day of receipt.
    """

    outcome: Outcome
    say: str
    who: tuple[str, ...] | None = None
    by: object = None
    conditions: tuple[str, ...] = ()
    ask_again: bool = False


@dataclass(frozen=True, slots=True)
class Requirement:
    """What a rule requires: the name of a requirement kind, and what is written under it."""

    kind: str
    terms: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Case:
    """One case of a rule: where ``when`` is true and no case before it is.

    Either ``requirement`` must be met (``otherwise`` says what follows by failure), or
    ``consequence`` follows at once. ``statements`` are those of the rule's that this case rests on;
    empty for all of them.
    """

    when: Condition = TRUE
    requirement: Requirement | None = None
    otherwise: Mapping[str, Consequence] = field(default_factory=dict)
    consequence: Consequence | None = None
    statements: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class WrittenRule:
    """A rule as the policy writes it.

    It applies to a request of one of the ``kinds`` where ``when`` is true and ``unless`` is not;
    ``unless`` counts only when it is shown. With ``for_each`` it is checked for each item of that
    list. ``cases`` say what it asks; most rules have one, which always holds.

    An ``exemption`` says which requests a procedure does not apply to, and ``afterwards`` what is
    to be done once a request has been allowed; neither ever stands in a request's way. ``layer``
    is the layer of the policy that the rule comes from.
    """

    id: str
    procedure: str
    kinds: tuple[str, ...]
    clause: str
    statements: tuple[str, ...]
    title: str
    for_each: str
    when: Condition
    unless: Condition
    cases: tuple[Case, ...]
    reading: str
    place: Place
    in_force: InForce = ALWAYS_IN_FORCE
    layer: str = ""
    sort: Sort = "rule"

    @property
    def requirements(self) -> tuple[Requirement, ...]:
        """What its cases require."""
        return tuple(case.requirement for case in self.cases if case.requirement)


@dataclass(frozen=True, slots=True)
class FieldUse:
    """A field in a procedure's request: required or not, and the only case it may be given in."""

    field: Field
    required: bool
    only_when: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Procedure:
    """A procedure: the requests of one kind, their fields in order, and how staff follow it.

    ``happens_on`` is the date field that says when the thing happens: unless a rule says
    otherwise, what is to be done must be done by then.
    """

    id: str
    kind: str
    title: str
    task: str
    noun: str
    clauses: tuple[str, ...]
    summary: str
    happens_on: str
    uses: tuple[FieldUse, ...]
    place: Place
    exemptions: tuple[WrittenRule, ...] = ()
    afterwards: tuple[WrittenRule, ...] = ()

    @property
    def fields(self) -> dict[str, Field]:
        """The fields by id, in order."""
        return {use.field.id: use.field for use in self.uses}

"""A decision: what a check says of one request."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from prevent.faults import Fault, Place
from prevent.policy.outcomes import Outcome

if TYPE_CHECKING:  # made only where an explanation is asked for
    from prevent.decide.explanation import Explanation


_NO_DATES: Mapping[str, date] = {}


class Found(NamedTuple):
    """One finding: what is to be done or decided, by whom, by when, and the words it rests on.

    ``who`` are role ids; empty means whoever makes the request; ``any_of`` that any one of them is
    enough. ``subject`` names the item (the speaker) it is about. ``dates`` are dates the message
    names, such as the earliest that would do. ``layer`` is the layer of the policy it comes from.
    ``ask_again`` says that the request starts again. ``waiver`` is the id of the waiver that sets
    it aside.
    """

    rule: str
    outcome: Outcome
    clause: str
    statements: tuple[str, ...]
    message: str
    who: tuple[str, ...]
    by: date | None
    subject: str | None
    place: Place
    dates: Mapping[str, date] = _NO_DATES
    any_of: bool = False
    layer: str = ""
    ask_again: bool = False
    waiver: str = ""


class Imposed(NamedTuple):
    """A condition on which the request is allowed: what it is, who sees to it, and whence it comes.

    ``condition`` is its id in the policy's catalogue, ``rule`` the rule that imposes it, or empty
    where ``approver``, a role, granted approval on it.
    """

    condition: str
    clause: str
    statements: tuple[str, ...]
    message: str
    who: tuple[str, ...]
    by: date | None
    subject: str | None
    place: Place
    rule: str = ""
    approver: str = ""
    reason: str = ""
    layer: str = ""


class Remark(NamedTuple):
    """Something a person should look at again. It changes no outcome."""

    message: str
    place: Place


class Decision(NamedTuple):
    """What a check says of one request.

    ``passed`` are the rules that apply and are satisfied. ``undecided`` are those that wait for an
    answer which a finding of another rule asks for. ``conditions`` are those it is allowed on,
    ``notes`` what else the policy says of it (that a procedure does not apply to it, say),
    ``afterwards`` what is to be done once it is allowed, and ``waived`` the findings that a waiver
    sets aside. ``in_force_on`` is the day whose version of the policy decided.
    """

    place: Place
    kind: str
    reference: str | None
    title: str
    outcome: Outcome
    findings: tuple[Found, ...]
    passed: tuple[str, ...]
    not_applicable: tuple[str, ...]
    undecided: tuple[str, ...] = ()
    remarks: tuple[Remark, ...] = ()
    explanations: tuple[Explanation, ...] = ()
    conditions: tuple[Imposed, ...] = ()
    notes: tuple[Found, ...] = ()
    afterwards: tuple[Found, ...] = ()
    waived: tuple[Found, ...] = ()
    in_force_on: date | None = None


Result: TypeAlias = Decision | Fault
"""What becomes of one request: a decision, or why there is none."""

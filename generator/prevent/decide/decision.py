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

    ``rule`` is the id of the rule, ``message`` what staff are told. ``clause`` and ``statements``
    are where the policy says so, and ``words`` what it says there: the text of each statement.
    ``who`` are role ids; empty means whoever makes the request; ``any_of`` that any one of them is
    enough. ``by`` is the last day for it, where there is one. ``subject`` names the item (the
    speaker) it is about. ``place`` is where the request says it, or where it should. ``dates`` are
    dates the message names, such as the earliest that would do. ``layer`` is the layer of the
    policy it comes from. ``ask_again`` says that the request starts again. ``waiver`` is the id of
    the waiver that sets it aside.
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
    words: tuple[str, ...] = ()


class Imposed(NamedTuple):
    """A condition on which the request is allowed: what it is, who sees to it, and whence it comes.

    ``condition`` is its id in the policy's catalogue, ``message`` what staff are told of it.
    ``rule`` is the rule that imposes it, and ``reason`` what that says; both are empty where
    ``approver``, a role, granted approval on it. The rest is as in a finding (``Found``).
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

    ``outcome`` is ``allowed``, ``action-needed``, ``referred`` or ``refused``: the worst of its
    ``findings``, or ``allowed`` where there is none. ``kind``, ``reference`` and ``title`` are the
    request's own, and ``place`` is where it begins.

    ``passed`` are the rules that apply and are satisfied; ``not_applicable`` do not apply.
    ``undecided`` are those that wait for an answer which a finding of another rule asks for.

    ``conditions`` are those it is allowed on. ``notes`` are what else the policy says of it (that a
    procedure does not apply to it, say). ``afterwards`` is what is to be done once it is allowed,
    and ``waived`` are the findings that a waiver sets aside. ``remarks`` are for a person to look
    at, and ``explanations`` are there where they were asked for. ``in_force_on`` is the day whose
    version of the policy decided, where that is known.
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

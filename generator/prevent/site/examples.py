"""What the site shows of a request that was decided."""

from __future__ import annotations

from dataclasses import dataclass

from prevent.policy.outcomes import Outcome


@dataclass(frozen=True, slots=True)
class ExampleDecision:
    """A request and what was decided. ``findings`` are pairs of a rule's id and its message.

    ``file`` is the request file as people name it, ``outcome_words`` the outcome as staff read it.
    """

    file: str
    title: str
    kind: str
    outcome: Outcome
    outcome_words: str
    findings: tuple[tuple[str, str], ...] = ()

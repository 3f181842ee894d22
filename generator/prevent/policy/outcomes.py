"""The four outcomes of a check, from worst to best."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, TypeAlias

Outcome: TypeAlias = Literal["refused", "referred", "action-needed", "allowed"]

OUTCOMES: tuple[Outcome, ...] = ("refused", "referred", "action-needed", "allowed")

IN_WORDS: dict[Outcome, str] = {
    "allowed": "Can go ahead",
    "action-needed": "Not yet",
    "referred": "A decision is needed",
    "refused": "Must not go ahead",
}

MEANS: dict[Outcome, str] = {
    "allowed": "Nothing the policy asks for is missing. There may be conditions.",
    "action-needed": "Something that is named is still to be done.",
    "referred": "A named role must decide. The software never does, so it goes on saying so.",
    "refused": "The policy says no, or somebody whose agreement it needs has declined.",
}


def worst(outcomes: Iterable[Outcome]) -> Outcome:
    """The worst of the outcomes; ``allowed`` where there is none."""
    return min(outcomes, key=OUTCOMES.index, default="allowed")


def outcome(text: str) -> Outcome:
    """The outcome of this name. Raises ``ValueError`` where there is none."""
    if text not in OUTCOMES:
        raise ValueError(f"not an outcome: {text}")
    return text

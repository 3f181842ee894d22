"""Conditions partly known: what remains of one where some facts are settled."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeGuard

from prevent.conditions.evaluate import Fact, Truth, evaluate
from prevent.conditions.tree import (
    FALSE,
    TRUE,
    All,
    Always,
    Any,
    Condition,
    Is,
    Not,
    NotAfter,
)

UNKNOWN = Is("", ())
"""A condition that is never known: no request states the fact without a name."""


def settle(condition: Condition, fact: str, value: Fact | None) -> Condition:
    """What remains of the condition where the fact has this value, or is missing where None."""
    match condition:
        case All(parts):
            return _joined((settle(part, fact, value) for part in parts), All, TRUE, FALSE)
        case Any(parts):
            return _joined((settle(part, fact, value) for part in parts), Any, FALSE, TRUE)
        case Not(part):
            return _negated(settle(part, fact, value))
        case Always() | NotAfter():
            return condition
        case _ if condition.fact == fact:
            return _known(evaluate(condition, {} if value is None else {fact: value}))
        case _:
            return condition


def is_settled(condition: Condition) -> TypeGuard[Always | Is]:
    """Is it true, false or unknown whatever else there is?"""
    return isinstance(condition, Always) or condition == UNKNOWN


def truth_of(condition: Always | Is) -> Truth:
    """What a settled condition comes to."""
    return condition.value if isinstance(condition, Always) else None


def _known(truth: Truth) -> Condition:
    return UNKNOWN if truth is None else Always(truth)


def _negated(condition: Condition) -> Condition:
    if is_settled(condition):
        truth = truth_of(condition)
        return _known(None if truth is None else not truth)
    return Not(condition)


def _joined(
    parts: Iterable[Condition], join: type[All | Any], neutral: Always, decisive: Always
) -> Condition:
    kept: list[Condition] = []
    for part in parts:
        if part == decisive:
            return decisive
        if part != neutral and part not in kept:
            kept.append(part)
    if not kept:
        return neutral
    return kept[0] if len(kept) == 1 else join(tuple(kept))

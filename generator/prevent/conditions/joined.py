"""Conditions put together, without what makes no difference."""

from __future__ import annotations

from collections.abc import Iterable

from prevent.conditions.tree import FALSE, TRUE, All, Always, Any, Condition, Given, Not, facts_of


def all_of(parts: Iterable[Condition]) -> Condition:
    """Every part holds; a single part stands for itself."""
    return _joined(parts, All, TRUE, FALSE)


def any_of(parts: Iterable[Condition]) -> Condition:
    """At least one part holds; a single part stands for itself."""
    return _joined(parts, Any, FALSE, TRUE)


def shown(condition: Condition) -> Condition:
    """The condition holds and nothing it asks about is missing; so it is never unknown."""
    if isinstance(condition, Given):
        return condition
    return All((*(Given(fact) for fact in facts_of(condition)), condition))


def as_shown(condition: Condition) -> Condition:
    """True where the condition is, and otherwise false; so it is never unknown.

    What a missing fact leaves open counts as not so, on either side of a "not".
    """
    return _literals(condition, wanted=True)


def _literals(condition: Condition, *, wanted: bool) -> Condition:
    match condition:
        case All(parts):
            join = all_of if wanted else any_of
            return join(_literals(part, wanted=wanted) for part in parts)
        case Any(parts):
            join = any_of if wanted else all_of
            return join(_literals(part, wanted=wanted) for part in parts)
        case Not(part):
            return _literals(part, wanted=not wanted)
        case Always(value):
            return Always(value is wanted)
    literal = condition if wanted else Not(condition)
    return literal if isinstance(condition, Given) else shown(literal)


def not_shown(condition: Condition) -> Condition:
    """The condition does not hold, or a fact it asks about is missing; never unknown."""
    return Not(shown(condition))


def _joined(
    parts: Iterable[Condition], join: type[All | Any], neutral: Condition, decisive: Condition
) -> Condition:
    found = tuple(parts)
    if decisive in found:
        return decisive
    kept = tuple(part for part in found if part != neutral)
    if not kept:
        return neutral
    return kept[0] if len(kept) == 1 else join(kept)

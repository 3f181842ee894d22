"""A flat test in fewer words: without what the rest of it already says, or rules out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from prevent.conditions.flat import Both, Compare, Constant, Either, Flat
from prevent.conditions.lower import both, excludes, negate

_Known: TypeAlias = Mapping[str, tuple[Compare, ...]]
"""Comparisons that hold, by what they are about: only those can rule one another out."""


def simplify(test: Flat) -> Flat:
    """A test that comes to the same for all facts.

    It rests on how missing facts are written: empty text, no number, not given (see
    ``prevent.conditions.lower``).
    """
    return _simplify(test, {})


def _simplify(test: Flat, known: _Known) -> Flat:
    match test:
        case Compare():
            return _compare(test, known)
        case Both(parts):
            return _both(parts, known)
        case Either(parts):
            # Where one way of holding is left over, the others do not hold.
            return negate(_both(tuple(negate(part) for part in parts), known))
        case Constant():
            return test


def _compare(test: Compare, known: _Known) -> Flat:
    # A comparison is never said to follow from itself.
    others = [each for each in known.get(_about(test), ()) if each is not test]
    if any(excludes(test, each) for each in others):
        return Constant(value=False)
    opposite = negate(test)
    if any(excludes(opposite, each) for each in others):
        return Constant(value=True)
    return test


def _both(parts: tuple[Flat, ...], known: _Known) -> Flat:
    plain = [part for part in parts if isinstance(part, Compare)]
    if plain:
        joined = dict(known)
        for each in plain:
            joined[_about(each)] = (*joined.get(_about(each), ()), each)
        known = joined
    found = both(_simplify(part, known) for part in parts)
    # What has become plain may say more of the rest.
    again = isinstance(found, Both) and sum(isinstance(each, Compare) for each in found.parts)
    if isinstance(found, Both) and again > len(plain):
        return _both(found.parts, known)
    return found


def _about(test: Compare) -> str:
    return test.fact.removesuffix("_given")

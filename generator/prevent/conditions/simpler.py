"""The same flat test with less in it: without what its other parts rule out, or come to anyway.

A rule that asks for an answer lowers to tests that say much twice, and have ways of holding that
never can. A person who reads a test, and an engine that runs it, is better off without them.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from prevent.conditions.flat import Both, Compare, Constant, Either, Flat
from prevent.conditions.lower import both, excludes, negate

_Known: TypeAlias = Mapping[str, tuple[Compare, ...]]
"""Comparisons that hold, by what they are about: only those can rule one another out."""


def simpler(test: Flat) -> Flat:
    """A test that comes to the same for all facts, and has no more parts."""
    return _simpler(test, {})


def _simpler(test: Flat, known: _Known) -> Flat:
    """The test, for facts of which all that is ``known`` holds."""
    match test:
        case Constant():
            return test
        case Compare():
            return _compare(test, known)
        case Both(parts):
            return _both(parts, known)
        case Either(parts):
            # Of alternatives, each need only be told for facts of which the others do not hold.
            return negate(_both(tuple(negate(part) for part in parts), known))


def _compare(test: Compare, known: _Known) -> Flat:
    # A comparison is never said to follow from itself.
    others = [each for each in known.get(_about(test), ()) if each is not test]
    if any(excludes(each, test) for each in others):
        return Constant(value=False)
    opposite = negate(test)
    if any(excludes(each, opposite) for each in others):
        return Constant(value=True)
    return test


def _both(parts: tuple[Flat, ...], known: _Known) -> Flat:
    """The parts, each for facts of which the comparisons beside it hold."""
    plain = [part for part in parts if isinstance(part, Compare)]
    if plain:
        joined = dict(known)
        for each in plain:
            joined[_about(each)] = (*joined.get(_about(each), ()), each)
        known = joined
    found = both(_simpler(part, known) for part in parts)
    if not isinstance(found, Both):
        return found
    # What has become a comparison may say more of the rest.
    left = sum(isinstance(each, Compare) for each in found.parts)
    return _both(found.parts, known) if left > len(plain) else found


def _about(test: Compare) -> str:
    return test.fact.removesuffix("_given")

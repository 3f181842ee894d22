"""The same flat test with less in it: without what its other parts rule out, or come to anyway.

A rule that asks for an answer lowers to tests that say much twice, and have ways of holding that
never can. A person who reads a test, and an engine that runs it, is better off without them.
"""

from __future__ import annotations

from prevent.conditions.flat import Both, Compare, Constant, Either, Flat
from prevent.conditions.lower import both, either, excludes, negate


def simpler(test: Flat) -> Flat:
    """A test that comes to the same for all facts, and has no more parts."""
    return _simpler(test, ())


def _simpler(test: Flat, known: tuple[Compare, ...]) -> Flat:
    """The test, for facts of which all that is ``known`` holds."""
    match test:
        case Constant():
            return test
        case Compare():
            return _compare(test, known)
        case Both(parts):
            return _parts(parts, known, together=True)
        case Either(parts):
            return _parts(parts, known, together=False)


def _compare(test: Compare, known: tuple[Compare, ...]) -> Flat:
    if any(excludes(each, test) for each in known):
        return Constant(value=False)
    opposite = negate(test)
    if any(excludes(each, opposite) for each in known):
        return Constant(value=True)
    return test


def _parts(parts: tuple[Flat, ...], known: tuple[Compare, ...], *, together: bool) -> Flat:
    """The parts, each for what the comparisons beside it leave open.

    Of parts that must hold together, each need only be told for facts of which the others hold; of
    alternatives, for facts of which the others do not.
    """
    left = list(parts)
    while True:
        before = list(left)
        for index, part in enumerate(left):
            beside = [
                each if together else negate(each)
                for other, each in enumerate(left)
                if other != index and isinstance(each, Compare)
            ]
            assumed = tuple(each for each in beside if isinstance(each, Compare))
            left[index] = _simpler(part, (*known, *assumed))
        joined = (both if together else either)(left)
        if left == before or not isinstance(joined, Both | Either):
            return joined
        if type(joined) is not (Both if together else Either):
            return joined
        left = list(joined.parts)

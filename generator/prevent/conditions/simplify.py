"""A flat test in fewer words: without what the rest of it already says, or rules out."""

from __future__ import annotations

from prevent.conditions.flat import Both, Compare, Constant, Either, Flat
from prevent.conditions.lower import both, excludes, negate


def simplify(test: Flat, known: tuple[Compare, ...] = ()) -> Flat:
    """A test that comes to the same for all facts for which everything ``known`` holds.

    It rests on how missing facts are written: empty text, no number, not given (see
    ``prevent.conditions.lower``).
    """
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


def _compare(test: Compare, known: tuple[Compare, ...]) -> Flat:
    if any(excludes(test, each) for each in known):
        return Constant(value=False)
    if any(excludes(negate(test), each) for each in known):
        return Constant(value=True)
    return test


def _both(parts: tuple[Flat, ...], known: tuple[Compare, ...]) -> Flat:
    plain = [part for part in parts if isinstance(part, Compare)]
    kept: list[Flat] = []
    for part in parts:
        # A comparison is never said to follow from itself.
        others = tuple(each for each in plain if each is not part)
        simple = simplify(part, (*known, *others))
        if isinstance(part, Compare) and simple == Constant(value=True):
            # What follows from the others need not be there for others to follow from.
            continue
        kept.append(simple)
    found = both(kept)
    again = isinstance(found, Both) and found.parts != parts
    return _both(found.parts, known) if again and isinstance(found, Both) else found


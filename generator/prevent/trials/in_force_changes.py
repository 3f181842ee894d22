"""The ways in which a rule could be in force on other days."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from prevent.policy.written import InForce
from prevent.trials import words

_MOVES = ((-1, "a day earlier"), (1, "a day later"))


def in_force_changes(own: InForce) -> Iterator[tuple[InForce, str]]:
    """Each of the two days left out, and moved by a day; with what no example shows."""
    if own.start:
        yield replace(own, start=None), words.in_force(own.start, None, "before that as well")
        for days, how in _MOVES:
            moved = replace(own, start=own.start + timedelta(days=days))
            yield moved, words.in_force(own.start, None, how)
    if own.until:
        yield replace(own, until=None), words.in_force(None, own.until, "after that as well")
        for days, how in _MOVES:
            moved = replace(own, until=own.until + timedelta(days=days))
            yield moved, words.in_force(None, own.until, how)

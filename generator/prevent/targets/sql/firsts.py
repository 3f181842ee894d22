"""Which of many findings is made first, worked out once, where only the first of them is told.

Where many rules ask for the same answer, each but the first is told only if none before it is made.
Were each test to deny all that is before it, a query would grow with the square of the rules. So
the place of the first that is made is a number of its own, which the tests compare.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence

from prevent.conditions.flat import Compare, Constant, Flat
from prevent.conditions.lower import both, either, negate
from prevent.targets.findings import Shown

FEW = 4
"""The most findings that a test denies one by one: of so few, that is as quick, and reads well."""

LOOKED_AT = 8
"""How many tests, the first of a sequence, are looked at to see if a later one can be first."""

_NEVER = Constant(value=False)


class Firsts:
    """Sequences of tests, of each of which only the first that holds counts.

    ``tests`` has them by a name that no flat fact has. What is told compares the number of that
    name: the place from 1 of the first that holds, or 0. ``settled`` makes a test simpler.
    """

    def __init__(self, members: Iterable[Shown], settled: Callable[[Flat], Flat]) -> None:
        self.tests: dict[str, tuple[Flat, ...]] = {}
        self._settled = settled
        self._told: dict[str, Flat] = {}
        every = list(members)
        made = {member.name: member.made for member in every}
        for sequence, own in _sequences(every):
            if len(sequence) > 1 + FEW:
                self._place([(name, made[name]) for name in sequence], own)

    def _place(self, sequence: Iterable[tuple[str, Flat]], own: Collection[str]) -> None:
        """Say when each of its own findings is told. Tests that can never be first are left out."""
        tests: dict[Flat, int] = {}
        mine: dict[str, Flat] = {}
        left: Flat = Constant(value=True)
        for name, made in sequence:
            test = self._settled(made)
            if test in tests or self._settled(both([test, left])) == _NEVER:
                test = _NEVER
            else:
                tests[test] = len(tests)
                if len(tests) <= LOOKED_AT:
                    left = self._settled(both([left, negate(test)]))
            if name in own:
                mine[name] = test
        order = tuple(tests)
        called = f"first made {len(self.tests)}"
        if len(order) > 1 + FEW:
            self.tests[called] = order
        for name, test in mine.items():
            if test == _NEVER:
                self._told[name] = _NEVER
            elif called in self.tests:
                self._told[name] = Compare(called, "eq", 1 + tests[test])
            else:
                before = (negate(each) for each in order[: tests[test]])
                self._told[name] = both([test, *before])

    def told(self, members: Sequence[Shown]) -> Flat:
        """Is any of these told?"""
        return self._settled(either(self._told.get(each.name) or each.test for each in members))


def _sequences(members: Iterable[Shown]) -> Iterable[tuple[list[str], set[str]]]:
    """The names of findings in the order that they are told in, only the first that is made.

    With each are those that are told as it says: every finding is among those of one sequence.
    """
    made: list[tuple[list[str], set[str]]] = []
    open_: dict[tuple[str, ...], tuple[list[str], set[str]]] = {}
    # The shortest first, so that each that goes on from another finds it.
    for member in sorted(members, key=lambda each: len(each.instead)):
        going_on = open_.pop(member.instead, None) if member.instead else None
        if going_on is None:
            going_on = (list(member.instead), set())
            made.append(going_on)
        sequence, own = going_on
        sequence.append(member.name)
        own.add(member.name)
        open_[tuple(sequence)] = going_on
    return made

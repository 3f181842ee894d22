"""Can conditions all be true? Answered for what has nothing to do with each other apart.

Going through what a request may say takes as long as there are choices, and facts that are asked
about together multiply them. Conditions without a fact in common do not: each can be true whatever
the others come to. What was found is remembered, as the same is asked for many pairs of rules.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from prevent.conditions.possible import World, example
from prevent.conditions.tree import All, Condition, facts_of

_Part = tuple[Condition, frozenset[str]]
"""A condition, and the facts it hangs on with all that these are bound to."""


class Apart:
    """What can be true in one world, by all the conditions that were asked about."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._parts: dict[Condition, tuple[_Part, ...]] = {}
        self._known: dict[frozenset[Condition], bool] = {}

    def can_be(self, *conditions: Condition) -> bool:
        """Can all of these be true of one request? "No" is always right."""
        return all(self._can_be(group) for group in self._groups(conditions))

    def _can_be(self, group: Sequence[Condition]) -> bool:
        key = frozenset(group)
        known = self._known.get(key)
        if known is None:
            known = example(All(tuple(dict.fromkeys(group))), self._world) is not None
            self._known[key] = known
        return known

    def _groups(self, conditions: Sequence[Condition]) -> list[list[Condition]]:
        """What the conditions ask, together where it hangs on the same facts."""
        groups: list[tuple[set[str], list[Condition]]] = []
        for condition in conditions:
            for part, facts in self._parts_of(condition):
                joined, mine = set(facts), [part]
                others: list[tuple[set[str], list[Condition]]] = []
                for group in groups:
                    if joined.isdisjoint(group[0]):
                        others.append(group)
                    else:
                        joined |= group[0]
                        mine = [*group[1], *mine]
                groups = [*others, (joined, mine)]
        return [group for _, group in groups]

    def _parts_of(self, condition: Condition) -> tuple[_Part, ...]:
        parts = self._parts.get(condition)
        if parts is None:
            parts = tuple((each, self._bound(each)) for each in _flat(condition))
            self._parts[condition] = parts
        return parts

    def _bound(self, condition: Condition) -> frozenset[str]:
        """The facts of a condition, and those they can only be given together with."""
        bound: set[str] = set()
        left = list(facts_of(condition))
        while left:
            fact = left.pop()
            if fact not in bound:
                # The name of a group is no name of a fact, unless it is the fact's own.
                bound |= {fact, self._world.together(fact)}
                left += [other for other, _ in [self._world.only_when.get(fact, ("", ""))] if other]
        return frozenset(bound)


def _flat(condition: Condition) -> Iterator[Condition]:
    """The conditions that must all be true for this one to be."""
    if isinstance(condition, All):
        for part in condition.parts:
            yield from _flat(part)
    else:
        yield condition

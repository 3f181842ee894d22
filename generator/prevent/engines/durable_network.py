"""How much one rule set can hold: the durable-rules engine's network, drawn before it is built.

The engine puts comparisons into a network in which rules that begin alike share their first steps.
It follows a fact through it with a stack of 64 and no second chance, so what could come to stand
on that stack is bounded here, from above: different equalities of one fact exclude each other, all
else may be true together.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain
from typing import TypeAlias

from prevent.conditions.flat import Compare

# The stack holds 64, and the table of the tests under one test 512: once it is full, the engine
# searches it for ever.
MOST_OPEN_TESTS = 60
MOST_BRANCHES = 400
MOST_RULES = 200
MOST_GROUPS = 14
MOST_PATHS = 64
# Ours: a longer rule can no longer be read.
MOST_COMPARISONS = 100


@dataclass(frozen=True, slots=True)
class OneOf:
    """The fact has one of these values, each different from the others."""

    comparisons: tuple[Compare, ...]


Part: TypeAlias = Compare | OneOf
Rule: TypeAlias = tuple[Part, ...]


def comparisons(rule: Rule) -> Iterator[Compare]:
    """Every comparison of a rule, in its order."""
    for part in rule:
        yield from part.comparisons if isinstance(part, OneOf) else (part,)


def width(part: Part) -> int:
    """The ways through a part: as many as there are values to choose from."""
    return len(part.comparisons) if isinstance(part, OneOf) else 1


def paths(rule: Rule) -> int:
    """The ways through a rule."""
    return math.prod(width(part) for part in rule)


def is_safe(rule: Rule) -> bool:
    """Whether the rule is within the limits of one rule."""
    groups = sum(isinstance(part, OneOf) for part in rule) + (len(rule) > 1)
    length = sum(width(part) for part in rule)
    return paths(rule) <= MOST_PATHS and groups <= MOST_GROUPS and length <= MOST_COMPARISONS


@dataclass(eq=False, slots=True)
class _Step:
    """A test with what comes after it: further tests, and the ends of ``$or`` groups."""

    tests: dict[Compare, _Step] = field(default_factory=dict)
    joins: list[_Step] = field(default_factory=list)


class Network:
    """The rules of one rule set, as the engine puts them together."""

    def __init__(self) -> None:
        self._count = 0
        self._start = _Step()
        self._known: dict[_Step, tuple[int, int]] = {}

    def add(self, rule: Rule) -> None:
        """Put a rule in. Rules that begin alike share steps, but no ``$or`` is ever shared."""
        self._count += 1
        step = self._start
        above = [step]
        for part in rule:
            if isinstance(part, Compare):
                step = step.tests.setdefault(part, _Step())
                above.append(step)
            else:
                join = _Step()
                for comparison in part.comparisons:
                    other = step.tests.setdefault(comparison, _Step())
                    other.joins.append(join)
                    above.append(other)
                step = join
        # All else is as deep and as broad as before.
        for changed in above:
            self._known.pop(changed, None)

    def is_safe(self) -> bool:
        """Whether what it holds is within the limits of one rule set."""
        most_open, most_branches = _measure(self._start, self._known)
        return (
            self._count <= MOST_RULES
            and most_open <= MOST_OPEN_TESTS
            and most_branches <= MOST_BRANCHES
        )


def _measure(step: _Step, known: dict[_Step, tuple[int, int]]) -> tuple[int, int]:
    """The most tests on the stack from this step on, and the most tests under one step.

    The engine puts all true tests under a step on its stack at once and follows one to its end
    before it takes the next: while it is below one, the others wait.
    """
    if step not in known:
        below = [_measure(after, known) for after in chain(step.tests.values(), step.joins)]
        equal = {test.fact for test in step.tests if test.operator == "eq"}
        others = sum(test.operator != "eq" for test in step.tests)
        here = len(equal) + others + len(step.joins)
        deepest = max((most_open for most_open, _ in below), default=0)
        branches = max((most for _, most in below), default=0)
        known[step] = max(here, here - 1 + deepest), max(len(step.tests), branches)
    return known[step]

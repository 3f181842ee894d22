"""What conditions and rules may still come to while some answers are open.

A leaf that is open stands for all that it may come to, as a set of bits; what is built of leaves
then has a set too. The set is never too small: what it leaves out cannot be. It may be too large,
as each leaf is taken by itself.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias

from prevent.conditions.evaluate import Truth
from prevent.conditions.tree import All, Always, Any, Condition, Not
from prevent.rules.ruleset import Part, Rule

HOLDS, FAILS, UNKNOWN = 1, 2, 4
"""The bits: it is true, it is false, a missing answer leaves it open."""

NOT_TRUE = FAILS | UNKNOWN
ANY = HOLDS | FAILS | UNKNOWN

Open: TypeAlias = Sequence[int]
"""What each leaf may still come to, by its number."""

Reach: TypeAlias = Callable[[Open], int]
"""What a condition may come to, given what its leaves may."""


def bit(truth: Truth) -> int:
    """The bit of one truth."""
    return UNKNOWN if truth is None else HOLDS if truth else FAILS


def _both(one: int, other: int) -> int:
    """What two that must both hold may come to."""
    answer = one & other & HOLDS
    if (one & FAILS and other) or (other & FAILS and one):
        answer |= FAILS
    if (one & UNKNOWN and other & ~FAILS) or (other & UNKNOWN and one & ~FAILS):
        answer |= UNKNOWN
    return answer


_BOTH = [[_both(one, other) for other in range(ANY + 1)] for one in range(ANY + 1)]
_NOT = [each & UNKNOWN | (each & HOLDS) << 1 | (each & FAILS) >> 1 for each in range(ANY + 1)]


def reach(condition: Condition, numbers: Mapping[Condition, int]) -> Reach:
    """What says what a condition may come to; ``numbers`` are those of its leaves."""
    match condition:
        case Always(value):
            constant = bit(value)
            return lambda _: constant
        case All(parts):
            return _every([reach(part, numbers) for part in parts])
        case Any(parts):
            return _negated(_every([_negated(reach(part, numbers)) for part in parts]))
        case Not(part):
            return _negated(reach(part, numbers))
        case _:
            number = numbers[condition]
            return lambda at: at[number]


def _negated(inner: Reach) -> Reach:
    return lambda at: _NOT[inner(at)]


def _every(parts: Sequence[Reach]) -> Reach:
    def every(at: Open) -> int:
        answer = HOLDS
        for part in parts:
            answer = _BOTH[answer][part(at)]
            if answer == FAILS:
                break
        return answer

    return every


class RuleReach:
    """What a rule may still do."""

    def __init__(self, rule: Rule, numbers: Mapping[Condition, int]) -> None:
        self._when = reach(rule.when, numbers)
        self._unless = reach(rule.unless, numbers)
        self._applies = reach(rule.applies, numbers)
        self._asks = bool(rule.asks)
        self.parts = [PartReach(part, numbers) for part in rule.parts]

    def applies(self, at: Open) -> int:
        """HOLDS where it may apply, FAILS where it may not."""
        when, unless = self._when(at), self._unless(at)
        may = when & HOLDS and unless & NOT_TRUE
        may_not = when & NOT_TRUE or unless & HOLDS
        return (HOLDS if may else 0) | (FAILS if may_not else 0)

    def may_find(self, at: Open) -> bool:
        """Whether it may find anything, if it applies."""
        return any(part.found(at) & ~part.nothing for part in self.parts)

    def may_satisfy(self, at: Open) -> bool:
        """Whether it may apply and find nothing."""
        return bool(self.applies(at) & HOLDS) and all(
            part.found(at) & part.nothing for part in self.parts
        )

    def may_ask(self, at: Open) -> bool:
        """Whether a missing answer may be asked for."""
        if not self._asks:
            return False
        return bool(self._applies(at) & UNKNOWN) or any(
            part.when(at) & UNKNOWN for part in self.parts
        )

    def asks_of(self, at: Open) -> int:
        """HOLDS where a missing answer is sure to be asked for; UNKNOWN where it is, if it applies.

        FAILS where neither is sure.
        """
        if self._asks and self._applies(at) == UNKNOWN:
            return HOLDS
        if self._asks and any(part.when(at) == UNKNOWN for part in self.parts):
            return HOLDS if self.applies(at) == HOLDS else UNKNOWN
        return FAILS


class PartReach:
    """What a part of a rule may still find, where the rule applies."""

    def __init__(self, part: Part, numbers: Mapping[Condition, int]) -> None:
        self.when = reach(part.when, numbers)
        self._met = reach(part.met, numbers)
        self._tests = [reach(finding.test, numbers) for finding in part.findings]
        self.nothing = 1 << len(self._tests)
        """The bit for finding nothing, among those of the findings by their number."""

    def found(self, at: Open) -> int:
        """What it may find, as bits: 1 for the first of its findings, and so on."""
        when, met = self.when(at), self._met(at)
        found = self.nothing if when & NOT_TRUE or met & HOLDS else 0
        if not (when & HOLDS and met & NOT_TRUE):
            return found
        for number, test in enumerate(self._tests):
            truth = test(at)
            if truth & HOLDS:
                found |= 1 << number
            if not truth & NOT_TRUE:
                return found
        return found | self.nothing

"""Whether a rule and what it is changed into may still say different things, as answers come in."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import zip_longest
from typing import TypeAlias

from prevent.conditions.tree import TRUE, All, Any, Condition, Not, facts_of
from prevent.rules.ruleset import Finding, Part, Rule
from prevent.trials.reach import FAILS, HOLDS, UNKNOWN, Open, PartReach, RuleReach, reach

Numbers: TypeAlias = Mapping[Condition, int]
Pair: TypeAlias = tuple[Part | None, Part | None]


class Difference:
    """Whether a rule and what it is changed into, None for nothing, may still say otherwise."""

    def __init__(self, own: Rule, changed: Rule | None, numbers: Numbers) -> None:
        self._rules = [RuleReach(rule, numbers) for rule in (own, changed) if rule]
        whens = [(own.when, changed.when), (own.unless, changed.unless)] if changed else []
        pairs = differing(own, changed)
        self._same_when = _same(whens, numbers)
        self._parts = [_parts_differ(pair, numbers) for pair in pairs]
        cases = [(one.when, other.when) for one, other in pairs if one and other]
        # Where a condition that both have in the place of another is unknown, both ask the same.
        self._may_ask_otherwise = (
            changed is None or own.asks != changed.asks or any(None in pair for pair in pairs)
        )
        self._same_asks = _same([*whens, *cases], numbers, asking=True)

    def may_tell(self, at: Open) -> bool:
        """Whether they may find different things without asking anything."""
        asks = {rule.asks_of(at) for rule in self._rules}
        if HOLDS in asks or asks == {UNKNOWN}:
            return False
        if self._may_apply_to_one(at):
            return any(rule.applies(at) & HOLDS and rule.may_find(at) for rule in self._rules)
        return self._rules[0].applies(at) & HOLDS > 0 and any(may(at) for may in self._parts)

    def may_differ(self, at: Open) -> bool:
        """Whether they may differ at all: in what applies, what is found or what is asked."""
        asks_otherwise = self._may_ask_otherwise or not self._same_asks(at)
        if asks_otherwise and any(rule.may_ask(at) for rule in self._rules):
            return True
        if self._may_apply_to_one(at):
            return True
        return self._rules[0].applies(at) & HOLDS > 0 and any(may(at) for may in self._parts)

    def _may_apply_to_one(self, at: Open) -> bool:
        """Whether one of them may apply where the other does not."""
        if len(self._rules) == 1:
            return self._rules[0].applies(at) & HOLDS > 0
        if self._same_when(at):
            return False
        own, changed = (rule.applies(at) for rule in self._rules)
        return own != changed or own == HOLDS | FAILS


def _parts_differ(pair: Pair, numbers: Numbers) -> Callable[[Open], bool]:
    """Whether two parts may find different things where both rules apply."""
    reaches = [PartReach(part, numbers) for part in pair if part]
    says = [_says(part) for part in pair if part]

    def by_what_is_found(at: Open) -> bool:
        sure = [_surely(part.found(at), each) for part, each in zip(reaches, says, strict=True)]
        return True in sure or (sure[0] != sure[1] if len(sure) > 1 else sure[0] is not False)

    if len(says) < 2 or says[0] != says[1]:
        return by_what_is_found
    same = _same([*zip(*(_conditions(part) for part in pair if part), strict=True)], numbers)
    return lambda at: not same(at) and by_what_is_found(at)


def _surely(found: int, says: Sequence[object]) -> object:
    """What is found in any case; False for nothing, True where that is open."""
    if found & (found - 1):
        return True
    number = found.bit_length() - 1
    return says[number] if 0 <= number < len(says) else False


def _same(
    pairs: Sequence[tuple[Condition, Condition]], numbers: Numbers, *, asking: bool = False
) -> Callable[[Open], bool]:
    """Whether all of these are sure to come to the same, two by two.

    Where it is about what is ``asking``, two that are unknown must also ask for the same.
    """

    def settled(one: Condition, other: Condition, *, inmost: bool) -> Callable[[Open], bool]:
        own, changed = reach(one, numbers), reach(other, numbers)
        leaves = inmost and not isinstance(one, All | Any | Not)
        unknown_too = not asking or (leaves and facts_of(one) == facts_of(other))

        def same(at: Open) -> bool:
            truth = own(at)
            return truth in known and truth == changed(at)

        known = {HOLDS, FAILS, UNKNOWN} if unknown_too else {HOLDS, FAILS}
        return same

    tests = [
        (
            settled(one, other, inmost=False),
            [settled(*inner, inmost=True) for inner in apart(one, other)],
        )
        for one, other in pairs
    ]
    return lambda at: all(
        whole(at) or all(inner(at) for inner in inmost) for whole, inmost in tests
    )


def apart(one: Condition, other: Condition) -> list[tuple[Condition, Condition]]:
    """The innermost conditions in which two differ: where these come to the same, so do the two."""
    if one == other:
        return []
    match one, other:
        case Not(part), Not(changed):
            return apart(part, changed)
        case (All(parts), All(others)) | (Any(parts), Any(others)):
            if len(parts) == len(others):
                return [each for two in zip(parts, others, strict=True) for each in apart(*two)]
            left = tuple(part for part in parts if part not in others)
            right = tuple(part for part in others if part not in parts)
            join = All if isinstance(one, All) else Any
            return [(join(left), join(right))]
        case _:
            return [(one, other)]


def differing(own: Rule, changed: Rule | None) -> list[Pair]:
    """The parts that two rules do not have in common: those that find the same together."""
    left = list(own.parts)
    right = list(changed.parts) if changed else []
    pairs: list[Pair] = []
    for alike in (_whole, _finds_in_case, _finds, _says):
        for part in list(left):
            other = next((each for each in right if alike(each) == alike(part)), None)
            if other is not None:
                left.remove(part)
                right.remove(other)
                if alike is not _whole:
                    pairs.append((part, other))
    return [*pairs, *zip_longest(left, right)]


def _whole(part: Part) -> object:
    return part.item, part.findings, part.met, part.when


def _finds_in_case(part: Part) -> object:
    # A case holds where its own condition does, which comes last, and none before it.
    own = part.when.parts[-1] if isinstance(part.when, All) and part.when.parts else part.when
    return _finds(part), own


def _finds(part: Part) -> object:
    return part.item, part.findings, part.met


def _says(part: Part) -> list[tuple[str, Finding]]:
    return [(part.item, replace(finding, test=TRUE)) for finding in part.findings]


def _conditions(part: Part) -> Iterator[Condition]:
    yield from (part.when, part.met)
    yield from (finding.test for finding in part.findings)

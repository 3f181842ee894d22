"""Can conditions come to this? Found by going through what a request may say.

Answers that no condition tells apart count as one. Options are gone through one by one, numbers
at the values next to those the conditions name, and each comparison of dates both ways, as long
as there can be days that agree with it (``prevent.conditions.agreeing_days``).

"Impossible" is always right. Where there is too much to go through, or no days were found though
there might be some, the answer is that it is possible, without an example.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from prevent.conditions.agreeing_days import START, contradict, days_for
from prevent.conditions.evaluate import Fact, Facts, Truth, evaluate
from prevent.conditions.tree import (
    All,
    Any,
    Condition,
    Given,
    Is,
    Not,
    NotAfter,
    Number,
    leaves,
)

MOST = 20_000
"""The most combinations gone through; beyond, the answer is that it may be possible."""

Domains = dict[str, tuple[Fact | None, ...]]


@dataclass(frozen=True, slots=True)
class World:
    """What requests can say.

    ``answers`` are the values a fact may have, where they are known; ``always`` the facts that are
    always there, and ``least`` the smallest value of a number. ``together`` names the group of a
    fact; facts of one group are given together or not at all. ``only_when`` says which facts are
    given only where another has a certain value; a number that is 0 is not limited by it.
    """

    answers: Mapping[str, Sequence[str]] = field(default_factory=dict)
    always: frozenset[str] = frozenset()
    least: Mapping[str, int] = field(default_factory=dict)
    only_when: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    together: Callable[[str], str] = str

    def allows(self, facts: Facts, asked: Sequence[str]) -> bool:
        """Can a request state these facts, and not the others that are ``asked`` about?"""
        for fact, value in facts.items():
            other, answer = self.only_when.get(fact, ("", ""))
            if other and value != 0 and facts.get(other) != answer:
                return False
        given = {self.together(fact) for fact in facts}
        return not any(fact not in facts and self.together(fact) in given for fact in asked)


@dataclass(frozen=True, slots=True)
class Possible:
    """It can be so. ``facts`` show it; they are None where no example was found."""

    facts: Facts | None


def find(
    conditions: Sequence[Condition], wanted: Callable[..., bool], world: World
) -> Possible | None:
    """Facts for which the truths of the conditions are as ``wanted``; None if there can be none.

    ``wanted`` gets one truth for each condition: true, false, or None for unknown.
    """
    comparisons = {
        leaf: f"date {index}"
        for index, leaf in enumerate(dict.fromkeys(_all_leaves(conditions)))
        if isinstance(leaf, NotAfter)
    }
    asked = [_without_dates(condition, comparisons) for condition in conditions]
    domains = _domains(conditions, world)
    size = math.prod(len(values) for values in domains.values()) * 2 ** len(comparisons)
    if size > MOST:
        return Possible(None)
    unsure = False
    for facts in _combinations(domains, world):
        for said in _said(comparisons, facts):
            stated = facts | {
                name: "yes" if said[comparison] else "no"
                for comparison, name in comparisons.items()
                if comparison in said
            }
            if not wanted(*(evaluate(condition, stated) for condition in asked)):
                continue
            if contradict(said):
                continue
            days = days_for(said)
            if days is not None:
                return Possible(facts | days)
            unsure = True
    return Possible(None) if unsure else None


def example(condition: Condition, world: World) -> Possible | None:
    """Facts that make the condition true; None if it can never be."""
    return find((condition,), _is_true, world)


def _is_true(truth: Truth) -> bool:
    return truth is True


def _all_leaves(conditions: Sequence[Condition]) -> Iterator[Is | Number | Given | NotAfter]:
    for condition in conditions:
        yield from leaves(condition)


def _without_dates(condition: Condition, names: Mapping[NotAfter, str]) -> Condition:
    """The condition with each comparison of dates as a question of its own, under its name."""
    match condition:
        case All(parts):
            return All(tuple(_without_dates(part, names) for part in parts))
        case Any(parts):
            return Any(tuple(_without_dates(part, names) for part in parts))
        case Not(part):
            return Not(_without_dates(part, names))
        case NotAfter():
            return Is(names[condition], ("yes",))
        case _:
            return condition


def _ways(comparison: NotAfter) -> tuple[bool, ...]:
    """How a comparison can come out; a date moved by periods of one unit tells its own way."""
    first, second = comparison.first, comparison.second
    units = {each.offset.unit for each in (first, second) if each.offset}
    if first.fact != second.fact or len(units) > 1:
        return (True, False)
    early, late = (each.offset.number if each.offset else 0 for each in (first, second))
    return (early <= late,)


def _combinations(domains: Domains, world: World) -> Iterator[dict[str, Fact]]:
    asked = tuple(domains)
    for values in itertools.product(*domains.values()):
        facts = {
            fact: value for fact, value in zip(domains, values, strict=True) if value is not None
        }
        if world.allows(facts, asked):
            yield facts


def _said(comparisons: Mapping[NotAfter, str], facts: Facts) -> Iterator[dict[NotAfter, bool]]:
    """Every way in which the comparisons whose dates are both there can come out."""
    known = [each for each in comparisons if {each.first.fact, each.second.fact} <= facts.keys()]
    for truths in itertools.product(*map(_ways, known)):
        yield dict(zip(known, truths, strict=True))


def _domains(conditions: Sequence[Condition], world: World) -> Domains:
    """The values to go through for each fact, with None for a missing one."""
    asked: dict[str, list[Is | Number | Given]] = {}
    dated: dict[str, None] = {}
    for leaf in _all_leaves(conditions):
        if isinstance(leaf, NotAfter):
            dated.update({leaf.first.fact: None, leaf.second.fact: None})
        else:
            asked.setdefault(leaf.fact, []).append(leaf)
    for fact in [*asked, *dated]:
        if fact in world.only_when:
            other, answer = world.only_when[fact]
            asked.setdefault(other, []).append(Is(other, (answer,)))
    domains: Domains = {}
    for fact in dict.fromkeys([*asked, *dated]):
        values: tuple[Fact, ...] = (START,) if fact in dated else _values(fact, asked[fact], world)
        domains[fact] = values if fact in world.always else (None, *values)
    return domains


def _values(fact: str, asked: Sequence[Is | Number | Given], world: World) -> tuple[Fact, ...]:
    """A value for each way in which what is asked of the fact can come out."""
    candidates: list[Fact]
    if fact in world.answers:
        candidates = list(world.answers[fact])
    elif any(isinstance(leaf, Number) for leaf in asked) or fact in world.least:
        least = world.least.get(fact, 0)
        named = [leaf.number for leaf in asked if isinstance(leaf, Number)]
        near = {least, *(number + step for number in named for step in (-1, 0, 1))}
        candidates = [number for number in sorted(near) if number >= least]
    else:
        candidates = [value for leaf in asked if isinstance(leaf, Is) for value in leaf.values]
        candidates.append("another")
    found: dict[tuple[Truth, ...], Fact] = {}
    for value in candidates:
        found.setdefault(tuple(evaluate(leaf, {fact: value}) for leaf in asked), value)
    return tuple(found.values())

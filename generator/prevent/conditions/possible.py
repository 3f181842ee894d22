"""Can conditions come to this? Found by going through what a request may say.

Answers that no condition tells apart count as one. Options are gone through one by one, numbers
at the values next to those the conditions name, and each comparison of dates both ways, as long
as there can be days that agree with it (``prevent.conditions.agreeing_days``).

"Impossible" is always right. Where there is too much to go through, or no days were found though
there might be some, the answer is that it is possible, without an example.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from prevent.conditions.agreeing_days import START, contradict, days_for
from prevent.conditions.evaluate import Fact, Facts, Truth, evaluate
from prevent.conditions.partly import is_settled, settle, truth_of
from prevent.conditions.tree import (
    All,
    Any,
    Condition,
    Day,
    Given,
    Is,
    Not,
    NotAfter,
    Number,
    facts_of,
    leaves,
)
from prevent.dates import NO_CALENDAR, Calendar

MOST = 5_000
"""The most choices gone through; beyond, the answer is that it may be possible."""

Domains = dict[str, tuple[Fact | None, ...]]


@dataclass(frozen=True, slots=True)
class World:
    """What requests can say.

    ``answers`` are the values a fact may have, where they are known; ``always`` the facts that are
    always there, and ``least`` the smallest value of a number. ``together`` names the group of a
    fact; facts of one group are given together or not at all. ``only_when`` says which facts are
    given only where another has a certain value; a number that is 0 is not limited by it.
    ``calendar`` counts working days.
    """

    answers: Mapping[str, Sequence[str]] = field(default_factory=dict)
    always: frozenset[str] = frozenset()
    least: Mapping[str, int] = field(default_factory=dict)
    only_when: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    together: Callable[[str], str] = str
    calendar: Calendar = NO_CALENDAR

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
    search = _Search(conditions, wanted, world)
    try:
        facts = next(search.found(), None)
    except _TooMuchError:
        return Possible(None)
    return Possible(facts) if facts is not None or search.unsure else None


def example(condition: Condition, world: World) -> Possible | None:
    """Facts that make the condition true; None if it can never be."""
    return find((condition,), _is_true, world)


def _is_true(truth: Truth) -> bool:
    return truth is True


class _TooMuchError(Exception):
    """There is too much to go through."""


class _Search:
    """One search: settles one fact after another, and leaves off where nothing is open any more.

    ``unsure`` says that some days might agree though none were found.
    """

    def __init__(
        self, conditions: Sequence[Condition], wanted: Callable[..., bool], world: World
    ) -> None:
        every = dict.fromkeys(leaf for each in conditions for leaf in leaves(each))
        self._comparisons = {
            f"date {index}": leaf for index, leaf in enumerate(every) if isinstance(leaf, NotAfter)
        }
        names = {comparison: name for name, comparison in self._comparisons.items()}
        self._conditions = tuple(_without_dates(each, names) for each in conditions)
        self._domains = _domains(tuple(every), world)
        # Dates come before what compares them.
        self._order = (*self._domains, *self._comparisons)
        self._wanted = wanted
        self._world = world
        self._left = MOST
        self.unsure = False

    def found(self) -> Iterator[Facts]:
        """Every choice of facts that is wanted and that a request can state."""
        # No fact is without a name: this settles what hangs on none, such as an empty list.
        start = tuple(settle(each, "", None) for each in self._conditions)
        for stated in self._choices(start, {}, 0):
            facts = {fact: stated[fact] for fact in self._domains if fact in stated}
            if not self._world.allows(facts, tuple(self._domains)):
                continue
            said = {
                comparison: stated[name] == "yes"
                for name, comparison in self._comparisons.items()
                if name in stated
            }
            if contradict(said):
                continue
            days = days_for(said, self._world.calendar)
            if days is not None:
                yield facts | days
            self.unsure = True

    def _choices(
        self, conditions: tuple[Condition, ...], stated: dict[str, Fact], depth: int
    ) -> Iterator[dict[str, Fact]]:
        """Every choice of values for the facts from this one on."""
        self._left -= 1
        if self._left < 0:
            raise _TooMuchError
        if not self._may_be_wanted(conditions):
            return
        if depth == len(self._order):
            yield stated
            return
        fact = self._order[depth]
        for value in self._values(fact, stated):
            rest = tuple(settle(each, fact, value) for each in conditions)
            chosen = stated if value is None else stated | {fact: value}
            yield from self._choices(rest, chosen, depth + 1)

    def _may_be_wanted(self, conditions: tuple[Condition, ...]) -> bool:
        truths = [truth_of(each) for each in conditions if is_settled(each)]
        if len(truths) == len(conditions):
            return self._wanted(*truths)
        if len(set(conditions)) == 1:
            return any(self._wanted(*[same] * len(conditions)) for same in (True, False, None))
        return True

    def _values(self, fact: str, stated: Mapping[str, Fact]) -> tuple[Fact | None, ...]:
        comparison = self._comparisons.get(fact)
        if comparison is None:
            return self._domains[fact]
        if not facts_of(comparison).keys() <= stated.keys():
            return (None,)
        return tuple("yes" if way else "no" for way in _ways(comparison))


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
    if isinstance(first, Day) or isinstance(second, Day) or first.fact != second.fact:
        return (True, False)
    if first.then or second.then:
        return (True, False)
    offsets = [each.offset for each in (first, second) if each.offset]
    if len({offset.unit for offset in offsets}) > 1:
        return (True, False)
    early, late = (each.offset.number if each.offset else 0 for each in (first, second))
    return (early <= late,)


def _domains(every: Sequence[Is | Number | Given | NotAfter], world: World) -> Domains:
    """The values to go through for each fact, with None for a missing one."""
    asked: dict[str, list[Is | Number | Given]] = {}
    dated: dict[str, None] = {}
    for leaf in every:
        if isinstance(leaf, NotAfter):
            dated.update(facts_of(leaf))
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

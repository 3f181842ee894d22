"""Looking for answers by which something comes out: one answer after another, with foresight.

After each answer it is asked whether what is looked for can still come to be; if not, no answer to
the other questions is tried. Answers that no condition tells apart count as one. So most of what a
request may say is never gone through.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import reduce
from operator import or_
from typing import TypeAlias

from prevent.conditions.evaluate import Fact, Facts, evaluate, moment
from prevent.conditions.tree import Condition, Dated, NotAfter, facts_of
from prevent.dates import Calendar, CalendarError
from prevent.trials.reach import ANY, FAILS, HOLDS, UNKNOWN, Open, bit
from prevent.trials.space import Answers, Space

MOST = 2_000
"""About the most answers tried in one search, for each day on which it may happen."""

Wanted: TypeAlias = Callable[[Open], bool]
"""Whether what is looked for can still come to be."""

_Side: TypeAlias = date | str | None
"""The day on one side of a comparison: None where it is missing, text where it has no end."""


class Search:
    """A search of a space, which may be gone through several times.

    ``numbers`` are those by which what a leaf may come to is found in ``Open``.
    """

    def __init__(self, space: Space, most: int = MOST) -> None:
        self.numbers: dict[Condition, int] = {
            leaf: number for number, leaf in enumerate(space.leaves())
        }
        self._space = space
        self._most = most
        self._worlds: list[_World] = []

    def find(self, may: Wanted, shows: Callable[[Facts], bool]) -> Found:
        """The first facts that show what is looked for, going where it ``may`` be."""
        whole = True
        for world in self._all():
            tries = _Tries()
            for facts in world.facts(may, tries, self._most):
                if shows(facts):
                    return Found(facts, whole=True)
            whole = whole and tries.whole
        return Found(None, whole)

    def _all(self) -> Iterator[_World]:
        for index, groups in enumerate(self._space.worlds()):
            if index == len(self._worlds):
                self._worlds.append(_World(self._space, groups, self.numbers))
            yield self._worlds[index]


@dataclass(frozen=True, slots=True)
class Found:
    """What a search came to: the facts, or None; ``whole`` unless it left anything untried."""

    facts: Facts | None
    whole: bool


@dataclass
class _Tries:
    """How many answers have been tried, and whether none was left out."""

    number: int = 0
    whole: bool = True


@dataclass(frozen=True, slots=True)
class _Answer:
    """One answer to a question, and what it settles: leaves by number, and what they come to.

    ``sides`` are the days that it puts into comparisons with the answer to another question, in the
    order of the comparisons.
    """

    facts: Answers
    settles: tuple[tuple[int, int], ...]
    given: frozenset[str]
    sides: tuple[_Side, ...]


@dataclass(frozen=True, slots=True)
class _Comparison:
    """A comparison of days that the answers to two questions state.

    ``other`` and ``at`` say where the other day is: in which group, and where in its sides.
    """

    number: int
    when: Dated
    first: bool
    other: int
    at: int


class _World:
    """The questions of a space with their answers, in the order in which they are gone through."""

    def __init__(
        self, space: Space, groups: Sequence[Sequence[Answers]], numbers: Mapping[Condition, int]
    ) -> None:
        self._kind: dict[str, Fact] = {"kind": space.kind}
        self._calendar = space.calendar
        self._limits = [(field, numbers[leaf]) for field, leaf in space.limits()]
        self._given = frozenset([space.each]) if space.each else frozenset[str]()
        self._ahead: dict[tuple[int, _Side], int] = {}
        self._known: dict[tuple[object, ...], int] = {}
        self._start = [ANY] * len(numbers)
        asked = [dict.fromkeys(fact for answers in group for fact in answers) for group in groups]
        own: list[list[tuple[int, Condition]]] = [[] for _ in groups]
        self._comparisons: list[list[_Comparison]] = [[] for _ in groups]
        for leaf, number in numbers.items():
            at = [n for n, facts in enumerate(asked) if not facts.keys().isdisjoint(facts_of(leaf))]
            if not at:
                self._start[number] = self._truth(leaf, {})
            elif len(at) == 1:
                own[at[0]].append((number, leaf))
            else:
                assert isinstance(leaf, NotAfter)
                self._compare(leaf, number, asked)
        self._groups = [
            self._told_apart(self._answer(each, index, own[index]) for each in group)
            for index, group in enumerate(groups)
        ]
        for group, leaves in zip(self._groups, own, strict=True):
            for position, (number, _) in enumerate(leaves):
                self._start[number] = 0
                for answer in group:
                    self._start[number] |= answer.settles[position][1]

    def facts(self, may: Wanted, tries: _Tries, most: int) -> Iterator[Facts]:
        """Every combination of answers, but for those that come to what may not be.

        Where there are too many, each answer to a question gets a fair share of the tries.
        """
        if may(self._start):
            yield from self._from([], self._start, self._given, may, tries, most)

    def _from(
        self,
        chosen: list[_Answer],
        at: list[int],
        given: frozenset[str],
        may: Wanted,
        tries: _Tries,
        most: int,
    ) -> Iterator[Facts]:
        depth = len(chosen)
        if depth == len(self._groups):
            facts = dict(self._kind)
            for each in chosen:
                facts |= each.facts
            yield facts
            return
        answers = self._groups[depth]
        for index, answer in enumerate(answers):
            if tries.number >= most:
                tries.whole = False
                return
            tries.number += 1
            now = at.copy()
            for number, truth in answer.settles:
                now[number] = truth
            for comparison, side in zip(self._comparisons[depth], answer.sides, strict=True):
                now[comparison.number] = self._meets(comparison, side, chosen)
            now_given = given | answer.given
            allowed = all(
                now[number] & HOLDS for field, number in self._limits if field in now_given
            )
            if allowed and may(now):
                share = (most - tries.number) // (len(answers) - index)
                up_to = tries.number + max(share, len(self._groups))
                yield from self._from([*chosen, answer], now, now_given, may, tries, up_to)

    def _meets(self, own: _Comparison, side: _Side, chosen: Sequence[_Answer]) -> int:
        """What a comparison comes to with this day; where the other is open, what it may."""
        if own.other < len(chosen):
            return _compared(own, side, chosen[own.other].sides[own.at])
        key = (own.number, side)
        if key not in self._ahead:
            others = {answer.sides[own.at] for answer in self._groups[own.other]}
            self._ahead[key] = reduce(or_, (_compared(own, side, other) for other in others), 0)
        return self._ahead[key]

    def _compare(self, leaf: NotAfter, number: int, asked: Sequence[dict[str, None]]) -> None:
        """Take up a comparison in both the groups that it rests on."""
        first, second = (
            next(n for n, facts in enumerate(asked) if fact in facts) for fact in facts_of(leaf)
        )
        places = len(self._comparisons[first]), len(self._comparisons[second])
        self._comparisons[first].append(
            _Comparison(number, leaf.first, first=True, other=second, at=places[1])
        )
        self._comparisons[second].append(
            _Comparison(number, leaf.second, first=False, other=first, at=places[0])
        )

    def _answer(
        self, facts: Answers, index: int, leaves: Sequence[tuple[int, Condition]]
    ) -> _Answer:
        return _Answer(
            facts,
            tuple((number, self._truth(leaf, facts)) for number, leaf in leaves),
            frozenset(fact.partition(".")[0] for fact, value in facts.items() if value != 0),
            tuple(_day(each.when, facts, self._calendar) for each in self._comparisons[index]),
        )

    @staticmethod
    def _told_apart(answers: Iterable[_Answer]) -> list[_Answer]:
        """Of the answers that come to the same, the first."""
        kept: dict[object, _Answer] = {}
        for answer in answers:
            kept.setdefault((answer.settles, answer.given, answer.sides), answer)
        return [*kept.values()]

    def _truth(self, leaf: Condition, facts: Facts) -> int:
        """What a leaf comes to, once for all answers that are the same to it."""
        key = (leaf, *(facts.get(fact) for fact in facts_of(leaf)))
        if key not in self._known:
            try:
                truth = bit(evaluate(leaf, {**self._kind, **facts}, self._calendar))
            except CalendarError:
                truth = ANY
            self._known[key] = truth
        return self._known[key]


def _day(when: Dated, facts: Facts, calendar: Calendar) -> _Side:
    try:
        return moment(when, facts, calendar)
    except CalendarError as error:
        return str(error)


def _compared(own: _Comparison, side: _Side, other: _Side) -> int:
    if side is None or other is None:
        return UNKNOWN
    if isinstance(side, str) or isinstance(other, str):
        return ANY
    first, second = (side, other) if own.first else (other, side)
    return HOLDS if first <= second else FAILS

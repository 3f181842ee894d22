"""All the answers that make a difference to a condition: facts, gone through one by one.

Options are gone through each in turn, numbers and dates at the values next to those that the
conditions compare with. So what is found here can be, and what is not found here, where the whole
space was gone through, cannot be.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from prevent import dates
from prevent.conditions.evaluate import Fact, Facts
from prevent.conditions.tree import (
    All,
    Condition,
    Day,
    Is,
    Moment,
    NotAfter,
    Number,
    facts_of,
    leaves,
)
from prevent.dates import Calendar, Period
from prevent.fields.field import Field
from prevent.policy.model import Procedure
from prevent.requirements.day import IN_FORCE_ON, RECEIVED_ON, TODAY
from prevent.requirements.requirement import Setting

MOST = 20_000
"""The most combinations gone through; of more, this many, evenly spread."""

_ANCHORS = (date(2026, 4, 15), date(2026, 3, 10))
"""Days on which it happens: a month after March, which has 31 days, and after February."""

Answers = Mapping[str, Fact]


@dataclass(frozen=True, slots=True)
class Space:
    """The facts that some conditions of one rule look at, for the requests of one procedure.

    ``each`` is the list whose items the rule looks at, or empty.
    """

    procedure: Procedure
    setting: Setting
    each: str
    condition: Condition
    calendar: Calendar

    @property
    def whole(self) -> bool:
        """Whether every combination is gone through."""
        return all(math.prod(map(len, domains)) <= MOST for domains in self._spaces())

    def facts(self) -> Iterator[Facts]:
        """Every combination that a request may state, or very many of them."""
        for domains in self._spaces():
            for chosen in _combinations(domains):
                facts: dict[str, Fact] = {"kind": self.procedure.kind}
                for answers in chosen:
                    facts |= answers
                if IN_FORCE_ON in facts and TODAY in facts:
                    self._put_in_force(facts)
                if self._may_be(facts):
                    yield facts

    def _put_in_force(self, facts: dict[str, Fact]) -> None:
        """What was in force when it was received counts; unknown where that could be said."""
        del facts[IN_FORCE_ON]
        if RECEIVED_ON in facts:
            facts[IN_FORCE_ON] = facts[RECEIVED_ON]
        elif RECEIVED_ON not in self.procedure.fields:
            facts[IN_FORCE_ON] = facts[TODAY]

    def _spaces(self) -> list[list[list[Answers]]]:
        dated = any(isinstance(leaf, NotAfter) for leaf in leaves(self.condition))
        return [self._domains(anchor) for anchor in (_ANCHORS if dated else _ANCHORS[:1])]

    def _may_be(self, facts: Facts) -> bool:
        """Whether each field that may be given only in one case is given only in that."""
        given = {fact.partition(".")[0] for fact, value in facts.items() if value != 0}
        if self.each:
            given.add(self.each)
            if facts.get(self.each) == 0:
                return False
        if any(_before_the_first(fact, facts) for fact in facts):
            return False
        return all(
            use.only_when is None
            or use.field.id not in given
            or facts.get(use.only_when[0]) == use.only_when[1]
            for use in self.procedure.uses
        )

    def _domains(self, anchor: date) -> list[list[Answers]]:
        names = facts_of(self.condition)
        names.pop("kind", None)
        received = self.setting.fields.keys() & {RECEIVED_ON}
        if IN_FORCE_ON in names and (received or TODAY in names):
            names |= dict.fromkeys([TODAY, *received])
        for use in self.procedure.uses:
            mentioned = {name.partition(".")[0] for name in names} | {self.each}
            if use.only_when and use.field.id in mentioned:
                names[use.only_when[0]] = None
        groups: dict[str, list[str]] = {}
        for name in names:
            groups.setdefault(self._group(name), []).append(name)
        return [self._answers(group, anchor) for group in groups.values()]

    def _group(self, name: str) -> str:
        """What a fact is given together with: a decision with its day, an option with the rest."""
        field, _, rest = name.partition(".")
        own = self.setting.fields.get(field)
        return field if own and own.type == "several" else f"{field}.{rest.partition('.')[0]}"

    def _answers(self, names: Sequence[str], anchor: date) -> list[Answers]:
        """What the facts of a group may be."""
        field = self.setting.fields.get(names[0].partition(".")[0])
        if field and field.type == "several":
            answers = list(self._several(field, names))
        else:
            values = [self._values(name, anchor) for name in names]
            answers = [
                {name: value for name, value in zip(names, each, strict=True) if value is not None}
                for each in itertools.product(*values)
            ]
        return answers if self._always(names[0]) else [{}, *answers]

    def _several(self, field: Field, names: Sequence[str]) -> Iterator[Answers]:
        options = [name for name in names if name != field.id]
        for chosen in itertools.product(("yes", "no"), repeat=len(options)):
            answers: dict[str, Fact] = dict(zip(options, chosen, strict=True))
            fewest = chosen.count("yes")
            most = len(field.options) - chosen.count("no")
            for number in self._near(field.id) if field.id in names else ():
                if fewest <= number <= most:
                    yield {**answers, field.id: number}
            if field.id not in names:
                yield answers

    def _always(self, name: str) -> bool:
        """Whether no request, or no item that is looked at, can be without the fact."""
        field = self.setting.fields.get(name)
        if field is None:
            return name in {TODAY, IN_FORCE_ON}
        required = {use.field.id for use in self.procedure.uses if use.required}
        own = field.required and field.id not in self.procedure.fields
        return field.type == "list" or field.id in required or own

    def _values(self, name: str, anchor: date) -> Sequence[Fact | None]:
        """What one fact may be; None among them where it may be left out of its group."""
        field = self.setting.fields.get(name)
        compared = [leaf for leaf in leaves(self.condition) if name in facts_of(leaf)]
        named = [value for leaf in compared if isinstance(leaf, Is) for value in leaf.values]
        if name == self.procedure.happens_on:
            return [anchor, *(day for day in self._days(name) if day != anchor)]
        if any(isinstance(leaf, NotAfter) for leaf in compared) or name in {TODAY, RECEIVED_ON}:
            return self._days(name, anchor)
        if field and field.options:
            return [option.id for option in field.options]
        if name.endswith(".decision"):
            return ["granted", "declined"]
        if ".condition." in name:
            return ["yes", None]
        if any(isinstance(leaf, Number) for leaf in compared):
            return self._near(name)
        if named:
            return [*dict.fromkeys(named), "another", *([None] if name.endswith(".by") else [])]
        return [_any_answer(name, field, anchor)]

    def _near(self, name: str) -> list[int]:
        """The numbers next to those that a fact is compared with."""
        numbers = {
            leaf.number + by
            for leaf in leaves(self.condition)
            if isinstance(leaf, Number) and leaf.fact == name
            for by in (-1, 0, 1)
        }
        return sorted(number for number in numbers if number >= 0) or [1]

    def _days(self, name: str, anchor: date | None = None) -> list[date]:
        """The days next to those at which a comparison of this date turns.

        Without an anchor, those that rest on days of the calendar.
        """
        turns: set[date] = {anchor} if anchor else set()
        for leaf in leaves(self.condition):
            if isinstance(leaf, NotAfter) and name in facts_of(leaf):
                named = [each.day for each in (leaf.first, leaf.second) if isinstance(each, Day)]
                for day in named or ([anchor] if anchor else []):
                    turns |= set(_turns(leaf, day, self.calendar))
        near = {day + timedelta(days=by) for day in turns for by in (-1, 0, 1)}
        return sorted(near)


def _before_the_first(fact: str, facts: Facts) -> bool:
    """Would the last day on which a role said so be before the first?"""
    first, last = facts.get(fact.removesuffix("latest") + "date"), facts[fact]
    both = fact.endswith(".latest") and isinstance(first, date) and isinstance(last, date)
    return both and str(last) < str(first)


def _turns(leaf: NotAfter, day: date, calendar: Calendar) -> Iterator[date]:
    """The day, and the day moved as the comparison moves its dates, both ways."""
    yield day
    for moment in (leaf.first, leaf.second):
        periods = (moment.offset, moment.then) if isinstance(moment, Moment) else ()
        for period in periods:
            if period is not None:
                back = Period(-period.number, period.unit)
                yield from (dates.add(day, each, calendar) for each in (period, back))


def _any_answer(name: str, field: Field | None, anchor: date) -> Fact:
    if name.endswith((".date", ".latest", ".completed")) or (field and field.type == "date"):
        return anchor
    return 1 if field and field.type in {"list", "number"} else "another"


def _combinations(domains: Sequence[Sequence[Answers]]) -> Iterator[Sequence[Answers]]:
    """Every choice of one from each domain; where they are too many, evenly spread ones."""
    total = math.prod(map(len, domains))
    if total <= MOST:
        yield from itertools.product(*domains)
        return
    step = total * 5 // 13 | 1
    while math.gcd(step, total) != 1:
        step += 2
    for number in range(MOST):
        index = number * step % total
        chosen = []
        for domain in domains:
            index, own = divmod(index, len(domain))
            chosen.append(domain[own])
        yield chosen


def together(conditions: Iterable[Condition]) -> Condition:
    """One condition that looks at everything that these look at."""
    return All(tuple(conditions))

"""All the answers that make a difference to a condition: facts, to be gone through.

There is each of the options, and of numbers and dates the values next to those that the conditions
compare with. So what is found here can be, and what is not found here, where the whole space was
gone through (``prevent.trials.search``), cannot be.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TypeAlias

from prevent import dates
from prevent.conditions.evaluate import Fact, Facts
from prevent.conditions.tree import (
    All,
    Condition,
    Day,
    Given,
    Is,
    Moment,
    NotAfter,
    Number,
    facts_of,
    leaves,
)
from prevent.dates import Calendar, Period
from prevent.fields.field import Field
from prevent.policy.written import Procedure
from prevent.requirements.day import RECEIVED_ON, TODAY
from prevent.requirements.requirement import Setting

_ANCHORS = (date(2026, 4, 15), date(2026, 3, 10))
"""Days on which it happens: a month after March, which has 31 days, and after February."""

Answers: TypeAlias = Mapping[str, Fact]
Leaf: TypeAlias = Is | Number | Given | NotAfter


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
    _compared: Mapping[str, Sequence[Leaf]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        compared: dict[str, list[Leaf]] = {}
        for leaf in dict.fromkeys(leaves(self.condition)):
            for name in facts_of(leaf):
                compared.setdefault(name, []).append(leaf)
        # Worked out once: it is asked for again for each fact.
        object.__setattr__(self, "_compared", compared)

    @property
    def kind(self) -> str:
        """The kind of request."""
        return self.procedure.kind

    def leaves(self) -> dict[Leaf, None]:
        """Every comparison on which it rests what the conditions come to, and what may be given."""
        own = dict.fromkeys(leaves(self.condition))
        return own | dict.fromkeys(leaf for _, leaf in self.limits())

    def limits(self) -> list[tuple[str, Is]]:
        """The fields that may be given only in one case, with the case."""
        fields = {name.partition(".")[0] for name in self._names()} | {self.each}
        return [
            (use.field.id, Is(use.only_when[0], (use.only_when[1],)))
            for use in self.procedure.uses
            if use.only_when is not None and use.field.id in fields
        ]

    def worlds(self) -> Iterator[list[list[Answers]]]:
        """The questions with their answers: once for each day on which it may happen."""
        dated = any(isinstance(leaf, NotAfter) for leaf in leaves(self.condition))
        for anchor in _ANCHORS if dated else _ANCHORS[:1]:
            yield self._groups(anchor)

    def _groups(self, anchor: date) -> list[list[Answers]]:
        groups: dict[str, list[str]] = {}
        for name in self._names():
            groups.setdefault(self._group(name), []).append(name)
        return [
            [answers for answers in self._answers(group, anchor) if self._may_be(answers)]
            for group in groups.values()
        ]

    def _names(self) -> dict[str, None]:
        """The facts that are asked about, with those on which it rests whether they may be."""
        names = facts_of(self.condition)
        names.pop("kind", None)
        limits = {use.field.id: use.only_when for use in self.procedure.uses if use.only_when}
        open_names = [self.each, *names]
        while open_names:
            limit = limits.get(open_names.pop().partition(".")[0])
            if limit and limit[0] not in names:
                names[limit[0]] = None
                open_names.append(limit[0])
        return names

    def _may_be(self, answers: Answers) -> bool:
        """Whether an answer may be given: where an item is looked at, there is one."""
        if self.each and answers.get(self.each) == 0:
            return False
        return not any(_before_the_first(fact, answers) for fact in answers)

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
            # What was in force is not known of a request that could say when it was received.
            return name == TODAY or RECEIVED_ON not in self.procedure.fields
        required = {use.field.id for use in self.procedure.uses if use.required}
        own = field.required and field.id not in self.procedure.fields
        return field.type == "list" or field.id in required or own

    def _values(self, name: str, anchor: date) -> Sequence[Fact | None]:
        """What one fact may be; None among them where it may be left out of its group."""
        field = self.setting.fields.get(name)
        compared = self._compared.get(name, ())
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
            for leaf in self._compared.get(name, ())
            if isinstance(leaf, Number)
            for by in (-1, 0, 1)
        }
        return sorted(number for number in numbers if number >= 0) or [1]

    def _days(self, name: str, anchor: date | None = None) -> list[date]:
        """The days next to those at which a comparison of this date turns.

        Without an anchor, those that rest on days of the calendar.
        """
        turns: set[date] = {anchor} if anchor else set()
        for leaf in self._compared.get(name, ()):
            if isinstance(leaf, NotAfter):
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


def together(conditions: Iterable[Condition]) -> Condition:
    """One condition that looks at everything that these look at."""
    return All(tuple(conditions))

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
    Given,
    Is,
    Moment,
    NotAfter,
    Number,
    facts_of,
    leaves,
)
from prevent.dates import Period
from prevent.fields.field import Field
from prevent.policy.model import Procedure
from prevent.requirements.requirement import Setting

MOST = 60_000
"""The most combinations gone through."""

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

    def facts(self) -> Iterator[Facts] | None:
        """Every combination that a request may state; None where there are too many."""
        spaces = [self._domains(anchor) for anchor in _ANCHORS[: None if self._dated() else 1]]
        if sum(math.prod(len(values) for values in domains) for domains in spaces) > MOST:
            return None
        return self._combined(spaces)

    def _combined(self, spaces: Iterable[Sequence[Sequence[Answers]]]) -> Iterator[Facts]:
        for domains in spaces:
            for chosen in itertools.product(*domains):
                facts: dict[str, Fact] = {"kind": self.procedure.kind}
                for answers in chosen:
                    facts |= answers
                if self._may_be(facts):
                    yield facts

    def _dated(self) -> bool:
        return any(isinstance(leaf, NotAfter) for leaf in leaves(self.condition))

    def _may_be(self, facts: Facts) -> bool:
        """Whether each field that may be given only in one case is given only in that."""
        given = {fact.partition(".")[0] for fact, value in facts.items() if value != 0}
        if self.each:
            given.add(self.each)
            if facts.get(self.each) == 0:
                return False
        return all(
            use.only_when is None
            or use.field.id not in given
            or facts.get(use.only_when[0]) == use.only_when[1]
            for use in self.procedure.uses
        )

    def _domains(self, anchor: date) -> list[list[Answers]]:
        names = dict(facts_of(self.condition))
        names.pop("kind", None)
        for use in self.procedure.uses:
            mentioned = {name.partition(".")[0] for name in names} | {self.each}
            if use.only_when and use.field.id in mentioned:
                names[use.only_when[0]] = None
        groups: dict[tuple[str, ...], list[str]] = {}
        for name in names:
            groups.setdefault(tuple(name.split(".")[:2]), []).append(name)
        days = self._days(anchor)
        return [self._answers(group, anchor, days) for group in groups.values()]

    def _answers(self, names: Sequence[str], anchor: date, days: Sequence[date]) -> list[Answers]:
        """What a group of facts may be that are given together, such as a decision and its day."""
        values = [self._values(name, anchor, days) for name in names]
        answers: list[Answers] = [
            dict(zip(names, each, strict=True)) for each in itertools.product(*values)
        ]
        return answers if self._always(names[0]) else [{}, *answers]

    def _always(self, name: str) -> bool:
        field = self.setting.fields.get(name)
        if field is None:
            return "." not in name
        if field.type == "list":
            return True
        used = {use.field.id for use in self.procedure.uses if use.required}
        return field.id in used or (field.required and field.id not in self.procedure.fields)

    def _values(self, name: str, anchor: date, days: Sequence[date]) -> list[Fact]:
        field = self.setting.fields.get(name)
        own: dict[Fact, None] = {}
        for leaf in leaves(self.condition):
            match leaf:
                case NotAfter() if name in facts_of(leaf):
                    return [anchor] if name == self.procedure.happens_on else list(days)
                case Number(fact, _, number) if fact == name:
                    own |= dict.fromkeys(n for n in (number - 1, number, number + 1) if n >= 0)
                case Is(fact, values) if fact == name:
                    own |= dict.fromkeys(values)
        if field and field.options:
            return [option.id for option in field.options]
        if name.endswith(".decision"):
            return ["granted", "declined"]
        if own:
            return [*own, *([] if any(isinstance(each, int) for each in own) else ["another"])]
        return [_any_answer(name, field, anchor)]

    def _days(self, anchor: date) -> list[date]:
        """The days next to those at which a comparison of dates turns."""
        turns = {anchor}
        for leaf in leaves(self.condition):
            if isinstance(leaf, NotAfter):
                for moment in (leaf.first, leaf.second):
                    turns |= set(_turns(moment, anchor))
        near = {day + timedelta(days=by) for day in turns for by in (-1, 0, 1)}
        return sorted(near)


def _turns(moment: Moment, anchor: date) -> Iterator[date]:
    if moment.offset is not None:
        back = Period(-moment.offset.number, moment.offset.unit)
        yield from (dates.add(anchor, moment.offset), dates.add(anchor, back))


def _any_answer(name: str, field: Field | None, anchor: date) -> Fact:
    if name.endswith((".date", ".completed")) or (field and field.type == "date"):
        return anchor
    return 1 if field and field.type in {"list", "number"} else "another"


def together(conditions: Iterable[Condition]) -> Condition:
    """One condition that looks at everything that these look at."""
    return All(tuple(each for each in conditions if facts_of(each) or isinstance(each, Given)))

"""Flat facts: what the facts of a request come to for an engine, which knows no missing ones."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from prevent.conditions.evaluate import Facts, moment
from prevent.conditions.tree import Dated
from prevent.dates import NO_CALENDAR, Calendar, CalendarError

FactValue: TypeAlias = str | int | bool


@dataclass(frozen=True, slots=True)
class FlatFact:
    """How one flat fact is worked out of a request's facts.

    ``kind`` is ``text`` (empty where missing), ``number`` (0 where missing), ``given`` (is the fact
    there?), ``gap`` (days from ``first`` to ``second``, 0 where either is missing) or ``gap_known``
    (are both dates there?).
    """

    kind: str
    fact: str = ""
    first: Dated | None = None
    second: Dated | None = None

    @property
    def type(self) -> Literal["text", "number", "truth"]:
        """The engine's type: ``text``, ``number`` or ``truth``."""
        if self.kind == "text":
            return "text"
        return "number" if self.kind in {"number", "gap"} else "truth"

    def value(self, facts: Facts, calendar: Calendar = NO_CALENDAR) -> FactValue:
        """The flat fact for these facts."""
        if self.kind == "given":
            return self.fact in facts
        if self.kind in {"gap", "gap_known"}:
            first, second = self._moments(facts, calendar)
            if self.kind == "gap_known":
                return first is not None and second is not None
            return 0 if first is None or second is None else (second - first).days
        value = facts.get(self.fact, "" if self.kind == "text" else 0)
        assert isinstance(value, (str, int))
        return value

    def _moments(self, facts: Facts, calendar: Calendar) -> tuple[date | None, date | None]:
        assert self.first is not None
        assert self.second is not None
        try:
            return moment(self.first, facts, calendar), moment(self.second, facts, calendar)
        except CalendarError:
            # Where the answer turns on this day, the reference evaluator says that it cannot be
            # counted. Where it does not, the engine must not fail over it.
            return None, None

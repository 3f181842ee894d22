"""Flat facts: what the facts of a request come to for an engine, which knows no missing ones."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias, cast

from prevent.conditions.evaluate import Facts, moment
from prevent.conditions.prepared import prepare_moment
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


def flattening(
    flat_facts: Mapping[str, FlatFact], calendar: Calendar = NO_CALENDAR
) -> Callable[[Facts], dict[str, FactValue]]:
    """Works these flat facts out for many requests: each as :meth:`FlatFact.value` gives it.

    What it gives is in no order. A fact of the wrong type is left to the engine to refuse.
    """
    plain: list[tuple[str, str, FactValue]] = []
    given: list[tuple[str, str]] = []
    gaps: dict[tuple[Dated, Dated], dict[str, str]] = {}
    for name, flat in flat_facts.items():
        if flat.kind == "given":
            given.append((name, flat.fact))
        elif flat.kind in {"gap", "gap_known"}:
            assert flat.first is not None
            assert flat.second is not None
            gaps.setdefault((flat.first, flat.second), {})[name] = flat.kind
        else:
            plain.append((name, flat.fact, "" if flat.kind == "text" else 0))
    days = [
        (prepare_moment(first, calendar), prepare_moment(second, calendar), tuple(names.items()))
        for (first, second), names in gaps.items()
    ]

    def flat_of(facts: Facts) -> dict[str, FactValue]:
        values = {name: cast("FactValue", facts.get(fact, empty)) for name, fact, empty in plain}
        for name, fact in given:
            values[name] = fact in facts
        for earlier, later, names in days:
            try:
                first, second = earlier(facts), later(facts)
            except CalendarError:  # as in FlatFact
                first = second = None
            known = first is not None and second is not None
            gap = (second - first).days if first is not None and second is not None else 0
            for name, kind in names:
                values[name] = known if kind == "gap_known" else gap
        return values

    return flat_of

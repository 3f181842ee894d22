"""The rules in the engine's own form, with the facts it needs, as they are kept in files."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from prevent.conditions.evaluate import Facts
from prevent.conditions.flat_facts import FactValue, FlatFact, flattening
from prevent.dates import NO_CALENDAR, Calendar
from prevent.engines.durable_form import FactType


@dataclass(frozen=True, slots=True)
class EngineForm:
    """durable-rules rule sets for the rules that look at one thing, and the facts they need."""

    facts: Mapping[str, FlatFact]
    rule_sets: tuple[Mapping[str, object], ...]

    @property
    def types(self) -> dict[str, FactType]:
        """The engine's type of each fact."""
        return {name: fact.type for name, fact in self.facts.items()}

    def flatten(self, facts: Facts, calendar: Calendar = NO_CALENDAR) -> dict[str, FactValue]:
        """The flat facts of one request, or of one item of it."""
        return self.flattening(calendar)(facts)

    def flattening(
        self, calendar: Calendar = NO_CALENDAR
    ) -> Callable[[Facts], dict[str, FactValue]]:
        """What gives the flat facts of many of them."""
        return flattening(self.facts, calendar)


@dataclass(frozen=True, slots=True)
class KindForms:
    """The engine forms for one kind of request, by the list whose items they look at."""

    kind: str
    forms: Mapping[str, EngineForm]


def whole(fired: Iterable[str]) -> frozenset[str]:
    """The names of the tests that hold, where these tests and steps (``engines.steps``) do."""
    fired = list(fired)
    if not any("#" in name for name in fired):
        return frozenset(fired)
    holding: set[str] = set()
    steps: dict[tuple[str, str], int] = {}
    for fired_name in fired:
        name, _, step = fired_name.partition("#")
        way, _, place = step.partition(".")
        steps[name, way] = steps.get((name, way), 0) + 1
        if not step or steps[name, way] == int(place.partition("of")[2]):
            holding.add(name)
    return frozenset(holding)

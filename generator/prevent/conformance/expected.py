"""What the reference evaluator tells of the facts of a request: the answer of each case."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from prevent.conditions.evaluate import Facts
from prevent.dates import NO_CALENDAR, Calendar
from prevent.engines import reference
from prevent.policy.outcomes import Outcome, worst
from prevent.rules.found import Found
from prevent.rules.rows import RowFacts
from prevent.rules.ruleset import KindRules, Rule
from prevent.rules.telling import telling


@dataclass(frozen=True, slots=True)
class Expected:
    """What is told of a request. ``made`` are the tests that hold, by list and place."""

    findings: tuple[Found, ...]
    made: Mapping[tuple[str, int], frozenset[str]]

    @property
    def outcome(self) -> Outcome:
        """The worst outcome of any finding."""
        return worst(finding.outcome for finding in self.findings)


class Reference:
    """The reference evaluator with the rules for requests of one kind."""

    def __init__(self, kind: KindRules, calendar: Calendar = NO_CALENDAR) -> None:
        self._groups = [(each, rules, telling(rules)) for each, rules in kind.groups().items()]
        self._calendar = calendar
        self._ready: dict[tuple[str, ...], reference.Prepared] = {}

    def expected(self, stated: RowFacts) -> Expected:
        """What these facts come to. Raises ``CalendarError`` where days cannot be counted."""
        findings: list[Found] = []
        made: dict[tuple[str, int], frozenset[str]] = {}
        for each, rules, tells in self._groups:
            for item, facts in stated.looked_at(each):
                names = self.fired(rules, facts)
                made[each, item or 0] = names
                findings += (
                    Found.of(told, facts, self._calendar, each, item) for told in tells.of(names)
                )
        return Expected(tuple(findings), made)

    def fired(self, rules: Sequence[Rule], facts: Facts) -> frozenset[str]:
        """The names of the tests of some of its rules that hold."""
        names = tuple([rule.id for rule in rules])
        ready = self._ready.get(names)
        if ready is None:
            ready = self._ready[names] = reference.Prepared(rules, self._calendar)
        return ready.fired(facts)

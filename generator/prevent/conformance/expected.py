"""What the reference evaluator tells of the facts of a request: the answer of each case."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from prevent.conditions.evaluate import Facts, moment
from prevent.conformance.requests import Stated
from prevent.dates import NO_CALENDAR, Calendar
from prevent.engines import reference
from prevent.policy.outcomes import Outcome, worst
from prevent.rules.ruleset import KindRules, Rule
from prevent.rules.telling import Told, telling


@dataclass(frozen=True, slots=True)
class Finding:
    """A finding of a case. ``list`` and ``item`` say which item of which list it is about."""

    rule: str
    failure: str
    outcome: Outcome
    clause: str
    who: tuple[str, ...]
    by: date | None
    item: int | None = None
    list: str = ""
    conditions: tuple[str, ...] = ()

    def record(self) -> dict[str, object]:
        """The finding as it stands in a case."""
        record: dict[str, object] = {
            "rule": self.rule,
            "failure": self.failure,
            "outcome": self.outcome,
            "clause": self.clause,
            "who": list(self.who),
            "by": self.by.isoformat() if self.by else None,
            "item": self.item,
            "list": self.list,
        }
        return record | ({"conditions": [*self.conditions]} if self.conditions else {})


@dataclass(frozen=True, slots=True)
class Expected:
    """What is told of a request. ``made`` are the tests that hold, by list and place."""

    findings: tuple[Finding, ...]
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

    def expected(self, stated: Stated) -> Expected:
        """What these facts come to. Raises ``CalendarError`` where days cannot be counted."""
        findings: list[Finding] = []
        made: dict[tuple[str, int], frozenset[str]] = {}
        for each, rules, tells in self._groups:
            for place, facts in enumerate(stated.each(each)):
                names = self.fired(rules, facts)
                made[each, place] = names
                at = (each, place if each else None)
                findings += (self._finding(told, facts, *at) for told in tells.of(names))
        return Expected(tuple(findings), made)

    def fired(self, rules: Sequence[Rule], facts: Facts) -> frozenset[str]:
        """The names of the tests of some rules that hold."""
        return reference.fired(rules, facts, self._calendar)

    def _finding(self, told: Told, facts: Facts, each: str, place: int | None) -> Finding:
        finding = told.finding
        by = moment(finding.by, facts, self._calendar) if finding.by else None
        return Finding(
            told.rule.id,
            finding.failure,
            finding.outcome,
            told.rule.clause,
            told.who,
            by,
            place,
            each,
            finding.conditions,
        )

"""A finding as every engine tells it: the record that the reference, targets and registers share.

It is made of what a rule set tells, or read from what an engine answered; two are compared whole.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from prevent.conditions.evaluate import Facts, moment
from prevent.dates import Calendar
from prevent.policy.outcomes import Outcome, outcome
from prevent.rules.telling import Told


@dataclass(frozen=True, slots=True)
class Found:
    """One finding that is told of a request.

    ``who`` are role ids in no order, ``item`` the place from 0 in the list ``list`` of what it is
    about, or None and "" where it is about the whole request. ``conditions`` are those it is
    allowed on.
    """

    rule: str
    failure: str
    outcome: Outcome
    clause: str
    who: frozenset[str]
    by: date | None = None
    item: int | None = None
    list: str = ""
    conditions: tuple[str, ...] = ()

    @classmethod
    def of(cls, told: Told, facts: Facts, calendar: Calendar, each: str, item: int | None) -> Found:
        """What is told of these facts, which are those of one item where there is ``each``.

        Raises ``CalendarError`` where the day by which cannot be counted.
        """
        finding = told.finding
        return cls(
            rule=told.rule.id,
            failure=finding.failure,
            outcome=finding.outcome,
            clause=told.rule.clause,
            who=frozenset(told.who),
            by=moment(finding.by, facts, calendar) if finding.by else None,
            item=item,
            list=each,
            conditions=finding.conditions,
        )

    @classmethod
    def read(cls, record: Mapping[str, Any]) -> Found:
        """The finding that an engine answers. Raises ``KeyError`` or ``ValueError`` if it is none.

        Days may be dates, or text as JSON has them.
        """
        by = record["by"]
        return cls(
            rule=record["rule"],
            failure=record["failure"],
            outcome=outcome(record["outcome"]),
            clause=record["clause"],
            who=frozenset(record["who"]),
            by=date.fromisoformat(by) if isinstance(by, str) else by,
            item=record["item"],
            list=record["list"],
            conditions=tuple(record.get("conditions") or ()),
        )

    def record(self) -> dict[str, object]:
        """The finding as it stands in a file."""
        record: dict[str, object] = {
            "rule": self.rule,
            "failure": self.failure,
            "outcome": self.outcome,
            "clause": self.clause,
            "who": sorted(self.who),
            "by": self.by.isoformat() if self.by else None,
            "item": self.item,
            "list": self.list,
        }
        return record | ({"conditions": [*self.conditions]} if self.conditions else {})

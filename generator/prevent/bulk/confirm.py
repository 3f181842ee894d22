"""The findings of the database, confirmed by the evaluators that every check rests on.

Rows with the same masks have the same findings. So for each combination of masks one row is
decided by the confirmed evaluators too, and they must come to the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date
from typing import Any

from prevent.dates import Calendar
from prevent.engines.confirmed import evaluators
from prevent.engines.forms import KindForms
from prevent.rules.found import Found
from prevent.rules.rows import row_facts
from prevent.rules.ruleset import KindRules


class Confirming:
    """Decides single rows of one kind by the confirmed evaluators.

    ``forms`` is the engine's form of the rules, or None where the engine takes no part.
    """

    def __init__(
        self,
        kind: KindRules,
        forms: KindForms | None,
        calendar: Calendar,
        as_of: date,
        policy_as_of: date | None,
    ) -> None:
        self._kind = kind
        self._calendar = calendar
        self._as_of = as_of
        self._policy_as_of = policy_as_of
        self._groups = evaluators(kind, forms, calendar)

    def close(self) -> None:
        """Let the engines go."""
        for evaluator, _ in self._groups.values():
            evaluator.close()

    def findings(self, row: Mapping[str, Any]) -> Counter[Found]:
        """The findings of a row. Raises ``NoDecisionError`` where the evaluators come to none."""
        facts = row_facts(self._kind, row, self._as_of, self._policy_as_of)
        return Counter(
            Found.of(told, own, self._calendar, each, item)
            for each, (evaluator, tells) in self._groups.items()
            for item, own in facts.looked_at(each)
            for told in tells.of(evaluator.fired(own))
        )


def in_words(findings: Counter[Found]) -> str:
    """Findings in a message: their rules and failures."""
    return ", ".join(map(_named, findings)) or "nothing more"


def _named(found: Found) -> str:
    day = f" by {found.by}" if found.by else ""
    item = f", {found.list} {found.item}" if found.list else ""
    return f"{found.rule} ({found.failure}{day}{item})"

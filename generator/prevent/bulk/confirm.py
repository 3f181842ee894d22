"""The findings of the database, confirmed by the evaluators that every check rests on.

Rows with the same masks have the same findings. So for each combination of masks one row is
decided by the confirmed evaluators too, and they must come to the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from prevent.conditions.evaluate import Facts, moment
from prevent.dates import Calendar
from prevent.engines.confirmed import evaluators
from prevent.engines.forms import KindForms
from prevent.rules.rows import row_facts
from prevent.rules.ruleset import KindRules
from prevent.rules.telling import Told

Record = tuple[object, ...]
"""A finding, for comparison: rule, failure, outcome, clause, who, by, list, item, conditions."""


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

    def records(self, row: Mapping[str, Any]) -> Counter[Record]:
        """The findings of a row. Raises ``NoDecisionError`` where the evaluators come to none."""
        facts = row_facts(self._kind, row, self._as_of, self._policy_as_of)
        found: Counter[Record] = Counter()
        for each, (evaluator, tells) in self._groups.items():
            for index in range(len(facts.items[each])) if each else (None,):
                own = facts.whole if index is None else facts.of_item(each, index)
                told = tells.of(evaluator.fired(own))
                found.update(self._record(one, own, each, index) for one in told)
        return found

    def _record(self, told: Told, facts: Facts, each: str, index: int | None) -> Record:
        finding = told.finding
        by = moment(finding.by, facts, self._calendar) if finding.by else None
        return (
            told.rule.id,
            finding.failure,
            finding.outcome,
            told.rule.clause,
            frozenset(told.who),
            by,
            each,
            index,
            tuple(finding.conditions),
        )


def recorded(findings: Sequence[Mapping[str, Any]]) -> Counter[Record]:
    """The findings that the database came to, for comparison."""
    return Counter(
        (
            each["rule"],
            each["failure"],
            each["outcome"],
            each["clause"],
            frozenset(each["who"]),
            each["by"],
            each["list"],
            each["item"],
            tuple(each["conditions"]),
        )
        for each in findings
    )


def in_words(records: Counter[Record]) -> str:
    """Findings in a message: their rules and failures."""
    return ", ".join(_named(records)) or "nothing more"


def _named(records: Counter[Record]) -> Iterator[str]:
    for rule, failure, *_, by, each, index, _ in records:
        day = f" by {by}" if isinstance(by, date) else ""
        yield f"{rule} ({failure}{day}{f', {each} {index}' if each else ''})"

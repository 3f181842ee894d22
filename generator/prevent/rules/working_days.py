"""Does a rule set count working days? Only then does it need to know the bank holidays."""

from __future__ import annotations

from collections.abc import Iterator

from prevent.conditions.tree import Condition, Dated, Moment, NotAfter, leaves
from prevent.rules.ruleset import KindRules


def counts_working_days(kind: KindRules) -> bool:
    """Does any rule for this kind of request count working days?"""
    return any(
        period is not None and period.unit == "working_days"
        for day in _days(kind)
        if isinstance(day, Moment)
        for period in (day.offset, day.then)
    )


def _days(kind: KindRules) -> Iterator[Dated | None]:
    for rule in kind.rules:
        yield from _named(rule.applies)
        for part in rule.parts:
            yield from _named(part.when)
            yield from _named(part.met)
        for _, _, finding in rule.findings():
            yield finding.by
            yield from finding.values.values()
            yield from _named(finding.test)


def _named(condition: Condition) -> Iterator[Dated]:
    for leaf in leaves(condition):
        if isinstance(leaf, NotAfter):
            yield leaf.first
            yield leaf.second

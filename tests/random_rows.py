"""Random rows of a register, and what the reference evaluator tells of them.

Dates lie round each other, month ends, leap days and bank holidays, so that every boundary is met.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from random import Random

from prevent.conditions.tree import Is, leaves
from prevent.conformance.expected import Reference
from prevent.dates import parse_date
from prevent.rules.columns import Column, columns
from prevent.rules.rows import Cell
from prevent.rules.ruleset import KindRules, RuleSet
from prevent.stock.runner import Answer, Asked

ANCHORS = (
    *(date(2024, 2, 29), date(2024, 3, 1), date(2024, 1, 31), date(2025, 2, 28)),
    *(date(2026, 3, 31), date(2026, 12, 31), date(2026, 5, 4), date(2026, 8, 31)),
)
STEPS = (*range(-3, 4), 7, 14, 20, 28, 29, 30, 31, -7, -28, -30, -31, 45, 90)


def random_asked(kind: KindRules, rule_set: RuleSet, seed: int, count: int) -> list[Asked]:
    """Requests of a kind: every column empty now and then, with dates near one another."""
    random = Random(seed)  # noqa: S311 (a test that repeats)
    compared = _compared(kind)
    return [_asked(kind, rule_set, compared, random) for _ in range(count)]


def expected(rule_set: RuleSet, kind: KindRules, asked: Asked) -> Answer:
    """What the reference evaluator tells of a request. Raises ``CalendarError``."""
    own, reference = _REFERENCES.get(id(kind), (None, None))
    if own is not kind or reference is None:
        reference = Reference(kind, rule_set.calendar())
        _REFERENCES[id(kind)] = kind, reference
    return Answer.of(reference.expected(asked.facts(kind)).findings)


_REFERENCES: dict[int, tuple[KindRules, Reference]] = {}
"""Made ready once for each kind of request, which is kept so that its id stays its own."""


def _asked(
    kind: KindRules, rule_set: RuleSet, compared: Mapping[str, list[str]], random: Random
) -> Asked:
    anchors = [
        *ANCHORS,
        *(
            day
            for text in rule_set.bank_holidays
            if (day := parse_date(text)) and day.year in (2025, 2026)
        ),
    ]
    anchor = random.choice(anchors)
    filled = random.choice((0.5, 0.8, 0.95))

    def day() -> date:
        return anchor + timedelta(days=random.choice(STEPS))

    def cell(column: Column) -> Cell:
        if not column.required and random.random() > filled:
            return None
        match column.type:
            case "date":
                return day()
            case "number":
                return random.choice((0, 1, 2, 10, 50, 100, 150, 200, 500))
            case "option":
                return random.choice(column.options)
            case "list":
                return [
                    {inner.name: cell(inner) for inner in column.columns}
                    for _ in range(random.choice((0, 1, 1, 2, 3)))
                ]
            case _:
                return _text(column, compared, random)

    row = {column.name: cell(column) for column in columns(kind)}
    policy_as_of = day() if random.random() < 0.2 else None
    return Asked(row, day(), policy_as_of)


def _text(column: Column, compared: Mapping[str, list[str]], random: Random) -> str:
    own = compared.get(column.fact, [])
    value = random.choice([*own, *own, "Somebody Else", "x", 'it\'s "quoted" \\ -- /* */'])
    return random.choice((value, value.upper(), f"  {value.replace(' ', '  ')}\t"))


def _compared(kind: KindRules) -> dict[str, list[str]]:
    """The texts that each fact is compared with anywhere."""
    found: dict[str, list[str]] = {}
    for rule in kind.rules:
        tests = [rule.applies, *(test for part in rule.parts for test in (part.when, part.met))]
        tests += [finding.test for _, _, finding in rule.findings()]
        for leaf in (leaf for test in tests for leaf in leaves(test)):
            if isinstance(leaf, Is):
                found.setdefault(leaf.fact, []).extend(leaf.values)
    return found

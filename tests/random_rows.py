"""Random rows of a register, and what the reference evaluator tells of them.

Dates lie round each other, month ends, leap days and bank holidays, so that every boundary is met.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from prevent.conditions.evaluate import Facts, moment
from prevent.dates import Calendar, parse_date
from prevent.engines.reference import fired
from prevent.rules.columns import Column, columns
from prevent.rules.rows import Cell
from prevent.rules.ruleset import KindRules, RuleSet
from prevent.rules.telling import telling
from prevent.stock.runner import Answer, Asked, Found

ANCHORS = (
    *(date(2024, 2, 29), date(2024, 3, 1), date(2024, 1, 31), date(2025, 2, 28)),
    *(date(2026, 3, 31), date(2026, 12, 31), date(2026, 5, 4), date(2026, 8, 31)),
)
STEPS = (*range(-3, 4), 7, 14, 20, 28, 29, 30, 31, -7, -28, -30, -31, 45, 90)


def random_asked(kind: KindRules, rule_set: RuleSet, seed: int, count: int) -> list[Asked]:
    """Requests of a kind: every column empty now and then, with dates near one another."""
    random = Random(seed)
    return [_asked(kind, rule_set, random) for _ in range(count)]


def expected(rule_set: RuleSet, kind: KindRules, asked: Asked) -> Answer:
    """What the reference evaluator tells of a request. Raises ``CalendarError``."""
    facts, calendar = asked.facts(kind), rule_set.calendar()
    told: list[Found] = []
    for each, group in kind.groups().items():
        if each:
            for index in range(len(facts.items[each])):
                found = _told(group, facts.of_item(each, index), calendar)
                told += [replace(one, item=index, list=each) for one in found]
        else:
            told += _told(group, facts.whole, calendar)
    return Answer.of(told)


def _told(rules: tuple[object, ...], facts: Facts, calendar: Calendar) -> Iterator[Found]:
    for told in telling(rules).of(fired(rules, facts, calendar)):
        by = told.finding.by
        yield Found(
            told.rule.id,
            told.finding.failure,
            told.finding.outcome,
            told.rule.clause,
            frozenset(told.who),
            None if by is None else moment(by, facts, calendar),
            conditions=told.finding.conditions,
        )


def _asked(kind: KindRules, rule_set: RuleSet, random: Random) -> Asked:
    anchors = [*ANCHORS, *(day for text in rule_set.bank_holidays if (day := parse_date(text)) and day.year in (2025, 2026))]
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
                return _text(column, kind, random)

    row = {column.name: cell(column) for column in columns(kind)}
    policy_as_of = day() if random.random() < 0.2 else None
    return Asked(row, day(), policy_as_of)


def _text(column: Column, kind: KindRules, random: Random) -> str:
    values = [*_compared(kind, column.fact), "Somebody Else", "x", "it's \"quoted\" \\ -- /* */"]
    value = random.choice(values)
    return random.choice((value, value.upper(), f"  {value.replace(' ', '  ')}\t"))


def _compared(kind: KindRules, fact: str) -> list[str]:
    from prevent.targets.findings import scopes
    from prevent.conditions.flat import Both, Compare, Either

    found: list[str] = []
    for scope in scopes(kind):
        stack = [member.test for finding in scope.findings for member in finding.members]
        while stack:
            test = stack.pop()
            if isinstance(test, Both | Either):
                stack += test.parts
            elif isinstance(test, Compare) and scope.facts[test.fact].fact == fact and isinstance(test.value, str):
                found.append(test.value)
    return sorted(set(found))

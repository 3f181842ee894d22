"""A flat test as the fewest alternatives, each one row of a decision table.

A decision table knows rows and no nesting: a row is a limit on some of the facts, and rows that
say the same of a finding are alternatives. Alternatives that cannot be, or that others take in,
are left out, so that an engine of tables is never slowed by a clumsy table.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from prevent.conditions.flat import Both, Compare, Constant, Either, Flat


@dataclass(frozen=True, slots=True)
class Among:
    """The text, or the truth, is one of these values; ``inside`` false: none of them."""

    values: frozenset[str | bool]
    inside: bool


@dataclass(frozen=True, slots=True)
class Between:
    """The whole number lies from ``low`` to ``high``, both included."""

    low: float
    high: float


Limit: TypeAlias = Among | Between
Row: TypeAlias = Mapping[str, Limit]
"""What one row asks: a limit for each fact that it looks at."""


def rows(test: Flat) -> list[Row]:
    """The rows of which at least one holds wherever the test does. None where it never does."""
    match test:
        case Constant(value):
            return [{}] if value else []
        case Either(parts):
            return _fewest([row for part in parts for row in rows(part)])
        case Both(parts):
            made: list[Row] = [{}]
            for part in sorted(parts, key=lambda each: isinstance(each, Either)):
                made = _fewest(_products(made, rows(part)))
            return made
        case Compare():
            return [{test.fact: _limit(test)}]


def _limit(test: Compare) -> Limit:
    value = test.value
    if isinstance(value, bool):
        return Among(frozenset({value is (test.operator == "eq")}), inside=True)
    if isinstance(value, str):
        return Among(frozenset({value}), inside=test.operator == "eq")
    match test.operator:
        case "ge":
            return Between(value, math.inf)
        case "gt":
            return Between(value + 1, math.inf)
        case "le":
            return Between(-math.inf, value)
        case "lt":
            return Between(-math.inf, value - 1)
        case "eq":
            return Between(value, value)
        case "ne":
            raise ValueError(f"{test.fact} is a number that a table cannot leave out.")


def _products(some: Iterable[Row], others: list[Row]) -> list[Row]:
    return [row for first in some for second in others if (row := _and(first, second)) is not None]


def _and(first: Row, second: Row) -> Row | None:
    """What both ask; None where that can never be."""
    both = dict(first)
    for fact, limit in second.items():
        met = _meet(both[fact], limit) if fact in both else limit
        if met is None:
            return None
        both[fact] = met
    return _tidy(both)


def _tidy(row: dict[str, Limit]) -> Row | None:
    """Whatever has a value is given: so it need not be asked, and cannot be denied."""
    for fact, limit in list(row.items()):
        given = row.get(f"{fact}_given")
        if isinstance(limit, Among) and given is not None and ("" in limit.values) != limit.inside:
            if given == Among(frozenset({False}), inside=True):
                return None
            del row[f"{fact}_given"]
    return row


def _meet(first: Limit, second: Limit) -> Limit | None:
    if isinstance(first, Between) and isinstance(second, Between):
        low, high = max(first.low, second.low), min(first.high, second.high)
        return Between(low, high) if low <= high else None
    assert isinstance(first, Among)
    assert isinstance(second, Among)
    if first.inside and second.inside:
        return _some(first.values & second.values)
    if first.inside or second.inside:
        named, without = (first, second) if first.inside else (second, first)
        return _some(named.values - without.values)
    return Among(first.values | second.values, inside=False)


def _some(values: frozenset[str | bool]) -> Among | None:
    return Among(values, inside=True) if values else None


def _fewest(made: list[Row]) -> list[Row]:
    """The same rows, with none that another takes in, and joined where two make one."""
    left = _without_taken_in(made)
    while True:
        joined = _joined_once(left)
        if joined is None:
            return left
        left = _without_taken_in(joined)


def _without_taken_in(made: list[Row]) -> list[Row]:
    kept: list[Row] = []
    for row in sorted(made, key=len):
        if not any(_takes_in(wider, row) for wider in kept):
            kept.append(row)
    return kept


def _takes_in(wider: Row, row: Row) -> bool:
    return all(
        fact in row and _meet(limit, row[fact]) == row[fact] for fact, limit in wider.items()
    )


def _joined_once(made: list[Row]) -> list[Row] | None:
    """The rows with two of them made one; None where no two can be."""
    for place, first in enumerate(made):
        for other, second in enumerate(made[place + 1 :], start=place + 1):
            joined = _or(first, second)
            if joined is not None:
                rest = [row for index, row in enumerate(made) if index not in (place, other)]
                return [*rest, joined]
    return None


def _or(first: Row, second: Row) -> Row | None:
    """One row for two that differ in one fact, where one limit says what the two say."""
    if first.keys() != second.keys():
        return None
    different = [fact for fact in first if first[fact] != second[fact]]
    if len(different) != 1:
        return None
    [fact] = different
    limits = _union(first[fact], second[fact])
    if limits is None:
        return None
    joined = {name: limit for name, limit in first.items() if name != fact}
    return joined | ({fact: limits} if limits not in EVERYTHING else {})


EVERYTHING: tuple[Limit, ...] = (
    Among(frozenset(), inside=False),
    Among(frozenset({True, False}), inside=True),
    Between(-math.inf, math.inf),
)
"""Limits that leave nothing out."""


def _union(first: Limit, second: Limit) -> Limit | None:
    if isinstance(first, Between) and isinstance(second, Between):
        if max(first.low, second.low) > min(first.high, second.high) + 1:
            return None
        return Between(min(first.low, second.low), max(first.high, second.high))
    assert isinstance(first, Among)
    assert isinstance(second, Among)
    if first.inside and second.inside:
        return Among(first.values | second.values, inside=True)
    if first.inside or second.inside:
        named, without = (first, second) if first.inside else (second, first)
        return Among(without.values - named.values, inside=False)
    return Among(first.values & second.values, inside=False)

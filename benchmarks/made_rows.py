"""Rows of a register made up column by column: every answer, and every answer left out."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import timedelta

from benchmarks.measurement import AS_OF
from prevent.conditions.evaluate import Fact
from prevent.rules.columns import Column, columns
from prevent.rules.rows import Cell
from prevent.rules.ruleset import KindRules

_LEFT_OUT = 0.3
_MOST_ITEMS = 3
_DAYS = 60


def made_rows(kind: KindRules, number: int, seed: int = 1) -> Iterator[dict[str, Cell]]:
    """So many rows, always the same for the same seed."""
    chance = random.Random(seed)  # noqa: S311 (nothing is kept secret by it)
    own = columns(kind)
    for _ in range(number):
        yield {column.name: _cell(column, chance) for column in own}


def _cell(column: Column, chance: random.Random) -> Cell:
    if column.type == "list":
        return [
            {inner.name: _fact(inner, chance) for inner in column.columns}
            for _ in range(chance.randint(0, _MOST_ITEMS))
        ]
    return _fact(column, chance)


def _fact(column: Column, chance: random.Random) -> Fact | None:
    if not column.required and chance.random() < _LEFT_OUT:
        return None
    match column.type:
        case "option":
            return chance.choice(column.options)
        case "number":
            return chance.randint(0, 200)
        case "date":
            return AS_OF + timedelta(days=chance.randint(-_DAYS, _DAYS))
        case _:
            return f"{column.name} {chance.randint(1, 999)}"

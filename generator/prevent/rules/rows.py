"""A row of a register as the facts it states, and facts as a row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from prevent.conditions.evaluate import Fact, Facts
from prevent.fields.types import person
from prevent.requirements.day import IN_FORCE_ON, RECEIVED_ON, TODAY
from prevent.rules.columns import Column, columns
from prevent.rules.ruleset import KindRules

Cell: TypeAlias = Fact | list[dict[str, Fact | None]] | None
"""What one column of a row holds: None where it is empty, a row for each item of a list."""


@dataclass(frozen=True, slots=True)
class RowFacts:
    """The facts a row states of the request as a whole, and of each item of each list.

    The facts of an item are its own, without those of the whole request.
    """

    whole: Facts
    items: Mapping[str, tuple[Facts, ...]]

    def of_item(self, each: str, index: int) -> Facts:
        """The facts that the rules for the items of a list look at."""
        return {**self.whole, **self.items[each][index]}

    def looked_at(self, each: str) -> Iterator[tuple[int | None, Facts]]:
        """What rules for ``each`` look at: every item, by its place; the request where it is ""."""
        if not each:
            yield None, self.whole
            return
        for index in range(len(self.items.get(each, ()))):
            yield index, self.of_item(each, index)


def row_facts(
    kind: KindRules, row: Mapping[str, Cell], as_of: date, policy_as_of: date | None = None
) -> RowFacts:
    """The facts of a row whose every cell is as its column asks.

    What a list or a "several" is left out of is counted as a request file counts it: a list that is
    left out is empty. ``latest`` is ``date`` where it is empty.
    """
    items: dict[str, tuple[Facts, ...]] = {}
    own = columns(kind)
    whole = _facts(own, row)
    for column in own:
        if column.type == "list":
            cells = row.get(column.name)
            assert cells is None or isinstance(cells, list)
            items[column.fact] = tuple(_facts(column.columns, each) for each in cells or ())
            whole[column.fact] = len(items[column.fact])
    for field in kind.fields:
        if field.type == "list":
            whole.setdefault(field.id, 0)
    whole[TODAY] = as_of
    in_force_on = policy_as_of or whole.get(RECEIVED_ON)
    if in_force_on is None and not kind.field(RECEIVED_ON):
        in_force_on = as_of
    if in_force_on is not None:
        whole[IN_FORCE_ON] = in_force_on
    return RowFacts(whole, items)


def row_of(kind: KindRules, whole: Facts, items: Mapping[str, Sequence[Facts]]) -> dict[str, Cell]:
    """The row that states these facts, as far as the rules look at them."""
    row: dict[str, Cell] = {}
    for column in columns(kind):
        if column.type == "list":
            cells = items.get(column.fact, ())
            row[column.name] = [
                {inner.name: each.get(inner.fact) for inner in column.columns} for each in cells
            ]
        else:
            row[column.name] = whole.get(column.fact)
    return row


def _facts(own: Iterable[Column], row: Mapping[str, Cell]) -> dict[str, Fact]:
    facts: dict[str, Fact] = {}
    for column in own:
        cell = row.get(column.name)
        if cell is None or isinstance(cell, list):
            continue
        facts[column.fact] = person(str(cell)) if column.fact.endswith(".by") else cell
        field = column.field
        if field is not None and field.type == "several":
            so_far = facts.get(field.id, 0)
            assert isinstance(so_far, int)
            facts[field.id] = so_far + (cell == "yes")
    for column in own:
        head, _, last = column.fact.rpartition(".")
        if last == "latest" and f"{head}.date" in facts:
            facts.setdefault(column.fact, facts[f"{head}.date"])
    return facts

"""What a spreadsheet holds: sheets, rows, and the cells that are not empty."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple, TypeAlias

from prevent.faults import Fault, Place

MOST_ROWS = 20_000
"""The last row that is read. A register of more requests is what ``prevent decide`` is for."""

MOST_COLUMNS = 1_000


class Unread(NamedTuple):
    """Why a cell's content cannot be taken as an answer, and the mend."""

    message: str
    hint: str = ""


Content: TypeAlias = str | int | float | bool | date | Unread


class Row(NamedTuple):
    """A row: its number, from 1, and what its cells hold by column, from 1. No cell is empty."""

    number: int
    cells: Mapping[int, Content]


class Sheet(NamedTuple):
    """A sheet: its name, empty where the file has but one, and its rows that are not empty."""

    name: str
    rows: tuple[Row, ...]


Table: TypeAlias = tuple[list[Sheet], list[Fault]]
"""The sheets that could be read, in their order, and what is wrong with the rest."""


def refused(name: str, message: str, hint: str = "") -> Table:
    """No sheet, as the file cannot be read."""
    return [], [Fault(Place(name, sheet=""), message, hint)]


def too_far(name: str, sheet: str, row: int, column: int) -> Fault | None:
    """What is wrong where something stands beyond what is read, or None."""
    if row > MOST_ROWS:
        message = f"At most {MOST_ROWS:,} rows are read, and this one is not empty."
        hint = "Delete it, split the file, or decide a large register by 'prevent decide'."
        return Fault(Place(name, 1, row, 1, sheet), message, hint)
    if column > MOST_COLUMNS:
        message = f"At most {MOST_COLUMNS:,} columns are read, and this cell is not empty."
        return Fault(Place(name, 1, row, column, sheet), message, "Delete it.")
    return None

"""A register that has been opened: what it is read from, its columns, and the rows it cannot give.

However it is stored, it comes to one form: what DuckDB selects from a Parquet file, a row each,
with its number. What is no Parquet is copied into one first, so that every later look at it sees
the same rows in the same order.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from prevent.bulk import quoting

ROW = "_row"
"""The number of a row, from 1. No field can have a name that begins so."""

MALFORMED = "CREATE OR REPLACE TEMP TABLE malformed (_row BIGINT, reason VARCHAR)"
"""Makes the table of the rows that cannot be told apart into cells, with what is wrong."""


@dataclass(frozen=True, slots=True)
class Register:
    """An opened register.

    ``relation`` is what rows are selected from, with their number; ``types`` are its columns with
    DuckDB's names of their types. ``ignored`` are the columns that no rule looks at.
    ``empty_is_missing`` where an empty cell is how it says that nothing is stated. ``malformed``
    is the number of rows in the table of that name.
    """

    shown: str
    relation: str
    types: Mapping[str, str]
    ignored: tuple[str, ...] = ()
    malformed: int = 0


def of_parquet(file: Path, *, numbered: bool = False) -> str:
    """What rows of a Parquet file are selected from, with their number as a column.

    ``numbered`` files have that column already.
    """
    path = quoting.text(literal_path(file))
    if numbered:
        return f"read_parquet({path}, hive_partitioning = false)"
    options = "file_row_number = true, hive_partitioning = false"
    number = f"file_row_number + 1 AS {quoting.name(ROW)}"
    return f"(SELECT * EXCLUDE (file_row_number), {number} FROM read_parquet({path}, {options}))"


def literal_path(file: Path) -> str:
    """A path that DuckDB takes as it is: not as a pattern, whatever characters are in it."""
    return "".join(f"[{each}]" if each in "*?[" else each for each in str(file.absolute()))

"""Reading a spreadsheet file of either sort."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from prevent.reading.documents import LIMIT
from prevent.reading.tables.table import Table, refused


def read_table(path: str, *, name: str | None = None) -> Table:
    """The sheets of a ``.csv`` or ``.xlsx`` file, and what is wrong with it. Never raises.

    ``name`` is what faults call the file.
    """
    shown = path if name is None else name
    try:
        status = Path(path).stat()
        if not stat.S_ISREG(status.st_mode):
            return refused(shown, "This is a folder, a device or a pipe, not a file.")
        if status.st_size > LIMIT:
            return _too_large(shown)
        with Path(path).open("rb") as file:
            data = file.read(LIMIT + 1)
    except FileNotFoundError:
        return refused(shown, "There is no such file.")
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else None
        return refused(shown, f"This file cannot be read: {reason or 'its name is not valid'}.")
    if len(data) > LIMIT:
        return _too_large(shown)
    return _of(data, shown, os.path.splitext(path)[1].lower())  # noqa: PTH122 (a path is text here)


def _of(data: bytes, shown: str, suffix: str) -> Table:
    if suffix == ".csv":
        from prevent.reading.tables.csv_table import csv_table  # noqa: PLC0415 (one of two)

        return csv_table(data, shown)
    if suffix == ".xlsx":
        from prevent.reading.tables.xlsx_table import xlsx_table  # noqa: PLC0415 (one of two)

        return xlsx_table(data, shown)
    message = f"Spreadsheets that end in {suffix} are not read."
    return refused(shown, message, "Save it as .xlsx, or as .csv in UTF-8.")


def _too_large(name: str) -> Table:
    message = f"This file is too large: at most {LIMIT / 1_000_000:g} MB are read."
    return refused(name, message, "Split it into several files.")

"""Reading a spreadsheet file of either sort."""

from __future__ import annotations

from pathlib import PurePath

from prevent.faults import Fault
from prevent.reading.documents import LIMIT, file_bytes, too_large
from prevent.reading.tables.table import Table, refused


def read_table(path: str, *, name: str | None = None) -> Table:
    """The sheets of a ``.csv`` or ``.xlsx`` file, and what is wrong with it. Never raises.

    ``name`` is what faults call the file.
    """
    shown = path if name is None else name
    data = file_bytes(path, name=shown)
    if isinstance(data, bytes) and len(data) > LIMIT:
        data = too_large(shown)
    if isinstance(data, Fault):
        return refused(shown, data.message, data.hint)
    suffix = PurePath(path).suffix.lower()
    if suffix == ".csv":
        from prevent.reading.tables.csv_table import csv_table  # noqa: PLC0415 (one of two)

        return csv_table(data, shown)
    if suffix == ".xlsx":
        from prevent.reading.tables.xlsx_table import xlsx_table  # noqa: PLC0415 (one of two)

        return xlsx_table(data, shown)
    message = f"Spreadsheets that end in {suffix} are not read."
    return refused(shown, message, "Save it as .xlsx, or as .csv in UTF-8.")

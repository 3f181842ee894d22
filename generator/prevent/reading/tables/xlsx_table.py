"""The cells of an XLSX file, by openpyxl, row by row."""

from __future__ import annotations

import datetime as dt
import io
import warnings
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from prevent.faults import Fault, Place
from prevent.reading.quoting import safe
from prevent.reading.raw_text import refused_in_value
from prevent.reading.tables.table import Content, Row, Sheet, Table, Unread, refused, too_far
from prevent.reading.tables.xlsx_archive import RefusedError, SheetMarks, cell_of, marks_of

if TYPE_CHECKING:  # an extra
    from openpyxl import Workbook

REMARK = "#"
"""A sheet whose name begins so is not read; nor is a column whose heading does."""

_AS_TEXT = "Write it as text: begin the cell with an apostrophe."
_PLAIN_NUMBERS = {"general", "0", "@", "0.00", "#,##0", "#,##0.00"}
_ERROR = "e"


def xlsx_table(data: bytes, name: str) -> Table:
    """The sheets of an XLSX file, and what is wrong with it. Never raises."""
    try:
        from openpyxl import load_workbook  # noqa: PLC0415 (an extra)
    except ImportError:
        message = "Reading .xlsx files needs openpyxl, which is not installed."
        hint = "Install prevent-policy[spreadsheets], or save the file as .csv in UTF-8."
        return refused(name, message, hint)
    try:
        marks = marks_of(data)
        with warnings.catch_warnings():
            # It warns of what it leaves out, such as drop-down lists: none of it is an answer.
            warnings.simplefilter("ignore")
            book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
            return _sheets(book, marks, name)
    except RefusedError as error:
        return refused(name, error.message, error.hint)
    except Exception:  # noqa: BLE001 (openpyxl raises whatever what it reads makes it raise)
        return refused(name, "This file is not a sound .xlsx file.", "Save it anew as .xlsx.")


def _sheets(book: Workbook, marks: dict[str, SheetMarks], name: str) -> Table:
    sheets: list[Sheet] = []
    faults: list[Fault] = []
    for sheet in book.worksheets:
        title = str(sheet.title)
        if title.startswith(REMARK):
            continue
        # openpyxl has no public name for the part that a sheet is read from.
        own = marks[str(getattr(sheet, "_worksheet_path")).lstrip("/")]  # noqa: B009 (as above)
        if not own.last_row:
            continue
        found = list(_wrong(own, name, title, str(sheet.sheet_state)))
        if found:
            faults += found
            continue
        rows = sheet.iter_rows(1, own.last_row, 1, own.last_column)
        sheets.append(Sheet(title, tuple(_rows(rows, own))))
    return sheets, faults


def _wrong(marks: SheetMarks, name: str, sheet: str, state: str) -> Iterator[Fault]:
    """Why a sheet is not read, if it is not: what nobody sees is not decided by."""
    if state != "visible":
        message = "This sheet is hidden, and not empty."
        hint = f"Show it, delete it, or begin its name with {REMARK} to have it passed over."
        yield Fault(Place(name, sheet=sheet), message, hint)
        return
    if fault := too_far(name, sheet, marks.last_row, marks.last_column):
        yield fault
    for merged in marks.merged[:20]:
        row, column = cell_of(merged.partition(":")[0])
        message = f"The cells {safe(merged)} are merged, so it is not clear whose answer it is."
        yield Fault(Place(name, 1, row, column, sheet), message, "Unmerge them.")


def _rows(rows: Iterable[Iterable[Any]], marks: SheetMarks) -> Iterator[Row]:
    for number, cells in enumerate(rows, start=1):
        filled: dict[int, Content] = {}
        for column, cell in enumerate(cells, start=1):
            content = (
                Unread(
                    "This formula has no result in the file.",
                    "Open it in a spreadsheet program, and save it; or write the value.",
                )
                if (number, column) in marks.unworked
                else _content(cell)
            )
            if content is None or (isinstance(content, str) and not content.strip()):
                continue
            if number in marks.hidden_rows:
                content = Unread("This row is hidden.", "Show it, or delete it.")
            elif marks.hides(column):
                content = Unread("This column is hidden.", "Show it, or delete it.")
            filled[column] = content
        if filled:
            yield Row(number, filled)


def _content(cell: Any) -> Content | None:  # noqa: ANN401 (a cell of whatever sort)
    value = cell.value
    if value is None:
        return None
    if cell.data_type == _ERROR:
        return Unread(f"This cell holds the error {safe(str(value))}.", "Mend it.")
    match value:
        case str():
            refused = refused_in_value(value)
            if refused:
                return Unread(f"This cell holds an invisible character ({refused}).", "Delete it.")
            return value.replace("\r\n", "\n").replace("\r", "\n")
        case bool():
            return value
        case int() | float():
            return _number(value, str(cell.number_format))
        case dt.datetime():
            if value.time() != dt.time():
                return Unread("This cell holds a day and a time.", "Write the day alone.")
            return value.date()
        case dt.date():
            return value
        case _:
            return Unread("This cell holds a time.", _AS_TEXT)


def _number(value: float, number_format: str) -> Content:
    """A number, unless the cell shows something else than the number, as ``0012`` or ``20%``."""
    if number_format.casefold() not in _PLAIN_NUMBERS:
        return Unread("This cell shows its number in a form of its own.", _AS_TEXT)
    return int(value) if isinstance(value, float) and value.is_integer() else value

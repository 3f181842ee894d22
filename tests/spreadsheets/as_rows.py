"""Requests written as people would fill in a spreadsheet: one a row, in CSV or XLSX."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell

from prevent.fields.field import Field
from prevent.rules.ruleset import KindRules

Cell = str | int | bool | date
Row = dict[str, Cell]


def as_row(request: Mapping[str, object], kind: KindRules) -> Row:
    """The cells of a request by their headings. Dates are dates, yes and no are truth values."""
    row: Row = {"kind": kind.kind}
    for key, value in request.items():
        field = kind.field(key)
        if field is not None:
            row |= _cells(field, value)
    return row


def _cells(field: Field, value: object) -> Row:
    if isinstance(value, dict):
        return {f"{field.id} {part}": _cell(part, each) for part, each in value.items()}
    if isinstance(value, list) and field.type == "several":
        return {field.id: "; ".join(value) or "none"}
    if value == []:
        return {field.id: "none"}
    if isinstance(value, list):
        word = field.item or field.id
        return {
            f"{word} {number} {part}": _cell(part, each)
            for number, entry in enumerate(value, start=1)
            for part, each in entry.items()
        }
    if field.type == "date":
        return {field.id: date.fromisoformat(str(value))}
    if field.type == "yes-no":
        return {field.id: value in {"yes", "Yes", "YES", True}}
    assert isinstance(value, (str, int))
    return {field.id: value}


def _cell(part: str, value: object) -> Cell:
    if part in {"date", "completed"}:
        return date.fromisoformat(str(value))
    if isinstance(value, list):
        return "; ".join(value)
    assert isinstance(value, (str, int))
    return value


def write_csv(
    path: Path, rows: Iterable[Row], *, separator: str = ",", encoding: str = "utf-8"
) -> None:
    """Write the rows as text; what a row does not say is an empty cell."""
    there = list(rows)
    with path.open("w", encoding=encoding, newline="") as file:
        writer = csv.DictWriter(file, headings(there), restval="", delimiter=separator)
        writer.writeheader()
        for row in there:
            writer.writerow({name: _text(cell) for name, cell in row.items()})


def write_xlsx(path: Path, rows: Iterable[Row], sheet: str = "Requests") -> None:
    """Write the rows as cells of their own kind."""
    there = list(rows)
    book = Workbook(write_only=True)
    page = book.create_sheet(sheet)
    names = headings(there)
    page.append(names)
    for row in there:
        page.append([_as_it_is(page, row.get(name)) for name in names])
    book.save(path)


def _as_it_is(page: object, cell: Cell | None) -> Cell | WriteOnlyCell | None:
    """A text stays one, also where it begins as a formula does."""
    if not isinstance(cell, str):
        return cell
    text = WriteOnlyCell(page, value=cell)
    text.data_type = "s"
    return text


def headings(rows: Sequence[Row]) -> list[str]:
    """Every heading, in the order in which they come."""
    return list(dict.fromkeys(name for row in rows for name in row))


def _text(cell: Cell) -> str:
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    return str(cell)

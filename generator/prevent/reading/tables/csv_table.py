"""The cells of a CSV file: text in UTF-8, with commas, semicolons or tabs between the cells."""

from __future__ import annotations

import csv
import io

from prevent.faults import Fault, Place
from prevent.reading.raw_text import decode, position
from prevent.reading.tables.table import Row, Sheet, Table, refused, too_far

SEPARATORS = {",": "commas", ";": "semicolons", "\t": "tabs"}

_UTF_8 = "Save it as “CSV UTF-8”."


def csv_table(data: bytes, name: str) -> Table:
    """The one sheet of a CSV file. Never raises."""
    text, flaw = decode(data)
    if flaw is not None:
        line, column = position(text, flaw.offset)
        message = f"Line {line}, character {column}: {flaw.message}"
        hint = _UTF_8 if "UTF-8" in flaw.hint else flaw.hint
        return refused(name, message, hint)
    separator = _separator(text)
    if separator is None:
        listed = " or ".join(SEPARATORS.values())
        message = f"It cannot be told what parts the cells: {listed}."
        return refused(name, message, "Save it with one of them, and put texts in quotation marks.")
    rows, broken = _rows(text, separator)
    if broken is not None:
        place = Place(name, 1, len(rows) + 1, 1, "")
        hint = "A quotation mark within a quoted cell is written twice."
        return [], [Fault(place, f"This row is not CSV: {broken}.", hint)]
    kept: list[Row] = []
    for number, cells in enumerate(rows, start=1):
        filled = {place: cell for place, cell in enumerate(cells, start=1) if cell.strip()}
        if not filled:
            continue
        if fault := too_far(name, "", number, max(filled)):
            return [], [fault]
        kept.append(Row(number, filled))
    return [Sheet("", tuple(kept))], []


def _rows(text: str, separator: str) -> tuple[list[list[str]], str | None]:
    """The rows as far as they are sound, and what is wrong with the next one."""
    rows: list[list[str]] = []
    try:
        rows.extend(csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True))
    except csv.Error as error:
        return rows, str(error)
    return rows, None


def _separator(text: str) -> str | None:
    """What parts the cells; None where more than one thing may, and none makes even rows.

    What is within quotation marks parts nothing. Where the heading leaves it open, the one by which
    every row has as many cells as the heading is taken.
    """
    heading = _heading(text)
    likely = [each for each in SEPARATORS if each in heading]
    if len(likely) < 2:
        return likely[0] if likely else ","
    even = [each for each in likely if _is_even(text, each)]
    return even[0] if len(even) == 1 else None


def _heading(text: str) -> str:
    """The first row that is not blank, without what is within quotation marks."""
    outside: list[str] = []
    within = False
    for character in text.lstrip("\n"):
        if character == '"':
            within = not within
        elif not within and character == "\n":
            if "".join(outside).strip():
                break
        elif not within:
            outside.append(character)
    return "".join(outside)


def _is_even(text: str, separator: str) -> bool:
    rows, broken = _rows(text, separator)
    widths = {len(row) for row in rows if row}
    return broken is None and len(widths) == 1

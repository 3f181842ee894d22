"""The parts of an XLSX file, looked through before anything of them is believed.

An XLSX file is a ZIP archive of XML. It may claim far more than it holds, or hold far more than it
should, so its size and its XML are checked here, and what openpyxl does not tell when it reads row
by row (what is hidden, merged, or never worked out) is taken from the XML itself.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

UNPACKED_LIMIT = 25_000_000
"""The most bytes that the parts of a file may take in all when they are unpacked."""

MOST_PARTS = 1_000
_LAST_ROW, _LAST_COLUMN = 1_048_576, 16_384
_OLD_OR_LOCKED = b"\xd0\xcf\x11\xe0"
_LOCKED = "EncryptedPackage".encode("utf-16-le")


class RefusedError(Exception):
    """Why a file cannot be read, and the mend."""

    def __init__(self, message: str, hint: str = "Save it anew as .xlsx.") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


@dataclass(slots=True)
class SheetMarks:
    """What the XML of a sheet says beside its cells' content.

    ``unworked`` are the cells with a formula that has no result. ``filled`` is the last row and the
    last column that hold anything. ``merged`` are ranges such as ``A1:B2``.
    """

    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    merged: list[str] = field(default_factory=list)
    unworked: set[tuple[int, int]] = field(default_factory=set)
    last_row: int = 0
    last_column: int = 0

    def hides(self, column: int) -> bool:
        """Is the column hidden?"""
        return any(first <= column <= last for first, last in self.hidden_columns)


def marks_of(data: bytes) -> dict[str, SheetMarks]:
    """What the XML of each sheet says, by the name of its part. Raises ``RefusedError``."""
    if data.startswith(_OLD_OR_LOCKED):
        if _LOCKED in data:
            raise RefusedError("This file is protected by a password.", "Save it without one.")
        raise RefusedError("This file is in the old .xls format, or not a spreadsheet.")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return dict(_parts(archive))
    except (zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, EOFError) as error:
        raise RefusedError("This file is not a sound .xlsx file.") from error
    except (ValueError, OSError, RuntimeError, KeyError) as error:
        raise RefusedError("This file is not a sound .xlsx file.") from error


def _parts(archive: zipfile.ZipFile) -> Iterator[tuple[str, SheetMarks]]:
    parts = archive.infolist()
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > UNPACKED_LIMIT:
        limit = f"{UNPACKED_LIMIT / 1_000_000:g} MB"
        message = f"This file unpacks to more than {limit}, or to more than {MOST_PARTS} parts."
        raise RefusedError(message, "Copy the rows into a new spreadsheet.")
    if any(part.flag_bits & 1 for part in parts):
        raise RefusedError("This file is protected by a password.", "Save it without one.")
    if len({part.filename for part in parts}) < len(parts):
        raise RefusedError("Two parts of this file have the same name.")
    for part in parts:
        if part.filename.lower().endswith((".xml", ".rels")):
            scan = _Scan()
            scan.read(archive.read(part))
            if part.filename.startswith("xl/worksheets/"):
                yield part.filename, scan.marks


class _Scan:
    """Reads one part. A part that is no sheet has none of what is looked for."""

    def __init__(self) -> None:
        self.marks = SheetMarks()
        self._row = self._column = 0
        self._has_formula = self._has_value = self._in_value = False

    def read(self, xml: bytes) -> None:
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.StartDoctypeDeclHandler = _no_doctype
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        try:
            parser.Parse(xml, True)  # noqa: FBT003 (expat names no arguments)
        except expat.ExpatError as error:
            raise RefusedError("The XML within this file is not sound.") from error

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        match name.rpartition(" ")[2]:
            case "row":
                self._begin_row(attributes)
            case "c":
                self._begin_cell(attributes)
            case "f":
                self._has_formula = True
            case "v" | "t":
                self._in_value = True
            case "mergeCell":
                self.marks.merged.append(attributes.get("ref", ""))
            case "col" if attributes.get("hidden") in {"1", "true"}:
                first, last = (_number(attributes.get(key), _LAST_COLUMN) for key in ("min", "max"))
                self.marks.hidden_columns.append((first, last))

    def _begin_row(self, attributes: dict[str, str]) -> None:
        row = _number(attributes.get("r"), _LAST_ROW) if "r" in attributes else self._row + 1
        if row <= self._row:
            raise RefusedError("The rows of a sheet stand out of order.")
        self._row, self._column = row, 0
        if attributes.get("hidden") in {"1", "true"}:
            self.marks.hidden_rows.add(row)

    def _begin_cell(self, attributes: dict[str, str]) -> None:
        row, column = self._row, self._column + 1
        if "r" in attributes:
            row, column = cell_of(attributes["r"])
        if row != self._row or column <= self._column:
            raise RefusedError("The cells of a sheet stand out of order.")
        self._column = column
        self._has_formula = self._has_value = False

    def _text(self, text: str) -> None:
        self._has_value = self._has_value or (self._in_value and bool(text))

    def _end(self, name: str) -> None:
        match name.rpartition(" ")[2]:
            case "v" | "t":
                self._in_value = False
            case "c":
                self._end_cell()

    def _end_cell(self) -> None:
        if self._has_formula and not self._has_value:
            self.marks.unworked.add((self._row, self._column))
        if self._has_formula or self._has_value:
            self.marks.last_row = self._row
            self.marks.last_column = max(self.marks.last_column, self._column)


def cell_of(reference: str) -> tuple[int, int]:
    """The row and column of ``C4``. Raises ``RefusedError`` where it is no cell."""
    letters = reference.rstrip("0123456789")
    column = 0
    for letter in letters if 1 <= len(letters) <= 3 else "?":
        if not "A" <= letter <= "Z":
            raise RefusedError("A cell of a sheet is named as no cell is.")
        column = column * 26 + ord(letter) - ord("A") + 1
    return _number(reference[len(letters) :], _LAST_ROW), column


def _number(text: str | None, most: int) -> int:
    if text is None or not (text.isascii() and text.isdigit()) or len(text) > 7:
        raise RefusedError("A row or column of a sheet is numbered as none is.")
    if not 1 <= int(text) <= most:
        raise RefusedError("A row or column of a sheet is numbered as none is.")
    return int(text)


def _no_doctype(*_: object) -> None:
    raise RefusedError("The XML within this file declares a document type, which no sheet needs.")

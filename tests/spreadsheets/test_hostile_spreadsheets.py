"""Spreadsheets that are not what they seem: a plain error each, and nothing is decided by them."""

from __future__ import annotations

import io
import time
import zipfile
from collections.abc import Callable
from datetime import date, datetime
from datetime import time as clock
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from prevent.reading.tables.xlsx_archive import MOST_PARTS, UNPACKED_LIMIT
from processes import Prevent

HEADINGS = ["kind", "title", "requested_by", "date", "notes"]
ROW = ["event", "A talk", "staff", date(2026, 4, 20), None]
SHEET = "xl/worksheets/sheet1.xml"


def made(change: Callable[[Worksheet], object] = lambda _: None) -> bytes:
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = "Bookings"
    sheet.append(HEADINGS)
    sheet.append(ROW)
    change(sheet)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def with_part(data: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """The file with one of its parts changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", 8) as new:
        for part in old.infolist():
            text = old.read(part)
            new.writestr(part.filename, change(text) if part.filename == name else text)
    return out.getvalue()


def put(cell: str, value: object) -> bytes:
    return made(lambda sheet: setattr(sheet[cell], "value", value))


def formatted(sheet: Worksheet) -> None:
    sheet["E2"].value = 12
    sheet["E2"].number_format = "0000"


def a_number(sheet: Worksheet) -> None:
    sheet["D2"].value = 46132
    sheet["D2"].number_format = "General"


CELLS = {
    "a formula without a result": (put("E2", "=1+1"), "E2", "no result in the file"),
    "an error": (put("E2", "#REF!"), "E2", "#REF!"),
    "a day and a time": (put("D2", datetime(2026, 4, 20, 9, 30)), "D2", "a day and a time"),  # noqa: DTZ001 (a sheet knows no zones)
    "a time": (put("D2", clock(9, 30)), "D2", "holds a time"),
    "a number for a date": (made(a_number), "D2", "This is not a date"),
    "a date for a text": (put("B2", date(2026, 4, 20)), "B2", "a date, where text"),
    "yes for a text": (put("B2", True), "B2", "yes or no, where text"),  # noqa: FBT003 (a cell)
    "a date that may be two": (put("D2", "03/04/2026"), "D2", "2026-03-04 or 2026-04-03"),
    "a number shown otherwise": (made(formatted), "E2", "a form of its own"),
    "a merged cell": (made(lambda sheet: sheet.merge_cells("D2:E2")), "D2", "are merged"),
    "a cell without a heading": (put("G2", "x"), "G2", "no heading above"),
}


@pytest.mark.parametrize("name", CELLS)
def test_a_cell_that_is_no_answer_is_an_error_that_names_it(
    prevent: Prevent, tmp_path: Path, name: str
) -> None:
    data, cell, said = CELLS[name]
    (tmp_path / "a.xlsx").write_bytes(data)
    ran = prevent("check", str(tmp_path / "a.xlsx"))
    assert ran.status == 2, ran.out
    assert f"a.xlsx, sheet Bookings, cell {cell}\n" in ran.out
    assert said in " ".join(ran.out.split())
    assert "0 requests decided" in ran.out


def hidden_row(sheet: Worksheet) -> None:
    sheet.row_dimensions[2].hidden = True


def hidden_column(sheet: Worksheet) -> None:
    sheet.column_dimensions["D"].hidden = True


def hidden_sheet(sheet: Worksheet) -> None:
    assert sheet.parent is not None
    second = sheet.parent.create_sheet("Older")
    second.append(HEADINGS)
    second.sheet_state = "veryHidden"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (hidden_row, "This row is hidden."),
        (hidden_column, "This column is hidden."),
        (hidden_sheet, "This sheet is hidden, and not empty."),
    ],
)
def test_nothing_is_decided_by_what_nobody_sees(
    prevent: Prevent, tmp_path: Path, change: Callable[[Worksheet], None], said: str
) -> None:
    (tmp_path / "a.xlsx").write_bytes(made(change))
    ran = prevent("check", str(tmp_path / "a.xlsx"))
    assert ran.status == 2
    assert said in ran.out


def a_doctype(xml: bytes) -> bytes:
    bomb = b'<!DOCTYPE worksheet [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>'
    return xml.replace(b"<worksheet", bomb + b"<worksheet", 1)


def with_many_parts(data: bytes) -> bytes:
    out = io.BytesIO(data)
    with zipfile.ZipFile(out, "a") as archive:
        for number in range(MOST_PARTS):
            archive.writestr(f"xl/media/{number}.png", b"")
    return out.getvalue()


def locked() -> bytes:
    return (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le")
    )


FILES = {
    "a password": (locked(), "protected by a password"),
    "an old file": (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "old .xls format"),
    "no archive": (b"kind,title\nevent,x\n", "not a sound .xlsx file"),
    "nothing": (b"", "not a sound .xlsx file"),
    "half a file": (made()[:3000], "not a sound .xlsx file"),
    "no sheets": (
        with_part(made(), "xl/workbook.xml", lambda _: b"<workbook/>"),
        "holds no request",
    ),
    "a document type": (with_part(made(), SHEET, a_doctype), "declares a document type"),
    "broken XML": (with_part(made(), SHEET, lambda xml: xml[:-20]), "XML within this file"),
    "a bomb": (
        with_part(made(), SHEET, lambda _: b" " * UNPACKED_LIMIT),
        "unpacks to more than 25 MB",
    ),
    "more parts than a sheet needs": (with_many_parts(made()), "or to more than 1000 parts"),
    "rows out of order": (
        with_part(made(), SHEET, lambda xml: xml.replace(b'<row r="2"', b'<row r="1"')),
        "out of order",
    ),
    "a row that cannot be": (
        with_part(made(), SHEET, lambda xml: xml.replace(b'<row r="2"', b'<row r="99999999999"')),
        "numbered as none is",
    ),
    "rows too far down": (put("A1048576", "x"), "At most 20,000 rows"),
    "columns too far out": (put("XFD2", "x"), "At most 1,000 columns"),
}


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_is_no_plain_spreadsheet_is_refused_with_the_reason(
    prevent: Prevent, tmp_path: Path, name: str
) -> None:
    data, said = FILES[name]
    (tmp_path / "a.xlsx").write_bytes(data)
    ran = prevent("check", str(tmp_path / "a.xlsx"))
    assert ran.status == 2
    assert said in " ".join(ran.out.split()), ran.out
    assert "fault of the program" not in ran.err


def claims(xml: bytes) -> bytes:
    """A sheet that claims a million rows, each with an empty cell that has a style of its own."""
    assert b'<dimension ref="A1:E2"' in xml
    rows = b"".join(b'<row r="%d"><c r="A%d" s="1"/></row>' % (n, n) for n in range(3, 300_000))
    xml = xml.replace(b"</sheetData>", rows + b"</sheetData>")
    return xml.replace(b'<dimension ref="A1:E2"', b'<dimension ref="A1:XFD1048576"')


def test_rows_without_anything_in_them_do_not_count(prevent: Prevent, tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(with_part(made(), SHEET, claims))
    began = time.monotonic()
    ran = prevent("check", str(tmp_path / "a.xlsx"), "--format", "json")
    assert time.monotonic() - began < 20
    assert ran.status == 0, ran.out
    assert len(ran.json["decisions"]) == 1


CSVS = {
    "no UTF-8": ("kind,title\nevent,Caf\u00e9\n".encode("cp1252"), "CSV UTF-8"),
    "UTF-16": ("kind,title\n".encode("utf-16"), "UTF-16"),
    "an open quotation mark": (b'kind,title\nevent,"x\n', "is not CSV"),
    "several separators": (b"kind;title,x\nevent;a,b,c;d\n", "cannot be told what parts"),
    "a control character": (b"kind,title\nevent,\x1b[31mx\n", "invisible character"),
    "nothing": (b"", "holds no request"),
    "headings alone": (b"kind,title\n", "holds no request"),
}


@pytest.mark.parametrize("name", CSVS)
def test_a_csv_file_that_cannot_be_read_is_refused_with_the_reason(
    prevent: Prevent, tmp_path: Path, name: str
) -> None:
    data, said = CSVS[name]
    (tmp_path / "a.csv").write_bytes(data)
    ran = prevent("check", str(tmp_path / "a.csv"))
    assert ran.status == 2
    assert said in " ".join(ran.out.split()), ran.out


@pytest.mark.parametrize("suffix", [".xls", ".ods", ".XLSM", ".tsv"])
def test_another_sort_of_spreadsheet_is_told_what_to_become(
    prevent: Prevent, tmp_path: Path, suffix: str
) -> None:
    (tmp_path / f"a{suffix}").write_bytes(b"x")
    ran = prevent("check", str(tmp_path / f"a{suffix}"))
    assert ran.status == 2
    assert "Save it as .xlsx, or as .csv in UTF-8." in ran.out


def test_without_openpyxl_it_is_said_what_to_install(prevent: Prevent, tmp_path: Path) -> None:
    (tmp_path / "openpyxl.py").write_text("raise ImportError", encoding="utf-8")
    (tmp_path / "a.xlsx").write_bytes(made())
    ran = prevent(
        "check",
        str(tmp_path / "a.xlsx"),
        environment={"PYTHONPATH": f"{tmp_path}:{Path(__file__).parents[2] / 'generator'}"},
    )
    assert ran.status == 2
    assert "prevent-policy[spreadsheets]" in " ".join(ran.out.split())


def test_a_check_of_yaml_imports_nothing_of_spreadsheets(prevent: Prevent) -> None:
    ran = prevent("check", "requests/leaflets", environment={"PYTHONPROFILEIMPORTTIME": "1"})
    assert "prevent.requests.request" in ran.err
    for module in ("openpyxl", "csv", "reading.tables", "requests.headers", "prevent.intake"):
        assert module not in ran.err

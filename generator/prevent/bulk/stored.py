"""Opening a register that is a file: Parquet, CSV or NDJSON."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from prevent.bulk import quoting
from prevent.bulk.careful_csv import copy_with_care
from prevent.bulk.csv_heading import DELIMITER, csv_heading
from prevent.bulk.database import Database, DatabaseError, Watch
from prevent.bulk.headings import Sought
from prevent.bulk.long_lines import LONGEST_LINE, without_long_lines
from prevent.bulk.register import MALFORMED, ROW, Register, literal_path, of_parquet
from prevent.faults import Fault, Place, PreventError
from prevent.reading.nearest import one_of
from prevent.reading.quoting import safe
from prevent.requests.find import WORKBOOKS
from prevent.rules.columns import KIND

PARQUET_OPTIONS = ("FORMAT parquet", "COMPRESSION lz4_raw")
"""How what is read more than once is put aside: quick to write and to read."""


@dataclass(frozen=True, slots=True)
class Opening(Sought):
    """What opening a register needs beside that: the database, and who watches."""

    database: Database
    watch: Watch | None = None

    def put_aside(self, query: str) -> Path:
        """Copy what a query gives into a Parquet file of this run."""
        file = self.database.folder / "register.parquet"
        self.database.write(query, file, PARQUET_OPTIONS, self.watch)
        return file

    def failed(self, what: str, error: DatabaseError) -> PreventError:
        """The error of a register that cannot be read."""
        message = f"This cannot be read as {what}: {safe(str(error), 300)}"
        return PreventError([Fault(self.place, message)])


def open_file(opening: Opening, file: Path, written_as: str | None) -> Register:
    """Open a register that is a file; ``written_as`` names its format where the suffix does not.

    Raises ``PreventError`` where it is not there or cannot be read.
    """
    if not file.is_file():
        what = "This is a folder, not a file." if file.is_dir() else "There is no such file."
        raise PreventError([Fault(opening.place, what)])
    with file.open("rb"):
        pass  # what may not be read says so here, in the system's words
    name = written_as or SUFFIXES.get(file.suffix.lower())
    if name is None:
        message = "The end of this file's name does not say how it is written."
        hint = f"Add --input-format. {_FORMATS}"
        if file.suffix.lower() in WORKBOOKS:
            message = "A register cannot be read from a workbook of a spreadsheet."
            hint = "Save it as CSV; or put a smaller one to prevent check, which reads .xlsx."
        raise PreventError([Fault(opening.place, message, hint)])
    opening.database.run(MALFORMED)
    return FORMATS[name](opening, file)


def _parquet(opening: Opening, file: Path) -> Register:
    database, relation = opening.database, of_parquet(file)
    try:
        types = database.columns(f"SELECT * FROM {relation}")
    except DatabaseError as error:
        raise opening.failed("Parquet", error) from error
    types.pop(ROW, None)
    found = opening.headings(list(types))
    return Register(
        opening.shown, relation, {name: types[name] for name in found.known}, found.ignored
    )


def _csv(opening: Opening, file: Path) -> Register:
    written = csv_heading(file, opening.place)
    found = opening.headings(written)
    places = {name: written.index(name) for name in found.known}
    # The cells are read by their places, so that what a heading says is never part of SQL.
    own = quoting.struct((f"c{index}", "'VARCHAR'") for index in range(len(written)))
    options = (
        f"columns = {own}, header = true, auto_detect = false, delim = '{DELIMITER}',"
        " quote = '\"', escape = '\"', nullstr = '', strict_mode = true,"
        f" max_line_size = {LONGEST_LINE}"
    )
    cells = ", ".join(f"c{index} AS {quoting.name(name)}" for name, index in places.items())
    path = quoting.text(literal_path(file))
    malformed = 0
    try:
        stored = opening.put_aside(f"SELECT {cells} FROM read_csv({path}, {options})")
        relation = of_parquet(stored)
    except DatabaseError:
        stored, malformed = _csv_with_care(opening, file, places, len(written))
        relation = of_parquet(stored, numbered=True)
    return Register(
        opening.shown, relation, dict.fromkeys(places, "VARCHAR"), found.ignored, malformed
    )


def _csv_with_care(
    opening: Opening, file: Path, places: Mapping[str, int], width: int
) -> tuple[Path, int]:
    """A CSV file in which something is malformed, row by row: slower, and it leaves out nothing."""
    database = opening.database
    good, bad = database.folder / "rows.csv", database.folder / "malformed.csv"
    malformed = copy_with_care(file, good, bad, tuple(places.values()), width)
    own = [(ROW, "'BIGINT'"), *((name, "'VARCHAR'") for name in places)]
    dialect = "header = false, auto_detect = false, quote = '\"', escape = '\"', nullstr = ''"
    # A cell may be as long as its line in the register, and every quotation mark in it doubled.
    options = f"{dialect}, max_line_size = {3 * LONGEST_LINE}, buffer_size = {32 * LONGEST_LINE}"

    def read(path: Path, names: str) -> str:
        return f"read_csv({quoting.text(literal_path(path))}, columns = {names}, {options})"

    reasons = quoting.struct([(ROW, "'BIGINT'"), ("reason", "'VARCHAR'")])
    try:
        stored = opening.put_aside(f"SELECT * FROM {read(good, quoting.struct(own))}")
        database.run(f"INSERT INTO malformed SELECT * FROM {read(bad, reasons)}")
    except DatabaseError as error:
        raise opening.failed("CSV", error) from error
    good.unlink()
    return stored, malformed


def _ndjson(opening: Opening, file: Path) -> Register:
    database = opening.database
    try:
        stored = opening.put_aside(_lines(file))
    except DatabaseError:
        shorter = without_long_lines(file, database.folder / "lines.ndjson")
        try:
            stored = opening.put_aside(_lines(shorter))
        except DatabaseError as error:
            raise opening.failed("NDJSON", error) from error
        shorter.unlink()
    relation = of_parquet(stored)
    keys = f"SELECT DISTINCT unnest(json_keys(line)) FROM {relation} WHERE {_GOOD}"
    written = sorted(str(key) for (key,) in database.run(keys, opening.watch))
    if not written:
        raise no_request(opening.place)
    found = opening.headings(written)
    database.run(
        f"INSERT INTO malformed SELECT {ROW}, {quoting.text(NO_OBJECT)}"
        f" FROM {relation} WHERE NOT {_GOOD}"
    )
    ((malformed,),) = database.run("SELECT count(*) FROM malformed")
    paths = {name: quoting.text(f'$."{name}"') for name in found.known}
    cells = ", ".join(
        f"json_extract(line, {path}) AS {quoting.name(name)}" for name, path in paths.items()
    )
    rows = f"(SELECT {ROW}, {cells} FROM {relation} WHERE {_GOOD})"
    return Register(
        opening.shown, rows, dict.fromkeys(found.known, "JSON"), found.ignored, int(malformed)
    )


_GOOD = (
    "coalesce(json_type(line) = 'OBJECT'"
    " AND len(json_keys(line)) = len(list_distinct(json_keys(line))), false)"
)
NO_OBJECT = (
    "This line is not a JSON object in UTF-8 with each name once, or it is longer than"
    f" {LONGEST_LINE} bytes."
)


def no_request(place: Place) -> PreventError:
    """The error of a register in NDJSON that has no line to go by."""
    message = "No line of it is a request."
    hint = f'Write a JSON object a line, such as {{"{KIND}": ...}}.'
    return PreventError([Fault(place, message, hint)])


def _lines(file: Path) -> str:
    path = quoting.text(literal_path(file))
    return (
        f"SELECT json AS line FROM read_ndjson_objects({path}, ignore_errors = true,"
        f" maximum_object_size = {LONGEST_LINE})"
    )


FORMATS: Mapping[str, Callable[[Opening, Path], Register]] = {
    "parquet": _parquet,
    "csv": _csv,
    "ndjson": _ndjson,
}
"""How a register may be written, by the names of ``--input-format``."""

SUFFIXES = {
    ".parquet": "parquet",
    ".pq": "parquet",
    ".csv": "csv",
    ".ndjson": "ndjson",
    ".jsonl": "ndjson",
}
"""The format that the end of a file's name stands for."""

_FORMATS = one_of(FORMATS)

"""Opening a register on Spark: Parquet, CSV or NDJSON, a file or a folder of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from prevent.bulk.database import DatabaseError, Watch
from prevent.bulk.headings import Headings, Sought
from prevent.bulk.on_spark import cells_of_csv
from prevent.bulk.on_spark.database import SparkDatabase, quoted
from prevent.bulk.on_spark.lines import LINE, TOO_LONG, kept, lines, numbered
from prevent.bulk.on_spark.storage import Storage
from prevent.bulk.on_spark.translated import ENTRIES, READ, RECORDS, sql_of
from prevent.bulk.on_spark.types import stored_as
from prevent.bulk.on_spark.values import json_cells, json_entries, json_of, json_records
from prevent.bulk.register import ROW, Register
from prevent.bulk.stored import NO_OBJECT, SUFFIXES, no_request
from prevent.faults import Fault, PreventError
from prevent.reading.nearest import one_of
from prevent.reading.quoting import safe
from prevent.rules.columns import columns
from prevent.targets.sql.words import name, text

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

_REGISTER = "register"
_PACKED = (".gz", ".bz2", ".zst", ".lz4", ".snappy", ".deflate", ".xz")


@dataclass(frozen=True, slots=True)
class SparkOpening(Sought):
    """What opening a register needs beside that: the database, the storage, and who watches."""

    database: SparkDatabase
    storage: Storage
    watch: Watch

    def refused(self, message: str, hint: str = "") -> PreventError:
        """The error of a register that cannot be read here."""
        return PreventError([Fault(self.place, message, hint)])


def open_register(opening: SparkOpening, written_as: str | None) -> Register:
    """Open a register; ``written_as`` names its format where the suffix does not.

    Raises ``PreventError`` where it is not there or cannot be read.
    """
    if not opening.storage.exists(opening.shown):
        raise opening.refused("There is no such file or folder.")
    suffix = PurePosixPath(opening.shown.rstrip("/")).suffix.lower()
    format_ = written_as or SUFFIXES.get(suffix)
    if format_ is None:
        message = "The end of its name does not say how this is written."
        raise opening.refused(message, f"Add --input-format. {one_of(_FORMATS)}")
    address = opening.storage.pattern_of(opening.shown)
    try:
        return _FORMATS[format_](opening, address)
    except DatabaseError as error:
        said = safe(str(error), 300)
        raise opening.refused(f"This cannot be read as {format_}: {said}") from error


def _parquet(opening: SparkOpening, address: str) -> Register:
    database = opening.database
    read = database.watched(
        lambda: database.spark.read.option("mergeSchema", "true").parquet(address), opening.watch
    )
    types = {field.name: field.dataType for field in read.schema.fields if field.name != ROW}
    found = opening.headings(list(types))
    _no_json(opening, read)
    own = [f"{_sound(each, types[each])} AS {quoted(each)}" for each in found.known]
    placed = read.selectExpr(*own, "_metadata.file_path AS _file", "_metadata.row_index AS _at")
    texts = [each for each in found.known if types[each].typeName() == "string"]
    placed = _with_lists(opening, placed, texts, READ)
    every = _numbered_files(database, placed, read, opening.watch)
    every.createOrReplaceTempView(_REGISTER)
    _none_malformed(database)
    return _register(opening, {each: stored_as(types[each]) for each in found.known}, found, 0)


def _numbered_files(
    database: SparkDatabase, placed: DataFrame, read: DataFrame, watch: Watch
) -> DataFrame:
    """The rows of files, in the order of the files' names, with their numbers."""
    if len(read.inputFiles()) == 1:
        return placed.selectExpr("*", f"_at + 1 AS {quoted(ROW)}")
    counts = read.selectExpr("_metadata.file_path AS _file").groupBy("_file").count()
    counts.createOrReplaceTempView("rows_of_files")
    before = database.asked(
        "SELECT _file, sum(count) OVER (ORDER BY _file"
        " ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) - count AS _before FROM rows_of_files"
    )
    starts = database.keep("starts", before, watch)
    every = placed.join(starts.hint("broadcast"), ["_file"])
    return every.selectExpr("*", f"_before + _at + 1 AS {quoted(ROW)}")


def _sound(called: str, kind: Any) -> str:  # noqa: ANN401 (a type of PySpark's)
    """A column, of which text that is not UTF-8 stops the run: DuckDB reads none such either."""
    said = str(kind.simpleString())
    own = quoted(called)
    if said == "string":
        return f"validate_utf8({own})"
    if said.startswith("array<struct<"):
        texts = [
            each.name for each in kind.elementType.fields if each.dataType.typeName() == "string"
        ]
        if texts:
            bad = " OR ".join(f"NOT is_valid_utf8(item.{quoted(each)})" for each in texts)
            error = f"raise_error('The column {called} holds text that is not UTF-8.')"
            return f"CASE WHEN exists({own}, item -> {bad}) THEN {error} ELSE {own} END"
    return own


def _with_lists(
    opening: SparkOpening, rows: DataFrame, given: Iterable[str], before: str = ""
) -> DataFrame:
    """Rows with what is made of lists in JSON beside them: once, for it is asked for often.

    Where ``before`` is not empty they are text, and read first.
    """
    every = (column for kind in opening.rules.kinds.values() for column in columns(kind))
    lists: dict[str, dict[str, None]] = {}
    for column in every:
        if column.type == "list" and column.name in given:
            own = dict.fromkeys(inner.name for inner in column.columns)
            lists[column.name] = lists.get(column.name, {}) | own
    if before:
        read = [f"{sql_of(json_of(name(each)))} AS {quoted(before + each)}" for each in lists]
        rows = rows.selectExpr("*", *read)
    made: list[str] = []
    for each, names in lists.items():
        value = name(before + each)
        made.append(f"{sql_of(json_entries(value))} AS {quoted(ENTRIES + each)}")
        made.append(f"{sql_of(json_records(value, list(names)))} AS {quoted(RECORDS + each)}")
    return rows.selectExpr("*", *made)


def _no_json(opening: SparkOpening, read: DataFrame) -> None:
    """Refuse JSON within Parquet, which Spark takes for text with quotation marks."""
    for address in read.inputFiles():
        for column in opening.storage.json_columns(address):
            message = f"The column '{safe(column)}' is stored as JSON, which Spark takes for text."
            raise opening.refused(message, "Store it as text, a date, a number or a list.")


def _csv(opening: SparkOpening, address: str) -> Register:
    database = opening.database
    written = cells_of_csv.heading(opening.storage, _plain_files(opening), opening.place)
    found = opening.headings(written)
    places = {each: written.index(each) for each in found.known}
    given = lines(database, address)
    reason = cells_of_csv.reason(len(written))
    split = given.selectExpr("*", f"{cells_of_csv.CELLS} AS _cells")
    split = split.selectExpr("*", f"{reason} AS reason")
    own = [f"{cells_of_csv.cell(place)} AS {quoted(each)}" for each, place in places.items()]
    split = split.selectExpr("_file", "_start", *own, "reason", cells_of_csv.SPREAD)
    whole = kept(database, _with_lists(opening, split, places, READ), opening.watch)
    every = numbered(database, whole, 1, opening.watch).where(f"{quoted(ROW)} > 0")
    spread = every.where("_spread").selectExpr(f"min({quoted(ROW)})")
    ((first,),) = database.watched(spread.collect, opening.watch)
    if first is not None:
        message = f"Row {first} has a cell that goes on in the next line. On Spark no cell may."
        hint = "Write the register as Parquet, or decide it with --engine duckdb."
        raise opening.refused(message, hint)
    return _of_lines(opening, every, dict.fromkeys(places, "VARCHAR"), found)


def _ndjson(opening: SparkOpening, address: str) -> Register:
    database = opening.database
    _plain_files(opening)
    given = lines(database, address)
    read = sql_of(json_of(name(LINE)))
    good = f"NOT ({TOO_LONG}) AND is_valid_utf8({LINE}) AND {_NO_HALF}"
    made = f"CASE WHEN {good} THEN {read} END"
    asked = given.selectExpr("_file", "_start", f"{made} AS _request")
    whole = kept(database, asked.selectExpr("_file", "_start", _CELLS), opening.watch)
    said = whole.selectExpr("explode(map_keys(_cells)) AS said").distinct()
    written = sorted(each for (each,) in database.watched(said.collect, opening.watch))
    if not written:
        raise no_request(opening.place)
    found = opening.headings(written)
    own = [f"_cells[{sql_of(text(each))}] AS {quoted(each)}" for each in found.known]
    reason = f"CASE WHEN _cells IS NULL THEN {sql_of(text(NO_OBJECT))} END AS reason"
    every = numbered(database, whole, 0, opening.watch).selectExpr(quoted(ROW), *own, reason)
    every = _with_lists(opening, every, found.known)
    apart = database.keep("cells", every, opening.watch)
    return _of_lines(opening, apart, dict.fromkeys(found.known, "JSON"), found)


_CELLS = (
    f"CASE WHEN _request.kind = 'OBJECT' THEN {sql_of(json_cells(name('_request')))} END AS _cells"
)
"""What stands under each name of a request; null where a line is no object."""


_NO_HALF = (
    f"NOT regexp_like({LINE}, '\\\\\\\\u[dD][89aAbB][0-9a-fA-F]{{2}}(?!\\\\\\\\u[dD][c-fC-F])')"
    f" AND NOT regexp_like({LINE},"
    " '(?<!\\\\\\\\u[dD][89aAbB][0-9a-fA-F]{2})\\\\\\\\u[dD][c-fC-F][0-9a-fA-F]{2}')"
)
"""No half of a character stands alone: Spark would take it for a question mark."""


def _of_lines(
    opening: SparkOpening, every: DataFrame, types: Mapping[str, str], found: Headings
) -> Register:
    """The register of lines, of which some have a reason why they are none."""
    database = opening.database
    every.createOrReplaceTempView("every_line")
    database.own_view(_REGISTER, "SELECT * FROM every_line WHERE reason IS NULL")
    wrong = f"SELECT {quoted(ROW)}, reason FROM every_line WHERE reason IS NOT NULL"
    database.own_view("malformed", wrong)
    ((malformed,),) = database.run("SELECT count(*) FROM malformed", opening.watch)
    return _register(opening, types, found, int(malformed))


def _plain_files(opening: SparkOpening) -> list[str]:
    files = opening.storage.files(opening.shown)
    packed = [each for each in files if each.lower().endswith(_PACKED)]
    if packed or not files:
        message = "It has no files." if not files else "Its files are compressed."
        hint = "" if not files else "Write the register as Parquet, which is compressed within."
        raise opening.refused(message, hint)
    return files


def _none_malformed(database: SparkDatabase) -> None:
    database.own_view(
        "malformed",
        f"SELECT CAST(0 AS BIGINT) AS {quoted(ROW)}, '' AS reason WHERE false",
    )


def _register(
    opening: SparkOpening, types: Mapping[str, str], found: Headings, malformed: int
) -> Register:
    return Register(opening.shown, _REGISTER, types, found.ignored, malformed)


_FORMATS: Mapping[str, Callable[[SparkOpening, str], Register]] = {
    "parquet": _parquet,
    "csv": _csv,
    "ndjson": _ndjson,
}


def known_formats() -> Iterable[str]:
    """How a register may be written."""
    return _FORMATS

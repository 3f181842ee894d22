"""Opening a register that is a table of a database: of DuckDB, or of PostgreSQL."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from prevent.bulk import quoting
from prevent.bulk.database import DatabaseError
from prevent.bulk.optional import optional
from prevent.bulk.register import MALFORMED, Register, of_parquet
from prevent.bulk.stored import Opening
from prevent.faults import Fault, Place, PreventError
from prevent.reading.nearest import did_you_mean
from prevent.reading.quoting import quoted, safe

_DUCKDB = "duckdb:///"
_POSTGRES = ("postgresql", "postgres")
_HOW = "Write duckdb:///FILE or postgresql://USER@HOST/DATABASE."


def shown_address(address: str) -> str:
    """A database's address as messages show it: without a password."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return address.partition(":")[0]
    host = parts.netloc.rpartition("@")[2]
    user = f"{parts.username}@" if parts.username else ""
    return f"{parts.scheme}://{user}{host}{parts.path}"


def open_table(opening: Opening, address: str, table: str) -> Register:
    """Open a table of the database at an address; a schema may stand before a dot.

    The rows are copied first, so that they are the same however often they are looked at. Raises
    ``PreventError`` where the database or the table cannot be read, to the last row.
    """
    opening.database.run(MALFORMED)
    if address.startswith(_DUCKDB):
        return _of_duckdb(opening, Path(address.removeprefix(_DUCKDB)), table)
    if address.partition("://")[0] in _POSTGRES:
        return _of_postgres(opening, address, table)
    raise PreventError([Fault(opening.place, "This is not the address of a database.", _HOW)])


def _of_duckdb(opening: Opening, file: Path, table: str) -> Register:
    database = opening.database
    # duckdb:////home/x names a file from the root, duckdb:///x one from here.
    if not file.is_file():
        raise PreventError([Fault(opening.place, "There is no such file.", _HOW)])
    try:
        database.run(f"ATTACH {quoting.text(str(file))} AS given (READ_ONLY)")
        names = [
            f"{schema}.{name}" if schema != "main" else str(name)
            for schema, name in database.run(
                "SELECT table_schema, table_name FROM information_schema.tables"
                " WHERE table_catalog = 'given'"
            )
        ]
    except DatabaseError as error:
        raise opening.failed("a DuckDB database", error) from error
    if table not in names and table.removeprefix("main.") not in names:
        message = f"It has no table {quoted(table)}."
        raise PreventError([Fault(opening.place, message, did_you_mean(table, names))])
    whole = table if "." in table else f"main.{table}"
    relation = f"given.{quoting.table_name(whole)}"
    types = database.columns(f"SELECT * FROM {relation}")
    found = opening.headings(list(types))
    own = ", ".join(quoting.name(name) for name in found.known)
    try:
        stored = opening.put_aside(f"SELECT {own} FROM {relation}")
    except DatabaseError as error:
        raise opening.failed("a table", error) from error
    database.run("DETACH given")
    mine = {name: types[name] for name in found.known}
    return Register(opening.shown, of_parquet(stored), mine, found.ignored)


def _of_postgres(opening: Opening, address: str, table: str) -> Register:
    library = _psycopg()
    rows = opening.database.folder / "table.csv"
    try:
        with library.connect(address, connect_timeout=15, application_name="prevent") as connection:
            names = _names_of(library, connection, table, opening.place)
            found = opening.headings(names)
            _copy_out(library, connection, table, found.known, rows)
    except library.Error as error:
        message = f"PostgreSQL could not give the whole table: {safe(_first_line(error), 300)}"
        hint = "Nothing was decided. See that it runs and may be read, and try again."
        raise PreventError([Fault(opening.place, message, hint)]) from error
    own = quoting.struct((f"c{index}", "'VARCHAR'") for index in range(len(found.known)))
    cells = ", ".join(f"c{index} AS {quoting.name(name)}" for index, name in enumerate(found.known))
    # What PostgreSQL writes in quotation marks is text, though it be empty; null is without them.
    options = (
        "header = false, auto_detect = false, quote = '\"', escape = '\"', nullstr = '',"
        " allow_quoted_nulls = false, max_line_size = 33554432"
    )
    read = f"read_csv({quoting.text(str(rows))}, columns = {own}, {options})"
    try:
        stored = opening.put_aside(f"SELECT {cells} FROM {read}")
    except DatabaseError as error:
        raise opening.failed("a table", error) from error
    rows.unlink()
    types = dict.fromkeys(found.known, "VARCHAR")
    return Register(opening.shown, of_parquet(stored), types, found.ignored)


def _names_of(library: Any, connection: Any, table: str, place: Place) -> list[str]:  # noqa: ANN401 (the library may not be there)
    """The names of a table's columns. Raises ``PreventError`` where there is no such table."""
    query = library.sql.SQL("SELECT * FROM {} LIMIT 0").format(
        library.sql.Identifier(*table.split("."))
    )
    try:
        with connection.cursor() as cursor:
            cursor.execute("SET DateStyle TO 'ISO, YMD'")
            cursor.execute(query)
            return [column.name for column in cursor.description]
    except (library.errors.UndefinedTable, library.errors.InvalidSchemaName) as error:
        message = f"It has no table {quoted(table)}."
        raise PreventError([Fault(place, message, "A schema stands before a dot.")]) from error


def _copy_out(library: Any, connection: Any, table: str, own: tuple[str, ...], file: Path) -> None:  # noqa: ANN401 (as above)
    """Write a table's columns to a CSV file as they come, none of it kept in memory."""
    sql = library.sql
    query = sql.SQL("COPY (SELECT {} FROM {}) TO STDOUT (FORMAT csv, ENCODING 'UTF8')").format(
        sql.SQL(", ").join(sql.SQL("{}::text").format(sql.Identifier(name)) for name in own),
        sql.Identifier(*table.split(".")),
    )
    with (
        connection.cursor() as cursor,
        cursor.copy(query) as rows,
        file.open("wb", buffering=1_048_576) as written,
    ):
        for data in rows:
            written.write(data)


def _psycopg() -> Any:  # noqa: ANN401 (it may not be there, so it has no type)
    optional("psycopg.sql", _NEEDED, "bulk")
    return optional("psycopg", _NEEDED, "bulk")


_NEEDED = "PostgreSQL is read with psycopg"


def _first_line(error: Exception) -> str:
    return str(error).strip().split("\n", 1)[0] or type(error).__name__

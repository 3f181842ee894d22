"""The embedded database, DuckDB: opened with what it may use, watched while it runs, and let go.

It fetches nothing: extensions are never installed or loaded by themselves.
"""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from prevent.bulk import quoting
from prevent.bulk.optional import optional
from prevent.bulk.working import Working
from prevent.faults import Fault, Place, PreventError

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

TICK = 0.1
"""How often a statement that runs is looked at, in seconds."""

MEMORY = "2GB"
"""The memory that DuckDB may use if nobody says: what it keeps beside that stays under as much."""

_NOT_WANTED = ("join_order", "build_side_probe_side", "filter_pushdown")
"""What DuckDB would do to make queries faster, and does not here.

Joins are written the right way round, and rows must keep their order. A filter on what is worked
out of much would be pushed down by writing all of it out again, which takes longer than it saves.
"""

Watch = Callable[[float], None]
"""Is told how much of a statement is done, in hundredths."""

_SIZE = re.compile(r"[0-9]{1,6}(\.[0-9]{1,3})? ?(MB|GB|TB|MiB|GiB|TiB)", re.IGNORECASE)


class DatabaseError(Exception):
    """DuckDB refused a statement: its own words, on one line."""


class Database:
    """A DuckDB of one run. What does not fit in ``memory`` goes to a folder of its own, ``folder``.

    The folder lies beside ``near``, on the disk that has room for the results, and goes when the
    run ends. Raises ``PreventError`` where DuckDB is not installed.
    """

    def __init__(self, near: Path, *, threads: int | None = None, memory: str = MEMORY) -> None:
        duckdb = optional("duckdb", "Registers are decided in DuckDB", "bulk")
        self._error = duckdb.Error
        settings: dict[str, Any] = {
            "autoinstall_known_extensions": False,
            "autoload_known_extensions": False,
            "memory_limit": memory,
        }
        if threads is not None:
            settings["threads"] = threads
        self._connection: DuckDBPyConnection = duckdb.connect(config=settings)
        self.run("SET TimeZone = 'UTC'")
        self.run(f"SET disabled_optimizers = '{','.join(_NOT_WANTED)}'")
        # The folder comes last: until it is there, Ctrl-C leaves nothing to be removed.
        try:
            self.folder = Path(tempfile.mkdtemp(dir=near, prefix=".prevent-"))
        except OSError as error:
            self._connection.close()
            message = f"No folder for the work can be made here: {error.strerror}."
            raise PreventError([Fault(Place(str(near)), message)]) from error
        spilled = str(self.folder / "spilled").replace("'", "''")
        self.run(f"SET temp_directory = '{spilled}'")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let the database go, with all it has put aside."""
        self._connection.close()
        shutil.rmtree(self.folder, ignore_errors=True)

    def run(self, statement: str, watch: Watch | None = None) -> list[tuple[Any, ...]]:
        """Run a statement; its rows. Ctrl-C stops it. Raises ``DatabaseError``."""
        working = Working[list[tuple[Any, ...]]](
            lambda: self._connection.execute(statement).fetchall()
        )
        try:
            while not working.ended(TICK):
                if watch:
                    watch(max(self._connection.query_progress(), 0.0))
        except BaseException:
            while not working.ended(TICK):
                self._connection.interrupt()
            # What was raised there would keep the connection, which is to go.
            working.forget()
            raise
        try:
            return working.came()
        except self._error as error:
            raise DatabaseError(_plain(str(error))) from error

    def glance(self, query: str) -> list[tuple[Any, ...]]:
        """Run a query of a few rows, picked by ranges of their numbers: others are not read."""
        self._connection.execute("SET disabled_optimizers = ''")
        try:
            return self.run(query)
        finally:
            self._connection.execute(f"SET disabled_optimizers = '{','.join(_NOT_WANTED)}'")

    def columns(self, relation: str) -> dict[str, str]:
        """The columns of what ``relation`` selects, with DuckDB's names of their types."""
        return {row[0]: str(row[1]) for row in self.run(f"DESCRIBE {relation}")}

    def view(self, called: str, query: str) -> None:
        """Call a query by a name, for this run."""
        self.run(f"CREATE OR REPLACE TEMP VIEW {quoting.name(called)} AS {query}")

    def table(self, called: str, query: str, watch: Watch | None = None) -> None:
        """Keep what a query gives under a name, for this run."""
        self.run(f"CREATE OR REPLACE TEMP TABLE {quoting.name(called)} AS {query}", watch)

    def write(
        self, query: str, file: Path, options: Sequence[str], watch: Watch | None = None
    ) -> int:
        """Write what a query gives to a file, in its order; the number of rows."""
        target = quoting.text(str(file))
        # Without that, DuckDB writes what comes of a join in any order, block by block.
        told = ", ".join([*options, "PRESERVE_ORDER true"])
        ((count,),) = self.run(f"COPY ({query}) TO {target} ({told})", watch)
        return int(count)


def memory_size(text: str) -> str:
    """A size of memory as DuckDB takes it. Raises ``ValueError``."""
    if not _SIZE.fullmatch(text):
        raise ValueError(text)
    return text


def _plain(message: str) -> str:
    """The first line of what DuckDB says, without the name of its error."""
    first = message.strip().split("\n", 1)[0]
    return re.sub(r"^[A-Za-z ]+ (Error|Exception): ", "", first)

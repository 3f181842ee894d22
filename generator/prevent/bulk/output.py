"""Writing what was decided: beside its place first, and into it only when all of it is there."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from prevent.bulk import quoting
from prevent.bulk.database import Database, DatabaseError, Watch
from prevent.bulk.stored import SUFFIXES
from prevent.faults import Fault, Place, PreventError
from prevent.reading.nearest import one_of
from prevent.reading.quoting import safe

OPTIONS: Mapping[str, tuple[str, ...]] = {
    "parquet": ("FORMAT parquet", "COMPRESSION lz4_raw", "DICTIONARY_SIZE_LIMIT 5000"),
    "csv": ("FORMAT csv", "HEADER true"),
    "ndjson": ("FORMAT json",),
}
"""What DuckDB is told of each format that can be written."""


_SIGNS = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""What a formula begins with, also in wide letters. So may a tab or the end of a line."""


def no_formula(cell: str) -> str:
    """SQL for a text that no spreadsheet takes for a formula: an apostrophe stands before it.

    Numbers with a sign stay as they are. It is SQL that DuckDB and Spark read alike.
    """
    signs = ", ".join([*(f"'{sign}'" for sign in _SIGNS), "chr(9)", "chr(13)"])
    starts = f"(substr({cell}, 1, 1) IN ({signs}) OR substr(ltrim({cell}), 1, 1) IN ({signs}))"
    is_number = f"translate({cell}, '0123456789.,+- ()', '') = ''"
    return f"CASE WHEN {starts} AND NOT {is_number} THEN chr(39) || {cell} ELSE {cell} END"


@dataclass(frozen=True, slots=True)
class Output:
    """A file to be written, and how."""

    file: Path
    shown: str
    written_as: str

    @classmethod
    def of(cls, shown: str) -> Output:
        """The file of this name. Raises ``PreventError`` where it shows no format or no folder."""
        file = Path(os.path.realpath(shown))
        if file.suffix.lower() not in SUFFIXES:
            message = "The end of its name does not say how it is to be written."
            hint = one_of(dict.fromkeys(SUFFIXES)).replace("Expected", "End it with")
            raise PreventError([Fault(Place(shown), message, hint)])
        if not file.parent.is_dir():
            raise PreventError([Fault(Place(shown), "There is no such folder.")])
        if file.is_dir():
            raise PreventError([Fault(Place(shown), "This is a folder, not a file.")])
        return cls(file, shown, SUFFIXES[file.suffix.lower()])

    @property
    def near(self) -> Path:
        """The folder on whose disk the work goes on: that of the file, where it is to be one."""
        if self.file.exists() and not self.file.is_file():
            return Path(tempfile.gettempdir())
        return self.file.parent

    def write(
        self,
        database: Database,
        query: str,
        nested: Sequence[str] = (),
        *,
        given: Sequence[str] = (),
        watch: Watch | None = None,
    ) -> tuple[Path, int]:
        """Write what a query gives to a file of the run; the file, and the number of its rows.

        ``nested`` are columns of lists of structures, which CSV holds as JSON; ``given`` are those
        with words of the register, which CSV holds so that no spreadsheet reckons with them.
        """
        draft = database.folder / f"{len(list(database.folder.iterdir()))}-{self.file.name}"
        if (nested or given) and self.written_as == "csv":
            texts = [f"to_json({quoting.name(n)}) AS {quoting.name(n)}" for n in nested]
            texts += [f"{no_formula(quoting.name(n))} AS {quoting.name(n)}" for n in given]
            query = f"SELECT * REPLACE ({', '.join(texts)}) FROM ({query})"
        try:
            return draft, database.write(query, draft, OPTIONS[self.written_as], watch)
        except DatabaseError as error:
            message = f"This cannot be written: {safe(str(error), 300)}"
            raise PreventError([Fault(Place(self.shown), message)]) from error

    def put(self, draft: Path) -> None:
        """Put a file of the run in its place, in one step; what is not a file is written to."""
        if self.file.exists() and not self.file.is_file():
            with draft.open("rb") as whole, self.file.open("wb") as target:
                while part := whole.read(1_048_576):
                    target.write(part)
        else:
            draft.replace(self.file)

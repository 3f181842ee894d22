"""Deciding a register on Spark: the same run as in DuckDB, with another engine."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from prevent.bulk.database import DatabaseError, Watch
from prevent.bulk.deciding import Job, Summary, decide
from prevent.bulk.drafts import Drafts
from prevent.bulk.on_spark.database import SparkDatabase, quoted
from prevent.bulk.on_spark.opened import SparkOpening, open_register
from prevent.bulk.on_spark.session import session
from prevent.bulk.on_spark.storage import Folder, Storage
from prevent.bulk.on_spark.translated import spark_sql
from prevent.bulk.output import no_formula
from prevent.bulk.progress import Progress
from prevent.bulk.register import Register
from prevent.bulk.repeated import REPEATED
from prevent.faults import Fault, Place, PreventError
from prevent.reading.quoting import safe
from prevent.rules.columns import REFERENCE

if TYPE_CHECKING:
    from pyspark.sql import DataFrame


def decide_on_spark(job: Job[Folder], progress: Progress) -> Summary:
    """Decide a register and write folders of decisions and rejects, both or neither.

    Raises ``PreventError`` as :func:`prevent.bulk.in_duckdb.decide_in_duckdb` does, and where Spark
    cannot be started or its master does not answer.
    """
    place = Place(job.source.shown)
    if job.source.table:
        message = "On Spark a register is files: Parquet, CSV or NDJSON."
        hint = "Write the table to Parquet first, or decide it with --engine duckdb."
        raise PreventError([Fault(place, message, hint)])
    progress.stage("starting Spark")
    with session(job.master, job.threads, job.memory, place) as spark:
        storage = Storage(spark)
        for folder in (job.out, job.rejects):
            if storage.exists(folder.shown):
                message = "There is something here already, and Spark writes a new folder."
                hint = "Give another name, or take away what is there."
                raise PreventError([Fault(Place(folder.shown), message, hint)])
        work = storage.beside(job.out.shown)
        try:
            engine = _Spark(job, SparkDatabase(spark, work), storage)
            return decide(job, engine, progress)
        finally:
            with contextlib.suppress(Exception):
                storage.remove(work)


_NOTHING_TOO = "map('ignoreNullFields', 'false')"
_AGAIN, _REFERENCE = "_again", "_reference"


class _Spark(Drafts[Folder, str]):
    """The engine's part of a run."""

    title: ClassVar[str] = "Spark"
    dialect: ClassVar[str] = "spark"
    in_order: ClassVar[bool] = False
    makes_again: ClassVar[bool] = False

    def __init__(self, job: Job[Folder], database: SparkDatabase, storage: Storage) -> None:
        super().__init__(job.out, job.rejects)
        self._job = job
        self.tables = database
        self._storage = storage

    def open(self, watch: Watch) -> Register:
        job, source = self._job, self._job.source
        opening = SparkOpening(
            job.rules.rule_set, source.shown, job.kind, self.tables, self._storage, watch
        )
        return open_register(opening, source.written_as)

    def repeated(self, reference: str, register: Register, watch: Watch) -> str:
        if REFERENCE not in register.types:
            return ""
        again = (
            f"SELECT {reference} AS reference FROM {register.relation}"
            f" WHERE {reference} IS NOT NULL GROUP BY {reference} HAVING count(*) > 1"
        )
        self.tables.table(REPEATED, again, watch)
        ((count,),) = self.tables.run(f"SELECT count(*) FROM {REPEATED}", watch)
        if not count:
            return ""
        # A join, for Spark has no look at another table within what it makes of each entry.
        rows = self.tables.asked(
            spark_sql(
                f"SELECT own.*, again.reference IS NOT NULL AS {_AGAIN}"
                f" FROM (SELECT *, {reference} AS {_REFERENCE} FROM {register.relation}) AS own"
                f" LEFT JOIN {REPEATED} AS again ON own.{_REFERENCE} = again.reference"
            )
        )
        rows.createOrReplaceTempView(register.relation)
        return _AGAIN

    def own_view(self, called: str, query: str) -> None:
        self.tables.own_view(called, query)

    def _put(self, out: Folder, draft: str) -> None:
        self._storage.move(draft, out.shown)

    def _write(
        self, out: Folder, query: str, nested: Sequence[str], given: Sequence[str], watch: Watch
    ) -> tuple[str, int]:
        made = self.tables.asked(spark_sql(query))
        if out.written_as == "csv":
            made = made.selectExpr(
                *(
                    f"to_json({quoted(each)}, {_NOTHING_TOO}) AS {quoted(each)}"
                    if each in nested
                    else f"{no_formula(quoted(each))} AS {quoted(each)}"
                    if each in given
                    else quoted(each)
                    for each in made.columns
                )
            )
        draft = f"{self.tables.folder}/written-{len(self._drafts)}"
        try:
            self.tables.watched(lambda: _save(made, draft, out.written_as), watch)
            count = self.tables.watched(lambda: self._count(made, draft, out), watch)
        except DatabaseError as error:
            message = f"This cannot be written: {safe(str(error), 300)}"
            fault = Fault(Place(out.shown), message, "Nothing was written.")
            raise PreventError([fault]) from error
        return draft, count

    def _count(self, made: DataFrame, draft: str, folder: Folder) -> int:
        """How many rows there are where they were written: not how many were sent there."""
        read: Any = self.tables.spark.read.schema(made.schema)
        if folder.written_as == "csv":
            read = read.csv(draft, **_CSV, multiLine=True, mode="FAILFAST")
        else:
            read = read.parquet(draft) if folder.written_as == "parquet" else read.json(draft)
        return int(read.count())


_CSV: dict[str, Any] = {"header": True, "escape": '"', "emptyValue": '""'}


def _save(made: DataFrame, draft: str, written_as: str) -> None:
    if written_as == "parquet":
        made.write.parquet(draft)
    elif written_as == "csv":
        made.write.csv(draft, **_CSV)
    else:
        made.write.json(draft, ignoreNullFields=False)

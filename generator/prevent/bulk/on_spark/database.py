"""Spark, asked as the embedded database is: in the same SQL, translated; with the same answers."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

from sqlglot import exp

from prevent.bulk.database import DatabaseError, Watch
from prevent.bulk.on_spark.storage import words_of
from prevent.bulk.on_spark.translated import spark_sql, sql_of
from prevent.bulk.on_spark.types import stored_as
from prevent.bulk.working import Working

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

_TICK = 0.2
_Came = TypeVar("_Came")


class SparkDatabase:
    """A session of Spark in one run. What is kept goes to ``folder``, on storage that all share."""

    def __init__(self, spark: SparkSession, folder: str) -> None:
        self.spark = spark
        self.folder = folder
        self._numbers = itertools.count()

    def run(self, statement: str, watch: Watch | None = None) -> list[tuple[Any, ...]]:
        """What a query gives: its rows. Ctrl-C stops it. Raises ``DatabaseError``."""
        made = self.asked(spark_sql(statement))
        rows = self.watched(made.collect, watch)
        return [tuple(_plain(value) for value in row) for row in rows]

    def columns(self, relation: str) -> dict[str, str]:
        """The columns of what ``relation`` selects, with DuckDB's names of their types."""
        schema = self.asked(spark_sql(relation)).schema
        return {field.name: stored_as(field.dataType) for field in schema.fields}

    def view(self, called: str, query: str) -> None:
        """Call a query by a name, for this run."""
        self.own_view(called, spark_sql(query))

    def own_view(self, called: str, query: str) -> None:
        """Call a query in Spark's SQL by a name, for this run."""
        self.asked(query).createOrReplaceTempView(called)

    def table(self, called: str, query: str, watch: Watch | None = None) -> None:
        """Keep what a query gives under a name, for this run."""
        self.keep(called, self.asked(spark_sql(query)), watch)

    def keep(self, called: str, made: DataFrame, watch: Watch | None = None) -> DataFrame:
        """Keep rows under a name, for this run: they are worked out once."""
        place = f"{self.folder}/{next(self._numbers)}-{called}"
        self.watched(lambda: made.write.parquet(place, compression="lz4_raw"), watch)
        # Spark refuses to read a table of no parts without being told its columns.
        kept = self.spark.read.schema(made.schema).parquet(place)
        kept.createOrReplaceTempView(called)
        return kept

    def asked(self, query: str) -> DataFrame:
        """A query in Spark's SQL, looked at but not run. Raises ``DatabaseError``."""
        return self.watched(lambda: self.spark.sql(query), None)

    def watched(self, work: Callable[[], _Came], watch: Watch | None) -> _Came:
        """Have Spark do some work; it stops where this is stopped. Raises ``DatabaseError``."""
        working = Working(work)
        try:
            while not working.ended(_TICK):
                if watch:
                    watch(self._done())
        except BaseException:
            self.spark.sparkContext.cancelAllJobs()
            working.ended(10)
            raise
        try:
            return working.came()
        except Exception as error:
            raise DatabaseError(words_of(error)) from error

    def _done(self) -> float:
        """How much of what runs now is done, in hundredths."""
        tracker = self.spark.sparkContext.statusTracker()
        stages = [tracker.getStageInfo(each) for each in tracker.getActiveStageIds()]
        tasks = sum(each.numTasks for each in stages if each)
        done = sum(each.numCompletedTasks for each in stages if each)
        return 100 * done / tasks if tasks else 0.0


def _plain(value: Any) -> Any:  # noqa: ANN401 (whatever a cell holds)
    """A value of Spark's as DuckDB gives it."""
    if isinstance(value, list):
        return [_plain(each) for each in value]
    if isinstance(value, tuple) and hasattr(value, "asDict"):
        return {name: _plain(each) for name, each in value.asDict().items()}
    return value


def quoted(name: str) -> str:
    """A name as Spark's SQL has it."""
    return sql_of(exp.to_identifier(name, quoted=True))

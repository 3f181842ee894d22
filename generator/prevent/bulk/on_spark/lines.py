"""Text files as Spark reads them: a line a row, each with its number, whoever read which part."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prevent.bulk.database import Watch
from prevent.bulk.long_lines import LONGEST_LINE
from prevent.bulk.on_spark.database import SparkDatabase, quoted
from prevent.bulk.register import ROW

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

LINE = "_line"
TOO_LONG = f"octet_length({LINE}) > {LONGEST_LINE}"


def lines(database: SparkDatabase, address: str) -> DataFrame:
    """The lines of a file, or of the files in a folder, that are not blank."""
    read = database.spark.read.text(address, lineSep="\n")
    placed = read.selectExpr(
        # Byte by byte: a pattern would mend what is not UTF-8.
        f"trim(TRAILING '\\r' FROM value) AS {LINE}",
        "_metadata.file_path AS _file",
        "_metadata.file_block_start AS _start",
    )
    return placed.where(f"NOT regexp_like({LINE}, '\\\\A[ \\\\t\\\\r\\\\x0B\\\\f]*\\\\z')")


def kept(database: SparkDatabase, given: DataFrame, watch: Watch) -> DataFrame:
    """Put aside what was made of each line, with its place in the file."""
    made = given.selectExpr("*", "monotonically_increasing_id() AS _at")
    return database.keep("lines", made, watch)


def numbered(database: SparkDatabase, given: DataFrame, headed: int, watch: Watch) -> DataFrame:
    """Lines that were put aside, with the numbers of their rows from 1.

    ``headed`` is how many lines of each file are a heading, whose number is 0.
    """
    # A part is read by one, from its beginning to its end, so within it the numbers grow by one.
    parts = given.groupBy("_file", "_start").agg({"_at": "min", "*": "count"})
    parts.toDF("_file", "_start", "_first", "_lines").createOrReplaceTempView("parts_of_files")
    counted = database.asked(
        "SELECT _file, _start, _first, sum(_lines) OVER (ORDER BY _file, _start"
        " ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) - _lines AS _before,"
        " row_number() OVER (PARTITION BY _file ORDER BY _start) = 1 AS _opens,"
        " dense_rank() OVER (ORDER BY _file) AS _nth FROM parts_of_files"
    )
    starts = database.keep("starts", counted, watch)
    every = given.join(starts.hint("broadcast"), ["_file", "_start"])
    number = f"_before + _at - _first + 1 - _nth * {headed}"
    heading = f"_opens AND _at - _first < {headed}"
    return every.selectExpr("*", f"CASE WHEN {heading} THEN 0 ELSE {number} END AS {quoted(ROW)}")

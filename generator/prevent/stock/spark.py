"""The SQL for Spark, run by Spark in this process's own machine."""

from __future__ import annotations

import os
import shutil
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from prevent.rules.ruleset import KindRules, RuleSet
from prevent.stock import sql_rows
from prevent.stock.runner import Answer, Asked, Runner
from prevent.targets.sql.table import DIALECTS

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

_FINDINGS = "to_json(findings, map('ignoreNullFields', 'false'))"
"""Findings as JSON with what they leave open, such as the day, told as null."""


class Spark(Runner):
    """One session for as long as it is not closed: starting it takes some seconds."""

    name = "spark"
    title = "Spark"
    target = "sql"

    def __init__(self) -> None:
        self._session: SparkSession | None = None

    def available(self) -> str | None:
        """Are Java and the library installed?"""
        if shutil.which("java") is None and "JAVA_HOME" not in os.environ:
            return (
                "Java is not installed, which Spark runs on: apt-get install default-jre-headless."
            )
        if find_spec("pyspark") is None:
            return "PySpark is not installed: pip install 'prevent-policy[spark]'."
        return None

    def decide(self, rule_set: RuleSet, kind: KindRules, asked: Sequence[Asked]) -> list[Answer]:
        """Makes the table and the view, and reads the view."""
        self._session = self._session or _session()
        dialect = DIALECTS[self.name]
        with TemporaryDirectory() as folder:
            lines = Path(folder, "rows.ndjson")
            lines.write_text("\n".join(sql_rows.rows(asked)), encoding="utf-8")
            declared = sql_rows.declared(kind, dialect)
            table = self._session.read.schema(declared).json(str(lines), mode="FAILFAST")
            table.createOrReplaceTempView("requests")
            self._session.sql(sql_rows.statement(rule_set, kind, dialect))
            view = sql_rows.view_name(kind, dialect)
            query = f"SELECT `{sql_rows.NUMBER}`, outcome, {_FINDINGS} FROM {view}"  # noqa: S608 (names of ours)
            read = [(row[0], row[1], row[2]) for row in self._session.sql(query).collect()]
        return sql_rows.answers(read, len(asked))

    def close(self) -> None:
        """Ends the session."""
        if self._session is not None:
            self._session.stop()
            self._session = None


def _session() -> SparkSession:
    from pyspark.sql import SparkSession  # noqa: PLC0415 (an extra)

    wanted = {
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.driver.host": "127.0.0.1",
        "spark.sql.session.timeZone": "UTC",
        "spark.sql.shuffle.partitions": "1",
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
    }
    builder = SparkSession.builder.master("local[2]").appName("prevent")
    for key, value in wanted.items():
        builder = builder.config(key, value)
    return builder.getOrCreate()

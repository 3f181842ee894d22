"""The SQL for DuckDB, run by DuckDB."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

from prevent.rules.ruleset import KindRules, RuleSet
from prevent.stock import sql_rows
from prevent.stock.runner import Answer, Asked, Runner
from prevent.targets.sql.table import DIALECTS


class DuckDb(Runner):
    """A database in memory for each lot of requests."""

    name = "duckdb"
    title = "DuckDB"
    target = "sql"

    def available(self) -> str | None:
        """Is the library installed?"""
        if find_spec("duckdb") is None:
            return "DuckDB is not installed: pip install 'prevent-policy[bulk]'."
        return None

    def decide(self, rule_set: RuleSet, kind: KindRules, asked: Sequence[Asked]) -> list[Answer]:
        """Makes the table and the view, and reads the view."""
        import duckdb  # noqa: PLC0415 (an extra)

        dialect = DIALECTS[self.name]
        with TemporaryDirectory() as folder, duckdb.connect() as database:
            lines = Path(folder, "rows.ndjson")
            lines.write_text("\n".join(sql_rows.rows(asked)), encoding="utf-8")
            database.execute(f"CREATE TABLE requests ({sql_rows.declared(kind, dialect)})")
            database.execute(
                "INSERT INTO requests BY NAME SELECT * FROM read_json(?, format = 'nd')",
                [str(lines)],
            )
            database.execute(sql_rows.statement(rule_set, kind, dialect))
            view = sql_rows.view_name(kind, dialect)
            read = database.execute(
                f'SELECT "{sql_rows.NUMBER}", outcome, to_json(findings)::VARCHAR FROM {view}'  # noqa: S608 (names of ours)
            ).fetchall()
        return sql_rows.answers(read, len(asked))

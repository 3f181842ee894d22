"""The SQL for PostgreSQL, run by a server that is started for it."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.util import find_spec

from prevent.rules.ruleset import KindRules, RuleSet
from prevent.stock import sql_rows
from prevent.stock.postgres_server import PostgresServer, program
from prevent.stock.runner import Answer, Asked, Runner
from prevent.targets.sql.table import DIALECTS


class Postgres(Runner):
    """One server for as long as it is not closed; each lot of requests in temporary tables."""

    name = "postgres"
    title = "PostgreSQL"
    target = "sql"

    def __init__(self) -> None:
        self._server: PostgresServer | None = None

    def available(self) -> str | None:
        """Are the server and the library that talks to it installed?"""
        if program("initdb") is None or program("pg_ctl") is None:
            return "PostgreSQL's server is not installed: apt-get install postgresql."
        if find_spec("psycopg") is None:
            return "psycopg is not installed: pip install 'prevent-policy[conform]'."
        try:
            import psycopg  # noqa: F401, PLC0415 (an extra)
        except ImportError:
            return "PostgreSQL's client library is not installed: apt-get install libpq5."
        return None

    def decide(self, rule_set: RuleSet, kind: KindRules, asked: Sequence[Asked]) -> list[Answer]:
        """Makes the table and the view, and reads the view."""
        import psycopg  # noqa: PLC0415 (an extra)

        self._server = self._server or PostgresServer()
        dialect = DIALECTS[self.name]
        # Longer names are cut off, here as in the statements.
        rows = f"[{','.join(sql_rows.rows(asked, dialect.longest_name))}]"
        with psycopg.connect(self._server.url) as database:
            database.execute(
                f"CREATE TEMPORARY TABLE requests ({sql_rows.declared(kind, dialect)})".encode()
            )
            database.execute(
                "INSERT INTO requests"
                " SELECT * FROM json_populate_recordset(NULL::requests, %s::json)",
                [rows],
            )
            database.execute(sql_rows.statement(rule_set, kind, dialect).encode())
            view = sql_rows.view_name(kind, dialect)
            query = f'SELECT "{sql_rows.NUMBER}", outcome, findings::text FROM {view}'  # noqa: S608 (names of ours)
            read = database.execute(query.encode()).fetchall()
            database.rollback()
        return sql_rows.answers(read, len(asked))

    def close(self) -> None:
        """Stops the server."""
        if self._server is not None:
            self._server.close()
            self._server = None

"""A register that is a table of PostgreSQL, and a server that goes away."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from prevent.stock.postgres_server import PostgresServer
from processes import Prevent
from registers import AS_OF, read

TABLE = """
CREATE SCHEMA office;
CREATE TABLE office.requests (
  kind text, reference text, requested_by text, date date, received_on date, speakers jsonb,
  outline text, "x""; DROP TABLE requests; --" text
);
INSERT INTO office.requests VALUES
  ('event', 'E-1', 'staff', '2026-04-20', NULL, '[{"name": "A", "values": "contrary"}]', NULL, ''),
  ('event', 'E-2', 'staff', '2026-04-20', NULL, NULL, NULL, ''),
  ('event', 'E-3', 'staff', NULL, NULL, NULL, NULL, ''),
  ('event', '', 'staff', '2026-04-20', NULL, NULL, NULL, '');
CREATE TABLE large AS
  SELECT 'event' AS kind, 'E-' || i AS reference, 'staff' AS requested_by,
    DATE '2026-04-20' AS date, repeat('x', 500) AS outline
  FROM generate_series(1, 400000) AS made(i);
"""


@pytest.fixture(scope="module")
def server() -> Iterator[PostgresServer]:
    started = PostgresServer()
    with psycopg.connect(started.url) as connection:
        connection.execute(TABLE)
    yield started
    started.close()


def test_a_table_is_decided(server: PostgresServer, prevent: Prevent, tmp_path: Path) -> None:
    out = tmp_path / "out.ndjson"
    given = ("--db", server.url, "--table", "office.requests", "--out", str(out), *AS_OF)
    ran = prevent("decide", *given)
    assert ran.status == 2, ran.err
    assert "4 rows in = 2 decisions + 2 rejects." in ran.out
    assert [row["outcome"] for row in read(out)] == ["action-needed", "allowed"]
    rejects = read(out.with_name("out.rejects.ndjson"))
    assert [row["column"] for row in rejects] == ["date", "reference"]


@pytest.mark.parametrize("table", ["nothing", "office.nothing", "x; DROP TABLE large; --", ""])
def test_a_table_that_there_is_not(
    table: str, server: PostgresServer, prevent: Prevent, tmp_path: Path
) -> None:
    given = ("--db", server.url, "--table", table, "--out", str(tmp_path / "out.csv"))
    ran = prevent("decide", *given)
    assert (ran.status, ran.out) == (2, "")
    assert "Traceback" not in ran.err
    assert "fault of the program" not in ran.err
    assert list(tmp_path.iterdir()) == []


def test_a_password_is_never_told(prevent: Prevent, tmp_path: Path) -> None:
    address = "postgresql://me:s3cret@127.0.0.1:1/college"
    ran = prevent("decide", "--db", address, "--table", "t", "--out", str(tmp_path / "out.csv"))
    assert ran.status == 2
    assert "postgresql://me@127.0.0.1:1/college t" in ran.err
    assert "s3cret" not in ran.err


def test_a_server_that_goes_away_leaves_a_message_and_nothing_else(
    server: PostgresServer, prevent: Prevent, tmp_path: Path
) -> None:
    """The connection is ended as soon as the copy has begun."""
    ended: list[int] = []

    def end() -> None:
        with psycopg.connect(server.url, autocommit=True) as connection:
            while not ended:
                found = connection.execute(
                    "SELECT pid, pg_terminate_backend(pid) FROM pg_stat_activity"
                    " WHERE application_name = 'prevent' AND query LIKE 'COPY%'"
                ).fetchall()
                ended.extend(pid for pid, _ in found)
                time.sleep(0.001)

    worker = threading.Thread(target=end, daemon=True)
    worker.start()
    given = ("--db", server.url, "--table", "large", "--out", str(tmp_path / "out.csv"))
    ran = prevent("decide", *given)
    worker.join(timeout=10)
    assert len(ended) == 1
    assert (ran.status, ran.out) == (2, "")
    assert "could not give the whole table" in ran.err
    assert "Nothing was decided" in ran.err
    assert list(tmp_path.iterdir()) == []

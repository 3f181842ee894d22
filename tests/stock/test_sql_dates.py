"""A day and a period after it are the same day in SQL as in ``prevent.dates``."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

import duckdb
import psycopg
from sqlglot import exp

from prevent import dates
from prevent.dates import Calendar, CalendarError, Period
from prevent.stock.postgres_server import PostgresServer
from prevent.targets.sql.calendar import CALENDAR, calendar_steps, working_days_later
from prevent.targets.sql.dialect import Dialect, Sql
from prevent.targets.sql.query import with_steps
from prevent.targets.sql.table import DIALECTS
from prevent.targets.sql.words import day, name, table

CALENDAR_OF_TWO_YEARS = Calendar.of(
    [date(2023, 1, 2), date(2024, 2, 29), date(2024, 3, 1), date(2024, 12, 25), date(2024, 12, 31)]
)
DAYS = [
    *(date(2022, 12, 20) + timedelta(days=each) for each in range(760)),
    *(
        date(year, month, last)
        for year in (1900, 2000, 2199)
        for month, last in ((2, 28), (12, 31))
    ),
]
PERIODS = [
    *(Period(number, "months") for number in (-25, -13, -12, -1, 1, 11, 12, 24)),
    *(Period(number, "weeks") for number in (-1, 3)),
    *(Period(number, "days") for number in (-366, -1, 1, 31)),
    *(Period(number, "working_days") for number in (-20, -2, -1, 1, 2, 10, 260)),
]


def test_duckdb_counts_as_we_do() -> None:
    with duckdb.connect() as database:
        assert_same(database.execute(statement(DIALECTS["duckdb"])).fetchall())


def test_postgresql_counts_as_we_do() -> None:
    server = PostgresServer()
    try:
        with psycopg.connect(server.url) as database:
            assert_same(database.execute(statement(DIALECTS["postgres"]).encode()).fetchall())
    finally:
        server.close()


def assert_same(rows: Sequence[tuple[date | None, ...]]) -> None:
    assert len(rows) == len(DAYS)
    for start, *moved in rows:
        assert start is not None
        for period, later in zip(PERIODS, moved, strict=True):
            assert later == ours(start, period), (start, period)


def ours(start: date, period: Period) -> date | None:
    try:
        return dates.add(start, period, CALENDAR_OF_TWO_YEARS)
    except CalendarError:
        return None


def statement(dialect: Dialect) -> str:
    """A query of every day and every period after it."""

    def later(period: Period) -> Sql:
        start = name("given", "day")
        if period.unit == "working_days":
            return working_days_later(start, period.number, CALENDAR_OF_TWO_YEARS, dialect)
        return dialect.later(start, period)

    starts = exp.values([(day(each),) for each in DAYS], alias="given", columns=["day"])
    query = exp.select(name("given", "day"), *map(later, PERIODS)).from_(starts)
    query = query.join(table(CALENDAR), join_type="cross")
    steps = calendar_steps(CALENDAR_OF_TWO_YEARS, dialect)
    return with_steps(query, steps, dialect).sql(dialect.sqlglot)

"""The databases there are: one row each."""

from __future__ import annotations

from collections.abc import Mapping

from prevent.targets.sql.dialect import Dialect
from prevent.targets.sql.duckdb import DuckDb
from prevent.targets.sql.postgres import Postgres
from prevent.targets.sql.spark import Spark

DIALECTS: Mapping[str, Dialect] = {each.name: each for each in (DuckDb(), Postgres(), Spark())}

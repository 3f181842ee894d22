"""Registers to measure with, made by ``prevent sample``, and what DuckDB does with them alone."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import duckdb

from benchmarks.measurement import AS_OF, ROOT, NotMeasuredError
from benchmarks.timing import environment, prevent
from prevent.bulk import found
from prevent.bulk.judged import VALID, Judged
from prevent.bulk.register import ROW, of_parquet
from prevent.conditions.lower import flat_name
from prevent.rules.columns import columns
from prevent.rules.rows import Cell
from prevent.rules.ruleset import KindRules, RuleSet
from prevent.targets.sql.queries import bits_query, told_list, view

SEED = 7
_NO_STEPS = ("RESULT_COLLECTOR", "EXPLAIN_ANALYZE")
"""What stands in DuckDB's plans and is none of the query's own steps."""


def make_register(file: Path, rows: int, kind: str, policy: Path | None = None) -> Path:
    """A register of so many flat requests in Parquet, by the policy given or this repository's."""
    command = prevent("sample", "--rows", str(rows), "--seed", str(SEED), "--kind", kind)
    command += ["--flat", "--out", str(file)]
    command += ["--policy", str(policy)] if policy else []
    done = subprocess.run(command, cwd=ROOT, env=environment(), capture_output=True, check=False)
    if done.returncode:
        raise NotMeasuredError(f"no register could be made: {done.stderr.decode().strip()}")
    return file


class Queries:
    """What DuckDB is asked of one register, with nothing of ``prevent decide`` around it.

    The rows are taken as valid, and nothing is written: every query gives one row.
    """

    def __init__(self, rule_set: RuleSet, kind: KindRules, register: Path) -> None:
        self._database = duckdb.connect()
        self._kind = kind
        self._bits = told_list(kind)
        self._columns = ", ".join(f'"{column.name}"' for column in columns(kind))
        made = f"SELECT *, true AS {VALID} FROM {of_parquet(register)}"
        self._run(f"CREATE VIEW judged AS {made}")
        self._run(f"CREATE VIEW requests AS SELECT * FROM {of_parquet(register)}")
        self._judged = Judged(kind, "judged", "", "", "")
        self._masks = bits_query(
            rule_set,
            kind,
            "duckdb",
            source="judged",
            keep=found.kept(self._judged),
            today=AS_OF,
        )
        self._run(view(rule_set, kind, "duckdb"))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._database.close()

    def rows(self, most: int) -> list[dict[str, Cell]]:
        """The first rows, as Python has them."""
        asked = self._database.execute(f"SELECT {self._columns} FROM requests LIMIT {most}")
        names = [column.name for column in columns(self._kind)]
        return [dict(zip(names, row, strict=True)) for row in asked.fetchall()]

    def count_values(self) -> None:
        """Count what each column holds: a scan that reads as little as it can."""
        counts = ", ".join(f'count("{column.name}")' for column in columns(self._kind))
        self._run(f"SELECT {counts} FROM requests")

    def read_values(self) -> None:
        """Read every value of every column: all go into one hash."""
        self._run(f"SELECT bit_xor(hash({self._columns})) FROM requests")

    def find(self) -> None:
        """Find all that there is to be found, as ``prevent decide`` does; all into one hash."""
        self._run(f"CREATE OR REPLACE TEMP TABLE combined AS {self._combinations()}")
        self._run(self._found())

    def masks(self) -> None:
        """Only the masks that say what is found, all into one hash."""
        names = ", ".join(found.masks_of(self._bits))
        self._run(f"SELECT bit_xor(hash({names})) FROM ({self._masks})")

    def view(self) -> None:
        """Read the published view, all of its columns into one hash."""
        name = f"prevent_{flat_name(self._kind.kind)}"
        self._run(f'SELECT bit_xor(hash(COLUMNS(*))) FROM "{name}"')

    def told(self) -> Mapping[str, object]:
        """How many combinations of findings there are, and the share of rows that has any."""
        self._run(f"CREATE OR REPLACE TEMP TABLE combined AS {self._combinations()}")
        asked = "SELECT count(*), sum(rows), sum(CASE WHEN len(findings) > 0 THEN rows END)"
        [(count, rows, some)] = self._database.execute(f"{asked} FROM combined").fetchall()
        return {"combinations": count, "share": (some or 0) / rows}

    def time_goes(self) -> str:
        """DuckDB's own account of the time of each step of both queries of :meth:`find`."""
        parts = ["the combinations of findings:", *self._explained(self._combinations())]
        self._run(f"CREATE OR REPLACE TEMP TABLE combined AS {self._combinations()}")
        parts += ["", "every row with its findings:", *self._explained(self._found())]
        return "\n".join([*parts, "", "Seconds of all threads together, as EXPLAIN ANALYZE says."])

    def _combinations(self) -> str:
        return found.combinations(self._masks, self._bits)

    def _found(self) -> str:
        decided = found.decisions(self._masks, "combined", self._judged, self._bits)
        return f"SELECT bit_xor(hash({ROW[1:]}, reference, outcome, findings)) FROM ({decided})"

    def _run(self, query: str) -> None:
        self._database.execute(query).fetchall()

    def _explained(self, query: str) -> list[str]:
        [(_, text)] = self._database.execute(f"EXPLAIN (ANALYZE, FORMAT json) {query}").fetchall()
        return [
            f"  {seconds:7.3f} s  {rows:>12,} rows  {name}"
            for seconds, rows, name in _steps(json.loads(text))
        ]


def _steps(plan: Mapping[str, Any], depth: int = 0) -> list[tuple[float, int, str]]:
    """The steps of a plan, the last first, each indented below what it is for."""
    own: list[tuple[float, int, str]] = []
    name = str(plan.get("type", ""))
    if name and name not in _NO_STEPS:
        step = "  " * depth + name.lower().replace("_", " ")
        own = [(float(plan["timing"]), int(plan["intermediate_rows"]), step)]
        depth += 1
    inner: Sequence[Mapping[str, Any]] = plan.get("operator") or plan.get("children") or ()
    return own + [step for child in inner for step in _steps(child, depth)]

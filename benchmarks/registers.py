"""Registers to measure with, made by ``prevent sample``, and what DuckDB does with them alone."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from benchmarks.measurement import AS_OF, ROOT, NotMeasuredError
from benchmarks.timing import environment, prevent
from prevent.bulk import found
from prevent.bulk.database import Database
from prevent.bulk.judged import Judging
from prevent.bulk.output import OPTIONS
from prevent.bulk.quoting import DIALECT
from prevent.bulk.register import ROW
from prevent.bulk.stored import Opening, open_file
from prevent.conditions.lower import flat_name
from prevent.rules.columns import columns
from prevent.rules.rows import Cell
from prevent.rules.ruleset import KindRules, RuleSet
from prevent.targets.sql.queries import bits_query, told_list, view

SEED = 7
VIEWED = 1_000_000
"""How many rows of a register the published view looks at, at most: it is slower than the rest."""
_NO_STEPS = ("RESULT_COLLECTOR", "EXPLAIN_ANALYZE")
"""What stands in DuckDB's plans and is none of the query's own steps."""


def make_register(file: Path, rows: int, kind: str, *, flat: bool = True) -> Path:
    """A register of so many requests in Parquet, without lists where they are ``flat``."""
    command = prevent("sample", "--rows", str(rows), "--seed", str(SEED), "--kind", kind)
    command += [*(["--flat"] if flat else []), "--out", str(file)]
    done = subprocess.run(command, cwd=ROOT, env=environment(), capture_output=True, check=False)
    if done.returncode:
        raise NotMeasuredError(f"no register could be made: {done.stderr.decode().strip()}")
    return file


class Queries:
    """What DuckDB is asked of one register, with nothing of ``prevent decide`` around it.

    Nothing is written, and nothing confirmed: every query gives one row. The day of the check is
    that of all measurements.
    """

    def __init__(self, rule_set: RuleSet, kind: KindRules, register: Path) -> None:
        self._rule_set = rule_set
        self._kind = kind
        self._kinds = list(rule_set.kinds)
        self._database = Database(register.parent)
        opening = Opening(rule_set, str(register), kind.kind, self._database)
        opened = open_file(opening, register, None)
        self._database.view("register", f"SELECT * FROM {opened.relation}")
        own = [column.name for column in columns(kind) if column.name in opened.types]
        self._columns = ", ".join(f'"{name}"' for name in own)
        self._counts = ", ".join(f'count("{name}")' for name in own)
        judging = Judging(self._database, opened, repeated="")
        self._judged = judging.rows_of(kind, "judged", "true")
        # It has every column, whatever the register leaves out.
        most = f"WHERE {ROW} <= {VIEWED}"
        self._database.view("requests", f"SELECT * FROM {self._judged.called} {most}")
        lists = self._judged.lists
        self._bits = [each for each in told_list(kind) if not each.each or each.each in lists]
        self._judging = self._masked(self._judged.called)
        self._trusting = self._masked(self._judged.trusted)

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
        cells = self._database.run(f"SELECT {self._columns} FROM register LIMIT {most}")
        names = list(self._database.columns(f"SELECT {self._columns} FROM register"))
        return [dict(zip(names, row, strict=True)) for row in cells]

    def count_values(self) -> None:
        """Count what each column holds: a scan that reads as little as it can."""
        self._database.run(f"SELECT {self._counts} FROM register")

    def read_values(self) -> None:
        """Read every value of every column: all go into one hash."""
        self._database.run(f"SELECT bit_xor(hash({self._columns})) FROM register")

    def masks(self) -> None:
        """Judge every row, and make the masks that say what is found, all into one hash."""
        names = ", ".join([*found.masks_of(self._bits), found.DECIDED])
        self._database.run(f"SELECT bit_xor(hash({names})) FROM ({self._judging})")

    def find(self) -> None:
        """Judge all rows and find all there is to find, as ``prevent decide`` does."""
        # It begins with nothing kept, so that no time before takes up memory.
        self._database.run("DROP TABLE IF EXISTS combined")
        self._database.run("DROP TABLE IF EXISTS kept")
        kept = not found.made_again(self._judged, self._bits)
        if kept:
            self._database.table("kept", self._judging)
        self._database.view("masked", "SELECT * FROM kept" if kept else self._judging)
        self._database.table("combined", self._combinations())
        if not kept:
            self._database.view("masked", self._trusting)
        for statement in found.made_ready("combined", self._bits) if self._looked_up() else ():
            self._database.run(statement)
        self._database.run(self._found())

    def copy(self) -> None:
        """Write as many decisions with nothing found out: what reading and writing take alone."""
        query = (
            f"SELECT {ROW} AS row, reference, CAST('event' AS ENUM('event')) AS kind,"
            " CAST('allowed' AS ENUM('allowed')) AS outcome,"
            f" CAST([] AS {found.FINDINGS_TYPE}) AS findings FROM register"
        )
        written = self._database.folder / "copy.parquet"
        self._database.write(query, written, OPTIONS["parquet"])
        written.unlink()

    def view(self) -> None:
        """Read the view as it is published, all of its columns into one hash, so far as VIEWED."""
        name = f"prevent_{flat_name(self._kind.kind)}"
        self._database.run(view(self._rule_set, self._kind, DIALECT))
        self._database.run(f'SELECT bit_xor(hash(COLUMNS(*))) FROM "{name}"')

    def told(self) -> tuple[int, float]:
        """How many combinations of findings there are, and the share of rows that has any."""
        self.find()
        asked = "SELECT count(*), sum(rows), sum(CASE WHEN len(findings) > 0 THEN rows END)"
        [(count, rows, some)] = self._database.run(f"{asked} FROM combined")
        return count, (some or 0) / rows

    def time_goes(self) -> str:
        """DuckDB's own account of the time of each step of :meth:`find`."""
        self.find()
        steps = {
            "judging every row, and the combinations of what is found": self._combinations(),
            "every row with its findings": self._found(),
        }
        parts = [f"{name}:\n{self._explained(query)}\n" for name, query in steps.items()]
        return "\n".join([*parts, "Seconds of all threads together, as EXPLAIN ANALYZE says."])

    def _masked(self, rows: str) -> str:
        """The masks of the rows: as judged, or of those that are known to be valid."""
        masks = bits_query(
            self._rule_set,
            self._kind,
            DIALECT,
            source=rows,
            keep=found.kept(self._judged),
            today=AS_OF,
        )
        return found.masked(masks, self._judged, self._bits)

    def _combinations(self) -> str:
        return found.combinations("masked", self._bits)

    def _found(self) -> str:
        decided = found.decisions(
            "masked",
            "combined",
            self._judged,
            self._bits,
            self._kinds,
            ready=self._looked_up(),
        )
        return f"SELECT bit_xor(hash(row, outcome, findings)) FROM ({decided})"

    def _looked_up(self) -> bool:
        [(count,)] = self._database.run("SELECT count(*) FROM combined")
        return found.looked_up(count, self._bits)

    def _explained(self, query: str) -> str:
        [(_, text)] = self._database.run(f"EXPLAIN (ANALYZE, FORMAT json) {query}")
        return "\n".join(
            f"  {seconds:7.3f} s  {rows:>12,} rows  {name}"
            for seconds, rows, name in _steps(json.loads(text))
        )


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

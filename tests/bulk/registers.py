"""Registers for the tests: written in every format, decided by the command, read again."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence, Sized
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import duckdb

from prevent.rules.columns import Column, columns
from prevent.rules.ruleset import KindRules
from processes import Prevent, Ran

LEAFLET: Mapping[str, Any] = {
    "kind": "leaflet",
    "reference": "L-1",
    "requested_by": "staff",
    "source": "dmm",
    "distribute_from": "2026-04-20",
}
"""A leaflet with which nothing is wrong."""

EVENT: Mapping[str, Any] = {
    "kind": "event",
    "reference": "E-1",
    "requested_by": "staff",
    "date": "2026-04-20",
}
AS_OF = ("--as-of", "2026-03-10")


def write(path: Path, rows: Sequence[Mapping[str, Any]], kind: KindRules | None = None) -> Path:
    """Write rows as the name of the file says; typed by the kind's columns where it is Parquet."""
    text = "\n".join(json.dumps(row, default=str) for row in rows) + "\n"
    if path.suffix == ".ndjson":
        path.write_text(text, encoding="utf-8")
        return path
    source = path.with_suffix(".source.ndjson")
    source.write_text(text, encoding="utf-8")
    names = list(dict.fromkeys(name for row in rows for name in row))
    types = {c.name: sql_type(c) for c in columns(kind)} if kind else {}
    own = ", ".join(f"'{name}': '{types.get(name, 'VARCHAR')}'" for name in names)
    cells = ", ".join(
        f'to_json("{name}") AS "{name}"'
        if types.get(name, "").endswith("[]") and path.suffix == ".csv"
        else f'"{name}"'
        for name in names
    )
    written = "FORMAT parquet" if path.suffix == ".parquet" else "FORMAT csv, HEADER"
    duckdb.sql(
        f"COPY (SELECT {cells} FROM read_json('{source}', columns = {{{own}}},"
        f" format = 'newline_delimited')) TO '{path}' ({written})"
    )
    source.unlink()
    return path


def sql_type(column: Column) -> str:
    """What a typed register stores a column as."""
    if column.type == "list":
        return f"STRUCT({', '.join(f'{c.name} {sql_type(c)}' for c in column.columns)})[]"
    return {"date": "DATE", "number": "BIGINT"}.get(column.type, "VARCHAR")


@dataclass(frozen=True)
class Decided:
    """A finished run: the decisions and the rejects by row, and what was printed."""

    ran: Ran
    decisions: dict[int, dict[str, Any]]
    rejects: dict[int, dict[str, Any]]


def counted(things: Sized, what: str) -> str:
    return f"{len(things):,} {what}{'' if len(things) == 1 else 's'}"


def decide(prevent: Prevent, register: Path, *arguments: str, cwd: Path | None = None) -> Decided:
    """Decide a register that can be read; every row of it comes out once."""
    out = register.parent / f"{register.stem}-decisions.ndjson"
    given = (str(register), "--out", str(out), *AS_OF, *arguments)
    ran = prevent("decide", *given, **({"cwd": cwd} if cwd else {}))
    assert out.exists(), ran.err
    decisions = read(out)
    rejects = read(out.with_name(f"{out.stem}.rejects.ndjson"))
    came = sorted(row["row"] for row in (*decisions, *rejects))
    assert came == list(range(1, len(came) + 1))
    found = counted(decisions, "decision"), counted(rejects, "reject")
    assert f"{counted(came, 'row')} in = {' + '.join(found)}.\n" in ran.out
    worst = 2 if rejects else int(any(row["outcome"] != "allowed" for row in decisions))
    assert ran.status == worst
    return Decided(
        ran, {row["row"]: row for row in decisions}, {row["row"]: row for row in rejects}
    )


def read(path: Path) -> list[dict[str, Any]]:
    """The rows of a file of JSON lines."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def plain(value: object) -> object:
    """Dates as text, as JSON has them."""
    return value.isoformat() if isinstance(value, date) else value

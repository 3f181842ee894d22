"""Spark decides a register as DuckDB does: the same decisions and the same rejects, row by row."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import duckdb
import pytest
from registers import AS_OF, EVENT, LEAFLET, plain
from slips_in_rows import SLIPS

from prevent.rules.columns import columns
from processes import ROOT, Prevent
from random_rows import random_asked
from sample_requests import rules

pytestmark = pytest.mark.spark

COLLEGE = ("--policy", str(ROOT / "examples" / "college" / "policy"))
Rows = dict[int, dict[str, Any]]


def both(prevent: Prevent, register: Path, *more: str) -> tuple[Rows, Rows]:
    """The decisions and the rejects of a register, which both engines agree on."""
    came: dict[str, tuple[Rows, Rows]] = {}
    said: dict[str, list[str]] = {}
    for engine in ("duckdb", "spark"):
        out = register.parent / f"{register.stem}-{engine}.ndjson"
        given = ["decide", str(register), "--out", str(out), *AS_OF, *more, "--engine", engine]
        ran = prevent(*given, timeout=600)
        assert out.exists(), ran.err
        assert ran.err == ""
        came[engine] = (rows_of(out), rows_of(out.with_name(f"{out.stem}.rejects.ndjson")))
        said[engine] = ran.out.splitlines()[1:-2]
    assert said["spark"] == said["duckdb"]
    for mine, theirs in zip(came["spark"], came["duckdb"], strict=True):
        assert mine.keys() == theirs.keys()
        for number, row in theirs.items():
            assert in_no_order(mine[number]) == in_no_order(row)
    return came["spark"]


def rows_of(out: Path) -> Rows:
    """The rows of a file, or of the parts in a folder, by their numbers."""
    files = sorted(out.glob("part-*")) if out.is_dir() else [out]
    # What ends a line in a text of Unicode does not end a line of JSON.
    lines = [line for file in files for line in file.read_text(encoding="utf-8").split("\n")]
    rows = [json.loads(line) for line in lines if line]
    assert len({row["row"] for row in rows}) == len(rows)
    return {row["row"]: row for row in rows}


def in_no_order(row: dict[str, Any]) -> dict[str, Any]:
    """A row whose findings, and who acts, are in an order of ours: they have none."""
    found = [{**each, "who": sorted(each["who"])} for each in row.get("findings", ())]
    return {**row, "findings": sorted(found, key=json.dumps)}


def every_row() -> Iterator[dict[str, Any]]:
    """Random requests of all three kinds, with rows among them that are none."""
    rule_set = rules("policy").rule_set
    number = 0
    for kind in rule_set.kinds.values():
        for asked in random_asked(kind, rule_set, 11, 150):
            number += 1
            row = {k: v for k, v in asked.row.items() if v is not None}
            yield {**row, "kind": kind.kind, "reference": f"R-{number}"}
    for name, (row, _, _) in SLIPS.items():
        yield row if "reference" in name else {**row, "reference": name}
    yield {**LEAFLET, "reference": "twice"}
    yield {**EVENT, "reference": "twice"}
    yield {**LEAFLET, "reference": "Zoë 李 \U0001f600 \u202e"}
    yield {**LEAFLET, "source": "\u200b" + "é" * 70, "reference": "long and hidden"}
    yield {**LEAFLET, "source": "a\\b'c\"d\n\t$1", "reference": "\\ ' \" $1"}
    yield {**EVENT, "approvals__managing_director__decision": "granted", "date": "x"}


def test_lines_of_json(prevent: Prevent, tmp_path: Path) -> None:
    lines = [json.dumps(row, default=plain) for row in every_row()]
    good = json.dumps(LEAFLET)
    item = json.dumps({**EVENT, "reference": "of items "})[:-1]
    lines += [
        *("{", "[]", "null", '"leaflet"', f"{good} x", f"{good}]", f"{good}}}", f"[{good}]"),
        *(f'{good[:-1]}, "source": "learner"}}', good.replace("L-1", "\\ud800"), "NaN", "{'a': 1}"),
        *(good.replace("L-1", "\\ud83d\\ude00"), good.replace("L-1", "\\u0000"), " \t", ""),
        *(
            f'{item.replace("of items", str(n))}, "speakers": {each}}}'
            for n, each in enumerate(ODD_LISTS)
            if each not in STRICTER
        ),
        *(good.replace('"L-1"', each) for each in ("12", "-1", "true", "[1]", "null", "1e3")),
        good.replace('"dmm"', "5"),
        good.replace('"2026-04-20"', '" 2026-04-20"'),
        json.dumps({**LEAFLET, "related_to_programme": True}),
        json.dumps({**LEAFLET, "related_to_programme": "TRUE"}),
    ]
    register = tmp_path / "register.ndjson"
    body = "\n".join(lines).encode() + b"\n" + good.replace("L-1", "caf").encode() + b"\xff\n"
    register.write_bytes(body)
    decisions, rejects = both(prevent, register)
    assert {row["kind"] for row in decisions.values()} == {"event", "leaflet", "booking"}
    assert any(found["list"] for row in decisions.values() for found in row["findings"])
    assert len(rejects) > len(SLIPS)


ODD_LISTS = (
    *("[]", "null", "{}", '"x"', "[1]", "[[]]", '[{"name": "A"}, null]', '[{"name": null}]'),
    *('[{"name": "A", "name": "B"}]', '[{"name": 5}]', '[{"name": "A", "values": true}]'),
    *('[{"name": "A"}] x', '[{"name": "A"},]', '[{"name": "A", "other": 1}]', '[{"NAME": "A"}]'),
)


ALMOST = '[{"name": "A"},]'
"""What is not quite JSON, though DuckDB reads it. Spark leaves it out."""
STRICTER = (ALMOST, '[{"name": "A", "name": "B"}]')
"""What makes a whole line on Spark none. Of the second DuckDB names the column."""


def test_lines_of_csv(prevent: Prevent, tmp_path: Path) -> None:
    rows = list(every_row())
    names = list(dict.fromkeys(name for row in rows for name in row))
    rows += [
        {**EVENT, "reference": f"list {n}", "speakers": x}
        for n, x in enumerate(ODD_LISTS)
        if x != ALMOST
    ]
    register = tmp_path / "register.csv"
    with register.open("w", encoding="utf-8", newline="") as opened:
        writer = csv.DictWriter(opened, names, lineterminator="\r\n")
        writer.writeheader()
        for row in rows:
            cells = {k: json.dumps(v) if isinstance(v, list) else v for k, v in row.items()}
            if not any("\n" in str(cell) for cell in cells.values()):
                writer.writerow(cells)
    with register.open("ab") as opened:
        commas = b"," * (len(names) - 1)
        for line in ODD_LINES:
            opened.write(line + commas + b"\n")
        opened.write(
            b"leaflet,too,few\n\n  \n" + commas + b",\n" + commas + b"\n" + b"last" + commas
        )
    _, rejects = both(prevent, register)
    reasons = " ".join(row["reason"] for row in rejects.values())
    for words in (
        "not UTF-8, from byte 4",
        "NUL byte",
        "unexpected end",
        "' expected after",
        "cells",
    ):
        assert words in reasons


ODD_LINES = (
    *(b'a"b"c', b'"a"b"c"', b'a","b', b'"a""b"', b'""""', b'""', b' "a" ', b"caf\xe9", b"a\0b"),
    *("Zo\u00eb caf\u00e9 \u2028".encode(), b"\xef\xbf\xbd \xff", b"x" * 1_100_000),
)


def test_a_typed_register_in_several_files(prevent: Prevent, tmp_path: Path) -> None:
    parts = tmp_path / "register.parquet"
    parts.mkdir()
    for kind in ("booking", "event", "leaflet"):
        made = tmp_path / f"{kind}.parquet"
        ran = prevent("sample", "--rows", "700", "--kind", kind, "--out", str(made))
        assert ran.status == 0, ran.err
        day = next(
            c.name for c in columns(rules("policy").rule_set.kinds[kind]) if c.type == "date"
        )
        hour = "INTERVAL (CASE WHEN substr(reference, -1) = '7' THEN 1 ELSE 0 END) HOUR"
        duckdb.execute(
            f"COPY (SELECT * REPLACE (CAST({day} AS TIMESTAMP) + {hour} AS {day}),"
            f" '{kind}' AS kind_of FROM '{made}') TO '{parts / made.name}'"
        )
    whole = tmp_path / "whole.parquet"
    files = f"'{parts}/*.parquet', union_by_name = true, filename = true"
    duckdb.execute(
        f"COPY (SELECT * EXCLUDE (filename) FROM read_parquet({files}) ORDER BY filename)"
        f" TO '{whole}'"
    )
    decisions, rejects = both(prevent, whole, "--threads", "1")
    out = tmp_path / "parts.csv"
    spark = ("--engine", "spark", *AS_OF, "--threads", "2")
    ran = prevent("decide", str(parts), "--out", str(out), *spark, timeout=600)
    assert ran.err == ""
    rows = [row for file in out.glob("part-*") for row in in_csv(file)]
    said = {int(row["row"]): (row["outcome"], json.loads(row["findings"])) for row in rows}
    assert {n: in_no_order({"findings": found}) for n, (_, found) in said.items()} == {
        n: in_no_order({"findings": row["findings"]}) for n, row in decisions.items()
    }
    assert {n: outcome for n, (outcome, _) in said.items()} == {
        n: row["outcome"] for n, row in decisions.items()
    }
    assert rejects


def in_csv(file: Path) -> list[dict[str, str]]:
    """The rows of a part in CSV."""
    with file.open(encoding="utf-8", newline="") as opened:
        return list(csv.DictReader(opened))


def test_numbers_of_every_type(prevent: Prevent, tmp_path: Path) -> None:
    row = {"kind": "room-booking", "room_tier": "tier-1", "purpose": "talk", "hirer": "staff"}
    cells = ", ".join(f"'{value}' AS {name}" for name, value in row.items())
    said = ("0", "5", "-1", "2.5", "1000000000", "1000000001", "12345678.5", "1e16", "1.5e300")
    small = (
        "0.00012",
        "0.000021",
        "1e-9",
        "nan",
        "inf",
        "-inf",
        "-0.0",
        "123456789012345.5",
        "0.1",
    )
    for stored in ("DOUBLE", "DECIMAL(38, 12)"):
        texts = ", ".join(f"('{each}')" for each in (*said, *small))
        values = f"SELECT TRY_CAST(said AS {stored}) AS audience FROM (VALUES {texts}) AS t(said)"
        register = tmp_path / f"{stored[:3]}.parquet"
        duckdb.execute(
            f"COPY (SELECT {cells}, DATE '2026-04-20' AS date, audience FROM ({values}))"
            f" TO '{register}'"
        )
        both(prevent, register, *COLLEGE)
    lines = [json.dumps({**row, "date": "2026-04-20"})[:-1] for _ in NUMBERS]
    register = tmp_path / "numbers.ndjson"
    made = (f'{line}, "audience": {said}}}' for line, said in zip(lines, NUMBERS, strict=True))
    register.write_text("\n".join(made))
    both(prevent, register, *COLLEGE)


NUMBERS: Sequence[str] = (
    *("0", "5", "5.0", "10.0", "5e0", "1e2", "1e9", "1e10", "-1", "-0", "2.5", '"12"', "true"),
    *("[1]", "null", "1000000000.0", "1000000001"),
)

"""Whatever a register is stored as, and whatever is written, the same is decided."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import duckdb
import pytest
from registers import AS_OF, EVENT, LEAFLET, decide, read, write

from prevent.requirements.day import IN_FORCE_ON
from processes import Prevent
from sample_requests import rules

SPEAKER = {"name": "A. Speaker", "values": "contrary", "extremism_concern": "none"}
ROWS: list[dict[str, Any]] = [
    {**EVENT, "speakers": [SPEAKER, {**SPEAKER, "name": 'B, "Bo"\nSpeaker', "values": "shared"}]},
    {**EVENT, "reference": "E-2"},
    {**EVENT, "reference": "E-3", "date": "31/12/2026"},
    {**EVENT, "reference": "E-4", "requested_by": "external-agency", "received_on": "2026-04-01"},
]


@pytest.fixture(scope="module")
def expected(prevent: Prevent, tmp_path_factory: pytest.TempPathFactory) -> dict[int, Any]:
    register = write(tmp_path_factory.mktemp("expected") / "register.ndjson", ROWS)
    came = decide(prevent, register)
    assert {row["outcome"] for row in came.decisions.values()} == {
        "allowed",
        "referred",
        "action-needed",
    }
    assert set(came.rejects) == {3}
    assert [each["item"] for each in came.decisions[1]["findings"] if each["list"]] == [0]
    return came.decisions


@pytest.mark.parametrize("suffix", [".csv", ".parquet", ".jsonl", ".pq"])
def test_a_register_of_text(
    suffix: str, expected: dict[int, Any], prevent: Prevent, tmp_path: Path
) -> None:
    same = {".jsonl": ".ndjson", ".pq": ".parquet"}.get(suffix, suffix)
    register = write(tmp_path / f"register{same}", ROWS).rename(tmp_path / f"register{suffix}")
    assert decide(prevent, register).decisions == expected


@pytest.mark.parametrize("suffix", [".csv", ".parquet"])
def test_a_typed_register(
    suffix: str, expected: dict[int, Any], prevent: Prevent, tmp_path: Path
) -> None:
    rows = [row for row in ROWS if row["reference"] != "E-3"]
    kind = rules("policy").rule_set.kinds["event"]
    came = decide(prevent, write(tmp_path / f"register{suffix}", rows, kind))
    assert [row["findings"] for row in came.decisions.values()] == [
        row["findings"] for row in expected.values()
    ]


def test_a_table_of_duckdb(expected: dict[int, Any], prevent: Prevent, tmp_path: Path) -> None:
    source = write(tmp_path / "source.parquet", ROWS)
    file, out = tmp_path / "it's.duckdb", tmp_path / "out.ndjson"
    with duckdb.connect(str(file)) as database:
        database.execute(f"CREATE SCHEMA office; CREATE TABLE office.\"all\" AS FROM '{source}'")
    where = ("--db", f"duckdb:///{file}", "--table")
    ran = prevent("decide", *where, "office.all", "--out", str(out), *AS_OF)
    assert ran.status == 2
    assert {row["row"]: row for row in read(out)} == expected
    wrong = prevent("decide", *where, "office.al", "--out", str(out), *AS_OF)
    assert (wrong.status, wrong.out) == (2, "")
    assert "Did you mean 'office.all'?" in wrong.err


def test_the_format_named_counts_for_the_register(prevent: Prevent, tmp_path: Path) -> None:
    register = write(tmp_path / "register.csv", [LEAFLET]).rename(tmp_path / "register.txt")
    assert decide(prevent, register, "--input-format", "csv").decisions[1]["outcome"] == "allowed"


def test_what_is_written_says_the_same_in_every_format(
    expected: dict[int, Any], prevent: Prevent, tmp_path: Path
) -> None:
    register = write(tmp_path / "register.ndjson", ROWS)
    for suffix in (".parquet", ".csv"):
        prevent("decide", str(register), "--out", str(tmp_path / f"out{suffix}"), *AS_OF)
    with (tmp_path / "out.csv").open(encoding="utf-8", newline="") as opened:
        rows = list(csv.DictReader(opened))
    in_csv = [{**row, "findings": json.loads(row["findings"])} for row in rows]
    assert in_csv == [{**row, "row": str(row["row"])} for row in expected.values()]
    with (tmp_path / "out.rejects.csv").open(encoding="utf-8", newline="") as opened:
        (reject,) = csv.DictReader(opened)
    assert (reject["row"], reject["reference"], reject["column"]) == ("3", "E-3", "date")
    query = f"SELECT to_json(d) FROM '{tmp_path / 'out.parquet'}' AS d"
    assert [json.loads(row) for (row,) in duckdb.execute(query).fetchall()] == list(
        expected.values()
    )


def test_rows_of_several_kinds_come_out_in_their_order(prevent: Prevent, tmp_path: Path) -> None:
    rows = [LEAFLET, {**EVENT}, {**LEAFLET, "reference": "L-2"}]
    came = decide(prevent, write(tmp_path / "register.csv", rows))
    assert [row["kind"] for row in came.decisions.values()] == ["leaflet", "event", "leaflet"]
    assert list(came.decisions) == [1, 2, 3]


@pytest.mark.parametrize(
    ("rows", "more", "out"),
    [
        (30_000, [], "out.parquet"),
        (1_000_000, ["--flat"], "out.parquet"),
        (300_000, ["--flat"], "out.csv"),
    ],
    ids=["with speakers", "flat", "as CSV"],
)
def test_rows_of_one_kind_come_out_in_their_order(
    rows: int, more: list[str], out: str, prevent: Prevent, tmp_path: Path
) -> None:
    # As many as are written in several blocks, by several threads.
    register, decided = tmp_path / "register.parquet", tmp_path / out
    given = ("--rows", str(rows), "--kind", "event", "--out", str(register), *more)
    assert prevent("sample", *given).status == 0
    prevent("decide", str(register), "--out", str(decided))
    came = (row for (row,) in duckdb.execute(f"SELECT row FROM '{decided}'").fetchall())
    assert all(row == number for number, row in enumerate(came, start=1))


def test_the_kind_may_be_said_once_for_all(prevent: Prevent, tmp_path: Path) -> None:
    rows = [{k: v for k, v in LEAFLET.items() if k != "kind"}]
    register = write(tmp_path / "register.csv", rows)
    assert decide(prevent, register, "--kind", "leaflet").decisions[1]["kind"] == "leaflet"
    rows.append({**EVENT})
    came = decide(prevent, write(tmp_path / "mixed.ndjson", rows), "--kind", "leaflet")
    assert came.rejects[2]["column"] == "kind"


def test_columns_that_no_rule_looks_at_are_named(prevent: Prevent, tmp_path: Path) -> None:
    odd = 'x"; DROP TABLE requests; --'
    rows = [{**LEAFLET, "sid": "1", odd: "2", "title": "A leaflet", IN_FORCE_ON: "3"}]
    for suffix in (".csv", ".ndjson", ".parquet"):
        if suffix == ".parquet":
            duckdb.sql(
                f"COPY (FROM '{tmp_path / 'register.csv'}') TO '{tmp_path / 'register.parquet'}'"
            )
            register = tmp_path / "register.parquet"
        elif suffix == ".csv":
            register = tmp_path / "register.csv"
            with register.open("w", encoding="utf-8", newline="") as opened:
                writer = csv.DictWriter(opened, list(rows[0]))
                writer.writeheader()
                writer.writerows(rows)
        else:
            register = write(tmp_path / f"register{suffix}", rows)
        came = decide(prevent, register)
        (line,) = (x for x in came.ran.out.splitlines() if x.startswith("Columns that no rule"))
        assert all(name in line for name in ("sid", odd, "title", IN_FORCE_ON))
        assert came.decisions[1]["outcome"] == "allowed"

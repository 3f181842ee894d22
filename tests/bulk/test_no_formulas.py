"""A register's words are no formulas in the CSV files that come of it."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from processes import ROOT, Prevent

FORMULAS = (
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("http://evil.example")',
    "+1+cmd",
    "-1+cmd",
    "@SUM(A1)",
    "  =1+cmd",
    "\t=cmd",
    "\uff1dcmd",
)
KEPT = ("EV-2026-014", "-12", "+44 1632 960 000", "12", "a=b", "'x")


@pytest.mark.parametrize("source", ["external-agency", "=nobody"])
def test_a_cell_that_would_be_a_formula_begins_with_an_apostrophe(
    source: str, prevent: Prevent, tmp_path: Path
) -> None:
    with (tmp_path / "in.csv").open("w", encoding="utf-8", newline="") as opened:
        writer = csv.writer(opened)
        writer.writerow(["kind", "title", "requested_by", "source", "distribute_from", "reference"])
        for each in (*FORMULAS, *KEPT):
            writer.writerow(["leaflet", "x", "staff", source, "2027-01-11", each])
    written = "out.csv" if source == "external-agency" else "out.rejects.csv"
    for out in ("out.csv", "out.ndjson"):
        options = ("--out", out, "--policy", str(ROOT / "policy"))
        ran = prevent("decide", "in.csv", *options, cwd=tmp_path)
        assert "14 rows in" in ran.out
    with (tmp_path / written).open(encoding="utf-8", newline="") as opened:
        rows = list(csv.DictReader(opened))
    assert [row["reference"] for row in rows] == [*(f"'{each}" for each in FORMULAS), *KEPT]
    cells = {cell for row in rows for cell in row.values()} - set(KEPT)
    assert not any(cell[:1] in "=+-@\t\r\uff1d" for cell in cells if cell)
    exact = (tmp_path / written).with_suffix(".ndjson").read_text(encoding="utf-8")
    references = [json.loads(line)["reference"] for line in exact.splitlines()]
    assert references == [*FORMULAS, *KEPT]

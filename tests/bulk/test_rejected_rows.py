"""A row that is not a valid request is rejected with the reason, and stops no other."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from registers import LEAFLET, decide, write
from slips_in_rows import SLIPS

from processes import Prevent


def test_every_slip_is_rejected_with_its_reason(prevent: Prevent, tmp_path: Path) -> None:
    rows = [
        row
        if name in {"a blank reference", "a NUL in a reference"} or len(row["reference"]) > 99
        else {**row, "reference": name}
        for name, (row, _, _) in SLIPS.items()
    ]
    good = [{**LEAFLET, "reference": "first"}, *rows, {**LEAFLET, "reference": "last"}]
    came = decide(prevent, write(tmp_path / "register.ndjson", good))
    assert set(came.decisions) == {1, len(good)}
    for number, (name, (_, column, reason)) in enumerate(SLIPS.items(), start=2):
        reject = came.rejects[number]
        assert (reject["column"], name) == (column, name)
        assert reason in reject["reason"], name


@pytest.mark.parametrize("suffix", [".csv", ".parquet"])
def test_slips_of_one_kind_are_rejected_in_every_format(
    suffix: str, prevent: Prevent, tmp_path: Path
) -> None:
    slips = [(row, column) for row, column, _ in SLIPS.values() if row["kind"] == "leaflet"]
    rows = [
        {**row, "reference": f"L-{n}"}
        for n, (row, _) in enumerate(slips)
        if row["reference"] == "L-1"
    ]
    columns = [column for row, column in slips if row["reference"] == "L-1"]
    every = {name: None for row in rows for name in row}
    came = decide(
        prevent, write(tmp_path / f"register{suffix}", [{**every, **row} for row in rows])
    )
    assert [row["column"] for row in came.rejects.values()] == columns


def test_numbers_that_are_none_are_rejected(prevent: Prevent, tmp_path: Path) -> None:
    college = Path(__file__).parents[2] / "examples" / "college"
    row = {
        "kind": "room-booking",
        "date": "2026-04-20",
        "room_tier": "tier-1",
        "purpose": "talk",
        "hirer": "staff",
    }
    numbers: list[Any] = [0, 1_000_000_000, 5.0, -1, 2.5, "12", 1_000_000_001, 1e300, True, [1]]
    rows = [{**row, "audience": number} for number in numbers]
    came = decide(prevent, write(tmp_path / "r.ndjson", rows), "--policy", str(college / "policy"))
    assert set(came.decisions) == {1, 2, 3}
    assert {reject["column"] for reject in came.rejects.values()} == {"audience"}
    texts = [
        {**row, "audience": text} for text in ("0", "007", "-1", "1e3", "2.5", "1 000", "\uff11")
    ]
    came = decide(prevent, write(tmp_path / "r.csv", texts), "--policy", str(college / "policy"))
    assert set(came.decisions) == {1}


def test_some_but_not_all_of_several_options_are_rejected(prevent: Prevent, tmp_path: Path) -> None:
    college = Path(__file__).parents[2] / "examples" / "college"
    row = {
        "kind": "room-booking",
        "date": "2026-04-20",
        "room_tier": "tier-1",
        "purpose": "talk",
        "hirer": "staff",
        "audience": 10,
    }
    every = {f"arrangements__{each}": "no" for each in ("first_aider", "stewards", "recording")}
    whole = {**row, **every, "arrangements__independent_chair": True}
    rows = [row, whole, {**row, **every}, {**row, "approvals__principal__latest": "2026-01-01"}]
    came = decide(prevent, write(tmp_path / "r.ndjson", rows), "--policy", str(college / "policy"))
    assert set(came.decisions) == {1, 2}
    assert came.rejects[3]["column"] == "arrangements__independent_chair"
    assert came.rejects[4]["column"] == "approvals__principal__latest"


def test_days_beyond_the_known_bank_holidays_are_rejected(prevent: Prevent, tmp_path: Path) -> None:
    college = Path(__file__).parents[2] / "examples" / "college"
    row = {
        "kind": "room-booking",
        "room_tier": "tier-1",
        "purpose": "talk",
        "hirer": "outside",
        "audience": 10,
        "received_on": "2150-01-01",
    }
    rows = [
        {**row, "date": "2150-04-20"},
        {**row, "received_on": "2026-01-05", "date": "2026-04-20"},
    ]
    came = decide(prevent, write(tmp_path / "r.ndjson", rows), "--policy", str(college / "policy"))
    assert set(came.decisions) == {2}
    assert "bank holidays" in came.rejects[1]["reason"]


@pytest.mark.parametrize("references", [["R-1", "R-1", "R-2"], ["a", "b", "a"], ["7", "07", "07"]])
def test_every_row_of_a_repeated_reference_is_rejected(
    references: list[str], prevent: Prevent, tmp_path: Path
) -> None:
    rows = [{**LEAFLET, "reference": each} for each in references]
    rows.append({**LEAFLET, "reference": None})
    rows.append({**LEAFLET, "reference": None})
    came = decide(prevent, write(tmp_path / "register.ndjson", rows))
    twice = {n for n, each in enumerate(references, start=1) if references.count(each) > 1}
    assert set(came.rejects) == twice
    assert all("Another row" in row["reason"] for row in came.rejects.values())

"""The benchmarks run from end to end, at toy size, and say what they measured."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.deciding import Deciding
from benchmarks.made_rows import made_rows
from benchmarks.table import MEASUREMENTS
from benchmarks.zen_table import ZenTables
from processes import ROOT
from sample_requests import rules


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Path]:
    """The results of one quick run, and the folder they were written to."""
    out, work = tmp_path_factory.mktemp("out"), tmp_path_factory.mktemp("work")
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks", "--quick", "--out", str(out), "--work", str(work)],
        cwd=ROOT,
        capture_output=True,
        check=False,
        timeout=120,
        env=os.environ,
    )
    assert done.returncode == 0, done.stderr.decode()
    assert list(work.iterdir()) == [], "data was left behind"
    return (out / "RESULTS.md").read_text(encoding="utf-8"), out


def test_every_measurement_is_taken_and_every_goal_is_told(results: tuple[str, Path]) -> None:
    text, _ = results
    goals = text.partition("## The goals")[2].partition("\n## ")[0]
    for measurement in MEASUREMENTS.values():
        assert f"## {measurement.title}\n" in text
        for goal in measurement.goals:
            [row] = [line for line in goals.splitlines() if line.startswith(f"| {goal} |")]
            assert row.endswith(("| yes |", "| **no** |"))
    assert "not measured" not in text


def test_the_machine_is_described_and_a_toy_run_says_that_it_is_one(
    results: tuple[str, Path],
) -> None:
    text, _ = results
    for said in ("processor", "memory", "Python", "duckdb 2", "zen-engine 2", "commit", "load"):
        assert said in text.partition("## The goals")[0]
    assert "A quick run" in text


def test_where_the_time_goes_and_the_plots_are_there(results: tuple[str, Path]) -> None:
    text, out = results
    assert "Where the time goes: check of one file, cold" in text
    assert "Where the time goes: deciding in DuckDB" in text
    for plot in ("growth-by-rules.svg", "growth-by-rows.svg"):
        assert f"plots/{plot}" in text
        assert (out / "plots" / plot).read_text(encoding="utf-8").count("<polyline") > 5


@pytest.mark.parametrize("kind", ["event", "booking", "leaflet"])
def test_zen_engines_table_finds_what_the_reference_evaluator_finds(kind: str) -> None:
    made = rules("policy")
    deciding = Deciding(made.rule_set, made.rule_set.kinds[kind])
    tables = ZenTables(deciding.kind)
    found = 0
    for row in made_rows(deciding.kind, 1500, seed=4):
        asked = deciding.asked(row)
        expected = deciding.by_reference(asked)
        found += len(expected)
        assert tables.found(deciding.flat(asked)) == expected
    assert found > 1000

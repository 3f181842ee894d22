"""A run on Spark that cannot be done, fails or is stopped says so, and leaves nothing."""

from __future__ import annotations

import os
import signal
import socket
import time
from pathlib import Path

import duckdb
import pytest
from registers import AS_OF, LEAFLET, write

from processes import ROOT, Prevent, Ran, stopped

pytestmark = pytest.mark.spark


def refused(prevent: Prevent, folder: Path, *arguments: str, path: Path | None = None) -> str:
    """The error of a run that leaves its folder as it was."""
    before = sorted(each.name for each in folder.iterdir())
    given = ("--out", str(folder / "out.parquet"), "--engine", "spark", *AS_OF)
    environment = None
    if path is not None:
        known = os.environ.get("PYTHONPATH", "")
        environment = {"PYTHONPATH": os.pathsep.join([str(path), known])}
    ran: Ran = prevent("decide", *arguments, *given, environment=environment, timeout=600)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith("prevent: ")
    assert "Traceback" not in ran.err
    assert "\tat " not in ran.err
    assert "fault of the program" not in ran.err
    assert sorted(each.name for each in folder.iterdir()) == before
    return ran.err


def test_a_master_that_does_not_answer_is_told_at_once(prevent: Prevent, tmp_path: Path) -> None:
    register = str(write(tmp_path / "register.parquet", [LEAFLET]))
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        master = f"spark://127.0.0.1:{unused.getsockname()[1]}"
    started = time.monotonic()
    assert "No Spark master answers" in refused(prevent, tmp_path, register, "--master", master)
    assert time.monotonic() - started < 60


def test_what_spark_does_not_read_is_told(prevent: Prevent, tmp_path: Path) -> None:
    table = ("--db", "duckdb:///x.duckdb", "--table", "t")
    assert "--engine duckdb" in refused(prevent, tmp_path, *table)
    assert "--input-format" in refused(prevent, tmp_path, str(ROOT / "README.md"))
    assert "no such file" in refused(prevent, tmp_path, str(tmp_path / "nothing.parquet"))
    split = tmp_path / "split.csv"
    heading, cells = ",".join(LEAFLET), list(LEAFLET.values())
    split.write_text(f'{heading}\nleaflet,"in two\nlines",{",".join(cells[2:])}\n')
    assert "goes on in the next line" in refused(prevent, tmp_path, str(split))
    stored = tmp_path / "json.parquet"
    cells_of = ", ".join(f"'{value}' AS {name}" for name, value in LEAFLET.items())
    duckdb.execute(
        f"COPY (SELECT * REPLACE (to_json(source) AS source) FROM (SELECT {cells_of}))"
        f" TO '{stored}'"
    )
    assert "'source' is stored as JSON" in refused(prevent, tmp_path, str(stored))


def test_what_is_there_already_is_not_written_over(prevent: Prevent, tmp_path: Path) -> None:
    register = write(tmp_path / "register.parquet", [LEAFLET])
    (tmp_path / "out.parquet").mkdir()
    (tmp_path / "out.parquet" / "mine").write_text("what there was before")
    assert "something here already" in refused(prevent, tmp_path, str(register))
    assert (tmp_path / "out.parquet" / "mine").read_text() == "what there was before"


def test_without_pyspark_or_java_it_says_what_to_install(prevent: Prevent, tmp_path: Path) -> None:
    without = tmp_path / "without"
    without.mkdir()
    (without / "pyspark.py").write_text("raise ImportError('not here')\n")
    register = str(write(tmp_path / "register.parquet", [LEAFLET]))
    told = refused(prevent, tmp_path, register, path=without)
    assert "pip install 'prevent-policy[spark]'" in told


def test_a_part_that_is_broken_stops_the_run(prevent: Prevent, tmp_path: Path) -> None:
    parts = tmp_path / "register.parquet"
    parts.mkdir()
    made = prevent(
        "sample", "--rows", "5000", "--kind", "leaflet", "--out", str(parts / "a.parquet")
    )
    assert made.status == 0
    whole = (parts / "a.parquet").read_bytes()
    # The end of the file, which says what is in it, is sound; what it says is not there.
    (parts / "b.parquet").write_bytes(
        whole[:4] + bytes(len(whole) // 2) + whole[4 + len(whole) // 2 :]
    )
    assert "register.parquet" in refused(prevent, tmp_path, str(parts))


@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM])
def test_a_run_that_is_stopped_leaves_nothing(
    sent: signal.Signals, prevent: Prevent, tmp_path: Path
) -> None:
    register = tmp_path / "register.parquet"
    assert (
        prevent("sample", "--rows", "20000", "--kind", "event", "--out", str(register)).status == 0
    )
    given = ["decide", str(register), "--out", str(tmp_path / "out.parquet"), *AS_OF]
    ran = stopped(
        [*given, "--engine", "spark"], sent, lambda: list(tmp_path.glob(".prevent-*/*")), 300
    )
    assert (ran.status, ran.out) == (130, "")
    assert "Nothing was left half-written" in ran.err
    assert [each.name for each in tmp_path.iterdir()] == ["register.parquet"]

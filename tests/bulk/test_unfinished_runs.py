"""A run that is stopped, or that fails, leaves what there was before and nothing of its own."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from pathlib import Path

import pytest
from registers import AS_OF, LEAFLET, write

from benchmarks.memory import prevent_measured
from processes import ROOT, Prevent, stopped

ROWS = 3_000_000


@pytest.fixture(scope="module")
def large(prevent: Prevent, tmp_path_factory: pytest.TempPathFactory) -> Path:
    register = tmp_path_factory.mktemp("large") / "register.parquet"
    made = ("--rows", str(ROWS), "--kind", "event", "--flat")
    assert prevent("sample", *made, "--out", str(register)).status == 0
    return register


@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM])
def test_a_run_that_is_stopped_leaves_nothing(
    sent: signal.Signals, large: Path, tmp_path: Path
) -> None:
    before = tmp_path / "out.parquet"
    before.write_text("what there was before")
    given = ["decide", str(large), "--out", str(before), *AS_OF, "--threads", "1"]

    def begun() -> bool:
        found = any(tmp_path.glob(".prevent-*"))
        if found:
            # The work itself is to be under way, and not only its folder there.
            time.sleep(0.3)
        return found

    ran = stopped(given, sent, begun, 60)
    assert (ran.status, ran.out) == (130, "")
    assert "Nothing was left half-written" in ran.err
    assert os.listdir(tmp_path) == ["out.parquet"]  # noqa: PTH208 (names alone are wanted)
    assert before.read_text() == "what there was before"


def test_memory_is_bounded(large: Path, tmp_path: Path) -> None:
    given = ["decide", str(large), "--out", str(tmp_path / "out.parquet"), "--memory", "200MB"]
    done = subprocess.run(
        prevent_measured(*given, "--threads", "2"),
        cwd=ROOT,
        capture_output=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 1
    assert f"{ROWS:,} rows in = {ROWS:,} decisions + 0 rejects." in done.stdout.decode()
    assert int(done.stderr.split()[-1]) < 700_000_000


def test_without_duckdb_the_command_says_what_to_install(prevent: Prevent, tmp_path: Path) -> None:
    register = write(tmp_path / "register.csv", [LEAFLET])
    folder = tmp_path / "without"
    folder.mkdir()
    (folder / "duckdb.py").write_text("raise ImportError('not here')\n")
    path = os.pathsep.join([str(folder), os.environ.get("PYTHONPATH", "")])
    ran = prevent(
        "decide",
        str(register),
        "--out",
        str(tmp_path / "out.csv"),
        environment={"PYTHONPATH": path},
    )
    assert ran.status == 2
    assert "pip install 'prevent-policy[bulk]'" in ran.err
    assert sorted(path.name for path in tmp_path.iterdir()) == ["register.csv", "without"]

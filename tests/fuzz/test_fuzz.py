"""What once broke an entry is tried again, and some thousand inputs more."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from fuzz.entries import ENTRIES, ROOT, tried
from fuzz.told import inert
from fuzz.watched import CASES, MEGABYTES, SECONDS, Watched


@pytest.mark.parametrize("case", sorted(CASES.rglob("*/*")), ids=lambda case: case.name)
def test_what_once_broke_an_entry_no_longer_does(case: Path) -> None:
    tried(ENTRIES[case.parent.name], case.read_bytes())


@pytest.fixture(scope="module")
def short_run(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    """What a process of its own tells of each entry: these tests' own has had other work."""
    folder = tmp_path_factory.mktemp("short")
    paths = os.pathsep.join([str(ROOT / "generator"), str(ROOT / "tests"), str(ROOT)])
    subprocess.run(
        [sys.executable, "-m", "fuzz.short", str(folder)],
        cwd=ROOT,
        check=True,
        timeout=300,
        env={**os.environ, "PYTHONPATH": paths, "TMPDIR": str(folder)},
    )
    found: dict[str, dict[str, Any]]
    found = json.loads((folder / "results.json").read_text(encoding="utf-8"))
    return found


@pytest.mark.parametrize("name", ENTRIES)
def test_nothing_breaks_it_and_nothing_takes_long(
    name: str, short_run: dict[str, dict[str, Any]]
) -> None:
    found = short_run[name]
    assert found["faults"] == {}
    assert found["inputs"] >= 15
    assert found["slowest"] < SECONDS
    assert found["megabytes"] < MEGABYTES


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("text", "a\x1b[2J"),
        ("text", "a\u202eb"),
        ("table", "a\n   ::error::b"),
        ("text", "a ##vso[task.complete]b"),
        ("azure", "##vso[task.logissue type=error;]a ##vso[task.logissue type=error;]b"),
        ("azure", "a ##[group]b"),
        ("json", '{"a": "\u00e9"}'),
        ("sarif", '{"a": }'),
        ("junit", "<a><b></a>"),
        ("tap", "TAP version 14\nok 1 - a # TODO later"),
        ("tap", "Bail out!"),
    ],
)
def test_a_report_that_breaks_its_promise_is_a_fault(form: str, text: str) -> None:
    with pytest.raises((AssertionError, SyntaxError, ValueError)):
        inert(form, text)


def spin(_: bytes) -> None:
    while True:
        pass


@pytest.mark.parametrize(
    ("broken", "told"),
    [
        (lambda data: data.decode("ascii"), "UnicodeDecodeError in tests/fuzz/test_fuzz.py"),
        (spin, "HangError"),
    ],
)
def test_a_fault_is_kept_once_as_a_case(
    broken: Callable[[bytes], None], told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(ENTRIES, "yaml", ENTRIES["yaml"]._replace(run=broken))
    monkeypatch.setattr("fuzz.watched.SECONDS", 0.1)
    before = signal.getsignal(signal.SIGVTALRM)
    watched = Watched("yaml", tmp_path)
    watched.try_one(b"\xff")
    watched.try_one(b"\xff")
    signal.signal(signal.SIGVTALRM, before)
    assert [kind.startswith(told) for kind in watched.faults] == [True], watched.faults
    (case,) = watched.faults.values()
    assert (tmp_path / "yaml" / case).read_bytes() == b"\xff"

"""What once broke an entry is tried again, and some thousand inputs more."""

from __future__ import annotations

import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from fuzz.by_properties import inputs
from fuzz.entries import ENTRIES, tried
from fuzz.told import inert
from fuzz.watched import CASES, MEGABYTES, SECONDS, Watched, peak_megabytes

_SHORT = 300
"""The short run tries this part of what a documented run does."""


@pytest.mark.parametrize("case", sorted(CASES.rglob("*/*")), ids=lambda case: case.name)
def test_what_once_broke_an_entry_no_longer_does(case: Path) -> None:
    tried(ENTRIES[case.parent.name], case.read_bytes())


@pytest.mark.parametrize("name", ENTRIES)
def test_nothing_breaks_it_and_nothing_takes_long(name: str) -> None:
    entry = ENTRIES[name]
    # What is imported and made at the first use does not count.
    tried(entry, entry.seeds()[0])

    @settings(
        max_examples=entry.share // _SHORT,
        database=None,
        deadline=None,
        derandomize=True,
        suppress_health_check=list(HealthCheck),
    )
    @given(inputs(entry))
    def every(data: bytes) -> None:
        began = time.process_time()
        tried(entry, data)
        assert time.process_time() - began < SECONDS

    before = peak_megabytes()
    every()
    assert peak_megabytes() < max(before, MEGABYTES)


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

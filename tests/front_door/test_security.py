"""SECURITY.md says what is so: its modules, tests, sinks and limits are those of the code."""

from __future__ import annotations

import importlib
import inspect
import re

import pytest

from prevent.reports import inert
from processes import ROOT

TEXT = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
NAMED = re.findall(r"`([^`\n]+)`", TEXT)
PATHS = sorted({name for name in NAMED if "/" in name})
LIMITS = re.findall(r"^\| [^|]+ \| ([\d,]+) \| `([\w.]+)` \| `([^`]+)` \|$", TEXT, re.MULTILINE)


def sinks() -> list[str]:
    """The public functions of the module of sinks."""
    every = inspect.getmembers(inert, inspect.isfunction)
    return [name for name, made in every if made.__module__ == inert.__name__ and name[:1] != "_"]


def test_every_file_that_it_names_is_there() -> None:
    assert len(PATHS) > 20
    assert [path for path in PATHS if not (ROOT / path).exists()] == []


def test_every_sink_is_told_with_a_test_that_shows_it() -> None:
    rows = [line for line in TEXT.splitlines() if line.startswith("|")]
    assert len(sinks()) > 10
    for sink in sinks():
        told = [row for row in rows if f"`{sink}`" in row]
        assert any("`tests/" in row for row in told), sink


@pytest.mark.parametrize("sink", sinks())
def test_every_sink_is_used(sink: str) -> None:
    called = re.compile(rf"\b{sink}\b")
    modules = (ROOT / "generator" / "prevent" / "reports").glob("*.py")
    assert any(
        called.search(path.read_text(encoding="utf-8"))
        for path in modules
        if path.name != "inert.py"
    )


def test_every_limit_is_the_one_that_counts() -> None:
    assert len(LIMITS) == TEXT.partition("## Limits")[2].partition("\n## ")[0].count("\n| ") - 2
    for told, where, _ in LIMITS:
        module, _, name = where.rpartition(".")
        assert getattr(importlib.import_module(module), name) == int(told.replace(",", "")), where


@pytest.mark.parametrize("limit", LIMITS, ids=lambda limit: limit[1])
def test_the_test_named_beside_a_limit_meets_it(limit: tuple[str, str, str]) -> None:
    told, where, path = limit
    text = (ROOT / path).read_text(encoding="utf-8")
    name = where.rpartition(".")[2]
    assert name in text or told in text or told.replace(",", "_") in text, where

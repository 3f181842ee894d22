"""The versions that are pinned: a fresh machine with the oldest Python we name can have them."""

from __future__ import annotations

import re
import tomllib
from importlib.metadata import distributions

from packaging.specifiers import SpecifierSet

from processes import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def plain(name: str) -> str:
    """A package's name as all its spellings have it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def test_every_package_that_is_pinned_runs_on_the_oldest_python_we_name() -> None:
    oldest = f"{PROJECT['requires-python'].removeprefix('>=')}.0"
    pinned = {
        plain(line.partition("==")[0])
        for line in (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
        if "==" in line
    }
    found = {plain(each.metadata["Name"]): each.metadata for each in distributions()}
    assert len(pinned & found.keys()) > len(pinned) / 2
    wrong = {
        name: found[name]["Requires-Python"]
        for name in pinned & found.keys()
        if not SpecifierSet(found[name]["Requires-Python"] or "").contains(oldest)
    }
    assert wrong == {}

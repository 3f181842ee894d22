"""The scripts that build services run: sound, and run by no more than their names."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from installing import run
from stock_linters import beside_python

from processes import ROOT

SCRIPTS = sorted((ROOT / "places").rglob("*.sh"))


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_shellcheck_finds_no_fault(script: Path) -> None:
    run("bash", "-n", str(script), cwd=ROOT)
    run(beside_python("shellcheck"), "--severity", "style", str(script), cwd=ROOT)
    assert os.access(script, os.X_OK)
    assert not re.search(r"\beval\b|\bsource .*\$", script.read_text(encoding="utf-8"))


def test_there_are_scripts_to_look_at() -> None:
    assert [path.name for path in SCRIPTS] == ["check-changed.sh", "check.sh", "install.sh"]

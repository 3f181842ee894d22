"""What a process has needed is its own, whatever the one that started it has needed."""

from __future__ import annotations

import subprocess
import sys

from processes import ROOT

NEEDS_MUCH = """
import subprocess, sys
from benchmarks.memory import has_needed, prevent_measured
assert not has_needed(200_000_000)
much = bytearray(300_000_000)
assert has_needed(200_000_000)
sys.exit(subprocess.run(prevent_measured("--version")).returncode)
"""


def test_what_another_process_has_needed_is_not_counted() -> None:
    command = [sys.executable, "-c", NEEDS_MUCH]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert 5_000_000 < int(ran.stderr.split()[-1]) < 200_000_000

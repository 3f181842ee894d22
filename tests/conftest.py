"""The command, as a person runs it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from processes import ROOT, Prevent, Ran


@pytest.fixture(scope="session")
def prevent() -> Prevent:
    """Runs ``prevent`` with these arguments, as a process of its own."""

    def run(
        *arguments: str,
        cwd: Path = ROOT,
        stdin: bytes = b"",
        environment: dict[str, str] | None = None,
        timeout: float = 120,
    ) -> Ran:
        done = subprocess.run(
            [sys.executable, "-m", "prevent", *arguments],
            cwd=cwd,
            input=stdin,
            capture_output=True,
            check=False,
            timeout=timeout,
            env={**os.environ, **(environment or {})},
        )
        return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())

    return run

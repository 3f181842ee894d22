"""What all tests share: the project's own policy, and the command as a person runs it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent


@dataclass(frozen=True)
class Ran:
    """A finished run of the command: its exit status and what it printed."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> dict[str, Any]:
        loaded: dict[str, Any] = json.loads(self.out)
        return loaded


Prevent = Callable[..., Ran]


@pytest.fixture(scope="session")
def prevent() -> Prevent:
    """Runs ``prevent`` with these arguments, as a process of its own."""

    def run(
        *arguments: str,
        cwd: Path = ROOT,
        stdin: bytes = b"",
        environment: dict[str, str] | None = None,
    ) -> Ran:
        done = subprocess.run(
            [sys.executable, "-m", "prevent", *arguments],
            cwd=cwd,
            input=stdin,
            capture_output=True,
            check=False,
            timeout=120,
            env={**os.environ, **(environment or {})},
        )
        return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())

    return run

"""The command, as a person runs it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from processes import ROOT, Prevent, Ran
from ready_process import ready


@pytest.fixture(scope="session")
def prevent() -> Iterator[Prevent]:
    """Runs ``prevent`` with these arguments, as a process of its own.

    It is a copy of one that has loaded the program, unless an environment is given: that may bear
    on how a process starts.
    """
    with ready() as process:

        def run(
            *arguments: str,
            cwd: Path = ROOT,
            stdin: bytes = b"",
            environment: dict[str, str] | None = None,
            timeout: float = 120,
        ) -> Ran:
            if environment:
                done = subprocess.run(
                    [sys.executable, "-m", "prevent", *arguments],
                    cwd=cwd,
                    input=stdin,
                    capture_output=True,
                    check=False,
                    timeout=timeout,
                    env={**os.environ, **environment},
                )
                status, out, err = done.returncode, done.stdout, done.stderr
            else:
                status, out, err = process.run(arguments, cwd, stdin, timeout)
            return Ran(status, out.decode(), err.decode())

        yield run


@pytest.fixture(scope="session")
def started(tmp_path_factory: pytest.TempPathFactory, prevent: Prevent) -> Path:
    """A small project, as ``init`` starts it, with its rules built: to be copied."""
    folder = tmp_path_factory.mktemp("started") / "project"
    flags = ("--organisation=Example Training", "--issued=2026-11", "--next-review=2027-11")
    for command in (("init", str(folder), *flags, "--yes"), ("build", "--rules-only")):
        ran = prevent(*command, cwd=folder if folder.exists() else ROOT)
        assert ran.status == 0, ran.err
    return folder

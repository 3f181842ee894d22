"""The command run in copies of a process that has loaded it already.

To start Python and to load the program takes longer than most of what the tests ask of it. A copy
is a process of its own nevertheless: it has its own folder, input, output and exit status, and
whatever it leaves behind in memory ends with it.
"""

from __future__ import annotations

import gc
import json
import os
import select
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import Any

LOADED = (
    "prevent.api.building",
    "prevent.api.conforming",
    "prevent.api.registers",
    "prevent.api.testing",
    "prevent.cli",
    "prevent.commands.build",
    "prevent.commands.check",
    "prevent.commands.conform",
    "prevent.commands.decide",
    "prevent.commands.init",
    "prevent.commands.intake",
    "prevent.commands.reference",
    "prevent.commands.replay",
    "prevent.commands.sample",
    "prevent.commands.test",
    "prevent.commands.validate",
    "prevent.engines.durable",
    "prevent.reports.several",
    "prevent.requests.spreadsheets",
    "prevent.site.build",
)
"""What most runs use. DuckDB is not among it: a run ends in another way where it is loaded."""


class Ready:
    """The process that is copied. It waits to be asked, and makes one run at a time."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._process = subprocess.Popen(
            [sys.executable, __file__],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            start_new_session=True,
        )

    def run(
        self, arguments: Sequence[str], cwd: Path, stdin: bytes, timeout: float
    ) -> tuple[int, bytes, bytes]:
        """The exit status of a run, and what it printed."""
        files = {name: self._folder / name for name in ("in", "out", "err")}
        files["in"].write_bytes(stdin)
        asked = {"arguments": [*arguments], "cwd": str(cwd), "environment": dict(os.environ)}
        asked |= {name: str(path) for name, path in files.items()}
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(json.dumps(asked).encode() + b"\n")
        self._process.stdin.flush()
        if not select.select([self._process.stdout], [], [], timeout)[0]:
            os.killpg(self._process.pid, signal.SIGKILL)
            raise subprocess.TimeoutExpired(["prevent", *arguments], timeout)
        answer = self._process.stdout.readline()
        assert answer, "the process that is copied has ended"
        return int(answer), files["out"].read_bytes(), files["err"].read_bytes()

    def end(self) -> None:
        """Let it go, as it does when nothing more can be asked."""
        self._process.communicate(timeout=60)


@contextmanager
def ready() -> Iterator[Ready]:
    """A process to be copied, for as long as it is needed."""
    with tempfile.TemporaryDirectory() as folder:
        process = Ready(Path(folder))
        try:
            yield process
        finally:
            process.end()


def wait_to_be_asked() -> bool:
    """Make a copy for each run that is asked for: true in a copy, false when there are no more."""
    with os.fdopen(os.dup(0)) as asked, os.fdopen(os.dup(1), "w") as answers:
        for line in asked:
            copy = os.fork()
            if not copy:
                begin(json.loads(line))
                return True
            _, status = os.waitpid(copy, 0)
            print(os.waitstatus_to_exitcode(status), file=answers, flush=True)
    return False


def begin(asked: Mapping[str, Any]) -> None:
    """Be as a process that was started so."""
    os.chdir(asked["cwd"])
    os.environ.clear()
    os.environ.update(asked["environment"])
    sys.argv[1:] = asked["arguments"]
    sys.path[0] = asked["cwd"]
    written = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
    for number, name, how in ((0, "in", os.O_RDONLY), (1, "out", written), (2, "err", written)):
        opened = os.open(asked[name], how)
        os.dup2(opened, number)
        os.close(opened)


if __name__ == "__main__":
    for module in LOADED:
        import_module(module)
    assert "duckdb" not in sys.modules
    # What is loaded stays, and no copy need look through it.
    gc.collect()
    gc.freeze()
    if wait_to_be_asked():
        from prevent.cli import main

        sys.exit(main())

"""What the tests of the command share: where the project is, and what a finished run left."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

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

HEED_INTERRUPTS = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)\n"
"""Python that heeds Ctrl-C, also where the tests were started in the background.

A shell has what it starts in the background ignore interrupts, and children inherit that.
"""


def stopped(
    arguments: Sequence[str], sent: signal.Signals, begun: Callable[[], object], seconds: float
) -> Ran:
    """A run of the command to which a signal is sent once it has begun what is to be stopped.

    It has so many seconds to begin, and as many to end.
    """
    program = f"{HEED_INTERRUPTS}import sys\nfrom prevent.cli import main\nsys.exit(main())"
    process = subprocess.Popen(
        [sys.executable, "-c", program, *arguments],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    deadline = time.monotonic() + seconds
    while not begun() and time.monotonic() < deadline:
        time.sleep(0.02)
    assert process.poll() is None
    process.send_signal(sent)
    out, err = process.communicate(timeout=seconds)
    return Ran(process.returncode, out, err)

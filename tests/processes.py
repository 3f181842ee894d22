"""What the tests of the command share: where the project is, and what a finished run left."""

from __future__ import annotations

import json
from collections.abc import Callable
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

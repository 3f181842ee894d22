"""Inputs, each watched: what it raises, how long it takes, how much memory it needs."""

from __future__ import annotations

import hashlib
import json
import resource
import signal
import sys
import time
import traceback
from pathlib import Path
from types import FrameType

from benchmarks.memory import has_needed, most_needed
from fuzz.entries import ENTRIES, ROOT, tried

CASES = Path(__file__).parent / "cases"
SECONDS = 1.0
"""What one input may take of the processor's time."""

MEGABYTES = 500
"""What the process may need of memory, whatever it was given."""

_MOST_FAULTS = 20
_MOST_ADDRESSES = 8 << 30


class HangError(BaseException):
    """An input takes too long. No reader catches it, as some do ``Exception``."""


class Watched:
    """Tries inputs on one entry, and keeps each input that breaks it in a new way as a case."""

    def __init__(self, name: str, cases: Path = CASES) -> None:
        self.name = name
        self.count = 0
        self.slowest = (0.0, b"")
        self.faults: dict[str, str] = {}
        self._entry = ENTRIES[name]
        self._cases = cases / name
        self._began = time.monotonic()
        signal.signal(signal.SIGVTALRM, _hangs)

    def try_one(self, data: bytes) -> None:
        """Try one input. Never raises."""
        self.count += 1
        before = has_needed(MEGABYTES << 20)
        began = time.process_time()
        signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS)
        try:
            tried(self._entry, data)
        except (Exception, HangError) as error:  # noqa: BLE001 (whatever it is, it is a fault)
            self._keep(_kind(error), data, str(error))
        finally:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        took = time.process_time() - began
        if took > self.slowest[0]:
            self.slowest = (took, data)
        if not before and has_needed(MEGABYTES << 20):
            self._keep(f"more than {MEGABYTES} MB of memory", data)

    def results(self) -> dict[str, object]:
        """What there is to tell of the inputs so far."""
        return {
            "inputs": self.count,
            "seconds": time.monotonic() - self._began,
            "slowest": self.slowest[0],
            "slowest_input": self.slowest[1][:40].decode("utf-8", "replace"),
            "megabytes": most_needed() / (1 << 20),
            "faults": self.faults,
        }

    def write(self, file: Path) -> None:
        """Write the results, and the slowest input beside them."""
        file.with_suffix(".slowest").write_bytes(self.slowest[1])
        file.write_text(json.dumps(self.results()), encoding="utf-8")

    def _keep(self, kind: str, data: bytes, more: str = "") -> None:
        if kind in self.faults or len(self.faults) >= _MOST_FAULTS:
            return
        self._cases.mkdir(parents=True, exist_ok=True)
        case = self._cases / hashlib.sha256(data).hexdigest()[:12]
        case.write_bytes(data)
        self.faults[kind] = case.name
        print(f"{self.name}: {kind}: {case}: {more[:300]}", file=sys.stderr)


def bound_memory() -> None:
    """Have this process, which is to end with its inputs, never need much more than it may."""
    resource.setrlimit(resource.RLIMIT_AS, (_MOST_ADDRESSES, _MOST_ADDRESSES))


def _hangs(_signal: int, _frame: FrameType | None) -> None:
    raise HangError(f"more than {SECONDS:g} s")


def _kind(error: BaseException) -> str:
    """What tells a fault from others: its type, and where in our own code it arose."""
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if "/prevent/" in frame.filename] or frames
    where = Path(own[-1].filename)
    shown = where.relative_to(ROOT) if where.is_relative_to(ROOT) else where.name
    return f"{type(error).__name__} in {shown}:{own[-1].lineno}"

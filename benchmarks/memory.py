"""The most memory that a process has needed.

What ``getrusage`` gives begins, in a new process, with what the process had needed that started
it. The high water mark of the process itself is what Linux keeps in ``/proc``.
"""

from __future__ import annotations

import resource
import sys
from pathlib import Path

_STATUS = Path("/proc/self/status")
_UNIT = 1 if sys.platform == "darwin" else 1024


def most_needed() -> int:
    """The bytes of memory that this process has needed."""
    if not _STATUS.exists():
        return _used()
    mark = _STATUS.read_text(encoding="ascii").partition("VmHWM:")[2].split()
    return int(mark[0]) * 1024


def has_needed(number: int) -> bool:
    """Whether this process has needed more bytes of memory than this number."""
    # What is never less than the mark is had for the hundredth of its price.
    return _used() > number and most_needed() > number


def prevent_measured(*arguments: str) -> list[str]:
    """The command line of ``prevent``, which writes these bytes as its last line of errors."""
    return [sys.executable, "-c", _MEASURED, *arguments]


_MEASURED = """
import sys
from benchmarks.memory import most_needed
from prevent.cli import main
try:
    sys.exit(main())
finally:
    print(most_needed(), file=sys.stderr)
"""


def _used() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _UNIT

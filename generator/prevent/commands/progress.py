"""What a command says beside its report: notes, and how far it has come."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

INTERVAL = 0.2
"""How often progress is shown, in seconds."""


def say(note: str) -> None:
    """A note to whoever runs the command, apart from what it reports; nothing where it is empty."""
    if note:
        from prevent.reports.inert import terminal  # noqa: PLC0415 (most runs say nothing)

        print(f"prevent: {terminal(note)}", file=sys.stderr)


def progress() -> tuple[Callable[[str, int], None], Callable[[], None]]:
    """What shows how far it is, on a terminal, once it takes longer than a second; what clears it.

    The second counts from now.
    """
    if not sys.stderr.isatty():
        return lambda *_: None, lambda: None
    started, shown, width = time.monotonic(), 0.0, 0

    def show(what: str, count: int) -> None:
        nonlocal shown, width
        now = time.monotonic()
        if now - started > 1 and now - shown > INTERVAL:
            words = f"{what}: {count:,}"
            print(f"\r{words.ljust(width)}", end="\r", file=sys.stderr, flush=True)
            shown, width = now, max(width, len(words))

    def clear() -> None:
        if width:
            print(f"\r{' ' * width}", end="\r", file=sys.stderr, flush=True)

    return show, clear

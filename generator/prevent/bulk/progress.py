"""How far a long run has come, on a terminal: what is done now, the rate, and the time left."""

from __future__ import annotations

import sys
import time

from prevent.bulk.database import Watch

_WIDTH = 24
_MINUTE = 60
_FIRST = 0.5
"""Seconds before anything is shown: what is quick needs no bar."""

_FIRST_SHARE = 0.01
"""Before as much is done, the time left would be a guess."""


class Progress:
    """Shows each stage of a run on standard error where that is a terminal."""

    def __init__(self, *, shown: bool | None = None) -> None:
        self._shown = sys.stderr.isatty() if shown is None else shown
        self._started = time.monotonic()

    def stage(self, words: str, rows: int = 0) -> Watch:
        """Begin a stage over so many rows; what it gives is told how much of it is done."""
        started = time.monotonic()

        def watch(done: float) -> None:
            now = time.monotonic()
            if not self._shown or now - self._started < _FIRST:
                return
            share = min(done / 100, 1.0)
            spent = max(now - started, 0.001)
            bar = "#" * round(share * _WIDTH)
            text = f"{words:<28} [{bar:<{_WIDTH}}] {share:4.0%}"
            if share > _FIRST_SHARE:
                left = spent / share - spent
                rate = f" {rows * share / spent:,.0f} rows/s" if rows else ""
                text += f"{rate}, {in_time(left)} left"
            print(f"\r{text:<100}", end="", file=sys.stderr, flush=True)

        watch(0.0)
        return watch

    def clear(self) -> None:
        """Take the bar away."""
        if self._shown:
            print(f"\r{'':<100}\r", end="", file=sys.stderr, flush=True)


def in_time(seconds: float) -> str:
    """A length of time as a person reads it: ``3.2 s``, ``4 min 5 s``."""
    if seconds < _MINUTE:
        return f"{seconds:.1f} s"
    minutes, rest = divmod(round(seconds), _MINUTE)
    hours, minutes = divmod(minutes, _MINUTE)
    return f"{hours} h {minutes} min" if hours else f"{minutes} min {rest} s"

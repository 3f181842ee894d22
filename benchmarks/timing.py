"""Taking times: everything in turns, so that whatever else the machine does falls on all alike."""

from __future__ import annotations

import math
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from benchmarks.measurement import ROOT, NotMeasuredError

Way = TypeVar("Way")


@dataclass(frozen=True, slots=True)
class Times:
    """How long something took in each round, in seconds by the clock, and of processor time."""

    clock: tuple[float, ...]
    processor: tuple[float, ...] = ()

    @property
    def median(self) -> float:
        """The median by the clock, in seconds."""
        return statistics.median(self.clock)

    def over(self, other: Times) -> Ratio:
        """How many times as long as ``other`` this took, round by round."""
        pairs = zip(self.clock, other.clock, strict=True)
        used = zip(self.processor, other.processor, strict=True)
        return Ratio(tuple(a / b for a, b in pairs), tuple(a / b for a, b in used if b))


@dataclass(frozen=True, slots=True)
class Ratio:
    """Ratios of times, one a round; ``processor`` of processor time."""

    rounds: tuple[float, ...]
    processor: tuple[float, ...] = ()

    @property
    def median(self) -> float:
        """The median of the rounds."""
        return statistics.median(self.rounds)

    @property
    def spread(self) -> str:
        """How far the rounds lie apart."""
        plural = "" if len(self.rounds) == 1 else "s"
        text = (
            f"{min(self.rounds):.2f} to {max(self.rounds):.2f} in {len(self.rounds)} round{plural}"
        )
        if self.processor:
            text += f"; processor time {statistics.median(self.processor):.2f} times"
        return text


def in_turns(
    ways: Mapping[str, Callable[[], object]], rounds: int, seconds: float = math.inf
) -> dict[str, Times]:
    """The times of every way, each done once a round, after one round that does not count.

    A way that gives a number has timed itself, and left out what it had to prepare. No other round
    is begun once so many seconds have gone; there is always one.
    """
    begun = time.perf_counter()
    for way in ways.values():
        way()
    taken: dict[str, list[float]] = {name: [] for name in ways}
    for turn in range(rounds):
        if turn and time.perf_counter() - begun > seconds:
            break
        for name, way in _turned(ways, turn):
            started = time.perf_counter()
            own = way()
            spent = time.perf_counter() - started
            taken[name].append(own if isinstance(own, float) else spent)
    return {name: Times(tuple(times)) for name, times in taken.items()}


def processes(
    ways: Mapping[str, Sequence[str]], rounds: int, seconds: float = math.inf
) -> dict[str, Times]:
    """The same of whole processes, by what is to be run, with their processor time."""
    used: dict[str, list[float]] = {name: [] for name in ways}

    def run(name: str) -> None:
        used[name].append(process(ways[name]))

    times = in_turns({name: partial(run, name) for name in ways}, rounds, seconds)
    return {name: Times(each.clock, tuple(used[name][1:])) for name, each in times.items()}


def environment() -> dict[str, str]:
    """The environment of processes: they keep what they compile, as is usual."""
    return {name: text for name, text in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def prevent(*arguments: str) -> list[str]:
    """The command line of ``prevent`` with these arguments."""
    return [sys.executable, "-m", "prevent", *arguments]


def _turned(ways: Mapping[str, Way], turn: int) -> list[tuple[str, Way]]:
    """The ways, in the one order in even rounds, in the other in odd ones."""
    order = list(ways.items())
    return order if turn % 2 == 0 else order[::-1]


def process(command: Sequence[str]) -> float:
    """Run it to its end: the seconds of processor time that it took."""
    before = os.times()
    done = subprocess.run(
        command,
        cwd=ROOT,
        env=environment(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        check=False,
    )
    told = done.stderr.decode(errors="replace").strip().splitlines()
    # A check gives 1 where it does not allow everything.
    if done.returncode not in (0, 1):
        raise NotMeasuredError(f"a process failed: {' '.join(told[-1:])}")
    stale = [line for line in told if line.startswith("prevent: rules/")]
    if stale:
        raise NotMeasuredError(" ".join(stale))
    after = os.times()
    used = after.children_user - before.children_user
    return used + after.children_system - before.children_system

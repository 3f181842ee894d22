"""What a measurement is: a name, a title, and a run that gives rows, each with its goal."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import ClassVar

AS_OF = date(2026, 3, 10)
"""The day of the check in every measurement, so that all runs decide the same."""

ROOT = Path(__file__).parent.parent
"""The project."""


class NotMeasuredError(Exception):
    """What cannot be measured here; says why in one sentence."""


@dataclass(frozen=True, slots=True)
class Setting:
    """How a run is to be: ``quick`` at toy size, with registers of up to ``rows``.

    Whatever a measurement writes goes into ``folder``, which is taken away afterwards. ``say``
    tells whoever waits what is going on.
    """

    folder: Path
    quick: bool = False
    rows: int | None = None
    say: Callable[[str], None] = lambda _: None

    def size(self, usual: int, toy: int) -> int:
        """The size of something: ``usual``, or ``toy`` in a quick run."""
        return toy if self.quick else usual

    @property
    def rounds(self) -> int:
        """How often everything is done, in turns."""
        return self.size(5, 1)


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the results. ``met`` is None where there is no goal, or nothing was measured.

    ``spread`` says how far the rounds lay apart, ``how`` how it was measured.
    """

    what: str
    figure: str
    how: str = ""
    goal: str = ""
    met: bool | None = None
    spread: str = ""


@dataclass(frozen=True, slots=True)
class Measured:
    """What a measurement came to. ``plots`` are pictures in SVG by file name.

    ``time_goes`` says where the time goes: texts by heading.
    """

    figures: tuple[Figure, ...]
    notes: tuple[str, ...] = ()
    plots: Mapping[str, str] = field(default_factory=dict)
    time_goes: Mapping[str, str] = field(default_factory=dict)


class Measurement(ABC):
    """One measurement. ``name`` is how it is asked for, ``goal`` what it is measured against."""

    name: ClassVar[str]
    title: ClassVar[str]
    goals: ClassVar[Mapping[str, str]]
    """What is measured, and the goal for it; told as not measured where the run cannot be."""

    @abstractmethod
    def run(self, setting: Setting) -> Measured:
        """Measure. Raises ``NotMeasuredError`` where that cannot be done here."""

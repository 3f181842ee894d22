"""What can be wrong, and where: the one error root of the package.

Everything a person can get wrong (a policy file, a request, a command) becomes a
:class:`Fault` with its place. Library exceptions are turned into faults at the edge where they
arise; the command line turns faults into messages and an exit status in one place.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Place(NamedTuple):
    """Where something stands: a file (as the person named it), its document, line and column.

    Documents, lines and columns count from 1. 0 stands for "not known": a fault of a whole file
    has line 0. In a spreadsheet a row is a line, a document is a request, and ``sheet`` is the
    sheet's name, which is empty where the file has but one, without a name; elsewhere it is None.
    """

    file: str
    document: int = 1
    line: int = 0
    column: int = 0
    sheet: str | None = None

    def __str__(self) -> str:
        if self.sheet is not None:
            return self._in_sheet(self.in_file if self.line and self.column else "")
        numbers = [str(number) for number in (self.line, self.column) if number]
        return ":".join([self.file, *numbers])

    @property
    def in_file(self) -> str:
        """The line, or the cell of a spreadsheet: where something stands, for who has the file."""
        if self.sheet is None:
            return f"line {self.line}"
        return f"cell {letters(self.column)}{self.line}"

    @property
    def on_line(self) -> str:
        """The file and the line, or the row: where something stands, as far as people look."""
        return f"{self.file}:{self.line}" if self.sheet is None else self._in_sheet()

    def _in_sheet(self, cell: str = "") -> str:
        sheet = f"sheet {self.sheet}" if self.sheet else ""
        row = cell or (f"row {self.line}" if self.line else "")
        return ", ".join(part for part in (self.file, sheet, row) if part)


def letters(column: int) -> str:
    """The letters of a spreadsheet's column: ``A`` is the first, ``AA`` the 27th."""
    name = ""
    while column > 0:
        column, letter = divmod(column - 1, 26)
        name = chr(ord("A") + letter) + name
    return name


class Fault(NamedTuple):
    """One thing that is wrong: its place, what is wrong and what was expected, and the mend.

    ``message`` is one or two plain sentences. ``hint`` is the nearest right thing, or what to do;
    empty where there is none. ``example`` is a request in YAML that shows it, or empty.
    """

    place: Place
    message: str
    hint: str = ""
    example: str = ""

    def __str__(self) -> str:
        return f"{self.place}: {self.text}"

    @property
    def text(self) -> str:
        """The message and the hint, without the place."""
        return f"{self.message} {self.hint}".rstrip()


class PreventError(Exception):
    """The root of every expected error: something a person can mend, with all faults found."""

    faults: tuple[Fault, ...]

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(str(fault) for fault in self.faults))

    def __reduce__(self) -> tuple[type[PreventError], tuple[tuple[Fault, ...]]]:
        """The faults, and not their text, are what goes from one process to another."""
        return type(self), (self.faults,)


class NoPolicyError(PreventError):
    """There is no policy folder where one was looked for."""


class NoDecisionError(Exception):
    """A request could not be decided: the two evaluators disagree, or one of them failed.

    The message names both answers. It is never turned into an outcome.
    """

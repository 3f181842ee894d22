"""Lines of a file, none longer than a register has any use for."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

LONGEST_LINE = 1_048_576
"""The longest line of a register, in bytes. A longer one is passed over, never held in memory."""


def lines(opened: BinaryIO) -> Iterator[bytes | None]:
    """The lines of a file with their ends; None for one that is longer than the longest."""
    while line := opened.readline(LONGEST_LINE + 1):
        if len(line) <= LONGEST_LINE:
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = opened.readline(LONGEST_LINE)
        yield None


def without_long_lines(file: Path, target: Path) -> Path:
    """Copy a file of JSON lines with ``!``, which is no JSON, for each line that is too long."""
    with file.open("rb") as opened, target.open("wb") as written:
        for line in lines(opened):
            written.write(b"!\n" if line is None else line)
    return target

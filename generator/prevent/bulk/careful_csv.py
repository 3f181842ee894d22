"""Reading a CSV file in which something is malformed: a row at a time, and none left out.

DuckDB reads a sound file far faster and stops at the first malformed row. Only then is this used.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path

from prevent.bulk.csv_heading import DELIMITER
from prevent.bulk.long_lines import LONGEST_LINE, lines

_QUOTE = b'"'
_NUL = b"\0"
_END = b""
_MOST_LINES = 1_000
"""The most lines that one row may take, where its cells have lines of their own."""


def copy_with_care(file: Path, good: Path, bad: Path, places: Sequence[int], width: int) -> int:
    """Copy the cells at ``places`` of each sound row to ``good``, with the row's number before.

    What is wrong with each other row goes to ``bad``, with its number. A sound row has ``width``
    cells. Returns the number of the other rows. The heading is passed over.
    """
    malformed = 0
    csv.field_size_limit(LONGEST_LINE)
    with (
        good.open("w", encoding="utf-8", newline="") as kept,
        bad.open("w", encoding="utf-8", newline="") as left,
    ):
        sound, other = csv.writer(kept, lineterminator="\n"), csv.writer(left, lineterminator="\n")
        for number, row in enumerate(_rows(file)):
            if number == 0:
                continue
            came = _cells(row, width)
            if isinstance(came, str):
                malformed += 1
                other.writerow((number, came))
            else:
                sound.writerow((number, *(came[place] for place in places)))
    return malformed


def _cells(row: bytes | None, width: int) -> list[str] | str:
    """The cells of a row, or what is wrong with it."""
    if row is None:
        return f"The row is longer than {LONGEST_LINE} bytes."
    if row.count(_QUOTE) % 2:
        return "A quotation mark in it is not closed."
    if _NUL in row:
        return "It holds a NUL byte, which no text has."
    try:
        text = row.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return f"It is not UTF-8, from byte {error.start + 1} of the row."
    try:
        cells = next(csv.reader([text], delimiter=DELIMITER, strict=True))
    except csv.Error as error:
        return f"It is not CSV: {error}."
    if len(cells) != width:
        return f"It has {len(cells)} cells where the heading has {width}."
    return cells


def _rows(file: Path) -> Iterator[bytes | None]:
    """The rows of a file as they are written; blank lines are none.

    A row goes on with the next line while a quotation mark is open. One that is never closed spoils
    its own line only: reading goes on with the line after it.
    """
    with file.open("rb") as opened:
        waiting: list[bytes | None] = []
        source = lines(opened)
        while True:
            line = waiting.pop(0) if waiting else next(source, _END)
            if line == _END:
                return
            if line is None or line.count(_QUOTE) % 2 == 0:
                if line is None or line.strip():
                    yield line
                continue
            more, closed = _until_closed(line, waiting, source)
            if closed:
                yield line + b"".join(each for each in more if each)
            else:
                yield line
                waiting[:0] = more


def _until_closed(
    line: bytes, waiting: list[bytes | None], source: Iterator[bytes | None]
) -> tuple[list[bytes | None], bool]:
    """The lines that follow until the open quotation mark is closed; and whether it is."""
    more: list[bytes | None] = []
    length = len(line)
    while len(more) < _MOST_LINES and length <= LONGEST_LINE:
        following = waiting.pop(0) if waiting else next(source, _END)
        if following == _END:
            return more, False
        more.append(following)
        if following is None:
            return more, False
        length += len(following)
        if following.count(_QUOTE) % 2:
            return more, True
    return more, False

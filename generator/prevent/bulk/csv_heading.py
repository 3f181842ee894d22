"""The heading of a CSV file: the names of its columns, which say what it is."""

from __future__ import annotations

import csv
from pathlib import Path

from prevent.bulk.long_lines import LONGEST_LINE
from prevent.faults import Fault, Place, PreventError

DELIMITER = ","
_NUL = b"\0"
_OTHERS = {";": "semicolons", "\t": "tabs", "|": "upright strokes"}


def csv_heading(file: Path, place: Place) -> list[str]:
    """The names in the first line of a CSV file. Raises ``PreventError`` where it is no heading."""
    with file.open("rb") as opened:
        return heading_of(opened.readline(LONGEST_LINE + 1), place)


def heading_of(first: bytes, place: Place) -> list[str]:
    """The names in a first line. Raises ``PreventError`` where it is no heading."""
    if not first.strip():
        raise _no(place, "Its first line is empty.")
    if len(first) > LONGEST_LINE:
        raise _no(place, f"Its first line is longer than {LONGEST_LINE} bytes.")
    if _NUL in first:
        raise _no(place, "Its first line holds NUL bytes, so it is not text.")
    try:
        text = first.decode("utf-8-sig").rstrip("\r\n")
    except UnicodeDecodeError:
        raise _no(place, "Its first line is not UTF-8.") from None
    if DELIMITER not in text:
        for other, called in _OTHERS.items():
            if other in text:
                raise _no(place, f"Its columns are parted by {called}, not by commas.")
    try:
        (names,) = csv.reader([text], strict=True)
    except (csv.Error, ValueError):
        raise _no(place, "Its first line is not CSV.") from None
    return [name.strip() for name in names]


def _no(place: Place, message: str) -> PreventError:
    hint = "A register in CSV begins with the names of its columns, parted by commas, in UTF-8."
    return PreventError([Fault(place, message, hint)])

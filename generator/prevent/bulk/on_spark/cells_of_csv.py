"""The cells of a line of CSV, in Spark's SQL, and what may be wrong with a line.

Spark's own reader would guess at a line that is not CSV. So the cells are told apart here, as
``careful_csv`` tells them apart, and a line that is none is a row that is left out.
"""

from __future__ import annotations

from collections.abc import Sequence

from prevent.bulk.csv_heading import heading_of
from prevent.bulk.long_lines import LONGEST_LINE
from prevent.bulk.on_spark.lines import LINE, TOO_LONG
from prevent.bulk.on_spark.storage import Storage
from prevent.bulk.on_spark.translated import sql_of
from prevent.faults import Fault, Place, PreventError
from prevent.targets.sql.words import text

_QUOTED = '"[^"]*+(?:""[^"]*+)*+"'
_CELL = f'{_QUOTED}|(?:[^",][^,]*+)?+'


def _words(value: str) -> str:
    return sql_of(text(value))


def _like(pattern: str) -> str:
    return f"regexp_like({LINE}, {_words(pattern)})"


_HAS_QUOTES = f"contains({LINE}, '\"')"
_QUOTES = f"(length({LINE}) - length(replace({LINE}, '\"', '')))"
_WHOLE = _like(rf"\A(?:(?:{_CELL}),)*+(?:{_CELL})\z")
_OPEN = _like(rf'\A(?:(?:{_CELL}),)*+"[^"]*+(?:""[^"]*+)*+\z')
_BARE = f"transform(regexp_extract_all(concat(',', {LINE}), {_words(f',({_CELL})')}, 1), cell -> "
_SAID = (
    "CASE WHEN startswith(cell, '\"') THEN"
    " replace(substr(cell, 2, length(cell) - 2), '\"\"', '\"') ELSE cell END)"
)

CELLS = f"CASE WHEN {_HAS_QUOTES} THEN {_BARE}{_SAID} ELSE split({LINE}, ',', -1) END"
"""The cells of a line that is CSV, as a list."""

SPREAD = f"NOT ({TOO_LONG}) AND ({_QUOTES} % 2 = 1 OR contains({LINE}, '\\r')) AS _spread"
"""Whether the cells of a line may go on in the next one."""


def cell(place: int) -> str:
    """The cell at a place from 0, null where it is empty."""
    return f"CASE WHEN reason IS NULL THEN nullif(get(_cells, {place}), '') END"


def reason(width: int) -> str:
    """What is wrong with a line, null where nothing is. A sound one has ``width`` cells."""
    # What stands there for what is not UTF-8 may be written too; figures take as many bytes.
    valid = f"make_valid_utf8(replace({LINE}, '\ufffd', '???'))"
    byte = f"octet_length(substring_index({valid}, '\ufffd', 1)) + 1"
    cases = [
        (TOO_LONG, _words(f"The row is longer than {LONGEST_LINE} bytes.")),
        (f"contains({LINE}, char(0))", _words("It holds a NUL byte, which no text has.")),
        (
            f"NOT is_valid_utf8({LINE})",
            f"concat('It is not UTF-8, from byte ', {byte}, ' of the row.')",
        ),
        (
            f"{_HAS_QUOTES} AND NOT {_WHOLE} AND {_OPEN}",
            _words("It is not CSV: unexpected end of data."),
        ),
        (
            f"{_HAS_QUOTES} AND NOT {_WHOLE}",
            _words("It is not CSV: ',' expected after '\"'."),
        ),
        (
            f"size(_cells) <> {width}",
            f"concat('It has ', size(_cells), ' cells where the heading has {width}.')",
        ),
    ]
    made = " ".join(f"WHEN {when} THEN {why}" for when, why in cases)
    return f"CASE {made} END"


def heading(storage: Storage, files: Sequence[str], place: Place) -> list[str]:
    """The names in the first line, which is the same in every file. Raises ``PreventError``."""
    firsts = {storage.first_line(each, LONGEST_LINE + 1) for each in files}
    if len(firsts) > 1:
        message = "Its files do not all begin with the same names of columns."
        raise PreventError([Fault(place, message)])
    return heading_of(firsts.pop(), place)

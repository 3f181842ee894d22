"""One cell of a register: its value as the rules take it, and what may be wrong with it, in SQL.

The limits are those of a request file. How a cell is stored makes no difference to what it says: a
date may be a date or text that writes it, a yes may be ``true``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from prevent.bulk import quoting
from prevent.fields.types import NO, YES
from prevent.rules.columns import Column

_WHOLE = re.compile(r"U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?")
_LONGEST_TEXT = 10_000
_LARGEST = 1_000_000_000
_MOST_ITEMS = 1_000
_DAY = "(19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}"
_NUMBER = "0|[1-9][0-9]{0,9}"

_HOW_DATE = "Write a date between 1900 and 2199 as YYYY-MM-DD, like 2026-04-20."
_HOW_NUMBER = "Write a whole number from 0 to 1000000000."
_HOW_TEXT = "Write some text, or leave it empty."
_HOW_LIST = 'Write a list such as [{"name": "A. Speaker"}].'


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something that may be wrong: in which column, when, and the reason. The last two are SQL.

    ``when`` is true or false and never null.
    """

    column: str
    when: str
    reason: str


@dataclass(frozen=True, slots=True)
class Cell:
    """The value of a cell, in SQL, where nothing is wrong with it; and what may be wrong."""

    value: str
    troubles: tuple[Trouble, ...] = ()


class CellTypeError(Exception):
    """A column holds what cannot be what it should be; says what it should."""


def cell(column: Column, raw: str, stored: str, items: Mapping[str, str] | None = None) -> Cell:
    """The cell of a column whose raw value is ``raw``, in SQL, and stored as ``stored``.

    ``items`` are the types of what the items of a list hold. Raises ``CellTypeError``.
    """
    if column.type == "list":
        return _list(column, raw, stored, items)
    if stored == "JSON":
        return _from_json(column, raw)
    made = _MAKERS[column.type](column, raw, stored)
    if made is None:
        raise CellTypeError(_EXPECTED[column.type])
    if not column.required:
        return made
    missing = Trouble(column.name, f"({raw} IS NULL)", quoting.text("This is missing."))
    return replace(made, troubles=(missing, *made.troubles))


def _from_json(column: Column, raw: str) -> Cell:
    """A cell that is a JSON value: as text, of the type that JSON has for it."""
    types = {
        "number": ("UBIGINT", "BIGINT", "HUGEINT", "DOUBLE"),
        "text": ("VARCHAR", "UBIGINT", "BIGINT"),
        "option": ("VARCHAR", "BOOLEAN") if set(column.options) <= {"yes", "no"} else ("VARCHAR",),
    }.get(column.type, ("VARCHAR",))
    text = f"json_extract_string({raw}, '$')"
    if column.type == "number":
        # In JSON 5.0 is the number 5.
        text = rf"regexp_replace({text}, '\.0+$', '')"
    own = cell(column, text, "VARCHAR")
    wrong = f"json_type({raw}) NOT IN {quoting.texts((*types, 'NULL'))}"
    reason = _not(_written(raw, "JSON"), _how(column))
    return Cell(own.value, (Trouble(column.name, _so(wrong), reason), *own.troubles))


def _text(column: Column, raw: str, stored: str) -> Cell | None:
    if _WHOLE.fullmatch(stored):
        return Cell(f"CAST({raw} AS VARCHAR)")
    text = _as_text(raw, stored)
    if text is None:
        return None
    # Most text begins with a letter or a figure; only the rest is looked through.
    plain = f"({text} >= '!' AND {text} < '\x7f')"
    blank = rf"NOT ({plain} OR regexp_matches({text}, '[^\s\v\x1c-\x1f\x{{85}}\p{{Z}}]'))"
    long = f"strlen({text}) > {_LONGEST_TEXT} AND length({text}) > {_LONGEST_TEXT}"
    most = f"It is longer than {_LONGEST_TEXT} characters."
    return Cell(
        text,
        (
            Trouble(column.name, _so(blank), quoting.text(f"It is blank. {_HOW_TEXT}")),
            Trouble(column.name, _so(long), quoting.text(most)),
            Trouble(
                column.name,
                _so(f"contains({text}, chr(0))"),
                quoting.text("It holds a NUL character, which no text has."),
            ),
        ),
    )


def _option(column: Column, raw: str, stored: str) -> Cell | None:
    written: dict[str, Iterable[str]] = {option: (option,) for option in column.options}
    if written.keys() <= {"yes", "no"}:
        if stored == "BOOLEAN":
            raw, stored = f"CAST({raw} AS VARCHAR)", "VARCHAR"
        ways = {
            option: [*(way for way in own if isinstance(way, str)), *also]
            for option, own, also in (
                ("yes", YES, ("true", "True", "TRUE")),
                ("no", NO, ("false", "False", "FALSE")),
            )
        }
        written = {option: ways[option] for option in written}
    text = _as_text(raw, stored)
    if text is None:
        return None
    value = text
    if any(len(list(ways)) > 1 for ways in written.values()):
        cases = " ".join(
            f"WHEN {text} IN {quoting.texts(ways)} THEN {quoting.text(option)}"
            for option, ways in written.items()
        )
        value = f"CASE {cases} END"
    every = quoting.texts(way for ways in written.values() for way in ways)
    wrong = Trouble(column.name, _so(f"{text} NOT IN {every}"), _not(text, _how(column)))
    return Cell(value, (wrong,))


def _date(column: Column, raw: str, stored: str) -> Cell | None:
    limits = "DATE '1900-01-01' AND DATE '2199-12-31'"
    shown = f"CAST({raw} AS VARCHAR)"
    if stored == "DATE":
        wrong = f"{raw} NOT BETWEEN {limits}"
        return Cell(raw, (Trouble(column.name, _so(wrong), _not(shown, _HOW_DATE)),))
    if stored.startswith("TIMESTAMP") and "TIME ZONE" not in stored:
        day = f"CAST({raw} AS DATE)"
        whole = f"{raw} = CAST({day} AS {stored}) AND {day} BETWEEN {limits}"
        return Cell(day, (Trouble(column.name, _so(f"NOT ({whole})"), _not(shown, _HOW_DATE)),))
    text = _as_text(raw, stored)
    if text is None:
        return None
    value = f"CASE WHEN regexp_full_match({text}, '{_DAY}') THEN TRY_CAST({text} AS DATE) END"
    wrong = f"({text} IS NOT NULL AND ({value}) IS NULL)"
    return Cell(value, (Trouble(column.name, wrong, _not(text, _HOW_DATE)),))


def _number(column: Column, raw: str, stored: str) -> Cell | None:
    shown = _written(raw, stored)
    if _WHOLE.fullmatch(stored):
        wrong = f"{raw} NOT BETWEEN 0 AND {_LARGEST}"
        value = f"TRY_CAST({raw} AS BIGINT)"
        return Cell(value, (Trouble(column.name, _so(wrong), _not(shown, _HOW_NUMBER)),))
    if stored in {"DOUBLE", "FLOAT"} or stored.startswith("DECIMAL"):
        wrong = f"NOT ({raw} BETWEEN 0 AND {_LARGEST} AND {raw} = trunc({raw}))"
        value = f"TRY_CAST({raw} AS BIGINT)"
        return Cell(value, (Trouble(column.name, _so(wrong), _not(shown, _HOW_NUMBER)),))
    text = _as_text(raw, stored)
    if text is None:
        return None
    value = f"CASE WHEN regexp_full_match({text}, '{_NUMBER}') THEN TRY_CAST({text} AS BIGINT) END"
    wrong = f"({text} IS NOT NULL AND coalesce(({value}) > {_LARGEST}, true))"
    return Cell(value, (Trouble(column.name, wrong, _not(text, _HOW_NUMBER)),))


_MAKERS = {"text": _text, "option": _option, "date": _date, "number": _number}

_EXPECTED = {
    "text": "text",
    "option": "text",
    "date": "dates",
    "number": "whole numbers",
    "list": "lists of items with columns of their own, or JSON that writes them",
}


def _list(column: Column, raw: str, stored: str, items: Mapping[str, str] | None) -> Cell:
    """A list: of structures, or JSON that writes one. Every item is looked at as a row is."""
    before: tuple[Trouble, ...] = ()
    types = dict(items or {})
    if items is None:
        if stored not in {"VARCHAR", "JSON"}:
            raise CellTypeError(_EXPECTED["list"])
        raw, before = _json_list(column, raw, stored)
        types = {inner.name: "JSON" for inner in column.columns}
    own = [
        (inner, cell(inner, f"item.{quoting.name(inner.name)}", types[inner.name]))
        for inner in column.columns
        if inner.name in types
    ]
    made = {inner.name: made.value for inner, made in own}
    item = quoting.struct(
        (inner.name, made.get(inner.name, f"CAST(NULL AS {_SQL_TYPES[inner.type]})"))
        for inner in column.columns
    )
    troubles = [
        Trouble(column.name, _so(f"len({raw}) > {_MOST_ITEMS}"), quoting.text(_TOO_MANY)),
        _of_items(column, raw, "item IS NULL", quoting.text("This item is empty.")),
        *(
            _of_items(column, raw, each.when, f"{quoting.text(inner.name + ': ')} || {each.reason}")
            for inner, made_cell in own
            for each in made_cell.troubles
        ),
    ]
    value = f"list_transform({raw}, lambda item: {item})"
    return Cell(value, (*before, *troubles))


_TOO_MANY = f"It has more than {_MOST_ITEMS} items."

_SQL_TYPES = {"text": "VARCHAR", "option": "VARCHAR", "date": "DATE", "number": "BIGINT"}


def sql_type(column: Column) -> str:
    """DuckDB's type of a column's value."""
    if column.type != "list":
        return _SQL_TYPES[column.type]
    own = ", ".join(f"{quoting.name(each.name)} {sql_type(each)}" for each in column.columns)
    return f"STRUCT({own})[]"


def _of_items(column: Column, raw: str, when: str, reason: str) -> Trouble:
    """A trouble of any item, told of the first that has it."""
    said = f"CASE WHEN {when} THEN {_PLACED} || {reason} END"
    found = f"list_transform({raw}, lambda item, place: {said})"
    only = f"list_filter({found}, lambda told: told IS NOT NULL)"
    wrong = f"len(list_filter({raw}, lambda item: {when})) > 0"
    return Trouble(column.name, _so(wrong), f"({only})[1]")


_PLACED = "'Item ' || place || ': '"


def _json_list(column: Column, raw: str, stored: str) -> tuple[str, tuple[Trouble, ...]]:
    """JSON as a list of structures of JSON values, and what is wrong where it is none."""
    read = raw if stored == "JSON" else f"TRY_CAST({raw} AS JSON)"
    entries = f"CASE WHEN json_type({read}) = 'ARRAY' THEN CAST({read} AS JSON[]) END"
    # Of two values under one name none can be told to be the one that is meant.
    once = "len(json_keys(each)) = len(list_distinct(json_keys(each)))"
    object_ = f"coalesce(json_type(each) = 'OBJECT' AND {once}, false)"
    objects = f"len(list_filter({entries}, lambda each: NOT {object_}))"
    listed = f"(coalesce(json_type({read}), '') = 'ARRAY' AND {objects} = 0)"
    wrong = f"({raw} IS NOT NULL AND coalesce(json_type({read}), '') <> 'NULL' AND NOT {listed})"
    shape = ", ".join(f'"{inner.name}": "JSON"' for inner in column.columns)
    value = f"CASE WHEN {listed} THEN from_json({read}, {quoting.text('[{' + shape + '}]')}) END"
    field = column.field
    known = {inner.name for inner in column.columns}
    known |= {inner.id for inner in (field.fields if field else ())}
    every = f"flatten(list_transform({entries}, lambda each: json_keys(each)))"
    keys = f"CASE WHEN {listed} THEN {every} END"
    strange = f"list_filter({keys}, lambda key: key NOT IN {quoting.texts(sorted(known))})"
    hint = f"Items have: {', '.join(inner.name for inner in column.columns)}."
    return f"({value})", (
        Trouble(column.name, wrong, _not(_written(raw, stored), _HOW_LIST)),
        Trouble(column.name, _so(f"len({strange}) > 0"), _not(f"({strange})[1]", hint, "known")),
    )


def _written(raw: str, stored: str) -> str:
    """A value as it is written. What it is stored as is said, for an engine that must be told."""
    return f"CAST(CAST({raw} AS {stored}) AS VARCHAR)"


def _as_text(raw: str, stored: str) -> str | None:
    if stored == "VARCHAR":
        return raw
    # A column that is null in every row has no type of its own.
    return f"CAST({raw} AS VARCHAR)" if stored.startswith("ENUM") or stored in _NOTHING else None


_NOTHING = {'"NULL"', "NULL"}


def _how(column: Column) -> str:
    if set(column.options) == {"yes", "no"}:
        return "Write yes or no."
    return {
        "option": f"Expected one of: {', '.join(column.options)}.",
        "date": _HOW_DATE,
        "number": _HOW_NUMBER,
    }.get(column.type, _HOW_TEXT)


def _so(test: str) -> str:
    """A test that is false where it is null."""
    return f"coalesce({test}, false)"


def _not(shown: str, how: str, what: str = "accepted") -> str:
    """``'x' is not accepted. Write ...``: the value short, on one line, with nothing hidden."""
    seen = (
        rf"regexp_replace({shown}, '[\p{{Cc}}\p{{Cf}}\p{{Co}}\p{{Cs}}\p{{Zl}}\p{{Zp}}]', '?', 'g')"
    )
    cut = f"CASE WHEN length({shown}) > 60 THEN left({seen}, 59) || '…' ELSE {seen} END"
    return f"'''' || coalesce({cut}, '') || ''' is not {what}. ' || {quoting.text(how)}"

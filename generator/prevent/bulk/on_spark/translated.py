"""The SQL that registers are judged by, which is written for DuckDB, as Spark takes it.

There is one set of judging rules. So it is read here, not written again. Only what is named here is
translated; any other function is refused, for a function of the same name may mean something else.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TypeAlias

from sqlglot import exp
from sqlglot.dialects.duckdb import DuckDB
from sqlglot.parsers.duckdb import DuckDBParser

from prevent.bulk.on_spark import values

Sql = exp.Expr

READ = "_read_"
"""Before the name of a column that holds as JSON what the column of that name holds as text."""

ENTRIES, RECORDS = "_entries_", "_records_"
"""Likewise of the entries of a list in JSON, and of these as records of their cells."""
_Builder: TypeAlias = Callable[[Sequence[Sql]], Sql]


class UntranslatedError(Exception):
    """The SQL has what nobody said how to translate: a fault of the program."""


def spark_sql(query: str) -> str:
    """The same query for Spark. Raises ``UntranslatedError``."""
    (read,) = _Dialect().parse(query)
    assert read is not None
    for called in read.find_all(exp.Func):
        if isinstance(called, _UNLIKE):
            raise UntranslatedError(f"{type(called).__name__} in {query}")
        if isinstance(called, exp.Anonymous) and called.name not in values.KNOWN | _LATER.keys():
            raise UntranslatedError(f"{called.name} in {query}")
    # From the innermost out: what is built of a part holds it as it is then.
    for part in reversed(list(read.bfs())):
        made = _part(part)
        if made is not part:
            part.replace(made)
    return sql_of(read)


def sql_of(made: Sql) -> str:
    """Spark's SQL of what was built for it."""
    return made.sql("spark", identify=True)


def _part(part: Sql) -> Sql:
    """One part of the query, once those within it are as they should be."""
    if isinstance(part, exp.Bracket):
        return _entry(part)
    if isinstance(part, exp.Cast):
        return _cast(part)
    if isinstance(part, exp.Anonymous) and part.name in _LATER:
        return _LATER[part.name](part.expressions)
    return part


def _entry(part: exp.Bracket) -> Sql:
    (place,) = part.expressions
    if isinstance(place, exp.Slice):
        return values.slice_from(part.this, place.this)
    return values.entry(part.this, place)


def _cast(part: exp.Cast) -> Sql:
    """What a cast means that is one only by its look: of JSON, or of a fraction to text."""
    to: exp.DataType = part.to
    inner: Sql = part.this
    if to.is_type("enum"):
        # Spark has no such type: it is the text that it was made of.
        return inner
    if to.is_type("json") and isinstance(part, exp.TryCast):
        if not isinstance(inner, exp.Column):
            raise UntranslatedError(f"JSON of {inner.sql()}")
        # It was read once, beside the text.
        return exp.column(READ + inner.name, quoted=True)
    if to.is_type("array") and to.expressions[0].is_type("json"):
        return _beside(inner, ENTRIES)
    if to.is_type("text") and isinstance(inner, exp.Cast):
        if inner.to.is_type("json"):
            return values.json_text(inner.this)
        if inner.to.is_type("double", "float"):
            return values.fraction_text(inner.this)
    return part


def _lambda_of(made: Sql) -> exp.Lambda:
    if not isinstance(made, exp.Lambda):
        raise UntranslatedError(f"not a lambda: {made}")
    return made


def _transformed(arguments: Sequence[Sql]) -> Sql:
    items, given = arguments
    made = _lambda_of(given)
    if len(made.expressions) == 2:
        # DuckDB counts from 1.
        place = made.expressions[1].name
        for used in list(made.this.find_all(exp.Identifier)):
            if used.name == place:
                used.replace(exp.paren(exp.Add(this=used.copy(), expression=values.number(1))))
    return values.call("transform", items, made)


def _replaced(arguments: Sequence[Sql]) -> Sql:
    said, pattern, *rest = arguments
    every = len(rest) == 2 and rest[1].name == "g"
    if not every and not pattern.name.endswith("$"):
        raise UntranslatedError("only the first of several is replaced")
    return values.call("regexp_replace", said, _pattern(pattern), rest[0])


def _pattern(given: Sql, before: str = "", after: str = "") -> Sql:
    """A pattern as Java takes it, in which ``$`` is the end of a line too."""
    return values.text(f"{before}{re.sub(r'[$]$', lambda _: chr(92) + 'z', given.name)}{after}")


def _beside(read: Sql, before: str) -> Sql:
    """The column that was made once of a column of JSON, or of text that was read as such."""
    if not isinstance(read, exp.Column):
        raise UntranslatedError(f"JSON of {read.sql()}")
    return exp.column(before + read.name.removeprefix(READ), quoted=True)


def _count_up(arguments: Sequence[Sql]) -> Sql:
    (number,) = arguments
    return values.count_up(number)


def _as(name: str) -> _Builder:
    return lambda arguments: values.call(name, *arguments)


_FUNCTIONS: dict[str, _Builder] = {
    "ARRAY_TO_STRING": _as("array_join"),
    "COALESCE": _as("coalesce"),
    "CONTAINS": _as("contains"),
    "COUNT": _as("count"),
    "FLATTEN": _as("flatten"),
    "FROM_JSON": _as("from_json"),
    "JSON_EXTRACT_STRING": _as("json_extract_string"),
    "JSON_KEYS": _as("json_keys"),
    "JSON_TYPE": _as("json_type"),
    "LEFT": _as("left"),
    "LEN": _as("array_size"),
    "LENGTH": _as("length"),
    "LIST_CONCAT": _as("concat"),
    "LIST_DISTINCT": _as("array_distinct"),
    "LIST_FILTER": lambda given: values.call("filter", given[0], _lambda_of(given[1])),
    "LIST_TRANSFORM": _transformed,
    "NULLIF": _as("nullif"),
    "RANGE": _count_up,
    "REGEXP_FULL_MATCH": lambda given: values.call(
        "regexp_like", given[0], _pattern(given[1], r"\A(?:", r")\z")
    ),
    "REGEXP_MATCHES": lambda given: values.call("regexp_like", given[0], _pattern(given[1])),
    "REGEXP_REPLACE": _replaced,
    "STRLEN": _as("octet_length"),
    "SUM": _as("sum"),
    "TRUNC": _as("floor"),
    "UNNEST": _as("explode"),
}

_LATER: dict[str, _Builder] = {
    "from_json": lambda given: _beside(given[0], RECORDS),
    "json_extract_string": lambda given: values.json_said(given[0]),
    "json_keys": lambda given: values.json_keys(given[0]),
    "json_type": lambda given: values.json_type(given[0]),
}
"""What becomes a part of a value: only once the names of lambdas are told from those of columns."""

_UNLIKE = (exp.RegexpLike, exp.JSONExtract, exp.GenerateSeries)
"""What may come of an operator, and has no place in the judging."""


class _Parser(DuckDBParser):
    """Builds each function as Spark has it."""

    FUNCTIONS = _FUNCTIONS


class _Dialect(DuckDB):
    """DuckDB's SQL, in which only these functions are known, and places are left as they are."""

    INDEX_OFFSET = 0
    Parser = _Parser

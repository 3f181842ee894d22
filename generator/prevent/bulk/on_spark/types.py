"""The types of Spark's columns, by the names that DuckDB has for them."""

from __future__ import annotations

from typing import Any

from prevent.bulk import quoting

_NAMES = {
    "string": "VARCHAR",
    "boolean": "BOOLEAN",
    "tinyint": "TINYINT",
    "smallint": "SMALLINT",
    "int": "INTEGER",
    "bigint": "BIGINT",
    "float": "FLOAT",
    "double": "DOUBLE",
    "date": "DATE",
    "timestamp": "TIMESTAMP WITH TIME ZONE",
    "timestamp_ntz": "TIMESTAMP",
    "binary": "BLOB",
    "variant": "JSON",
    "void": "NULL",
}


def stored_as(kind: Any) -> str:  # noqa: ANN401 (PySpark may not be there, so it has no type)
    """DuckDB's name of a type of Spark's; Spark's own in capitals where DuckDB has no such type."""
    said = str(kind.simpleString())
    if said in _NAMES:
        return _NAMES[said]
    if said.startswith("array<"):
        return f"{stored_as(kind.elementType)}[]"
    if said.startswith("struct<"):
        own = (f"{quoting.name(each.name)} {stored_as(each.dataType)}" for each in kind.fields)
        return f"STRUCT({', '.join(own)})"
    return said.upper()

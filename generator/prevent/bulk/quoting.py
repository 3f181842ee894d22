"""Names and values as SQL writes them: quoted by the library, whatever is in them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from sqlglot import exp

DIALECT = "duckdb"


def name(text: str) -> str:
    """A name of a table or a column, always in quotation marks."""
    return exp.to_identifier(text, quoted=True).sql(DIALECT)


def table_name(text: str) -> str:
    """The name of a table, with its schema before a dot where it has one."""
    return ".".join(name(part) for part in text.split("."))


def text(value: str) -> str:
    """A text, as a value."""
    return exp.Literal.string(value).sql(DIALECT)


def texts(values: Iterable[str]) -> str:
    """Texts, as a list in brackets that a value may be one of."""
    return f"({', '.join(text(value) for value in values)})"


def day(value: date) -> str:
    """A day, as a value."""
    return f"CAST({text(value.isoformat())} AS DATE)"


def struct(fields: Iterable[tuple[str, str]]) -> str:
    """A structure of these names and SQL values."""
    return "{" + ", ".join(f"{text(key)}: {value}" for key, value in fields) + "}"

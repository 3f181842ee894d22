"""The smallest pieces of SQL, quoted by sqlglot: names, texts, numbers, days, calls."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from sqlglot import exp


def name(*path: str) -> exp.Expr:
    """A column by its name, or by its table's name and its own."""
    *table, column = path
    return exp.column(column, table=table[0] if table else None, quoted=True)


def table(called: str) -> exp.Table:
    """A table, or a step of the query, by its name."""
    return exp.Table(this=exp.to_identifier(called, quoted=True))


def text(value: str) -> exp.Expr:
    """A text, quoted."""
    return exp.Literal.string(value)


def number(value: int) -> exp.Expr:
    """A whole number."""
    literal = exp.Literal.number(abs(value))
    return exp.Neg(this=literal) if value < 0 else literal


def day(value: date) -> exp.Expr:
    """A day of the calendar."""
    return exp.cast(text(value.isoformat()), "date")


def nothing(kind: str) -> exp.Expr:
    """Null, of a type."""
    return exp.cast(exp.null(), kind)


def call(function: str, *arguments: exp.Expr) -> exp.Expr:
    """A call of a function by a name of ours, written as it stands."""
    return exp.Anonymous(this=function, expressions=list(arguments))


def either_of(value: exp.Expr, *others: exp.Expr) -> exp.Expr:
    """The first of these that is not null."""
    return exp.Coalesce(this=value, expressions=list(others))


def given(value: exp.Expr) -> exp.Expr:
    """Is it not null?"""
    return exp.Not(this=exp.Is(this=value, expression=exp.null()))


def missing(value: exp.Expr) -> exp.Expr:
    """Is it null?"""
    return exp.Is(this=value, expression=exp.null())


def where_true(
    cases: Iterable[tuple[exp.Expr, exp.Expr]],
    otherwise: exp.Expr | None = None,
) -> exp.Expr:
    """The value of the first case whose test is true; otherwise null, or what is given."""
    ifs = [exp.If(this=test, true=value) for test, value in cases]
    return exp.Case(ifs=ifs, default=otherwise)


def named(value: exp.Expr, alias: str, comment: str = "") -> exp.Expr:
    """A value under a name, with a comment on it if there is one."""
    made = exp.alias_(value, alias, quoted=True, copy=False)
    if comment:
        made.add_comments([comment])
    return made


def total(values: Iterable[exp.Expr]) -> exp.Expr:
    """The values added up."""
    first, *others = values
    for each in others:
        first = exp.Add(this=first, expression=each)
    return first

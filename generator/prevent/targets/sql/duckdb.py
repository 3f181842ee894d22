"""SQL as DuckDB has it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import ClassVar

from sqlglot import exp

from prevent.dates import Period
from prevent.rules.columns import Column, Type
from prevent.targets.sql.dialect import (
    SPACES,
    Dialect,
    Record,
    Sql,
    plain_person,
    simple_later,
)
from prevent.targets.sql.words import call, given, name, number, text


class DuckDb(Dialect):
    """Lists are lists of structs, and what is looked at in each item is a lambda."""

    name = "duckdb"
    title = "DuckDB"
    sqlglot = "duckdb"
    create = "CREATE OR REPLACE VIEW"
    types: ClassVar[Mapping[Type, str]] = {
        "text": "VARCHAR",
        "option": "VARCHAR",
        "number": "BIGINT",
        "date": "DATE",
    }

    def column_type(self, column: Column) -> str:
        """A list is declared with the columns of its items."""
        if column.type != "list":
            return self.types[column.type]
        inner = (
            f"{exp.to_identifier(each.name, quoted=True).sql(self.sqlglot)} {self.types[each.type]}"
            for each in column.columns
        )
        return f"STRUCT({', '.join(inner)})[]"

    def later(self, day: Sql, period: Period) -> Sql:
        """Whole numbers of days are added to a date; months as an interval, which gives a time."""
        return simple_later(day, period)

    def days_between(self, first: Sql, second: Sql) -> Sql:
        """The difference of two dates is a number."""
        return exp.Sub(this=second, expression=first)

    def entry(self, items: Sql, place: Sql) -> Sql:
        """A place before the first would count from the end, so none is let through."""
        return call("list_extract", items, call("greatest", place, number(0)))

    def person(self, name: Sql) -> Sql:
        """Spaces by their numbers, as RE2 writes them."""
        spaces = "".join(rf"\x{{{first:X}}}-\x{{{last:X}}}" for first, last in SPACES)
        return plain_person(name, f"[{spaces}]+", text("g"))

    def length(self, items: Sql) -> Sql:
        """``len``."""
        return call("len", items)

    def item_cell(self, item: Sql, column: Column) -> Sql:
        """A field of a struct."""
        return exp.Dot(this=item, expression=exp.to_identifier(column.name, quoted=True))

    def each(self, items: Sql, made: Callable[[Sql, Sql], Sql]) -> Sql:
        """A lambda over the item and its place, which DuckDB counts from 1."""
        item, place = (exp.to_identifier(each, quoted=True) for each in ("item", "place"))
        body = made(item, exp.Sub(this=place.copy(), expression=number(1)))
        lambda_ = exp.Lambda(this=body, expressions=[item.copy(), place.copy()], colon=True)
        whole = exp.Coalesce(this=items, expressions=[exp.Array(expressions=[])])
        return call("list_transform", whole, lambda_)

    def record(self, fields: Record) -> Sql:
        """A struct."""
        return exp.Struct(
            expressions=[
                exp.PropertyEQ(this=exp.to_identifier(key), expression=value)
                for key, value in fields.items()
            ]
        )

    def array(self, entries: Sequence[Sql], kind: str) -> Sql:
        """A list."""
        made: Sql = exp.Array(expressions=list(entries))
        return made if entries else exp.cast(made, f"{kind}[]", dialect=self.sqlglot)

    def present(self, entries: Sql) -> Sql:
        """``list_filter``."""
        entry = exp.to_identifier("entry", quoted=True)
        kept = exp.Lambda(this=given(entry.copy()), expressions=[entry], colon=True)
        return call("list_filter", entries, kept)

    def joined(self, lists: Sequence[Sql], listed: Sequence[Sql]) -> Sql:
        """``list_concat`` and ``flatten``."""
        every = [*lists, *(call("flatten", each) for each in listed)]
        return every[0] if len(every) == 1 else call("list_concat", *every)

    def has_outcome(self, findings: Sql, outcome: str) -> Sql:
        """Is the outcome among those of the findings?"""
        finding = exp.to_identifier("finding", quoted=True)
        own = exp.Dot(this=finding.copy(), expression=exp.to_identifier("outcome", quoted=True))
        outcomes = exp.Lambda(this=own, expressions=[finding], colon=True)
        return call("list_contains", call("list_transform", findings, outcomes), text(outcome))

    def any_true(self, truths: Sql) -> Sql:
        """``list_contains``."""
        return call("list_contains", truths, exp.true())

    def series(self, first: Sql, last: Sql) -> exp.Select:
        """``generate_series`` gives times."""
        return every_day(first, last)

    def weekday(self, day: Sql) -> Sql:
        """``isodow``."""
        return call("isodow", day)


def every_day(first: Sql, last: Sql) -> exp.Select:
    """Every day as a series, in DuckDB and PostgreSQL."""
    step = exp.Interval(this=text("1"), unit=exp.var("DAY"))
    series = exp.Table(
        this=call("generate_series", first, last, step),
        alias=exp.TableAlias(
            this=exp.to_identifier("series", quoted=True),
            columns=[exp.to_identifier("day", quoted=True)],
        ),
    )
    day = exp.alias_(exp.cast(name("series", "day"), "date"), "day", quoted=True)
    return exp.select(day).from_(series)

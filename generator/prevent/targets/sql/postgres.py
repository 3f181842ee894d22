"""SQL as PostgreSQL has it."""

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
from prevent.targets.sql.duckdb import every_day
from prevent.targets.sql.words import call, name, text


class Postgres(Dialect):
    """Lists and findings are ``jsonb``, for PostgreSQL has no arrays of records without a type."""

    name = "postgres"
    title = "PostgreSQL"
    sqlglot = "postgres"
    longest_name = 63
    says_once = True
    create = "CREATE OR REPLACE VIEW"
    types: ClassVar[Mapping[Type, str]] = {
        "text": "text",
        "option": "text",
        "number": "integer",
        "date": "date",
        "list": "jsonb",
    }

    def later(self, day: Sql, period: Period) -> Sql:
        """Whole numbers of days are added to a date; months as an interval, which gives a time."""
        return simple_later(day, period)

    def days_between(self, first: Sql, second: Sql) -> Sql:
        """The difference of two dates is a number."""
        return exp.Sub(this=second, expression=first)

    def entry(self, items: Sql, place: Sql) -> Sql:
        """A place that an array does not have gives null."""
        array = items if isinstance(items, exp.Column) else exp.Paren(this=items)
        return exp.Bracket(this=array, expressions=[place], offset=1)

    def person(self, name: Sql) -> Sql:
        """Spaces by their numbers, as PostgreSQL's expressions write them."""
        spaces = "".join(rf"\u{first:04X}-\u{last:04X}" for first, last in SPACES)
        return plain_person(name, f"[{spaces}]+", text("g"))

    def length(self, items: Sql) -> Sql:
        """``jsonb_array_length``."""
        return call("jsonb_array_length", items)

    def item_cell(self, item: Sql, column: Column) -> Sql:
        """A text of a ``jsonb`` object, as what it is."""
        cell = exp.JSONExtractScalar(this=item, expression=text(column.name), only_json_types=True)
        kind = self.types[column.type]
        return cell if kind == "text" else exp.cast(cell, kind, dialect=self.sqlglot)

    def each(self, items: Sql, made: Callable[[Sql, Sql], Sql]) -> Sql:
        """A query over the elements with their places, which PostgreSQL counts from 1."""
        place = name("items", "place")
        body = made(name("items", "item"), exp.Sub(this=place, expression=exp.Literal.number(1)))
        order = exp.Order(this=body, expressions=[exp.Ordered(this=place.copy())])
        elements = exp.Table(
            this=call("jsonb_array_elements", items),
            ordinality=True,
            alias=exp.TableAlias(
                this=exp.to_identifier("items", quoted=True),
                columns=[exp.to_identifier(each, quoted=True) for each in ("item", "place")],
            ),
        )
        return exp.select(call("jsonb_agg", order)).from_(elements).subquery()

    def record(self, fields: Record) -> Sql:
        """A ``jsonb`` object."""
        pairs = (part for key, value in fields.items() for part in (text(key), value))
        return call("jsonb_build_object", *pairs)

    def array(self, entries: Sequence[Sql], kind: str) -> Sql:
        """A ``jsonb`` array."""
        del kind
        if not entries:
            return exp.cast(text("[]"), "jsonb", dialect=self.sqlglot)
        return call("to_jsonb", exp.Array(expressions=list(entries)))

    def present(self, entries: Sql) -> Sql:
        """A path expression."""
        return call("jsonb_path_query_array", entries, text("$[*] ? (@ != null)"))

    def joined(self, lists: Sequence[Sql], listed: Sequence[Sql]) -> Sql:
        """Arrays are joined by ``||``; a path expression flattens them."""
        flat = (call("jsonb_path_query_array", each, text("$[*][*]")) for each in listed)
        every = [*lists, *(self._or_empty(each) for each in flat)]
        made = every[0]
        for each in every[1:]:
            made = exp.DPipe(this=made, expression=each, safe=False)
        return made

    def _or_empty(self, value: Sql) -> Sql:
        return exp.Coalesce(this=value, expressions=[self.array([], "jsonb")])

    def has_outcome(self, findings: Sql, outcome: str) -> Sql:
        """Does it contain a finding with this outcome?"""
        wanted = call("jsonb_build_object", text("outcome"), text(outcome))
        wanted = call("jsonb_build_array", wanted)
        return exp.ArrayContainsAll(this=findings, expression=wanted)

    def any_true(self, truths: Sql) -> Sql:
        """Does it contain ``true``? Of no elements there is no array to look at."""
        wanted = exp.cast(text("[true]"), "jsonb", dialect=self.sqlglot)
        found = exp.ArrayContainsAll(this=truths, expression=wanted)
        return exp.Coalesce(this=found, expressions=[exp.false()])

    def series(self, first: Sql, last: Sql) -> exp.Select:
        """``generate_series`` gives times."""
        return every_day(first, last)

    def weekday(self, day: Sql) -> Sql:
        """``EXTRACT(ISODOW FROM ...)``."""
        return exp.Extract(this=exp.var("ISODOW"), expression=day)

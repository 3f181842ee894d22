"""SQL as Spark has it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import ClassVar

from sqlglot import exp

from prevent.dates import Period
from prevent.rules.columns import Column, Type
from prevent.targets.sql.dialect import SPACES, Dialect, Record, Sql, plain_person
from prevent.targets.sql.words import call, given, number, text


class Spark(Dialect):
    """Lists are arrays of structs, and what is looked at in each item is a lambda."""

    name = "spark"
    title = "Spark"
    sqlglot = "spark"
    create = "CREATE OR REPLACE TEMPORARY VIEW"
    types: ClassVar[Mapping[Type, str]] = {
        "text": "STRING",
        "option": "STRING",
        "number": "BIGINT",
        "date": "DATE",
    }

    def column_type(self, column: Column) -> str:
        """A list is declared with the columns of its items."""
        if column.type != "list":
            return self.types[column.type]
        inner = (
            f"{exp.to_identifier(each.name, quoted=True).sql(self.sqlglot)}: "
            f"{self.types[each.type]}"
            for each in column.columns
        )
        return f"ARRAY<STRUCT<{', '.join(inner)}>>"

    def later(self, day: Sql, period: Period) -> Sql:
        """``add_months`` and ``date_add``."""
        if period.unit == "months":
            return call("add_months", day, number(period.number))
        days = period.number * (7 if period.unit == "weeks" else 1)
        return call("date_add", day, number(days))

    def days_between(self, first: Sql, second: Sql) -> Sql:
        """``datediff`` names the later day first."""
        return call("datediff", second, first)

    def entry(self, items: Sql, place: Sql) -> Sql:
        """``get`` counts from 0, and gives null where there is no such place."""
        return call("get", items, exp.Sub(this=place, expression=number(1)))

    def person(self, name: Sql) -> Sql:
        """Spaces by their numbers, as Java writes them."""
        spaces = "".join(rf"\x{{{first:X}}}-\x{{{last:X}}}" for first, last in SPACES)
        return plain_person(name, f"[{spaces}]+")

    def length(self, items: Sql) -> Sql:
        """``array_size``."""
        return call("array_size", items)

    def item_cell(self, item: Sql, column: Column) -> Sql:
        """A field of a struct."""
        return exp.Dot(this=item, expression=exp.to_identifier(column.name, quoted=True))

    def each(self, items: Sql, made: Callable[[Sql, Sql], Sql]) -> Sql:
        """A lambda over the item and its place."""
        item, place = (exp.to_identifier(each, quoted=True) for each in ("item", "place"))
        body = made(item, place)
        lambda_ = exp.Lambda(this=body, expressions=[item.copy(), place.copy()])
        whole = exp.Coalesce(this=items, expressions=[call("array")])
        return call("transform", whole, lambda_)

    def record(self, fields: Record) -> Sql:
        """A struct."""
        pairs = (part for key, value in fields.items() for part in (text(key), value))
        return call("named_struct", *pairs)

    def array(self, entries: Sequence[Sql], kind: str) -> Sql:
        """An array."""
        made = call("array", *entries)
        return made if entries else exp.cast(made, f"array<{kind}>", dialect=self.sqlglot)

    def present(self, entries: Sql) -> Sql:
        """``filter``."""
        entry = exp.to_identifier("entry", quoted=True)
        return call("filter", entries, exp.Lambda(this=given(entry.copy()), expressions=[entry]))

    def joined(self, lists: Sequence[Sql], listed: Sequence[Sql]) -> Sql:
        """``concat`` and ``flatten``."""
        every = [*lists, *(call("flatten", each) for each in listed)]
        return every[0] if len(every) == 1 else call("concat", *every)

    def has_outcome(self, findings: Sql, outcome: str) -> Sql:
        """``exists``."""
        finding = exp.to_identifier("finding", quoted=True)
        own = exp.Dot(this=finding.copy(), expression=exp.to_identifier("outcome", quoted=True))
        same = exp.EQ(this=own, expression=text(outcome))
        return call("exists", findings, exp.Lambda(this=same, expressions=[finding]))

    def any_true(self, truths: Sql) -> Sql:
        """``array_contains``."""
        return call("array_contains", truths, exp.true())

    def series(self, first: Sql, last: Sql) -> exp.Select:
        """``sequence``, one row for each."""
        days = call("explode", call("sequence", first, last))
        return exp.select(exp.alias_(days, "day", quoted=True))

    def weekday(self, day: Sql) -> Sql:
        """``weekday`` counts from 0."""
        return exp.Add(this=call("weekday", day), expression=number(1))

    def days_in_order(self, days: Sql, when: Sql | None = None) -> Sql:
        """Spark gathers in no order; but what grows with the days is in order once sorted."""
        gathered = call("collect_list", days)
        if when is not None:
            gathered = exp.Filter(this=gathered, expression=exp.Where(this=when))
        return call("array_sort", gathered)

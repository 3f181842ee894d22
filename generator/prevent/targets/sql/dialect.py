"""What each database says in its own way. Everything else is the same SQL in all of them."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping, Sequence
from typing import ClassVar

from sqlglot import exp

from prevent.dates import Period
from prevent.rules.columns import Column, Type
from prevent.targets.sql.words import call, number, text

Sql = exp.Expr
Record = Mapping[str, Sql]

SPACES = (
    (0x09, 0x0D),
    (0x1C, 0x20),
    (0x85, 0x85),
    (0xA0, 0xA0),
    (0x1680, 0x1680),
    (0x2000, 0x200A),
    (0x2028, 0x2029),
    (0x202F, 0x202F),
    (0x205F, 0x205F),
    (0x3000, 0x3000),
)
"""What Python's ``str.split`` takes for a space: a person's name is compared so."""


class Dialect(ABC):
    """One database's own ways."""

    name: ClassVar[str]
    """The folder of its files: ``duckdb``."""
    title: ClassVar[str]
    sqlglot: ClassVar[str]
    """What sqlglot calls it."""
    longest_name: ClassVar[int] = 255
    """How many bytes a name may have."""
    says_once: ClassVar[bool] = False
    """Must it be told to work out a step once, and not once for each row?"""
    create: ClassVar[str]
    """The words before the name of a view."""
    types: ClassVar[Mapping[Type, str]]
    """The type of a column, by what it holds; of a list where ``list_type`` does not say."""

    def column_type(self, column: Column) -> str:
        """The type of a register's column, as a table declares it."""
        return self.types[column.type]

    @abstractmethod
    def later(self, day: Sql, period: Period) -> Sql:
        """A day moved by days, weeks or months. Months go by the corresponding date."""

    @abstractmethod
    def days_between(self, first: Sql, second: Sql) -> Sql:
        """The number of days from the first to the second."""

    @abstractmethod
    def entry(self, items: Sql, place: Sql) -> Sql:
        """The entry of a list at a place from 1; null where there is no such place."""

    @abstractmethod
    def person(self, name: Sql) -> Sql:
        """A person's name for comparison, as ``prevent.fields.types.person`` makes it."""

    @abstractmethod
    def length(self, items: Sql) -> Sql:
        """How many items a list has; null where there is no list."""

    @abstractmethod
    def item_cell(self, item: Sql, column: Column) -> Sql:
        """What one column of an item says."""

    @abstractmethod
    def each(self, items: Sql, made: Callable[[Sql, Sql], Sql]) -> Sql:
        """A list of what is made of each item and its place from 0."""

    @abstractmethod
    def record(self, fields: Record) -> Sql:
        """A record with named fields."""

    @abstractmethod
    def array(self, entries: Sequence[Sql], kind: str) -> Sql:
        """A list of these entries; of ``kind`` (a SQL type), where there are none."""

    @abstractmethod
    def present(self, entries: Sql) -> Sql:
        """The entries of a list that are not null."""

    @abstractmethod
    def joined(self, lists: Sequence[Sql], listed: Sequence[Sql]) -> Sql:
        """Lists put together: ``lists``, and the lists that each of ``listed`` is a list of."""

    @abstractmethod
    def has_outcome(self, findings: Sql, outcome: str) -> Sql:
        """Has any of the findings this outcome?"""

    @abstractmethod
    def any_true(self, truths: Sql) -> Sql:
        """Is any of a list of truths true?"""

    @abstractmethod
    def series(self, first: Sql, last: Sql) -> exp.Select:
        """Every day from the first to the last, as a column ``day``."""

    @abstractmethod
    def weekday(self, day: Sql) -> Sql:
        """The day of the week, from 1 for Monday to 7."""

    def days_in_order(self, days: Sql, when: Sql | None = None) -> Sql:
        """The values of a column that grows with ``day``, as one list in that order."""
        order = exp.Order(this=days, expressions=[exp.Ordered(this=exp.column("day", quoted=True))])
        made: Sql = exp.ArrayAgg(this=order)
        return made if when is None else exp.Filter(this=made, expression=exp.Where(this=when))


def simple_later(day: Sql, period: Period) -> Sql:
    """A day moved, where a whole number can be added to a date: DuckDB and PostgreSQL."""
    back = period.number < 0
    if period.unit == "months":
        month = exp.Interval(this=text(str(abs(period.number))), unit=exp.var("MONTH"))
        moved = exp.Sub if back else exp.Add
        return exp.cast(moved(this=day, expression=month), "date")
    days = number(abs(period.number) * (7 if period.unit == "weeks" else 1))
    return (exp.Sub if back else exp.Add)(this=day, expression=days)


def plain_person(name: Sql, spaces: str, *flags: Sql) -> Sql:
    """A name with single spaces, none around it, and small letters."""
    single = call("regexp_replace", name, text(spaces), text(" "), *flags)
    return call("lower", call("trim", single))

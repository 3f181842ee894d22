"""The facts that tests compare, in SQL: what the columns say, and what is worked out of them."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlglot import exp

from prevent.conditions.lower import flat_name
from prevent.conditions.tree import Dated, Day, Moment
from prevent.dates import Calendar, Period
from prevent.requirements.day import IN_FORCE_ON, RECEIVED_ON, TODAY
from prevent.rules.columns import Column, columns
from prevent.rules.ruleset import KindRules
from prevent.targets.sql.calendar import working_days_later
from prevent.targets.sql.dialect import Dialect, Sql
from prevent.targets.sql.words import (
    day,
    either_of,
    given,
    name,
    nothing,
    number,
    text,
    total,
    where_true,
)


class Names:
    """Names that are new to a query, and short enough for its database."""

    def __init__(self, taken: Iterable[str], longest: int) -> None:
        self._longest = longest
        self._taken: set[str] = set()
        for each in taken:
            self._taken.add(self._key(each))

    def new(self, wanted: str) -> str:
        """The name wanted, or one like it that is not taken. Capitals make no difference."""
        made, count = self._short(wanted, ""), 1
        while self._key(made) in self._taken:
            count += 1
            made = self._short(wanted, f"_{count}")
        self._taken.add(self._key(made))
        return made

    def _key(self, wanted: str) -> str:
        return self._short(wanted, "").casefold()

    def _short(self, wanted: str, end: str) -> str:
        room = self._longest - len(end)
        return wanted.encode()[:room].decode(errors="ignore") + end


@dataclass(frozen=True, slots=True)
class Asked:
    """What is no column of a register: ``today`` and, if given, ``policy_as_of``.

    ``keep`` are columns that are no part of a register either, and to be given as they are.
    """

    today: Sql
    policy_as_of: Sql | None = None
    keep: tuple[str, ...] = ()


class Facts(ABC):
    """The facts of what is looked at."""

    def __init__(self, own: Sequence[Column], dialect: Dialect, calendar: Calendar) -> None:
        self.own = own
        self.dialect = dialect
        self.calendar = calendar
        self._columns = {column.fact: column for column in own}

    @abstractmethod
    def fact(self, path: str) -> Sql:
        """What a fact is; null where it is missing."""

    @abstractmethod
    def moment(self, when: Dated) -> Sql:
        """A day; null where its date is missing, or working days cannot be counted."""

    @abstractmethod
    def never_missing(self, path: str) -> bool:
        """Is the fact one that is counted, and so always there?"""

    def _states(self, path: str) -> bool:
        return path in self._columns or bool(self._options(path))

    def _options(self, path: str) -> list[Column]:
        """The columns of the options of a "several"."""
        return [
            column
            for column in self.own
            if column.field is not None
            and column.field.type == "several"
            and column.field.id == path
        ]

    def _worked_out(self, path: str) -> Sql | None:
        """The fact, where it is not simply its column."""
        column = self._columns.get(path)
        head, _, last = path.rpartition(".")
        if column is None:
            return self._several(self._options(path))
        if column.type == "list":
            return either_of(self.dialect.length(self._cell(column)), number(0))
        if last == "by":
            return self.dialect.person(self._cell(column))
        if last == "latest" and f"{head}.date" in self._columns:
            return either_of(self._cell(column), self._cell(self._columns[f"{head}.date"]))
        return None

    def _several(self, options: Sequence[Column]) -> Sql:
        """How many were named; null where nothing is said of any."""
        yes = total(
            where_true(
                [(exp.EQ(this=self._cell(each), expression=text("yes")), number(1))], number(0)
            )
            for each in options
        )
        some = exp.or_(*(given(self._cell(each)) for each in options))
        return where_true([(some, yes)])

    @abstractmethod
    def _use_calendar(self) -> None:
        """Notes that working days are counted."""

    @abstractmethod
    def _cell(self, column: Column) -> Sql:
        """What a column says."""

    def later(self, start: Sql, period: Period) -> Sql:
        """A day and a period after it, or before it."""
        if period.unit != "working_days":
            return self.dialect.later(start, period)
        if period.number == 0:
            return start
        if not self.calendar.last:
            return nothing("date")
        self._use_calendar()
        return working_days_later(start, period.number, self.calendar, self.dialect)

    def _moved(self, when: Moment) -> Sql:
        made = self.fact(when.fact)
        for period in (when.offset, when.then):
            if period is not None:
                made = self.later(made, period)
        return made


class WholeFacts(Facts):
    """The facts of a request. What is worked out has a column of its own, worked out once."""

    def __init__(
        self, kind: KindRules, dialect: Dialect, calendar: Calendar, asked: Asked, names: Names
    ) -> None:
        super().__init__(columns(kind), dialect, calendar)
        self._kind = kind
        self._asked = asked
        self._names = names
        self.uses_calendar = False
        self.items_use_calendar = False
        self.worked_out: dict[str, tuple[str, Sql]] = {}
        """By fact, the column it has and what that holds."""
        self.moved: dict[Moment, tuple[str, Sql]] = {}
        """By day, the column it has and what that holds."""
        self.firsts: dict[str, str] = {}
        """The columns of numbers that are always there: see Firsts."""

    def fact(self, path: str) -> Sql:
        """A column."""
        if path in self.firsts:
            return name(self.firsts[path])
        if path not in self.worked_out:
            made = self._worked_out(path)
            if made is None:
                return name(self._columns[path].name)
            wanted = f"{flat_name(path)}{self._ending(path)}"
            self.worked_out[path] = (self._names.new(wanted), made)
        return name(self.worked_out[path][0])

    def moment(self, when: Dated) -> Sql:
        """A column, or a day of the calendar."""
        if isinstance(when, Day):
            return day(when.day)
        if when.offset is None and when.then is None:
            return self.fact(when.fact)
        if when not in self.moved:
            self.moved[when] = (self._names.new(_name_of(when)), self._moved(when))
        return name(self.moved[when][0])

    def never_missing(self, path: str) -> bool:
        """The day of the check, how many items a list has, and which of some tests is first."""
        column = self._columns.get(path)
        return (
            path == TODAY or path in self.firsts or (column is not None and column.type == "list")
        )

    def _ending(self, path: str) -> str:
        column = self._columns.get(path)
        if path in (TODAY, IN_FORCE_ON):
            return ""
        if column is None or column.type == "list":
            return "_count"
        return "_compared" if path.endswith(".by") else "_or_date"

    def _worked_out(self, path: str) -> Sql | None:
        if path == TODAY:
            return self._asked.today.copy()
        if path == IN_FORCE_ON:
            received = name(RECEIVED_ON) if RECEIVED_ON in self._columns else None
            if received is None:
                received = self._asked.today.copy()
            policy = self._asked.policy_as_of
            return received if policy is None else either_of(policy.copy(), received)
        if not self._states(path):
            raise ValueError(f"no column says {path}")
        return super()._worked_out(path)

    def _use_calendar(self) -> None:
        self.uses_calendar = True

    def _cell(self, column: Column) -> Sql:
        return name(column.name)


class ItemFacts(Facts):
    """The facts of one item of a list, and beside them those of the request it stands in."""

    def __init__(self, whole: WholeFacts, column: Column, item: Sql) -> None:
        super().__init__(column.columns, whole.dialect, whole.calendar)
        self._whole = whole
        self._item = item

    def fact(self, path: str) -> Sql:
        """A cell of the item, or a column of the request."""
        if not self._states(path):
            return self._whole.fact(path)
        made = self._worked_out(path)
        return self._cell(self._columns[path]) if made is None else made

    def moment(self, when: Dated) -> Sql:
        """Worked out where it is compared, if it is a day of the item."""
        if isinstance(when, Day) or not self._states(when.fact):
            return self._whole.moment(when)
        return self._moved(when)

    def never_missing(self, path: str) -> bool:
        """As of the request."""
        return not self._states(path) and self._whole.never_missing(path)

    def _use_calendar(self) -> None:
        self._whole.uses_calendar = self._whole.items_use_calendar = True

    def _cell(self, column: Column) -> Sql:
        return self.dialect.item_cell(self._item.copy(), column)


def counts_working_days(when: Moment) -> bool:
    """Is it working days from its date?"""
    return any(period and period.unit == "working_days" for period in (when.offset, when.then))


def _name_of(when: Moment) -> str:
    made = flat_name(when.fact)
    for period in (when.offset, when.then):
        if period is not None:
            direction = "minus" if period.number < 0 else "plus"
            made += f"_{direction}_{abs(period.number)}_{period.unit}"
    return made

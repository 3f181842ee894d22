"""The days that are worked, in SQL: what working days are counted by."""

from __future__ import annotations

from datetime import date

from sqlglot import exp

from prevent.dates import Calendar
from prevent.targets.sql.dialect import Dialect, Sql
from prevent.targets.sql.words import day, missing, name, named, number, table, where_true

CALENDAR = "calendar"
WORKED = "worked"
SO_FAR = "so_far"


def calendar_steps(calendar: Calendar, dialect: Dialect) -> dict[str, exp.Select]:
    """The steps to one row of two lists: the days worked, and how many there were by each day.

    The second begins with the last day before the years whose bank holidays are known.
    """
    closed = exp.values(
        [(day(each),) for each in sorted(calendar.closed)], alias="closed", columns=["day"]
    )
    series = dialect.series(day(_before(calendar)), day(date(calendar.last, 12, 31)))
    weekday = exp.LTE(this=dialect.weekday(name("every_day", "day")), expression=number(5))
    later = exp.GT(this=name("every_day", "day"), expression=day(_before(calendar)))
    works = exp.and_(weekday, missing(name("bank_holidays", "day")), later)
    weekdays = (
        exp.select(
            name("every_day", "day"), named(where_true([(works, number(1))], number(0)), WORKED)
        )
        .from_(table("every_day"))
        .join(
            table("bank_holidays"),
            on=exp.EQ(this=name("bank_holidays", "day"), expression=name("every_day", "day")),
            join_type="left",
        )
    )
    so_far = exp.Window(
        this=exp.Sum(this=name(WORKED)),
        order=exp.Order(expressions=[exp.Ordered(this=name("day"))]),
    )
    counted = exp.select(name("day"), name(WORKED), named(exp.cast(so_far, "int"), SO_FAR)).from_(
        table("weekdays")
    )
    worked = exp.EQ(this=name(WORKED), expression=number(1))
    lists = exp.select(
        named(dialect.days_in_order(name("day"), worked), WORKED),
        named(dialect.days_in_order(name(SO_FAR)), SO_FAR),
    ).from_(table("counted"))
    return {
        "bank_holidays": exp.select(name("closed", "day")).from_(closed),
        "every_day": series,
        "weekdays": weekdays,
        "counted": counted,
        CALENDAR: lists,
    }


def working_days_later(start: Sql, shift: int, calendar: Calendar, dialect: Dialect) -> Sql:
    """The working day that many after ``start``, or before it, as ``Calendar.add`` counts.

    Null where the bank holidays known do not reach so far. ``shift`` is not 0.
    """
    place: Sql = dialect.days_between(day(_before(calendar)), start)
    if shift > 0:
        place = exp.Add(this=place, expression=number(1))
    else:
        # The days worked before the start: those up to the day before it.
        shift += 1
    nth = dialect.entry(name(CALENDAR, SO_FAR), place)
    if shift:
        nth = (exp.Add if shift > 0 else exp.Sub)(this=nth, expression=number(abs(shift)))
    return dialect.entry(name(CALENDAR, WORKED), nth)


def _before(calendar: Calendar) -> date:
    """The last day before the years whose bank holidays are known."""
    return date(calendar.first - 1, 12, 31)

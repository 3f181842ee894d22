"""A day, as it is written in a rule wherever a date is asked for.

A day is a date field of the request, ``today``, a date such as ``2026-09-01``, the day of a
decision, of advice or of something completed, or a period before or after one of these:
``{working_days: 5, before: date}``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from prevent.conditions.tree import Dated, Day, Moment
from prevent.dates import UNITS, Period, Unit, parse_date
from prevent.fields.types import Schema

TODAY = "today"
"""The day of the check."""

IN_FORCE_ON = "in_force_on"
"""The day whose version of the policy counts: when the request was received, else today."""

RECEIVED_ON = "received_on"
"""The field that says when a request was received; the request format fixes its name."""

ALWAYS_THERE = frozenset({TODAY, IN_FORCE_ON})
"""The facts that no request states and that are always there."""

LONGEST: Mapping[Unit, int] = {"days": 3650, "working_days": 2500, "weeks": 520, "months": 120}
"""The longest period of each unit that a rule may name."""

EVIDENCE: Mapping[str, tuple[str, str]] = {
    "approval_of": ("approvals", "{field}.{name}.date"),
    "advice_of": ("advice", "{field}.{name}.date"),
    "completed": ("completion", "{name}.completed"),
}
"""The days of evidence: the key, the type of field it stands in, and the fact it is."""

WRITTEN: Mapping[str, str] = {
    "date": "A date field of the request.",
    TODAY: "The day of the check.",
    "2026-09-01": "That very day.",
    "{approval_of: head}": "The day this role agreed.",
    "{approval_of: head, in: final_approvals}": "The same, where there are two such lists.",
    "{advice_of: safeguarding-lead}": "The day this role advised.",
    "{advice_of: head, in: first_advice}": "The same, where there are two such lists.",
    "{completed: first_aid_plan}": "The day it was completed.",
    "{days: 3, before: date}": "So many days before a day.",
    "{working_days: 5, before: date}": "So many working days before a day: not weekends, not bank"
    " holidays.",
    "{weeks: 2, after: received_on}": "So many weeks after a day.",
    "{months: 1, after: date}": "So many calendar months after a day, by the corresponding date.",
}
"""Every way to write a day, with what it means, in the words of the language reference's own
organisation.
"""

FieldOf = Callable[[str], str]
"""Gives the id of the field of a type. Raises ``RequirementError`` where there is none."""


def period_of(written: Mapping[str, object]) -> Period:
    """The period that a mapping such as ``{months: 1}`` names."""
    unit = next(unit for unit in UNITS if unit in written)
    number = written[unit]
    assert isinstance(number, int)
    return Period(number, unit)


def day_of(written: object, field_of: FieldOf) -> Dated:
    """The day that is written. Its schema has accepted it."""
    if not isinstance(written, Mapping):
        fixed = parse_date(str(written))
        return Moment(str(written)) if fixed is None else Day(fixed)
    for key, (kind, fact) in EVIDENCE.items():
        if key in written:
            field = str(written.get("in") or ("" if key == "completed" else field_of(kind)))
            return Moment(fact.format(field=field, name=written[key]))
    period = period_of(written)
    if "before" in written:
        period = Period(-period.number, period.unit)
    start = day_of(written.get("before", written.get("after")), field_of)
    assert isinstance(start, Moment)
    return Moment(start.fact, period)


def period_schema(units: Mapping[Unit, int] = LONGEST) -> Schema:
    """The properties of a period: one key for each unit."""
    return {
        unit: {
            "description": f"A whole number of {unit.replace('_', ' ')}.",
            "type": "integer",
            "minimum": 1,
            "maximum": longest,
        }
        for unit, longest in units.items()
    }

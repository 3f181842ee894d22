"""Flat tests, flat facts and days in Rego."""

from __future__ import annotations

from collections.abc import Mapping

from prevent.conditions.flat import Both, Compare, Constant, Either, Flat, Operator
from prevent.conditions.lower import FlatFact, moment_name
from prevent.conditions.tree import Dated, Day
from prevent.dates import Period
from prevent.targets.rego.text import member, quoted

_OPERATORS: Mapping[Operator, str] = {
    "eq": "==",
    "ne": "!=",
    "lt": "<",
    "le": "<=",
    "gt": ">",
    "ge": ">=",
}
_SHORT = 88


def statements(test: Flat) -> list[str]:
    """The body of a rule that holds where the test does, as lines.

    What is nested is worked out as a value first, and then asked for: engines agree on that.
    """
    parts = test.parts if isinstance(test, Both) else (test,)
    lines: list[str] = []
    number = 0
    for part in parts:
        match part:
            case Compare():
                lines.append(_compared(part))
            case Constant(value):
                lines.append("true" if value else "false")
            case _:
                number += 1
                first, *rest = value_lines(part)
                lines += [f"either_{number} := {first}", *rest, f"either_{number}"]
    return lines


def value(test: Flat) -> str:
    """The test as a value, true or false, on one line."""
    match test:
        case Compare():
            return _compared(test)
        case Both(parts):
            return f"request.all_of([{', '.join(value(part) for part in parts)}])"
        case Either(parts):
            return f"request.any_of([{', '.join(value(part) for part in parts)}])"
        case Constant(truth):
            return "true" if truth else "false"


def value_lines(test: Flat) -> list[str]:
    """The test as a value, over several lines where it is long."""
    line = value(test)
    if len(line) <= _SHORT or not isinstance(test, Both | Either):
        return [line]
    name = "all_of" if isinstance(test, Both) else "any_of"
    lines = [f"request.{name}(["]
    for part in test.parts:
        own = value_lines(part)
        lines += [f"\t{each}" for each in own[:-1]]
        lines.append(f"\t{own[-1]},")
    return [*lines, "])"]


def _compared(test: Compare) -> str:
    fact = member("f", test.fact)
    if isinstance(test.value, bool):
        return f"{fact} {_OPERATORS[test.operator]} {'true' if test.value else 'false'}"
    shown = quoted(test.value) if isinstance(test.value, str) else str(test.value)
    return f"{fact} {_OPERATORS[test.operator]} {shown}"


def fact_value(fact: FlatFact) -> str:
    """How a flat fact is worked out of ``facts`` and ``days``."""
    match fact.kind:
        case "text" | "number":
            return f"request.{fact.kind}(facts, {quoted(fact.fact)})"
        case "given":
            return f"request.is_given(facts, {quoted(fact.fact)})"
        case _:
            assert fact.first is not None
            assert fact.second is not None
            return f"request.{fact.kind}({day_name(fact.first)}, {day_name(fact.second)})"


def day_name(day: Dated) -> str:
    """A day among ``days``."""
    return f"days[{quoted(moment_name(day))}]"


def day_value(day: Dated) -> str:
    """How a day is worked out of ``facts``: its number, or null."""
    if isinstance(day, Day):
        return f"request.day_number({quoted(day.day.isoformat())})"
    said = f"request.day(facts, {quoted(day.fact)})"
    for period in (day.offset, day.then):
        if period is not None:
            said = f"request.plus_{period.unit}({said}, {period.number})"
    return said


def counts_working_days(day: Dated) -> str:
    """The fact from which working days are counted to come to the day; empty where none are."""
    if isinstance(day, Day):
        return ""
    periods: tuple[Period | None, ...] = (day.offset, day.then)
    return day.fact if any(each and each.unit == "working_days" for each in periods) else ""

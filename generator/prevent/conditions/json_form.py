"""Conditions as JSON, as they stand in the generated rules, and back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias, TypeGuard

from prevent.conditions.tree import (
    SIZES,
    All,
    Always,
    Any,
    Condition,
    Dated,
    Day,
    Given,
    Is,
    Moment,
    Not,
    NotAfter,
    Number,
)
from prevent.dates import UNITS, Period, parse_date

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"


def encode(condition: Condition) -> Json:
    """The condition as JSON: ``{"fact": "source", "is": ["external-agency"]}``."""
    match condition:
        case Always(value):
            return value
        case All(parts):
            return {"all": [encode(part) for part in parts]}
        case Any(parts):
            return {"any": [encode(part) for part in parts]}
        case Not(part):
            return {"not": encode(part)}
        case Given(fact):
            return {"given": fact}
        case Is(fact, values):
            return {"fact": fact, "is": list(values)}
        case Number(fact, size, number):
            return {"fact": fact, size: number}
        case NotAfter(first, second):
            return {"date": encode_moment(first), "not_after": encode_moment(second)}


def decode(data: object) -> Condition:
    """The condition that :func:`encode` wrote. Raises ``ValueError`` for anything else."""
    match data:
        case bool(value):
            return Always(value)
        case {"all": list(parts), **rest} if not rest:
            return All(tuple(decode(part) for part in parts))
        case {"any": list(parts), **rest} if not rest:
            return Any(tuple(decode(part) for part in parts))
        case {"not": part, **rest} if not rest:
            return Not(decode(part))
        case {"given": str(fact), **rest} if not rest:
            return Given(fact)
        case {"date": first, "not_after": second, **rest} if not rest:
            return NotAfter(decode_moment(first), decode_moment(second))
        case {"fact": str(fact), **compared} if len(compared) == 1:
            return _decode_comparison(fact, compared)
    raise ValueError(f"not a condition: {data!r}")


def _decode_comparison(fact: str, compared: Mapping[object, object]) -> Is | Number:
    values = compared.get("is")
    if isinstance(values, list) and all(isinstance(value, str) for value in values):
        return Is(fact, tuple(values))
    for size in SIZES:
        number = compared.get(size)
        if _is_whole(number):
            return Number(fact, size, number)
    raise ValueError(f"not a comparison: {compared!r}")


def encode_moment(when: Dated) -> Json:
    """A date as JSON: ``{"fact": "received_on", "plus": {"months": 1}}``, ``{"day": …}``."""
    if isinstance(when, Day):
        return {"day": when.day.isoformat()}
    periods = {"plus": when.offset, "then": when.then}
    moved: dict[str, Json] = {
        key: {period.unit: period.number} for key, period in periods.items() if period
    }
    return {"fact": when.fact, **moved}


def decode_moment(data: object) -> Dated:
    """The date that :func:`encode_moment` wrote. Raises ``ValueError`` for anything else."""
    match data:
        case {"fact": str(fact), **moved} if list(moved) in _MOVED:
            periods = [_period(each) for each in moved.values()]
            if None not in periods:
                return Moment(fact, *periods)
        case {"day": str(text), **rest} if not rest and (day := parse_date(text)):
            return Day(day)
    raise ValueError(f"not a date of a request: {data!r}")


_MOVED: tuple[list[str], ...] = ([], ["plus"], ["plus", "then"])


def _period(data: object) -> Period | None:
    if isinstance(data, dict) and len(data) == 1:
        [(unit, number)] = data.items()
        if unit in UNITS and _is_whole(number):
            return Period(number, unit)
    return None


def _is_whole(value: object) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool)

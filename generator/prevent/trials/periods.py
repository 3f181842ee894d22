"""Periods next to a period: what could stand in its place and hardly be noticed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from prevent.dates import UNITS, Period, Unit


def other_periods(period: Period) -> Iterator[Period]:
    """Periods a little shorter and a little longer, in the same direction."""
    sign = -1 if period.number < 0 else 1
    number = abs(period.number)
    near: list[tuple[int, Unit]]
    match period.unit:
        case "weeks":
            near = [(7 * number - 1, "days"), (7 * number + 1, "days")]
        case "months":
            # A calendar month is neither 30 days nor 31.
            near = [(30 * number, "days"), (31 * number, "days")]
        case unit:
            near = [(number - 1, unit), (number + 1, unit)]
    for other, unit in near:
        if other > 0:
            yield Period(sign * other, unit)


def written_period(value: object) -> Period | None:
    """The period that ``{months: 1}`` states, or None where something else is written."""
    if not isinstance(value, Mapping) or len(value) != 1:
        return None
    [(unit, number)] = value.items()
    if isinstance(number, bool) or not isinstance(number, int):
        return None
    return next((Period(number, each) for each in UNITS if each == unit), None)


def as_written(period: Period) -> dict[str, object]:
    """The period as it is written in YAML."""
    return {period.unit: period.number}

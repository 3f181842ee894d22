"""Periods and days next to the ones that are written: what could stand there and hardly be noticed.

Days are as rules write them; see ``prevent.requirements.day``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from prevent.dates import UNITS, Period, Unit

MOVED = frozenset({"before", "after"})
"""What stands beside a period where it moves a day."""


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
        case "working_days":
            near = [(number - 1, "working_days"), (number + 1, "working_days"), (number, "days")]
        case unit:
            near = [(number - 1, unit), (number + 1, unit)]
    for other, unit in near:
        if other > 0:
            yield Period(sign * other, unit)


def written_period(value: object) -> Period | None:
    """The period of ``{months: 1}`` or ``{days: 5, before: date}``; None of anything else."""
    if not isinstance(value, Mapping):
        return None
    units = [unit for unit in UNITS if unit in value]
    if len(units) != 1 or set(value) - MOVED - {units[0]}:
        return None
    number = value[units[0]]
    if isinstance(number, bool) or not isinstance(number, int):
        return None
    return Period(number, units[0])


def with_period(value: object, period: Period) -> dict[str, object]:
    """What is written there, with another period."""
    assert isinstance(value, Mapping)
    moved = {key: day for key, day in value.items() if key in MOVED}
    return {period.unit: period.number, **moved}


def other_days(day: object) -> Iterator[tuple[object, str]]:
    """A written day moved a little, and what it is then: ``a day earlier``."""
    period = written_period(day)
    if period is None:
        yield {"days": 1, "before": day}, "a day earlier"
        yield {"days": 1, "after": day}, "a day later"
        return
    for other in other_periods(period):
        yield with_period(day, other), f"{other} instead of {period}"

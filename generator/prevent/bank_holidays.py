"""The bank holidays of the parts of the United Kingdom, from a maintained calendar, offline.

They are written into the rules when these are made, so that a check needs no calendar of its own
and every engine counts by the same days. A bank holiday that is proclaimed later comes with a new
release of the calendar and the next ``prevent build``.
"""

from __future__ import annotations

from collections.abc import Mapping

PARTS: Mapping[str, str] = {
    "england-and-wales": "ENG",
    "scotland": "SCT",
    "northern-ireland": "NIR",
}
"""The parts of the United Kingdom that have bank holidays of their own."""

FIRST_YEAR, LAST_YEAR = 2000, 2050
"""The years that working days can be counted in."""


def bank_holidays(part: str) -> tuple[str, ...]:
    """The bank holidays of one of :data:`PARTS`, each ``YYYY-MM-DD``, in order.

    Raises ``KeyError`` for any other part.
    """
    import holidays  # noqa: PLC0415 (slow to import, and few policies count working days)

    years = range(FIRST_YEAR, LAST_YEAR + 1)
    days = holidays.country_holidays("GB", subdiv=PARTS[part], years=years)
    return tuple(day.isoformat() for day in sorted(days))

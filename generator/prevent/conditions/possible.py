"""Can a condition ever be true? Found by going through the combinations it mentions.

Options and yes-or-no answers are gone through one by one, numbers at the values next to those the
condition names, and each comparison of dates as a question of its own. So "yes" may be too
generous where dates are involved, and "no" is always right.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Mapping, Sequence

from prevent.conditions.evaluate import Fact, Facts, evaluate
from prevent.conditions.tree import (
    All,
    Always,
    Any,
    Condition,
    Dated,
    Day,
    Given,
    Is,
    Not,
    NotAfter,
    Number,
    leaves,
)

MOST = 100_000
"""The most combinations gone through; beyond, the answer is that it may be possible."""


def example(
    condition: Condition,
    options: Mapping[str, Sequence[str]],
    accepts: Callable[[Facts], bool] | None = None,
) -> Facts | None:
    """Facts that make the condition true (and that ``accepts`` accepts), or None.

    ``options`` are the answers a fact may have, by fact; a fact that is not among them may be any
    of the values its comparisons name, or another. Comparisons of dates appear as facts whose
    names begin with ``date:``.
    """
    asked = _without_dates(condition)
    domains = _domains(asked, options)
    if math.prod(len(values) for values in domains.values()) > MOST:
        return {}
    for values in itertools.product(*domains.values()):
        facts = {
            fact: value for fact, value in zip(domains, values, strict=True) if value is not None
        }
        if evaluate(asked, facts) is True and (accepts is None or accepts(facts)):
            return facts
    return None


def _without_dates(condition: Condition) -> Condition:
    match condition:
        case All(parts):
            return All(tuple(_without_dates(part) for part in parts))
        case Any(parts):
            return Any(tuple(_without_dates(part) for part in parts))
        case Not(part):
            return Not(_without_dates(part))
        case NotAfter(first, second):
            settled = _settled(first, second)
            if settled is None:
                return Is(f"date:{condition}", ("yes",))
            return Always(settled)
        case _:
            return condition


def _settled(first: Dated, second: Dated) -> bool | None:
    """What comparing a date with itself comes to, both moved by periods of one unit."""
    if isinstance(first, Day) and isinstance(second, Day):
        return first.day <= second.day
    if isinstance(first, Day) or isinstance(second, Day) or first.fact != second.fact:
        return None
    if first.then or second.then:
        return None
    units = {moment.offset.unit for moment in (first, second) if moment.offset}
    if len(units) > 1:
        return None
    early, late = (moment.offset.number if moment.offset else 0 for moment in (first, second))
    return early <= late


def _domains(
    condition: Condition, options: Mapping[str, Sequence[str]]
) -> dict[str, list[Fact | None]]:
    domains: dict[str, dict[Fact | None, None]] = {}
    for leaf in leaves(condition):
        match leaf:
            case Is(fact, values):
                own = options.get(fact, (*values, "another"))
                domains.setdefault(fact, {None: None}).update(dict.fromkeys(own))
            case Number(fact, _, number):
                near = [each for each in (number - 1, number, number + 1) if each >= 0]
                domains.setdefault(fact, {None: None}).update(dict.fromkeys(near))
            case Given(fact):
                domains.setdefault(fact, {None: None}).update(
                    dict.fromkeys(options.get(fact, ("another",)))
                )
            case NotAfter():
                raise AssertionError("dates have been taken out")
    return {fact: list(values) for fact, values in domains.items()}

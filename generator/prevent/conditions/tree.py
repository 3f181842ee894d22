"""The condition tree: what a rule may ask of a request, and nothing else.

A condition is *true*, *false* or *unknown*. A comparison with a missing fact is unknown; so
nothing is ever assumed about a fact that is not there. ``All``, ``Any`` and ``Not`` combine the
three values as Kleene's strong logic does: ``All`` is false as soon as one part is false, true
when every part is true, and unknown otherwise; ``Any`` the other way round; ``Not`` swaps true and
false and leaves unknown. ``Given`` asks whether a fact is there, and is never unknown. There is
no truthiness: each comparison names the value it compares with.

Facts are named by paths: ``source``, ``approvals.managing-director.decision``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from prevent.dates import Period

Size = Literal["at_least", "more_than", "at_most", "less_than"]
SIZES: tuple[Size, ...] = ("at_least", "more_than", "at_most", "less_than")


@dataclass(frozen=True, slots=True)
class Always:
    """True or false whatever the request says."""

    value: bool


@dataclass(frozen=True, slots=True)
class Is:
    """The fact is one of these values. Unknown where the fact is missing."""

    fact: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Number:
    """The fact, a whole number, compares so with ``number``. Unknown where it is missing."""

    fact: str
    size: Size
    number: int


@dataclass(frozen=True, slots=True)
class Given:
    """The fact is there. Never unknown."""

    fact: str


@dataclass(frozen=True, slots=True)
class Moment:
    """A date of the request, moved by a period: received_on and a calendar month.

    ``then`` moves it by another after that: the day after five working days.
    """

    fact: str
    offset: Period | None = None
    then: Period | None = None


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the calendar, the same for every request."""

    day: date


Dated: TypeAlias = Moment | Day


@dataclass(frozen=True, slots=True)
class NotAfter:
    """``first`` is on or before ``second``. Unknown where either date is missing."""

    first: Dated
    second: Dated


@dataclass(frozen=True, slots=True)
class All:
    """Every part holds. ``All(())`` is true."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Any:
    """At least one part holds. ``Any(())`` is false."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """The part does not hold; unknown where the part is unknown."""

    part: Condition


Condition: TypeAlias = Always | Is | Number | Given | NotAfter | All | Any | Not

TRUE = Always(value=True)
FALSE = Always(value=False)


def leaves(condition: Condition) -> Iterator[Is | Number | Given | NotAfter]:
    """Every comparison of a condition, in the order written."""
    match condition:
        case All(parts) | Any(parts):
            for part in parts:
                yield from leaves(part)
        case Not(part):
            yield from leaves(part)
        case Always():
            return
        case _:
            yield condition


def facts_of(condition: Condition) -> dict[str, None]:
    """The facts a condition mentions, each once, in the order written."""
    found: dict[str, None] = {}
    for leaf in leaves(condition):
        if isinstance(leaf, NotAfter):
            dated = (leaf.first, leaf.second)
            found.update({each.fact: None for each in dated if isinstance(each, Moment)})
        else:
            found[leaf.fact] = None
    return found

"""Random conditions and random facts, over a handful of facts with few values each.

Few values make it likely that a fact meets a comparison exactly: on the day, at the number.
"""

from collections.abc import Sequence
from datetime import date
from functools import cache

from hypothesis import strategies as st

from prevent.conditions.evaluate import Fact, Facts
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
from prevent.dates import UNITS, Calendar, Period

CALENDAR = Calendar(frozenset({date(2024, 1, 31), date(2024, 3, 1)}), 2023, 2025)
"""Two days not worked, among those that the facts name."""

OPTION_FACTS = ("source", "literature.about-programme", "approvals.managing-director.decision")
NUMBER_FACTS = ("speakers", "attendees")
DATE_FACTS = ("received_on", "starts_on", "approvals.managing-director.date")
FACT_NAMES = (*OPTION_FACTS, *NUMBER_FACTS, *DATE_FACTS)
OPTIONS = ("yes", "no", "external-agency")


def facts() -> st.SearchStrategy[Facts]:
    """The facts of a request, any of which may be missing."""
    values: dict[str, st.SearchStrategy[Fact]] = {
        **dict.fromkeys(OPTION_FACTS, st.sampled_from(OPTIONS)),
        **dict.fromkeys(NUMBER_FACTS, st.integers(0, 3)),
        **dict.fromkeys(DATE_FACTS, _days()),
    }
    return st.fixed_dictionaries({}, optional=values)


def moments() -> st.SearchStrategy[Dated]:
    """A date fact, as it is or moved by a period of either direction; or a day of its own."""
    periods = st.builds(Period, st.integers(-2, 2), st.sampled_from(UNITS))
    moved = st.builds(Moment, st.sampled_from(DATE_FACTS), st.none() | periods)
    return moved | st.builds(Day, _days())


def comparisons() -> st.SearchStrategy[Condition]:
    """A comparison with a fact: of options, of numbers or of dates."""
    values = st.lists(st.sampled_from(OPTIONS), min_size=1, max_size=2, unique=True).map(tuple)
    return st.one_of(
        st.builds(Is, st.sampled_from(OPTION_FACTS), values),
        st.builds(Number, st.sampled_from(NUMBER_FACTS), st.sampled_from(SIZES), st.integers(0, 3)),
        st.builds(NotAfter, moments(), moments()),
    )


def leaves() -> st.SearchStrategy[Condition]:
    """A condition without parts, of any kind."""
    return st.one_of(
        comparisons(),
        st.builds(Given, st.sampled_from(FACT_NAMES)),
        st.builds(Always, st.booleans()),
    )


@cache
def conditions(depth: int = 4, *, given: bool = True) -> st.SearchStrategy[Condition]:
    """A condition of every kind of node, at most ``depth`` nodes deep.

    Without ``given`` no part asks whether a fact is there.
    """
    leaf = leaves() if given else comparisons()
    if depth <= 1:
        return leaf
    inner = conditions(depth - 1, given=given)
    parts = st.lists(inner, max_size=3).map(_as_tuple)
    nodes = (leaf, st.builds(All, parts), st.builds(Any, parts), st.builds(Not, inner))
    # Chosen evenly: one_of would weigh each of a leaf's many kinds like a whole combination.
    return st.sampled_from(nodes).flatmap(_itself)


def _as_tuple(parts: Sequence[Condition]) -> tuple[Condition, ...]:
    return tuple(parts)


def _itself(nodes: st.SearchStrategy[Condition]) -> st.SearchStrategy[Condition]:
    return nodes


def _days() -> st.SearchStrategy[date]:
    # Round the end of a short month, where months, weeks and days part ways.
    return st.dates(date(2024, 1, 29), date(2024, 2, 2)) | st.dates(
        date(2024, 2, 27), date(2024, 3, 2)
    )

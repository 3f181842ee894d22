"""Conditions that are looked at apart can be true exactly where they can be true together."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from conditions.strategies import CALENDAR, OPTION_FACTS, OPTIONS, conditions
from prevent.conditions.apart import Apart
from prevent.conditions.possible import World, example
from prevent.conditions.tree import All, Condition, Given, Is, Not
from prevent.dates import Calendar

SOURCE, LITERATURE, DECISION = OPTION_FACTS
GIVEN = "approvals.managing-director.date"
BOUND = World(
    answers=dict.fromkeys(OPTION_FACTS, OPTIONS),
    only_when={LITERATURE: (SOURCE, "yes")},
    together=lambda fact: fact.removesuffix(".decision").removesuffix(".date"),
    calendar=Calendar(CALENDAR.closed, 1990, 2060),
)


@settings(deadline=None)
@given(st.lists(conditions(3), max_size=4))
def test_as_together(many: list[Condition]) -> None:
    found = example(All(tuple(many)), BOUND)
    together, apart = found is not None, Apart(BOUND).can_be(*many)
    # Too much to go through at once counts as possible; apart it may be known to be impossible.
    if found is None or found.facts is not None:
        assert together is apart


def test_what_is_bound_to_another_fact_is_looked_at_with_it() -> None:
    apart = Apart(BOUND)
    assert not apart.can_be(Is(LITERATURE, ("yes",)), Is(SOURCE, ("no",)))
    assert apart.can_be(Is(LITERATURE, ("yes",)), Is(SOURCE, ("yes",)))
    assert not apart.can_be(Is(DECISION, ("yes",)), Not(Given(GIVEN)))
    assert apart.can_be(Is(DECISION, ("yes",)), Given(GIVEN))

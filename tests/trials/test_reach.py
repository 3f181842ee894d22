"""What is open is never taken to be less than it may come to."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from conditions.strategies import CALENDAR, conditions, facts
from prevent.conditions.evaluate import Facts, evaluate
from prevent.conditions.tree import Condition, leaves
from prevent.trials.difference import apart
from prevent.trials.reach import ANY, bit, reach


@given(conditions(), facts(), st.integers(min_value=0))
def test_a_condition_may_come_to_what_it_does_whichever_leaves_are_open(
    condition: Condition, stated: Facts, left_open: int
) -> None:
    numbers = {leaf: number for number, leaf in enumerate(dict.fromkeys(leaves(condition)))}
    settled = [bit(evaluate(leaf, stated, CALENDAR)) for leaf in numbers]
    may = [ANY if left_open >> at & 1 else truth for at, truth in enumerate(settled)]
    own = bit(evaluate(condition, stated, CALENDAR))
    assert reach(condition, numbers)(may) & own
    assert reach(condition, numbers)(settled) == own


@given(conditions(), conditions(), facts())
def test_where_the_innermost_differences_come_to_the_same_so_do_the_conditions(
    one: Condition, other: Condition, stated: Facts
) -> None:
    pairs = [
        (evaluate(a, stated, CALENDAR), evaluate(b, stated, CALENDAR)) for a, b in apart(one, other)
    ]
    same = all(first is second for first, second in pairs)
    assert not same or evaluate(one, stated, CALENDAR) is evaluate(other, stated, CALENDAR)

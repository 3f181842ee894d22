from __future__ import annotations

import operator
from collections.abc import Mapping

from hypothesis import given

from conditions.strategies import CALENDAR, conditions, facts
from prevent.conditions.evaluate import Facts
from prevent.conditions.flat import Both, Compare, Constant, Either, FactValue, Flat
from prevent.conditions.lower import Lowering, both, either, negate
from prevent.conditions.simpler import simpler
from prevent.conditions.tree import Condition


def holds(test: Flat, flat: Mapping[str, FactValue]) -> bool:
    match test:
        case Constant(value):
            return value
        case Both(parts):
            return all(holds(part, flat) for part in parts)
        case Either(parts):
            return any(holds(part, flat) for part in parts)
        case Compare(fact, name, value):
            return bool(getattr(operator, name)(flat[fact], value))


def size(test: Flat) -> int:
    return sum(map(size, test.parts)) if isinstance(test, Both | Either) else 1


@given(conditions(), conditions(), facts())
def test_a_simpler_test_comes_to_the_same_and_is_no_longer(
    first: Condition, second: Condition, stated: Facts
) -> None:
    lowering = Lowering()
    tests = [lowering.holds(first), lowering.fails(second), lowering.not_true(first)]
    tests += [negate(each) for each in tests]
    flat = {name: fact.value(stated, CALENDAR) for name, fact in lowering.facts.items()}
    for test in (*tests, both(tests[:2]), either(tests[:2]), both(tests), either(tests)):
        made = simpler(test)
        assert holds(made, flat) is holds(test, flat)
        assert size(made) <= size(test)


def test_what_can_never_hold_is_false() -> None:
    given_, missing = (Compare("x_given", "eq", value=value) for value in (True, False))
    granted = Compare("x", "eq", "granted")
    assert simpler(Both((missing, granted))) == Constant(value=False)
    assert simpler(Either((given_, missing))) == Constant(value=True)
    assert simpler(Both((granted, Either((given_, missing))))) == granted

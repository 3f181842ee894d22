"""Tests too large for the engine are put to it in steps, and mean what they meant whole."""

from __future__ import annotations

import itertools
from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prevent.conditions.flat import Both, Compare, Constant, Either, Flat
from prevent.engines import steps
from prevent.engines.durable import DurableEngine, available
from prevent.engines.durable_form import FactType, rule_sets
from prevent.engines.forms import whole
from prevent.engines.steps import MOST_WHOLE, alternatives, in_steps

NAMES = [f"fact{number}" for number in range(20)]
TYPES: dict[str, FactType] = dict.fromkeys(NAMES, "truth")


@pytest.fixture(scope="module")
def installed() -> None:
    reason = available()
    if reason:
        pytest.skip(reason)


def so(name: str) -> Flat:
    return Compare(name, "eq", value=True)


def one_of(names: list[str]) -> Flat:
    return Either(tuple(so(name) for name in names))


LARGE = Both(tuple(one_of(NAMES[start : start + 2]) for start in range(0, 20, 2)))
"""Ten pairs of which one each must be so: 1024 alternatives."""


def plainly(test: Flat, facts: Mapping[str, bool]) -> bool:
    match test:
        case Constant(value):
            return value
        case Both(parts):
            return all(plainly(part, facts) for part in parts)
        case Either(parts):
            return any(plainly(part, facts) for part in parts)
        case Compare(fact, operator, value):
            return (facts[fact] == value) is (operator == "eq")


def groups(parts: st.SearchStrategy[Flat]) -> st.SearchStrategy[Flat]:
    several = st.lists(parts, min_size=2, max_size=4, unique=True).map(tuple)
    return parts | several.map(Both) | several.map(Either)


COMPARISONS: st.SearchStrategy[Flat] = st.builds(
    Compare, st.sampled_from(NAMES[:6]), st.sampled_from(["eq", "ne"]), st.booleans()
)
FACTS = st.fixed_dictionaries({name: st.booleans() for name in NAMES[:6]})


@settings(max_examples=300, deadline=None)
@given(test=groups(groups(groups(COMPARISONS))), requests=st.lists(FACTS, max_size=8))
def test_a_test_in_steps_means_what_it_meant_whole(
    test: Flat, requests: list[dict[str, bool]]
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(steps, "MOST_WHOLE", 2)
        patch.setattr(steps, "MOST_IN_A_STEP", 2)
        stepped = in_steps({"test": test})
    for facts in requests:
        fired = frozenset(name for name, step in stepped.items() if plainly(step, facts))
        assert whole(fired) == ({"test"} if plainly(test, facts) else set())


def test_a_small_test_stays_whole() -> None:
    small = Both((one_of(NAMES[:3]), one_of(NAMES[3:6])))
    assert in_steps({"small": small}) == {"small": small}


def test_a_large_test_is_named_for_its_steps() -> None:
    stepped = in_steps({"large": LARGE})
    assert alternatives(LARGE) > MOST_WHOLE
    assert list(stepped) == [f"large#1.{number}of5" for number in range(1, 6)]


def test_some_steps_alone_are_not_the_test() -> None:
    assert whole(["large#1.1of3", "large#1.3of3", "large#2.2of3", "other"]) == {"other"}
    assert whole(["large#1.1of2", "large#1.2of2"]) == {"large"}


@pytest.mark.usefixtures("installed")
def test_the_engine_decides_a_test_that_it_could_not_hold_whole() -> None:
    stepped = in_steps({"large": LARGE})
    with DurableEngine(rule_sets("event", stepped, TYPES), TYPES) as engine:
        for chosen in itertools.islice(itertools.product((True, False), repeat=20), 0, None, 4099):
            facts = dict(zip(NAMES, chosen, strict=True))
            expected = {"large"} if plainly(LARGE, facts) else set()
            assert whole(engine.fired({**facts})) == expected
        every_second = {name: index % 2 == 0 for index, name in enumerate(NAMES)}
        assert whole(engine.fired({**every_second})) == {"large"}

"""Tests taken in steps, where the engine could not hold them whole.

The engine takes a test as a list of alternatives, and what asks for several things at once, each of
which can be so in several ways, comes to as many alternatives as these multiply to. Such a test is
put to the engine in steps: ``NAME#1.1of3``, ``NAME#1.2of3`` and ``NAME#1.3of3`` must all hold; or,
where there is another way, ``NAME#2.1of2`` and ``NAME#2.2of2``.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from typing import TypeGuard

from prevent.conditions.flat import Both, Compare, Either, Flat
from prevent.conditions.lower import both

# A test of fewer alternatives is put to the engine whole: that is the plainest form to read.
MOST_WHOLE = 40
MOST_IN_A_STEP = 4


def in_steps(tests: Mapping[str, Flat]) -> dict[str, Flat]:
    """The tests by name, those in steps that come to too many alternatives."""
    return {name: step for test, whole in tests.items() for name, step in _named(test, whole)}


def alternatives(test: Flat) -> int:
    """To how many alternatives the test comes, at most."""
    match test:
        case Both(parts):
            return math.prod(alternatives(part) for part in parts)
        case Either(parts):
            # The values of one fact stand together, as one.
            values = {part.fact for part in parts if _is_value(part)}
            return len(values) + sum(alternatives(part) for part in parts if not _is_value(part))
        case _:
            return 1


def _named(name: str, test: Flat) -> Iterator[tuple[str, Flat]]:
    if alternatives(test) <= MOST_WHOLE:
        yield name, test
        return
    for way, steps in enumerate(map(list, map(_steps, _ways(test))), start=1):
        for place, step in enumerate(steps, start=1):
            yield f"{name}#{way}.{place}of{len(steps)}", step


def _ways(test: Flat) -> Iterator[Flat]:
    """The ways in which the test can hold: one, unless a choice in it is too large for a step."""
    parts = test.parts if isinstance(test, Both) else (test,)
    large = [part for part in parts if isinstance(part, Either) and alternatives(part) > MOST_WHOLE]
    if not large:
        yield test
        return
    others = [part for part in parts if part is not large[0]]
    for part in large[0].parts:
        yield from _ways(both([*others, part]))


def _steps(test: Flat) -> Iterator[Flat]:
    """What must all hold, a few things at a time."""
    step: list[Flat] = []
    for part in test.parts if isinstance(test, Both) else (test,):
        if step and alternatives(both([*step, part])) > MOST_IN_A_STEP:
            yield both(step)
            step = []
        step.append(part)
    yield both(step)


def _is_value(test: Flat) -> TypeGuard[Compare]:
    return isinstance(test, Compare) and test.operator == "eq"

"""A mask of bits, each with its test, so that what several tests ask in common is asked once.

Most tests of a rule begin with what all of them ask: does the rule apply? A row for which it does
not is looked at no further.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlglot import exp

from prevent.targets.sql.dialect import Sql
from prevent.targets.sql.words import number, total, where_true


@dataclass(frozen=True, slots=True)
class _Bit:
    """A bit, and what must all hold for it to be set."""

    value: int
    asked: tuple[Sql, ...]


def mask(tests: Sequence[tuple[int, Sql]]) -> Sql:
    """The bits whose tests are true, added up. A test that is null is not true."""
    return total(_sum([_Bit(1 << bit, tuple(_parts(test))) for bit, test in tests]))


def _sum(bits: Sequence[_Bit]) -> list[Sql]:
    """The sum of these bits, as values to be added up; never none."""
    always = sum(bit.value for bit in bits if not bit.asked)
    values: list[Sql] = [number(always)] if always else []
    left = [bit for bit in bits if bit.asked]
    while left:
        counts = Counter(part for bit in left for part in dict.fromkeys(bit.asked))
        # Of those that are asked equally often, the one that stands first.
        common, often = counts.most_common(1)[0]
        if often == 1:
            values += [_alone(bit) for bit in left]
            break
        sharing = [bit for bit in left if common in bit.asked]
        left = [bit for bit in left if common not in bit.asked]
        inner = [
            _Bit(bit.value, tuple(part for part in bit.asked if part != common)) for bit in sharing
        ]
        values.append(where_true([(common.copy(), total(_sum(inner)))], number(0)))
    return values or [number(0)]


def _alone(bit: _Bit) -> Sql:
    asked = exp.and_(*(part.copy() for part in bit.asked), copy=False)
    return where_true([(asked, number(bit.value))], number(0))


def _parts(test: Sql) -> Iterator[Sql]:
    """What a test asks, where all of it must hold."""
    if isinstance(test, exp.Paren):
        yield from _parts(test.this)
    elif isinstance(test, exp.And):
        yield from _parts(test.this)
        yield from _parts(test.expression)
    elif test != exp.true():
        yield test

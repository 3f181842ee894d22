"""A finding's tests with what they have in common taken out: shorter to read, and to evaluate."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from prevent.conditions.flat import Both, Constant, Flat
from prevent.conditions.lower import both, either
from prevent.conditions.simpler import simpler
from prevent.conditions.tree import Dated
from prevent.targets.findings import Scope, Shown, TargetFinding

TRUE = Constant(value=True)
FALSE = Constant(value=False)

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Choice(Generic[Value]):
    """Values by their tests: the first whose test holds counts. The last test is ``TRUE``."""

    cases: tuple[tuple[Flat, Value], ...]

    @property
    def values(self) -> tuple[Value, ...]:
        """Every value there is."""
        return tuple(value for _, value in self.cases)


@dataclass(frozen=True, slots=True)
class Reduced:
    """A finding that can be told: when, and then who acts, by which day and on which conditions.

    ``told`` is the whole test. The other tests count only where it holds: that of a role of ``who``
    is ``TRUE`` where the role acts whenever it is told.
    """

    finding: TargetFinding
    told: Flat
    who: dict[str, Flat]
    by: Choice[Dated | None]
    conditions: Choice[tuple[str, ...]]


def reduced(scope: Scope) -> Iterator[Reduced]:
    """The findings of a scope, without those that no request is ever told."""
    for finding in scope.findings:
        tested = [(simpler(member.test), member) for member in finding.members]
        tested = [(test, member) for test, member in tested if test != FALSE]
        if tested:
            yield _reduced(finding, tested)


def _reduced(finding: TargetFinding, tested: Sequence[tuple[Flat, Shown]]) -> Reduced:
    wholes = [_parts(test) for test, _ in tested]
    common = [part for part in wholes[0] if all(part in other for other in wholes[1:])]
    own = [
        (both(part for part in whole if part not in common), member)
        for whole, (_, member) in zip(wholes, tested, strict=True)
    ]
    who: dict[str, list[Flat]] = {}
    for test, member in own:
        for role in member.who:
            who.setdefault(role, []).append(test)
    return Reduced(
        finding,
        simpler(both([*common, either(test for test, _ in own)])),
        {
            role: TRUE if len(tests) == len(own) else simpler(either(tests))
            for role, tests in who.items()
        },
        _choice(own, lambda member: member.by),
        _choice(own, lambda member: member.conditions),
    )


def _parts(test: Flat) -> tuple[Flat, ...]:
    return test.parts if isinstance(test, Both) else (test,)


def _choice(own: Sequence[tuple[Flat, Shown]], of: Callable[[Shown], Value]) -> Choice[Value]:
    """What members say, those that follow one another and say the same joined."""
    joined: list[tuple[list[Flat], Value]] = []
    for test, member in own:
        if joined and joined[-1][1] == of(member):
            joined[-1][0].append(test)
        else:
            joined.append(([test], of(member)))
    cases = [(simpler(either(tests)), value) for tests, value in joined[:-1]]
    # Where it is told one of the tests holds, so the last needs none.
    return Choice((*cases, (TRUE, joined[-1][1])))

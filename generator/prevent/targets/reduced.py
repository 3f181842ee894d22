"""A finding's tests with what they have in common taken out: shorter to read, and to evaluate."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from prevent.conditions.flat import Both, Constant, Flat
from prevent.conditions.lower import both, either
from prevent.conditions.simplify import simplify
from prevent.conditions.tree import Dated
from prevent.targets.findings import Scope, TargetFinding

TRUE = Constant(value=True)
FALSE = Constant(value=False)


@dataclass(frozen=True, slots=True)
class Reduced:
    """A finding that can be told: when, and then, where it is told, who acts and by which day.

    ``told`` is the whole test. The tests of ``who`` (by role) and ``by`` count only where it holds:
    ``TRUE`` for a role that acts whenever it is told. Of ``by`` the first whose test holds counts.
    """

    finding: TargetFinding
    told: Flat
    who: dict[str, Flat]
    by: tuple[tuple[Flat, Dated | None], ...]


def reduced(scope: Scope) -> Iterator[Reduced]:
    """The findings of a scope, without those that no request is ever told."""
    for finding in scope.findings:
        tests = [(simplify(member.test), member) for member in finding.members]
        members = [member for test, member in tests if test != FALSE]
        if not members:
            continue
        wholes = [_parts(test) for test, _ in tests if test != FALSE]
        common = [part for part in wholes[0] if all(part in other for other in wholes[1:])]
        own = [both(part for part in whole if part not in common) for whole in wholes]
        who: dict[str, list[Flat]] = {}
        for member, test in zip(members, own, strict=True):
            for role in member.who:
                who.setdefault(role, []).append(test)
        acts = {
            role: TRUE if len(each) == len(members) else simplify(either(each))
            for role, each in who.items()
        }
        days = zip(own, (member.by for member in members), strict=True)
        yield Reduced(finding, simplify(both([*common, either(own)])), acts, tuple(_days(days)))


def _parts(test: Flat) -> tuple[Flat, ...]:
    return test.parts if isinstance(test, Both) else (test,)


def _days(each: Iterable[tuple[Flat, Dated | None]]) -> Iterator[tuple[Flat, Dated | None]]:
    """The days by their tests, those that follow one another with one day joined."""
    joined: list[tuple[list[Flat], Dated | None]] = []
    for test, day in each:
        if joined and joined[-1][1] == day:
            joined[-1][0].append(test)
        else:
            joined.append(([test], day))
    # Where it is told one of the tests holds, so the last day needs none.
    yield from ((either(tests), day) for tests, day in joined[:-1])
    yield TRUE, joined[-1][1]

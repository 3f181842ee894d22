"""What a request is told, one bit for each way of being told: what masks are read by.

A finding whose members differ in who acts, by when, or on which conditions, has a bit for each of
them in turn. What can never be told has none.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from itertools import groupby

from prevent.conditions.flat import Both, Compare, Constant, Either, Flat
from prevent.conditions.flat_facts import FlatFact
from prevent.conditions.lower import both, either
from prevent.conditions.simpler import simpler
from prevent.conditions.tree import Dated, Moment
from prevent.rules.columns import columns
from prevent.rules.ruleset import KindRules
from prevent.targets.findings import Scope, Shown, TargetFinding, scopes
from prevent.targets.sql.firsts import Firsts

BITS = 60
"""How many bits one mask holds."""


@dataclass(frozen=True, slots=True)
class Told:
    """One bit: told where ``test`` holds, of each item of the list ``each`` ("" for the request).

    The finding is told where any of its bits is set. Its roles are the ``who`` of all that are set;
    ``by`` and ``conditions`` are those of the first that is set. ``column`` and ``bit`` are where a
    mask has it, and ``by_column`` where the day is ("" for none). Of a list, ``column`` holds a
    list with an entry for each item; so does ``by_column`` where its name begins with that of the
    list, that is, where it is a day of the item and not of the request.
    """

    finding: TargetFinding
    each: str
    test: Flat
    who: tuple[str, ...]
    by: Dated | None
    conditions: tuple[str, ...]
    column: str
    bit: int
    by_column: str


@dataclass(frozen=True, slots=True)
class Looked:
    """What is looked at together, as :class:`prevent.targets.findings.Scope`, bit for bit."""

    scope: Scope
    told: tuple[Told, ...]
    days: dict[str, Dated]
    """The days that are named, by their columns."""
    firsts: Mapping[str, tuple[Flat, ...]] = field(default_factory=dict)
    """As :class:`prevent.targets.sql.firsts.Firsts` has them."""

    def facts(self) -> dict[str, FlatFact]:
        """What its tests compare: the flat facts, and which of some tests is the first to hold."""
        return {**self.scope.facts, **{each: FlatFact("number", each) for each in self.firsts}}

    def moments(self) -> list[Moment]:
        """Every day that the tests rest on, or a finding names, that is a date of the request."""
        days: dict[Dated | None, None] = dict.fromkeys(self.days.values())
        for fact in self.scope.facts.values():
            days |= {fact.first: None, fact.second: None}
        return [each for each in days if isinstance(each, Moment)]

    @property
    def masks(self) -> list[str]:
        """The columns of its masks."""
        return list(dict.fromkeys(each.column for each in self.told))


_MOST_KEPT = 8
_kept: dict[int, tuple[KindRules, tuple[Looked, ...]]] = {}


def looked_at(kind: KindRules) -> tuple[Looked, ...]:
    """Everything that can be told of such a request, the whole request first.

    It is worked out once: every query over such requests asks for it.
    """
    # The kind itself is kept, so that its identity cannot pass to another.
    kept = _kept.get(id(kind))
    if kept is None:
        if len(_kept) >= _MOST_KEPT:
            _kept.clear()
        kept = _kept[id(kind)] = (kind, _looked_at(kind))
    return kept[1]


def _looked_at(kind: KindRules) -> tuple[Looked, ...]:
    lists = {column.fact: column for column in columns(kind) if column.type == "list"}
    whole_days: dict[Dated, str] = {}
    made: list[tuple[Scope, list[Told], dict[Dated, str], Mapping[str, tuple[Flat, ...]]]] = []
    for scope in scopes(kind):
        own = {column.fact for column in lists[scope.each].columns} if scope.each else set()
        own_days: dict[Dated, str] = {} if scope.each else whole_days
        named = _Days(scope.each, own, own_days, whole_days)
        members = [member for finding in scope.findings for member in finding.members]
        # What is worked out once for a request is no column of an item.
        firsts = Firsts(() if scope.each else members, _settling(scope, kind.kind))
        made.append((scope, _told(scope, named, firsts), own_days, firsts.tests))
    return tuple(
        Looked(scope, tuple(told), {column: by for by, column in days.items()}, firsts)
        for scope, told, days, firsts in made
    )


def told_list(kind: KindRules) -> tuple[Told, ...]:
    """Every bit that ``queries.bits_query`` gives, in the order of its columns and bits."""
    return tuple(told for looked in looked_at(kind) for told in looked.told)


@dataclass(frozen=True, slots=True)
class _Days:
    """The columns of days: an item's own in lists, the others once for the whole request."""

    each: str
    own_facts: set[str]
    own: dict[Dated, str]
    whole: dict[Dated, str]

    def column(self, by: Dated | None) -> str:
        if by is None:
            return ""
        if isinstance(by, Moment) and by.fact in self.own_facts:
            return self.own.setdefault(by, f"{self.each}_by_{len(self.own)}")
        return self.whole.setdefault(by, f"by_{len(self.whole)}")


def _told(scope: Scope, days: _Days, firsts: Firsts) -> list[Told]:
    before = f"{scope.each}_" if scope.each else ""
    told: list[Told] = []
    for finding in scope.findings:
        for alike, group in groupby(finding.members, key=_alike):
            test = firsts.told(list(group))
            if test == Constant(value=False):
                continue
            who, by, conditions = alike
            column, bit = f"{before}told_{len(told) // BITS}", len(told) % BITS
            told.append(
                Told(finding, scope.each, test, who, by, conditions, column, bit, days.column(by))
            )
    return told


def _alike(member: Shown) -> tuple[tuple[str, ...], Dated | None, tuple[str, ...]]:
    return member.who, member.by, member.conditions


def _settling(scope: Scope, kind: str) -> Callable[[Flat], Flat]:
    """What makes a test that of a request known to be of this kind, and simpler."""
    guard = {name for name, fact in scope.facts.items() if fact == FlatFact("text", "kind")}
    return lambda test: simpler(_settled(test, guard, kind))


def _settled(test: Flat, guard: set[str], kind: str) -> Flat:
    """The test of a request that is known to be of this kind."""
    match test:
        case Compare(fact, operator, value) if fact in guard:
            return Constant(value=(value == kind) is (operator == "eq"))
        case Both(parts):
            return both(_settled(part, guard, kind) for part in parts)
        case Either(parts):
            return either(_settled(part, guard, kind) for part in parts)
        case _:
            return test

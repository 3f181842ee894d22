"""From three values to two: the flat tests that an engine can run.

A condition is lowered twice. :func:`holds` is true exactly where the condition is true, and
:func:`fails` exactly where it is false; where both are false the condition is unknown. Negation is
pushed down to the comparisons, so no engine ever needs a "not". Each comparison with a fact that
may be missing also asks whether the fact is given.

An engine cannot compare two dates of a request. So a comparison of dates becomes a *gap*: the
number of days from the first date to the second, worked out beforehand.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping

from prevent.conditions.flat import (
    Both,
    Compare,
    Constant,
    Either,
    Flat,
    Operator,
)
from prevent.conditions.flat_facts import FlatFact
from prevent.conditions.tree import (
    All,
    Always,
    Any,
    Condition,
    Dated,
    Day,
    Given,
    Is,
    Not,
    NotAfter,
    Number,
    Size,
    facts_of,
)

_OPERATORS: Mapping[Size, tuple[Operator, Operator]] = {
    "at_least": ("ge", "lt"),
    "more_than": ("gt", "le"),
    "at_most": ("le", "gt"),
    "less_than": ("lt", "ge"),
}


def flat_name(fact: str) -> str:
    """A fact's path as an engine's name: ``approvals.quality-director.decision`` with ``_``."""
    return fact.replace(".", "__").replace("-", "_")


class Lowering:
    """Lowers conditions and keeps the flat facts that the tests need, by name.

    ``always_given`` are facts that no request can be without, so no test need ask for them.
    """

    def __init__(self, always_given: Collection[str] = ()) -> None:
        self.facts: dict[str, FlatFact] = {}
        self._always_given = frozenset(always_given)

    def holds(self, condition: Condition) -> Flat:
        """A flat test that is true exactly where the condition is true."""
        return self._lower(condition, wanted=True)

    def fails(self, condition: Condition) -> Flat:
        """A flat test that is true exactly where the condition is false."""
        return self._lower(condition, wanted=False)

    def not_true(self, condition: Condition) -> Flat:
        """A flat test that is true where the condition is false or unknown."""
        return negate(self.holds(condition))

    def asks(self, fact: str, condition: Condition) -> Flat:
        """A flat test: is the condition unknown, with this missing fact among the reasons?"""
        match condition:
            case All(parts):
                others = [negate(self.fails(part)) for part in parts]
            case Any(parts):
                others = [negate(self.holds(part)) for part in parts]
            case Not(part):
                return self.asks(fact, part)
            case Always() | Given():
                return Constant(value=False)
            case _:
                if fact not in facts_of(condition):
                    return Constant(value=False)
                return negate(self._given(fact))
        return both([*others, either(self.asks(fact, part) for part in parts)])

    def _lower(self, condition: Condition, *, wanted: bool) -> Flat:
        match condition:
            case Always(value):
                return Constant(value=value is wanted)
            case All(parts):
                join = both if wanted else either
                return join(self._lower(part, wanted=wanted) for part in parts)
            case Any(parts):
                join = either if wanted else both
                return join(self._lower(part, wanted=wanted) for part in parts)
            case Not(part):
                return self._lower(part, wanted=not wanted)
            case Given(fact):
                given = self._given(fact)
                return given if wanted else negate(given)
            case Is(fact, values):
                return self._is(fact, values, wanted=wanted)
            case Number(fact, size, number):
                name = self._keep(flat_name(fact), FlatFact("number", fact))
                operator = _OPERATORS[size][0 if wanted else 1]
                return both([self._given(fact), Compare(name, operator, number)])
            case NotAfter(first, second):
                return self._gap(first, second, wanted=wanted)

    def _is(self, fact: str, values: tuple[str, ...], *, wanted: bool) -> Flat:
        name = self._keep(flat_name(fact), FlatFact("text", fact))
        if wanted:
            named = either(Compare(name, "eq", value) for value in values)
            # A missing fact is empty to an engine, so an empty value must be told from it.
            return both([self._given(fact), named]) if "" in values else named
        return both([self._given(fact), *(Compare(name, "ne", value) for value in values)])

    def _gap(self, first: Dated, second: Dated, *, wanted: bool) -> Flat:
        name = f"days_from_{moment_name(first)}_to_{moment_name(second)}"
        self._keep(name, FlatFact("gap", first=first, second=second))
        known = self._keep(f"{name}_known", FlatFact("gap_known", first=first, second=second))
        operator: Operator = "ge" if wanted else "lt"
        return both([Compare(known, "eq", value=True), Compare(name, operator, 0)])

    def _given(self, fact: str) -> Flat:
        if fact in self._always_given:
            return Constant(value=True)
        name = self._keep(f"{flat_name(fact)}_given", FlatFact("given", fact))
        return Compare(name, "eq", value=True)

    def _keep(self, name: str, flat_fact: FlatFact) -> str:
        kept = self.facts.setdefault(name, flat_fact)
        if kept != flat_fact:
            raise ValueError(f"Two facts would have the engine's name {name}.")
        return name


def both(parts: Iterable[Flat]) -> Flat:
    """All the parts together, with constants and repetitions worked out."""
    return _join(parts, Both, absorbing=False)


def either(parts: Iterable[Flat]) -> Flat:
    """Any of the parts, with constants and repetitions worked out."""
    return _join(parts, Either, absorbing=True)


def negate(test: Flat) -> Flat:
    """The opposite of a flat test, pushed down to its comparisons."""
    match test:
        case Constant(value):
            return Constant(value=not value)
        case Both(parts):
            return either(negate(part) for part in parts)
        case Either(parts):
            return both(negate(part) for part in parts)
        case Compare(fact, "eq", bool(value)):
            return Compare(fact, "eq", value=not value)
        case Compare(fact, operator, value):
            return Compare(fact, _OPPOSITE[operator], value)


def excludes(test: Flat, other: Flat) -> bool:
    """Can the two never hold together? "Yes" is always right; "no" may be too careful."""
    if isinstance(test, Either):
        return all(excludes(part, other) for part in test.parts)
    if isinstance(other, Either):
        return all(excludes(test, part) for part in other.parts)
    if isinstance(test, Both) or isinstance(other, Both):
        mine = test.parts if isinstance(test, Both) else ()
        theirs = other.parts if isinstance(other, Both) else ()
        return any(excludes(part, other) for part in mine) or any(
            excludes(test, part) for part in theirs
        )
    if isinstance(test, Constant) or isinstance(other, Constant):
        return any(isinstance(each, Constant) and not each.value for each in (test, other))
    return _contradicts(test, other) or _contradicts(other, test)


def _contradicts(test: Compare, other: Compare) -> bool:
    if test.operator != "eq":
        return other == negate(test) or (test == negate(other))
    if test.fact == other.fact:
        equal = test.value == other.value
        return (other.operator == "eq" and not equal) or (other.operator == "ne" and equal)
    # What is missing is empty to an engine, so whatever has a value is given.
    return test.value != "" and other == Compare(f"{test.fact}_given", "eq", value=False)


_OPPOSITE: Mapping[Operator, Operator] = {
    "eq": "ne",
    "ne": "eq",
    "lt": "ge",
    "ge": "lt",
    "le": "gt",
    "gt": "le",
}


def _join(
    parts: Iterable[Flat],
    make: Callable[[tuple[Flat, ...]], Both | Either],
    *,
    absorbing: bool,
) -> Flat:
    kept: dict[Flat, None] = {}
    for part in parts:
        if isinstance(part, Constant):
            if part.value is absorbing:
                return part
            continue
        inner = part.parts if isinstance(part, Both | Either) and type(part) is make else (part,)
        kept.update(dict.fromkeys(inner))
    if not kept:
        return Constant(value=not absorbing)
    return next(iter(kept)) if len(kept) == 1 else make(tuple(kept))


def moment_name(when: Dated) -> str:
    """A date of the request, moved or not, as part of an engine's name."""
    if isinstance(when, Day):
        return flat_name(when.day.isoformat())
    name = flat_name(when.fact)
    for period in (when.offset, when.then):
        if period is not None:
            direction = "minus" if period.number < 0 else "plus"
            name += f"_{direction}_{abs(period.number)}_{period.unit}"
    return name

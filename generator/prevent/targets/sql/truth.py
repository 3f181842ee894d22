"""A flat test in SQL. It comes to true or false, and never to null.

A comparison with a column that may be empty says itself what an empty one comes to. Where the test
asks beside it whether the column is given, the two are written as one: the comparison, or else
false (or true, in an alternative).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from sqlglot import exp

from prevent.conditions.flat import Both, Compare, Constant, Either, Flat, Operator
from prevent.conditions.flat_facts import FlatFact
from prevent.conditions.tree import Dated
from prevent.targets.sql.dialect import Sql
from prevent.targets.sql.facts import Facts
from prevent.targets.sql.words import either_of, given, missing, number, text

_Base: TypeAlias = str | tuple[Dated, Dated]

_SIGNS: Mapping[Operator, type[exp.Binary]] = {
    "eq": exp.EQ,
    "ne": exp.NEQ,
    "lt": exp.LT,
    "le": exp.LTE,
    "gt": exp.GT,
    "ge": exp.GTE,
}


@dataclass(frozen=True, slots=True)
class Truths:
    """Tests over the flat facts of one scope, read from ``facts``.

    ``bare`` tests may come to null where they do not hold. That is quicker, and for a ``CASE`` the
    same: there is no "not" above a comparison.
    """

    flat_facts: Mapping[str, FlatFact]
    facts: Facts
    bare: bool = False

    def of(self, test: Flat) -> Sql:
        """The test."""
        match test:
            case Constant(value):
                return exp.true() if value else exp.false()
            case Both(parts):
                return exp.and_(*self._group(parts, together=True), copy=False)
            case Either(parts):
                return exp.or_(*self._group(parts, together=False), copy=False)
            case _:
                return self._alone(test)

    def _group(self, parts: Sequence[Flat], *, together: bool) -> list[Sql]:
        """The parts, with what asks whether a fact is given put into what compares it."""
        compared = {self._base(part) for part in parts if self._compares(part)}
        guarded = {
            base
            for part in parts
            if self._asks(part, wanted=together) and (base := self._base(part)) in compared
        }
        made: list[Sql] = []
        for part in parts:
            if self._asks(part, wanted=together) and self._base(part) in guarded:
                continue
            if isinstance(part, Compare) and self._compares(part) and self._base(part) in guarded:
                made.append(self._or_else(self._plain(part), otherwise=not together))
            else:
                made.append(self.of(part))
        return made

    def _compares(self, part: Flat) -> bool:
        """Does it compare a fact that may be missing?"""
        return isinstance(part, Compare) and self._fact(part).kind in {"text", "number", "gap"}

    def _asks(self, part: Flat, *, wanted: bool) -> bool:
        """Does it ask whether a fact is given (or, unless ``wanted``, whether it is missing)?"""
        return (
            isinstance(part, Compare)
            and self._fact(part).kind in {"given", "gap_known"}
            and part.value is wanted
        )

    def _fact(self, part: Compare) -> FlatFact:
        return self.flat_facts[part.fact]

    def _base(self, part: Flat) -> _Base:
        """What is compared, or asked for."""
        assert isinstance(part, Compare)
        fact = self._fact(part)
        if fact.first is None or fact.second is None:
            return fact.fact
        return (fact.first, fact.second)

    def _plain(self, part: Compare) -> Sql:
        """A comparison that is null where a fact is missing."""
        fact = self._fact(part)
        if fact.kind == "gap":
            assert fact.first is not None
            assert fact.second is not None
            first, second = self.facts.moment(fact.first), self.facts.moment(fact.second)
            sign = exp.LTE if part.operator == "ge" else exp.GT
            return sign(this=first, expression=second)
        value = text(part.value) if isinstance(part.value, str) else number(part.value)
        return _SIGNS[part.operator](this=self.facts.fact(fact.fact), expression=value)

    def _or_else(self, comparison: Sql, *, otherwise: bool) -> Sql:
        if self.bare and not otherwise:
            return comparison
        return either_of(comparison, exp.true() if otherwise else exp.false())

    def _alone(self, part: Compare) -> Sql:
        """A comparison by itself: a missing text is empty, a missing number or gap is 0."""
        fact = self._fact(part)
        match fact.kind:
            case "given":
                return (given if part.value else missing)(self.facts.fact(fact.fact))
            case "gap_known":
                return self._known(fact, wanted=part.value is True)
            case "gap":
                return self._or_else(self._plain(part), otherwise=part.operator == "ge")
            case "number":
                plain = self._plain(part)
                if not self.facts.never_missing(fact.fact):
                    plain.set("this", either_of(plain.this, number(0)))
                return plain
            case _:
                return self._text(part, fact.fact)

    def _text(self, part: Compare, fact: str) -> Sql:
        value, constant = self.facts.fact(fact), text(str(part.value))
        bare = self.bare and (part.operator == "eq" or self.facts.never_missing(fact))
        if bare and part.value:
            return _SIGNS[part.operator](this=value, expression=constant)
        if not part.value:
            return _SIGNS[part.operator](this=either_of(value, text("")), expression=constant)
        sign = exp.NullSafeEQ if part.operator == "eq" else exp.NullSafeNEQ
        return sign(this=value, expression=constant)

    def _known(self, fact: FlatFact, *, wanted: bool) -> Sql:
        assert fact.first is not None
        assert fact.second is not None
        days = [self.facts.moment(each) for each in (fact.first, fact.second)]
        if wanted:
            return exp.and_(*(given(each) for each in days))
        return exp.or_(*(missing(each) for each in days))

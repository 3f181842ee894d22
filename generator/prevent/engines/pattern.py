"""Patterns: what a group of rules can tell apart in the facts of a request.

Whatever the rules come to, they come to by their comparisons alone. So facts for which every
comparison comes out the same, and of which the same ones are missing, have one answer. A pattern
says just that, and an answer once given and confirmed holds for every request of its pattern.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from prevent.conditions.evaluate import Facts
from prevent.conditions.prepared import prepare
from prevent.conditions.tree import Condition, Given, Is, Moment, NotAfter, Number, leaves
from prevent.dates import Calendar, CalendarError
from prevent.rules.ruleset import Rule

Key: TypeAlias = tuple[object, ...]

_NOT_NAMED = object()
"""Stands for every text that no comparison names."""

_LONGEST = 1_000
"""The longest text, in characters, that is taken for one of many: an engine may refuse it."""


class Pattern:
    """Gives the pattern of facts, for one group of rules."""

    def __init__(self, rules: Sequence[Rule], calendar: Calendar) -> None:
        found = [leaf for rule in rules for condition in _of(rule) for leaf in leaves(condition)]
        named: dict[str, set[str]] = {}
        asked: dict[str, None] = {}
        for leaf in found:
            match leaf:
                case Is(fact, values):
                    named.setdefault(fact, set()).update(values)
                case NotAfter(first, second):
                    days = (first, second)
                    asked |= {each.fact: None for each in days if isinstance(each, Moment)}
                case Given(fact):
                    asked[fact] = None
        self._named = tuple(
            (fact, {None: None, **{value: value for value in values}})
            for fact, values in named.items()
        )
        self._asked = tuple(asked)
        measured = dict.fromkeys(leaf for leaf in found if isinstance(leaf, Number | NotAfter))
        self._measured = tuple(prepare(leaf, calendar) for leaf in measured)

    def of(self, facts: Facts) -> Key | None:
        """The pattern of these facts; None where their answer is to be worked out by itself.

        That is so where a comparison cannot be made, or a text is uncommonly long: whether the
        rules come to that comparison, or the engine takes that text, is for them to say.
        """
        # An engine is told the kind of request, and answers for no other.
        key: list[object] = [facts.get("kind")]
        for fact, named in self._named:
            value = facts.get(fact)
            known = named.get(value, _NOT_NAMED)
            if known is _NOT_NAMED and not (isinstance(value, str) and len(value) <= _LONGEST):
                return None
            key.append(known)
        key += [fact in facts for fact in self._asked]
        try:
            key += [comparison(facts) for comparison in self._measured]
        except (CalendarError, TypeError):
            return None
        return tuple(key)


def _of(rule: Rule) -> Iterator[Condition]:
    """Every condition that decides what a rule comes to."""
    yield rule.when
    yield rule.unless
    for part in rule.parts:
        yield part.when
        yield part.met
        for finding in part.findings:
            yield finding.test

"""The cases for requests of one kind: everything that its rules can do, and where it turns.

Chosen one after another, always the same ones: what each rule can do, on its own and in a request
that is otherwise in order; each other answer to each question; each day and number at which a
comparison turns; several items in a list; and every answer together with every other.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from prevent.conditions.evaluate import Fact
from prevent.conditions.tree import NotAfter
from prevent.conformance.boundaries import about, anchors
from prevent.conformance.case import Case
from prevent.conformance.changes import Question, changed, days_compared, questions
from prevent.conformance.expected import Expected, Reference
from prevent.conformance.goals import drafts
from prevent.conformance.in_order import in_order
from prevent.conformance.mixtures import mixtures
from prevent.conformance.requests import DAY, Draft, Requests
from prevent.dates import CalendarError
from prevent.policy.model import Policy
from prevent.rules.ruleset import Rule, RuleSet

ALL_IN_ORDER = "applies, and all is in order"

MOST_DAYS = 24
LEAST_DAYS = 4
CONTEXTS = 2
DAYS = 60
"""About so many days are tried in all the comparisons of a kind, each at so many at most."""


def requests_of(policy: Policy, rule_set: RuleSet) -> dict[str, Requests]:
    """The requests that a policy knows, by kind."""
    calendar = rule_set.calendar()
    return {
        each.kind: Requests(rule_set.kinds[each.kind], each.uses, rule_set.roles, calendar)
        for each in policy.procedures
    }


def suite(policy: Policy, rule_set: RuleSet) -> dict[str, tuple[Case, ...]]:
    """The cases for each kind of request."""
    return {kind: Cases(own).all() for kind, own in requests_of(policy, rule_set).items()}


class Cases:
    """Makes the cases for one kind of request."""

    def __init__(self, requests: Requests) -> None:
        self.requests = requests
        self.reference = Reference(requests.kind, requests.calendar)
        self._cases: dict[str, Case] = {}

    def all(self) -> tuple[Case, ...]:
        """Every case, each with an id of its own."""
        rules = self.requests.kind.rules
        goals = {rule.id: [*drafts(self.requests, rule)] for rule in rules}
        ready = [each for own in goals.values() for each in own if ALL_IN_ORDER in each.shows]
        base = in_order(self.requests, self.reference, ready)
        self._add(base)
        put = {
            rule.id: [_laid_over(base, own, questions(self.requests, [rule])) for own in goals[rule.id]]
            for rule in rules
        }
        for rule in rules:
            for own in (*put[rule.id], *goals[rule.id]):
                self._add(own)
        for rule in rules:
            for own in self._changed((base, *put[rule.id]), rule):
                self._add(own)
        for own in self._turning(put):
            self._add(own)
        for own in self._lists(base, put):
            self._add(own)
        whole = questions(self.requests, [rule for rule in rules if not rule.for_each])
        by_item = questions(self.requests, [rule for rule in rules if rule.for_each])
        for own in mixtures(self.requests, base, whole, [each for each in by_item if each.each]):
            self._add(own)
        return tuple(self._cases.values())

    def _changed(self, starts: Sequence[Draft], rule: Rule) -> Iterator[Draft]:
        """One answer changed at a time, wherever the rule comes to something with it for once."""
        seen: set[tuple[str, int, frozenset[str]]] = set()
        for question in questions(self.requests, [rule]):
            for start in starts:
                for number, draft in changed(start, question, DAY):
                    key = (question.name, number, self._made(draft, rule))
                    if key not in seen:
                        seen.add(key)
                        yield draft

    def _add(self, draft: Draft) -> None:
        request = self.requests.document(draft)
        name = json.dumps([request, str(draft.as_of), str(draft.policy_as_of)])
        if name in self._cases:
            return
        stated = self.requests.stated(request, draft)
        try:
            expected = self.reference.expected(stated)
        except CalendarError:
            # There is no answer to it, so it is no case.
            return
        number = len(self._cases) + 1
        name_of_case = f"{self.requests.kind.kind}-{number:04}"
        self._cases[name] = Case(
            name_of_case, draft, request, stated, expected, self.requests.looked_at
        )

    def _turning(self, put: Mapping[str, Sequence[Draft]]) -> Iterator[Draft]:
        """Each comparison of dates at the days at which it turns, where something hangs on it."""
        compared = days_compared(self.requests.kind.rules)
        most = max(LEAST_DAYS, min(MOST_DAYS, DAYS // max(len(compared), 1)))
        for turn, (comparison, rules) in enumerate(compared.items()):
            days = anchors(self.requests.calendar, comparison, turn, most)
            for draft in self._contexts(comparison, rules, put):
                for anchor in days:
                    yield from about(self.requests, draft, comparison, anchor)

    def _contexts(
        self, comparison: NotAfter, rules: Sequence[Rule], put: Mapping[str, Sequence[Draft]]
    ) -> Iterator[Draft]:
        """A draft for each of two rules in which something hangs on the comparison."""
        for rule in rules[:CONTEXTS]:
            for draft in put[rule.id]:
                tried = [*about(self.requests, draft, comparison, DAY)]
                if len({self._made(each, rule) for each in tried}) > 1:
                    yield draft
                    break

    def _made(self, draft: Draft, rule: Rule) -> frozenset[str]:
        """The tests of a rule that hold, of the first item of a list."""
        facts = self.requests.facts(draft, rule.for_each)
        try:
            return self.reference.fired([rule], facts)
        except CalendarError:
            return frozenset()

    def _lists(self, base: Draft, put: Mapping[str, Sequence[Draft]]) -> Iterator[Draft]:
        """Lists of none, one, two and three items, which come to different things."""
        for each in self.requests.kind.groups():
            if not each:
                continue
            rules = [rule for rule in self.requests.kind.rules if rule.for_each == each]
            items = [*dict.fromkeys(
                tuple(draft.items[each][0].items())
                for rule in rules
                for draft in put[rule.id]
                if draft.items.get(each)
            )]
            yield _with_items(base, each, (), f"No {each}")
            for place, one in enumerate(items):
                other, third = (items[(place + step) % len(items)] for step in (1, 2))
                yield _with_items(base, each, (one,), f"One of {each}, {_said(one)}")
                words = f"Two of {each}, {_said(one)}; {_said(other)}"
                yield _with_items(base, each, (one, other), words)
                yield _with_items(base, each, (other, one), words)
                yield _with_items(base, each, (one, other, third), f"Three of {each}")


Item = tuple[tuple[str, Fact], ...]


def _said(item: Item) -> str:
    return "with " + (", ".join(f"{name} {value}" for name, value in item) or "nothing said of it")


def _with_items(base: Draft, each: str, items: Sequence[Item], shows: str) -> Draft:
    return replace(
        base, items={**base.items, each: tuple(dict(item) for item in items)}, shows=shows
    )


def _laid_over(base: Draft, draft: Draft, asked: Sequence[Question]) -> Draft:
    """The draft, with the answers of a request in order to whatever its rule does not ask."""

    def kept(facts: Mapping[str, Fact], each: str) -> dict[str, Fact]:
        own = [question for question in asked if question.each == each]
        return {
            name: value
            for name, value in facts.items()
            if not any(question.belongs(name) for question in own)
        }

    items = {**base.items, **draft.items}
    for each, own in draft.items.items():
        before = base.items.get(each)
        if own and before:
            items[each] = ({**kept(before[0], each), **own[0]}, *own[1:])
    whole = {**kept(base.whole, ""), **draft.whole}
    return replace(draft, whole=whole, items=items)


__all__ = ["Cases", "Expected", "requests_of", "suite"]

"""The cases for requests of one kind: everything that its rules can do, and where it turns.

Chosen one after another, always the same ones: what each rule can do, on its own and in a request
that is otherwise in order; each other answer to each question; each day and number at which a
comparison turns; several items in a list; and every answer together with every other.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from itertools import islice

from prevent.conditions.evaluate import Fact, Facts, evaluate
from prevent.conditions.tree import Condition, NotAfter
from prevent.conformance.boundaries import about, anchors
from prevent.conformance.case import Case
from prevent.conformance.changes import Question, changed, days_compared, questions
from prevent.conformance.expected import Reference
from prevent.conformance.goals import comparisons, drafts
from prevent.conformance.in_order import in_order
from prevent.conformance.mixtures import mixtures
from prevent.conformance.requests import DAY, Draft, Requests
from prevent.dates import CalendarError
from prevent.rules.ruleset import Rule, RuleSet

ALL_IN_ORDER = "applies, and all is in order"

MOST_GOALS = 160
MOST_CHANGES = 80
MOST_MIXED = 170
MOST_ITEMS = 12
"""So many of each sort are kept in any case; beyond, those that show something new."""

MANY_FINDINGS = 40
"""Where the rules can find more, fewer of each sort are kept in any case."""

MOST_DAYS = 24
LEAST_DAYS = 3
CONTEXTS = 3
"""In so many requests each comparison is tried; in one where there are many comparisons."""

MANY = 10
MOST_TRIED = 600
"""In so many requests it is tried whether anything hangs on a comparison."""
DAYS = 60
"""About so many days are tried in all the comparisons of a kind, each at so many at most."""


def requests_of(rule_set: RuleSet) -> dict[str, Requests]:
    """The requests that a rule set knows, by kind."""
    calendar = rule_set.calendar()
    return {kind: Requests(own, rule_set.roles, calendar) for kind, own in rule_set.kinds.items()}


def suite(rule_set: RuleSet) -> dict[str, tuple[Case, ...]]:
    """The cases for each kind of request."""
    return {kind: Cases(own).all() for kind, own in requests_of(rule_set).items()}


class _Kept:
    """Which drafts of one sort are kept: the first so many, and each that shows something new."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._number = 0
        self._shown: set[object] = set()

    def keeps(self, shows: Collection[object]) -> bool:
        """Whether a draft that shows these things is kept."""
        if self._number >= self._most and self._shown.issuperset(shows):
            return False
        self._number += 1
        self._shown.update(shows)
        return True


class Cases:
    """Makes the cases for one kind of request."""

    def __init__(self, requests: Requests) -> None:
        self.requests = requests
        self.rules = requests.kind.rules
        self.reference = Reference(requests.kind, requests.calendar)
        self._cases: dict[str, Case] = {}
        findings = sum(1 for rule in self.rules for _ in rule.findings())
        self._share = min(1, MANY_FINDINGS / max(findings, 1))

    def all(self) -> tuple[Case, ...]:
        """Every case, each with an id of its own."""
        goals = {rule.id: [*drafts(self.requests, rule)] for rule in self.rules}
        ready = [each for own in goals.values() for each in own if ALL_IN_ORDER in each.shows]
        base = in_order(self.requests, self.reference, ready)
        put: dict[str, Sequence[Draft]] = {}
        for rule in self.rules:
            asked = questions(self.requests, [rule])
            put[rule.id] = [_laid_over(base, own, asked) for own in goals[rule.id]]
        self._add([base])
        self._add(self._doing(goals, put))
        self._add(self._changed(base, put))
        self._add(self._turning(put))
        self._add(self._lists(base, put))
        self._add(self._mixed(base))
        return tuple(self._cases.values())

    def _add(self, chosen: Iterable[Draft]) -> None:
        """Make cases of drafts, but for those that state what another case does."""
        for draft in chosen:
            request = self.requests.document(draft)
            name = json.dumps([request, str(draft.as_of), str(draft.policy_as_of)])
            if name in self._cases:
                continue
            stated = self.requests.stated(request, draft)
            try:
                expected = self.reference.expected(stated)
            except CalendarError:
                # There is no answer to it, so it is no case.
                continue
            own = f"{self.requests.kind.kind}-{len(self._cases) + 1:04}"
            looked_at = self.requests.looked_at
            self._cases[name] = Case(own, draft, request, stated, expected, looked_at)

    def _kept(self, most: int) -> _Kept:
        return _Kept(int(most * self._share))

    def _doing(
        self, goals: Mapping[str, Sequence[Draft]], put: Mapping[str, Sequence[Draft]]
    ) -> Iterator[Draft]:
        """What each rule can do, in a request that is otherwise in order and in one that is not."""
        kept = self._kept(MOST_GOALS)
        for rule in self.rules:
            compared = comparisons(rule)
            for draft in (*put[rule.id], *goals[rule.id]):
                facts = self.requests.facts(draft, rule.for_each)
                if kept.keeps([(rule.id, self._made(draft, rule)), *self._truths(compared, facts)]):
                    yield draft

    def _truths(self, compared: Iterable[Condition], facts: Facts) -> Iterator[object]:
        for comparison in compared:
            with suppress(CalendarError):
                yield comparison, evaluate(comparison, facts, self.requests.calendar)

    def _changed(self, base: Draft, put: Mapping[str, Sequence[Draft]]) -> Iterator[Draft]:
        """One answer changed at a time, wherever the rule comes to something with it for once."""
        kept = self._kept(MOST_CHANGES)
        for rule in self.rules:
            made = {self._made(draft, rule): draft for draft in (*put[rule.id], base)}
            seen: set[tuple[str, int, frozenset[str]]] = set()
            for question in questions(self.requests, [rule]):
                for start in made.values():
                    for number, draft in changed(start, question, DAY):
                        key = (question.name, number, self._made(draft, rule))
                        if key not in seen:
                            seen.add(key)
                            if kept.keeps([key[:2], (rule.id, key[2])]):
                                yield draft

    def _mixed(self, base: Draft) -> Iterator[Draft]:
        """Every answer together with every other, as far as that shows anything new."""
        kept = self._kept(MOST_MIXED)
        asked = questions(self.requests, self.rules)
        whole = [question for question in asked if not question.each]
        of_items = [question for question in asked if question.each]
        for draft in mixtures(self.requests, base, whole, of_items):
            if kept.keeps([(rule.id, self._made(draft, rule)) for rule in self.rules]):
                yield draft

    def _turning(self, put: Mapping[str, Sequence[Draft]]) -> Iterator[Draft]:
        """Each comparison of dates at the days at which it turns, where something hangs on it."""
        compared = days_compared(self.rules)
        most = max(LEAST_DAYS, min(MOST_DAYS, DAYS // max(len(compared), 1)))
        for turn, (comparison, rules) in enumerate(compared.items()):
            days = anchors(self.requests.calendar, comparison, turn, most)
            drafts_at = self._hanging(comparison, rules, put)
            for draft in islice(drafts_at, CONTEXTS if len(compared) < MANY else 1):
                for anchor in days:
                    yield from about(self.requests, draft, comparison, anchor)

    def _hanging(
        self, comparison: NotAfter, rules: Sequence[Rule], put: Mapping[str, Sequence[Draft]]
    ) -> Iterator[Draft]:
        """Drafts in which something hangs on the comparison, each time something else."""
        seen: set[frozenset[frozenset[str]]] = set()
        for rule in rules:
            for draft in islice(self._near(rule, put[rule.id]), MOST_TRIED):
                tried = about(self.requests, draft, comparison, DAY)
                made = frozenset(self._made(each, rule) for each in tried)
                if len(made) > 1 and made not in seen:
                    seen.add(made)
                    yield draft.saying(rule.id)
        if not seen:
            yield put[rules[0].id][0].saying(rules[0].id)

    def _near(self, rule: Rule, put: Sequence[Draft]) -> Iterator[Draft]:
        """What a rule can do, and the same with one answer changed."""
        yield from put
        asked = questions(self.requests, [rule])
        for draft in put:
            for question in asked:
                yield from (other for _, other in changed(draft, question, DAY))

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
            items = [
                *dict.fromkeys(
                    tuple(draft.items[each][0].items())
                    for rule in rules
                    for draft in put[rule.id]
                    if draft.items.get(each)
                )
            ]
            yield _with_items(base, each, (), f"No {each}")
            kept = _Kept(MOST_ITEMS)
            items = [item for item in items if kept.keeps([self._come_to(base, each, item)])]
            for place, one in enumerate(items):
                other, third = (items[(place + step) % len(items)] for step in (1, 2))
                yield _with_items(base, each, (one,), f"One of {each}, {_said(one)}")
                words = f"Two of {each}, {_said(one)}; {_said(other)}"
                yield _with_items(base, each, (one, other), words)
                yield _with_items(base, each, (other, one), words)
                yield _with_items(base, each, (one, other, third), f"Three of {each}")

    def _come_to(self, base: Draft, each: str, item: Item) -> frozenset[str]:
        """What a list of this one item comes to."""
        draft = _with_items(base, each, (item,), "")
        rules = [rule for rule in self.requests.kind.rules if rule.for_each == each]
        return frozenset(name for rule in rules for name in self._made(draft, rule))


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

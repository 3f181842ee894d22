"""One answer changed at a time: each other answer to each question that the rules rest on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from prevent.conditions.evaluate import Fact, Facts
from prevent.conditions.tree import Condition, Is, NotAfter, Number, facts_of, leaves
from prevent.conformance.requests import Draft, Requests
from prevent.fields.field import Field
from prevent.requirements.day import ALWAYS_THERE
from prevent.rules.ruleset import Rule

Answers = Mapping[str, Fact]
"""The facts that one answer states; none where the question is left unanswered."""


@dataclass(frozen=True, slots=True)
class Question:
    """One thing that a request, or each item of the list ``each``, may say or leave out.

    ``facts`` are those of its facts that the rules look at, with the comparisons that they make.
    """

    each: str
    name: str
    field: Field
    facts: Mapping[str, tuple[Condition, ...]]

    def belongs(self, fact: str) -> bool:
        """Is it a fact that an answer to this question states?"""
        return fact == self.name or fact.startswith(f"{self.name}.")

    def answers(self, day: date) -> Iterator[tuple[str, Answers]]:
        """Each answer there is, in words, given on this day where it has one."""
        field = self.field
        if not field.required:
            yield "left out", {}
        match field.type:
            case "choice" | "yes-no":
                yield from ((option, {self.name: option}) for option in _options(field))
            case "several":
                yield from ((" and ".join(so) or "none", _so(field, so)) for so in _chosen(field))
            case "number":
                yield from ((str(number), {self.name: number}) for number in self._near())
            case "date":
                yield str(day), {self.name: day}
            case "completion":
                yield f"completed on {day}", {f"{self.name}.completed": day}
            case "advice":
                yield f"given on {day}", self._given(day)
                yield from self._again(self._given(day), "given", day)
            case "approvals":
                yield from self._decided(day)
            case _:
                yield "answered", {self.name: "another"}

    def _near(self) -> list[int]:
        """The numbers next to those with which it is compared."""
        turns = [leaf.number for leaf in self.facts[self.name] if isinstance(leaf, Number)]
        near = {number + step for number in turns for step in (-1, 0, 1)} or {0, 1}
        return sorted(number for number in near if number >= 0)

    def _given(self, day: date) -> dict[str, Fact]:
        return {f"{self.name}.date": day, f"{self.name}.latest": day}

    def _again(self, first: Answers, how: str, day: date) -> Iterator[tuple[str, Answers]]:
        """The same once more on the next day, where a rule looks at the last."""
        if f"{self.name}.latest" in self.facts:
            later = day + timedelta(days=1)
            yield f"{how} on {day} and again on {later}", {**first, f"{self.name}.latest": later}

    def _decided(self, day: date) -> Iterator[tuple[str, Answers]]:
        for decision in ("granted", "declined"):
            how = {f"{self.name}.decision": decision, **self._given(day)}
            yield f"{decision} on {day}", how
            yield from self._again(how, decision, day)
            by = f"{self.name}.by"
            for name in (*_values(self.facts.get(by, ())), "another") if by in self.facts else ():
                yield f"{decision} by {name}", {**how, by: name}
            if decision == "granted":
                for fact in (each for each in self.facts if ".condition." in each):
                    yield f"granted on {fact.rpartition('.')[2]}", {**how, fact: "yes"}


def questions(requests: Requests, rules: Iterable[Rule]) -> tuple[Question, ...]:
    """What these rules, which look at the same thing, ask; the day of the check is no question."""
    found: dict[tuple[str, str], dict[str, dict[Condition, None]]] = {}
    fields: dict[tuple[str, str], Field] = {}
    for rule in rules:
        owner = requests.kind.field(rule.for_each) if rule.for_each else None
        own = {inner.id: inner for inner in owner.fields} if owner else {}
        for fact, compared in _compared(rule).items():
            name, _, rest = fact.partition(".")
            field = own.get(name) or requests.kind.field(name)
            if field is None or field.type == "list" or fact in ALWAYS_THERE:
                continue
            by_role = field.type in {"approvals", "advice"}
            key = (
                rule.for_each if name in own else "",
                f"{name}.{rest.partition('.')[0]}" if by_role else name,
            )
            required = name in requests.kind.required if name not in own else field.required
            fields[key] = replace(field, required=required)
            found.setdefault(key, {}).setdefault(fact, {}).update(compared)
    return tuple(
        Question(*key, fields[key], {fact: (*compared,) for fact, compared in facts.items()})
        for key, facts in found.items()
    )


def changed(draft: Draft, question: Question, day: date) -> Iterator[tuple[int, Draft]]:
    """The draft with each other answer to the question, by number: in a list, of its first item."""
    items = draft.items.get(question.each, ())
    if question.each and not items:
        return
    old = items[0] if question.each else draft.whole
    kept = {fact: value for fact, value in old.items() if not question.belongs(fact)}
    before = {fact: value for fact, value in old.items() if question.belongs(fact)}
    for number, (words, answer) in enumerate(question.answers(_day(before) or day)):
        if answer != before:
            shows = f"{draft.shows}; but {question.name}: {words}"
            yield number, with_facts(draft, question.each, {**kept, **answer}).saying(shows)


def with_facts(draft: Draft, each: str, facts: Facts) -> Draft:
    """The draft with these facts, of itself or of the first item of a list."""
    if not each:
        return replace(draft, whole=facts)
    return replace(draft, items={**draft.items, each: (facts, *draft.items[each][1:])})


def _day(answer: Answers) -> date | None:
    return next((day for day in answer.values() if isinstance(day, date)), None)


def _compared(rule: Rule) -> dict[str, dict[Condition, None]]:
    """Each fact on which the rule rests, with the comparisons that look at it."""
    conditions = [rule.applies]
    conditions += [each for part in rule.parts for each in (part.when, part.met)]
    conditions += [finding.test for _, _, finding in rule.findings()]
    found: dict[str, dict[Condition, None]] = {}
    for leaf in (leaf for condition in conditions for leaf in leaves(condition)):
        for fact in facts_of(leaf):
            found.setdefault(fact, {})[leaf] = None
    return found


def _options(field: Field) -> Sequence[str]:
    return [option.id for option in field.options] or ["yes", "no"]


def _chosen(field: Field) -> list[tuple[str, ...]]:
    """None of the options, each alone, all but each, and all."""
    every = tuple(option.id for option in field.options)
    but_one = [tuple(each for each in every if each != left) for left in every]
    return [*dict.fromkeys([(), *((each,) for each in every), *but_one, every])]


def _so(field: Field, chosen: Sequence[str]) -> Answers:
    each = {f"{field.id}.{one.id}": "yes" if one.id in chosen else "no" for one in field.options}
    return {field.id: len(chosen), **each}


def _values(compared: Iterable[Condition]) -> list[str]:
    named = (value for leaf in compared if isinstance(leaf, Is) for value in leaf.values)
    return [*dict.fromkeys(named)]


def days_compared(rules: Iterable[Rule]) -> dict[NotAfter, tuple[Rule, ...]]:
    """Each comparison of dates, with the rules that make it."""
    found: dict[NotAfter, list[Rule]] = {}
    for rule in rules:
        for leaf in dict.fromkeys(leaf for own in _compared(rule).values() for leaf in own):
            if isinstance(leaf, NotAfter):
                found.setdefault(leaf, []).append(rule)
    return {leaf: (*own,) for leaf, own in found.items()}

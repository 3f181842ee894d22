"""Everything that a rule can do, each with facts by which it does it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from prevent.conditions.evaluate import Fact, Facts
from prevent.conditions.joined import all_of, any_of, as_shown
from prevent.conditions.possible import World, example
from prevent.conditions.tree import (
    FALSE,
    TRUE,
    Condition,
    Given,
    Moment,
    Not,
    NotAfter,
    facts_of,
    leaves,
)
from prevent.conformance.requests import DAY, Draft, Requests
from prevent.requirements.day import IN_FORCE_ON, RECEIVED_ON, TODAY
from prevent.rules.ruleset import Part, Rule


@dataclass(frozen=True, slots=True)
class Goal:
    """One thing that a rule can do: in words, and when it does so."""

    words: str
    condition: Condition


def goals(rule: Rule) -> Iterator[Goal]:
    """Whether it applies, each finding, each case, and each way each comparison can come out."""
    applies = _truth(rule.applies)
    yield Goal("does not apply", _falsity(rule.applies))
    whens = {part.when: None for part in rule.parts if part.when != TRUE}
    for number, when in enumerate(whens, start=1):
        yield Goal(f"applies, but not in its case {number}", all_of((applies, _falsity(when))))
    in_order = [any_of((_falsity(part.when), _truth(part.met))) for part in rule.parts]
    yield Goal("applies, and all is in order", all_of((applies, *in_order)))
    for part in rule.parts:
        yield from _of_part(part, applies)
    for fact in rule.asks:
        for asking in (rule.applies, *(part.when for part in rule.parts)):
            missing = all_of((_unknown(asking), Not(Given(fact))))
            if missing != FALSE:
                yield Goal(f"asks for {fact}", missing)
    for leaf in comparisons(rule):
        for words, condition in (
            ("holds", _truth(leaf)),
            ("does not hold", _falsity(leaf)),
            ("is open", _unknown(leaf)),
        ):
            at = f"a comparison of {' and '.join(facts_of(leaf))} {words}"
            yield Goal(f"applies, and {at}", all_of((applies, condition)))
            yield Goal(at, condition)


def _of_part(part: Part, applies: Condition) -> Iterator[Goal]:
    """Each finding in the case of its part; where it is met, and where what it asks is open."""
    about = f" for {part.item}" if part.item else ""
    case = (applies, _truth(part.when))
    yield Goal(f"is satisfied{about}", all_of((*case, _truth(part.met))))
    before: list[Condition] = [Not(_truth(part.met))]
    for finding in part.findings:
        found = all_of((*case, *before, _truth(finding.test)))
        yield Goal(f"finds '{finding.failure}'{about}", found)
        before.append(Not(_truth(finding.test)))
    yield Goal(f"finds nothing{about}", all_of((*case, *before)))


def drafts(requests: Requests, rule: Rule) -> Iterator[Draft]:
    """A draft for each thing that the rule can do, where one was found."""
    world, done = requests.world(rule.for_each), dict[Condition, None]()
    for goal in goals(rule):
        if goal.condition in done or goal.condition == FALSE:
            continue
        done[goal.condition] = None
        facts = _facts_for(goal.condition, world)
        if facts is not None:
            undated = RECEIVED_ON in facts_of(goal.condition) and RECEIVED_ON not in facts
            shows = f"{rule.id}: {goal.words}"
            draft = draft_of(requests, facts, rule.for_each, shows, undated=undated)
            yield requests.settled(draft)


def _facts_for(condition: Condition, world: World) -> Facts | None:
    found = example(all_of((condition, *_in_order(condition))), world)
    return found.facts if found else None


def _in_order(condition: Condition) -> Iterator[Condition]:
    """The last day on which a role said so is not before the first."""
    for last in (fact for fact in facts_of(condition) if fact.endswith(".latest")):
        first = f"{last.removesuffix('.latest')}.date"
        if first in facts_of(condition):
            yield Not(_truth(Not(NotAfter(Moment(first), Moment(last)))))


def draft_of(requests: Requests, facts: Facts, each: str, shows: str, *, undated: bool) -> Draft:
    """The draft that states these facts; those of an item are of the first item of ``each``.

    ``undated`` says that it must not say when it was received.
    """
    whole: dict[str, Fact] = {}
    item: dict[str, Fact] = {}
    owner = requests.kind.field(each) if each else None
    own = {inner.id for inner in owner.fields} if owner else set[str]()
    for name, fact in facts.items():
        (item if name.partition(".")[0] in own else whole)[name] = fact
    as_of, on = whole.pop(TODAY, DAY), whole.pop(IN_FORCE_ON, None)
    assert not isinstance(as_of, (str, int))
    assert not isinstance(on, (str, int))
    if on and requests.kind.field(RECEIVED_ON) and not undated:
        whole.setdefault(RECEIVED_ON, on)
    policy_as_of = on if on not in (None, whole.get(RECEIVED_ON)) else None
    items = {
        field.id: _items(whole.pop(field.id), item if field.id == each else {})
        for field in requests.kind.fields
        if field.type == "list" and field.id in whole
    }
    if each:
        items.setdefault(each, (item,))
    for field_id in dict.fromkeys([*items, *(name.partition(".")[0] for name in whole)]):
        if field_id in requests.limits and items.get(field_id) != ():
            whole.setdefault(*requests.limits[field_id])
    return Draft(whole, items, as_of, policy_as_of, shows)


def _items(number: Fact, first: Facts) -> tuple[Facts, ...]:
    wanted = number if isinstance(number, int) else 1
    return (first, *({} for _ in range(wanted - 1)))[:wanted]


def comparisons(rule: Rule) -> dict[Condition, None]:
    """Every comparison that a rule makes, in order."""
    conditions = [rule.applies]
    conditions += [each for part in rule.parts for each in (part.when, part.met)]
    conditions += [finding.test for _, _, finding in rule.findings()]
    return dict.fromkeys(leaf for condition in conditions for leaf in leaves(condition))


def _truth(condition: Condition) -> Condition:
    return as_shown(condition)


def _falsity(condition: Condition) -> Condition:
    return as_shown(Not(condition))


def _unknown(condition: Condition) -> Condition:
    return all_of((Not(_truth(condition)), Not(_falsity(condition))))

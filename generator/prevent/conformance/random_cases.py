"""Random requests to random rule sets, by number: a number always names the same case."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from prevent.conditions.evaluate import Fact
from prevent.conformance.case import Case
from prevent.conformance.changes import Question, questions
from prevent.conformance.expected import Reference
from prevent.conformance.random_rules import Maker
from prevent.conformance.random_terms import DAYS, FIRST
from prevent.conformance.requests import Draft, Requests
from prevent.dates import CalendarError
from prevent.engines.forms import KindForms
from prevent.engines.make_forms import engine_forms
from prevent.faults import PreventError
from prevent.requirements.requirement import RequirementError
from prevent.rules.ruleset import KindRules, RuleSet

EACH = 25
"""So many requests are put to each rule set."""

_MOST_ITEMS = 3
_WORDS = (
    "Plain",
    "O'Brien; DROP TABLE requests --",
    'naïve “quoted” "text" \\n',
    "No",
    "2026-05-25",
)
_TRIES = 200


@dataclass(frozen=True, slots=True)
class Lot:
    """A random rule set with one kind of request, and cases by their numbers, from 1."""

    rule_set: RuleSet
    kind: KindRules
    forms: KindForms
    cases: dict[int, Case]


def lots(seed: str, cases: int) -> Iterator[Lot]:
    """So many cases, those of one rule set together."""
    for number in range((cases + EACH - 1) // EACH):
        yield lot(seed, number, min(EACH, cases - number * EACH))


def lot_of(seed: str, case: int) -> Lot:
    """The one case of this number, with its rule set."""
    whole = lot(seed, (case - 1) // EACH, EACH)
    return Lot(whole.rule_set, whole.kind, whole.forms, {case: whole.cases[case]})


def lot(seed: str, number: int, most: int) -> Lot:
    """The rule set of this number, from 0, and its first cases."""
    rule_set, forms = _rule_set(f"{seed}/{number}")
    [kind] = rule_set.kinds.values()
    requests = Requests(kind, rule_set.roles, rule_set.calendar())
    reference = Reference(kind, requests.calendar)
    first = number * EACH + 1
    own = {case: _case(requests, reference, seed, case) for case in range(first, first + most)}
    return Lot(rule_set, kind, forms, own)


def _rule_set(seed: str) -> tuple[RuleSet, KindForms]:
    """A rule set that can be built: one beyond what the rules engine does safely is refused."""
    for turn in range(_TRIES):
        try:
            rule_set = Maker(f"{seed}/{turn}").rule_set()
            [kind] = rule_set.kinds.values()
            return rule_set, engine_forms(kind)
        except (PreventError, RequirementError):
            continue
    raise AssertionError(f"no rule set is made of the seed {seed}")


def _case(requests: Requests, reference: Reference, seed: str, number: int) -> Case:
    for turn in range(_TRIES):
        # Not for secrets, as above.
        draft = _draft(requests, Random(f"{seed}/case/{number}/{turn}"))  # noqa: S311
        document = requests.document(draft)
        stated = requests.stated(document, draft)
        try:
            expected = reference.expected(stated)
        except CalendarError:
            continue
        return Case(str(number), draft, document, stated, expected, requests.looked_at)
    raise AssertionError(f"no case {number} is made of the seed {seed}")


def _draft(requests: Requests, chance: Random) -> Draft:
    asked = questions(requests, requests.kind.rules)
    whole: dict[str, Fact] = {"title": chance.choice(_WORDS)} if chance.random() < 1 / 2 else {}
    whole[requests.kind.happens_on] = _day(chance)
    for question in asked:
        if not question.each:
            whole |= _answer(question, chance)
    items: dict[str, list[dict[str, Fact]]] = {}
    for field in requests.kind.fields:
        if field.type == "list":
            number = chance.randint(0, _MOST_ITEMS)
            items[field.id] = [_item(asked, field.id, chance) for _ in range(number)]
    policy_as_of = _day(chance) if chance.random() < 1 / 5 else None
    return Draft(whole, items, _day(chance), policy_as_of)


def _item(asked: Sequence[Question], each: str, chance: Random) -> dict[str, Fact]:
    item: dict[str, Fact] = {}
    for question in asked:
        if question.each == each:
            item |= _answer(question, chance)
    return item


def _answer(question: Question, chance: Random) -> dict[str, Fact]:
    """Any answer to a question, left out now and then."""
    answers = [answer for _, answer in question.answers(_day(chance))]
    answer = dict(chance.choice(answers))
    first, latest = f"{question.name}.date", f"{question.name}.latest"
    if answer.get(first) != answer.get(latest):
        later = answer[first]
        assert isinstance(later, date)
        answer[latest] = later + timedelta(days=chance.randint(1, 4))
    return answer


def _day(chance: Random) -> date:
    return FIRST + timedelta(days=chance.randrange(DAYS))

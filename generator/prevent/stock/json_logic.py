"""What the JSON Logic runners share: the facts they post, and findings made of what they answer."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from prevent.conditions.evaluate import Facts, moment
from prevent.conditions.flat_facts import FactValue, FlatFact
from prevent.conditions.json_form import decode_moment
from prevent.dates import Calendar
from prevent.policy.outcomes import Outcome, outcome, worst
from prevent.rules.codec import decode
from prevent.rules.found import Found
from prevent.rules.ruleset import KindRules, RuleSet
from prevent.stock.runner import Answer, Asked, Runner
from prevent.targets.json_logic import document


@dataclass(frozen=True, slots=True)
class Posted:
    """Flat facts to be put to the expressions of a scope, by its place in the file."""

    scope: int
    facts: Mapping[str, FactValue]


@dataclass(frozen=True, slots=True)
class Told:
    """What the expressions of a scope say of some facts: the outcome, and the findings told.

    Of each finding its place, the places of the roles that act, and those of the day and of the
    conditions that count.
    """

    outcome: str
    findings: Sequence[tuple[int, Sequence[int], int, int]]


class JsonLogicRunner(Runner):
    """A runner of JSON Logic. An implementation evaluates expressions; the rest is here."""

    target = "json-logic"

    @abstractmethod
    def _told(self, scopes: Sequence[Any], posted: Sequence[Posted]) -> list[Told]:
        """What the expressions of the file's ``scopes`` say of the facts posted, in their order."""

    def decide(self, rule_set: RuleSet, kind: KindRules, asked: Sequence[Asked]) -> list[Answer]:
        """Works out the facts as the file says, and has the expressions evaluated."""
        scopes: Any = document(rule_set, kind)["scopes"]
        calendar = rule_set.calendar()
        posted: list[Posted] = []
        about: list[tuple[int, int | None, Facts]] = []
        needed = [
            {name: decode(FlatFact, fact) for name, fact in scope["facts"].items()}
            for scope in scopes
        ]
        for place, one in enumerate(asked):
            row = one.facts(kind)
            for number, scope in enumerate(scopes):
                for item, facts in row.looked_at(scope["each"]):
                    flat = {n: fact.value(facts, calendar) for n, fact in needed[number].items()}
                    posted.append(Posted(number, flat))
                    about.append((place, item, facts))
        outcomes: list[list[Outcome]] = [[] for _ in asked]
        found: list[list[Found]] = [[] for _ in asked]
        for given, (place, item, facts), told in zip(
            posted, about, self._told(scopes, posted), strict=True
        ):
            outcomes[place].append(outcome(told.outcome))
            found[place] += _found(scopes[given.scope], told, item, facts, calendar)
        return [Answer.of(own, worst(each)) for own, each in zip(found, outcomes, strict=True)]


def _found(
    scope: Mapping[str, Any], told: Told, item: int | None, facts: Facts, calendar: Calendar
) -> Iterator[Found]:
    for place, who, by, conditions in told.findings:
        finding = scope["findings"][place]
        day = finding["by"][by]["day"] if finding["by"] else None
        imposed = finding["conditions"]
        yield Found(
            rule=finding["rule"],
            failure=finding["failure"],
            outcome=finding["outcome"],
            clause=finding["clause"],
            who=frozenset(finding["who"][each]["role"] for each in who),
            by=moment(decode_moment(scope["days"][day]), facts, calendar) if day else None,
            item=item,
            list=scope["each"],
            conditions=tuple(imposed[conditions]["ids"]) if imposed else (),
        )

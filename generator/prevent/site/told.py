"""What a procedure tells besides its steps: exemptions, conditions of approval, and what follows.

None of them stands in a request's way, so none is a step.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from prevent.policy.cited import ImposedCondition
from prevent.policy.model import Policy
from prevent.policy.wording import listed, sentence_case, titled
from prevent.policy.written import Procedure, WrittenRule
from prevent.rules.compile import people_of
from prevent.rules.words import Following, RuleWords, rule_words

ASKER = "Whoever makes the request"


@dataclass(frozen=True, slots=True)
class Told:
    """An exemption, or something to be done afterwards, in the words it has for a procedure.

    ``who`` and ``by`` are phrases; ``by`` is empty where no day is named.
    """

    rule: WrittenRule
    words: RuleWords
    say: str
    who: str
    by: str


@dataclass(frozen=True, slots=True)
class Imposable:
    """A condition of the catalogue: who sees to it, and the rules that may impose it.

    ``by_approvers`` says that whoever agrees may ask for it as well.
    """

    condition: ImposedCondition
    who: str
    rules: tuple[WrittenRule, ...]
    by_approvers: bool


def exemptions(policy: Policy, procedure: Procedure) -> tuple[Told, ...]:
    """The requests to which a procedure does not apply."""
    return tuple(_told(policy, procedure, rule) for rule in procedure.exemptions)


def afterwards(policy: Policy, procedure: Procedure) -> tuple[Told, ...]:
    """What is to be done once a request of a procedure has been allowed."""
    return tuple(_told(policy, procedure, rule) for rule in procedure.afterwards)


def told_once(policy: Policy) -> tuple[WrittenRule, ...]:
    """Every exemption, then everything to be done afterwards, of all procedures, each once."""
    every = [each for own in policy.procedures for each in own.exemptions]
    every += [each for own in policy.procedures for each in own.afterwards]
    return tuple({each.id: each for each in every}.values())


def imposable(policy: Policy, procedure: Procedure | None = None) -> tuple[Imposable, ...]:
    """The conditions a request may be allowed on: of one procedure, or the whole catalogue."""
    rules = policy.rules if procedure is None else policy.rules_for(procedure)
    procedures = policy.procedures if procedure is None else (procedure,)
    approvers = any(
        "conditions" in field.also_says for own in procedures for field in own.fields.values()
    )
    found = (
        Imposable(
            condition,
            _who(tuple(policy.roles[role].title for role in condition.who)),
            tuple(rule for rule in rules if condition.id in _imposed(rule)),
            approvers,
        )
        for condition in policy.catalogue.values()
    )
    return tuple(each for each in found if procedure is None or each.rules or each.by_approvers)


def _told(policy: Policy, procedure: Procedure, rule: WrittenRule) -> Told:
    words = rule_words(rule, procedure, people_of(policy))
    [said] = words.follows
    return Told(rule, words, said.say, _who(said.who), _by(said))


def _by(said: Following) -> str:
    return sentence_case(said.by)


def _who(titles: tuple[str, ...]) -> str:
    return sentence_case(listed([titled(title) for title in titles])) or ASKER


def _imposed(rule: WrittenRule) -> Iterator[str]:
    """The conditions that a rule may impose."""
    for case in rule.cases:
        for each in (*case.otherwise.values(), *((case.consequence,) if case.consequence else ())):
            yield from each.conditions

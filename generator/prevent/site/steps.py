"""A procedure as steps that staff follow, drawn from its rules."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from prevent.conditions.tree import facts_of
from prevent.fields.field import Field
from prevent.policy.model import Policy
from prevent.policy.wording import sentence_case
from prevent.policy.written import Procedure, WrittenRule
from prevent.rules.compile import people_of
from prevent.rules.ruleset import RuleSet
from prevent.rules.words import CaseWords, Following, RuleWords, days_in_force, rule_words
from prevent.site.told import ASKER

FOLDED_ABOVE = 10
"""With more steps than this, or cases of steps, the page folds what stands behind them."""


@dataclass(frozen=True, slots=True)
class StepCase:
    """One case of a step: when it counts, what must be in place, who sees to it and by when.

    ``waits`` are what must be put right at once, ``stops`` what ends the matter or hands it to
    somebody to decide, ``allows`` what is allowed although something is missing. All words are
    sentences or phrases with a capital letter.
    """

    when: str
    must: str
    who: str
    by: str
    waits: tuple[Following, ...]
    stops: tuple[Following, ...]
    allows: tuple[Following, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """One step: a rule in the words it has for this procedure.

    ``number`` is 0 where the rule is no longer in force, so that it is a step only of older
    requests. ``days`` says of a rule that is not in force yet, or not for ever, when it is.
    """

    number: int
    rule: WrittenRule
    words: RuleWords
    cases: tuple[StepCase, ...]
    days: str

    @property
    def anchor(self) -> str:
        """The step's place on the procedure's page."""
        return f"step-{self.rule.id}"

    @property
    def by_case(self) -> bool:
        """Is it shown case by case?"""
        return any(case.when for case in self.cases)

    @property
    def stops(self) -> tuple[Following, ...]:
        """What ends the matter, or hands it to somebody to decide, in any of the cases."""
        return tuple(stop for case in self.cases for stop in case.stops)

    @property
    def who(self) -> str:
        """Who sees to it, in a few words."""
        found = dict.fromkeys(case.who for case in self.cases if case.who)
        if len(found) < 2:
            return "".join(found)
        asked = [case.requirement for case in self.rule.cases if case.requirement]
        agrees = all(requirement.kind == "approval" for requirement in asked)
        return f"who {'agrees' if agrees else 'acts'} depends on the request"


def steps(policy: Policy, procedure: Procedure, today: date) -> tuple[Step, ...]:
    """The steps of a procedure, in the order its rules are written; the expired ones last."""
    people = people_of(policy)
    found = [
        _step(rule, rule_words(rule, procedure, people), procedure, today)
        for rule in policy.rules_for(procedure)
    ]
    current = [step for step in found if not _expired(step.rule, today)]
    expired = [step for step in found if _expired(step.rule, today)]
    numbered = (replace(step, number=number) for number, step in enumerate(current, start=1))
    return (*numbered, *expired)


def _expired(rule: WrittenRule, today: date) -> bool:
    return rule.in_force.until is not None and rule.in_force.until < today


def _step(rule: WrittenRule, words: RuleWords, procedure: Procedure, today: date) -> Step:
    happens = procedure.fields[procedure.happens_on].phrase
    start, until = rule.in_force.start, rule.in_force.until
    days = days_in_force(rule.in_force) if until or (start and start > today) else ""
    return Step(0, rule, words, tuple(_case(case, happens) for case in words.cases), days)


def _case(words: CaseWords, happens: str) -> StepCase:
    stops = tuple(each for each in words.follows if each.outcome in {"refused", "referred"})
    allows = tuple(each for each in words.follows if each.outcome == "allowed")
    # What follows at once has said when it does: the case's own heading.
    allows = tuple(each if each.failure else replace(each, means="") for each in allows)
    waits = tuple(
        each for each in words.follows if each.outcome == "action-needed" and not each.failure
    )
    must = f"{sentence_case(words.must)}." if words.must else ""
    who = sentence_case(words.who) or (ASKER if must or waits else "")
    said_already = words.by == happens and words.by in words.must
    by = "" if said_already else sentence_case(words.by)
    return StepCase(sentence_case(words.when), must, who, by, waits, stops, allows)


def questions(rule_set: RuleSet, procedure: Procedure) -> tuple[Field, ...]:
    """What staff need to know before they start: required answers, and those the rules ask for.

    Evidence that comes later (who agreed, who advised, what was completed) is not among them.
    """
    kind = rule_set.kinds[procedure.kind]
    asked = {fact.partition(".")[0] for rule in kind.rules for fact in rule.asks}
    asked |= {
        fact.partition(".")[0]
        for rule in kind.rules
        if rule.sort == "exemption"
        for fact in facts_of(rule.when)
    }
    asked |= {
        finding.at.split(".")[0]
        for rule in kind.rules
        for _, part, finding in rule.findings()
        if part
    }
    lists = {rule.for_each for rule in kind.rules if rule.for_each}
    later = {"approvals", "advice", "completion"}
    return tuple(
        use.field
        for use in procedure.uses
        if (use.required or use.field.id in asked | lists) and use.field.type not in later
    )

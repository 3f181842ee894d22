"""Engines for the tests: one that decides as the reference evaluator does, and ones that do not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from prevent.conformance.expected import Reference
from prevent.rules.ruleset import KindRules, RuleSet
from prevent.stock.runner import Answer, Asked, Runner


class Honest(Runner):
    """The reference evaluator, on the facts that a row states."""

    name = "honest"
    title = "Honest"
    target = "by-rows"

    def available(self) -> str | None:
        return None

    def decide(self, rule_set: RuleSet, kind: KindRules, asked: Sequence[Asked]) -> list[Answer]:
        reference = Reference(kind, rule_set.calendar())
        return [self.said(Answer.of(reference.expected(one.facts(kind)).findings)) for one in asked]

    def said(self, answer: Answer) -> Answer:
        return answer


class Forgetful(Honest):
    """Never tells that there is too little notice."""

    name = "forgetful"
    title = "Forgetful"

    def said(self, answer: Answer) -> Answer:
        return Answer.of(each for each in answer.findings if each.failure != "late")


class Tardy(Honest):
    """Gives no day by which."""

    name = "tardy"
    title = "Tardy"

    def said(self, answer: Answer) -> Answer:
        return replace(answer, findings=tuple(replace(each, by=None) for each in answer.findings))


class Absent(Honest):
    name = "absent"
    title = "Absent"

    def available(self) -> str | None:
        return "Absent is not installed: pip install absent."


class Failing(Honest):
    name = "failing"
    title = "Failing"

    def decide(self, rule_set: RuleSet, kind: KindRules, asked: Sequence[Asked]) -> list[Answer]:
        del rule_set, kind, asked
        raise RuntimeError("the disk is full")


class Short(Honest):
    name = "short"
    title = "Short"

    def decide(self, rule_set: RuleSet, kind: KindRules, asked: Sequence[Asked]) -> list[Answer]:
        return super().decide(rule_set, kind, asked)[1:]

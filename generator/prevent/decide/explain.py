"""Why a rule did or did not apply: its conditions in plain words, and what each came to."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from prevent.conditions.evaluate import evaluate
from prevent.conditions.tree import All, Always, Any, Condition, Not
from prevent.dates import Calendar, CalendarError
from prevent.decide.explanation import Explanation, Reason
from prevent.requests.request import Request, Stated
from prevent.requirements.requirement import Setting
from prevent.rules.condition_words import condition_words
from prevent.rules.ruleset import Rule, RuleSet

_JOINED = {All: "all of these", Any: "at least one of these"}


def explain(
    request: Request, whole: Stated, rule_set: RuleSet, calendar: Calendar
) -> tuple[Explanation, ...]:
    """An explanation of each rule, and for each subject of the rules that look at one.

    ``whole`` are the facts of the request as a whole.
    """
    return tuple(
        _Explaining(rule, request, stated, rule_set, calendar).explanation()
        for rule in request.rules.rules
        for stated in (request.items(rule.for_each, whole) if rule.for_each else (whole,))
    )


class _Explaining:
    """Puts into words why one rule did or did not apply."""

    def __init__(
        self, rule: Rule, request: Request, stated: Stated, rule_set: RuleSet, calendar: Calendar
    ) -> None:
        fields = {field.id: field for field in request.rules.fields}
        owner = fields.get(rule.for_each)
        if owner:
            fields |= {field.id: field for field in owner.fields}
        self._rule = rule
        self._stated = stated
        self._setting = Setting(fields, rule_set.roles, request.rules.happens_on)
        self._calendar = calendar

    def explanation(self) -> Explanation:
        """The rule's conditions, each with what it came to."""
        rule = self._rule
        applies = self._truth(rule.applies)
        reasons = list(self._heading("It applies when", rule.when))
        reasons += self._heading("unless", rule.unless)
        if self._truth(rule.when) is True and applies is not False:
            for when, parts in groupby(rule.parts, lambda part: part.when):
                reasons += self._heading("In the case that", when)
                if self._truth(when) is True:
                    for part in parts:
                        reasons += self._heading("It asks that", part.met)
        return Explanation(rule.id, self._stated.subject, applies, tuple(reasons))

    def _truth(self, condition: Condition) -> bool | None:
        try:
            return evaluate(condition, self._stated.facts, self._calendar)
        except CalendarError:
            # The decision did not turn on this, or it would not have been made.
            return None

    def _heading(self, words: str, condition: Condition) -> Iterator[Reason]:
        if isinstance(condition, Always):
            return
        yield Reason(0, f"{words}:", self._truth(condition))
        yield from self._reasons(condition, 1)

    def _reasons(self, condition: Condition, depth: int) -> Iterator[Reason]:
        truth = self._truth(condition)
        match condition:
            case All(parts) | Any(parts):
                all_or_one = _JOINED[type(condition)]
                yield Reason(depth, f"{all_or_one}:", truth)
                for part in parts:
                    yield from self._reasons(part, depth + 1)
            case Not(All() | Any() as part):
                yield Reason(depth, "this is not so:", truth)
                yield from self._reasons(part, depth + 1)
            case _:
                yield Reason(depth, condition_words(condition, self._setting), truth)

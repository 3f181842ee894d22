"""Why a rule did or did not apply: its conditions in plain words, and what each came to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from prevent.conditions.evaluate import Facts, evaluate
from prevent.conditions.tree import All, Always, Any, Condition, Not
from prevent.decide.decision import Explanation, Reason
from prevent.requests.request import Request, Stated
from prevent.requirements.requirement import Setting
from prevent.rules.condition_words import condition_words
from prevent.rules.ruleset import Rule


def explain(request: Request, roles: Mapping[str, str]) -> tuple[Explanation, ...]:
    """An explanation of each rule, and for each subject of the rules that look at one."""
    whole = request.stated()
    return tuple(
        _explanation(rule, request, stated, roles)
        for rule in request.rules.rules
        for stated in (request.items(rule.for_each, whole) if rule.for_each else (whole,))
    )


def _explanation(
    rule: Rule, request: Request, stated: Stated, roles: Mapping[str, str]
) -> Explanation:
    fields = {field.id: field for field in request.rules.fields}
    owner = fields.get(rule.for_each)
    if owner:
        fields |= {field.id: field for field in owner.fields}
    setting = Setting(fields, roles, request.rules.happens_on)
    applies = evaluate(rule.applies, stated.facts)
    reasons = list(_heading("It applies when", rule.when, stated.facts, setting))
    reasons += _heading("unless", rule.unless, stated.facts, setting)
    if evaluate(rule.when, stated.facts) is True and applies is not False:
        for part in rule.parts:
            reasons += _heading("It asks that", part.met, stated.facts, setting)
    return Explanation(rule.id, stated.subject, applies, tuple(reasons))


def _heading(words: str, condition: Condition, facts: Facts, setting: Setting) -> Iterator[Reason]:
    if isinstance(condition, Always):
        return
    yield Reason(0, f"{words}:", evaluate(condition, facts))
    yield from _reasons(condition, 1, facts, setting)


def _reasons(condition: Condition, depth: int, facts: Facts, setting: Setting) -> Iterator[Reason]:
    truth = evaluate(condition, facts)
    match condition:
        case All(parts) | Any(parts):
            all_or_one = "all of these" if isinstance(condition, All) else "at least one of these"
            yield Reason(depth, f"{all_or_one}:", truth)
            for part in parts:
                yield from _reasons(part, depth + 1, facts, setting)
        case Not(All() | Any() as part):
            yield Reason(depth, "this is not so:", truth)
            yield from _reasons(part, depth + 1, facts, setting)
        case _:
            yield Reason(depth, condition_words(condition, setting), truth)

"""Rules in plain English, generated from their logic.

What the site says of a rule comes from the same condition tree the checker runs, so the two cannot
drift apart.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from prevent.conditions.tree import (
    Always,
)
from prevent.policy.model import Consequence, Procedure, WrittenRule
from prevent.policy.outcomes import Outcome
from prevent.policy.wording import listed, sentence_case, titled
from prevent.requirements.kinds import KINDS
from prevent.requirements.requirement import Setting
from prevent.rules.compile import compile_rule, for_kind, setting_of
from prevent.rules.condition_words import condition_words
from prevent.rules.placeholders import PLACEHOLDER
from prevent.rules.ruleset import Rule


@dataclass(frozen=True, slots=True)
class Following:
    """What follows where a requirement is not met: how it fails, the outcome, who acts."""

    means: str
    outcome: Outcome
    say: str
    who: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RuleWords:
    """A rule in plain English for one kind of request.

    ``applies`` says when it applies and ``must`` what must be in place (empty where something
    follows at once), both whole sentences. ``who`` are titles, of whom any one is
    enough if ``any_of``; ``by`` is the day, as a phrase.
    """

    applies: str
    must: str
    follows: tuple[Following, ...]
    who: tuple[str, ...]
    any_of: bool
    by: str


def rule_words(rule: WrittenRule, procedure: Procedure, roles: Mapping[str, str]) -> RuleWords:
    """The rule in plain English for the requests of one procedure it is for."""
    setting = setting_of(rule, procedure, roles)
    compiled = compile_rule(rule, procedure, roles)
    must = ""
    if rule.requirement:
        kind = KINDS[rule.requirement.kind]
        must = sentence_case(kind.sentence(rule.requirement.terms, setting)) + "."
    follows = tuple(_follows(rule, setting))
    acting = _acting(compiled)
    who = dict.fromkeys(role for part in acting for role in part)
    return RuleWords(
        applies=_applies(rule, procedure, setting),
        must=must,
        follows=follows,
        who=tuple(roles[role] for role in who),
        any_of=len(who) > 1 and len(acting) == 1,
        by=setting.fields[procedure.happens_on].phrase,
    )


def _acting(rule: Rule) -> list[tuple[str, ...]]:
    """Who acts so that each part is met; where nothing can be done about it, who decides."""
    made = [(part.id, each) for _, part, each in rule.findings() if part]
    acting = [pair for pair in made if pair[1].outcome == "action-needed"] or made
    by_part: dict[str, dict[str, None]] = {}
    for part, finding in acting:
        by_part.setdefault(part, {}).update(dict.fromkeys(finding.who))
    return list(dict.fromkeys(tuple(roles) for roles in by_part.values()))


def _applies(rule: WrittenRule, procedure: Procedure, setting: Setting) -> str:
    when = for_kind(rule.when, procedure.kind)
    unless = for_kind(rule.unless, procedure.kind)
    each = f"for each {setting.fields[rule.for_each].item}" if rule.for_each else ""
    clause = "" if isinstance(when, Always) else f"when {condition_words(when, setting)}"
    text = ", ".join(part for part in (each, clause) if part) or f"for every {procedure.noun}"
    if not isinstance(unless, Always):
        text += f"; unless {condition_words(unless, setting)}"
    return sentence_case(text) + "."


def _follows(rule: WrittenRule, setting: Setting) -> list[Following]:
    if rule.consequence:
        return [_following("", rule.consequence, (), rule, setting)]
    assert rule.requirement is not None
    kind = KINDS[rule.requirement.kind]
    parts = kind.parts(rule.requirement.terms, setting)
    follows = []
    for failure in kind.failures:
        checks = [each for part in parts for each in part.checks if each.failure == failure.name]
        if checks:
            usual = Consequence(failure.outcome, failure.say)
            consequence = rule.otherwise.get(failure.name, usual)
            who = tuple(dict.fromkeys(role for check in checks for role in check.who))
            # What is missing is missing of all; one role alone declines, or is late.
            together = failure.name == "missing"
            follows.append(
                _following(failure.means, consequence, who, rule, setting, together=together)
            )
    return follows


def _following(
    means: str,
    consequence: Consequence,
    who: tuple[str, ...],
    rule: WrittenRule,
    setting: Setting,
    *,
    together: bool = True,
) -> Following:
    who = who if consequence.who is None else consequence.who
    return Following(
        means,
        consequence.outcome,
        _say(consequence.say, who, rule, setting, together=together),
        tuple(setting.roles[role] for role in who),
    )


def _say(
    say: str, who: tuple[str, ...], rule: WrittenRule, setting: Setting, *, together: bool
) -> str:
    """A message for a page that is about no request: ``[date]`` stands for what a request says."""
    items = ""
    if rule.requirement:
        parts = KINDS[rule.requirement.kind].parts(rule.requirement.terms, setting)
        items = listed([part.item for part in parts if part.item])
    item = setting.fields[rule.for_each].item if rule.for_each else "it"
    words = {field.id: f"[{field.label.lower()}]" for field in setting.fields.values()}
    words |= {
        "who": _roles(who, "and" if together else "or", setting),
        "who_or": _roles(who, "or", setting),
        "items": items,
        "subject": f"the {item}",
        "organisation": "the organisation",
    }
    words |= {sentence_case(key): sentence_case(text) for key, text in list(words.items())}
    filled = PLACEHOLDER.sub(lambda name: words.get(name[1], "[date]"), say)
    return sentence_case(filled)


def _roles(who: tuple[str, ...], joint: str, setting: Setting) -> str:
    if not who:
        return "whoever makes the request"
    return listed([titled(setting.roles[role]) for role in who], joint)

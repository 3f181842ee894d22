"""Rules in plain English, generated from their logic.

What the site says of a rule comes from the same condition tree the checker runs, so the two cannot
drift apart.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from prevent.conditions.tree import (
    All,
    Always,
    Any,
    Condition,
    Given,
    Is,
    Moment,
    Not,
    NotAfter,
    Number,
)
from prevent.fields.field import Field
from prevent.policy.model import Consequence, Procedure, WrittenRule
from prevent.policy.outcomes import Outcome
from prevent.policy.wording import listed, sentence_case, titled
from prevent.requirements.kinds import KINDS
from prevent.requirements.requirement import Setting
from prevent.rules.compile import PLACEHOLDER, compile_rule, for_kind, setting_of


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
    follows at once), both whole sentences. ``who`` are titles; ``by`` is the day, as a phrase.
    """

    applies: str
    must: str
    follows: tuple[Following, ...]
    who: tuple[str, ...]
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
    found = {role: None for _, part, each in compiled.findings() if part for role in each.who}
    return RuleWords(
        applies=_applies(rule, procedure, setting),
        must=must,
        follows=follows,
        who=tuple(roles[role] for role in found),
        by=setting.fields[procedure.happens_on].phrase,
    )


def _applies(rule: WrittenRule, procedure: Procedure, setting: Setting) -> str:
    when = for_kind(rule.when, procedure.kind)
    unless = for_kind(rule.unless, procedure.kind)
    each = f"for each {setting.fields[rule.for_each].item}" if rule.for_each else ""
    clause = "" if isinstance(when, Always) else f"when {condition_words(when, setting)}"
    text = ", ".join(part for part in (each, clause) if part) or f"for every {procedure.noun}"
    if not isinstance(unless, Always):
        text += f"; unless {condition_words(unless, setting)}"
    return sentence_case(text) + "."


def condition_words(condition: Condition, setting: Setting) -> str:
    """A condition as part of a sentence: ``an external agency produced it``."""
    match condition:
        case Always(value):
            return "always" if value else "never"
        case All(parts):
            return _several(_telling(parts), "and", setting)
        case Any(parts):
            return _several(parts, "or", setting)
        case Not(part):
            return _negated(part, setting)
        case Given(fact):
            return f"the request says {_phrase(fact, setting)}"
        case Is(fact, values):
            return listed([_reads(fact, value, setting) for value in values], "or")
        case Number(fact, size, number):
            return _number(setting.fields.get(fact), fact, f"{size.replace('_', ' ')} {number}")
        case NotAfter(first, second):
            return f"{_moment(first, setting)} is on or before {_moment(second, setting)}"


def _negated(condition: Condition, setting: Setting) -> str:
    match condition:
        case Is(fact, values) if _others(setting.fields.get(fact), values):
            return condition_words(Is(fact, _others(setting.fields.get(fact), values)), setting)
        case NotAfter(first, second):
            return f"{_moment(first, setting)} is after {_moment(second, setting)}"
        case Given(fact):
            return f"the request does not say {_phrase(fact, setting)}"
        case _:
            return f"it is not so that {condition_words(condition, setting)}"


def _telling(parts: tuple[Condition, ...]) -> tuple[Condition, ...]:
    """The parts without "is answered" where another part says how."""
    answered = {part.fact for part in parts if isinstance(part, Is)}
    return tuple(part for part in parts if not (isinstance(part, Given) and part.fact in answered))


def _several(parts: tuple[Condition, ...], joint: str, setting: Setting) -> str:
    """Parts joined, with an inner "or" (or "and") set off by commas so that it reads one way."""
    words = [condition_words(part, setting) for part in parts]
    inner = any(
        isinstance(part, All | Any) or (isinstance(part, Is) and len(part.values) > 1)
        for part in parts
    )
    if inner and len(words) > 1:
        return f"{', '.join(words[:-1])}, {joint} {words[-1]}"
    return listed(words, joint)


def _number(field: Field | None, fact: str, comparison: str) -> str:
    if field and field.type == "list":
        if comparison == "at least 1":
            return f"there is a {field.item}"
        return f"the number of {field.phrase.removeprefix('the ')} is {comparison}"
    return f"{field.phrase if field else fact} is {comparison}"


def _others(field: Field | None, values: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(option.id for option in field.options if option.id not in values) if field else ()


def _reads(fact: str, value: str, setting: Setting) -> str:
    field = setting.fields.get(fact)
    option = field.option(value) if field else None
    if option:
        return option.reads
    _, _, rest = fact.partition(".")
    role, _, what = rest.partition(".")
    if what == "decision":
        said = "agreed" if value == "granted" else value
        return f"{setting.names([role])} has {said}"
    return f"{_phrase(fact, setting)} is {value}"


def _phrase(fact: str, setting: Setting) -> str:
    """A fact in a sentence; of evidence, the day it was given or completed."""
    name, _, rest = fact.partition(".")
    field = setting.fields.get(name)
    phrase = field.phrase if field else name
    role, _, what = rest.partition(".")
    if not rest:
        return phrase
    if not what:
        return f"the day {phrase} was {role}"
    given = "the advice of" if field and field.type == "advice" else "the day of agreement by"
    return f"{given} {setting.names([role])}"


def _moment(when: Moment, setting: Setting) -> str:
    phrase = _phrase(when.fact, setting)
    if when.offset is None:
        return phrase
    return f"{when.offset} {'before' if when.offset.number < 0 else 'after'} {phrase}"


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
            follows.append(_following(failure.means, consequence, who, rule, setting))
    return follows


def _following(
    means: str,
    consequence: Consequence,
    who: tuple[str, ...],
    rule: WrittenRule,
    setting: Setting,
) -> Following:
    who = who if consequence.who is None else consequence.who
    return Following(
        means,
        consequence.outcome,
        _say(consequence.say, who, rule, setting),
        tuple(setting.roles[role] for role in who),
    )


def _say(say: str, who: tuple[str, ...], rule: WrittenRule, setting: Setting) -> str:
    """A message for a page that is about no request: ``[date]`` stands for what a request says."""
    items = ""
    if rule.requirement:
        parts = KINDS[rule.requirement.kind].parts(rule.requirement.terms, setting)
        items = listed([part.item for part in parts if part.item])
    item = setting.fields[rule.for_each].item if rule.for_each else "it"
    words = {field.id: f"[{field.label.lower()}]" for field in setting.fields.values()}
    words |= {
        "who": _roles(who, "and", setting),
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

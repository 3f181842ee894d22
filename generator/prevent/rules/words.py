"""Rules in plain English, generated from their logic.

What the site says of a rule comes from the same condition tree the checker runs, so the two cannot
drift apart.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from prevent.conditions.tree import Always
from prevent.dates import in_words
from prevent.policy.model import Case, Consequence, InForce, Procedure, WrittenRule
from prevent.policy.outcomes import Outcome
from prevent.policy.wording import listed, sentence_case, titled
from prevent.requirements.kinds import KINDS
from prevent.requirements.requirement import Setting
from prevent.rules.compile import People, compile_rule, for_kind, setting_of
from prevent.rules.condition_words import condition_words
from prevent.rules.placeholders import PLACEHOLDER
from prevent.rules.ruleset import Rule


@dataclass(frozen=True, slots=True)
class Following:
    """What follows where a requirement is not met: how it fails, the outcome, who acts.

    ``who`` are titles. ``conditions`` are ids of the catalogue, where it is allowed on conditions.
    ``by`` is the day as a phrase, where the rule names one of its own. ``failure`` is the name of
    the failure, or empty where something follows at once.
    """

    means: str
    outcome: Outcome
    say: str
    who: tuple[str, ...]
    conditions: tuple[str, ...] = ()
    by: str = ""
    ask_again: bool = False
    failure: str = ""


@dataclass(frozen=True, slots=True)
class RuleWords:
    """A rule in plain English for one kind of request.

    ``applies`` says when it applies and ``must`` what must be in place (empty where something
    follows at once), both whole sentences. ``who`` are titles, of whom any one is
    enough if ``any_of``; ``by`` is the day, as a phrase. ``in_force`` is a sentence, or empty where
    it is in force on every day.
    """

    applies: str
    must: str
    follows: tuple[Following, ...]
    who: tuple[str, ...]
    any_of: bool
    by: str
    in_force: str


def rule_words(rule: WrittenRule, procedure: Procedure, people: People) -> RuleWords:
    """The rule in plain English for the requests of one procedure it is for."""
    setting = setting_of(rule, procedure, people)
    acting = _acting(compile_rule(rule, procedure, people))
    who = dict.fromkeys(role for part in acting for role in part)
    return RuleWords(
        applies=_applies(rule, procedure, setting),
        must=" ".join(_must(rule, procedure, setting)),
        follows=tuple(dict.fromkeys(_follows(rule, setting))),
        who=tuple(people.titles[role] for role in who),
        any_of=len(who) > 1 and len(acting) == 1,
        by=setting.fields[procedure.happens_on].phrase,
        in_force=in_force_words(rule.in_force),
    )


def in_force_words(dates: InForce) -> str:
    """``For requests received from 1 September 2026.``, or nothing."""
    days = days_in_force(dates)
    return f"For requests received {days}." if days else ""


def days_in_force(dates: InForce) -> str:
    """``from 1 September 2026 until 31 August 2027``, or nothing."""
    start = f"from {in_words(dates.start)}" if dates.start else ""
    until = f"until {in_words(dates.until)}" if dates.until else ""
    return " ".join(part for part in (start, until) if part)


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


def _must(rule: WrittenRule, procedure: Procedure, setting: Setting) -> Iterator[str]:
    """What each case requires, as a sentence; of several cases, with when it counts."""
    for number, case in enumerate(rule.cases):
        if case.requirement is None:
            continue
        text = KINDS[case.requirement.kind].sentence(case.requirement.terms, setting)
        when = for_kind(case.when, procedure.kind)
        if not isinstance(when, Always):
            text = f"when {condition_words(when, setting)}: {text}"
        elif number:
            text = f"otherwise: {text}"
        yield sentence_case(text) + "."


def _follows(rule: WrittenRule, setting: Setting) -> Iterator[Following]:
    for case in rule.cases:
        if case.consequence:
            means = ""
            if len(rule.cases) > 1:
                means = "In every other case."
                if not isinstance(case.when, Always):
                    means = sentence_case(f"when {condition_words(case.when, setting)}.")
            who = case.consequence.who or ()
            known = _known(who, case, rule, setting, "and")
            yield _following(means, case.consequence, who, known, setting)
        else:
            yield from _failures(case, rule, setting)


def _failures(case: Case, rule: WrittenRule, setting: Setting) -> Iterator[Following]:
    assert case.requirement is not None
    kind = KINDS[case.requirement.kind]
    parts = kind.parts(case.requirement.terms, setting)
    for failure in kind.failures:
        checks = [each for part in parts for each in part.checks if each.failure == failure.name]
        if checks:
            usual = Consequence(failure.outcome, failure.say)
            consequence = case.otherwise.get(failure.name, usual)
            named = tuple(dict.fromkeys(role for check in checks for role in check.who))
            who = named if consequence.who is None else consequence.who
            # What is missing is missing of all; one role alone declines, or is late.
            known = _known(who, case, rule, setting, "and" if failure.name == "missing" else "or")
            known |= {name: text for check in checks for name, text in check.words.items()}
            following = _following(failure.means, consequence, who, known, setting)
            yield replace(following, failure=failure.name)


def _following(
    means: str,
    consequence: Consequence,
    who: tuple[str, ...],
    known: Mapping[str, str],
    setting: Setting,
) -> Following:
    filled = PLACEHOLDER.sub(lambda name: known.get(name[1], "[date]"), consequence.say)
    titles = tuple(setting.roles[role] for role in who)
    by = consequence.by
    return Following(
        means=means,
        outcome=consequence.outcome,
        say=sentence_case(filled),
        who=titles,
        conditions=consequence.conditions,
        by="" if by is None else setting.moment_words(setting.day(by)),
        ask_again=consequence.ask_again,
    )


def _known(
    who: tuple[str, ...], case: Case, rule: WrittenRule, setting: Setting, joint: str
) -> dict[str, str]:
    """The words of a message on a page that is about no request: ``[date]`` for an answer."""
    items = ""
    if case.requirement:
        parts = KINDS[case.requirement.kind].parts(case.requirement.terms, setting)
        items = listed([part.item for part in parts if part.item])
    item = setting.fields[rule.for_each].item if rule.for_each else "it"
    words = {field.id: f"[{field.label.lower()}]" for field in setting.fields.values()}
    words |= {
        "who": _roles(who, joint, setting),
        "who_or": _roles(who, "or", setting),
        "items": items,
        "subject": f"the {item}",
        "organisation": "the organisation",
    }
    return words | {sentence_case(key): sentence_case(text) for key, text in words.items()}


def _roles(who: tuple[str, ...], joint: str, setting: Setting) -> str:
    if not who:
        return "whoever makes the request"
    return listed([titled(setting.roles[role]) for role in who], joint)

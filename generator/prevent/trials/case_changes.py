"""The ways in which the cases of a rule could be written otherwise, and what follows in each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from prevent.conditions.tree import Always
from prevent.policy.outcomes import Outcome
from prevent.policy.written import Case, Consequence, Requirement, WrittenRule
from prevent.requirements.kinds import KINDS
from prevent.requirements.requirement import Setting
from prevent.rules.condition_words import condition_words
from prevent.trials import words
from prevent.trials.acceptance import Accepted
from prevent.trials.condition_changes import condition_changes
from prevent.trials.periods import other_days
from prevent.trials.term_changes import requirement_changes

_OTHER: Mapping[Outcome, Outcome] = {
    "allowed": "action-needed",
    "action-needed": "referred",
    "referred": "action-needed",
    "refused": "referred",
}


def case_changes(
    rule: WrittenRule, setting: Setting, accepted: Accepted
) -> Iterator[tuple[tuple[Case, ...], str]]:
    """The cases with one small change, and what no example shows if nobody notices."""
    cases = rule.cases
    for index, case in enumerate(cases):
        before, after = cases[:index], cases[index + 1 :]
        which = _which(case, setting) if len(cases) > 1 else ""
        if which:
            yield (*before, *after), f"that there is the case{which}"
        if after:
            shows = f"that the case{which} is looked at before the one after it"
            yield (*before, after[0], case, *after[1:]), shows
        for when, shows in condition_changes(case.when, setting):
            yield (*before, replace(case, when=when), *after), f"{shows} (in the case{which})"
        for changed, shows in _changes(case, rule, setting, accepted):
            yield (*before, changed, *after), f"{shows}{which and f', in the case{which}'}"


def _which(case: Case, setting: Setting) -> str:
    if isinstance(case.when, Always):
        return " in which no other holds"
    return f" that {condition_words(case.when, setting)}"


def _changes(
    case: Case, rule: WrittenRule, setting: Setting, accepted: Accepted
) -> Iterator[tuple[Case, str]]:
    if case.consequence:
        own = case.consequence.who or ()
        for then, shows in _others(case.consequence, own, "where it applies", setting):
            if _tells(then, case.consequence, rule):
                yield replace(case, consequence=then), shows
        return
    assert case.requirement is not None
    for requirement, shows in requirement_changes(case.requirement, setting, accepted):
        yield replace(case, requirement=requirement), shows
    for failure, other, shows in _failures(case, case.requirement, setting):
        yield replace(case, otherwise={**case.otherwise, failure: other}), shows


def _tells(then: Consequence, own: Consequence, rule: WrittenRule) -> bool:
    """Whether a decision tells of the change: an exemption, for one, has nobody who acts."""
    match rule.sort:
        case "exemption":
            return False
        case "afterwards":
            return then.outcome == own.outcome
        case _:
            return own.outcome != "allowed" or then.who == own.who


def _failures(
    case: Case, requirement: Requirement, setting: Setting
) -> Iterator[tuple[str, Consequence, str]]:
    kind = KINDS[requirement.kind]
    checks = [check for part in kind.parts(requirement.terms, setting) for check in part.checks]
    for failure in kind.failures:
        found = [check for check in checks if check.failure == failure.name]
        if not found:
            continue
        consequence = case.otherwise.get(failure.name, Consequence(failure.outcome, failure.say))
        own = tuple(dict.fromkeys(role for check in found for role in check.who))
        where = f"where this is so: {failure.means[0].lower()}{failure.means[1:].rstrip('.')}"
        for other, shows in _others(consequence, own, where, setting):
            yield failure.name, other, shows


def _others(
    own: Consequence, usual: tuple[str, ...], where: str, setting: Setting
) -> Iterator[tuple[Consequence, str]]:
    """A consequence with another outcome, with others who act, by another day, and so on."""
    other = _OTHER[own.outcome]
    yield replace(own, outcome=other), words.outcome(own.outcome, other, where)
    acting = usual if own.who is None else own.who
    for role in acting if own.who and len(own.who) > 1 else ():
        fewer = tuple(each for each in acting if each != role)
        yield replace(own, who=fewer), words.who(acting, fewer, where, setting)
    somebody = next((role for role in setting.roles if role not in acting), None)
    # Who sees to a condition stands in the catalogue, whoever the rule names.
    if somebody and not own.conditions:
        yield replace(own, who=(somebody,)), words.who(acting, (somebody,), where, setting)
    if own.by is not None:
        yield replace(own, by=None), words.due(own.by, "by the usual day", where, setting)
        for day, how in other_days(own.by):
            yield replace(own, by=day), words.due(own.by, how, where, setting)
    for condition in own.conditions:
        rest = tuple(each for each in own.conditions if each != condition)
        yield replace(own, conditions=rest), f"that the condition '{condition}' is set, {where}"
    if own.ask_again:
        yield replace(own, ask_again=False), f"that the request has to be made again, {where}"

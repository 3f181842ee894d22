"""The ways in which a rule could be written otherwise: one small change at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from prevent.conditions.tree import FALSE, TRUE, Always
from prevent.fields.field import Field
from prevent.policy.model import Consequence, Policy, Procedure, Requirement, WrittenRule
from prevent.policy.outcomes import Outcome
from prevent.requirements.kinds import KINDS
from prevent.requirements.requirement import RequirementError, Setting
from prevent.rules.compile import compile_rule, setting_of
from prevent.rules.condition_words import condition_words
from prevent.rules.ruleset import Rule
from prevent.trials import words
from prevent.trials.condition_changes import condition_changes
from prevent.trials.term_changes import requirement_changes

_OTHER: Mapping[Outcome, Outcome] = {
    "allowed": "action-needed",
    "action-needed": "referred",
    "referred": "action-needed",
    "refused": "referred",
}

Written = tuple[WrittenRule | None, str]
"""A rule written otherwise, or None where it is taken out, and what shows that it is not."""


@dataclass(frozen=True, slots=True)
class Change:
    """A rule changed. ``shows`` goes on after "No example shows".

    ``compiled`` is what it comes to for each kind of request it is for; None where it is gone.
    """

    rule: WrittenRule
    shows: str
    compiled: Mapping[str, Rule | None]

    @property
    def whole(self) -> bool:
        """Whether the rule is taken out altogether."""
        return not any(self.compiled.values())


def policy_changes(policy: Policy, accepted: Callable[[Requirement], bool]) -> Iterator[Change]:
    """Every change of every rule that makes another policy, each policy once.

    ``accepted`` says whether a requirement may be written so.
    """
    roles = {role.id: role.title for role in policy.roles.values()}
    for rule in policy.rules:
        procedures = [each for each in policy.procedures if each.kind in rule.kinds]
        known = [_compiled(rule, procedures, roles)]
        for changed, shows in _rule_changes(rule, procedures, roles, accepted):
            try:
                compiled = _compiled(changed, procedures, roles)
            except RequirementError:
                # Such a policy would not load.
                continue
            if compiled not in known:
                known.append(compiled)
                yield Change(rule, shows, compiled)


def _compiled(
    rule: WrittenRule | None, procedures: list[Procedure], roles: Mapping[str, str]
) -> dict[str, Rule | None]:
    return {
        each.kind: compile_rule(rule, each, roles) if rule and each.kind in rule.kinds else None
        for each in procedures
    }


def _rule_changes(
    rule: WrittenRule,
    procedures: list[Procedure],
    roles: Mapping[str, str],
    accepted: Callable[[Requirement], bool],
) -> Iterator[Written]:
    setting = _setting(rule, procedures, roles)
    yield None, "that this rule is needed: without it nothing comes out otherwise"
    for procedure in procedures:
        kinds = tuple(kind for kind in rule.kinds if kind != procedure.kind)
        if kinds:
            yield (
                replace(rule, kinds=kinds),
                f"that this rule is for requests of the kind “{procedure.kind}” too",
            )
    if not isinstance(rule.when, Always):
        only = f"that the rule applies only when {condition_words(rule.when, setting)}"
        yield replace(rule, when=TRUE), only
        for when, shows in condition_changes(rule.when, setting):
            yield replace(rule, when=when), f"{shows} (in its “when”)"
    if not isinstance(rule.unless, Always):
        but = f"that the rule does not apply where {condition_words(rule.unless, setting)}"
        yield replace(rule, unless=FALSE), but
        for unless, shows in condition_changes(rule.unless, setting):
            yield replace(rule, unless=unless), f"{shows} (in its “unless”)"
    if rule.requirement:
        for requirement, shows in requirement_changes(rule.requirement, setting, accepted):
            yield replace(rule, requirement=requirement), shows
    yield from _consequence_changes(rule, setting)


def _setting(rule: WrittenRule, procedures: list[Procedure], roles: Mapping[str, str]) -> Setting:
    """What the rule can speak of in any of the requests it is for."""
    fields: dict[str, Field] = {}
    for procedure in procedures:
        fields |= setting_of(rule, procedure, roles).fields
    return Setting(fields, roles, procedures[0].happens_on)


def _consequence_changes(rule: WrittenRule, setting: Setting) -> Iterator[Written]:
    if rule.consequence:
        own = rule.consequence.who or ()
        for then, shows in _other_consequences(rule.consequence, own, "where it applies", setting):
            yield replace(rule, consequence=then), shows
        return
    assert rule.requirement is not None
    kind = KINDS[rule.requirement.kind]
    checks = [
        check for part in kind.parts(rule.requirement.terms, setting) for check in part.checks
    ]
    for failure in kind.failures:
        found = [check for check in checks if check.failure == failure.name]
        if not found:
            continue
        usual = Consequence(failure.outcome, failure.say)
        consequence = rule.otherwise.get(failure.name, usual)
        own = tuple(dict.fromkeys(role for check in found for role in check.who))
        where = f"where this is so: {failure.means[0].lower()}{failure.means[1:].rstrip('.')}"
        for other, shows in _other_consequences(consequence, own, where, setting):
            yield replace(rule, otherwise={**rule.otherwise, failure.name: other}), shows


def _other_consequences(
    own: Consequence, usual: tuple[str, ...], where: str, setting: Setting
) -> Iterator[tuple[Consequence, str]]:
    """A consequence with another outcome, or with others who act."""
    other = _OTHER[own.outcome]
    yield replace(own, outcome=other), words.outcome(own.outcome, other, where)
    acting = usual if own.who is None else own.who
    for role in acting if own.who and len(own.who) > 1 else ():
        fewer = tuple(each for each in acting if each != role)
        yield replace(own, who=fewer), words.who(acting, fewer, where, setting)
    somebody = next((role for role in setting.roles if role not in acting), None)
    if somebody:
        yield replace(own, who=(somebody,)), words.who(acting, (somebody,), where, setting)

"""The ways in which a policy's rules could be written otherwise: one small change at a time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from prevent.conditions.tree import FALSE, TRUE, Always
from prevent.fields.field import Field
from prevent.policy.model import Policy
from prevent.policy.written import Procedure, WrittenRule
from prevent.requirements.requirement import RequirementError, Setting
from prevent.rules.compile import People, compile_rule, people_of, setting_of
from prevent.rules.condition_words import condition_words
from prevent.rules.ruleset import Rule
from prevent.trials.acceptance import Accepted, acceptance
from prevent.trials.case_changes import case_changes
from prevent.trials.condition_changes import condition_changes
from prevent.trials.coverage import every_rule
from prevent.trials.in_force_changes import in_force_changes
from prevent.trials.run import Compiled

Written = tuple[WrittenRule | None, str]
"""A rule written otherwise, or None where it is taken out, and what shows that it is not."""


@dataclass(frozen=True, slots=True)
class Change:
    """A rule changed. ``shows`` goes on after "No example shows".

    ``compiled`` are the rules that it touches, as they come out then; ``whole`` says that the rule
    is taken out altogether.
    """

    rule: WrittenRule
    shows: str
    compiled: Compiled
    whole: bool = False


def policy_changes(policy: Policy) -> Iterator[Change]:
    """Every change of every rule that makes another policy, each policy once."""
    people, accepted = people_of(policy), acceptance(policy)
    every = {rule.id: rule for each in policy.procedures for rule in every_rule(policy, each)}
    for rule in every.values():
        procedures = [each for each in policy.procedures if each.kind in rule.kinds]
        known = [_compiled(rule, rule, procedures, policy, people)]
        for changed, shows in _rule_changes(rule, procedures, people, accepted):
            try:
                compiled = _compiled(rule, changed, procedures, policy, people)
            except RequirementError:
                # Such a policy would not load.
                continue
            if compiled not in known:
                known.append(compiled)
                yield Change(rule, shows, compiled, whole=changed is None)


def _compiled(
    rule: WrittenRule,
    changed: WrittenRule | None,
    procedures: list[Procedure],
    policy: Policy,
    people: People,
) -> dict[str, Mapping[str, Rule | None]]:
    """The rules that a changed rule touches; an exemption touches all that it exempts from."""
    compiled: dict[str, Mapping[str, Rule | None]] = {}
    for procedure in procedures:
        own = changed if changed and procedure.kind in changed.kinds else None
        touched: dict[str, Rule | None] = {rule.id: None}
        if rule.sort == "exemption":
            exemptions = [own if each.id == rule.id else each for each in procedure.exemptions]
            new = replace(procedure, exemptions=tuple(each for each in exemptions if each))
            touched |= {
                each.id: compile_rule(each, new, people) for each in every_rule(policy, new)
            }
        elif own:
            touched[rule.id] = compile_rule(own, procedure, people)
        compiled[procedure.kind] = touched
    return compiled


def _rule_changes(
    rule: WrittenRule, procedures: list[Procedure], people: People, accepted: Accepted
) -> Iterator[Written]:
    setting = _setting(rule, procedures, people)
    yield None, "that this rule is needed: without it nothing comes out otherwise"
    for procedure in procedures:
        kinds = tuple(kind for kind in rule.kinds if kind != procedure.kind)
        if kinds:
            shows = f"that this rule is for requests of the kind “{procedure.kind}” too"
            yield replace(rule, kinds=kinds), shows
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
    for in_force, shows in in_force_changes(rule.in_force):
        yield replace(rule, in_force=in_force), shows
    for cases, shows in case_changes(rule, setting, accepted):
        yield replace(rule, cases=cases), shows


def _setting(rule: WrittenRule, procedures: list[Procedure], people: People) -> Setting:
    """What the rule can speak of in any of the requests it is for."""
    settings = [setting_of(rule, procedure, people) for procedure in procedures]
    fields: dict[str, Field] = {}
    for setting in settings:
        fields |= setting.fields
    return replace(settings[0], fields=fields)

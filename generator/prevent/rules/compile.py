"""From a policy to its rule set: each rule for each kind of request it is for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from prevent.conditions.tree import (
    FALSE,
    TRUE,
    All,
    Always,
    Any,
    Condition,
    Is,
    Moment,
    Not,
    facts_of,
)
from prevent.fields.field import Field
from prevent.policy.model import Consequence, Policy, Procedure, WrittenRule
from prevent.reading.nearest import did_you_mean
from prevent.requirements import requirement as required
from prevent.requirements.kinds import KINDS
from prevent.requirements.requirement import RequirementError, Setting
from prevent.rules.placeholders import ALWAYS_KNOWN, PLACEHOLDER
from prevent.rules.ruleset import Finding, KindRules, Part, Rule, RuleSet


def compile_policy(policy: Policy) -> RuleSet:
    """The rule set of a policy. A policy that is loaded always compiles."""
    roles = {role.id: role.title for role in policy.roles.values()}
    cited = {each for rule in policy.rules for each in rule.statements}
    issue = policy.issue
    return RuleSet(
        title=issue.title,
        organisation=issue.organisation,
        short_name=issue.short_name,
        issued=issue.issued,
        next_review=issue.next_review,
        responsibility=issue.responsibility,
        digest=policy.digest,
        roles=roles,
        clauses={clause.number: clause.title for clause in policy.clauses},
        statements={name: each.text for name, each in policy.statements.items() if name in cited},
        kinds={
            procedure.kind: _kind(procedure, policy.rules_for(procedure), roles)
            for procedure in policy.procedures
        },
    )


def _kind(
    procedure: Procedure, rules: Sequence[WrittenRule], roles: Mapping[str, str]
) -> KindRules:
    return KindRules(
        kind=procedure.kind,
        noun=procedure.noun,
        title=procedure.title,
        procedure=procedure.id,
        happens_on=procedure.happens_on,
        fields=tuple(procedure.fields.values()),
        required=tuple(use.field.id for use in procedure.uses if use.required),
        rules=tuple(compile_rule(rule, procedure, roles) for rule in rules),
    )


def compile_rule(rule: WrittenRule, procedure: Procedure, roles: Mapping[str, str]) -> Rule:
    """A rule for the requests of one procedure.

    Raises ``RequirementError`` where it asks for something such a request does not have.
    """
    setting = setting_of(rule, procedure, roles)
    when, unless = (for_kind(each, procedure.kind) for each in (rule.when, rule.unless))
    for fact in facts_of(All((when, unless))):
        setting.field(fact)
    compiled = Rule(
        id=rule.id,
        title=rule.title,
        clause=rule.clause,
        statements=rule.statements,
        parts=_parts(rule, setting),
        asks={
            fact: _ask(setting.field(fact), setting) for fact in facts_of(All((when, Not(unless))))
        },
        for_each=rule.for_each,
        when=when,
        unless=unless,
    )
    for _, _, finding in compiled.findings():
        _check_words(finding, setting)
    return compiled


def setting_of(rule: WrittenRule, procedure: Procedure, roles: Mapping[str, str]) -> Setting:
    """What a rule can speak of: the fields of the request, and of the items it looks at."""
    fields = dict(procedure.fields)
    if rule.for_each:
        own = Setting(fields, roles, procedure.happens_on).field(rule.for_each, "list").fields
        twice = next((field.id for field in own if field.id in fields), None)
        if twice:
            raise RequirementError(f"'{twice}' is a field of the request and of its list as well.")
        fields |= {field.id: field for field in own}
    return Setting(fields, roles, procedure.happens_on)


def for_kind(condition: Condition, kind: str) -> Condition:
    """The condition for requests of one kind: what it asks about the kind is worked out."""
    match condition:
        case Is("kind", kinds):
            return Always(kind in kinds)
        case Not(part):
            inner = for_kind(part, kind)
            return Always(not inner.value) if isinstance(inner, Always) else Not(inner)
        case All(parts):
            return _joined([for_kind(part, kind) for part in parts], All, TRUE, FALSE)
        case Any(parts):
            return _joined([for_kind(part, kind) for part in parts], Any, FALSE, TRUE)
        case _:
            return condition


def _joined(
    parts: list[Condition], join: type[All | Any], neutral: Condition, decisive: Condition
) -> Condition:
    if decisive in parts:
        return decisive
    kept = tuple(part for part in parts if part != neutral)
    if not kept:
        return neutral
    return kept[0] if len(kept) == 1 else join(kept)


def _parts(rule: WrittenRule, setting: Setting) -> tuple[Part, ...]:
    if rule.consequence is not None:
        check = required.Check("applies", rule.consequence.who or (), at=_subject(rule))
        return (Part("rule", "", (_finding(check, rule.consequence, setting),)),)
    assert rule.requirement is not None
    kind = KINDS[rule.requirement.kind]
    usual = {failure.name: Consequence(failure.outcome, failure.say) for failure in kind.failures}
    consequences = usual | dict(rule.otherwise)
    return tuple(
        Part(
            part.id,
            part.item,
            tuple(_finding(check, consequences[check.failure], setting) for check in part.checks),
            part.met,
        )
        for part in kind.parts(rule.requirement.terms, setting)
    )


def _subject(rule: WrittenRule) -> str:
    """A rule without a requirement is about the first thing its condition asks about."""
    return next(iter(facts_of(rule.when)), "")


def _finding(check: required.Check, consequence: Consequence, setting: Setting) -> Finding:
    by = check.by or (None if consequence.outcome == "refused" else Moment(setting.happens_on))
    return Finding(
        failure=check.failure,
        outcome=consequence.outcome,
        say=consequence.say,
        who=check.who if consequence.who is None else consequence.who,
        test=check.test,
        at=check.at,
        by=by,
        answers=check.answers,
        values=check.values,
    )


def _ask(field: Field, setting: Setting) -> Finding:
    """What to say where the field's answer decides whether a rule applies, and is missing."""
    return Finding(
        failure="unanswered",
        outcome="action-needed",
        say=f"Answer this: {field.question}",
        who=(field.answered_by,) if field.answered_by else (),
        at=field.id,
        by=Moment(setting.happens_on),
        answers=field.id,
    )


def _check_words(finding: Finding, setting: Setting) -> None:
    known = ALWAYS_KNOWN | set(setting.fields) | set(finding.values)
    for name in PLACEHOLDER.findall(finding.say):
        if name not in known:
            hint = did_you_mean(name, sorted(known))
            raise RequirementError(f"The message names {{{name}}}, which is not known.", name, hint)

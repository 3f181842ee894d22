"""From a policy to its rule set: each rule for each kind of request it is for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from prevent.bank_holidays import bank_holidays
from prevent.conditions.joined import all_of, any_of, as_shown
from prevent.conditions.tree import (
    All,
    Always,
    Any,
    Condition,
    Dated,
    Day,
    Is,
    Moment,
    Not,
    NotAfter,
    facts_of,
)
from prevent.policy.model import Policy
from prevent.policy.written import Case, Consequence, InForce, Procedure, WrittenRule
from prevent.reading.nearest import did_you_mean
from prevent.requirements import requirement as required
from prevent.requirements.day import ALWAYS_THERE, IN_FORCE_ON, RECEIVED_ON
from prevent.requirements.kinds import KINDS
from prevent.requirements.requirement import RequirementError, Setting
from prevent.rules.placeholders import ALWAYS_KNOWN, PLACEHOLDER
from prevent.rules.ruleset import Finding, KindRules, Part, Rule, RuleSet
from prevent.rules.working_days import counts_working_days


@dataclass(frozen=True, slots=True)
class People:
    """The roles' titles by id, and the people who hold them, where they are named."""

    titles: Mapping[str, str]
    holders: Mapping[str, str] = field(default_factory=dict)


def people_of(policy: Policy) -> People:
    """The people of a policy."""
    roles = policy.roles.values()
    return People({role.id: role.title for role in roles}, {role.id: role.holder for role in roles})


def compile_policy(policy: Policy) -> RuleSet:
    """The rule set of a policy. A policy that is loaded always compiles."""
    people = people_of(policy)
    kinds = {each.kind: _kind(each, policy, people) for each in policy.procedures}
    cited = {each for kind in kinds.values() for rule in kind.rules for each in rule.statements}
    cited |= {each for imposed in policy.catalogue.values() for each in imposed.statements}
    cited |= {each for own in policy.issue.waivers for each in own.statements}
    issue = policy.issue
    working_days = any(counts_working_days(kind) for kind in kinds.values())
    return RuleSet(
        title=issue.title,
        organisation=issue.organisation,
        short_name=issue.short_name,
        issued=issue.issued,
        next_review=issue.next_review,
        responsibility=issue.responsibility,
        digest=policy.digest,
        roles=people.titles,
        clauses={clause.number: clause.title for clause in policy.clauses},
        statements={name: each.text for name, each in policy.statements.items() if name in cited},
        kinds=kinds,
        conditions=policy.catalogue,
        layers=policy.layers,
        bank_holidays=bank_holidays(issue.bank_holidays) if working_days else (),
        waivers=issue.waivers,
    )


def _kind(procedure: Procedure, policy: Policy, people: People) -> KindRules:
    rules = (*procedure.exemptions, *policy.rules_for(procedure), *procedure.afterwards)
    return KindRules(
        kind=procedure.kind,
        noun=procedure.noun,
        title=procedure.title,
        procedure=procedure.id,
        happens_on=procedure.happens_on,
        fields=tuple(procedure.fields.values()),
        required=tuple(use.field.id for use in procedure.uses if use.required),
        rules=tuple(compile_rule(rule, procedure, people) for rule in rules),
        only_when={use.field.id: use.only_when for use in procedure.uses if use.only_when},
    )


def compile_rule(rule: WrittenRule, procedure: Procedure, people: People) -> Rule:
    """A rule for the requests of one procedure.

    Raises ``RequirementError`` where it asks for something such a request does not have.
    """
    setting = setting_of(rule, procedure, people)
    when, unless = applies_to(rule, procedure)
    cases = case_conditions(rule, procedure.kind)
    asking = facts_of(All((when, Not(unless), *cases)))
    asked = {fact: _ask(source, setting) for fact in asking if (source := _said(fact, procedure))}
    compiled = Rule(
        id=rule.id,
        title=rule.title,
        clause=rule.clause,
        statements=rule.statements,
        parts=tuple(_parts(rule, cases, setting)),
        # Nobody is asked what only an exemption, or what follows afterwards, would rest on.
        asks=asked if rule.sort == "rule" else {},
        for_each=rule.for_each,
        when=when,
        unless=unless,
        layer=rule.layer,
        sort=rule.sort,
    )
    for _, _, finding in compiled.findings():
        _check_words(finding, setting)
    return compiled


def applies_to(rule: WrittenRule, procedure: Procedure) -> tuple[Condition, Condition]:
    """When a rule applies to the requests of a procedure, and unless what.

    It applies only while it is in force, and to no request to which the procedure does not apply:
    an exemption holds for the rules of its own layer. It counts only where it is shown, and nobody
    is asked what would only exempt the request: a request in order is in order without it.
    """
    when = all_of((*in_force(rule.in_force), for_kind(rule.when, procedure.kind)))
    exempt = [
        all_of((*in_force(each.in_force), for_kind(each.when, procedure.kind)))
        for each in procedure.exemptions
        if each.layer == rule.layer and rule.sort != "exemption"
    ]
    return when, any_of((for_kind(rule.unless, procedure.kind), *map(as_shown, exempt)))


def in_force(dates: InForce) -> Iterator[Condition]:
    """What says that something is in force on the day that counts for a request."""
    on = Moment(IN_FORCE_ON)
    if dates.start:
        yield NotAfter(Day(dates.start), on)
    if dates.until:
        yield NotAfter(on, Day(dates.until))


def setting_of(rule: WrittenRule, procedure: Procedure, people: People) -> Setting:
    """What a rule can speak of: the fields of the request, and of the items it looks at."""
    fields = dict(procedure.fields)
    if rule.for_each:
        whole = Setting(fields, people.titles, procedure.happens_on)
        own = whole.field(rule.for_each, "list").fields
        twice = next((field.id for field in own if field.id in fields), None)
        if twice:
            raise RequirementError(f"'{twice}' is a field of the request and of its list as well.")
        fields |= {field.id: field for field in own}
    return Setting(fields, people.titles, procedure.happens_on, people.holders)


def for_kind(condition: Condition, kind: str) -> Condition:
    """The condition for requests of one kind: what it asks about the kind is worked out."""
    match condition:
        case Is("kind", kinds):
            return Always(kind in kinds)
        case Not(part):
            inner = for_kind(part, kind)
            return Always(not inner.value) if isinstance(inner, Always) else Not(inner)
        case All(parts):
            return all_of(for_kind(part, kind) for part in parts)
        case Any(parts):
            return any_of(for_kind(part, kind) for part in parts)
        case _:
            return condition


def case_conditions(rule: WrittenRule, kind: str) -> tuple[Condition, ...]:
    """When each case of a rule counts: where it holds and none before it does."""
    own = [for_kind(case.when, kind) for case in rule.cases]
    return tuple(
        all_of((*(Not(before) for before in own[:index]), when)) for index, when in enumerate(own)
    )


def _parts(rule: WrittenRule, conditions: Sequence[Condition], setting: Setting) -> Iterator[Part]:
    for number, (case, when) in enumerate(zip(rule.cases, conditions, strict=True), start=1):
        prefix = f"case-{number}-" if len(rule.cases) > 1 else ""
        for part in case_parts(case, rule, setting):
            yield Part(f"{prefix}{part.id}", part.item, part.findings, part.met, when)


def case_parts(case: Case, rule: WrittenRule, setting: Setting) -> tuple[Part, ...]:
    """What one case of a rule asks for. Raises ``RequirementError``."""
    if case.consequence is not None:
        check = required.Check("applies", case.consequence.who or (), at=_subject(rule, case))
        finding = _finding(check, case.consequence, setting)
        if rule.sort != "rule" and case.consequence.by is None:
            # What is told, or done afterwards, is not due by the day it happens.
            finding = replace(finding, by=None)
        return (Part("rule", "", (replace(finding, statements=case.statements),)),)
    assert case.requirement is not None
    kind = KINDS[case.requirement.kind]
    usual = {failure.name: Consequence(failure.outcome, failure.say) for failure in kind.failures}
    consequences = usual | dict(case.otherwise)
    return tuple(
        Part(
            part.id,
            part.item,
            tuple(
                replace(
                    _finding(check, consequences[check.failure], setting),
                    statements=case.statements,
                )
                for check in part.checks
            ),
            part.met,
        )
        for part in kind.parts(case.requirement.terms, setting)
    )


def _subject(rule: WrittenRule, case: Case) -> str:
    """A case without a requirement is about the first thing its condition asks about."""
    asked = facts_of(All((case.when, rule.when)))
    return next((fact for fact in asked if fact not in ALWAYS_THERE), "")


def _finding(check: required.Check, consequence: Consequence, setting: Setting) -> Finding:
    return Finding(
        failure=check.failure,
        outcome=consequence.outcome,
        say=consequence.say,
        who=check.who if consequence.who is None else consequence.who,
        test=check.test,
        at=check.at,
        by=_by(check, consequence, setting),
        answers=check.answers,
        values=check.values,
        words=_words(check, consequence),
        conditions=consequence.conditions,
        ask_again=consequence.ask_again,
    )


def _words(check: required.Check, consequence: Consequence) -> Mapping[str, str]:
    """The phrases the message may name. Whom a rule names instead, it names by itself."""
    if consequence.who is None:
        return check.words
    return {name: text for name, text in check.words.items() if name.lower() != "who"}


def _by(check: required.Check, consequence: Consequence, setting: Setting) -> Dated | None:
    if consequence.by is not None:
        return setting.day(consequence.by)
    if consequence.outcome == "refused" or consequence.ask_again:
        return None
    return check.by or Moment(setting.happens_on)


def _said(fact: str, procedure: Procedure) -> str:
    """The fact a request states for this one to be known; empty where it always is."""
    if fact == IN_FORCE_ON and RECEIVED_ON in procedure.fields:
        return RECEIVED_ON
    return "" if fact in ALWAYS_THERE else fact


def _ask(fact: str, setting: Setting) -> Finding:
    """What to say where the fact decides whether a rule applies, and is missing."""
    name, _, evidence = fact.partition(".")
    field = setting.field(name)
    return Finding(
        failure="unanswered",
        outcome="action-needed",
        say="Answer this: {question}",
        who=(field.answered_by,) if field.answered_by else (),
        at=fact if evidence else field.id,
        by=Moment(setting.happens_on),
        answers=field.id,
        # Filled in as it stands: braces in a question name nothing.
        words={"question": field.question},
    )


def _check_words(finding: Finding, setting: Setting) -> None:
    known = ALWAYS_KNOWN | set(setting.fields) | set(finding.values) | set(finding.words)
    for name in PLACEHOLDER.findall(finding.say):
        if name not in known:
            hint = did_you_mean(name, sorted(known))
            raise RequirementError(f"The message names {{{name}}}, which is not known.", name, hint)

"""Coverage: what a policy's rules can do, and which of it the trials show."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from prevent.conditions.evaluate import Facts, evaluate
from prevent.conditions.tree import Condition, Not, leaves
from prevent.engines import reference
from prevent.fields.field import Field
from prevent.policy.model import Policy, Procedure, WrittenRule
from prevent.policy.wording import sentence_case
from prevent.requirements.kinds import KINDS
from prevent.requirements.requirement import Setting
from prevent.rules.compile import setting_of
from prevent.rules.condition_words import condition_words
from prevent.rules.ruleset import Finding, KindRules, Part, Rule, RuleSet
from prevent.trials.run import Seen
from prevent.trials.space import Space, together

NOT_APPLIED, SATISFIED = "does not apply", "satisfied"


@dataclass(frozen=True, slots=True)
class Goal:
    """One thing that a trial can show. ``rule`` is empty for a field's option.

    ``words`` say in plain English that no trial shows it.
    """

    kind: str
    rule: str
    name: str
    words: str
    shown: bool


def coverage(policy: Policy, rule_set: RuleSet, trials: Sequence[Seen]) -> tuple[Goal, ...]:
    """Everything that can be shown, rule by rule and field by field, and whether it is."""
    goals: list[Goal] = []
    roles = {role.id: role.title for role in policy.roles.values()}
    for procedure in policy.procedures:
        kind = rule_set.kinds[procedure.kind]
        own = [each for each in trials if each.trial.request.kind == procedure.kind]
        for written in policy.rules_for(procedure):
            setting = setting_of(written, procedure, roles)
            goals += _rule(written, kind, procedure, setting, own)
        goals += _options(kind, own)
    return tuple(goals)


def observed(rule: Rule, facts: Facts) -> set[str]:
    """The names of what some facts show of a rule."""
    names = reference.fired((rule,), facts)
    shown = set(names - {rule.applied})
    if rule.applied in names and not shown:
        shown.add(SATISFIED)
    if not names:
        shown.add(NOT_APPLIED)
    for index, leaf in enumerate(_leaves(rule)):
        truth = evaluate(leaf, facts)
        if truth is not None:
            shown.add(_leaf(index, truth=truth))
    return shown


def _leaf(index: int, *, truth: bool) -> str:
    return f"condition {index + 1} {'holds' if truth else 'does not hold'}"


def _leaves(rule: Rule) -> list[Condition]:
    """Each comparison of the conditions under which the rule applies, once."""
    return list(dict.fromkeys([*leaves(rule.when), *leaves(rule.unless)]))


def _rule(
    written: WrittenRule,
    kind: KindRules,
    procedure: Procedure,
    setting: Setting,
    trials: Sequence[Seen],
) -> Iterator[Goal]:
    rule = kind.rule(written.id)
    shown: set[str] = set()
    for each in trials:
        for facts in each.facts[rule.for_each]:
            shown |= observed(rule, facts)
    possible = _possible(rule, procedure, setting)
    for name, words in _goals(rule, written, kind, setting).items():
        if possible is None or name in possible or name in shown:
            yield Goal(kind.kind, rule.id, name, f"{sentence_case(words)}.", name in shown)


def _possible(rule: Rule, procedure: Procedure, setting: Setting) -> set[str] | None:
    """What requests can show of a rule; None where there are too many to go through."""
    applies = (rule.when, rule.unless)
    parts = [(*applies, part.met, *(each.test for each in part.findings)) for part in rule.parts]

    def found(conditions: Iterable[Condition]) -> set[str] | None:
        space = Space(procedure, setting, rule.for_each, together(conditions)).facts()
        if space is None:
            return None
        return {name for facts in space for name in observed(rule, facts)}

    whole = found(condition for each in parts for condition in each)
    if whole is not None:
        return whole
    # Part by part, nothing can be said of all parts being in order together.
    possible = {SATISFIED}
    for each in parts:
        own = found(each)
        if own is None:
            return None
        possible |= own
    return possible


def _goals(rule: Rule, written: WrittenRule, kind: KindRules, setting: Setting) -> dict[str, str]:
    """What there is to show of a rule, by name, each with the words where it is not shown."""
    noun = kind.noun
    goals = {
        NOT_APPLIED: f"no {noun} to which it does not apply",
        SATISFIED: f"no {noun} to which it applies and in which all is in order",
    }
    for name, part, finding in rule.findings():
        goals[name] = f"no {noun} {_finding(part, finding, written, setting)}"
    for index, leaf in enumerate(_leaves(rule)):
        goals[_leaf(index, truth=True)] = f"no {noun} in which {condition_words(leaf, setting)}"
        otherwise = condition_words(Not(leaf), setting)
        goals[_leaf(index, truth=False)] = f"no {noun} in which {otherwise}"
    return goals


def _finding(part: Part | None, finding: Finding, written: WrittenRule, setting: Setting) -> str:
    if part is None:
        phrase = setting.field(finding.answers).phrase
        return f"that does not say {phrase}, so that the question is asked"
    if written.requirement is None:
        return "to which it applies"
    means = KINDS[written.requirement.kind].failure(finding.failure).means
    about = f" ({part.item})" if part.item else ""
    return f"for which this is so{about}: {means[0].lower()}{means[1:].rstrip('.')}"


def _options(kind: KindRules, trials: Sequence[Seen]) -> Iterator[Goal]:
    used: dict[str, set[object]] = {}
    for each in trials:
        for facts in (facts for group in each.facts.values() for facts in group):
            for fact, value in facts.items():
                used.setdefault(fact, set()).add(value)
    for field in kind.fields:
        for each_field in (field, *field.fields):
            yield from _answers(each_field, kind, used)


def _answers(field: Field, kind: KindRules, used: Mapping[str, set[object]]) -> Iterator[Goal]:
    for option in field.options:
        shown = option.id in used.get(field.id, ())
        words = f"No {kind.noun} in which {option.reads}."
        yield Goal(kind.kind, "", f"{field.id}: {option.id}", words, shown)

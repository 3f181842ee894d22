"""Coverage: what a policy's rules can do, and which of it the trials show."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from prevent.conditions.evaluate import Facts, evaluate
from prevent.conditions.tree import FALSE, Condition, Not, leaves
from prevent.dates import Calendar, CalendarError
from prevent.engines import reference
from prevent.fields.field import Field
from prevent.policy.model import Policy
from prevent.policy.wording import sentence_case
from prevent.policy.written import Procedure, WrittenRule
from prevent.requirements.kinds import KINDS
from prevent.requirements.requirement import Setting
from prevent.rules.compile import applies_to, case_conditions, people_of, setting_of
from prevent.rules.condition_words import condition_words
from prevent.rules.ruleset import Finding, KindRules, Part, Rule, RuleSet
from prevent.trials.reach import FAILS, HOLDS, RuleReach
from prevent.trials.run import Seen
from prevent.trials.search import Search, Wanted
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


def coverage(
    policy: Policy,
    rule_set: RuleSet,
    trials: Sequence[Seen],
    progress: Callable[[int], None] = lambda _: None,
) -> tuple[Goal, ...]:
    """Everything that can be shown, rule by rule and field by field, and whether it is.

    ``progress`` is told how many things have been looked at.
    """
    goals: list[Goal] = []
    people = people_of(policy)
    calendar = rule_set.calendar()
    for procedure in policy.procedures:
        kind = rule_set.kinds[procedure.kind]
        own = [each for each in trials if each.trial.request.kind == procedure.kind]
        for written in every_rule(policy, procedure):
            setting = setting_of(written, procedure, people)
            rule, compared = kind.rule(written.id), _comparisons(written, procedure)
            watch = _Watch(rule, procedure, setting, calendar, compared)
            goals += _of_rule(watch, written, kind, own)
            progress(len(goals))
        goals += _options(kind, own)
    return tuple(goals)


def every_rule(policy: Policy, procedure: Procedure) -> tuple[WrittenRule, ...]:
    """The rules for a procedure's requests, with its exemptions and what follows afterwards."""
    return (*procedure.exemptions, *policy.rules_for(procedure), *procedure.afterwards)


def _comparisons(written: WrittenRule, procedure: Procedure) -> frozenset[Condition]:
    """The comparisons by which a rule applies, or in which case, leaving exemptions aside."""
    applies = applies_to(written, replace(procedure, exemptions=()))
    cases = case_conditions(written, procedure.kind)
    return frozenset(leaf for condition in (*applies, *cases) for leaf in leaves(condition))


@dataclass(frozen=True, slots=True)
class _Watch:
    """Watches one rule: what facts show of it, and what any facts could."""

    rule: Rule
    procedure: Procedure
    setting: Setting
    calendar: Calendar
    own: frozenset[Condition]
    """The comparisons of the rule itself. What else exempts from it is shown with the exemption."""

    def observed(self, facts: Facts) -> set[str]:
        """The names of what some facts show."""
        try:
            names = reference.fired((self.rule,), facts, self.calendar)
            shown = set(names - {self.rule.applied})
            if self.rule.applied in names and not shown:
                shown.add(SATISFIED)
            if not names:
                shown.add(NOT_APPLIED)
            for index, leaf in enumerate(self.leaves()):
                truth = evaluate(leaf, facts, self.calendar)
                if truth is not None:
                    shown.add(_leaf(index, truth=truth))
        except CalendarError:
            return set()
        return shown

    def leaves(self) -> list[Condition]:
        """Each comparison of its own on which it rests whether it applies, or in which case."""
        found = (leaf for condition in self._applies() for leaf in leaves(condition))
        return [leaf for leaf in dict.fromkeys(found) if leaf in self.own]

    def possible(self, names: Iterable[str]) -> set[str]:
        """Which of these can be shown, as far as can be found."""
        parts = {name: part for name, part, _ in self.rule.findings() if part}
        searches: dict[tuple[Condition, ...], Search] = {}
        found: set[str] = set()
        for name in names:
            looked_at = self._applies()
            if name == SATISFIED:
                if any(part.met == FALSE for part in self.rule.parts):
                    continue
                looked_at += [each for part in self.rule.parts for each in _conditions(part)]
            elif name in parts:
                looked_at += _conditions(parts[name])
            at = tuple(dict.fromkeys(looked_at))
            if name not in found:
                search = searches.get(at) or searches.setdefault(at, self._search(at))
                found |= self._find(name, search)
        return found

    def _search(self, looked_at: Iterable[Condition]) -> Search:
        each, condition = self.rule.for_each, together(looked_at)
        return Search(Space(self.procedure, self.setting, each, condition, self.calendar))

    def _find(self, name: str, search: Search) -> set[str]:
        """What the first facts show that show this; nothing where none are found."""
        shown: set[str] = set()

        def shows(facts: Facts) -> bool:
            nonlocal shown
            shown = self.observed(facts)
            return name in shown

        return shown if search.find(self._may(name, search), shows).facts is not None else set()

    def _may(self, name: str, search: Search) -> Wanted:
        """Whether a name can still be shown, while some answers are open."""
        for index, leaf in enumerate(self.leaves()):
            number = search.numbers[leaf]
            if name == _leaf(index, truth=True):
                return lambda at: bool(at[number] & HOLDS)
            if name == _leaf(index, truth=False):
                return lambda at: bool(at[number] & FAILS)
        own = [part for each, part, _ in self.rule.findings() if part and each == name]
        others = name in {SATISFIED, NOT_APPLIED} or not own
        looked_at = self.rule.parts if name == SATISFIED else () if others else own
        whens = [replace(part, met=FALSE, findings=()) for part in self.rule.parts]
        reach = RuleReach(replace(self.rule, parts=tuple(looked_at or whens)), search.numbers)
        if name == SATISFIED:
            return reach.may_satisfy
        if name == NOT_APPLIED:
            return lambda at: bool(reach.applies(at) & FAILS)
        if not own:
            return reach.may_ask
        [part] = own
        names = [each for each, of, _ in self.rule.findings() if of is part]
        return lambda at: bool(
            reach.applies(at) & HOLDS and reach.parts[0].found(at) & 1 << names.index(name)
        )

    def _applies(self) -> list[Condition]:
        return [self.rule.when, self.rule.unless, *(part.when for part in self.rule.parts)]


def _conditions(part: Part) -> list[Condition]:
    return [part.met, *(each.test for each in part.findings)]


def _leaf(index: int, *, truth: bool) -> str:
    return f"condition {index + 1} {'holds' if truth else 'does not hold'}"


def _of_rule(
    watch: _Watch, written: WrittenRule, kind: KindRules, trials: Sequence[Seen]
) -> Iterator[Goal]:
    shown: set[str] = set()
    for each in trials:
        for facts in each.facts[watch.rule.for_each]:
            shown |= watch.observed(facts)
    goals = _goals(watch, written, kind.noun)
    possible = watch.possible([name for name in goals if name not in shown])
    for name, words in goals.items():
        if name in shown or name in possible:
            told = f"{sentence_case(words)}."
            yield Goal(kind.kind, watch.rule.id, name, told, name in shown)


def _goals(watch: _Watch, written: WrittenRule, noun: str) -> dict[str, str]:
    """What there is to show of a rule, by name, each with the words where it is not shown."""
    goals = {
        NOT_APPLIED: f"no {noun} to which it does not apply",
        SATISFIED: f"no {noun} to which it applies and in which all is in order",
    }
    for name, part, finding in watch.rule.findings():
        goals[name] = f"no {noun} {_finding(part, finding, written, watch.setting)}"
    for index, leaf in enumerate(watch.leaves()):
        for truth, condition in ((True, leaf), (False, Not(leaf))):
            words = f"no {noun} in which {condition_words(condition, watch.setting)}"
            # One comparison may be the other way round what another is.
            if words not in goals.values():
                goals[_leaf(index, truth=truth)] = words
    return goals


def _finding(part: Part | None, finding: Finding, written: WrittenRule, setting: Setting) -> str:
    if part is None:
        phrase = setting.field(finding.answers).phrase
        return f"that does not say {phrase}, so that the question is asked"
    number = next((n for n in range(len(written.cases)) if part.id.startswith(f"case-{n + 1}-")), 0)
    case = written.cases[number]
    about = f" ({part.item})" if part.item else ""
    which = ""
    if len(written.cases) > 1:
        which = f" in the case that {condition_words(case.when, setting)}"
        which = " in the last of its cases" if number and which.endswith(" always") else which
    if case.requirement is None:
        return f"to which it applies{which}"
    means = KINDS[case.requirement.kind].failure(finding.failure).means
    return f"for which this is so{about}{which}: {means[0].lower()}{means[1:].rstrip('.')}"


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
        if field.type == "several":
            shown = "yes" in used.get(f"{field.id}.{option.id}", ())
        words = f"No {kind.noun} in which {option.reads}."
        yield Goal(kind.kind, "", f"{field.id}: {option.id}", words, shown)

"""Running the trials, and trying changed rules on them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from prevent.bundle.current import Rules
from prevent.conditions.evaluate import Facts
from prevent.conditions.tree import TRUE
from prevent.dates import Calendar, CalendarError
from prevent.decide.decider import Decider
from prevent.engines import reference
from prevent.engines.durable import available
from prevent.faults import Fault, NoDecisionError, PreventError
from prevent.rules.ruleset import Finding, KindRules, Rule, RuleSet
from prevent.trials.trial import Result, Trial

Compiled: TypeAlias = Mapping[str, Mapping[str, Rule | None]]
"""Rules by kind and id, as they come out where something is changed; None for one taken out."""


def run_trials(
    trials: Sequence[Trial], rules: Rules, progress: Callable[[int], None] = lambda _: None
) -> tuple[Result, ...]:
    """What becomes of each trial, by the rules engine and confirmed, as a check decides.

    ``progress`` is told how many have been run. Raises ``PreventError`` where a request could not
    be decided.
    """
    missing = available()
    decider = Decider(rules.rule_set, lambda kind: None if missing else rules.forms[kind])
    results: list[Result] = []
    faults: list[Fault] = []
    try:
        for count, trial in enumerate(trials, start=1):
            progress(count)
            try:
                results.append(
                    Result(trial, decider.decide(trial.request, trial.as_of, trial.policy_as_of))
                )
            except NoDecisionError as error:
                faults.append(Fault(trial.place, f"This could not be decided. {error}"))
    finally:
        decider.close()
    if faults:
        raise PreventError(faults)
    return tuple(results)


@dataclass(frozen=True, slots=True)
class Seen:
    """A trial with the facts that the rules look at: of the request and of each of its items."""

    trial: Trial
    facts: Mapping[str, tuple[Facts, ...]]


def seen(trial: Trial) -> Seen:
    """The facts of a trial, by the list whose items they are of; "" for those of the request."""
    request = trial.request
    whole = request.stated(trial.as_of, trial.policy_as_of)
    facts: dict[str, tuple[Facts, ...]] = {"": (whole.facts,)}
    for field in request.rules.fields:
        if field.type == "list":
            items = request.items(field.id, whole)
            facts[field.id] = tuple(stated.facts for stated in items)
    return Seen(trial, facts)


class Bench:
    """Where changed rules are tried: does any trial notice?

    The reference evaluator decides alone here; the engine has confirmed the policy's own rules.
    """

    def __init__(self, trials: Sequence[Trial], rule_set: RuleSet) -> None:
        self._rule_set = rule_set
        self._calendar = rule_set.calendar()
        self._by_kind: dict[str, list[Seen]] = {}
        self._said: dict[tuple[str, str], list[list[Said | None]]] = {}
        for trial in trials:
            self._by_kind.setdefault(trial.request.kind, []).append(seen(trial))

    def notices(self, compiled: Compiled) -> bool:
        """Whether a trial fails where rules are changed so."""
        return any(
            self._kind_notices(self._rule_set.kinds[kind], rules)
            for kind, rules in compiled.items()
        )

    def _kind_notices(self, kind: KindRules, changed: Mapping[str, Rule | None]) -> bool:
        rules = [changed.get(rule.id, rule) for rule in kind.rules]
        pairs = [pair for pair in zip(kind.rules, rules, strict=True) if pair[0] != pair[1]]
        new = replace(kind, rules=tuple(rule for rule in rules if rule is not None))
        decider = Decider(
            replace(self._rule_set, kinds={**self._rule_set.kinds, kind.kind: new}),
            lambda _: None,
        )
        # Where the rules say the same, so does the decision.
        return any(
            self._fails(each.trial, new, decider)
            for index, each in enumerate(self._by_kind.get(kind.kind, ()))
            if any(self._differs(kind.kind, own, other, index) for own, other in pairs)
        )

    def _differs(self, kind: str, own: Rule, changed: Rule | None, index: int) -> bool:
        """Whether a changed rule says otherwise of a trial than the rule itself, told once."""
        trials = self._by_kind[kind]
        if (kind, own.id) not in self._said:
            self._said[kind, own.id] = [
                [said(own, facts, self._calendar) for facts in each.facts.get(own.for_each, ())]
                for each in trials
            ]
        facts_of_each = trials[index].facts.get(own.for_each, ())
        return any(
            says != said(changed, facts, self._calendar)
            for says, facts in zip(self._said[kind, own.id][index], facts_of_each, strict=True)
        )

    def _fails(self, trial: Trial, kind: KindRules, decider: Decider) -> bool:
        request = trial.request._replace(rules=kind)
        try:
            return not trial.expected.met(decider.decide(request, trial.as_of, trial.policy_as_of))
        except NoDecisionError:
            return True


@dataclass(frozen=True, slots=True)
class Said:
    """What a rule makes of some facts: whether it applies, what it finds and what it asks."""

    applies: bool
    found: tuple[tuple[str, Finding], ...] = ()
    asks: tuple[Finding, ...] = ()


def said(rule: Rule | None, facts: Facts, calendar: Calendar) -> Said | None:
    """What a rule makes of some facts; nothing where there is no rule.

    How it comes to that is left out, so that two rules that say the same compare as equal. None
    where working days cannot be counted.
    """
    if rule is None:
        return Said(applies=False)
    try:
        names = reference.fired((rule,), facts, calendar)
    except CalendarError:
        return None
    made = [(part, finding) for name, part, finding in rule.findings() if name in names]
    return Said(
        applies=rule.applied in names,
        found=tuple((part.item, replace(finding, test=TRUE)) for part, finding in made if part),
        asks=tuple(finding for part, finding in made if part is None),
    )

"""Running the trials, and trying changed rules on them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from prevent.bundle.current import Rules
from prevent.conditions.evaluate import Facts
from prevent.conditions.tree import TRUE
from prevent.decide.decider import Decider
from prevent.engines import reference
from prevent.engines.durable import available
from prevent.faults import Fault, NoDecisionError, PreventError
from prevent.rules.ruleset import Finding, KindRules, Rule, RuleSet
from prevent.trials.trial import Result, Trial


def run_trials(trials: Sequence[Trial], rules: Rules) -> tuple[Result, ...]:
    """What becomes of each trial, by the rules engine and confirmed, as a check decides.

    Raises ``PreventError`` where a request could not be decided.
    """
    missing = available()
    decider = Decider(rules.rule_set, lambda kind: None if missing else rules.forms[kind])
    results: list[Result] = []
    faults: list[Fault] = []
    try:
        for trial in trials:
            try:
                results.append(Result(trial, decider.decide(trial.request, trial.as_of)))
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
    whole = request.stated()
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
        self._by_kind: dict[str, list[Seen]] = {}
        for trial in trials:
            self._by_kind.setdefault(trial.request.kind, []).append(seen(trial))

    def notices(self, rule_id: str, changed: Mapping[str, Rule | None]) -> bool:
        """Whether a trial fails where the rule is changed so, by kind; None takes it out."""
        return any(
            self._kind_notices(self._rule_set.kinds[kind], rule_id, rule)
            for kind, rule in changed.items()
        )

    def _kind_notices(self, kind: KindRules, rule_id: str, changed: Rule | None) -> bool:
        own = kind.rule(rule_id)
        if changed == own:
            return False
        rules = tuple(
            changed if rule is own else rule
            for rule in kind.rules
            if rule is not own or changed is not None
        )
        new = replace(kind, rules=tuple(rule for rule in rules if rule is not None))
        decider = Decider(
            replace(self._rule_set, kinds={**self._rule_set.kinds, kind.kind: new}),
            lambda _: None,
        )
        for each in self._by_kind.get(kind.kind, ()):
            # Where the rule says the same, so does the decision.
            facts = each.facts.get(own.for_each, ())
            if all(said(own, stated) == said(changed, stated) for stated in facts):
                continue
            request = replace(each.trial.request, rules=new)
            if not each.trial.expected.met(decider.decide(request, each.trial.as_of)):
                return True
        return False


@dataclass(frozen=True, slots=True)
class Said:
    """What a rule makes of some facts: whether it applies, what it finds and what it asks."""

    applies: bool
    found: tuple[tuple[str, Finding], ...]
    asks: tuple[Finding, ...]


def said(rule: Rule | None, facts: Facts) -> Said:
    """What a rule makes of some facts; nothing where there is no rule.

    How it comes to that is left out, so that two rules that say the same compare as equal.
    """
    if rule is None:
        return Said(applies=False, found=(), asks=())
    names = reference.fired((rule,), facts)
    made = [(part, finding) for name, part, finding in rule.findings() if name in names]
    return Said(
        applies=rule.applied in names,
        found=tuple((part.item, replace(finding, test=TRUE)) for part, finding in made if part),
        asks=tuple(finding for part, finding in made if part is None),
    )

"""What the trials leave unshown: the changes of the policy that none of them notices."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from prevent.conditions.evaluate import Facts
from prevent.conditions.tree import Condition
from prevent.faults import Place
from prevent.policy.model import Policy
from prevent.rules.compile import people_of, setting_of
from prevent.rules.ruleset import Rule, RuleSet
from prevent.trials.answers import as_request
from prevent.trials.changes import Change, policy_changes
from prevent.trials.coverage import every_rule
from prevent.trials.run import Bench, said
from prevent.trials.space import Space, together
from prevent.trials.trial import Trial


@dataclass(frozen=True, slots=True)
class Unshown:
    """A change that no trial notices. ``shows`` goes on after "No example shows".

    ``whole`` is set where the rule could be taken out altogether. ``example`` are the answers of a
    request of this ``kind`` that would show it, as a request writes them; empty where there are too
    many combinations to look for one.
    """

    rule: str
    place: Place
    shows: str
    whole: bool
    kind: str = ""
    example: str = ""


@dataclass(frozen=True, slots=True)
class Mutation:
    """How many changes were tried, how many no request can tell apart, and what is unshown."""

    tried: int
    alike: int
    unshown: tuple[Unshown, ...]

    @property
    def noticed(self) -> int:
        """How many changes some trial notices."""
        return self.tried - self.alike - len(self.unshown)


def mutation(
    policy: Policy,
    rule_set: RuleSet,
    trials: Sequence[Trial],
    progress: Callable[[int], None] = lambda _: None,
) -> Mutation:
    """Try every small change of every rule. ``progress`` is told how many have been tried."""
    bench = Bench(trials, rule_set)
    unshown: list[Unshown] = []
    tried = alike = 0
    for change in policy_changes(policy):
        tried += 1
        progress(tried)
        if bench.notices(change.compiled):
            continue
        left = _left_unshown(change, policy, rule_set)
        if left is None:
            alike += 1
        else:
            unshown.append(left)
    return Mutation(tried, alike, tuple(unshown))


def _left_unshown(change: Change, policy: Policy, rule_set: RuleSet) -> Unshown | None:
    """What to say of a change that nobody notices; None where no request can tell it apart."""
    rule = change.rule
    plain = Unshown(rule.id, rule.place, change.shows, whole=change.whole)
    people, calendar = people_of(policy), rule_set.calendar()
    written = {each.id: each for own in policy.procedures for each in every_rule(policy, own)}
    unsure = False
    for procedure in policy.procedures:
        for rule_id, changed in change.compiled.get(procedure.kind, {}).items():
            own = rule_set.kinds[procedure.kind].rule(rule_id)
            if own == changed:
                continue
            setting = setting_of(written[rule_id], procedure, people)
            looked_at = together([*_conditions(own), *(_conditions(changed) if changed else ())])
            space = Space(procedure, setting, own.for_each, looked_at, calendar)
            telling = _telling(own, changed, space)
            if telling is not None:
                example = as_request(telling, setting.fields, own.for_each)
                return replace(plain, kind=procedure.kind, example=example)
            unsure = unsure or not space.whole
    return plain if unsure else None


def _telling(own: Rule, changed: Rule | None, space: Space) -> Facts | None:
    """Facts of which the two rules say different things, without asking if there are such."""
    telling: Facts | None = None
    for facts in space.facts():
        says = said(own, facts, space.calendar)
        says_changed = said(changed, facts, space.calendar)
        if says and says_changed and says != says_changed:
            if not says.asks and not says_changed.asks:
                return facts
            telling = telling or facts
    return telling


def _conditions(rule: Rule) -> Iterator[Condition]:
    yield from (rule.when, rule.unless)
    for part in rule.parts:
        yield from (part.when, part.met)
        yield from (finding.test for finding in part.findings)

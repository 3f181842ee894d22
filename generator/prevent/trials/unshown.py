"""What the trials leave unshown: the changes of the policy that none of them notices."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from prevent.conditions.evaluate import Facts
from prevent.conditions.tree import TRUE, Condition
from prevent.faults import Place
from prevent.policy.model import Policy
from prevent.rules.compile import people_of, setting_of
from prevent.rules.ruleset import Part, Rule, RuleSet
from prevent.trials.answers import as_request
from prevent.trials.changes import Change, policy_changes
from prevent.trials.coverage import every_rule
from prevent.trials.difference import Difference, differing
from prevent.trials.run import Bench, said
from prevent.trials.search import Found, Search
from prevent.trials.space import Space, together
from prevent.trials.trial import Trial


@dataclass(frozen=True, slots=True)
class Unshown:
    """A change that no trial notices. ``shows`` goes on after "No example shows".

    ``whole`` is set where the rule could be taken out altogether. ``example`` are the answers of a
    request of this ``kind`` that would show it, as a request writes them; empty where there was too
    much to go through to find one.
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
    doubt = _Doubt(policy, rule_set)
    unshown: list[Unshown] = []
    tried = alike = 0
    for change in policy_changes(policy):
        tried += 1
        progress(tried)
        if bench.notices(change.compiled):
            continue
        left = doubt.left_unshown(change)
        if left is None:
            alike += 1
        else:
            unshown.append(left)
    return Mutation(tried, alike, tuple(unshown))


class _Doubt:
    """Whether a change that no trial notices makes a difference to any request at all."""

    def __init__(self, policy: Policy, rule_set: RuleSet) -> None:
        self._policy = policy
        self._rule_set = rule_set
        self._people = people_of(policy)
        self._calendar = rule_set.calendar()
        self._searches = _Searches()
        self._written = {
            each.id: each for own in policy.procedures for each in every_rule(policy, own)
        }

    def left_unshown(self, change: Change) -> Unshown | None:
        """What to say of it; None where no request can tell it apart."""
        rule = change.rule
        plain = Unshown(rule.id, rule.place, change.shows, whole=change.whole)
        unsure = False
        for procedure in self._policy.procedures:
            for rule_id, changed in change.compiled.get(procedure.kind, {}).items():
                own = self._rule_set.kinds[procedure.kind].rule(rule_id)
                if own == changed:
                    continue
                setting = setting_of(self._written[rule_id], procedure, self._people)
                space = Space(procedure, setting, own.for_each, TRUE, self._calendar)
                telling = self._searches.telling(own, changed, space)
                if telling.facts is not None:
                    example = as_request(telling.facts, setting.fields, own.for_each)
                    return replace(plain, kind=procedure.kind, example=example)
                unsure = unsure or not telling.whole
        return plain if unsure else None


class _Searches:
    """Searches for what tells rules from what they are changed into.

    What is gone through for one change of a rule is kept for the next that asks about the same.
    """

    def __init__(self) -> None:
        self._of: tuple[str, str] = ("", "")
        self._kept: dict[tuple[Condition, ...], Search] = {}

    def telling(self, own: Rule, changed: Rule | None, space: Space) -> Found:
        """Facts of which two rules say different things, without asking if there are such."""
        found = self._find(own, changed, space, cases_first=True)
        if found.facts is None and not found.whole:
            # Where there is too much to try in one order, another may come to it sooner.
            found = self._find(own, changed, space, cases_first=False)
        return found

    def _find(self, own: Rule, changed: Rule | None, space: Space, *, cases_first: bool) -> Found:
        """The facts, if possible such that different things are found: that is what tests see."""
        looked_at = together(_looked_at(own, changed, cases_first=cases_first))
        search = self._search(own, replace(space, condition=looked_at))
        difference = Difference(own, changed, search.numbers)

        def differ(facts: Facts, *, found: bool) -> bool:
            says, otherwise = (said(each, facts, space.calendar) for each in (own, changed))
            if not says or not otherwise or says == otherwise:
                return False
            return not found or not (says.asks or otherwise.asks or says.found == otherwise.found)

        told = search.find(difference.may_tell, lambda facts: differ(facts, found=True))
        if told.facts is not None:
            return told
        return search.find(difference.may_differ, lambda facts: differ(facts, found=False))

    def _search(self, own: Rule, space: Space) -> Search:
        if self._of != (space.kind, own.id):
            self._of, self._kept = (space.kind, own.id), {}
        # The questions and their order rest on the comparisons alone.
        return self._kept.setdefault(tuple(space.leaves()), Search(space))


def _looked_at(own: Rule, changed: Rule | None, *, cases_first: bool) -> Iterator[Condition]:
    """The conditions of both, in the order in which their answers are tried.

    Those in which the two differ come before those that they share. Those that decide whether and
    in which case come before what is required then, or, unless ``cases_first``, after what is
    required where the two differ in that alone.
    """
    rules = [rule for rule in (own, changed) if rule]
    pairs = differing(own, changed)
    parts = [part for pair in pairs for part in pair if part]
    if changed is None or (own.when, own.unless) != (changed.when, changed.unless):
        yield from _applies(rules)
    for one, other in () if cases_first else pairs:
        if one and other and one.when == other.when:
            yield from (*_required(one), *_required(other))
    yield from (part.when for part in parts)
    yield from _applies(rules)
    every = [*parts, *(part for rule in rules for part in rule.parts)]
    yield from (part.when for part in every)
    for part in every:
        yield from _required(part)


def _applies(rules: list[Rule]) -> Iterator[Condition]:
    for rule in rules:
        yield from (rule.when, rule.unless)


def _required(part: Part) -> Iterator[Condition]:
    yield part.met
    yield from (finding.test for finding in part.findings)

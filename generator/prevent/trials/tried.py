"""A policy tried by its own tests: what came out, and what they show."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TypeAlias

from prevent.bundle.current import Rules
from prevent.policy.model import Policy
from prevent.trials.coverage import Goal, coverage
from prevent.trials.run import run_trials, seen
from prevent.trials.trial import Result, Trial
from prevent.trials.unshown import Mutation, mutation

Progress: TypeAlias = Callable[[str, int], None]
"""Told of what there are how many: "Changes tried" and 12."""


@dataclass(frozen=True, slots=True)
class Tried:
    """What became of the trials, what they show, and which changes they would not notice.

    ``mutation`` is None where no changes were tried: because a trial failed, or was not to.
    """

    policy: Policy
    results: tuple[Result, ...]
    goals: tuple[Goal, ...]
    mutation: Mutation | None

    @property
    def failed(self) -> tuple[Result, ...]:
        """The trials that did not come out as expected."""
        return tuple(result for result in self.results if not result.as_expected)

    @property
    def missing(self) -> tuple[Goal, ...]:
        """What can be shown and is not."""
        return tuple(goal for goal in self.goals if not goal.shown)

    @property
    def in_order(self) -> bool:
        """Whether all came out as expected, everything is shown, and no change goes unnoticed."""
        unnoticed = self.mutation is not None and bool(self.mutation.unshown)
        return not self.failed and not self.missing and not unnoticed


def try_policy(
    policy: Policy,
    rules: Rules,
    trials: tuple[Trial, ...],
    *,
    changes: bool = True,
    progress: Progress = lambda *_: None,
) -> Tried:
    """Run the trials, and see what they show.

    Where ``changes`` is set and all came out as expected, changes of the policy are tried too;
    ``progress`` is told how many so far, and of what. Raises ``PreventError`` where a request could
    not be decided.
    """
    results = run_trials(trials, rules, partial(progress, "Tests run"))
    facts = [seen(trial) for trial in trials]
    goals = coverage(policy, rules.rule_set, facts, partial(progress, "Things looked for"))
    tried = None
    if changes and all(result.as_expected for result in results):
        tried = mutation(policy, rules.rule_set, trials, partial(progress, "Changes tried"))
    return Tried(policy, results, goals, tried)

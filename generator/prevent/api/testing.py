"""The policy's own tests."""

from __future__ import annotations

from prevent.bundle.make import make_rules
from prevent.loading.load import load_policy
from prevent.project import find_project
from prevent.trials.read import read_trials
from prevent.trials.tried import Progress, Tried, try_policy


def run_tests(
    policy: str | None, *, changes: bool = True, progress: Progress = lambda *_: None
) -> Tried:
    """Run the tests of a policy, and see what they show.

    Where ``changes`` is set, changed rules are tried too. Raises ``PreventError`` where the policy
    or a test is not valid.
    """
    project = find_project(policy)
    loaded = load_policy(project.policy, project.shown)
    rules = make_rules(loaded)
    trials = read_trials(project.policy, project.shown, loaded, rules)
    return try_policy(loaded, rules, trials, changes=changes, progress=progress)

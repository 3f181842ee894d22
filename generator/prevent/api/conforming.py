"""The rules put to engines that this project did not write."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from prevent.bundle.make import rules_of
from prevent.conformance.case import Case
from prevent.conformance.random_cases import lot_of, lots
from prevent.conformance.suite import suite
from prevent.faults import Fault, Place, PreventError
from prevent.project import find_project
from prevent.reading.nearest import did_you_mean
from prevent.rules.ruleset import KindRules, RuleSet
from prevent.stock import table
from prevent.stock.confirm import Tally, put

__all__ = ["MOST_CASES", "RUNNERS", "Case", "Chance", "Tally", "conform"]

RUNNERS = tuple(table.RUNNERS)
"""The names of the engines."""

MOST_CASES = 100_000_000

_Lot = tuple[RuleSet, KindRules, Sequence[Case]]


class Chance(NamedTuple):
    """Random requests to random rules: so many of a seed, or the one of a number."""

    seed: str
    cases: int | None = None


def conform(
    policy: str | None,
    targets: Sequence[str] = (),
    *,
    chance: Chance | None = None,
    case: str | None = None,
    progress: Callable[[str, int], None] = lambda *_: None,
) -> list[Tally]:
    """Put cases to stock engines; what became of them, engine by engine.

    ``targets`` are engines or forms of the rules (all of them if left out). The cases are those of
    the policy, or those of ``chance``; ``case`` is one alone. Raises ``PreventError`` where there
    is no such engine or case.
    """
    tallies = [Tally(table.runner(name)) for name in _chosen(targets)]
    try:
        for tally in tallies:
            tally.not_run = tally.runner.available() or ""
        if any(not tally.not_run for tally in tallies):
            given = _random(chance, case) if chance else _written(policy, case)
            _put_all(tallies, given, progress)
    finally:
        for tally in tallies:
            tally.runner.close()
    return tallies


def _chosen(wanted: Sequence[str]) -> list[str]:
    """The names of the runners: of these engines, or of all engines that run these targets."""
    if not wanted:
        return [*table.RUNNERS]
    targets: dict[str, list[str]] = {}
    for name in table.RUNNERS:
        targets.setdefault(table.runner(name).target, []).append(name)
    found: dict[str, None] = {}
    for each in wanted:
        names = [each] if each in table.RUNNERS else targets.get(each, [])
        if not names:
            hint = did_you_mean(each, [*table.RUNNERS, *targets])
            raise PreventError([Fault(Place(each), "There is no such engine or target.", hint)])
        found |= dict.fromkeys(names)
    return [*found]


def _written(policy: str | None, wanted: str | None) -> list[_Lot]:
    """The cases of the policy, or the one that is asked for."""
    project = find_project(policy)
    rule_set = rules_of(project.policy, project.shown).rule_set
    cases = suite(rule_set)
    if wanted is None:
        return [(rule_set, rule_set.kinds[kind], own) for kind, own in cases.items()]
    for kind, own in cases.items():
        for case in own:
            if case.id == wanted:
                return [(rule_set, rule_set.kinds[kind], [case])]
    hint = f"They are called {', '.join(f'{kind}-0001' for kind in cases)} and so on."
    raise PreventError([Fault(Place(wanted), "There is no such case.", hint)])


def _random(chance: Chance, case: str | None) -> Iterator[_Lot]:
    """Random cases, or the one that is asked for."""
    if case is None:
        if chance.cases is None:
            hint = "Write --cases 1000, or --case with the number of one."
            raise PreventError([Fault(Place("--seed"), "It is not said how many cases.", hint)])
        made = lots(chance.seed, chance.cases)
    else:
        if not (case.isascii() and case.isdigit() and 1 <= int(case) <= MOST_CASES):
            hint = "Random cases are numbered from 1."
            raise PreventError([Fault(Place(case), "There is no such case.", hint)])
        made = iter([lot_of(chance.seed, int(case))])
    for lot in made:
        yield lot.rule_set, lot.kind, [*lot.cases.values()]


def _put_all(
    tallies: Sequence[Tally],
    given: Iterator[_Lot] | Sequence[_Lot],
    progress: Callable[[str, int], None],
) -> None:
    for rule_set, kind, cases in given:
        for tally in tallies:
            if not tally.not_run and not tally.failed:
                put(tally, rule_set, kind, cases)
                progress(tally.runner.title, tally.cases)

"""``prevent conform``: do the stock engines decide as a check does?"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence

from prevent.bundle.make import rules_of
from prevent.commands.arguments import add_policy
from prevent.commands.progress import progress
from prevent.conformance.case import Case
from prevent.conformance.random_cases import lot_of, lots
from prevent.conformance.suite import suite
from prevent.faults import Fault, Place, PreventError
from prevent.project import find_project
from prevent.reading.nearest import did_you_mean
from prevent.reports.conform_text import conform_text
from prevent.reports.style import style_for
from prevent.rules.ruleset import KindRules, RuleSet
from prevent.stock import table
from prevent.stock.confirm import Tally, put

EPILOG = """\
Each target of the rules is run by an engine that this project did not write. Without --cases it is
put every case of rules/conformance/; with --cases, so many random requests to random rules. The
same seed makes the same cases.

exit status: 0 every engine that was run agrees, 1 one differs, 2 none could be run, one that was
asked for could not be, or one failed

examples:
  prevent conform
  prevent conform --target duckdb --target rego
  prevent conform --cases 20000 --seed 7
  prevent conform --seed 7 --case 1234
"""

MOST_CASES = 100_000_000

_Lot = tuple[RuleSet, KindRules, Sequence[Case]]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument(
        "--target",
        action="append",
        metavar="NAME",
        help="an engine or a target to run; may be given again (all of them if left out)",
    )
    parser.add_argument(
        "--cases", type=_number, metavar="N", help="put so many random requests to random rules"
    )
    parser.add_argument(
        "--seed", metavar="S", help="which random rules and requests (1 if left out)"
    )
    parser.add_argument("--case", metavar="CASE", help="one case alone, by its name or number")
    add_policy(parser)


def _number(text: str) -> int:
    if text.isascii() and text.isdigit() and 1 <= int(text) <= MOST_CASES:
        return int(text)
    raise argparse.ArgumentTypeError(f"'{text}' is not a number from 1 to {MOST_CASES:,}")


def run(arguments: argparse.Namespace) -> int:
    """Put the cases to the engines and report; the exit status."""
    tallies = [Tally(table.runner(name)) for name in _chosen(arguments.target or [])]
    chance = arguments.cases is not None or arguments.seed is not None
    seed = arguments.seed or "1"
    try:
        for tally in tallies:
            tally.not_run = tally.runner.available() or ""
        if any(not tally.not_run for tally in tallies):
            given = _random(arguments, seed) if chance else _written(arguments)
            _put_all(tallies, given)
    finally:
        for tally in tallies:
            tally.runner.close()

    def again(tally: Tally, case: Case) -> str:
        which = f"--seed {seed} --case" if chance else "--case"
        return f"prevent conform --target {tally.runner.name} {which} {case.id}"

    sys.stdout.write(conform_text(tallies, again, style_for(sys.stdout)))
    return _status(tallies, named=bool(arguments.target))


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


def _written(arguments: argparse.Namespace) -> list[_Lot]:
    """The cases of the policy, or the one that is asked for."""
    project = find_project(arguments.policy)
    rule_set = rules_of(project.policy, project.shown).rule_set
    cases = suite(rule_set)
    wanted = arguments.case
    if wanted is None:
        return [(rule_set, rule_set.kinds[kind], own) for kind, own in cases.items()]
    for kind, own in cases.items():
        for case in own:
            if case.id == wanted:
                return [(rule_set, rule_set.kinds[kind], [case])]
    hint = f"They are called {', '.join(f'{kind}-0001' for kind in cases)} and so on."
    raise PreventError([Fault(Place(wanted), "There is no such case.", hint)])


def _random(arguments: argparse.Namespace, seed: str) -> Iterator[_Lot]:
    """Random cases, or the one that is asked for."""
    if arguments.case is None:
        if arguments.cases is None:
            hint = "Write --cases 1000, or --case with the number of one."
            raise PreventError([Fault(Place("--seed"), "It is not said how many cases.", hint)])
        made = lots(seed, arguments.cases)
    else:
        text = arguments.case
        if not (text.isascii() and text.isdigit() and 1 <= int(text) <= MOST_CASES):
            hint = "Random cases are numbered from 1."
            raise PreventError([Fault(Place(text), "There is no such case.", hint)])
        made = iter([lot_of(seed, int(text))])
    for lot in made:
        yield lot.rule_set, lot.kind, [*lot.cases.values()]


def _put_all(tallies: Sequence[Tally], given: Iterator[_Lot] | Sequence[_Lot]) -> None:
    show, clear = progress()
    try:
        for rule_set, kind, cases in given:
            for tally in tallies:
                if not tally.not_run and not tally.failed:
                    put(tally, rule_set, kind, cases)
                    show(tally.runner.title, tally.cases)
    finally:
        clear()


def _status(tallies: Sequence[Tally], *, named: bool) -> int:
    if any(tally.differed for tally in tallies):
        return 1
    not_run = any(tally.not_run for tally in tallies)
    failed = any(tally.failed for tally in tallies)
    return 2 if failed or (named and not_run) or not any(tally.cases for tally in tallies) else 0

"""Bulk in DuckDB against loops over stock engines: the same rules, the same rows, the same run."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import ClassVar

from benchmarks.bulk import KIND
from benchmarks.deciding import Asked, Deciding
from benchmarks.measurement import ROOT, Figure, Measured, Measurement, NotMeasuredError, Setting
from benchmarks.registers import Queries, make_register
from benchmarks.stock_loops import LOOPS, Loop
from benchmarks.timing import Times, in_turns
from prevent.bundle.make import rules_of

_ROWS = 1_000_000
_LOOPED, _LOOPED_SLOWLY = 10_000, 50
"""How many of the rows a loop gets: its time grows as they do, so that is all it needs."""
_COMPARED = 3000
"""How many of them are compared with what the reference evaluator finds."""

_WHAT = "bulk over a loop over the fastest stock engine"
_GIVEN = f"{_WHAT}, which is given its flat facts worked out"
_TOGETHER = "bulk over the fastest stock engine that is given many rows in one call, worked out"
_GOAL = "at least 100 times"
_TIMES = 100
_SECONDS = 60
_BULK = "bulk in DuckDB, every finding"
_WORKED_OUT = ", facts worked out"


class Loops(Measurement):
    """How many requests a second each gets through."""

    name = "loops"
    title = "Bulk against a loop over a stock engine"
    goals: ClassVar[Mapping[str, str]] = {_WHAT: _GOAL, _GIVEN: _GOAL}

    def run(self, setting: Setting) -> Measured:
        """Raises ``ValueError`` where an engine finds anything else than the reference does."""
        rule_set = rules_of(ROOT / "policy", "policy").rule_set
        deciding = Deciding(rule_set, rule_set.kinds[KIND])
        number = setting.size(_ROWS, 2000)
        register = make_register(setting.folder / "register.parquet", number, KIND)
        with Queries(rule_set, deciding.kind, register) as queries:
            asked = [deciding.asked(row) for row in queries.rows(setting.size(_LOOPED, 200))]
            loops, missing = _loops(deciding, asked, setting)
            ways: dict[str, Callable[[], object]] = {_BULK: queries.find}
            sizes = {_BULK: number}
            for loop in loops:
                few = _few(loop, asked, setting)
                sizes |= dict.fromkeys((loop.name, loop.name + _WORKED_OUT), len(few))
                ways[loop.name] = partial(_through, loop, few)
                given = [loop.prepared(each) for each in few]
                ways[loop.name + _WORKED_OUT] = partial(_through_given, loop, given)
            times = in_turns(ways, setting.rounds, _SECONDS)
        rows = {
            name: Times(tuple(taken / sizes[name] for taken in each.clock))
            for name, each in times.items()
        }
        figures = [*_goals(loops, rows), *_rates(loops, rows, sizes)]
        figures += [Figure(name, f"not measured: {why}") for name, why in missing.items()]
        return Measured(tuple(figures), (_NOTE,))


_NOTE = (
    "Every engine found what the reference evaluator finds in each of the rows compared before any"
    " was timed. The loops run on one core, as the engines do; DuckDB uses those there are. Reading"
    " the register, and making findings of what an engine answers, is left out of the loops, and"
    " where facts are worked out beforehand that too: all of it favours them. An engine that is"
    " given many rows in one call is no loop, and is compared apart."
)


def _through(loop: Loop, asked: Sequence[Asked]) -> None:
    deque(loop.decide(loop.prepared(each) for each in asked), maxlen=0)


def _through_given(loop: Loop, given: Sequence[object]) -> None:
    deque(loop.decide(given), maxlen=0)


def _goals(loops: Sequence[Loop], rows: Mapping[str, Times]) -> Iterator[Figure]:
    """How many times as fast as the fastest of each sort the bulk is, by the time of a row."""
    single = [loop.name for loop in loops if not loop.together]
    together = [loop.name + _WORKED_OUT for loop in loops if loop.together]
    for what, names, goal in (
        (_WHAT, single, _GOAL),
        (_GIVEN, [name + _WORKED_OUT for name in single], _GOAL),
        (_TOGETHER, together, ""),
    ):
        if not names:
            yield Figure(what, "not measured: there is no such engine", goal=goal)
            continue
        fastest = min(names, key=lambda name: rows[name].median)
        ratio = rows[fastest].over(rows[_BULK])
        yield Figure(
            what,
            f"{ratio.median:.1f} times",
            f"the fastest is {fastest}",
            goal,
            met=ratio.median >= _TIMES if goal else None,
            spread=ratio.spread,
        )


def _rates(
    loops: Sequence[Loop], rows: Mapping[str, Times], sizes: Mapping[str, int]
) -> Iterator[Figure]:
    given = {loop.name + _WORKED_OUT: loop.given for loop in loops}
    for name, each in rows.items():
        how = f"{sizes[name]:,} rows"
        if name in given:
            how += f"; given {given[name]}"
        slow, fast = 1 / max(each.clock), 1 / min(each.clock)
        spread = f"{slow:,.0f} to {fast:,.0f}"
        yield Figure(name, f"{1 / each.median:,.0f} a second", how, spread=spread)


def _few(loop: Loop, asked: Sequence[Asked], setting: Setting) -> Sequence[Asked]:
    return asked[: setting.size(_LOOPED_SLOWLY, 10)] if loop.slow else asked


def _loops(
    deciding: Deciding, asked: Sequence[Asked], setting: Setting
) -> tuple[list[Loop], dict[str, str]]:
    """The engines there are, all of which find the same; and why the others cannot be measured."""
    loops: list[Loop] = []
    missing: dict[str, str] = {}
    expected = [deciding.by_reference(each) for each in asked[:_COMPARED]]
    for made in LOOPS:
        try:
            loop = made(deciding)
        except NotMeasuredError as error:
            missing[made.name] = str(error)
            continue
        few = _few(loop, asked, setting)[:_COMPARED]
        answers = loop.decide(loop.prepared(each) for each in few)
        for request, answer, members in zip(few, answers, expected[: len(few)], strict=True):
            if loop.found(answer) != loop.expected(members):
                raise ValueError(f"{loop.name} finds something else in {request}.")
        loops.append(loop)
    return loops, missing

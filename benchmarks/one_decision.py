"""One decision in process, confirmed, against zen-engine's decision table on the same rules."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import ClassVar

from benchmarks.deciding import Asked, Deciding, unlike
from benchmarks.made_rows import made_rows
from benchmarks.measurement import ROOT, Figure, Measured, Measurement, Setting
from benchmarks.profiling import functions
from benchmarks.registers import Queries, make_register
from benchmarks.timing import Times, in_turns
from benchmarks.zen_table import FlatRequest, ZenTables
from prevent.bundle.current import Rules
from prevent.bundle.make import rules_of

_WHAT = "one decision, confirmed, over zen-engine's decision table"
_GOAL = "at most 1 times"
_ZEN = {"zen": "from the same facts", "zen given": "which is given its flat facts worked out"}
_TIMED = {
    "reference": "the reference evaluator alone",
    "zen": "zen-engine, from the same facts",
    "zen given": "zen-engine, given its flat facts worked out",
}


@dataclass(frozen=True, slots=True)
class _Case:
    """A case that is measured: which requests, and by which way they are confirmed."""

    shown: str
    mine: str
    sampled: bool = False


_CASES = (
    _Case("a pattern never seen before", "first"),
    _Case("a pattern seen before", "again"),
    _Case("sampled requests from an empty memory", "first", sampled=True),
)


def _goal(case: _Case, theirs: str) -> str:
    return f"{_WHAT}, {_ZEN[theirs]}: {case.shown}"


@dataclass(frozen=True, slots=True)
class _Kind:
    """Requests of one kind, with what decides them."""

    deciding: Deciding
    zen: ZenTables
    asked: list[Asked]
    flat: list[FlatRequest]


class OneDecision(Measurement):
    """Deciding requests one by one, where both have the facts of each in memory."""

    name = "one-decision"
    title = "One decision in process"
    goals: ClassVar[Mapping[str, str]] = {
        _goal(case, theirs): _GOAL for case in _CASES for theirs in _ZEN
    }

    def run(self, setting: Setting) -> Measured:
        """Raises ``ValueError`` where any two ways differ over any request."""
        rules = rules_of(ROOT / "policy", "policy")
        with _closing() as close:
            kinds = [
                close(_made(rules, name, setting.size(2000, 40))) for name in rules.rule_set.kinds
            ]
            sampled = [close(_sampled(rules, setting))]
            compared = sum(map(_compare, [*kinds, *sampled]))
            ways = _ways(kinds) | {f"sampled {k}": way for k, way in _ways(sampled).items()}
            times = in_turns(ways, setting.rounds)
            slow = functions(lambda: _all(kinds, _confirmed, afresh=True))
        sizes = {"": _number(kinds), "sampled ": _number(sampled)}
        return Measured(
            tuple(_figures(times, sizes)),
            (_notes(compared, kinds),),
            {},
            {"one decision, every pattern new": slow},
        )


@contextmanager
def _closing() -> Iterator[Callable[[_Kind], _Kind]]:
    kinds: list[_Kind] = []

    def close(kind: _Kind) -> _Kind:
        kinds.append(kind)
        return kind

    try:
        yield close
    finally:
        for each in kinds:
            each.deciding.close()


def _made(rules: Rules, name: str, number: int) -> _Kind:
    """Requests of which no part has a pattern that was seen before."""
    deciding = Deciding(rules.rule_set, rules.rule_set.kinds[name], rules.forms[name])
    rows = made_rows(deciding.kind, number)
    return _kind(deciding, unlike((deciding.asked(row) for row in rows), deciding))


def _sampled(rules: Rules, setting: Setting) -> _Kind:
    """Requests as they come, with their speakers."""
    kind = rules.rule_set.kinds["event"]
    deciding = Deciding(rules.rule_set, kind, rules.forms[kind.kind])
    number = setting.size(5000, 100)
    register = make_register(setting.folder / "sample.parquet", number, kind.kind, flat=False)
    with Queries(rules.rule_set, kind, register) as queries:
        return _kind(deciding, [deciding.asked(row) for row in queries.rows(number)])


def _kind(deciding: Deciding, asked: list[Asked]) -> _Kind:
    flat = [deciding.flat(each) for each in asked]
    return _Kind(deciding, ZenTables(deciding.kind), asked, flat)


def _number(kinds: list[_Kind]) -> int:
    return sum(len(kind.asked) for kind in kinds)


def _compare(kind: _Kind) -> int:
    """How many requests were decided alike by all."""
    kind.deciding.begin(kind.asked[0])
    for asked, flat in zip(kind.asked, kind.flat, strict=True):
        expected = kind.deciding.by_reference(asked)
        if not (kind.zen.found(flat) == expected == kind.deciding.confirmed(asked)):
            raise ValueError(f"The ways of deciding differ over {flat}.")
    return len(kind.asked)


def _ways(kinds: list[_Kind]) -> dict[str, Callable[[], object]]:
    return {
        "first": lambda: _all(kinds, _confirmed, afresh=True),
        "again": lambda: _all(kinds, _confirmed),
        "reference": lambda: _all(kinds, _reference),
        "zen given": lambda: _all(kinds, _zen_given),
        "zen": lambda: _all(kinds, _zen),
    }


def _all(kinds: list[_Kind], way: Callable[[_Kind], None], *, afresh: bool = False) -> float:
    """The seconds for all requests; to load the rules into an engine afresh is none of it."""
    spent = 0.0
    for kind in kinds:
        if afresh:
            kind.deciding.begin(kind.asked[0])
        started = time.perf_counter()
        way(kind)
        spent += time.perf_counter() - started
    return spent


def _confirmed(kind: _Kind) -> None:
    for asked in kind.asked:
        kind.deciding.confirmed(asked)


def _reference(kind: _Kind) -> None:
    for asked in kind.asked:
        kind.deciding.by_reference(asked)


def _zen_given(kind: _Kind) -> None:
    for flat in kind.flat:
        kind.zen.raw(flat)


def _zen(kind: _Kind) -> None:
    for asked in kind.asked:
        kind.zen.found(kind.deciding.flat(asked))


def _figures(times: Mapping[str, Times], sizes: Mapping[str, int]) -> Iterator[Figure]:
    for case in _CASES:
        before = "sampled " if case.sampled else ""
        for theirs in _ZEN:
            ratio = times[before + case.mine].over(times[before + theirs])
            yield Figure(
                _goal(case, theirs),
                f"{ratio.median:.2f} times",
                "from the facts of a request to what is told, all in memory",
                _GOAL,
                met=ratio.median <= 1,
                spread=ratio.spread,
            )
    for case in _CASES:
        yield _micros(
            f"confirmed, {case.shown}",
            times,
            ("sampled " if case.sampled else "") + case.mine,
            sizes,
        )
    for name, shown in _TIMED.items():
        yield _micros(shown, times, name, sizes)
        yield _micros(f"{shown}, sampled requests", times, f"sampled {name}", sizes)


def _micros(shown: str, times: Mapping[str, Times], name: str, sizes: Mapping[str, int]) -> Figure:
    number = sizes["sampled " if name.startswith("sampled ") else ""]
    each = [taken / number * 1e6 for taken in times[name].clock]
    return Figure(
        shown,
        f"{times[name].median / number * 1e6:.1f} µs",
        f"the median round of {number:,} requests, divided by their number",
        spread=f"{min(each):.1f} to {max(each):.1f} µs",
    )


def _notes(compared: int, kinds: list[_Kind]) -> str:
    rows = sum(kind.zen.rows for kind in kinds)
    return (
        f"All ways found the same in all {compared:,} requests before any was timed. The requests"
        f" are of all {len(kinds)} kinds, and no part of any has a pattern of answers that was seen"
        f" before. zen-engine's tables have {rows} rows in all, as few as the rules allow, and are"
        " loaded and asked in the fastest way that it has (by their key). From the same facts, its"
        " flat facts are worked out in the way in which those of durable-rules are."
    )

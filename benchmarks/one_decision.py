"""One decision in process, confirmed, against zen-engine's decision table on the same rules."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import ClassVar

from benchmarks.deciding import Asked, Deciding, unlike
from benchmarks.made_rows import made_rows
from benchmarks.measurement import ROOT, Figure, Measured, Measurement, Setting
from benchmarks.profiling import functions
from benchmarks.timing import Times, in_turns
from benchmarks.zen_table import FlatRequest, ZenTables
from prevent.bundle.make import rules_of

_WHAT = "one decision, confirmed, over zen-engine's decision table"
_GOAL = "at most 1 times"
_CONFIRMED = {"first": "never seen before", "again": "seen before"}
"""The two ways of confirming: a pattern of answers that is new, and one that is remembered."""
_ZEN = {"zen": "from the same facts", "zen given": "which is given its flat facts worked out"}
_TIMED = {
    "first": "confirmed, never seen before",
    "again": "confirmed, seen before",
    "reference": "the reference evaluator alone",
    "zen": "zen-engine, from the same facts",
    "zen given": "zen-engine, given its flat facts worked out",
}


def _goal(mine: str, theirs: str) -> str:
    return f"{_WHAT}, {_ZEN[theirs]}: {_CONFIRMED[mine]}"


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
        _goal(mine, theirs): _GOAL for mine in _CONFIRMED for theirs in _ZEN
    }

    def run(self, setting: Setting) -> Measured:
        """Raises ``ValueError`` where any two ways differ over any request."""
        with _kinds(setting.size(1500, 40)) as kinds:
            number = sum(len(kind.asked) for kind in kinds)
            compared = _compare(kinds)
            times = in_turns(_ways(kinds), setting.rounds)
            slow = functions(lambda: _all(kinds, _confirmed, afresh=True))
        return Measured(
            tuple(_figures(times, number)),
            (_notes(compared, kinds),),
            {},
            {"one decision, every pattern new": slow},
        )


@contextmanager
def _kinds(number: int) -> Iterator[list[_Kind]]:
    rules = rules_of(ROOT / "policy", "policy")
    kinds: list[_Kind] = []
    try:
        for name, kind in rules.rule_set.kinds.items():
            deciding = Deciding(rules.rule_set, kind, rules.forms[name])
            asked = unlike((deciding.asked(row) for row in made_rows(kind, number)), deciding)
            flat = [deciding.flat(each) for each in asked]
            kinds.append(_Kind(deciding, ZenTables(kind), asked, flat))
        yield kinds
    finally:
        for each in kinds:
            each.deciding.close()


def _compare(kinds: list[_Kind]) -> int:
    """How many requests were decided alike by all."""
    compared = 0
    for kind in kinds:
        kind.deciding.begin(kind.asked[0])
        for asked, flat in zip(kind.asked, kind.flat, strict=True):
            expected = kind.deciding.by_reference(asked)
            if not (kind.zen.found(flat) == expected == kind.deciding.confirmed(asked)):
                raise ValueError(f"The ways of deciding differ over {flat}.")
            compared += 1
    return compared


def _ways(kinds: list[_Kind]) -> dict[str, Callable[[], object]]:
    return {
        "first": lambda: _all(kinds, _confirmed, afresh=True),
        "again": lambda: _all(kinds, _confirmed),
        "reference": lambda: _all(kinds, _reference),
        "zen given": lambda: _all(kinds, _zen_given),
        "zen": lambda: _all(kinds, _zen),
    }


def _all(kinds: list[_Kind], way: Callable[[_Kind], None], *, afresh: bool = False) -> None:
    for kind in kinds:
        if afresh:
            kind.deciding.begin(kind.asked[0])
        way(kind)


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


def _figures(times: Mapping[str, Times], number: int) -> Iterator[Figure]:
    for mine in _CONFIRMED:
        for theirs in _ZEN:
            ratio = times[mine].over(times[theirs])
            how = "from the facts of a request to what is told, all in memory"
            yield Figure(
                _goal(mine, theirs),
                f"{ratio.median:.2f} times",
                how,
                _GOAL,
                met=ratio.median <= 1,
                spread=ratio.spread,
            )
    for name, shown in _TIMED.items():
        each = [taken / number * 1e6 for taken in times[name].clock]
        yield Figure(
            shown,
            f"{times[name].median / number * 1e6:.1f} µs",
            f"the median round of {number:,} requests, divided by their number",
            spread=f"{min(each):.1f} to {max(each):.1f} µs",
        )


def _notes(compared: int, kinds: list[_Kind]) -> str:
    rows = sum(kind.zen.rows for kind in kinds)
    return (
        f"All ways found the same in all {compared:,} requests before any was timed. The requests"
        f" are of all {len(kinds)} kinds, no two with the same flat facts; zen-engine's tables have"
        f" {rows} rows in all, as few as the rules allow, and are loaded and asked in the fastest"
        " way that it has (by their key)."
    )

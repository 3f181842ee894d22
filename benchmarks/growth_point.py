"""One point of a curve of growth, measured by a process that can be ended if it takes too long.

``python -m benchmarks.growth_point WAY RULES REQUESTS FOLDER`` prints, as JSON, how many seconds a
decision takes by each evaluator that this way of deciding has.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import duckdb

from benchmarks.deciding import Asked, Deciding, unlike
from benchmarks.large_policy import KIND, load_large_policy
from benchmarks.made_rows import made_rows
from benchmarks.registers import SEED, Queries
from prevent.bulk.sample import Sample, sample_query
from prevent.bundle.make import make_rules
from prevent.rules.compile import compile_policy

_ROUNDS = 3


def in_process(rules: int, requests: int, folder: Path) -> dict[str, float]:
    """One decision after the other, by the reference evaluator and by both evaluators."""
    made = make_rules(load_large_policy(folder, rules))
    kind = made.rule_set.kinds[KIND]
    deciding = Deciding(made.rule_set, kind, made.forms[KIND])
    asked = unlike((deciding.asked(row) for row in made_rows(kind, requests)), deciding)

    def all_by(way: Callable[[Asked], object]) -> None:
        for each in asked:
            way(each)

    def confirmed() -> None:
        deciding.begin(asked[0])
        all_by(deciding.confirmed)

    # Loading the rules into the engine is no part of a decision.
    loading = _median(lambda: deciding.begin(asked[0]))
    both = _median(confirmed)
    alone = _median(lambda: all_by(deciding.by_reference))
    deciding.close()
    return {"reference": alone / len(asked), "confirmed": max(both - loading, 0) / len(asked)}


def in_bulk(rules: int, requests: int, folder: Path) -> dict[str, float]:
    """A register in DuckDB: every finding of every row."""
    rule_set = compile_policy(load_large_policy(folder, rules))
    kind = rule_set.kinds[KIND]
    register = folder / "register.parquet"
    made = sample_query(rule_set, Sample(requests, SEED, kind, flat=True))
    duckdb.execute(f"COPY ({made}) TO '{register}' (FORMAT parquet)")
    with Queries(rule_set, kind, register) as queries:
        return {
            "masks": _median(queries.masks) / requests,
            "found": _median(queries.find) / requests,
        }


WAYS: Mapping[str, Callable[[int, int, Path], dict[str, float]]] = {
    "in-process": in_process,
    "in-bulk": in_bulk,
}


def _median(work: Callable[[], object]) -> float:
    """The seconds it takes, after one time that does not count; one round if it is slow."""
    taken: list[float] = []
    for _ in range(1 + _ROUNDS):
        started = time.perf_counter()
        work()
        taken.append(time.perf_counter() - started)
        if sum(taken) > _ENOUGH:
            break
    return sorted(taken[1:] or taken)[len(taken[1:] or taken) // 2]


_ENOUGH = 8
"""After so many seconds no other round is begun."""


def main(written: Sequence[str]) -> int:
    """Print the seconds; the exit status."""
    way, rules, requests, folder = written
    print(json.dumps(WAYS[way](int(rules), int(requests), Path(folder))))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

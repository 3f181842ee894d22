"""A register of ten million flat requests decided in DuckDB, against no more than reading it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import ClassVar

from benchmarks.measurement import AS_OF, ROOT, Figure, Measured, Measurement, Setting
from benchmarks.registers import SEED, VIEWED, Queries, make_register
from benchmarks.timing import Ratio, Times, in_turns, prevent, processes
from prevent.bundle.make import rules_of

KIND = "event"
_ROWS = 10_000_000
_SECONDS = 60
"""How long a part of the measurement may go on, unless a single round takes longer."""

_RATE = 5e6
_SCANS = 8
_RATE_GOAL = "at least 5 million a second"
_SCAN_GOAL = "at most 8 times"

_FOUND = "bulk, every finding, consumed in DuckDB"
_DECIDED = "bulk, prevent decide, from Parquet to Parquet"
_SCAN = "a bare scan of the same columns"
_COPY = "decisions written with nothing found out: a reference read, no finding"
_VIEW = "the published view, consumed in DuckDB"


def _over(what: str) -> str:
    return f"{what}, over {_SCAN}"


class Bulk(Measurement):
    """The query alone, and the whole command, which also judges every row and writes Parquet."""

    name = "bulk"
    title = "A register of 10 million requests"
    goals: ClassVar[Mapping[str, str]] = {
        _FOUND: _RATE_GOAL,
        _over(_FOUND): _SCAN_GOAL,
        _DECIDED: _RATE_GOAL,
        _over(_DECIDED): _SCAN_GOAL,
    }

    def run(self, setting: Setting) -> Measured:
        """Raises ``NotMeasuredError`` where a command fails."""
        number = setting.size(_ROWS, 2000)
        rules = rules_of(ROOT / "policy", "policy")
        register = make_register(setting.folder / "register.parquet", number, KIND)
        setting.say(f"    made a register of {register.stat().st_size / 1e6:.0f} MB")
        with Queries(rules.rule_set, rules.rule_set.kinds[KIND], register) as queries:
            combinations, share = queries.told()
            ways: dict[str, Callable[[], object]] = {
                "count": queries.count_values,
                "scan": queries.read_values,
                "masks": queries.masks,
                "found": queries.find,
                "view": queries.view,
            }
            times = in_turns(ways, setting.rounds, _SECONDS)
            # What is written is still on its way to the disk when the next way has begun.
            times |= in_turns({"copy": queries.copy}, setting.rounds, _SECONDS / 4)
            goes = queries.time_goes()
        command = prevent("decide", str(register), "--as-of", AS_OF.isoformat())
        command += ["--out", str(setting.folder / "decisions.parquet")]
        times |= processes({"decided": command}, setting.size(2, 1), _SECONDS / 2)
        note = (
            f"The register is that of prevent sample --rows {number} --seed {SEED} --kind {KIND}"
            f" --flat. It has {combinations} combinations of findings;"
            f" {share:.1%} of the requests have a finding at all. The bare scan reads every"
            " value of the columns that the rules look at, into one hash; counting what they hold"
            " reads less. The query judges every cell as prevent decide does, and finds all there"
            " is to find; prevent decide also looks for repeated references, confirms each"
            " combination of findings on a row of it, and writes the decisions and the rejects."
            " What it cannot be quicker than is shown by the decisions written with nothing found"
            " out: the same columns, every row allowed, from one look at the references; to that"
            " come the look that judges every row, and the start of Python."
        )
        return Measured(
            tuple(_figures(times, number)), (note,), time_goes={"deciding in DuckDB": goes}
        )


def _figures(times: Mapping[str, Times], number: int) -> Iterator[Figure]:
    for name, what in (("found", _FOUND), ("decided", _DECIDED)):
        rate = number / times[name].median
        yield Figure(
            what,
            _rate(rate),
            f"{number:,} requests in {times[name].median:.2f} s",
            _RATE_GOAL,
            met=rate >= _RATE,
            spread=_spread(times[name], number),
        )
        ratio = Ratio(tuple(taken / times["scan"].median for taken in times[name].clock))
        yield Figure(
            _over(what),
            f"{ratio.median:.1f} times",
            "over the median scan; by a scan that only counts:"
            f" {times[name].median / times['count'].median:.1f} times",
            _SCAN_GOAL,
            met=ratio.median <= _SCANS,
            spread=ratio.spread,
        )
    for name, what, rows in (
        ("scan", f"{_SCAN}, every value into a hash", number),
        ("count", f"{_SCAN}, counting the values", number),
        ("masks", "judging, and the masks of the findings, consumed in DuckDB", number),
        ("copy", _COPY, number),
        ("view", _VIEW, min(number, VIEWED)),
    ):
        yield Figure(
            what,
            _rate(rows / times[name].median),
            f"{rows:,} requests in {times[name].median:.2f} s",
            spread=_spread(times[name], rows),
        )


def _rate(rate: float) -> str:
    return f"{rate / 1e6:.2f} million a second"


def _spread(times: Times, number: int) -> str:
    slow, fast = number / max(times.clock) / 1e6, number / min(times.clock) / 1e6
    return f"{slow:.2f} to {fast:.2f} million in {len(times.clock)} rounds"

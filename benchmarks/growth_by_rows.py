"""How the time grows with the rows of a register; the largest register, and what it was like.

The largest takes minutes and gigabytes, so it is measured only where it is asked for, and kept in a
file with its day and its revision; the other runs show it as it was then.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import time
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.machine import commit
from benchmarks.measurement import AS_OF, ROOT, NotMeasuredError, Setting
from benchmarks.memory import prevent_measured
from benchmarks.registers import Queries, make_register
from benchmarks.timing import environment, in_turns
from prevent.bundle.make import rules_of

KIND = "event"
_ROWS = (1_000, 10_000, 100_000, 1_000_000, 10_000_000)
_BYTES_A_ROW = 80
"""The disk that a row takes, as it comes and as it is decided, at most, with some room."""

_LARGEST = ROOT / "benchmarks" / "largest.json"


@dataclass(frozen=True, slots=True)
class Largest:
    """The largest register: the seconds of the query, those of ``prevent decide``, and its memory.

    ``peak`` is in bytes.
    """

    rows: int
    found: float
    decided: float
    peak: int
    day: str
    commit: str

    def words(self) -> str:
        """What it came to, in a sentence."""
        return (
            f"The largest register: prevent decide took {self.decided:.1f} s for {self.rows:,}"
            f" rows ({self.rows / self.decided / 1e6:.2f} million a second) and"
            f" {self.peak / 1024**3:.2f} GiB of memory at its peak; the query alone"
            f" {self.found:.1f} s. Measured on {self.day} at {self.commit}."
        )


def sizes(setting: Setting) -> tuple[int, ...]:
    """The numbers of rows: more than usual only where it is asked for.

    Raises ``NotMeasuredError`` where the disk has no room for them.
    """
    if setting.quick:
        return (100, 1000)
    most = setting.rows or _ROWS[-1]
    room = shutil.disk_usage(setting.folder).free
    if room < most * _BYTES_A_ROW:
        raise NotMeasuredError(f"{most:,} rows need {most * _BYTES_A_ROW / 1e9:.0f} GB of disk.")
    return (*(each for each in _ROWS if each < most), most)


def by_rows(setting: Setting) -> tuple[dict[int, float], Largest]:
    """The seconds of the query by the number of rows, and the largest register."""
    rules = rules_of(ROOT / "policy", "policy")
    curve: dict[int, float] = {}
    decided, peak = 0.0, 0
    for rows in sizes(setting):
        register = make_register(setting.folder / "rows.parquet", rows, KIND)
        with Queries(rules.rule_set, rules.rule_set.kinds[KIND], register) as queries:
            curve[rows] = in_turns({"": queries.find}, 3, 20)[""].median
        if rows == sizes(setting)[-1]:
            decided, peak = _decide(register)
        register.unlink()
    day = f"{datetime.now(UTC):%Y-%m-%d}"
    measured = Largest(rows, curve[rows], decided, peak, day, commit())
    if setting.quick:
        return curve, measured
    kept = _kept()
    if kept is None or measured.rows >= kept.rows:
        _LARGEST.write_text(json.dumps(asdict(measured), indent=2) + "\n", encoding="utf-8")
        kept = measured
    return curve | {kept.rows: kept.found}, kept


def _kept() -> Largest | None:
    if not _LARGEST.exists():
        return None
    return Largest(**json.loads(_LARGEST.read_text(encoding="utf-8")))


def _decide(register: Path) -> tuple[float, int]:
    """The seconds and the bytes of memory that ``prevent decide`` takes."""
    out = register.parent / "decided.parquet"
    command = prevent_measured(
        "decide", str(register), "--as-of", AS_OF.isoformat(), "--out", str(out)
    )
    started = time.perf_counter()
    done = subprocess.run(command, cwd=ROOT, env=environment(), capture_output=True, check=False)
    seconds = time.perf_counter() - started
    if done.returncode not in (0, 1):
        raise NotMeasuredError("prevent decide failed")
    for each in register.parent.glob("decided*.parquet"):
        each.unlink()
    return seconds, int(done.stderr.split()[-1])

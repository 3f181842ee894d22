"""``make fuzz N=1000000 SEED=1``: try so many inputs on all entries, on one core, and tell."""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from benchmarks.machine import machine
from fuzz.entries import ENTRIES, ROOT

RECORD = ROOT / "benchmarks" / "FUZZ.md"
_DOCUMENTED = 1_000_000
_BY_PROPERTIES = 0.05
_HEADINGS = (
    *("entry", "what is tried", "how", "inputs", "seconds", "slowest input, ms", "peak memory, MB"),
    *("faults", "revision", "day"),
)


def main() -> int:
    """Run every entry in turn; 1 where any input broke anything."""
    parser = argparse.ArgumentParser(prog="python -m fuzz", description=__doc__)
    parser.add_argument("--inputs", type=int, default=_DOCUMENTED, metavar="N")
    parser.add_argument("--seed", type=int, default=1, metavar="S")
    parser.add_argument("--only", choices=ENTRIES, action="append", help="this entry, with all N")
    parser.add_argument("--record", action="store_true", help="also where N is small")
    arguments = parser.parse_args()
    about = machine()
    chosen = arguments.only or ENTRIES
    whole = sum(ENTRIES[name].share for name in chosen)
    rows: list[tuple[str, ...]] = []
    broken: list[str] = []
    with tempfile.TemporaryDirectory(prefix="prevent-fuzz-") as folder:
        for name in chosen:
            # Rounded up, and with a few to spare: no entry tries fewer than its share.
            count = arguments.inputs * ENTRIES[name].share // whole + 20
            for how, part in _ways(count).items():
                found = _run(how, name, part, arguments.seed, Path(folder))
                day = f"{datetime.now(UTC):%Y-%m-%d}"
                rows.append((*_row(name, how, found), about["commit"], day))
                broken += [f"- {name}: {kind}" for kind in found["faults"]]
                print(" | ".join(rows[-1]), flush=True)
    print("\n".join(broken))
    if arguments.record or arguments.inputs >= _DOCUMENTED:
        order = list(ENTRIES)
        earlier = [row for row in recorded() if row[0] not in chosen]
        rows = sorted([*earlier, *rows], key=lambda row: order.index(row[0]))
        RECORD.write_text(_record(rows, about, arguments.seed), encoding="utf-8")
    return int(bool(broken))


def recorded() -> list[tuple[str, ...]]:
    """The rows of the record there is."""
    text = RECORD.read_text(encoding="utf-8") if RECORD.exists() else ""
    rows = [tuple(line.strip("| ").split(" | ")) for line in text.splitlines()]
    return [row for row in rows if row[0] in ENTRIES and len(row) == len(_HEADINGS)]


def _ways(count: int) -> dict[str, int]:
    """How many inputs each way of making them is asked for."""
    if find_spec("atheris") is None:
        print("atheris is not installed, so nothing guides the inputs: pip install '.[fuzz]'.")
        return {"by_properties": count}
    by_properties = int(count * _BY_PROPERTIES) + 1
    return {"guided": count - by_properties, "by_properties": by_properties}


def _run(how: str, name: str, count: int, seed: int, folder: Path) -> dict[str, Any]:
    results = folder / f"{name}-{how}.json"
    log = folder / f"{name}-{how}.log"
    with log.open("wb") as out:
        done = subprocess.run(
            [sys.executable, "-m", f"fuzz.{how}", name, str(count), str(seed), str(results)],
            cwd=ROOT,
            check=False,
            stdout=out,
            stderr=subprocess.STDOUT,
            env={**os.environ, "TMPDIR": str(folder)},  # what it leaves behind goes with the folder
            preexec_fn=lambda: os.nice(19),
        )
    if done.returncode == 0 and results.exists():
        found: dict[str, Any] = json.loads(results.read_text(encoding="utf-8"))
        return found
    tail = log.read_text(encoding="utf-8", errors="replace")[-2_000:]
    print(tail, file=sys.stderr)
    ended = {f"the process ended with {done.returncode}": tail[-200:]}
    return {"inputs": 0, "seconds": 0, "slowest": 0, "megabytes": 0, "faults": ended}


def _row(name: str, how: str, found: dict[str, Any]) -> tuple[str, ...]:
    return (
        name,
        ENTRIES[name].about,
        {"guided": "atheris", "by_properties": "Hypothesis"}[how],
        f"{found['inputs']:,}",
        f"{found['seconds']:.0f}",
        f"{found['slowest'] * 1000:.0f}",
        f"{found['megabytes']:.0f}",
        f"{len(found['faults'])}",
    )


def _record(rows: list[tuple[str, ...]], about: dict[str, str], seed: int) -> str:
    """The record of the runs, as it is committed."""

    def total(column: str) -> str:
        place = _HEADINGS.index(column)
        return f"{sum(int(row[place].replace(',', '')) for row in rows):,}"

    kept = {key: text for key, text in about.items() if key not in ("libraries", "commit")}
    kept |= {
        "seed": str(seed),
        "inputs in all": total("inputs"),
        "seconds in all": f"{total('seconds')}, in one process at a time, which gave way to others",
        "faults in all": total("faults"),
    }
    lines = [
        "# Text that nobody would write",
        "",
        "Written by `make fuzz`, and only by it. `tests/fuzz/` says what is tried. A fault is any",
        "exception but an error that is told, an input that takes more than a second of the",
        "processor's time, memory above 500 MB, or a report that could do more than be read.",
        "What was found, and mended, is in `tests/fuzz/cases/`. These are the latest runs.",
        "",
        *("|  |  |", "| --- | --- |"),
        *(f"| {key} | {text} |" for key, text in kept.items()),
        "",
        f"| {' | '.join(_HEADINGS)} |",
        f"| {' | '.join('---' for _ in _HEADINGS)} |",
        *(f"| {' | '.join(row)} |" for row in rows),
    ]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.exit(main())

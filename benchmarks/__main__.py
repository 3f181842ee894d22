"""``python -m benchmarks``: measure, and write what it came to."""

from __future__ import annotations

import argparse
import signal
import sys
import tempfile
import time
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.machine import load, machine
from benchmarks.measurement import (
    ROOT,
    Figure,
    Measured,
    Measurement,
    NotMeasuredError,
    Setting,
)
from benchmarks.results import Run, results
from benchmarks.table import MEASUREMENTS


def main(written: Sequence[str] | None = None) -> int:
    """Run the measurements asked for and write the results; the exit status."""
    arguments = _arguments(written)
    # Being ended is taken as Ctrl-C is: the data goes.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    names: list[str] = arguments.only or list(MEASUREMENTS)
    wanted = [MEASUREMENTS[name] for name in dict.fromkeys(names)]
    out = _folder(arguments)
    before, started, clock = load(), datetime.now(UTC), time.monotonic()
    measured: dict[Measurement, Measured] = {}
    for measurement in wanted:
        _say(f"{measurement.title} ...")
        with tempfile.TemporaryDirectory(prefix="prevent-bench-", dir=arguments.work) as folder:
            setting = Setting(Path(folder), arguments.quick, arguments.rows, _say)
            measured[measurement] = _measured(measurement, setting)
        for figure in measured[measurement].figures:
            _say(f"    {figure.what}: {figure.figure}")
    seconds = time.monotonic() - clock
    run = Run(measured, machine(), started, seconds, (before, load()), arguments.quick)
    _write(out, results(run), measured.values())
    _say(f"Written: {out / 'RESULTS.md'}, after {seconds:.0f} seconds.")
    return 0


def _arguments(written: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument(
        "--only",
        action="append",
        choices=list(MEASUREMENTS),
        help="measure only this; may be given several times",
    )
    parser.add_argument("--quick", action="store_true", help="at toy size, to see that all runs")
    parser.add_argument(
        "--rows",
        type=int,
        metavar="ROWS",
        help="up to how many rows the growth of a register is measured (10000000)",
    )
    parser.add_argument(
        "--out",
        type=Path,
        metavar="FOLDER",
        help="where RESULTS.md goes (benchmarks; build/benchmarks with --only or --quick)",
    )
    parser.add_argument(
        "--work", type=Path, metavar="FOLDER", help="where data lies meanwhile (the usual place)"
    )
    return parser.parse_args(written)


def _folder(arguments: argparse.Namespace) -> Path:
    """Where the results go: part of them, or toy ones, never where the whole stands."""
    part = arguments.quick or arguments.only
    named: Path | None = arguments.out
    return named or (ROOT / "build" / "benchmarks" if part else ROOT / "benchmarks")


def _measured(measurement: Measurement, setting: Setting) -> Measured:
    try:
        return measurement.run(setting)
    except NotMeasuredError as error:
        told = f"not measured: {error}"
        return Measured(tuple(Figure(w, told, goal=g) for w, g in measurement.goals.items()))


def _write(out: Path, text: str, measured: Iterable[Measured]) -> None:
    plots = out / "plots"
    plots.mkdir(parents=True, exist_ok=True)
    for each in measured:
        for name, svg in each.plots.items():
            (plots / name).write_text(svg, encoding="utf-8")
    (out / "RESULTS.md").write_text(text, encoding="utf-8")


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        _say("Stopped. Nothing was written.")
        sys.exit(130)

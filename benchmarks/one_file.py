"""``check`` of one file, cold, against loading three common libraries."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import ClassVar

from benchmarks.measurement import AS_OF, Figure, Measured, Measurement, Setting
from benchmarks.profiling import process
from benchmarks.timing import Times, prevent, processes

_FILE = "requests/events/ev-2026-014.yaml"
_IMPORTS = "import yaml, jsonschema, click"
_WHAT = f'check of one file, cold, over python -c "{_IMPORTS}"'
_GOAL = "at most 1.3 times"
_MOST = 1.3


class OneFile(Measurement):
    """Whole processes: from the command line to the report."""

    name = "one-file"
    title = "check of one file, cold"
    goals: ClassVar[Mapping[str, str]] = {_WHAT: _GOAL}

    def run(self, setting: Setting) -> Measured:
        """Raises ``NotMeasuredError`` where a check fails, as where rules/ is not current."""
        check = ["check", _FILE, "--as-of", AS_OF.isoformat()]
        ways = {
            "check": prevent(*check),
            "imports": [sys.executable, "-c", _IMPORTS],
            "nothing": [sys.executable, "-c", ""],
        }
        times = processes(ways, setting.size(25, 1))
        ratio = times["check"].over(times["imports"])
        goal = Figure(
            _WHAT,
            f"{ratio.median:.2f} times",
            "whole processes in turns, the modules compiled",
            _GOAL,
            ratio.median <= _MOST,
            ratio.spread,
        )
        return Measured(
            (
                goal,
                _figure("prevent check", times["check"]),
                _figure(_IMPORTS, times["imports"]),
                _figure("Python alone", times["nothing"]),
            ),
            (f"The file is {_FILE}; rules/ is current, so the policy is not compiled.",),
            time_goes={"check of one file, cold": process(check, setting.folder)},
        )


def _figure(what: str, times: Times) -> Figure:
    spread = f"{min(times.clock) * 1e3:.0f} to {max(times.clock) * 1e3:.0f} ms"
    return Figure(what, f"{times.median * 1e3:.0f} ms", "one process", spread=spread)

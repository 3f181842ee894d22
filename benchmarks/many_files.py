"""``check`` of ten thousand files, against no more than parsing them."""

from __future__ import annotations

import random
import re
import sys
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import ClassVar

from benchmarks.measurement import AS_OF, ROOT, Figure, Measured, Measurement, Setting
from benchmarks.profiling import process
from benchmarks.timing import prevent, processes

_FILES = 10_000
_WHAT = "check of 10,000 YAML files, over parsing them with the C loader"
_GOAL = "at most 2 times"
_MOST = 2
_DAY = re.compile(r"\b20\d\d-\d\d-\d\d\b")
_TITLE = re.compile(r"^title:.*$", re.MULTILINE)

_FILES_ARE = (
    "The files are the sample requests of this repository that hold one request, comments and all,"
    " each with a title of its own and its dates moved by up to ten days."
)
_CORES_ARE = (
    "A check shares many files out among as many processes as there are cores; with --jobs 1 it has"
    " one. The loop that only parses has one, as Python has it: what it is compared with is what"
    " somebody waits for. Processor time counts all processes together."
)

_SHOWN = {
    "check": "prevent check",
    "alone": "prevent check --jobs 1",
    "parse": "yaml.load, CSafeLoader",
}

_PARSE = """
import sys
from pathlib import Path
import yaml
for path in sorted(Path(sys.argv[1]).iterdir()):
    yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)
"""


class ManyFiles(Measurement):
    """Whole processes: from the command line to the report."""

    name = "many-files"
    title = "check of many files"
    goals: ClassVar[Mapping[str, str]] = {_WHAT: _GOAL}

    def run(self, setting: Setting) -> Measured:
        """Raises ``NotMeasuredError`` where a check fails."""
        number = setting.size(_FILES, 30)
        folder = setting.folder / "requests"
        _write(folder, number)
        check = ["check", str(folder), "--as-of", AS_OF.isoformat()]
        alone = [*check, "--jobs", "1"]
        ways = {
            "check": prevent(*check),
            "alone": prevent(*alone),
            "parse": [sys.executable, "-c", _PARSE, str(folder)],
        }
        times = processes(ways, setting.rounds)
        ratio, in_one = (times[way].over(times["parse"]) for way in ("check", "alone"))
        figures = [
            Figure(
                _WHAT,
                f"{ratio.median:.2f} times",
                "whole processes, the files in the file system's cache",
                _GOAL,
                ratio.median <= _MOST,
                ratio.spread,
            ),
            Figure(
                f"{_WHAT}: in one process",
                f"{in_one.median:.2f} times",
                "the same with --jobs 1",
                spread=in_one.spread,
            ),
        ]
        for name, shown in _SHOWN.items():
            median = times[name].median
            per_file = f"{median:.2f} s, {median / number * 1e6:.0f} µs a file"
            figures.append(Figure(shown, per_file, f"{number:,} files"))
        return Measured(
            tuple(figures),
            (_FILES_ARE, _CORES_ARE),
            time_goes={f"check of {number:,} files, --jobs 1": process(alone, setting.folder)},
        )


def _write(folder: Path, number: int) -> None:
    """So many request files, each made from one of the samples."""
    folder.mkdir()
    chance = random.Random(1)  # noqa: S311 (nothing is kept secret by it)
    texts = [path.read_text("utf-8") for path in sorted((ROOT / "requests").rglob("*.yaml"))]
    texts = [text for text in texts if "\n---" not in text]
    for index in range(number):
        text = _TITLE.sub(f"title: Request {index} of many", chance.choice(texts))
        text = _DAY.sub(lambda day: _moved(day[0], chance), text)
        (folder / f"request-{index:05}.yaml").write_text(text, encoding="utf-8")


def _moved(day: str, chance: random.Random) -> str:
    """The day, or one up to ten days later."""
    days = chance.choice([0, 0, 1, 2, 5, 10])
    return (date.fromisoformat(day) + timedelta(days=days)).isoformat()

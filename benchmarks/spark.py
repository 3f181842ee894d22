"""Registers decided on Spark, on this machine: what a row costs here, it costs a cluster too."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator, Mapping
from importlib.util import find_spec
from typing import ClassVar

from benchmarks.measurement import AS_OF, Figure, Measured, Measurement, Setting
from benchmarks.registers import make_register
from benchmarks.timing import prevent, process

KIND = "event"
_SIZES = (1_000_000, 10_000_000)
_TOY = (500,)


class Spark(Measurement):
    """The whole command, from Parquet to Parquet, in local mode."""

    name = "spark"
    title = "A register on Spark, on this machine"
    goals: ClassVar[Mapping[str, str]] = {}

    def run(self, setting: Setting) -> Measured:
        """Nothing is measured where Spark or Java is not installed."""
        if find_spec("pyspark") is None or shutil.which("java") is None:
            return Measured((), ("Spark is not installed here (make install-spark).",))
        taken: dict[int, tuple[float, float]] = {}
        for number in _TOY if setting.quick else _SIZES:
            register = make_register(setting.folder / f"spark-{number}.parquet", number, KIND)
            setting.say(f"    made a register of {register.stat().st_size / 1e6:.0f} MB")
            out = setting.folder / f"decided-{number}.parquet"
            command = prevent("decide", str(register), "--as-of", AS_OF.isoformat())
            started = time.perf_counter()
            used = process([*command, "--engine", "spark", "--out", str(out)])
            taken[number] = (time.perf_counter() - started, used)
            register.unlink()
            for each in (out, out.with_name(f"{out.stem}.rejects.parquet")):
                shutil.rmtree(each)
        note = (
            "Each is one run of prevent decide --engine spark on this machine, from Parquet to"
            " Parquet. Core-seconds are processor time of the command, of Java and of all tasks"
            " together. The cost of a further million leaves out what every run takes, however"
            " small: it starts Java, and plans its queries."
        )
        return Measured(tuple(_figures(taken)), (note,))


def _figures(taken: Mapping[int, tuple[float, float]]) -> Iterator[Figure]:
    for number, (clock, used) in taken.items():
        yield Figure(
            f"prevent decide --engine spark, {number:,} requests",
            f"{used:.0f} core-seconds",
            f"{clock:.0f} s by the clock",
        )
    if len(taken) > 1:
        (few, (_, less)), *_, (many, (_, more)) = taken.items()
        million = (more - less) / (many - few) * 1e6
        yield Figure(
            "a further million requests on Spark",
            f"{million:.1f} core-seconds",
            f"so a billion take about {million / 3.6:.1f} cores for an hour, as an ESTIMATE",
        )

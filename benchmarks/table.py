"""The measurements there are: one row each."""

from __future__ import annotations

from collections.abc import Mapping

from benchmarks.bulk import Bulk
from benchmarks.growth import Growth
from benchmarks.lighthouse import Lighthouse
from benchmarks.loops import Loops
from benchmarks.many_files import ManyFiles
from benchmarks.measurement import Measurement
from benchmarks.one_decision import OneDecision
from benchmarks.one_file import OneFile
from benchmarks.spark import Spark

MEASUREMENTS: Mapping[str, Measurement] = {
    each.name: each
    for each in (
        Bulk(),
        Loops(),
        OneDecision(),
        ManyFiles(),
        OneFile(),
        Growth(),
        Spark(),
        Lighthouse(),
    )
}

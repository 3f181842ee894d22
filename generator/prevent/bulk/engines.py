"""The engines that decide registers: one row each."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from prevent.bulk.deciding import Job, Named, Summary
from prevent.bulk.in_duckdb import decide_in_duckdb
from prevent.bulk.on_spark.deciding import decide_on_spark
from prevent.bulk.on_spark.storage import Folder
from prevent.bulk.output import Output
from prevent.bulk.progress import Progress


@dataclass(frozen=True, slots=True)
class Choice:
    """An engine: what decides a job, and what it makes of the name of what is to be written.

    ``same`` says of two of these whether they are in one place.
    ``has_master`` where the work may be done by a cluster.
    """

    decide: Callable[[Job[Any], Progress], Summary]
    output: Callable[[str], Named]
    same: Callable[[Any, Any], bool]
    has_master: bool = False


ENGINES: Mapping[str, Choice] = {
    "duckdb": Choice(decide_in_duckdb, Output.of, lambda one, other: one.file == other.file),
    "spark": Choice(
        decide_on_spark, Folder.of, lambda one, other: one.path == other.path, has_master=True
    ),
}
"""The engines by their names."""

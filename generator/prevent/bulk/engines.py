"""The engines that decide registers: one row each."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from prevent.bulk.deciding import Job, Summary, decide_in_duckdb
from prevent.bulk.progress import Progress

ENGINES: Mapping[str, Callable[[Job, Progress], Summary]] = {"duckdb": decide_in_duckdb}
"""What decides a job, by the name of the engine."""

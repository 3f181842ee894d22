"""Registers of many requests: decided, decided by two versions of a policy, or made up."""

from __future__ import annotations

import os
import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import NamedTuple

from prevent.api.rules import load_rules
from prevent.bulk.database import MEMORY, Database, memory_size
from prevent.bulk.deciding import Job, Out, Source, Summary
from prevent.bulk.engines import ENGINES
from prevent.bulk.output import Output
from prevent.bulk.progress import Progress
from prevent.bulk.sample import Sample, sample_query
from prevent.bulk.stored import FORMATS
from prevent.bundle.current import Rules
from prevent.dates import today
from prevent.faults import Fault, Place, PreventError
from prevent.project import find_project
from prevent.reading.nearest import did_you_mean, one_of
from prevent.reading.quoting import quoted
from prevent.replay.replaying import Replayed
from prevent.replay.replaying import replay as replayed
from prevent.replay.versions import Version, version
from prevent.rules.columns import columns
from prevent.rules.ruleset import KindRules

__all__ = [
    "ENGINES",
    "FORMATS",
    "MEMORY",
    "Decided",
    "Register",
    "Replay",
    "Sampled",
    "Source",
    "decide_register",
    "load_rules",
    "memory_size",
    "replay",
    "sample",
]


@dataclass(frozen=True, slots=True)
class Register:
    """A register, and how it is decided: on which day, of which kind, and with what.

    ``as_of`` is today if left out. ``kind`` is that of every row, where no column says it.
    """

    source: Source
    as_of: date | None = None
    policy_as_of: date | None = None
    kind: str | None = None
    threads: int | None = None
    memory: str = MEMORY

    def job(self, rules: Rules, out: Out, rejects: Out, master: str | None = None) -> Job[Out]:
        """What is to be decided. Raises ``PreventError`` where there is no such kind."""
        kinds = rules.rule_set.kinds
        if self.kind is not None:
            _kind(self.kind, kinds)
        return Job(
            rules,
            self.source,
            out,
            rejects,
            self.as_of or today(),
            self.policy_as_of,
            self.kind,
            self.threads,
            self.memory,
            master,
        )


class Decided(NamedTuple):
    """What came of a register: the counts, the names of what was written, and the seconds taken."""

    summary: Summary
    out: str
    rejects: str
    seconds: float


def decide_register(
    rules: Rules,
    register: Register,
    out: str,
    rejects: str | None = None,
    *,
    engine: str = "duckdb",
    master: str | None = None,
) -> Decided:
    """Decide every row of a register, and write the decisions and the rejects, both or neither.

    The rejects go beside ``out`` if not said. ``master`` is the Spark cluster that decides. Raises
    ``PreventError`` where the register cannot be read or the results cannot be written.
    """
    chosen = ENGINES[engine]
    if master and not chosen.has_master:
        raise PreventError(
            [Fault(Place("--master"), "Only Spark has a master.", "Add --engine spark.")]
        )
    decisions, wrong = chosen.output(out), chosen.output(rejects or _beside(out))
    if chosen.same(decisions, wrong):
        message = "The decisions and the rejects would go to the same file."
        raise PreventError([Fault(Place(out), message)])
    job = register.job(rules, decisions, wrong, master)
    started = time.monotonic()
    summary = chosen.decide(job, Progress())
    return Decided(summary, decisions.shown, wrong.shown, time.monotonic() - started)


class Replay(NamedTuple):
    """A register decided by two versions. ``out`` names the file that lists every change."""

    replayed: Replayed
    earlier: Version
    later: Version
    out: str


def replay(
    policy: str | None,
    earlier: str,
    later: str | None,
    register: Register,
    *,
    out: str | None = None,
    samples: int = 3,
) -> Replay:
    """Decide a register by two versions of a policy, and say which decisions differ.

    A version is a policy folder or a Git revision; ``later`` is the policy folder itself if left
    out. Every change is listed in the file ``out``, and of each sort there are so many
    ``samples``. Raises ``PreventError``.
    """
    listed = Output.of(out) if out else None
    project = find_project(policy)
    before, after = version(earlier, project), version(later or project.shown, project)
    found = replayed(before, after, partial(Register.job, register), listed, samples)
    return Replay(found, before, after, listed.shown if listed else "")


class Sampled(NamedTuple):
    """A register that was made: how many rows of which kind, and the file that holds them."""

    rows: int
    kind: str
    out: str


def sample(  # noqa: PLR0913 (each is a thing of its own, and all but two are named)
    rules: Rules,
    out: str,
    *,
    kind: str | None = None,
    rows: int = 1000,
    seed: int = 1,
    flat: bool = False,
    invalid: float = 0.0,
) -> Sampled:
    """Make a register of requests. The same number of rows and the same seed give the same rows.

    ``kind`` may be left out where there is only one. ``flat`` leaves lists out. ``invalid`` is the
    share of rows in which one cell is spoiled. Raises ``PreventError``.
    """
    output = Output.of(out)
    own = _kind(kind, rules.rule_set.kinds)
    query = sample_query(rules.rule_set, Sample(rows, seed, own, flat, invalid))
    progress = Progress()
    with Database(output.near, memory=MEMORY) as database:
        watch = progress.stage("making requests", rows)
        plain = flat or invalid
        lists = () if plain else [each.name for each in columns(own) if each.type == "list"]
        draft, made = output.write(database, query, lists, watch=watch)
        output.put(draft)
    progress.clear()
    return Sampled(made, own.kind, output.shown)


def _kind(named: str | None, kinds: Mapping[str, KindRules]) -> KindRules:
    """The kind that is named, or the only one. Raises ``PreventError``."""
    if named is None and len(kinds) == 1:
        return next(iter(kinds.values()))
    if named is None:
        message = "There are several kinds of request."
        raise PreventError([Fault(Place("--kind"), message, one_of(kinds))])
    if named not in kinds:
        message = f"There is no kind of request {quoted(named)}."
        raise PreventError([Fault(Place("--kind"), message, did_you_mean(named, kinds))])
    return kinds[named]


def _beside(out: str) -> str:
    before, end = os.path.splitext(out.rstrip("/"))  # noqa: PTH122 (it may be no path of this machine)
    return f"{before}.rejects{end}"

"""A register decided by two versions of the policy, and what differs."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from prevent.bulk.database import Database, DatabaseError
from prevent.bulk.deciding import Job, Summary
from prevent.bulk.in_duckdb import decide_in_duckdb
from prevent.bulk.output import Output
from prevent.bulk.progress import Progress
from prevent.bundle.current import Rules
from prevent.faults import Fault, Place, PreventError
from prevent.reading.quoting import safe
from prevent.replay.compare import CHANGES, LISTS, Comparison, compare
from prevent.replay.versions import Version

DECISIONS, REJECTS = "decisions.parquet", "rejects.parquet"


@dataclass(frozen=True, slots=True)
class Replayed:
    """What came of a replay: what each version decided, and what differs."""

    before: Summary
    after: Summary
    comparison: Comparison


ToDecide = Callable[[Rules, Output, Output], Job[Output]]
"""What is to be decided, by these rules, with decisions and rejects in these files."""


def replay(
    earlier: Version, later: Version, to_decide: ToDecide, out: Output | None, samples: int
) -> Replayed:
    """Decide a register by two versions and compare row by row.

    ``out`` is where the changed rows are listed; of each change, ``samples`` rows are given. Raises
    ``PreventError`` as ``prevent decide`` does, naming the version.
    """
    near = out.file.parent if out else Path(tempfile.gettempdir())
    with tempfile.TemporaryDirectory(dir=near, prefix=".prevent-") as folder:
        files: list[Path] = []
        made: list[Summary] = []
        for place, version in (("before", earlier), ("after", later)):
            own = Path(folder, place)
            own.mkdir()
            files.append(own / DECISIONS)
            job = to_decide(version.rules, *_outputs(own))
            made.append(_decided(version, job))
        progress = Progress()
        with Database(Path(folder), threads=job.threads, memory=job.memory) as database:
            watch = progress.stage("comparing", made[1].rows)
            try:
                comparison = compare(database, files[0], files[1], samples, watch)
            except DatabaseError as error:
                message = f"The decisions could not be compared: {safe(str(error), 300)}"
                raise PreventError([Fault(Place(job.source.shown), message)]) from error
            finally:
                progress.clear()
            if out:
                draft, _ = out.write(database, CHANGES, LISTS, given=("reference",), watch=watch)
                out.put(draft)
                progress.clear()
        return Replayed(made[0], made[1], comparison)


def _outputs(folder: Path) -> tuple[Output, Output]:
    return Output.of(str(folder / DECISIONS)), Output.of(str(folder / REJECTS))


def _decided(version: Version, job: Job[Output]) -> Summary:
    try:
        return decide_in_duckdb(job, Progress())
    except PreventError as error:
        raise PreventError(_by(version, error.faults)) from error


def _by(version: Version, faults: tuple[Fault, ...]) -> list[Fault]:
    return [
        Fault(each.place, f"By {version.shown}: {each.message}", each.hint, each.example)
        for each in faults
    ]

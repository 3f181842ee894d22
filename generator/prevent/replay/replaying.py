"""A register decided by two versions of the policy, and what differs."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, replace
from pathlib import Path

from prevent.bulk.database import Database
from prevent.bulk.deciding import Job, Summary, decide_in_duckdb
from prevent.bulk.output import Output
from prevent.bulk.progress import Progress
from prevent.faults import Fault, PreventError
from prevent.replay.compare import Comparison, changes, compare
from prevent.replay.versions import Version

DECISIONS, REJECTS = "decisions.parquet", "rejects.parquet"


@dataclass(frozen=True, slots=True)
class Replayed:
    """What came of a replay. ``written`` is how many rows the list of changes holds."""

    before: Summary
    after: Summary
    comparison: Comparison
    written: int


def replay(
    earlier: Version, later: Version, job: Job, out: Output | None, samples: int
) -> Replayed:
    """Decide a register by two versions and compare row by row.

    ``job`` says what is decided and how; its rules and outputs are not used. ``out`` is where the
    changed rows are listed. Raises ``PreventError`` as ``prevent decide`` does, naming the version.
    """
    near = out.file.parent if out else Path(tempfile.gettempdir())
    with tempfile.TemporaryDirectory(dir=near, prefix=".prevent-") as folder:
        made: dict[str, Summary] = {}
        files: dict[str, Path] = {}
        for place, version in (("before", earlier), ("after", later)):
            own = Path(folder, place)
            own.mkdir()
            files[place] = own / DECISIONS
            made[place] = _decided(version, job, own)
        progress = Progress()
        with Database(Path(folder), threads=job.threads, memory=job.memory) as database:
            watch = progress.stage("comparing", made["after"].rows)
            comparison = compare(database, files["before"], files["after"], samples, watch)
            written = 0
            if out:
                draft, written = out.write(database, changes(out.written_as), watch=watch)
                out.put(draft)
            progress.clear()
        return Replayed(made["before"], made["after"], comparison, written)


def _decided(version: Version, job: Job, folder: Path) -> Summary:
    mine = replace(
        job,
        rules=version.rules,
        out=Output.of(str(folder / DECISIONS)),
        rejects=Output.of(str(folder / REJECTS)),
    )
    try:
        return decide_in_duckdb(mine, Progress())
    except PreventError as error:
        raise PreventError(_by(version, error.faults)) from error


def _by(version: Version, faults: tuple[Fault, ...]) -> list[Fault]:
    return [
        Fault(each.place, f"By {version.shown}: {each.message}", each.hint, each.example)
        for each in faults
    ]

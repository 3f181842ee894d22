"""Deciding a register in DuckDB, within this process."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from prevent.bulk import quoting
from prevent.bulk.database import Database, Watch
from prevent.bulk.deciding import Job, Summary, decide
from prevent.bulk.drafts import Drafts
from prevent.bulk.output import Output
from prevent.bulk.progress import Progress
from prevent.bulk.register import Register
from prevent.bulk.repeated import REPEATED, repeated_references
from prevent.bulk.stored import Opening, open_file
from prevent.bulk.tables import open_table


def decide_in_duckdb(job: Job[Output], progress: Progress) -> Summary:
    """Decide a register and write the decisions and the rejects, both or neither.

    Raises ``PreventError`` where the register cannot be read, the results cannot be written, or the
    evaluators do not confirm what was found.
    """
    with Database(job.out.near, threads=job.threads, memory=job.memory) as database:
        return decide(job, _DuckDb(job, database), progress)


class _DuckDb(Drafts[Output, Path]):
    """The engine's part of a run."""

    title: ClassVar[str] = "DuckDB"
    dialect: ClassVar[str] = quoting.DIALECT
    in_order: ClassVar[bool] = True
    makes_again: ClassVar[bool] = True

    def __init__(self, job: Job[Output], database: Database) -> None:
        super().__init__(job.out, job.rejects)
        self._job = job
        self.tables = database

    def open(self, watch: Watch) -> Register:
        job, source = self._job, self._job.source
        opening = Opening(job.rules.rule_set, source.shown, job.kind, self.tables, watch)
        if source.table:
            return open_table(opening, source.named, source.table)
        return open_file(opening, Path(source.named), source.written_as)

    def repeated(self, reference: str, register: Register, watch: Watch) -> str:
        if not repeated_references(self.tables, reference, register, watch):
            return ""
        return f"{reference} IN (SELECT reference FROM {REPEATED})"

    def own_view(self, called: str, query: str) -> None:
        self.tables.view(called, query)

    def _write(
        self, out: Output, query: str, nested: Sequence[str], given: Sequence[str], watch: Watch
    ) -> tuple[Path, int]:
        return out.write(self.tables, query, nested, given=given, watch=watch)

    def _put(self, out: Output, draft: Path) -> None:
        out.put(draft)

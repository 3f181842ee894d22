"""Deciding a register in DuckDB, within this process."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from prevent.bulk import quoting
from prevent.bulk.database import Database, Watch
from prevent.bulk.deciding import Job, Summary, decide
from prevent.bulk.output import GIVEN_IN_DECISIONS, GIVEN_IN_REJECTS, Output
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


class _DuckDb:
    """The engine's part of a run."""

    title: ClassVar[str] = "DuckDB"
    dialect: ClassVar[str] = quoting.DIALECT
    in_order: ClassVar[bool] = True
    makes_again: ClassVar[bool] = True

    def __init__(self, job: Job[Output], database: Database) -> None:
        self._job = job
        self.tables = database
        self._drafts: list[tuple[Output, Path]] = []

    def open(self, watch: Watch) -> Register:
        job, source = self._job, self._job.source
        opening = Opening(self.tables, job.rules.rule_set, source.shown, job.kind, watch)
        if source.table:
            return open_table(opening, source.named, source.table)
        return open_file(opening, Path(source.named), source.written_as)

    def repeated(self, reference: str, register: Register, watch: Watch) -> str:
        if not repeated_references(self.tables, reference, register, watch):
            return ""
        return f"{reference} IN (SELECT reference FROM {REPEATED})"

    def own_view(self, called: str, query: str) -> None:
        self.tables.view(called, query)

    def write_decisions(self, query: str, nested: Sequence[str], watch: Watch) -> int:
        return self._write(self._job.out, query, nested, watch, GIVEN_IN_DECISIONS)

    def write_rejects(self, query: str, watch: Watch) -> int:
        return self._write(self._job.rejects, query, (), watch, GIVEN_IN_REJECTS)

    def put(self) -> None:
        # The decisions last: where they are, their rejects are too.
        for output, draft in reversed(self._drafts):
            output.put(draft)

    def _write(
        self,
        output: Output,
        query: str,
        nested: Sequence[str],
        watch: Watch,
        given: Sequence[str],
    ) -> int:
        draft, count = output.write(self.tables, query, nested, given=given, watch=watch)
        self._drafts.append((output, draft))
        return count

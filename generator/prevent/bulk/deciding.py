"""Deciding a whole register: every row a decision or a reject, or no result at all."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import Any, Generic, Protocol, TypeVar

from prevent.bulk import found, quoting
from prevent.bulk.confirm import Confirming, in_words
from prevent.bulk.database import MEMORY, DatabaseError, Watch
from prevent.bulk.engine import Engine
from prevent.bulk.judged import Judged, Judging, reference_of, stated_kind
from prevent.bulk.progress import Progress
from prevent.bulk.register import ROW, Register
from prevent.bulk.tables import shown_address
from prevent.bundle.current import Rules
from prevent.engines.confirmed import ENGINE
from prevent.engines.durable import available
from prevent.engines.reference import NAME
from prevent.faults import Fault, NoDecisionError, Place, PreventError
from prevent.policy.outcomes import OUTCOMES
from prevent.reading.quoting import safe
from prevent.rules.columns import KIND
from prevent.rules.found import Found
from prevent.rules.ruleset import KindRules
from prevent.targets.sql.queries import bits_query
from prevent.targets.sql.told import Told, told_list

MOST_CONFIRMED = 20_000
"""The most combinations of findings of one kind that are confirmed, the most frequent first."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where a register is: a file, or with ``table`` the address of a database."""

    named: str
    table: str = ""
    written_as: str | None = None

    @property
    def shown(self) -> str:
        """The register as messages name it: never with a password."""
        return f"{shown_address(self.named)} {self.table}" if self.table else self.named


class Named(Protocol):
    """Where results go, as an engine has it."""

    @property
    def shown(self) -> str:
        """Its name, as the person gave it."""


Out = TypeVar("Out", bound=Named)


@dataclass(frozen=True, slots=True)
class Job(Generic[Out]):
    """What is to be decided, by which rules, and where the results go.

    ``kind`` is the kind of every row, where the register does not say. ``threads`` and ``memory``
    are what the engine may use, ``master`` the cluster that does the work, where one does.
    """

    rules: Rules
    source: Source
    out: Out
    rejects: Out
    as_of: date
    policy_as_of: date | None = None
    kind: str | None = None
    threads: int | None = None
    memory: str = MEMORY
    master: str | None = None


@dataclass(frozen=True, slots=True)
class Summary:
    """What a run came to. ``rows`` are those of the register, each decided or rejected.

    ``combinations`` is how many combinations of findings there are, of which ``confirmed`` were.
    ``ignored`` are the columns that no rule looks at, ``seconds`` the time that each stage took.
    """

    rows: int
    outcomes: Mapping[str, int]
    rejected: int
    ignored: tuple[str, ...]
    combinations: int
    confirmed: int
    confirmed_by: str
    seconds: Mapping[str, float]

    @property
    def decided(self) -> int:
        """The number of decisions."""
        return sum(self.outcomes.values())


def decide(job: Job[Out], engine: Engine, progress: Progress) -> Summary:
    """Decide a register in an engine and write the decisions and the rejects, both or neither.

    Raises ``PreventError`` where the register cannot be read, the results cannot be written, or the
    evaluators do not confirm what was found.
    """
    return _Run(job, engine, progress).summary()


_Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class _Kind:
    """The rows of one kind: as judged, and the tables of their masks and their combinations."""

    judged: Judged
    bits: Sequence[Told]
    masked: str
    combined: str


class _Run:
    def __init__(self, job: Job[Any], engine: Engine, progress: Progress) -> None:
        self._job = job
        self._engine = engine
        self._database = engine.tables
        self._progress = progress
        self._rows = 0
        self._kind_ids = list(job.rules.rule_set.kinds)
        self._seconds: dict[str, float] = {}
        missing = available()
        self._forms = {} if missing else job.rules.forms
        self._confirmed_by = NAME if missing else f"{ENGINE} and the {NAME}"

    def summary(self) -> Summary:
        """Do all of it."""
        with self._failures():
            register = self._open()
            kinds, others = self._kinds(register)
            combined = [self._combine(kind) for kind in kinds]
            confirmed = [self._confirm(kind) for kind in combined]
            outcomes = self._outcomes(combined)
            wrong = self._rows - sum(outcomes.values())
            if not wrong:
                self._trust(combined)
            decisions = self._write_decisions(combined)
            rejects = self._write_rejects(combined, others, wrong)
            if decisions + rejects != self._rows or decisions != sum(outcomes.values()):
                message = (
                    f"{self._rows} rows came in, but {decisions} decisions and {rejects} rejects"
                    " would come out. Nothing was written. This is a fault of the program."
                )
                raise PreventError([Fault(Place(self._job.source.shown), message)])
            self._engine.put()
        return Summary(
            self._rows,
            outcomes,
            rejects,
            register.ignored,
            sum(count for count, _ in confirmed),
            sum(done for _, done in confirmed),
            self._confirmed_by,
            self._seconds,
        )

    @contextmanager
    def _failures(self) -> Iterator[None]:
        """What the engine refuses half-way is an error of the register, or of the room there is."""
        try:
            yield
        except DatabaseError as error:
            message = f"This could not be decided: {safe(str(error), 300)}"
            hint = "Nothing was written."
            raise PreventError([Fault(Place(self._job.source.shown), message, hint)]) from error
        finally:
            self._progress.clear()

    @contextmanager
    def _stage(self, words: str) -> Iterator[Watch]:
        started = time.monotonic()
        yield self._progress.stage(words, self._rows)
        spent = time.monotonic() - started
        self._seconds[words] = self._seconds.get(words, 0.0) + spent

    def _open(self) -> Register:
        with self._stage("reading") as watch:
            register = self._engine.open(watch)
            ((rows,),) = self._database.run(f"SELECT count(*) FROM {register.relation}", watch)
        self._rows = int(rows) + register.malformed
        return register

    def _kinds(self, register: Register) -> tuple[list[Judged], str]:
        """The rows by their kinds, and a query of the rows of no kind there is, as rejected."""
        known = self._job.rules.rule_set.kinds
        stated = stated_kind(register)
        given = self._job.kind
        if given is None and KIND not in register.types:
            message = "It has no column 'kind', which says what each row asks for."
            hint = f"Add it, or give --kind with one of: {', '.join(known)}."
            raise PreventError([Fault(Place(register.shown), message, hint)])
        with self._stage("looking for repetitions") as watch:
            repeated = self._engine.repeated(reference_of(register), register, watch)
        judging = Judging(self._database, register, repeated)
        if given is not None:
            mine, where = [known[given]], f"coalesce({stated}, {quoting.text(given)})"
        else:
            found_kinds = self._database.run(f"SELECT DISTINCT {stated} FROM {register.relation}")
            said = {kind for (kind,) in found_kinds}
            mine, where = [kind for kind in known.values() if kind.kind in said], stated
        judged = [
            judging.rows_of(kind, f"judged_{index}", f"{where} = {quoting.text(kind.kind)}")
            for index, kind in enumerate(mine)
        ]
        every = quoting.texts(kind.kind for kind in mine) if mine else "('')"
        other = judging.others(f"coalesce({where} NOT IN {every}, true)", list(known))
        return judged, other

    def _combine(self, judged: Judged) -> _Kind:
        """The combinations of findings that the rows of a kind have."""
        bits = [
            told for told in told_list(judged.kind) if not told.each or told.each in judged.lists
        ]
        made = _Kind(judged, bits, f"masked_{judged.called}", f"combined_{judged.called}")
        with self._stage("deciding") as watch:
            query = self._masked(made, judged.called)
            if self._made_again(judged, bits):
                self._database.view(made.masked, query)
            else:
                self._database.table(made.masked, query, watch)
            self._database.table(made.combined, found.combinations(made.masked, bits), watch)
        return made

    def _trust(self, kinds: Sequence[_Kind]) -> None:
        """Where every row is valid, and masks are worked out again, do not judge the rows again."""
        for kind in kinds:
            if self._made_again(kind.judged, kind.bits):
                self._database.view(kind.masked, self._masked(kind, kind.judged.trusted))

    def _made_again(self, judged: Judged, bits: Sequence[Told]) -> bool:
        return self._engine.makes_again and found.made_again(judged, bits)

    def _masked(self, kind: _Kind, rows: str) -> str:
        """A query of the masks of judged rows, which ``rows`` names."""
        masks = bits_query(
            self._job.rules.rule_set,
            kind.judged.kind,
            self._engine.dialect,
            source=rows,
            keep=found.kept(kind.judged),
            today=self._job.as_of,
            policy_as_of=self._job.policy_as_of,
        )
        self._engine.own_view(f"bits_{rows}", masks)
        bits = f"SELECT * FROM {quoting.name(f'bits_{rows}')}"
        return found.masked(bits, kind.judged, kind.bits)

    def _outcomes(self, kinds: Sequence[_Kind]) -> dict[str, int]:
        """How many rows have each outcome, the best first."""
        counts: dict[str, int] = dict.fromkeys(reversed(OUTCOMES), 0)
        for kind in kinds:
            table = quoting.name(kind.combined)
            query = f"SELECT outcome, sum(rows) FROM {table} GROUP BY outcome"
            for outcome, rows in self._database.run(query):
                counts[outcome] += int(rows)
        return counts

    def _confirm(self, kind: _Kind) -> tuple[int, int]:
        """Confirm each combination by one of its rows: how many there are, how many were."""
        table = quoting.name(kind.combined)
        ((count,),) = self._database.run(f"SELECT count(*) FROM {table}")
        with self._stage("confirming") as watch:
            rows, decided = self._examples(kind, watch)
            confirming = Confirming(
                kind.judged.kind,
                self._forms.get(kind.judged.kind.kind),
                self._job.rules.rule_set.calendar(),
                self._job.as_of,
                self._job.policy_as_of,
            )
            try:
                for index, row in enumerate(rows):
                    watch(100 * index / len(rows))
                    self._compare(kind.judged.kind, confirming, row, decided[row[ROW]])
            finally:
                confirming.close()
        return int(count), len(rows)

    def _examples(self, kind: _Kind, watch: Watch) -> tuple[Sequence[_Row], dict[int, _Row]]:
        """A row of each combination, and the decisions on them by their numbers."""
        judged = kind.judged
        chosen = (
            f"SELECT example FROM {quoting.name(kind.combined)}"
            f" ORDER BY rows DESC, example LIMIT {MOST_CONFIRMED}"
        )
        taken, called = f"taken_{judged.called}", f"examples_{judged.called}"
        # The rows are taken as they are, and only then judged: that is one quick look at all.
        query = f"SELECT * FROM {judged.relation} WHERE {ROW} IN ({chosen})"
        self._database.table(taken, query, watch)
        self._database.table(called, f"{judged.judging} {quoting.name(taken)}")
        self._database.table(f"masked_{called}", self._masked(kind, called))
        decisions = found.decisions(
            f"masked_{called}", kind.combined, judged, kind.bits, self._kind_ids
        )
        rows = self._rows_of(f"SELECT * FROM {quoting.name(called)}")
        return rows, {row["row"]: row for row in self._rows_of(decisions)}

    def _compare(self, kind: KindRules, confirming: Confirming, row: _Row, decided: _Row) -> None:
        place = Place(self._job.source.shown)
        try:
            expected = confirming.findings(row)
        except NoDecisionError as error:
            message = f"Row {row[ROW]} could not be confirmed. {error} Nothing was written."
            raise PreventError([Fault(place, message)]) from error
        came = Counter(map(Found.read, decided["findings"]))
        if came != expected:
            message = (
                f"Row {row[ROW]} ({kind.kind}): {self._engine.title} and the evaluators disagree."
                f" {self._engine.title} alone found: {in_words(came - expected)}. The evaluators"
                f" alone found: {in_words(expected - came)}. Nothing was written."
            )
            raise PreventError([Fault(place, message)])

    def _rows_of(self, query: str) -> list[dict[str, Any]]:
        names = list(self._database.columns(query))
        return [dict(zip(names, row, strict=True)) for row in self._database.run(query)]

    def _write_decisions(self, kinds: Sequence[_Kind]) -> int:
        ready = [self._made_ready(kind) for kind in kinds]
        queries = [
            found.decisions(
                kind.masked, kind.combined, kind.judged, kind.bits, self._kind_ids, ready=looked_up
            )
            for kind, looked_up in zip(kinds, ready, strict=True)
        ]
        query = " UNION ALL ".join(f"({each})" for each in queries) or found.NO_DECISIONS
        # A join gives rows in any order.
        if self._engine.in_order and not (len(queries) == 1 and all(ready)):
            query = f"SELECT * FROM ({query}) ORDER BY row"
        with self._stage("writing decisions") as watch:
            return self._engine.write_decisions(query, ["findings"], watch)

    def _made_ready(self, kind: _Kind) -> bool:
        """Make its combinations ready to be looked up, where that is quicker than a join."""
        ((count,),) = self._database.run(f"SELECT count(*) FROM {quoting.name(kind.combined)}")
        if not self._engine.in_order or not found.looked_up(count, kind.bits):
            return False
        for statement in found.made_ready(kind.combined, kind.bits):
            self._database.run(statement)
        return True

    def _write_rejects(self, kinds: Sequence[_Kind], others: str, wrong: int) -> int:
        queries = [found.MALFORMED_ROWS, others]
        for kind in kinds:
            queries += [kind.judged.rejected, found.uncounted(kind.masked, kind.judged)]
        if not wrong:
            queries = queries[:1]
        every = " UNION ALL ".join(f"({each})" for each in queries)
        order = " ORDER BY row" if self._engine.in_order else ""
        with self._stage("writing rejects") as watch:
            return self._engine.write_rejects(f"SELECT * FROM ({every}){order}", watch)

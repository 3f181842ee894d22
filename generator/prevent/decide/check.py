"""Checking files: every request decided, every fault kept, nothing left out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from itertools import chain, islice
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from prevent.bundle.current import Rules
from prevent.decide.decider import NOTHING_WAIVED, Decider
from prevent.decide.decision import Decision, Result
from prevent.engines.confirmed import ENGINE
from prevent.engines.durable import available
from prevent.engines.reference import NAME as REFERENCE
from prevent.faults import Fault, NoDecisionError, Place, PreventError
from prevent.reading.documents import Document, parse_documents, read_documents
from prevent.requests.find import SPREADSHEETS, STANDARD_INPUT, find_files
from prevent.requests.request import Request, RequestReader
from prevent.rules.ruleset import RuleSet

if TYPE_CHECKING:  # most checks are given no waivers
    from prevent.decide.waivers import WaiverUse, Waiving
    from prevent.requests.redacted import RedactingReader
    from prevent.requests.waivers import GivenWaivers

STANDARD_INPUT_NAME = "<standard input>"


Source: TypeAlias = str | Fault | bytes
"""The path of a file to be checked, why there is none, or what standard input held."""

MANY = 500
"""So many files are shared out among processes: fewer are checked before these have begun."""

_A_PART = 100
"""How many files a process is given at a time."""


class Checked(NamedTuple):
    """What a file comes to: its results, and the documents that a waiver names.

    With each of those it says whether it holds a sound request.
    """

    results: list[Result]
    named: Sequence[tuple[Document, bool]] = ()


class Report(NamedTuple):
    """What a check came to. ``engine`` names what decided; ``engine_note`` why it decided alone.

    ``errors`` are those of requests. ``waivers`` says what became of each waiver, and
    ``waiver_faults`` which cannot count, or what is wrong with their file. ``site`` is the address
    of the policy's site, where it is known.
    """

    rule_set: RuleSet
    as_of: date
    engine: str
    engine_note: str
    decisions: tuple[Decision, ...]
    errors: tuple[Fault, ...]
    waivers: tuple[WaiverUse, ...] = ()
    waiver_faults: tuple[Fault, ...] = ()
    site: str = ""

    @property
    def every_error(self) -> tuple[Fault, ...]:
        """The faults of the requests, and those of the waivers."""
        return (*self.errors, *self.waiver_faults)


class Checker:
    """Checks request files by one set of rules on one day.

    What was in force on ``policy_as_of`` counts, or else on the day a request was received.
    ``given`` are the waivers there are. ``redacting`` leaves people's names out.
    """

    def __init__(
        self,
        rules: Rules,
        as_of: date,
        *,
        policy_as_of: date | None = None,
        explaining: bool = False,
        given: GivenWaivers | None = None,
        redacting: bool = False,
    ) -> None:
        self._rules = rules
        self._as_of = as_of
        self._policy_as_of = policy_as_of
        self._explaining = explaining
        self._given = given
        kinds, schemas = rules.rule_set.kinds, rules.schemas
        self._reader: RequestReader | RedactingReader = RequestReader(kinds, schemas)
        self._redacting: RedactingReader | None = None
        if redacting:
            from prevent.requests.redacted import RedactingReader  # noqa: PLC0415 (seldom asked for)

            self._reader = self._redacting = RedactingReader(kinds, schemas)
        missing = available()
        self.engine = REFERENCE if missing else f"{ENGINE}, confirmed by the {REFERENCE}"
        self.engine_note = missing or ""
        self._decider = Decider(rules.rule_set, lambda kind: None if missing else rules.forms[kind])

    def __reduce__(self) -> tuple[object, ...]:
        """What it is made of: another process makes one for itself."""
        made = partial(
            Checker,
            policy_as_of=self._policy_as_of,
            explaining=self._explaining,
            given=self._given,
            redacting=self._redacting is not None,
        )
        return made, (self._rules, self._as_of)

    def close(self) -> None:
        """Let the engines go."""
        self._decider.close()

    def check(
        self,
        paths: Iterable[str],
        standard_input: Callable[[], bytes],
        progress: Callable[[int], None] = lambda _: None,
        jobs: int = 1,
    ) -> Report:
        """Decide every request of the paths named. ``progress`` is told the files read so far.

        ``standard_input`` is read where a path is ``-``. Many files are shared out among so many
        ``jobs``, which are processes. Raises ``PreventError`` where one of them is lost.
        """
        waiving = self._waiving()
        results: list[Result] = []
        sources = _sources(paths, standard_input)
        for count, checked in enumerate(self._checked(sources, waiving, jobs), start=1):
            results += checked.results
            for document, sound in checked.named:
                assert waiving is not None
                waiving.note(document, self._request(document) if sound else None)
            progress(count)
        uses: tuple[WaiverUse, ...] = ()
        faults: tuple[Fault, ...] = ()
        if self._given and waiving:
            results, uses, ambiguous = waiving.settle(results, self._decide)
            faults = (*self._given.faults, *ambiguous)
        return Report(
            rule_set=self._rules.rule_set,
            as_of=self._as_of,
            engine=self.engine,
            engine_note=self.engine_note,
            decisions=tuple(each for each in results if isinstance(each, Decision)),
            errors=tuple(each for each in results if isinstance(each, Fault)),
            waivers=uses,
            waiver_faults=faults,
        )

    def part(self, sources: Iterable[Source]) -> list[Checked]:
        """What each of these files comes to, apart from waivers."""
        return [*self._one_by_one(sources, self._waiving())]

    def _waiving(self) -> Waiving | None:
        if self._given is None:
            return None
        from prevent.decide.waivers import Waiving  # noqa: PLC0415 (most checks do without it)

        return Waiving(self._given.waivers, self._rules.rule_set, self._as_of)

    def _checked(
        self, sources: Iterator[Source], waiving: Waiving | None, jobs: int
    ) -> Iterator[Checked]:
        """What each file comes to, in order; where there are many, from several processes."""
        first = [*islice(sources, MANY)] if jobs > 1 else []
        every = chain(first, sources)
        if len(first) < MANY:
            yield from self._one_by_one(every, waiving)
            return
        from prevent.decide.shared_out import LostError, shared_out  # noqa: PLC0415 (only for many)

        try:
            for part in shared_out(self.part, every, jobs, _A_PART):
                yield from part
        except LostError as lost:
            message = (
                "The process that checked this file, or one of those after it, was lost"
                f" ({lost.why}). Nothing was decided."
            )
            place = Place(_named(lost.part[0]))
            raise PreventError([Fault(place, message, "Try again with '--jobs 1'.")]) from lost

    def _one_by_one(self, sources: Iterable[Source], waiving: Waiving | None) -> Iterator[Checked]:
        for source in sources:
            if isinstance(source, Fault):
                yield Checked([source])
            elif isinstance(source, bytes):
                yield self._file(*_parse(source), STANDARD_INPUT_NAME, waiving)
            else:
                yield self._file(*self._read(source), source, waiving)

    def _read(self, path: str) -> tuple[list[Document], list[Fault]]:
        """The documents of a file, of whatever sort it is."""
        if not path.lower().endswith(SPREADSHEETS):
            return read_documents(path)
        from prevent.requests.spreadsheets import read_spreadsheet  # noqa: PLC0415 (seldom any)

        return read_spreadsheet(path, self._rules.rule_set)

    def _file(
        self, documents: list[Document], faults: list[Fault], name: str, waiving: Waiving | None
    ) -> Checked:
        """The decisions and faults of one file, in its order."""
        if faults and self._redacting:
            faults = self._redacting.unreadable(faults)
        filled = [document for document in documents if document.data is not None]
        if not filled and not faults:
            hint = "Write 'kind: event', or another kind, and what is asked for."
            return Checked([Fault(Place(name, 1, 1, 1), "This file holds no request.", hint)])
        results: list[Result] = [*faults]
        named: list[tuple[Document, bool]] = []
        for document in filled:
            request = self._reader.read(document)
            sound = not isinstance(request, list)
            results += request if isinstance(request, list) else [self._decide(request)]
            if waiving and waiving.named(document):
                named.append((document, sound))
        if len(results) > 1:
            results.sort(key=lambda each: (each.place.document, each.place.line))
        return Checked(results, named)

    def _request(self, document: Document) -> Request:
        """The request of a document that was found to be sound."""
        request = self._reader.read(document)
        assert isinstance(request, Request)
        return request

    def _decide(self, request: Request, waived: Mapping[str, str] = NOTHING_WAIVED) -> Result:
        try:
            return self._decision(request, waived)
        except NoDecisionError as error:
            message = f"This request could not be decided. {error}"
            return Fault(request.document.start, message)

    def _decision(self, request: Request, waived: Mapping[str, str]) -> Decision:
        """The decision, explained where it is asked for. Raises ``NoDecisionError``."""
        decision = self._decider.decide(request, self._as_of, self._policy_as_of, waived)
        if not self._explaining:
            return decision
        from prevent.decide.explain import explain  # noqa: PLC0415 (seldom asked for)

        whole = request.stated(self._as_of, self._policy_as_of)
        explanations = explain(request, whole, self._rules.rule_set, self._decider.calendar)
        return decision._replace(explanations=explanations)


def _sources(paths: Iterable[str], standard_input: Callable[[], bytes]) -> Iterator[Source]:
    for found in find_files(paths):
        yield standard_input() if found == STANDARD_INPUT else found


def _named(source: Source) -> str:
    """What faults call it."""
    if isinstance(source, bytes):
        return STANDARD_INPUT_NAME
    return source.place.file if isinstance(source, Fault) else source


def _parse(data: bytes) -> tuple[list[Document], list[Fault]]:
    """Standard input as JSON where it looks like JSON, else as YAML."""
    if data.lstrip().startswith(b"{"):
        documents, faults = parse_documents(data, name=STANDARD_INPUT_NAME, json=True)
        if not faults:
            return documents, faults
    return parse_documents(data, name=STANDARD_INPUT_NAME)

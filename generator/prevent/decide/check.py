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
from prevent.decide.kept import Kept
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
    """What a check of files came to: every decision, and everything that was wrong.

    ``decisions`` stand in the order of the files, and ``errors`` are the faults of requests that
    could not be decided. ``waivers`` says what became of each waiver, and ``waiver_faults`` which
    cannot count, or what is wrong with their file. ``as_of`` is the day of the check. ``engine``
    names what decided; ``engine_note`` says why it decided alone, and is empty where it did not.
    ``rule_set`` is what reports take the policy's words from. ``site`` is the address of the
    policy's site, where a report is to link to it. It may change from one version of the package to
    the next.
    """

    rule_set: RuleSet
    as_of: date
    engine: str
    engine_note: str
    decisions: Sequence[Decision]
    errors: Sequence[Fault]
    waivers: tuple[WaiverUse, ...] = ()
    waiver_faults: tuple[Fault, ...] = ()
    site: str = ""

    @property
    def every_error(self) -> Sequence[Fault]:
        """The faults of the requests, and those of the waivers."""
        return (*self.errors, *self.waiver_faults) if self.waiver_faults else self.errors


class _Asked(NamedTuple):
    """What a checker is asked: on which day, by which policy, and in which way."""

    as_of: date
    policy_as_of: date | None
    explaining: bool
    given: GivenWaivers | None
    redacting: bool


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
        self._asked = _Asked(as_of, policy_as_of, explaining, given, redacting)
        self._reader = self._reading(redacting=redacting)
        missing = available()
        self.engine = REFERENCE if missing else f"{ENGINE}, confirmed by the {REFERENCE}"
        self.engine_note = missing or ""
        self._decider = Decider(rules.rule_set, lambda kind: None if missing else rules.forms[kind])

    def again(
        self,
        as_of: date,
        *,
        policy_as_of: date | None = None,
        explaining: bool = False,
        given: GivenWaivers | None = None,
        redacting: bool = False,
    ) -> Checker:
        """A checker by the same rules on another day. They share their engines."""
        other = Checker.__new__(Checker)
        # Not a copy by Python's own means: that is for other processes, and makes engines anew.
        asked = _Asked(as_of, policy_as_of, explaining, given, redacting)
        same = redacting == self._asked.redacting
        reader = self._reader if same else self._reading(redacting=redacting)
        vars(other).update(vars(self), _asked=asked, _reader=reader)
        return other

    def _reading(self, *, redacting: bool) -> RequestReader | RedactingReader:
        kinds, schemas = self._rules.rule_set.kinds, self._rules.schemas
        if not redacting:
            return RequestReader(kinds, schemas)
        from prevent.requests.redacted import RedactingReader  # noqa: PLC0415 (seldom asked for)

        return RedactingReader(kinds, schemas)

    def __reduce__(self) -> tuple[object, ...]:
        """What it is made of: another process makes one for itself."""
        as_of, policy_as_of, explaining, given, redacting = self._asked
        made = partial(
            Checker,
            policy_as_of=policy_as_of,
            explaining=explaining,
            given=given,
            redacting=redacting,
        )
        return made, (self._rules, as_of)

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
        sources = _sources(paths, standard_input)
        return self._report(self._checked(sources, waiving, jobs), waiving, progress)

    def check_document(self, document: Document) -> Report:
        """Decide the request of a document that is already read."""
        waiving = self._waiving()
        return self._report([self._file([document], [], document.file, waiving)], waiving)

    def _report(
        self,
        files: Iterable[Checked],
        waiving: Waiving | None,
        progress: Callable[[int], None] = lambda _: None,
    ) -> Report:
        """What the files come to together, once the waivers are applied."""
        results = self._results(files, waiving, progress)
        if waiving:
            # All must have been read before it is known what a waiver counts for.
            results = waiving.settled(Kept(results), self._decide)
        decisions, errors = Kept[Decision](), Kept[Fault]()
        for result in results:
            if isinstance(result, Decision):
                decisions.append(result)
            else:
                errors.append(result)
        uses: tuple[WaiverUse, ...] = ()
        faults: tuple[Fault, ...] = ()
        if self._asked.given and waiving:
            uses, ambiguous = waiving.uses()
            faults = (*self._asked.given.faults, *ambiguous)
        return Report(
            rule_set=self._rules.rule_set,
            as_of=self._asked.as_of,
            engine=self.engine,
            engine_note=self.engine_note,
            decisions=decisions.settled(),
            errors=errors.settled(),
            waivers=uses,
            waiver_faults=faults,
        )

    def _results(
        self, files: Iterable[Checked], waiving: Waiving | None, progress: Callable[[int], None]
    ) -> Iterator[Result]:
        """The results of all files, in their order; what waivers name is noted on the way."""
        for count, checked in enumerate(files, start=1):
            yield from checked.results
            for document, sound in checked.named:
                assert waiving is not None
                waiving.note(document, self._request(document) if sound else None)
            progress(count)

    def part(self, sources: Iterable[Source]) -> list[Checked]:
        """What each of these files comes to, apart from waivers."""
        return [*self._one_by_one(sources, self._waiving())]

    def _waiving(self) -> Waiving | None:
        if self._asked.given is None:
            return None
        from prevent.decide.waivers import Waiving  # noqa: PLC0415 (most checks do without it)

        return Waiving(self._asked.given.waivers, self._rules.rule_set, self._asked.as_of)

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
        faults = self._reader.unreadable(faults)
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
        as_of, policy_as_of, explaining, *_ = self._asked
        decision = self._decider.decide(request, as_of, policy_as_of, waived)
        if not explaining:
            return decision
        from prevent.decide.explain import explain  # noqa: PLC0415 (seldom asked for)

        whole = request.stated(as_of, policy_as_of)
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

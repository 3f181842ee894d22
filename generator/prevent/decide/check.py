"""Checking files: every request decided, every fault kept, nothing left out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from prevent.bundle.current import Rules
from prevent.decide.decider import NOTHING_WAIVED, Decider
from prevent.decide.decision import Decision, Result
from prevent.engines.confirmed import ENGINE
from prevent.engines.durable import available
from prevent.engines.reference import NAME as REFERENCE
from prevent.faults import Fault, NoDecisionError, Place
from prevent.reading.documents import Document, parse_documents, read_documents
from prevent.requests.find import STANDARD_INPUT, find_files
from prevent.requests.request import Request, RequestReader
from prevent.rules.ruleset import RuleSet

if TYPE_CHECKING:  # most checks are given no waivers
    from prevent.decide.waivers import WaiverUse, Waiving
    from prevent.requests.waivers import GivenWaivers

STANDARD_INPUT_NAME = "<standard input>"


class Report(NamedTuple):
    """What a check came to. ``engine`` names what decided; ``engine_note`` why it decided alone.

    ``errors`` are those of requests. ``waivers`` says what became of each waiver, and
    ``waiver_faults`` which cannot count, or what is wrong with their file.
    """

    rule_set: RuleSet
    as_of: date
    engine: str
    engine_note: str
    decisions: tuple[Decision, ...]
    errors: tuple[Fault, ...]
    waivers: tuple[WaiverUse, ...] = ()
    waiver_faults: tuple[Fault, ...] = ()

    @property
    def every_error(self) -> tuple[Fault, ...]:
        """The faults of the requests, and those of the waivers."""
        return (*self.errors, *self.waiver_faults)


class Checker:
    """Checks request files by one set of rules on one day.

    What was in force on ``policy_as_of`` counts, or else on the day a request was received.
    ``given`` are the waivers there are.
    """

    def __init__(
        self,
        rules: Rules,
        as_of: date,
        *,
        policy_as_of: date | None = None,
        explaining: bool = False,
        given: GivenWaivers | None = None,
    ) -> None:
        self._rules = rules
        self._as_of = as_of
        self._policy_as_of = policy_as_of
        self._explaining = explaining
        self._given = given
        self._reader = RequestReader(rules.rule_set.kinds, rules.schemas)
        missing = available()
        self.engine = REFERENCE if missing else f"{ENGINE}, confirmed by the {REFERENCE}"
        self.engine_note = missing or ""
        self._decider = Decider(rules.rule_set, lambda kind: None if missing else rules.forms[kind])

    def close(self) -> None:
        """Let the engines go."""
        self._decider.close()

    def check(
        self,
        paths: Iterable[str],
        standard_input: Callable[[], bytes],
        progress: Callable[[int], None] = lambda _: None,
    ) -> Report:
        """Decide every request of the paths named. ``progress`` is told the files read so far.

        ``standard_input`` is read where a path is ``-``.
        """
        waiving = self._waiving()
        results: list[Result] = []
        for count, found in enumerate(self._sources(paths, standard_input, waiving), start=1):
            results += found
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

    def _waiving(self) -> Waiving | None:
        if self._given is None:
            return None
        from prevent.decide.waivers import Waiving  # noqa: PLC0415 (most checks do without it)

        return Waiving(self._given.waivers, self._rules.rule_set, self._as_of)

    def _sources(
        self, paths: Iterable[str], standard_input: Callable[[], bytes], waiving: Waiving | None
    ) -> Iterator[list[Result]]:
        for found in find_files(paths):
            if isinstance(found, Fault):
                yield [found]
            elif found == STANDARD_INPUT:
                yield self._file(*_parse(standard_input()), STANDARD_INPUT_NAME, waiving)
            else:
                name = found.as_posix()
                yield self._file(*read_documents(found, name=name), name, waiving)

    def _file(
        self, documents: list[Document], faults: list[Fault], name: str, waiving: Waiving | None
    ) -> list[Result]:
        """The decisions and faults of one file, in its order."""
        filled = [document for document in documents if document.data is not None]
        if not filled and not faults:
            hint = "Write 'kind: event', or another kind, and what is asked for."
            return [Fault(Place(name), "This file holds no request.", hint)]
        results: list[Result] = [*faults]
        for document in filled:
            results += self._document(document, waiving)
        return sorted(results, key=lambda each: (each.place.document, each.place.line))

    def _document(self, document: Document, waiving: Waiving | None) -> list[Result]:
        request = self._reader.read(document)
        sound = None if isinstance(request, list) else request
        if waiving:
            waiving.note(document, sound)
        if isinstance(request, list):
            return [*request]
        return [self._decide(request)]

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


def _parse(data: bytes) -> tuple[list[Document], list[Fault]]:
    """Standard input as JSON where it looks like JSON, else as YAML."""
    if data.lstrip().startswith(b"{"):
        documents, faults = parse_documents(data, name=STANDARD_INPUT_NAME, json=True)
        if not faults:
            return documents, faults
    return parse_documents(data, name=STANDARD_INPUT_NAME)

"""Checking files: every request decided, every fault kept, nothing left out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from prevent.bundle.current import Rules
from prevent.decide.decider import Decider
from prevent.decide.decision import Decision
from prevent.decide.explain import explain
from prevent.engines.confirmed import ENGINE
from prevent.engines.durable import available
from prevent.engines.reference import NAME as REFERENCE
from prevent.faults import Fault, NoDecisionError, Place
from prevent.reading.documents import Document, parse_documents, read_documents
from prevent.requests.find import STANDARD_INPUT, find_files
from prevent.requests.request import Request, RequestReader
from prevent.rules.ruleset import RuleSet

STANDARD_INPUT_NAME = "<standard input>"


@dataclass(frozen=True, slots=True)
class Report:
    """What a check came to. ``engine`` names what decided; ``engine_note`` why it decided alone."""

    rule_set: RuleSet
    as_of: date
    engine: str
    engine_note: str
    decisions: tuple[Decision, ...]
    errors: tuple[Fault, ...]


class Checker:
    """Checks request files by one set of rules on one day.

    What was in force on ``policy_as_of`` counts, or else on the day a request was received.
    """

    def __init__(
        self,
        rules: Rules,
        as_of: date,
        *,
        policy_as_of: date | None = None,
        explaining: bool = False,
    ) -> None:
        self._rules = rules
        self._as_of = as_of
        self._policy_as_of = policy_as_of
        self._explaining = explaining
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
        results: list[Decision | Fault] = []
        for count, found in enumerate(self._sources(paths, standard_input), start=1):
            results += found
            progress(count)
        return Report(
            rule_set=self._rules.rule_set,
            as_of=self._as_of,
            engine=self.engine,
            engine_note=self.engine_note,
            decisions=tuple(each for each in results if isinstance(each, Decision)),
            errors=tuple(each for each in results if isinstance(each, Fault)),
        )

    def _sources(
        self, paths: Iterable[str], standard_input: Callable[[], bytes]
    ) -> Iterator[list[Decision | Fault]]:
        for found in find_files(paths):
            if isinstance(found, Fault):
                yield [found]
            elif found == STANDARD_INPUT:
                yield self._file(*_parse(standard_input()), STANDARD_INPUT_NAME)
            else:
                name = found.as_posix()
                yield self._file(*read_documents(found, name=name), name)

    def _file(
        self, documents: list[Document], faults: list[Fault], name: str
    ) -> list[Decision | Fault]:
        """The decisions and faults of one file, in its order."""
        filled = [document for document in documents if document.data is not None]
        if not filled and not faults:
            hint = "Write 'kind: event', or another kind, and what is asked for."
            return [Fault(Place(name), "This file holds no request.", hint)]
        results: list[Decision | Fault] = [*faults]
        for document in filled:
            results += self._document(document)
        return sorted(results, key=lambda each: (each.place.document, each.place.line))

    def _document(self, document: Document) -> list[Decision | Fault]:
        request = self._reader.read(document)
        if isinstance(request, list):
            return [*request]
        try:
            return [self._decision(request)]
        except NoDecisionError as error:
            place = Place(document.file, document.number, document.line, 1)
            return [Fault(place, f"This request could not be decided. {error}")]

    def _decision(self, request: Request) -> Decision:
        """The decision, explained where it is asked for. Raises ``NoDecisionError``."""
        decision = self._decider.decide(request, self._as_of, self._policy_as_of)
        if not self._explaining:
            return decision
        whole = request.stated(self._as_of, self._policy_as_of)
        explanations = explain(request, whole, self._rules.rule_set, self._decider.calendar)
        return replace(decision, explanations=explanations)


def _parse(data: bytes) -> tuple[list[Document], list[Fault]]:
    """Standard input as JSON where it looks like JSON, else as YAML."""
    if data.lstrip().startswith(b"{"):
        documents, faults = parse_documents(data, name=STANDARD_INPUT_NAME, json=True)
        if not faults:
            return documents, faults
    return parse_documents(data, name=STANDARD_INPUT_NAME)

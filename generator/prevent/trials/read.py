"""Reading the files under ``policy/tests/``: the tests, or every fault they have."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from prevent.bundle.current import Rules
from prevent.dates import parse_date
from prevent.faults import Fault, Place, PreventError
from prevent.loading.entry import Entry, mappings, whole
from prevent.loading.layers import ids_of
from prevent.loading.schemas import policy_schema
from prevent.policy.model import Policy
from prevent.policy.outcomes import outcome
from prevent.reading.documents import Document, read_documents
from prevent.reading.nearest import did_you_mean
from prevent.reading.schema import schema_faults
from prevent.requests.request import Request, RequestReader
from prevent.trials.compose import like, written_out
from prevent.trials.trial import Expected, ExpectedCondition, ExpectedFinding, Trial

FOLDER = "tests"

_HINT = (
    "Write a file such as events.yaml there, with 'tests:' and a list: each has a title, a request"
    " and what you expect of it. README.md shows one."
)


def read_trials(folder: Path, shown: str, policy: Policy, rules: Rules) -> tuple[Trial, ...]:
    """The tests of the policy in ``folder``, which messages call ``shown``.

    Raises ``PreventError`` with every fault of every file, or where there is no test.
    """
    there = (folder / FOLDER).glob("*") if (folder / FOLDER).is_dir() else ()
    paths = sorted(path for path in there if path.suffix in {".yaml", ".yml"})
    if not paths:
        place = Place((Path(shown) / FOLDER).as_posix())
        raise PreventError([Fault(place, "There are no tests of the policy here.", _HINT)])
    reading = _Reading(
        policy_schema("tests", ids_of(policy)), RequestReader(rules.rule_set.kinds, rules.schemas)
    )
    for path in paths:
        reading.file(path, (Path(shown) / path.relative_to(folder)).as_posix())
    if reading.faults:
        raise PreventError(sorted(set(reading.faults)))
    return tuple(reading.trials)


@dataclass
class _Reading:
    """What has been read so far. Each file, and each test, is read whatever the others hold."""

    schema: Mapping[str, object]
    requests: RequestReader
    trials: list[Trial] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)

    def file(self, path: Path, name: str) -> None:
        """Read one file."""
        documents, faults = read_documents(path, name=name)
        self.faults += faults
        for more in documents[1:]:
            message = "A file of tests holds one document; another one starts here."
            place = Place(name, more.number, more.line, 1)
            self.faults.append(Fault(place, message, "Take the line '---' out."))
        if not documents:
            return
        document = documents[0]
        if document.data is None:
            self.faults.append(Fault(Place(name), "This file holds no tests.", _HINT))
            return
        self.faults += schema_faults(document, self.schema)
        if not isinstance(document.data, dict):
            return
        examples = self._examples(document)
        for entry in mappings(whole(document), "tests"):
            example = self._named(entry, examples)
            if not self._faulty(document, "test", entry):
                self._test(entry, example)

    def _examples(self, document: Document) -> dict[str, Entry | None]:
        """The examples by id; None for one with a fault, which is told already."""
        examples: dict[str, Entry | None] = {}
        for entry in mappings(whole(document), "examples"):
            name = entry.text("id")
            if name in examples:
                message = f"Two examples have the id '{name}'."
                self.faults.append(Fault(entry.place_of("id"), message, "Give each its own."))
            examples[name] = None if self._faulty(document, "example", entry) else entry
        return examples

    def _faulty(self, document: Document, name: str, entry: Entry) -> bool:
        own = {"$defs": self.schema["$defs"], "$ref": f"#/$defs/{name}"}
        return bool(schema_faults(document, own, at=entry.path))

    def _named(self, entry: Entry, examples: Mapping[str, Entry | None]) -> Entry | None:
        """The example that a test begins with, or None where there is none without a fault."""
        name = entry.text("like")
        if name and name not in examples:
            hint = did_you_mean(name, examples) or "Add it under 'examples:' in this file."
            message = f"There is no example '{name}' in this file."
            self.faults.append(Fault(entry.place_of("like"), message, hint))
        return examples.get(name)

    def _test(self, entry: Entry, example: Entry | None) -> None:
        if "request" in entry.data:
            document = written_out(entry.document, (*entry.path, "request"))
        elif example:
            document = self._like(entry, example)
        else:
            return
        request = self.requests.read(document)
        if isinstance(request, list):
            self.faults += request
            return
        self.trials.append(
            Trial(
                title=entry.text("title"),
                place=entry.place,
                request=request,
                as_of=_as_of(entry, request),
                expected=_expected(entry.the("expect")),
                policy_as_of=_policy_as_of(entry),
            )
        )

    def _like(self, entry: Entry, example: Entry) -> Document:
        """The request of an example, changed as the test says."""
        name = entry.text("like")
        had = example.the("request").data
        for index, left_out in enumerate(entry.texts("without")):
            if left_out not in had:
                message = f"The example '{name}' has no '{left_out}' that could be left out."
                place = entry.place_of("without", index)
                self.faults.append(Fault(place, message, did_you_mean(left_out, had)))
        change = (*entry.path, "change") if "change" in entry.data else None
        without = entry.texts("without")
        return like(entry.document, (*example.path, "request"), change, without, entry.path)


def _as_of(entry: Entry, request: Request) -> date:
    """The day of the check: no test may come out otherwise from one day to the next."""
    happens_on = request.text(request.rules.happens_on) or ""
    written = (entry.text("as_of"), whole(entry.document).text("as_of"), happens_on)
    return next(day for text in written if (day := parse_date(text)))


def _policy_as_of(entry: Entry) -> date | None:
    """The day whose policy counts, where the test or its file names one."""
    written = (entry.text("policy_as_of"), whole(entry.document).text("policy_as_of"))
    return next((day for text in written if (day := parse_date(text))), None)


def _expected(entry: Entry) -> Expected:
    conditions = tuple(_conditions(entry)) if "conditions" in entry.data else None
    return Expected(
        outcome(entry.text("outcome")),
        _findings(entry, "findings"),
        conditions,
        _findings(entry, "notes"),
        _findings(entry, "afterwards"),
    )


def _findings(entry: Entry, key: str) -> tuple[ExpectedFinding, ...] | None:
    if key not in entry.data:
        return None
    return tuple(
        ExpectedFinding(
            rule=each.text("rule"),
            outcome=outcome(each.text("outcome")) if "outcome" in each.data else None,
            who=frozenset(each.texts("who")) if "who" in each.data else None,
            by=parse_date(each.text("by")),
            subject=each.text("subject") or None,
            ask_again=each.yes("ask_again") if "ask_again" in each.data else None,
        )
        for each in entry.entries(key)
    )


def _conditions(entry: Entry) -> Iterator[ExpectedCondition]:
    for each in entry.entries("conditions"):
        yield ExpectedCondition(
            condition=each.text("condition"),
            rule=each.text("rule") or None,
            by=parse_date(each.text("by")),
            subject=each.text("subject") or None,
        )

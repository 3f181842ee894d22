"""Taking requests in: from an issue's text, from YAML or JSON, or from a spreadsheet.

Every answer is kept, or said to be left out. What a check would not accept is a doubt: the request
keeps it as it was given, so that nothing is decided by it until a person has looked.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import PurePath
from typing import NamedTuple

from prevent.bundle.current import Rules
from prevent.faults import Fault, Place
from prevent.intake.issue_text import read_issue
from prevent.reading.documents import LIMIT, Document, file_bytes, parse_documents
from prevent.reading.raw_text import decode, position
from prevent.requests.find import SPREADSHEETS, SUFFIXES
from prevent.requests.headers import Headers
from prevent.requests.request import Request, RequestReader
from prevent.requests.spreadsheets import read_spreadsheet

ISSUES = (".md", ".markdown", ".txt")
_QUESTION = re.compile(r"^ {0,3}### +\S", re.MULTILINE)
_FENCED = re.compile(r"^(`{3,})ya?ml\n(.*?)^\1`*[ \t]*$", re.MULTILINE | re.DOTALL)


_FROM_SITE = re.compile(r"[^\n]*\(as of \d{4}-\d{2}-\d{2}\)\.|Version of the policy: \S+")
"""The paragraphs that the site's own form writes beside a request file."""


class Taken(NamedTuple):
    """A request that was taken in: its document, what a person must look at, and what is left out.

    ``left_out`` is text that is no answer to any question.
    """

    document: Document
    doubts: tuple[Fault, ...]
    left_out: str = ""


class Intake(NamedTuple):
    """The requests of a source, and what of it could not be read at all."""

    taken: list[Taken]
    faults: list[Fault]


class Taker:
    """Takes requests in, by the fields of one policy. ``kind`` is that of those that say none."""

    def __init__(self, rules: Rules, kind: str = "") -> None:
        self._rules = rules.rule_set
        self._kind = kind
        self._headers = Headers(rules.rule_set)
        self._reader = RequestReader(rules.rule_set.kinds, rules.schemas)

    def file(self, path: str) -> Intake:
        """The requests in a file; how its name ends says how it is read. Never raises."""
        suffix = PurePath(path).suffix.lower()
        if suffix in SPREADSHEETS:
            documents, faults = read_spreadsheet(path, self._rules, kind=self._kind)
            return Intake([self._taken(each) for each in documents], faults)
        if suffix not in (*ISSUES, *SUFFIXES):
            message = "It is not known how this file is to be read."
            hint = (
                f"Expected a name that ends in {', '.join((*ISSUES, *SUFFIXES, '.csv'))} or .xlsx."
            )
            return Intake([], [Fault(Place(path), message, hint)])
        data = file_bytes(path)
        if isinstance(data, Fault):
            return Intake([], [data])
        if suffix in ISSUES:
            return self._issue(data, path)
        return self._documents(data, path, json=suffix == ".json")

    def text(self, data: bytes, name: str) -> Intake:
        """The requests in what was handed over without a name: an issue, YAML or JSON."""
        text, _ = decode(data[: LIMIT + 1])
        if _QUESTION.search(text) or _FENCED.search(text):
            return self._issue(data, name)
        return self._documents(data, name, json=text.lstrip().startswith("{"))

    def _issue(self, data: bytes, name: str) -> Intake:
        """An issue of a form, or one with a request file in it, as the site's own form makes it."""
        if len(data) > LIMIT:
            return Intake([], parse_documents(data, name=name)[1])
        text, flaw = decode(data)
        if flaw is not None:
            place = Place(name, 1, *position(text, flaw.offset))
            return Intake([], [Fault(place, flaw.message, flaw.hint)])
        if _QUESTION.search(text):
            issue = read_issue(text, name, self._headers, self._kind)
            return Intake([self._taken(issue.document, issue.doubts, issue.before)], [])
        blocks = list(_FENCED.finditer(text))
        if len(blocks) != 1:
            message = "There is no question of a form in this text, and no one request file."
            hint = "Take the whole text of the issue; its questions begin with '### '."
            return Intake([], [Fault(Place(name), message, hint)])
        (block,) = blocks
        # The lines before it are kept empty, so that places are those in the whole text.
        before = "\n" * text.count("\n", 0, block.start(2))
        intake = self._documents((before + block[2]).encode(), name, json=False)
        around = (text[: block.start()] + "\n\n" + text[block.end() :]).strip()
        return Intake([_beside(each, around) for each in intake.taken], intake.faults)

    def _documents(self, data: bytes, name: str, *, json: bool) -> Intake:
        documents, faults = parse_documents(data, name=name, json=json)
        filled = [document for document in documents if document.data is not None]
        if not filled and not faults:
            faults = [Fault(Place(name), "There is no request here.")]
        return Intake([self._taken(each) for each in filled], faults)

    def _taken(self, document: Document, known: Sequence[Fault] = (), before: str = "") -> Taken:
        found = self._reader.read(document)
        told = {doubt.place.line for doubt in known}
        doubts = [*known]
        if not isinstance(found, Request):
            doubts += [fault for fault in found if fault.place.line not in told]
        if before:
            message = "The text before the first question is no answer to any."
            doubts.append(Fault(Place(document.file, 1, 1, 1), message))
        return Taken(document, tuple(sorted(doubts)), before)


def _beside(taken: Taken, text: str) -> Taken:
    """A request with what stands beside it, which is a doubt where a person may have written it."""
    paragraphs = [each.strip() for each in text.split("\n\n") if each.strip()]
    doubts = list(taken.doubts)
    if not all(_FROM_SITE.fullmatch(each) for each in paragraphs):
        message = "Something stands beside the request file, and is no part of it."
        doubts.append(Fault(Place(taken.document.file, 1, 1, 1), message))
    return taken._replace(doubts=tuple(sorted(doubts)), left_out=text)

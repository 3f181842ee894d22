"""What is tried: each entry takes any bytes, and may raise nothing but ``PreventError``."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from datetime import date
from functools import cache, partial
from pathlib import Path
from typing import NamedTuple

from fuzz.chosen_request import request_of
from fuzz.made_inputs import bytes_that_choose, issues, packed, payloads, requests, sheets
from fuzz.reports import report_of
from fuzz.told import inert
from prevent.api.intake import as_yaml
from prevent.api.rules import load_rules
from prevent.bundle.current import Rules
from prevent.decide.check import Checker
from prevent.faults import PreventError
from prevent.intake.take import Intake, Taker
from prevent.intake.written import file_names
from prevent.reading.documents import parse_documents
from prevent.reading.plain_data import plain_document
from prevent.reports.formats import FORMATS, written
from prevent.reports.style import Style
from prevent.requests.spreadsheets import read_spreadsheet

ROOT = Path(__file__).parents[2]
AS_OF = date(2026, 3, 10)
_SHOWN = Style()


class Entry(NamedTuple):
    """One way in: what is tried, the inputs to begin with, and how many of a million it is given.

    ``run`` raises ``AssertionError`` where what comes out is not what is promised.
    """

    about: str
    run: Callable[[bytes], None]
    seeds: Callable[[], list[bytes]]
    share: int


@cache
def policy() -> Rules:
    """The rules of this repository's policy."""
    return load_rules(str(ROOT / "policy")).rules


@cache
def checker(*, redacting: bool = False) -> Checker:
    """What decides, by every engine there is."""
    return Checker(policy(), AS_OF, redacting=redacting)


@cache
def taker() -> Taker:
    """What takes requests in."""
    return Taker(policy(), "event")


def read_yaml(data: bytes) -> None:
    """The YAML loader."""
    parse_documents(data, name="given.yaml")


def read_json(data: bytes) -> None:
    """The JSON loader."""
    parse_documents(data, name="given.json", json=True)


def check_text(data: bytes) -> None:
    """A file that is read, checked and decided."""
    documents, _ = parse_documents(data, name="given.yaml")
    for document in documents[:20]:
        checker().check_document(document)


def check_data(data: bytes) -> None:
    """A request as a program gives it: answers of the right sort, and of any other."""
    document = plain_document(request_of(data, policy().rule_set), "request")
    if not isinstance(document, list):
        report = checker(redacting=data[:1] > b"\x7f").check_document(document)
        assert len(report.decisions) + bool(report.errors) == 1


def read_csv(data: bytes) -> None:
    """A spreadsheet in CSV, and the requests in it."""
    _spreadsheet(data, ".csv")


def read_xlsx(data: bytes) -> None:
    """A spreadsheet in XLSX: the file, or the sheet within one that is sound."""
    _spreadsheet(packed(data), ".xlsx")


def _spreadsheet(data: bytes, suffix: str) -> None:
    path = Path(_scratch().name) / f"given{suffix}"
    path.write_bytes(data)
    documents, _ = read_spreadsheet(str(path), policy().rule_set, name=f"given{suffix}")
    for document in documents[:5]:
        checker().check_document(document)


@cache
def _scratch() -> tempfile.TemporaryDirectory[str]:
    """A folder that is gone when the process ends."""
    return tempfile.TemporaryDirectory(prefix="prevent-fuzz-")


def take_in(data: bytes) -> None:
    """What intake makes of an issue, and of what the site's form gives."""
    _written(taker().text(data, "given"))


def _written(intake: Intake) -> None:
    if not intake.taken:
        return
    for name in file_names(intake.taken):
        assert name == os.path.basename(name), name  # noqa: PTH119 (it is to be the same)
        assert name.endswith(".yaml"), name
        assert name.isascii(), name
        assert not name.startswith((".", "-")), name
    for line in as_yaml(intake.taken).splitlines():
        assert line.isprintable(), repr(line)


def write_report(data: bytes, form: str) -> None:
    """A report of requests that say this, in a file that is called this."""
    inert(form, "".join(written(report_of(data, checker()), _SHOWN, form)))


ENTRIES: dict[str, Entry] = {
    "yaml": Entry("the YAML loader", read_yaml, requests, 180_000),
    "json": Entry("the JSON loader", read_json, partial(requests, json=True), 140_000),
    "check": Entry("a request file, to its decision", check_text, requests, 120_000),
    "request": Entry(
        "a request's answers, to its decision", check_data, bytes_that_choose, 140_000
    ),
    "csv": Entry("a spreadsheet in CSV", read_csv, sheets, 80_000),
    "xlsx": Entry("a spreadsheet in XLSX", read_xlsx, partial(sheets, xml=True), 20_000),
    "intake": Entry("prevent intake", take_in, issues, 100_000),
    **{
        f"report-{form}": Entry(
            f"the format {form}", partial(write_report, form=form), payloads, 22_000
        )
        for form in FORMATS
    },
}


def tried(entry: Entry, data: bytes) -> None:
    """Try one input. Raises whatever is a fault of the program."""
    try:
        entry.run(data)
    except PreventError as error:
        for fault in error.faults:
            assert fault.message

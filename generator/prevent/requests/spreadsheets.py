"""Requests in a spreadsheet: one a row, as the same documents that YAML gives.

The first row of a sheet that is not empty holds its headings. A sheet named after a list, such as
``Speakers``, holds the items of that list, each with the ``reference`` of its request.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from prevent.faults import Fault, Place
from prevent.fields.field import Field
from prevent.reading.documents import Document
from prevent.reading.nearest import did_you_mean, one_of
from prevent.reading.quoting import quoted
from prevent.reading.tables.read import read_table
from prevent.reading.tables.table import Row, Sheet, Unread
from prevent.requests.given import fold
from prevent.requests.headers import KIND, LONGEST, REFERENCE, Asks, Headers
from prevent.requests.row import Entry, RequestRow, RowReader
from prevent.rules.ruleset import RuleSet

REMARK = "#"
_PASSED_OVER = f"To have a column passed over, begin its heading with {REMARK}."


class _Item(NamedTuple):
    """An item of a list that has a row of its own: of which list, and of which request."""

    field: Field
    reference: str
    entry: Entry
    place: Place
    faults: list[Fault]


class _Headed(NamedTuple):
    """The rows of a sheet, and its headings by their columns."""

    place: Place
    named: Mapping[int, str]
    rows: tuple[Row, ...]


def read_spreadsheet(
    path: str, rules: RuleSet, *, name: str | None = None, kind: str = ""
) -> tuple[list[Document], list[Fault]]:
    """The requests in a spreadsheet, and what is wrong with the rest of it. Never raises.

    ``name`` is what faults call the file. ``kind`` is the kind of every row without one.
    """
    shown = path if name is None else name
    sheets, faults = read_table(path, name=shown)
    reader = _Reader(shown, rules, kind)
    for sheet in sheets:
        if sheet.rows:
            reader.sheet(sheet)
    documents = reader.documents()
    faults += reader.faults
    if not documents and not faults:
        hint = "Write the headings in the first row, and below them one request in each row."
        faults.append(Fault(Place(shown, sheet=""), "This spreadsheet holds no request.", hint))
    return documents, faults


class _Reader:
    """Reads the sheets of one file.

    A sheet with a heading that is not known is not read: an answer may be lost with it.
    """

    def __init__(self, file: str, rules: RuleSet, kind: str) -> None:
        self.faults: list[Fault] = []
        self._file = file
        self._kind = kind or (next(iter(rules.kinds)) if len(rules.kinds) == 1 else "")
        self._kinds = rules.kinds
        self._headers = Headers(rules)
        self._requests: list[RequestRow] = []
        self._items: list[_Item] = []

    def sheet(self, sheet: Sheet) -> None:
        """Read a sheet that is not empty."""
        heading = sheet.rows[0]
        place = Place(self._file, 1, heading.number, 1, sheet.name)
        faults_before = len(self.faults)
        named = dict(self._named(heading, place))
        rows = tuple(row for row in sheet.rows[1:] if _says_something(row, named))
        headed = _Headed(place, named, rows)
        owner = self._headers.owner(sheet.name) if sheet.name else None
        if owner is not None:
            parts = dict(self._parts(owner, headed))
            if len(self.faults) == faults_before:
                self._items += [_item(row, owner, parts, headed) for row in headed.rows]
            return
        asked = dict(self._asked(headed))
        if len(self.faults) == faults_before:
            self._requests += [self._request(row, asked, headed) for row in headed.rows]

    def documents(self) -> list[Document]:
        """The requests, each with the items that stand in sheets of their own.

        Where it cannot be told whose an item is, no request is taken to be without it.
        """
        by_reference: dict[str, list[RequestRow]] = {}
        for request in self._requests:
            request.settle()
            by_reference.setdefault(request.text(REFERENCE.id), []).append(request)
        lost = False
        for item in self._items:
            found = by_reference.get(item.reference, []) if item.reference else []
            if len(found) == 1 and not item.faults:
                found[0].add(item.field, item.entry)
            elif len(found) == 1:
                found[0].faults.extend(item.faults)
            else:
                lost = True
                self.faults += [*item.faults, _lost(item, len(found), by_reference)]
        documents: list[Document] = []
        for number, request in enumerate(self._requests, start=1):
            self.faults += [
                fault._replace(place=fault.place._replace(document=number))
                for fault in request.faults
            ]
            if not request.faults and not lost:
                documents.append(request.document(number))
        return documents

    def _named(self, heading: Row, place: Place) -> Iterator[tuple[int, str]]:
        """The headings by column; each once."""
        first: dict[str, int] = {}
        for column, content in heading.cells.items():
            here = place._replace(column=column)
            if isinstance(content, Unread):
                self.faults.append(Fault(here, content.message, content.hint))
                continue
            name = " ".join(str(content).split())
            if len(name) > LONGEST:
                message = f"A heading has at most {LONGEST} characters."
                self.faults.append(Fault(here, message, "Write the headings in the first row."))
                continue
            if not name.startswith(REMARK) and fold(name) in first:
                there = place._replace(column=first[fold(name)])
                message = f"The heading {quoted(name)} stands twice, here and in {there}."
                self.faults.append(Fault(here, message, "Take one of them out."))
            first.setdefault(fold(name), column)
            yield column, name

    def _asked(self, headed: _Headed) -> Iterator[tuple[int, Asks]]:
        """What the columns of requests ask for, by column; a fault for each that is not known."""
        there: dict[Asks, int] = {}
        meant = {
            column: self._headers.asks(name)
            for column, name in headed.named.items()
            if not name.startswith(REMARK)
        }
        taken = {asks for asks in meant.values() if isinstance(asks, Asks)}
        for column, asks in meant.items():
            name = headed.named[column]
            here = headed.place._replace(column=column)
            if isinstance(asks, list):
                self.faults.append(
                    _ambiguous(here, name, asks)
                    if asks
                    else _unknown(here, name, self._headers.near(name, taken))
                )
                continue
            if asks in there:
                message = f"The heading {quoted(name)} asks for the same as another."
                hint = f"The other is in {headed.place._replace(column=there[asks])}."
                self.faults.append(Fault(here, message, hint))
            there.setdefault(asks, column)
            yield column, asks
        if not self._kind and not any(asks.field.id == KIND for asks in there):
            message = "There is no column 'kind', which says what each row asks for."
            self.faults.append(Fault(headed.place, message, one_of(self._kinds)))

    def _parts(self, owner: Field, headed: _Headed) -> Iterator[tuple[int, Field]]:
        """What the columns of a list's sheet ask for: its parts, and the request's reference."""
        there: set[str] = set()
        meant = {
            column: REFERENCE if fold(name) == REFERENCE.id else self._headers.part(owner, name)
            for column, name in headed.named.items()
            if not name.startswith(REMARK)
        }
        taken = {part.id for part in meant.values() if part}
        for column, part in meant.items():
            name = headed.named[column]
            here = headed.place._replace(column=column)
            if part is None:
                hint = self._headers.near_part(owner, name, taken)
                self.faults.append(_unknown(here, name, hint))
                continue
            if part.id in there:
                message = f"The heading {quoted(name)} asks for the same as another."
                self.faults.append(Fault(here, message, "Take one of them out."))
            there.add(part.id)
            yield column, part
        if REFERENCE.id not in there:
            message = "There is no column 'reference', which says whose each row is."
            hint = "Give each request a reference, and write it here."
            self.faults.append(Fault(headed.place, message, hint))

    def _request(self, row: Row, asked: Mapping[int, Asks], headed: _Headed) -> RequestRow:
        place = headed.place._replace(line=row.number)
        request = RequestRow(self._headers, place)
        for column, asks in asked.items():
            request.know(asks, column)
        if self._kind:
            request.presume(self._kind)
        for column, asks in asked.items():
            if column in row.cells:
                request.take(asks, row.cells[column], column)
        request.faults.extend(_unheaded(row, headed))
        return request


def _says_something(row: Row, named: Mapping[int, str]) -> bool:
    """Does a row hold more than columns that are passed over?"""
    return any(not named.get(column, "").startswith(REMARK) for column in row.cells)


def _item(row: Row, owner: Field, parts: Mapping[int, Field], headed: _Headed) -> _Item:
    place = headed.place._replace(line=row.number)
    reader = RowReader(place)
    entry = reader.entry()
    for column, part in parts.items():
        entry.marks.keys[part.id] = (row.number, column)
        if column in row.cells:
            reader.part(entry, part, row.cells[column], column)
    at = place._replace(column=entry.marks.keys[REFERENCE.id][1])
    reference = str(entry.data.pop(REFERENCE.id, ""))
    return _Item(owner, reference, entry, at, [*reader.faults, *_unheaded(row, headed)])


def _unheaded(row: Row, headed: _Headed) -> Iterator[Fault]:
    """A fault for each cell of the row under no heading."""
    for column in row.cells:
        if column not in headed.named:
            place = headed.place._replace(line=row.number, column=column)
            yield Fault(place, "There is no heading above this cell.", "Write one, or empty it.")


def _ambiguous(place: Place, name: str, meant: list[str]) -> Fault:
    message = f"The heading {quoted(name)} may stand for more than one thing."
    return Fault(place, message, one_of(meant))


def _unknown(place: Place, name: str, hint: str) -> Fault:
    message = f"The heading {quoted(name)} is not known."
    return Fault(place, message, f"{hint} {_PASSED_OVER}".strip())


def _lost(item: _Item, found: int, references: Iterable[str]) -> Fault:
    if not item.reference:
        message = "This row does not say which request it belongs to, so none is decided."
        return Fault(item.place, message, "Write the reference of its request.")
    if found:
        message = f"{found} requests have the reference {quoted(item.reference)}."
        return Fault(item.place, f"{message} None is decided.", "Give each one of its own.")
    message = f"No request has the reference {quoted(item.reference)}, so none is decided."
    return Fault(item.place, message, did_you_mean(item.reference, filter(None, references)))

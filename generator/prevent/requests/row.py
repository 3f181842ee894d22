"""One row of a spreadsheet, put together as the request it is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from prevent.faults import Fault, Place
from prevent.fields.field import Field
from prevent.reading.json_text import read_json
from prevent.reading.places import CellMarks, Document, Value
from prevent.reading.quoting import quoted
from prevent.reading.tables.table import Content, Unread
from prevent.requests.given import Doubtful, answer, says_none
from prevent.requests.headers import LATEST, Asks, Headers
from prevent.rules.inner_fields import LISTED

_YES_NO = Field("", "yes-no", "", "")


class Entry:
    """A request, an item of a list, or another answer with parts; and where its parts stand."""

    def __init__(self, row: int, column: int, sheet: str) -> None:
        self.data: dict[str, Value] = {}
        self.marks = CellMarks(row, column, sheet)
        self._sheet = sheet

    def put(self, key: str, value: Value, column: int) -> None:
        """Keep a part that stands in this row."""
        marks = CellMarks(self.marks.line, column, self._sheet)
        if isinstance(value, list):
            # They all stand in this one cell.
            marks.parts |= dict.fromkeys(range(len(value)), marks)
        self.data[key] = value
        self.marks.keys[key] = (self.marks.line, column)
        self.marks.parts[key] = marks

    def hold(self, key: str, entry: Entry) -> None:
        """Keep a part that has parts."""
        self.data[key] = entry.data
        self.marks.keys.setdefault(key, (entry.marks.line, entry.marks.column))
        self.marks.parts[key] = entry.marks

    def append(self, key: str, entry: Entry) -> None:
        """Keep one more item of a list."""
        items = self.data.setdefault(key, [])
        if key not in self.marks.parts:
            self.marks.parts[key] = CellMarks(self.marks.line, self.marks.column, self._sheet)
        marks = self.marks.parts[key]
        assert isinstance(items, list)
        assert isinstance(marks, CellMarks)
        marks.parts[len(items)] = entry.marks
        items.append(entry.data)


class RowReader:
    """Reads the cells of one row; ``faults`` are what is wrong with them."""

    def __init__(self, place: Place) -> None:
        self._place = place
        self.faults: list[Fault] = []

    def entry(self, column: int = 1) -> Entry:
        """Something that begins in this column, with nothing in it as yet."""
        return Entry(self._place.line, column, self._place.sheet or "")

    def part(self, entry: Entry, field: Field, content: Content, column: int) -> None:
        """Put what a cell holds into an entry, as the answer to a field without parts."""
        value = self.given(field, content, column)
        if value is not None:
            entry.put(field.id, value, column)

    def given(self, field: Field, content: Content, column: int) -> Value:
        """What a cell holds as the answer to a field without parts; None where it is none."""
        if isinstance(content, Unread):
            self.fault(column, content.message, content.hint)
            return None
        value = answer(field, content)
        if isinstance(value, Doubtful):
            self.fault(column, value.message, value.hint)
            return None
        return value

    def fault(self, column: int, message: str, hint: str = "") -> None:
        """Say what is wrong with a cell."""
        self.faults.append(Fault(self._place._replace(column=column), message, hint))


class RequestRow:
    """A request being put together from the cells of its row."""

    def __init__(self, headers: Headers, place: Place) -> None:
        self._headers = headers
        self._place = place
        self._reader = RowReader(place)
        self._whole = self._reader.entry()
        self._numbered: dict[tuple[str, int], Entry] = {}
        self._by_role: dict[tuple[str, str], Entry] = {}
        self._again: dict[tuple[str, str], tuple[Value, int]] = {}

    @property
    def faults(self) -> list[Fault]:
        """What is wrong with its cells."""
        return self._reader.faults

    def text(self, key: str) -> str:
        """The text under a key, or nothing."""
        return str(self._whole.data.get(key, ""))

    def presume(self, kind: str) -> None:
        """Take it to be of this kind, unless a cell says otherwise."""
        self._whole.data["kind"] = kind

    def know(self, asks: Asks, column: int) -> None:
        """Say in which column an answer would stand, where there is none."""
        self._whole.marks.keys.setdefault(asks.field.id, (self._place.line, column))

    def take(self, asks: Asks, content: Content, column: int) -> None:
        """Take what a cell holds."""
        if asks.option:
            self._one_of_several(asks, content, column)
        elif asks.part is None:
            self._answer(asks.field, content, column)
        elif asks.part.id == LATEST:
            value = self._reader.given(asks.part, content, column)
            self._again[asks.field.id, asks.role] = (value, column)
        else:
            self._reader.part(self._entry(asks, column), asks.part, content, column)

    def settle(self) -> None:
        """Put the items of lists in their order, when every cell of the row has been taken."""
        for owner, number in sorted(self._numbered):
            if number:
                self._whole.append(owner, self._numbered[owner, number])
        for (owner, role), entry in self._by_role.items():
            for each in self._said(owner, role, entry):
                self._whole.append(owner, each)

    def add(self, field: Field, item: Entry) -> None:
        """Add an item of a list that has a row of its own; after those of this row."""
        self._whole.append(field.id, item)

    def document(self, number: int) -> Document:
        """The request as a document."""
        place = self._place
        return Document(place.file, number, place.line, self._whole.data, self._whole.marks)

    def _said(self, owner: str, role: str, entry: Entry) -> Iterator[Entry]:
        """The entries of a role: a second one where it said the same again on a later day.

        What goes with it stands with the last.
        """
        day, column = self._again.get((owner, role), (None, 0))
        if day is None or day == entry.data.get("date"):
            yield entry
            return
        first = self._reader.entry(entry.marks.column)
        for key in ("role", "decision", "date"):
            if key in entry.data:
                first.put(key, entry.data[key], entry.marks.keys[key][1])
        yield first
        entry.put("date", day, column)
        yield entry

    def _answer(self, field: Field, content: Content, column: int) -> None:
        """An answer in one cell. One that has parts is written as JSON, as in a register."""
        parts = self._headers.parts(field)
        if not parts or isinstance(content, Unread):
            self._reader.part(self._whole, field, content, column)
            return
        if field.type in LISTED and says_none(str(content)):
            self._whole.put(field.id, [], column)
            return
        documents, faults = read_json(_plain(content), "")
        found = None if faults else documents[0].data
        if not isinstance(found, list if field.type in LISTED else dict):
            message = f"The answer to '{field.id}' has parts, so it has columns of its own."
            names = ", ".join(f"'{name}'" for name in self._headers.names(field))
            self._reader.fault(column, message, f"Use {names}.")
            return
        self._whole.put(field.id, found, column)

    def _one_of_several(self, asks: Asks, content: Content, column: int) -> None:
        said = self._reader.given(_YES_NO, content, column)
        if said not in {"yes", "no", None}:
            self._reader.fault(column, f"{quoted(said)} is neither yes nor no.")
        if said not in {"yes", "no"} or (asks.role and said == "no"):
            return
        entry = self._entry(asks, column) if asks.role else self._whole
        key = "conditions" if asks.role else asks.field.id
        chosen = entry.data.get(key, [])
        assert isinstance(chosen, list)
        entry.put(key, [*chosen, asks.option] if said == "yes" else chosen, column)

    def _entry(self, asks: Asks, column: int) -> Entry:
        """The entry that a cell is a part of; begun where it is the first."""
        owner = asks.field.id
        if asks.role:
            if (owner, asks.role) not in self._by_role:
                self._by_role[owner, asks.role] = self._reader.entry(column)
                self._by_role[owner, asks.role].put("role", asks.role, column)
            return self._by_role[owner, asks.role]
        key = (owner, asks.number)
        if key not in self._numbered:
            self._numbered[key] = self._reader.entry(column)
            if asks.field.type not in LISTED:
                self._whole.hold(owner, self._numbered[key])
        return self._numbered[key]


def _plain(content: str | float | date) -> str:
    return content if isinstance(content, str) else ""

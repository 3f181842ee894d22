"""A register's rows as the rules take them, and which of them are valid requests, in SQL."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from prevent.bulk import quoting
from prevent.bulk.cells import CellTypeError, Trouble, cell, sql_type
from prevent.bulk.engine import Tables
from prevent.bulk.headings import item_headings, required
from prevent.bulk.register import ROW, Register
from prevent.bulk.row_checks import row_checks
from prevent.faults import Fault, Place, PreventError
from prevent.rules.columns import KIND, REFERENCE, Column, columns
from prevent.rules.ruleset import KindRules

VALID = "_valid"
"""The column that says whether a row is a valid request."""


@dataclass(frozen=True, slots=True)
class Judged:
    """The rows of one kind.

    ``called`` is a view of them by their columns, with whether each is valid; ``trusted`` the same
    view where it is known that all of them are, which asks nothing. ``plain`` where every cell is
    taken as it is stored, and no work is done for it. ``relation`` is what they are taken from, and
    ``judging`` the head of the query that judges rows of it. ``rejected`` is a query of those that
    are not valid, with what is wrong. ``lists`` are the lists that the register has a column for:
    of others no row has an item.
    """

    kind: KindRules
    called: str
    trusted: str
    plain: bool
    relation: str
    judging: str
    rejected: str
    lists: frozenset[str]


@dataclass(frozen=True, slots=True)
class Judging:
    """What a register's rows are judged by.

    ``repeated`` is whether another row has the same reference, in SQL; nothing where none has.
    """

    database: Tables
    register: Register
    repeated: str

    def rows_of(self, kind: KindRules, called: str, where: str) -> Judged:
        """Judge the rows of a kind, which ``where`` tells from others.

        Raises ``PreventError`` where a column is missing or cannot hold what it should.
        """
        place = Place(self.register.shown)
        required(kind, self.register.types, place)
        values, troubles = self._cells(kind, place)
        troubles += row_checks(kind, values, self._given(kind))
        if self.repeated and REFERENCE in values:
            again = f"coalesce({self.repeated}, false)"
            troubles.append(Trouble(REFERENCE, again, quoting.text(_REPEATED)))
        plain = all(value == quoting.name(name) for name, value in values.items())
        values[KIND] = quoting.text(kind.kind)
        cells = ", ".join(
            f"{values.get(each.name) or f'CAST(NULL AS {sql_type(each)})'}"
            f" AS {quoting.name(each.name)}"
            for each in columns(kind)
        )
        wrong = " OR ".join(trouble.when for trouble in troubles) or "false"
        relation = self.register.relation
        judged = f"SELECT {ROW}, {cells}, NOT ({wrong}) AS {VALID} FROM"
        self.database.view(called, f"{judged} {relation} WHERE {where}")
        trusted = f"SELECT {ROW}, {cells}, true AS {VALID} FROM {relation} WHERE {where}"
        self.database.view(f"trusted_{called}", trusted)
        reference = values.get(REFERENCE) or self.reference()
        rejected = f"FROM {relation} WHERE {where} AND ({wrong})"
        lists = (each.fact for each in columns(kind) if each.type == "list" and each.name in values)
        return Judged(
            kind,
            called,
            f"trusted_{called}",
            plain,
            relation,
            judged,
            _rejected(reference, troubles, rejected),
            frozenset(lists),
        )

    def reference(self) -> str:
        """The reference of a row as it stands, in SQL; nothing where there is none."""
        return reference_of(self.register)

    def others(self, where: str, kinds: Sequence[str]) -> str:
        """A query of the rows of no kind that there is, as rejected."""
        stated = stated_kind(self.register)
        reason = f"Expected one of: {', '.join(kinds)}."
        seen = f"'''' || left({stated}, 60) || ''' is not a kind that is looked for. '"
        seen += f" || {quoting.text(reason)}"
        missing = quoting.text(f"This is missing. {reason}")
        trouble = Trouble(KIND, "true", f"coalesce({seen}, {missing})")
        relation = f"FROM {self.register.relation} WHERE {where}"
        return _rejected(self.reference(), [trouble], relation)

    def _cells(self, kind: KindRules, place: Place) -> tuple[dict[str, str], list[Trouble]]:
        values: dict[str, str] = {}
        troubles: list[Trouble] = []
        faults: list[Fault] = []
        for column in columns(kind):
            stored = self.register.types.get(column.name)
            if stored is None or column.name == KIND:
                continue
            items = self._items(column, stored, place)
            try:
                made = cell(column, quoting.name(column.name), stored, items)
            except CellTypeError as error:
                message = f"The column '{column.name}' holds {stored}. Expected {error}."
                faults.append(Fault(place, message))
                continue
            values[column.name] = made.value
            troubles += made.troubles
        if faults:
            raise PreventError(faults)
        return values, troubles

    def _given(self, kind: KindRules) -> dict[str, str]:
        """Whether anything stands in a cell, right or wrong, in SQL that is never null."""
        made: dict[str, str] = {}
        for column in columns(kind):
            stored = self.register.types.get(column.name)
            raw = quoting.name(column.name)
            if column.type == "list" and stored not in {None, "JSON", "VARCHAR"}:
                # A list without items says no more than one that is left out.
                made[column.name] = f"coalesce(len({raw}) > 0, false)"
            elif stored == "JSON":
                empty = "('null', '[]')" if column.type == "list" else "('null')"
                text = f"CAST(CAST({raw} AS JSON) AS VARCHAR)"
                made[column.name] = f"coalesce({text} NOT IN {empty}, false)"
            elif stored is not None:
                made[column.name] = f"({raw} IS NOT NULL)"
        return made

    def _items(self, column: Column, stored: str, place: Place) -> Mapping[str, str] | None:
        """The types of what the items of a list hold, where it is stored as structures."""
        if column.type != "list" or not (stored.startswith("STRUCT(") and stored.endswith(")[]")):
            return None
        rows = f"SELECT unnest({quoting.name(column.name)}) AS item FROM {self.register.relation}"
        types = self.database.columns(f"SELECT item.* FROM ({rows})")
        item_headings(column, types, place)
        return types


_REPEATED = (
    "Another row has this reference too. Which of them is right cannot be told, so none is decided."
)


def stated_kind(register: Register) -> str:
    """What a row says its kind is, in SQL; null where it says nothing."""
    stored = register.types.get(KIND)
    if stored is None:
        return "CAST(NULL AS VARCHAR)"
    if stored == "JSON":
        return f"json_extract_string({KIND}, '$')"
    return f"CAST({KIND} AS VARCHAR)"


def reference_of(register: Register) -> str:
    """A row's reference as it stands, in SQL; null where there is none."""
    stored = register.types.get(REFERENCE)
    if stored is None:
        return "CAST(NULL AS VARCHAR)"
    if stored == "JSON":
        return f"json_extract_string({REFERENCE}, '$')"
    return f"TRY_CAST({REFERENCE} AS VARCHAR)"


def _rejected(reference: str, troubles: Sequence[Trouble], relation: str) -> str:
    """A query of rejected rows: the first thing that is wrong with each, and then the rest."""
    told = ", ".join(
        f"CASE WHEN {each.when} THEN"
        f" {{'column': {quoting.text(each.column)}, 'reason': {each.reason}}} END"
        for each in troubles
    )
    rest = "list_transform(told[2:], lambda each: each.column || ': ' || each.reason)"
    found = f"list_filter([{told}], lambda each: each IS NOT NULL)"
    return (
        'SELECT row, reference, told[1].column AS "column", told[1].reason AS reason,'
        f" nullif(array_to_string({rest}, ' '), '') AS also"
        f" FROM (SELECT {ROW} AS row, {reference} AS reference, {found} AS told {relation})"
    )

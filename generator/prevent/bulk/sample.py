"""Registers to try things on: requests as they come in, made from the columns of any policy.

Most requests are in order, some come late, some lack an answer, a few are declined; they are for
days of ten years. A row is made of its number and the seed alone, so the same are the same rows,
and any number of them can be made without keeping them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from prevent.bulk import quoting
from prevent.bulk.cells import sql_type
from prevent.bulk.in_order import Answer, InOrder, in_order
from prevent.rules.columns import KIND, REFERENCE, Column, columns
from prevent.rules.ruleset import KindRules, RuleSet
from prevent.rules.working_days import counts_working_days

FIRST, DAYS = date(2016, 1, 1), 3650
"""The first day that a request may be for, and how many days there are."""

AFTER = date(2026, 1, 1)
"""The day of the check for which what is in order is."""

_OTHER = 0.04
"""The share of answers that are not as they are where all is in order."""
_ANOTHER_SORT = 0.3
"""The share of requests that are of another sort: for someone else, or of something else."""

_MISSING, _DECLINED, _LATE = 0.05, 0.015, 0.08
_SEVERAL_ITEMS = (0.85, 0.96)

_MALFORMED: Mapping[str, tuple[str, ...]] = {
    "option": ("nobody", "N/A", " ", "YES PLEASE"),
    "date": ("20/04/2026", "2026-4-20", "20 April 2026", "2026-02-30", "1026-04-20"),
    "number": ("-1", "2.5", '"many"', "1000000001"),
    "text": (" ", "\t"),
    "list": ("[1, 2]", '{"name": "A. Speaker"}', "[null]", '"A. Speaker"'),
}
"""What a malformed cell holds, by what it should hold."""


@dataclass(frozen=True, slots=True)
class Sample:
    """Which register to make: so many rows, of a seed and a kind.

    ``flat`` leaves lists out. ``invalid`` is the share of rows that are malformed; then every
    column is text, or JSON.
    """

    rows: int
    seed: int
    kind: KindRules
    flat: bool = False
    invalid: float = 0.0


def sample_query(rule_set: RuleSet, sample: Sample) -> str:
    """A query that gives the rows of a register, in order."""
    first, days = _time(rule_set, sample.kind)
    usual = in_order(rule_set, sample.kind, first + timedelta(days=days // 2), AFTER)
    making = _Making(sample, usual, first, days)
    cells = [
        (column, making.cell(column))
        for column in columns(sample.kind)
        if column.type != "list" or not sample.flat
    ]
    listed = ", ".join(f"{value} AS {quoting.name(column.name)}" for column, value in cells)
    rows = f"SELECT {listed} FROM ({making.rows()})"
    if not sample.invalid:
        return rows
    return making.spoiled([column for column, _ in cells], rows)


def _time(rule_set: RuleSet, kind: KindRules) -> tuple[date, int]:
    """The days that requests are for: those whose bank holidays are known, where they count."""
    if not counts_working_days(kind):
        return FIRST, DAYS
    calendar = rule_set.calendar()
    first = max(FIRST, date(calendar.first + 1, 1, 1))
    last = min(FIRST + timedelta(days=DAYS), date(calendar.last - 1, 12, 31))
    return first, max((last - first).days, 1)


class _Making:
    """The cells of a register, in SQL, over rows with a number and the day they are for."""

    def __init__(self, sample: Sample, usual: InOrder, first: date, days: int) -> None:
        self._sample = sample
        self._usual = usual
        self._own = columns(sample.kind)
        self._first = first
        self._days = days

    def rows(self) -> str:
        """The numbers of the rows, each with its day."""
        day = f"{quoting.day(self._first)} + CAST({self._share('day')} * {self._days} AS INTEGER)"
        return f"SELECT _i, {day} AS _day FROM range(1, {self._sample.rows + 1}) AS made(_i)"

    def _share(self, *of: str, number: str = "_i") -> str:
        """A number from 0 to 1 that this row has for this purpose, in SQL."""
        name = quoting.text("/".join((str(self._sample.seed), *of)))
        # Hashed twice: once over, the hashes of one row for two purposes would go together.
        return f"((hash(hash({number}, {name})) >> 11) / 9007199254740992.0)"

    def cell(self, column: Column) -> str:
        """The value of a column, in SQL, of its own type; empty where it may not be given."""
        value = self._stated(column)
        if column.only_when is None:
            return value
        other, answer = column.only_when
        (first,) = (each for each in self._own if each.name == other)
        return f"CASE WHEN {self.cell(first)} = {quoting.text(answer)} THEN {value} END"

    def _stated(self, column: Column) -> str:
        if column.fact == KIND:
            return quoting.text(self._sample.kind.kind)
        if column.fact == REFERENCE:
            initials = "".join(part[0] for part in self._sample.kind.kind.split("-")).upper()
            return f"{quoting.text(initials + '-')} || lpad(CAST(_i AS VARCHAR), 9, '0')"
        if column.fact == self._sample.kind.happens_on:
            return "_day"
        if column.type == "list":
            return self._list(column)
        usual = self._usual.answers[column.name]
        field_type = column.field.type if column.field else ""
        if field_type in {"approvals", "advice"}:
            return self._said_by_role(column, usual)
        if field_type == "several":
            return self._one_of_several(column, usual)
        return self._plain(column, usual, "_i")

    def _plain(self, column: Column, usual: Answer, number: str, of: str = "") -> str:
        """What is usual, and now and then something else, or nothing."""
        share = self._share(of, column.name, number=number)
        value = self._value(column, usual, number, of)
        cases = []
        if column.type == "option":
            others = [option for option in column.options if option != usual]
            if others and (usual is not None or len(column.options) > 1):
                rarely = _ANOTHER_SORT if column.required else _OTHER
                picked = self._share(of, column.name, "other", number=number)
                listed = ", ".join(quoting.text(option) for option in others)
                which = f"CAST(floor({picked} * {len(others)}) AS INTEGER) + 1"
                cases.append(f"WHEN {share} < {rarely} THEN ([{listed}])[{which}]")
        if not column.required and usual is not None:
            cases.append(f"WHEN {share} > {1 - _MISSING} THEN NULL")
        return f"CASE {' '.join(cases)} ELSE {value} END" if cases else value

    def _value(self, column: Column, usual: Answer, number: str, of: str = "") -> str:
        if usual is None:
            return f"CAST(NULL AS {sql_type(column)})"
        match column.type:
            case "date":
                assert isinstance(usual, int)
                spread = self._share(of, column.name, "day", number=number)
                late = f"{self._share(of, column.name, 'late', number=number)} < {_LATE}"
                # Earlier than it need be by up to a month; now and then later than it should be.
                before = f"- CAST({spread} * 30 AS INTEGER)" if usual < 0 else ""
                after = f"_day + {usual} + CAST({spread} * {abs(usual) + 15} AS INTEGER)"
                return f"CASE WHEN {late} THEN {after} ELSE _day + ({usual}) {before} END"
            case "number":
                spread = self._share(of, column.name, "number", number=number)
                return f"CAST({usual} * (0.25 + {spread}) AS BIGINT)"
            case _:
                return quoting.text(str(usual))

    def _said_by_role(self, column: Column, usual: Answer) -> str:
        """What a role said: all of it or nothing, and now and then "no"."""
        assert column.field is not None
        role, said = column.fact.split(".", 2)[1:]
        of = f"{column.field.id}.{role}"
        share = self._share(of)
        head = f"{column.field.id}.{role}."
        mine = {c.fact.removeprefix(head): c for c in self._own if c.fact.startswith(head)}
        usually = self._usual.answers[mine["date"].name] is not None
        there = f"{share} >= {_MISSING}" if usually else f"{share} < {_MISSING}"
        if said == "decision":
            no = f"{self._share(of, 'declined')} < {_DECLINED}"
            value = f"CASE WHEN {no} THEN 'declined' ELSE 'granted' END"
        elif said in {"date", "latest"}:
            dated = self._usual.answers[mine["date"].name]
            value = self._value(mine["date"], -20 if dated is None else dated, "_i")
            if said == "latest":
                value = f"{value} + CAST({self._share(of, 'again')} * 5 AS INTEGER)"
                there += f" AND {self._share(of, 'latest')} < 0.1"
        elif said.startswith("condition."):
            value = "'yes'"
            there += f" AND {self._share(of, 'declined')} >= {_DECLINED}"
            there += f" AND {self._share(of, said)} < {_OTHER}"
        else:
            which = f"CAST(floor({self._share(of, 'by')} * 5) AS INTEGER) + 1"
            value = f"(['A. Person', 'B. Person', 'C. Person', 'D. Person', 'E. Person'])[{which}]"
            there += f" AND {self._share(of, 'signed')} < {0.9 if usual else 0.3}"
        return f"CASE WHEN {there} THEN {value} END"

    def _one_of_several(self, column: Column, usual: Answer) -> str:
        assert column.field is not None
        other = quoting.text("no" if usual == "yes" else "yes")
        value = self._value(column, usual or "no", "_i")
        cases = f"WHEN {self._share(column.name)} < {_OTHER} THEN {other} ELSE {value}"
        if not column.required:
            cases = f"WHEN {self._share(column.field.id)} < {_MISSING} THEN NULL {cases}"
        return f"CASE {cases} END"

    def _list(self, column: Column) -> str:
        usual = self._usual.items[column.name]
        item = quoting.struct(
            (
                inner.name,
                self._plain(inner, usual[inner.name], "_i * 8 + place", column.name)
                if inner.type != "text"
                else "'Speaker ' || ((_i * 8 + place) % 5000)",
            )
            for inner in column.columns
        )
        count = self._share(column.name)
        two, three = _SEVERAL_ITEMS
        none = 0.0 if self._usual.answers[column.name] else 0.5
        number = (
            f"CASE WHEN {count} < {none} THEN 0 WHEN {count} < {two} THEN 1"
            f" WHEN {count} < {three} THEN 2 ELSE 3 END"
        )
        return f"list_transform(range({number}), lambda place: {item})"

    def spoiled(self, own: Sequence[Column], rows: str) -> str:
        """The rows as text, with one malformed cell in the share of them that is asked for."""
        numbered = f"SELECT *, row_number() OVER () AS _i FROM ({rows})"
        bad = f"{self._share('bad')} < {self._sample.invalid}"
        chosen = f"CAST(floor({self._share('where')} * {len(own)}) AS INTEGER)"
        which = f"CAST(floor({self._share('what')} * 20) AS INTEGER)"
        cells = []
        for place, column in enumerate(own):
            name = quoting.name(column.name)
            # Numbers and lists as JSON, which stays what it is in every format.
            in_json = column.type in {"list", "number"}
            text = f"to_json({name})" if in_json else name
            wrong = _MALFORMED[column.type]
            listed = ", ".join(quoting.text(each) for each in wrong)
            malformed = f"([{listed}])[({which}) % {len(wrong)} + 1]"
            kind_of = "JSON" if in_json else "VARCHAR"
            cells.append(
                f"CAST(CASE WHEN {bad} AND {chosen} = {place} THEN {malformed}"
                f" ELSE CAST({text} AS VARCHAR) END AS {kind_of}) AS {name}"
            )
        return f"SELECT {', '.join(cells)} FROM ({numbered})"

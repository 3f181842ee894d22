"""Masks made into findings, in SQL: once for each combination of them that a register has.

A register of millions of rows has few combinations of findings. So the lists of findings are made
for these, and joined back to the rows; only the days by which something is due differ by row.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from prevent.bulk import quoting
from prevent.bulk.judged import VALID, Judged
from prevent.bulk.register import ROW
from prevent.policy.outcomes import OUTCOMES
from prevent.rules.columns import KIND, REFERENCE, columns
from prevent.targets.sql.queries import UNCOUNTED
from prevent.targets.sql.told import Told

_NO_FINDINGS = (
    "CAST([] AS STRUCT(rule VARCHAR, failure VARCHAR, outcome VARCHAR, clause VARCHAR,"
    " who VARCHAR[], due INTEGER, list VARCHAR, item INTEGER, conditions VARCHAR[])[])"
)


DECIDED = "_decided"
"""The column that says whether a row is decided, and not rejected."""

MALFORMED_ROWS = (
    f'SELECT {ROW} AS row, CAST(NULL AS VARCHAR) AS reference, CAST(NULL AS VARCHAR) AS "column",'
    " reason, CAST(NULL AS VARCHAR) AS also FROM malformed"
)
"""A query of the rows that cannot be told apart into cells, as rejected."""

FINDINGS_TYPE = (
    "STRUCT(rule VARCHAR, failure VARCHAR, outcome VARCHAR, clause VARCHAR,"
    ' who VARCHAR[], "by" DATE, list VARCHAR, item INTEGER, conditions VARCHAR[])[]'
)
"""The type of the findings of a decision."""

NO_DECISIONS = (
    "SELECT CAST(0 AS BIGINT) AS row, '' AS reference, '' AS kind, '' AS outcome,"
    f" CAST([] AS {FINDINGS_TYPE}) AS findings WHERE false"
)
"""A query of the decisions of a register without a valid row."""


_FEW_BITS = 120
"""The most bits of masks that are worked out twice."""

_FEW_COMBINATIONS = 1000
"""The most combinations that each row is looked up in, and not joined with."""

_MASKS, _TOLD = "masks_", "told_"
"""What the names of variables begin with: the masks of combinations, and what they are told."""


def masks_of(bits: Sequence[Told]) -> list[str]:
    """The columns that hold masks, in order."""
    return list(dict.fromkeys(each.column for each in bits))


def days_of(bits: Sequence[Told]) -> list[tuple[str, str]]:
    """The columns that hold days, in order, each with the list whose items it is of, or nothing."""
    named = {each.by_column: each.each for each in bits if each.by_column}
    return [(column, of if column.startswith(f"{of}_") else "") for column, of in named.items()]


def kept(judged: Judged) -> list[str]:
    """The columns that are kept beside the masks."""
    has_reference = any(column.name == REFERENCE for column in columns(judged.kind))
    return [ROW, VALID, *([REFERENCE] if has_reference else [])]


def masked(masks: str, judged: Judged, bits: Sequence[Told]) -> str:
    """A query of the rows with what their decisions are made from: masks, and days.

    ``masks`` is a query of the masks of judged rows. What is kept of them is kept small.
    """
    own = [*masks_of(bits), *(column for column, _ in days_of(bits))]
    cells = [ROW, *([REFERENCE] if REFERENCE in kept(judged) else []), *own]
    return (
        f"SELECT {', '.join(cells)}, {VALID} AND {UNCOUNTED} AS {UNCOUNTED},"
        f" {VALID} AND NOT {UNCOUNTED} AS {DECIDED} FROM ({masks})"
    )


def made_again(judged: Judged, bits: Sequence[Told]) -> bool:
    """Are masks worked out twice, because that is quicker than to keep those of every row?"""
    return judged.plain and len(bits) <= _FEW_BITS


def combinations(table: str, bits: Sequence[Told]) -> str:
    """A query of the combinations of masks that decided rows have, with what they come to.

    ``table`` is that of the masked rows. Each combination has its findings, outcome,
    number of rows (``rows``) and the first of them (``example``).
    """
    own = masks_of(bits)
    keys = ", ".join(own)
    found = _findings(bits)
    grouped = (
        f"SELECT {keys}{', ' if keys else ''}count(*) AS rows, min({ROW}) AS example"
        f" FROM {quoting.name(table)} WHERE {DECIDED}"
        f"{' GROUP BY ' + keys if keys else ''} HAVING count(*) > 0"
    )
    listed = f"SELECT *, {found} AS findings FROM ({grouped})"
    outcome = " ".join(
        f"WHEN len(list_filter(findings, lambda each: each.outcome = {quoting.text(name)})) > 0"
        f" THEN {quoting.text(name)}"
        for name in OUTCOMES
        if name != "allowed"
    )
    worst = _one_of(f"CASE {outcome} ELSE 'allowed' END", OUTCOMES)
    return f"SELECT *, {worst} AS outcome FROM ({listed})"


def looked_up(number: int, bits: Sequence[Told]) -> bool:
    """Are so many combinations quicker looked up than joined? That keeps rows in their order."""
    masks = masks_of(bits)
    return len(masks) == 1 and not _listed(masks[0], bits) and number <= _FEW_COMBINATIONS


def made_ready(called: str, bits: Sequence[Told]) -> list[str]:
    """What DuckDB has to do before it looks up the combinations of the table ``called``."""
    [mask] = masks_of(bits)
    # The most frequent come first, and are found first.
    listed = {_MASKS: mask, _TOLD: "{'outcome': outcome, 'findings': findings}"}
    return [
        f"SET VARIABLE {quoting.name(kept + called)} ="
        f" (SELECT list({value} ORDER BY rows DESC, example) FROM {quoting.name(called)})"
        for kept, value in listed.items()
    ]


def decisions(
    table: str,
    called: str,
    judged: Judged,
    bits: Sequence[Told],
    kinds: Iterable[str],
    *,
    ready: bool = False,
) -> str:
    """A query of the decisions: every valid row with its outcome and its findings.

    ``table`` is that of the masked rows, ``called`` that of the combinations, which may have been
    made ready to be looked up. ``kinds`` are all that a row may be of.
    """
    reference = f"masked.{REFERENCE}" if REFERENCE in kept(judged) else "CAST(NULL AS VARCHAR)"
    rows = _looking_up(table, called, bits) if ready else _joined(table, called, bits)
    return (
        f"SELECT masked.{ROW} AS row, {reference} AS reference,"
        f" {_one_of(quoting.text(judged.kind.kind), kinds)} AS {KIND}, told.outcome AS outcome,"
        f" {_with_days(bits)} AS findings"
        f" FROM {rows} WHERE masked.{DECIDED}"
    )


def _joined(table: str, called: str, bits: Sequence[Told]) -> str:
    same = " AND ".join(
        f"masked.{mask} IS NOT DISTINCT FROM told.{mask}"
        if _listed(mask, bits)
        else f"masked.{mask} = told.{mask}"
        for mask in masks_of(bits)
    )
    return (
        f"{quoting.name(table)} AS masked JOIN {quoting.name(called)} AS told ON {same or 'true'}"
    )


def _looking_up(table: str, called: str, bits: Sequence[Told]) -> str:
    """The masked rows, each with what it is told in one more column."""
    [mask] = masks_of(bits)
    masks, told = (f"getvariable({quoting.text(each + called)})" for each in (_MASKS, _TOLD))
    # A row whose mask is not among them is left out, as by a join: then the numbers do not agree.
    return (
        f"(SELECT *, {told}[place] AS told"
        f" FROM (SELECT *, list_position({masks}, {mask}) AS place FROM {quoting.name(table)})"
        " WHERE place IS NOT NULL) AS masked"
    )


def uncounted(table: str, judged: Judged) -> str:
    """A query of the rows that are valid and that no working days can be counted for, rejected."""
    reference = REFERENCE if REFERENCE in kept(judged) else "CAST(NULL AS VARCHAR)"
    why = quoting.text(
        "Working days would have to be counted where the bank holidays are not known."
    )
    return (
        f'SELECT {ROW} AS row, {reference} AS reference, CAST(NULL AS VARCHAR) AS "column",'
        f" {why} AS reason, CAST(NULL AS VARCHAR) AS also"
        f" FROM {quoting.name(table)} WHERE {UNCOUNTED}"
    )


def _one_of(value: str, texts: Iterable[str]) -> str:
    """A text that is one of a few: such a column is written to Parquet far more quickly."""
    return f"CAST({value} AS ENUM{quoting.texts(texts)})"


def _listed(mask: str, bits: Sequence[Told]) -> bool:
    return any(each.each for each in bits if each.column == mask)


def _with_days(bits: Sequence[Told]) -> str:
    """The findings of a row with the days by which each is due."""
    days = days_of(bits)
    cases = " ".join(
        f"WHEN {place} THEN masked.{column}{'[each.item + 1]' if of else ''}"
        for place, (column, of) in enumerate(days)
    )
    by = f"CASE each.due {cases} END" if days else "CAST(NULL AS DATE)"
    fields = ("rule", "failure", "outcome", "clause", "who")
    record = quoting.struct(
        [
            *((field, f"each.{field}") for field in fields),
            ("by", by),
            ("list", "each.list"),
            ("item", "each.item"),
            ("conditions", "each.conditions"),
        ]
    )
    # Most rows have no finding, and nothing is to be made of them.
    none = f"CAST([] AS {FINDINGS_TYPE})"
    made = f"list_transform(told.findings, lambda each: {record})"
    return f"CASE WHEN len(told.findings) = 0 THEN {none} ELSE {made} END"


def _findings(bits: Sequence[Told]) -> str:
    """The findings of a combination of masks, as a list."""
    days = [column for column, _ in days_of(bits)]
    made: list[str] = []
    for each, group in groupby(bits, key=lambda told: told.each):
        mine = list(group)
        entries = ", ".join(
            _finding(list(same), days, each)
            for _, same in groupby(mine, key=lambda told: told.finding.id)
        )
        found = f"list_filter([{entries}], lambda told: told IS NOT NULL)"
        if each:
            count = f"range(coalesce(len({mine[0].column}), 0))"
            found = f"flatten(list_transform({count}, lambda place: {found}))"
        made.append(found)
    if not made:
        return _NO_FINDINGS
    return f"coalesce(list_concat({', '.join(made)}), {_NO_FINDINGS})"


def _finding(bits: Sequence[Told], days: Sequence[str], each: str) -> str:
    """A finding where any of its bits is set, else null."""
    finding = bits[0].finding
    tests = [_set(told) for told in bits]
    places = [
        f"CAST({days.index(told.by_column) if told.by_column else 'NULL'} AS INTEGER)"
        for told in bits
    ]
    record = quoting.struct(
        [
            ("rule", quoting.text(finding.rule.id)),
            ("failure", quoting.text(finding.failure)),
            ("outcome", quoting.text(finding.outcome)),
            ("clause", quoting.text(finding.rule.clause)),
            ("who", _who(bits, tests)),
            ("due", _first(tests, places)),
            ("list", quoting.text(each)),
            ("item", "CAST(place AS INTEGER)" if each else "CAST(NULL AS INTEGER)"),
            ("conditions", _first(tests, [_texts(told.conditions) for told in bits])),
        ]
    )
    return f"CASE WHEN {' OR '.join(tests)} THEN {record} END"


def _who(bits: Sequence[Told], tests: Sequence[str]) -> str:
    if len(bits) == 1:
        return _texts(bits[0].who)
    parts = ", ".join(
        f"CASE WHEN {test} THEN {_texts(told.who)} ELSE {_texts(())} END"
        for told, test in zip(bits, tests, strict=True)
    )
    return f"list_distinct(flatten([{parts}]))"


def _first(tests: Sequence[str], values: Sequence[str]) -> str:
    """The value of the first bit that is set."""
    if len(set(values)) == 1:
        return values[0]
    cases = (f"WHEN {test} THEN {value}" for test, value in zip(tests, values, strict=True))
    return f"CASE {' '.join(cases)} END"


def _set(told: Told) -> str:
    mask = f"{told.column}[place + 1]" if told.each else told.column
    return f"({mask} & {1 << told.bit}) <> 0"


def _texts(values: Sequence[str]) -> str:
    return f"CAST([{', '.join(quoting.text(value) for value in values)}] AS VARCHAR[])"

"""Two decisions of every row compared, in the database that took them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from prevent.bulk import quoting
from prevent.bulk.database import Database, Watch
from prevent.bulk.register import of_parquet
from prevent.policy.outcomes import OUTCOMES

CHANGED = "changed"
"""The table of the rows that two versions decide differently."""

CHANGES = f"SELECT * FROM {CHANGED} ORDER BY row"
"""A query of them, in the order of the register."""

LISTS = ("goes", "appears")
"""Its columns that are lists of findings."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many rows go from one outcome to another; where it stays, their findings differ."""

    before: str
    after: str
    rows: int


@dataclass(frozen=True, slots=True)
class RuleTally:
    """In how many rows a rule finds something that it did not find before, and the reverse."""

    rule: str
    appears: int
    goes: int


@dataclass(frozen=True, slots=True)
class Change:
    """A row that is decided differently, with the findings that go and those that appear.

    A finding has ``rule``, ``failure``, ``outcome``, ``clause``, ``who``, ``by``, ``list``,
    ``item`` and ``conditions``.
    """

    row: int
    reference: str | None
    kind: str
    before: str
    after: str
    goes: tuple[Mapping[str, Any], ...]
    appears: tuple[Mapping[str, Any], ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """What a change of the policy changes.

    ``compared`` rows are decided by both versions, ``same`` of them in the same way. ``rejected``
    is how many rows only the earlier version takes, only the later one, and neither.
    """

    compared: int
    same: int
    outcomes: tuple[Tally, ...]
    rules: tuple[RuleTally, ...]
    samples: tuple[Change, ...]
    only_before: int
    only_after: int


def compare(
    database: Database, before: Path, after: Path, samples: int, watch: Watch | None = None
) -> Comparison:
    """Compare the decisions of two Parquet files, as ``prevent decide`` writes them.

    ``samples`` is how many rows are shown of each change of outcome. Leaves the table ``changed``.
    """
    for name, file in (("decided_before", before), ("decided_after", after)):
        database.view(name, f"SELECT * FROM {of_parquet(file, numbered=True)}")
    database.table(CHANGED, _CHANGED, watch)
    ((compared, only_before, only_after),) = database.run(_COUNTS)
    outcomes = database.run(f"SELECT before, after, count(*) FROM {CHANGED} GROUP BY before, after")
    rules = database.run(_RULES)
    order = {outcome: index for index, outcome in enumerate(reversed(OUTCOMES))}
    return Comparison(
        compared=int(compared),
        same=int(compared) - sum(int(rows) for _, _, rows in outcomes),
        outcomes=tuple(
            Tally(*each) for each in sorted(outcomes, key=lambda e: (order[e[0]], order[e[1]]))
        ),
        rules=tuple(RuleTally(*each) for each in rules),
        samples=tuple(_change(each) for each in database.run(_samples(samples))),
        only_before=int(only_before),
        only_after=int(only_after),
    )


_FIELDS = ("rule", "failure", "outcome", "clause", "by", "list", "item", "conditions")


def _told(findings: str) -> str:
    """Findings in an order that does not depend on the policy's, so that they can be compared."""
    pairs = [(name, f"told.{quoting.name(name)}") for name in _FIELDS]
    record = quoting.struct([*pairs, ("who", "list_sort(told.who)")])
    return f"list_transform({findings}, lambda told: {record})"


_CHANGED = f"""
WITH pairs AS (
  SELECT row, decided_after.reference, decided_after.kind,
    decided_before.outcome AS before, decided_after.outcome AS after,
    {_told("decided_before.findings")} AS found_before,
    {_told("decided_after.findings")} AS found_after
  FROM decided_before JOIN decided_after USING (row)
  WHERE decided_before.outcome <> decided_after.outcome
    OR decided_before.findings IS DISTINCT FROM decided_after.findings
), told AS (
  SELECT row, reference, kind, before, after,
    list_filter(found_before, lambda each: NOT list_contains(found_after, each)) AS goes,
    list_filter(found_after, lambda each: NOT list_contains(found_before, each)) AS appears
  FROM pairs
)
SELECT * FROM told WHERE before <> after OR len(goes) > 0 OR len(appears) > 0
"""

_COUNTS = """
SELECT count(*) FILTER (decided_before.row IS NOT NULL AND decided_after.row IS NOT NULL),
  count(*) FILTER (decided_after.row IS NULL), count(*) FILTER (decided_before.row IS NULL)
FROM decided_before FULL OUTER JOIN decided_after ON decided_before.row = decided_after.row
"""

_RULES = f"""
WITH named AS (
  SELECT unnest(list_distinct(list_transform(appears, lambda each: each.rule))) AS rule,
    1 AS more, 0 AS fewer FROM {CHANGED}
  UNION ALL
  SELECT unnest(list_distinct(list_transform(goes, lambda each: each.rule))), 0, 1 FROM {CHANGED}
), counted AS (
  SELECT rule, CAST(sum(more) AS BIGINT) AS more, CAST(sum(fewer) AS BIGINT) AS fewer
  FROM named GROUP BY rule
)
SELECT rule, more, fewer FROM counted ORDER BY more + fewer DESC, rule
"""


def _samples(number: int) -> str:
    return (
        f"SELECT row, reference, kind, before, after, goes, appears FROM {CHANGED}"
        f" QUALIFY row_number() OVER (PARTITION BY before, after ORDER BY row) <= {number:d}"
        " ORDER BY before, after, row"
    )


def _change(cells: Sequence[Any]) -> Change:
    row, reference, kind, before, after, goes, appears = cells
    return Change(int(row), reference, kind, before, after, tuple(goes), tuple(appears))


def plain(finding: Mapping[str, Any]) -> dict[str, object]:
    """A finding as JSON holds it."""
    return {
        key: value.isoformat() if isinstance(value, date) else value
        for key, value in finding.items()
    }

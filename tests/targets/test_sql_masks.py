"""The masks for deciding registers say what the reference evaluator tells."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import Any

import duckdb
import pytest

from benchmarks.large_policy import KIND, load_large_policy
from prevent.rules.compile import compile_policy
from prevent.rules.found import Found
from prevent.rules.ruleset import KindRules, RuleSet
from prevent.stock.duckdb import load
from prevent.stock.runner import Answer, Asked
from prevent.targets.sql.queries import Told, bits_query, told_list
from prevent.targets.sql.told import looked_at
from random_rows import expected, random_asked
from sample_requests import POLICIES, rules

TODAY = date(2026, 3, 10)
POLICY_AS_OF = date(2026, 9, 1)


@pytest.mark.parametrize("policy", POLICIES)
@pytest.mark.parametrize("policy_as_of", [None, POLICY_AS_OF])
def test_masks_tell_what_the_reference_evaluator_tells(
    policy: str, policy_as_of: date | None
) -> None:
    rule_set = rules(policy).rule_set
    for kind in rule_set.kinds.values():
        asked = random_asked(kind, rule_set, 2, 150)
        agree(rule_set, kind, asked, policy_as_of)


def test_masks_of_many_rules_that_ask_the_same_tell_it_of_the_first(tmp_path: Path) -> None:
    rule_set = many_rules(tmp_path, 75)
    kind = rule_set.kinds[KIND]
    [looked] = looked_at(kind)
    assert max(len(tests) for tests in looked.firsts.values()) > 10
    agree(rule_set, kind, random_asked(kind, rule_set, 5, 200), None)


def test_the_query_grows_with_the_rules_and_not_with_their_square(tmp_path: Path) -> None:
    sizes = {}
    for rules_ in (100, 300):
        folder = tmp_path / str(rules_)
        folder.mkdir()
        rule_set = many_rules(folder, rules_)
        query = bits_query(
            rule_set, rule_set.kinds[KIND], "duckdb", source="requests", keep=[], today=TODAY
        )
        sizes[rules_] = len(query)
    assert sizes[300] < 3.3 * sizes[100]


def test_a_row_whose_working_days_cannot_be_counted_says_so() -> None:
    [policy] = [policy for policy in POLICIES if policy.endswith("college/policy")]
    rule_set = rules(policy).rule_set
    kind = rule_set.kinds["room-booking"]
    [one] = random_asked(kind, rule_set, 3, 1)
    days = (date(1900, 1, 2), TODAY, date(2199, 12, 30), None)
    asked = [Asked({**one.row, "received_on": day}, TODAY) for day in days]
    rows = masks(rule_set, kind, asked, None)
    assert [row["uncounted"] for row in rows] == [True, False, True, False]


def test_a_table_or_column_of_a_step_s_name_is_refused() -> None:
    rule_set = rules("policy").rule_set
    kind = rule_set.kinds["leaflet"]
    with pytest.raises(ValueError, match="Facts"):
        bits_query(rule_set, kind, "duckdb", source="Facts", keep=[], today=TODAY)
    with pytest.raises(ValueError, match="told_0"):
        bits_query(rule_set, kind, "duckdb", source="t", keep=["Told_0"], today=TODAY)


def many_rules(folder: Path, rules_: int) -> RuleSet:
    """A policy of so many rules, many of which ask for the same answers."""
    return compile_policy(load_large_policy(folder, rules_))


def agree(
    rule_set: RuleSet, kind: KindRules, asked: Sequence[Asked], policy_as_of: date | None
) -> None:
    """The masks tell of every request what the reference evaluator tells of it."""
    asked = [Asked(each.row, TODAY, policy_as_of) for each in asked]
    rows = masks(rule_set, kind, asked, policy_as_of)
    assert [row["number-asked"] for row in rows] == list(range(len(asked)))
    told = told_list(kind)
    for one, row in zip(asked, rows, strict=True):
        assert not row["uncounted"]
        assert read(told, row) == expected(rule_set, kind, one), one.row


def masks(
    rule_set: RuleSet, kind: KindRules, asked: Sequence[Asked], policy_as_of: date | None
) -> list[dict[str, Any]]:
    """What the query for the masks gives."""
    query = bits_query(
        rule_set,
        kind,
        "duckdb",
        source="requests",
        keep=["number-asked"],
        today=TODAY,
        policy_as_of=policy_as_of,
    )
    with duckdb.connect() as database:
        load(database, kind, asked)
        made = database.execute(query)
        names = [column[0] for column in made.description]
        return [dict(zip(names, row, strict=True)) for row in sorted(made.fetchall())]


def read(told: Sequence[Told], row: Mapping[str, Any]) -> Answer:
    """The findings of one row of masks, as the docstrings say to read them."""
    found: list[Found] = []
    for each, own in groupby(told, key=lambda one: one.each):
        bits = list(own)
        places = range(len(row[bits[0].column])) if each else [None]
        for place in places:
            for _, group in groupby(bits, key=lambda one: one.finding.id):
                found += _found(each, place, list(group), row)
    return Answer.of(found)


def _found(
    each: str, place: int | None, bits: Sequence[Told], row: Mapping[str, Any]
) -> Iterator[Found]:
    shown = [
        bit
        for bit in bits
        if (row[bit.column] if place is None else row[bit.column][place]) >> bit.bit & 1
    ]
    if shown:
        first, finding = shown[0], bits[0].finding
        by = row[first.by_column] if first.by_column else None
        if each and first.by_column.startswith(f"{each}_"):
            by = by[place]
        yield Found(
            finding.rule.id,
            finding.failure,
            finding.outcome,
            finding.rule.clause,
            frozenset(role for bit in shown for role in bit.who),
            by,
            place,
            each,
            first.conditions,
        )

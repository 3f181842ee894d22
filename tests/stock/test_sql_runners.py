"""DuckDB and PostgreSQL tell of random requests what the reference evaluator tells."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import pytest

from prevent.stock.duckdb import DuckDb
from prevent.stock.postgres import Postgres
from prevent.stock.runner import Answer, Asked, Runner
from prevent.stock.sql_rows import UndecidedError
from random_rows import expected, random_asked
from sample_requests import POLICIES, rules


@pytest.fixture(scope="module", params=[DuckDb, Postgres])
def runner(request: pytest.FixtureRequest) -> Iterator[Runner]:
    made: Runner = request.param()
    assert made.available() is None
    yield made
    made.close()


@cache
def random_requests(policy: str, kind: str) -> tuple[list[Asked], list[Answer]]:
    """Requests, and what the reference evaluator tells of them: the same for every database."""
    rule_set = rules(policy).rule_set
    asked = random_asked(rule_set.kinds[kind], rule_set, 1, 200)
    return asked, [expected(rule_set, rule_set.kinds[kind], each) for each in asked]


@pytest.mark.parametrize("policy", POLICIES)
def test_a_database_tells_what_the_reference_evaluator_tells(policy: str, runner: Runner) -> None:
    rule_set = rules(policy).rule_set
    for kind in rule_set.kinds.values():
        asked, wanted = random_requests(policy, kind.kind)
        told = set()
        answers = runner.decide(rule_set, kind, asked)
        for one, answer, want in zip(asked, answers, wanted, strict=True):
            assert answer == want, one
            told |= {answer.outcome, *(found.rule for found in answer.findings)}
        assert len(told) > 3


def test_what_cannot_be_decided_is_never_given_an_outcome(runner: Runner) -> None:
    rule_set = rules("policy").rule_set
    kind = rule_set.kinds["event"]
    [one] = random_asked(kind, rule_set, 1, 1)
    one.row["date"] = None
    with pytest.raises(UndecidedError):
        runner.decide(rule_set, kind, [one])


def test_a_year_without_bank_holidays_is_never_given_an_outcome(runner: Runner) -> None:
    [policy] = [policy for policy in POLICIES if policy.endswith("college/policy")]
    rule_set = rules(policy).rule_set
    kind = rule_set.kinds["room-booking"]
    [one] = random_asked(kind, rule_set, 1, 1)
    for year, counted in ((1900, False), (2026, True), (2199, False)):
        one.row["received_on"] = one.as_of.replace(year=year, month=6, day=1)
        if counted:
            assert runner.decide(rule_set, kind, [one]) == [expected(rule_set, kind, one)]
            continue
        with pytest.raises(UndecidedError):
            runner.decide(rule_set, kind, [one])

"""No name or value of a policy, and none of a request, is ever run as SQL."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from prevent.conditions.tree import Is
from prevent.fields.field import Field, Option
from prevent.rules.found import Found
from prevent.rules.ruleset import Finding, KindRules, Part, Rule
from prevent.stock.duckdb import DuckDb
from prevent.stock.postgres import Postgres
from prevent.stock.runner import Asked, Runner
from sample_requests import rules

NASTY = (
    "x'; DROP TABLE requests; --",
    'x"; DROP TABLE requests; --',
    "*/ DROP TABLE requests; /*",
    "back\\slash \\' {{brace}} ${x} %s ? :name $1",
    "new\nline; DROP TABLE requests",
    "é ß 😀 `tick`",
)


@pytest.mark.parametrize("runner_type", [DuckDb, Postgres])
def test_nothing_of_a_policy_or_a_request_is_run(runner_type: type[Runner]) -> None:
    rule_set = rules("policy").rule_set
    runner = runner_type()
    try:
        for nasty in NASTY:
            kind = nasty_kind(nasty)
            nasty_set = replace(rule_set, title=nasty, organisation=nasty, kinds={nasty: kind})
            asked = [
                Asked({"kind": nasty, column(nasty): nasty}, date(2026, 3, 10)),
                Asked({"kind": nasty, column(nasty): nasty + "'"}, date(2026, 3, 10)),
                Asked({"kind": nasty}, date(2026, 3, 10)),
            ]
            told, other, empty = runner.decide(nasty_set, kind, asked)
            assert told.findings == (
                Found(nasty, nasty, "refused", nasty, frozenset({nasty}), conditions=(nasty,)),
            )
            assert (told.outcome, other.outcome, empty.outcome) == ("refused", "allowed", "allowed")
    finally:
        runner.close()


def nasty_kind(nasty: str) -> KindRules:
    """A kind of request with a field, a rule and a role of this name."""
    field = Field(
        nasty.replace(".", ""),
        "choice",
        nasty,
        nasty,
        options=(Option(nasty, nasty, nasty, nasty),),
    )
    finding = Finding(
        nasty, "refused", nasty, (nasty,), Is(field.id, (nasty,)), conditions=(nasty,)
    )
    rule = Rule(nasty, nasty, nasty, (), (Part("part", nasty, (finding,)),), {})
    return KindRules(nasty, nasty, nasty, nasty, "", (field,), (), (rule,))


def column(nasty: str) -> str:
    """The name of the field's column."""
    return nasty.replace(".", "").replace("-", "_")

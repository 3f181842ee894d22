from __future__ import annotations
import pytest
from sample_requests import POLICIES, rules
from random_rows import random_asked, expected
from prevent.stock.duckdb import DuckDb

@pytest.mark.parametrize("policy", POLICIES)
def test_duckdb(policy: str) -> None:
    rule_set = rules(policy).rule_set
    for kind in rule_set.kinds.values():
        asked = random_asked(kind, rule_set, 1, 300)
        want = [expected(rule_set, kind, each) for each in asked]
        got = DuckDb().decide(rule_set, kind, asked)
        for a, w, g in zip(asked, want, got, strict=True):
            assert g == w, a

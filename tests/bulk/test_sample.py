"""Sample registers: the same again, mostly in order, and decided and confirmed for every policy."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest
from registers import decide

from processes import ROOT, Prevent
from sample_requests import POLICIES, rules

KINDS = [(policy, kind) for policy in POLICIES for kind in rules(policy).rule_set.kinds]


def sample(prevent: Prevent, out: Path, *arguments: str) -> Path:
    ran = prevent("sample", "--out", str(out), *arguments)
    assert (ran.status, ran.err) == (0, "")
    return out


@pytest.mark.parametrize(("policy", "kind"), KINDS, ids=[f"{p} {k}" for p, k in KINDS])
def test_a_sample_of_any_kind_is_valid_and_what_is_decided_is_confirmed(
    policy: str, kind: str, prevent: Prevent, tmp_path: Path
) -> None:
    given = ("--kind", kind, "--policy", str(ROOT / policy))
    register = sample(prevent, tmp_path / "register.parquet", "--rows", "400", *given)
    came = decide(prevent, register, "--policy", str(ROOT / policy))
    assert len(came.decisions) == 400
    assert len({row["outcome"] for row in came.decisions.values()}) > 1
    assert "Each of the" in came.ran.out


def test_most_of_our_own_requests_are_in_order(prevent: Prevent, tmp_path: Path) -> None:
    for kind in ("event", "leaflet", "booking"):
        register = sample(prevent, tmp_path / f"{kind}.csv", "--rows", "2000", "--kind", kind)
        outcomes = [row["outcome"] for row in decide(prevent, register).decisions.values()]
        assert 0.6 < outcomes.count("allowed") / 2000 < 0.95
        assert 0 < outcomes.count("refused") < 200


def test_the_same_seed_makes_the_same_rows(prevent: Prevent, tmp_path: Path) -> None:
    given = ("--rows", "3000", "--kind", "event", "--seed")
    first = sample(prevent, tmp_path / "first.csv", *given, "7").read_bytes()
    assert sample(prevent, tmp_path / "again.csv", *given, "7").read_bytes() == first
    assert sample(prevent, tmp_path / "other.csv", *given, "8").read_bytes() != first
    more = ("--rows", "4000", "--kind", "event", "--seed", "7")
    assert sample(prevent, tmp_path / "more.csv", *more).read_bytes().startswith(first)


def test_the_days_go_over_ten_years_and_references_are_unique(
    prevent: Prevent, tmp_path: Path
) -> None:
    register = sample(
        prevent, tmp_path / "r.parquet", "--rows", "5000", "--kind", "event", "--flat"
    )
    ((years, references, columns),) = duckdb.execute(
        f"SELECT count(DISTINCT year(date)), count(DISTINCT reference), min(len(columns))"
        f" FROM '{register}', (SELECT list(column_name) AS columns FROM"
        f" (DESCRIBE FROM '{register}'))"
    ).fetchall()
    assert (years, references) == (10, 5000)
    assert columns == 13


@pytest.mark.parametrize("suffix", [".csv", ".ndjson", ".parquet"])
def test_malformed_rows_are_mixed_in_and_all_rejected(
    suffix: str, prevent: Prevent, tmp_path: Path
) -> None:
    given = ("--rows", "2000", "--kind", "booking", "--invalid", "0.25")
    came = decide(prevent, sample(prevent, tmp_path / f"register{suffix}", *given))
    assert 0.2 < len(came.rejects) / 2000 < 0.3
    assert len({row["column"] for row in came.rejects.values()}) > 10


def test_which_kind_must_be_said_where_there_are_several(prevent: Prevent, tmp_path: Path) -> None:
    ran = prevent("sample", "--out", str(tmp_path / "r.csv"))
    assert ran.status == 2
    assert "Expected one of: booking, event, leaflet." in ran.err
    ran = prevent("sample", "--out", str(tmp_path / "r.csv"), "--kind", "evnt")
    assert "Did you mean 'event'?" in ran.err

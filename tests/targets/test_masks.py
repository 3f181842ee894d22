"""What several bits of a mask ask in common is asked once, and the mask is the same."""

from __future__ import annotations

import duckdb
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlglot import exp

from prevent.targets.sql.masks import mask

COLUMNS = "abcd"
LEAVES = st.sampled_from([exp.column(name, quoted=True) for name in COLUMNS])
TESTS = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner, min_size=1, max_size=3).flatmap(
        lambda parts: st.sampled_from([exp.and_(*parts), exp.or_(*parts)])
    ),
    max_leaves=6,
)
ROWS = ", ".join(
    f"({a}, {b}, {c}, {d})"
    for a in ("true", "false", "null")
    for b in ("true", "false", "null")
    for c in ("true", "false")
    for d in ("true", "null")
)


@settings(max_examples=60, deadline=None)
@given(st.lists(TESTS, min_size=1, max_size=6))
def test_a_mask_is_the_sum_of_the_bits_whose_tests_are_true(tests: list[exp.Expr]) -> None:
    made = mask(list(enumerate(tests))).sql("duckdb")
    plain = " + ".join(
        f"CASE WHEN {test.sql('duckdb')} THEN {1 << bit} ELSE 0 END"
        for bit, test in enumerate(tests)
    )
    rows = f"(VALUES {ROWS}) AS t({', '.join(COLUMNS)})"
    query = f"SELECT {made}, {plain} FROM {rows}"  # noqa: S608 (made here)
    found = duckdb.sql(query).fetchall()
    assert len(found) == 36
    assert [one for one, _ in found] == [other for _, other in found]


def test_what_is_asked_in_common_stands_once() -> None:
    common, one, other = (exp.column(name, quoted=True) for name in "abc")
    made = mask([(0, exp.and_(common, one)), (1, exp.and_(common, other)), (2, exp.true())])
    assert made.sql().count('"a"') == 1
    assert mask([]).sql() == "0"

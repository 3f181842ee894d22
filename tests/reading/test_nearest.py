"""The nearest right word."""

from __future__ import annotations

import pytest

from prevent.reading.nearest import did_you_mean, nearest, one_of
from prevent.reading.quoting import quoted, safe

ROLES = ["managing-director", "quality-director", "designated-safeguarding-lead"]


@pytest.mark.parametrize(
    ("word", "near"),
    [
        ("managing_director", "managing-director"),
        ("Managing Director", "managing-director"),
        ("QualityDirector", "quality-director"),
        ("quality-directer", "quality-director"),
        ("designated-safeguarding-led", "designated-safeguarding-lead"),
        ("principal", None),
        ("", None),
        ("x" * 10_000, None),
    ],
)
def test_the_nearest_word_is_found(word: str, near: str | None) -> None:
    assert nearest(word, ROLES) == near


def test_a_word_that_differs_in_case_only_wins_over_a_likelier_one() -> None:
    assert nearest("DATE", ["dates", "date"]) == "date"


def test_the_hint_names_the_nearest_word_or_lists_all() -> None:
    assert did_you_mean("titel", ["kind", "title"]) == "Did you mean 'title'?"
    assert did_you_mean("x", ["kind", "title"]) == "Expected one of: kind, title."
    assert did_you_mean("x", ["kind"]) == "Expected 'kind'."
    assert did_you_mean("x", []) == ""


def test_a_long_list_is_cut() -> None:
    assert one_of([f"w{n}" for n in range(25)]).endswith(", w19 and 5 more.")


def test_quoted_values_are_short_and_hide_nothing() -> None:
    assert quoted("x" * 100) == f"'{'x' * 59}…'"
    assert safe("a\u202eb\u200bc\nd\x00\U000e0001") == (
        "a\\u202eb\\u200bc\\u000ad\\u0000\\U000e0001"
    )
    assert safe("naïve — café 😀") == "naïve — café 😀"
    assert [quoted(value) for value in (True, False, None, 12)] == [
        "'true'",
        "'false'",
        "'null'",
        "'12'",
    ]

from datetime import date

import pytest

from prevent.site.review import time_between


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        (date(2023, 2, 28), date(2023, 3, 1), "1 day"),
        (date(2023, 2, 28), date(2023, 3, 27), "27 days"),
        (date(2023, 2, 28), date(2023, 3, 28), "1 month"),
        (date(2023, 2, 28), date(2024, 2, 28), "1 year"),
        (date(2023, 2, 28), date(2026, 11, 22), "3 years and 8 months"),
        (date(2024, 1, 31), date(2024, 2, 29), "1 month"),
        (date(2024, 1, 31), date(2025, 3, 30), "1 year and 1 month"),
    ],
)
def test_time_is_told_in_whole_years_and_months(start: date, end: date, words: str) -> None:
    assert time_between(start, end) == words

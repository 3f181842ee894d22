from calendar import monthrange
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prevent.dates import (
    UNITS,
    Calendar,
    Period,
    Unit,
    add,
    in_words,
    last_day,
    month_in_words,
    parse_date,
    parse_month,
)

CALENDAR = Calendar(frozenset({date(2024, 1, 1), date(2024, 4, 1)}), 1890, 2210)
DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))


# ----------------------------------------------------------------------------- calendar months


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        pytest.param("2026-03-15", 1, "2026-04-15", id="the corresponding date"),
        pytest.param("2026-01-31", 1, "2026-02-28", id="to the end of February"),
        pytest.param("2024-01-31", 1, "2024-02-29", id="to the end of February in a leap year"),
        pytest.param("1900-01-31", 1, "1900-02-28", id="1900 had no leap day"),
        pytest.param("2000-01-31", 1, "2000-02-29", id="2000 had a leap day"),
        pytest.param("2026-01-28", 1, "2026-02-28", id="the last day that every month has"),
        pytest.param("2026-02-28", 1, "2026-03-28", id="a month's end does not stick"),
        pytest.param("2026-03-31", 1, "2026-04-30", id="to a month of thirty days"),
        pytest.param("2026-01-31", 2, "2026-03-31", id="over a short month"),
        pytest.param("2026-12-15", 1, "2027-01-15", id="over the year's end"),
        pytest.param("2025-12-31", 2, "2026-02-28", id="over the year's end to February"),
        pytest.param("2026-11-30", 1, "2026-12-30", id="to December"),
        pytest.param("2024-02-29", 12, "2025-02-28", id="a year after a leap day"),
        pytest.param("2024-02-29", 48, "2028-02-29", id="four years after a leap day"),
        pytest.param("2026-01-15", -1, "2025-12-15", id="back over the year's end"),
        pytest.param("2026-03-31", -1, "2026-02-28", id="back to February"),
        pytest.param("2024-03-30", -1, "2024-02-29", id="back to a leap day"),
        pytest.param("2026-04-15", -13, "2025-03-15", id="back more than a year"),
        pytest.param("2026-01-31", 0, "2026-01-31", id="none"),
    ],
)
def test_months_go_by_the_corresponding_date(start: str, months: int, end: str) -> None:
    assert add(date.fromisoformat(start), Period(months, "months")) == date.fromisoformat(end)


@given(DAYS, st.integers(-600, 600))
def test_adding_months_never_skips_a_month_and_keeps_the_day_where_there_is_one(
    start: date, months: int
) -> None:
    end = add(start, Period(months, "months"))
    assert (end.year - start.year) * 12 + end.month - start.month == months
    assert end.day == min(start.day, monthrange(end.year, end.month)[1])


@given(DAYS, DAYS, st.integers(-60, 60), st.sampled_from(UNITS))
def test_a_later_start_never_gives_an_earlier_end(
    one: date, other: date, number: int, unit: Unit
) -> None:
    first, last = sorted((one, other))
    period = Period(number, unit)
    assert add(first, period, CALENDAR) <= add(last, period, CALENDAR)


@pytest.mark.parametrize(
    ("period", "end"),
    [
        (Period(1, "days"), date(2024, 2, 29)),
        (Period(-28, "days"), date(2024, 1, 31)),
        (Period(2, "weeks"), date(2024, 3, 13)),
        (Period(-1, "weeks"), date(2024, 2, 21)),
    ],
)
def test_days_and_weeks_are_counted(period: Period, end: date) -> None:
    assert add(date(2024, 2, 28), period) == end


@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize(("start", "number"), [(date.max, 1), (date.min, -1), (date.max, 10**12)])
def test_a_date_beyond_the_calendar_is_an_overflow(start: date, number: int, unit: Unit) -> None:
    with pytest.raises(OverflowError):
        add(start, Period(number, unit))


def test_the_calendar_reaches_to_its_last_month() -> None:
    assert add(date(9999, 11, 30), Period(1, "months")) == date(9999, 12, 30)
    assert add(date(1, 2, 28), Period(-1, "months")) == date(1, 1, 28)


# --------------------------------------------------------------------------------------- text


@given(st.dates())
def test_a_date_as_written_is_read(when: date) -> None:
    assert parse_date(when.isoformat()) == when


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2026-02-29",
        "2026-13-01",
        "2026-00-10",
        "0000-01-01",
        "2026-4-20",
        "20260420",
        "2026-W17-1",
        "20/04/2026",
        " 2026-04-20",
        "2026-04-20\n",
        "2026-04-20T10:00",
        "٢٠٢٦-٠٤-٢٠",
    ],
)
def test_what_names_no_day_is_no_date(text: str) -> None:
    assert parse_date(text) is None


def test_a_month_as_written_is_read() -> None:
    assert parse_month("2022-02") == (2022, 2)
    assert parse_month("2022-12") == (2022, 12)


@pytest.mark.parametrize(
    "text",
    ["", "2022-00", "2022-13", "0000-01", "2022-2", "2022-02-01", "2022-02\n", "٢٠٢٢-٠٢"],
)
def test_what_names_no_month_is_no_month(text: str) -> None:
    assert parse_month(text) is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2023-02", date(2023, 2, 28)),
        ("2024-02", date(2024, 2, 29)),
        ("2023-12", date(2023, 12, 31)),
        ("2023-02-03", date(2023, 2, 3)),
        ("9999-12", date.max),
        ("2023-02-30", None),
        ("February 2023", None),
    ],
)
def test_the_last_day_of_a_month_or_a_day(text: str, day: date | None) -> None:
    assert last_day(text) == day


# -------------------------------------------------------------------------------------- words


@pytest.mark.parametrize(
    ("period", "words"),
    [
        (Period(1, "months"), "1 calendar month"),
        (Period(3, "months"), "3 calendar months"),
        (Period(1, "weeks"), "1 week"),
        (Period(-2, "weeks"), "2 weeks"),
        (Period(-1, "days"), "1 day"),
        (Period(0, "days"), "0 days"),
    ],
)
def test_a_period_in_words_has_its_length_and_not_its_direction(period: Period, words: str) -> None:
    assert str(period) == words


def test_dates_and_months_in_words() -> None:
    assert in_words(date(2026, 4, 2)) == "2 April 2026"
    assert month_in_words("2022-02") == "February 2022"
    assert month_in_words("2023-02-28") == "28 February 2023"
    assert month_in_words("some day") == "some day"

"""Bank holidays, as they were published; and what is said beyond the years that are known."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from prevent.bank_holidays import FIRST_YEAR, LAST_YEAR, PARTS, bank_holidays
from processes import Prevent
from small_policy import rule, write_policy

PUBLISHED = {
    "england-and-wales": {
        2024: "01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26",
        2025: "01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26",
        2026: "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28",
        2027: "01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28",
    },
    "northern-ireland": {
        2024: "01-01 03-18 03-29 04-01 05-06 05-27 07-12 08-26 12-25 12-26",
        2025: "01-01 03-17 04-18 04-21 05-05 05-26 07-14 08-25 12-25 12-26",
        2026: "01-01 03-17 04-03 04-06 05-04 05-25 07-13 08-31 12-25 12-28",
        2027: "01-01 03-17 03-26 03-29 05-03 05-31 07-12 08-30 12-27 12-28",
    },
    "scotland": {
        2024: "01-01 01-02 03-29 05-06 05-27 08-05 12-02 12-25 12-26",
        2025: "01-01 01-02 04-18 05-05 05-26 08-04 12-01 12-25 12-26",
        2027: "01-01 01-04 03-26 05-03 05-31 08-02 11-30 12-27 12-28",
    },
}


def worked(day: str) -> bool:
    """Would the day be worked if it were no bank holiday?"""
    return date.fromisoformat(day).weekday() < 5


@pytest.mark.parametrize(
    ("part", "year"), [(part, year) for part, years in PUBLISHED.items() for year in years]
)
def test_they_are_those_that_were_published(part: str, year: int) -> None:
    published = {f"{year}-{day}" for day in PUBLISHED[part][year].split()}
    # The calendar also names the day itself where the holiday is kept on another.
    found = {day for day in bank_holidays(part) if day.startswith(f"{year}-") and worked(day)}
    assert found == published


@pytest.mark.parametrize("part", PARTS)
def test_every_year_from_the_first_to_the_last_has_some(part: str) -> None:
    years = {int(day[:4]) for day in bank_holidays(part)}
    assert years == set(range(FIRST_YEAR, LAST_YEAR + 1))


RULE = rule("require: {notice: {at_least: {working_days: 5}, from: received_on}}")


@pytest.mark.parametrize("explain", [[], ["--explain"]])
@pytest.mark.parametrize("received", ["1999-12-20", "2050-12-28", "2051-03-01", "2199-12-31"])
def test_beyond_the_years_that_are_known_there_is_no_decision(
    prevent: Prevent, tmp_path: Path, received: str, explain: list[str]
) -> None:
    write_policy(tmp_path, RULE)
    request = {"kind": "talk", "title": "A talk", "date": "2052-01-01", "received_on": received}
    (tmp_path / "talk.json").write_text(json.dumps(request), encoding="utf-8")
    ran = prevent("check", "talk.json", *explain, cwd=tmp_path)
    said = " ".join((ran.out + ran.err).split())
    assert ran.status == 2
    assert "This request could not be decided." in said
    assert "Bank holidays are known from 2000 to 2050 only" in said
    assert "Traceback" not in said


def test_a_day_to_be_named_beyond_the_known_years_is_no_traceback(
    prevent: Prevent, tmp_path: Path
) -> None:
    write_policy(tmp_path, RULE)
    request = {"kind": "talk", "title": "A talk", "date": "2050-12-31"}
    (tmp_path / "talk.json").write_text(json.dumps(request), encoding="utf-8")
    ran = prevent("check", "talk.json", "--as-of", "2050-12-30", cwd=tmp_path)
    assert (ran.status, "Traceback" in ran.err) == (2, False)

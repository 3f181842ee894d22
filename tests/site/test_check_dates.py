"""The page counts days, and compares words, as the command line does."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

import pytest
from check_in_page import Checks, checks_in
from playwright.sync_api import Browser
from shown_site import PROJECT

from prevent.dates import UNITS, Calendar, CalendarError, Period, add, in_words, parse_date
from prevent.fields.types import person
from prevent.loading.load import load_policy
from prevent.reading.nearest import nearest
from prevent.reading.quoting import quoted
from prevent.reading.written_dates import about_date
from prevent.rules.compile import compile_policy

DAYS = 3_000
EPOCH = date(1970, 1, 1)


@pytest.fixture(scope="module")
def checks(browser: Browser) -> Iterator[Checks]:
    with checks_in(browser) as checks:
        yield checks


@pytest.fixture(scope="module")
def holidays() -> tuple[str, ...]:
    folder = PROJECT / "examples" / "college" / "policy"
    return compile_policy(load_policy(folder, "policy")).bank_holidays


def number(day: date) -> int:
    return (day - EPOCH).days


def added(day: date, period: Period, calendar: Calendar) -> list[object] | str:
    """The day, written, in words and as a number; or why there is none."""
    try:
        found = add(day, period, calendar)
    except CalendarError as error:
        return str(error)
    return [str(found), in_words(found), number(found)]


def test_any_period_after_or_before_any_day_is_the_same_day(
    checks: Checks, holidays: tuple[str, ...]
) -> None:
    random = Random("periods")  # noqa: S311 (a test that repeats)
    calendar = Calendar.of(map(date.fromisoformat, holidays))
    known = (date(calendar.last, 12, 31) - date(calendar.first, 1, 1)).days
    asked: list[tuple[date, Period]] = []
    for _ in range(DAYS):
        unit = random.choice(UNITS)
        if unit == "working_days":
            passed = random.choice((random.randrange(known), random.randrange(60), known))
            start = date(calendar.first, 1, 1) + timedelta(passed)
            asked.append((start, Period(random.randint(-60, 60), unit)))
        else:
            start = date(random.randint(1900, 2199), random.randint(1, 12), 1)
            start += timedelta(random.choice((-1, 0, 27, 28, 29, 30)))
            asked.append((start, Period(random.randint(-130, 130), unit)))
    answers = checks.page.evaluate(
        """async ([asked, closed]) => {
            const dates = await import("/dates.js");
            const calendar = dates.calendarOf(closed);
            return asked.map(([day, period]) => {
                try {
                    const found = dates.addPeriod(dates.parseDay(day), period, calendar);
                    return [dates.isoOf(found), dates.dayInWords(found), found];
                } catch (error) {
                    return error.message;
                }
            });
        }""",
        [[(str(day), {each.unit: each.number}) for day, each in asked], [*holidays]],
    )
    beyond = 0
    for (day, period), answer in zip(asked, answers, strict=True):
        expected = added(day, period, calendar)
        assert answer == expected, (day, period, DAYS)
        beyond += isinstance(expected, str)
    assert 0 < beyond < DAYS / 4


def test_working_days_cannot_be_counted_without_bank_holidays(checks: Checks) -> None:
    answers = checks.page.evaluate(
        """async () => {
            const { addPeriod, calendarOf, parseDay } = await import("/dates.js");
            return [["2026-03-10", { working_days: 1 }], ["9999-12-31", { days: 1 }],
                    ["0001-01-31", { months: -1 }], ["0001-01-01", { weeks: -1 }]].map(
                ([day, period]) => {
                    try {
                        return addPeriod(parseDay(day), period, calendarOf([]));
                    } catch (error) {
                        return error.message;
                    }
                },
            );
        }"""
    )
    far = "A day that it asks about lies beyond the year 9999."
    with pytest.raises(CalendarError) as unknown:
        add(date(2026, 3, 10), Period(1, "working_days"))
    assert answers == [str(unknown.value), far, far, far]


def test_a_text_is_a_day_just_where_it_is_one_on_the_command_line(checks: Checks) -> None:
    random = Random("texts")  # noqa: S311 (a test that repeats)
    texts = [
        "",
        "2026-1-01",
        "20260101",
        "2026-01-01T00:00",
        " 2026-01-01",
        "2026-01-01\n",
        "\u0662026-01-01",
    ]
    texts += ["0000-01-01", "0001-01-01", "9999-12-31", "1900-02-29", "2000-02-29", "-026-01-01"]
    for _ in range(DAYS):
        year = random.choice((*range(1896, 1905), *range(1996, 2030), 2100, 2199))
        texts.append(f"{year:04}-{random.randint(0, 13):02}-{random.randint(0, 32):02}")
    days = [parse_date(text) for text in texts]
    found = checks.call("dates.js", "parseDay", [(None, text) for text in texts])
    assert found == [None if day is None else number(day) for day in days]


def test_today_is_the_day_where_the_reader_is(browser: Browser) -> None:
    for zone, today in (("Pacific/Auckland", "2026-07-01"), ("America/New_York", "2026-06-30")):
        with checks_in(browser, timezone_id=zone) as checks:
            checks.page.clock.set_fixed_time("2026-07-01T02:30:00Z")
            assert checks.call("dates.js", "todayHere", [(None,)]) == [today]


def test_what_a_wrong_date_is_said_to_mean_is_the_same(checks: Checks) -> None:
    random = Random("wrong dates")  # noqa: S311 (a test that repeats)
    shapes = (
        *("{d}/{m}/{y}", "{d}.{m:02}.{y}", "{m}-{d}-{y}", "{y}/{m}/{d}", "{y}-{m}", "{y} {m} {d}"),
        *(
            "{d} {n} {y}",
            "{d}th of {n} {y}",
            "{n} {d}, {y}",
            "{n} {y}",
            "{d:02}{n} {y}",
            " {d}-{m}-{y}",
        ),
        *("{y}-{m:02}-{d:02}", "{y}-{m}-{d}T09:00", "{y}-{m:02}-{d:02} at nine", "{y}{m:02}{d:02}"),
        *("{n}\t{d}rd\n{y}", "{d}\xa0{n} {y}", "{y}-{m}-{d} \u2028", "{d}/{m}/{y}\r"),
    )
    names = ("January", "may", "SEPT", "September", "Oct", "Octember", "feb", "Mars", "MAI")
    texts = [
        random.choice(shapes).format(
            d=random.randint(0, 32),
            m=random.randint(0, 13),
            y=random.choice((0, 1999, 2026, 2028)),
            n=random.choice(names),
        )
        for _ in range(DAYS)
    ]
    found = checks.call("written_dates.js", "aboutDate", [(None, text) for text in texts])
    for text, answer in zip(texts, found, strict=True):
        assert tuple(answer) == about_date("date", text), (text, DAYS)


def test_the_nearest_word_is_the_same(checks: Checks) -> None:
    random = Random("words")  # noqa: S311 (a test that repeats)
    known = "kind title date dates received_on requested_by risk_assessment approvals advice notes"
    words = [*known.split(), "managing-director", "quality-director", "Straße", "no", "yes"]
    wrong = [
        "".join(random.choice(("", each, each, each, each.upper(), "e", "-", "ß")) for each in word)
        for word in random.choices(words, k=DAYS)
    ]
    chosen = [random.sample(words, random.randint(0, 9)) for _ in wrong]
    # Of two that are equally near, one is always chosen.
    wrong += ["notex", "notex"]
    chosen += [["notes", "noted"], ["noted", "notes"]]
    found = checks.call(
        "nearest.js", "nearest", [(None, *each) for each in zip(wrong, chosen, strict=True)]
    )
    for word, among, answer in zip(wrong, chosen, found, strict=True):
        assert answer == nearest(word, among), (word, among, DAYS)


def test_every_letter_is_compared_and_quoted_in_the_same_way(checks: Checks) -> None:
    # Letters that only a newer Unicode knows are left out: the two need not be of one age. So are
    # most of the many thousands that are neither capital nor small.
    codes = (
        *range(0x3400),
        *range(0xA000, 0xAC00),
        *range(0xD700, 0x12000),
        *range(0x16E00, 0x20000),
    )
    letters = [chr(code) for code in codes if unicodedata.category(chr(code)) not in ("Cn", "Cs")]
    texts = [f"{letter} A{letter}b{letter}" for letter in letters]
    found = checks.call("words.js", "personOf", [(None, text) for text in texts])
    assert [*zip(texts, found, strict=True)] == [(text, person(text)) for text in texts]
    shown = checks.call("quoting.js", "quoted", [(None, letter) for letter in letters])
    assert shown == [quoted(letter) for letter in letters]

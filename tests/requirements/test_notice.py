"""Notice: counted in days, working days, weeks and months, from either end."""

from __future__ import annotations

from datetime import date

import pytest

from small_policy import Ask, granted, messages

FIVE_WORKING = "at_least: {working_days: 5}, from: received_on"
NATIONS = ("england-and-wales", "scotland", "northern-ireland")

# What is written, the day it is received, the day it happens, and whether that is enough.
TABLE = [
    ("at_least: {days: 10}, from: received_on", "2026-06-01", "2026-06-10", False),
    ("at_least: {days: 10}, from: received_on", "2026-06-01", "2026-06-11", True),
    ("at_least: {days: 10}, from: received_on", "2026-06-01", "2026-06-12", True),
    ("at_least: {days: 10}, from: received_on, days: clear", "2026-06-01", "2026-06-11", False),
    ("at_least: {days: 10}, from: received_on, days: clear", "2026-06-01", "2026-06-12", True),
    ("at_least: {days: 10}, from: received_on, days: inclusive", "2026-06-01", "2026-06-09", False),
    ("at_least: {days: 10}, from: received_on, days: inclusive", "2026-06-01", "2026-06-10", True),
    ("at_least: {days: 1}, from: received_on, days: inclusive", "2026-06-01", "2026-06-01", True),
    ("at_least: {days: 1}, from: received_on, days: inclusive", "2026-06-02", "2026-06-01", False),
    ("at_least: {weeks: 2}, from: received_on", "2026-06-01", "2026-06-14", False),
    ("at_least: {weeks: 2}, from: received_on", "2026-06-01", "2026-06-15", True),
    ("at_least: {weeks: 2}, from: received_on, days: clear", "2026-06-01", "2026-06-15", False),
    ("at_least: {weeks: 2}, from: received_on, days: clear", "2026-06-01", "2026-06-16", True),
    ("at_least: {weeks: 1}, from: received_on, days: inclusive", "2026-06-01", "2026-06-06", False),
    ("at_least: {weeks: 1}, from: received_on, days: inclusive", "2026-06-01", "2026-06-07", True),
    ("at_least: {months: 1}, from: received_on", "2026-01-31", "2026-02-27", False),
    ("at_least: {months: 1}, from: received_on", "2026-01-31", "2026-02-28", True),
    ("at_least: {months: 1}, from: received_on", "2028-01-31", "2028-02-28", False),
    ("at_least: {months: 1}, from: received_on", "2028-01-31", "2028-02-29", True),
    # A month back from the last of March is the last of February: later than the day before.
    ("at_least: {months: 1}, from: received_on, counted: back", "2026-02-28", "2026-03-31", True),
    ("at_least: {months: 1}, from: received_on", "2026-02-28", "2026-03-28", True),
    ("at_least: {months: 1}, from: received_on, counted: back", "2026-03-01", "2026-03-31", False),
    # Monday to the Monday after: five working days.
    (FIVE_WORKING, "2026-06-01", "2026-06-05", False),
    (FIVE_WORKING, "2026-06-01", "2026-06-08", True),
    # What is received on a Saturday is counted from the Monday.
    (FIVE_WORKING, "2026-06-06", "2026-06-11", False),
    (FIVE_WORKING, "2026-06-06", "2026-06-12", True),
    (f"{FIVE_WORKING}, days: clear", "2026-06-01", "2026-06-08", False),
    (f"{FIVE_WORKING}, days: clear", "2026-06-01", "2026-06-09", True),
    # From Friday to the Saturday of the week after there are five whole working days.
    (f"{FIVE_WORKING}, days: clear", "2026-06-05", "2026-06-12", False),
    (f"{FIVE_WORKING}, days: clear", "2026-06-05", "2026-06-13", True),
    (f"{FIVE_WORKING}, days: inclusive", "2026-06-01", "2026-06-04", False),
    (f"{FIVE_WORKING}, days: inclusive", "2026-06-01", "2026-06-05", True),
    (f"{FIVE_WORKING}, days: inclusive", "2026-06-06", "2026-06-11", False),
    (f"{FIVE_WORKING}, days: inclusive", "2026-06-06", "2026-06-12", True),
    (f"{FIVE_WORKING}, counted: back", "2026-06-01", "2026-06-05", False),
    (f"{FIVE_WORKING}, counted: back", "2026-06-01", "2026-06-06", True),
    (f"{FIVE_WORKING}, counted: back, days: clear", "2026-06-05", "2026-06-13", True),
    (f"{FIVE_WORKING}, counted: back, days: clear", "2026-06-06", "2026-06-13", True),
    (f"{FIVE_WORKING}, counted: back, days: clear", "2026-06-08", "2026-06-13", False),
    (f"{FIVE_WORKING}, counted: back, days: inclusive", "2026-06-08", "2026-06-13", True),
    (f"{FIVE_WORKING}, counted: back, days: inclusive", "2026-06-09", "2026-06-13", False),
    ("at_most: {months: 6}, from: received_on", "2026-01-31", "2026-07-31", True),
    ("at_most: {months: 6}, from: received_on", "2026-01-31", "2026-08-01", False),
    ("at_most: {days: 10}, from: received_on, days: clear", "2026-06-01", "2026-06-12", True),
    ("at_most: {days: 10}, from: received_on, days: clear", "2026-06-01", "2026-06-13", False),
    ("at_most: {working_days: 5}, from: received_on", "2026-06-01", "2026-06-08", True),
    ("at_most: {working_days: 5}, from: received_on", "2026-06-01", "2026-06-09", False),
    ("at_most: {weeks: 1}, from: received_on, counted: back", "2026-06-01", "2026-06-06", True),
    ("at_most: {weeks: 1}, from: received_on, counted: back", "2026-05-31", "2026-06-08", False),
]


@pytest.mark.parametrize(("terms", "received", "happens", "enough"), TABLE)
def test_notice_is_enough_from_the_very_day_on(
    ask: Ask, terms: str, received: str, happens: str, *, enough: bool
) -> None:
    decision = ask(
        f"require: {{notice: {{{terms}}}}}",
        {"received_on": received, "date": happens},
        date(2026, 1, 1),
    )
    assert (decision.outcome == "allowed") is enough


# Received on the Thursday before Easter 2026 (5 April), and on the Wednesday before Christmas.
HOLIDAYS = [
    ("england-and-wales", "2026-04-02", 3, "2026-04-09"),
    ("northern-ireland", "2026-04-02", 3, "2026-04-09"),
    ("scotland", "2026-04-02", 3, "2026-04-08"),
    # Boxing Day 2026 is a Saturday, so the Monday after is a bank holiday; in Scotland 2 January
    # is one as well, a Saturday again.
    ("england-and-wales", "2026-12-23", 5, "2027-01-04"),
    ("northern-ireland", "2026-12-23", 5, "2027-01-04"),
    ("scotland", "2026-12-23", 5, "2027-01-05"),
    # 12 July is the Battle of the Boyne, in 2027 a Monday.
    ("northern-ireland", "2027-07-09", 1, "2027-07-13"),
    ("england-and-wales", "2027-07-09", 1, "2027-07-12"),
]


@pytest.mark.parametrize(("nation", "received", "number", "first"), HOLIDAYS)
def test_working_days_are_those_of_the_nation(
    ask: Ask, nation: str, received: str, number: int, first: str
) -> None:
    rule = f"require: {{notice: {{at_least: {{working_days: {number}}}, from: received_on}}}}"
    asked = {"received_on": received, "date": received}
    [finding] = ask(rule, asked, date(2026, 1, 1), bank_holidays=nation).findings
    assert finding.dates["would_do"] == date.fromisoformat(first)
    enough = {"received_on": received, "date": first}
    assert ask(rule, enough, date(2026, 1, 1), bank_holidays=nation).outcome == "allowed"


BOTH = "at_least: {weeks: 1}, at_most: {months: 3}, from: received_on"
SAID = [
    (
        FIVE_WORKING,
        {"received_on": "2026-06-26"},
        (
            "The notice is shorter than 5 working days. The earliest date that gives enough is"
            " 3 July 2026."
        ),
    ),
    (
        "at_least: {months: 1}, from: received_on",
        {"received_on": "2026-06-26"},
        (
            "The notice is shorter than 1 calendar month. The earliest date that gives enough is"
            " 26 July 2026."
        ),
    ),
    (
        f"{FIVE_WORKING}, days: clear, counted: back",
        {"received_on": "2026-06-26"},
        "The notice is shorter than 5 clear working days. It had to be asked for by 23 June 2026.",
    ),
    (
        "at_least: {days: 8}, from: received_on, days: inclusive",
        {"received_on": "2026-06-26"},
        (
            "The notice is shorter than 8 days, both days counted. The earliest date that gives"
            " enough is 3 July 2026."
        ),
    ),
    (
        BOTH,
        {"received_on": "2026-03-01"},
        (
            "It is more than 3 calendar months ahead. The last date that could be agreed is"
            " 1 June 2026."
        ),
    ),
    (
        BOTH,
        {"received_on": "2026-06-26"},
        "The notice is shorter than 1 week. The earliest date that gives enough is 3 July 2026.",
    ),
    (
        "at_most: {months: 1}, from: received_on, counted: back",
        {"received_on": "2026-03-01"},
        "It is more than 1 calendar month ahead. It can be asked for from 1 June 2026.",
    ),
    (
        BOTH,
        {},
        (
            "The day it was received is not given: notice must be at least 1 week. If that is"
            " today, the earliest date is 8 June 2026."
        ),
    ),
    (
        f"{FIVE_WORKING}, counted: back",
        {},
        (
            "The day it was received is not given: notice must be at least 5 working days."
            " That must be by 24 June 2026."
        ),
    ),
    (
        "at_most: {weeks: 2}, from: received_on",
        {},
        (
            "The day it was received is not given: notice must be at most 2 weeks. If that is"
            " today, the last date is 15 June 2026."
        ),
    ),
    (
        f"{FIVE_WORKING}, to: deadline",
        {"received_on": "2026-06-26"},
        "The deadline is not given: notice must be at least 5 working days.",
    ),
    (
        f"{FIVE_WORKING}, to: deadline, counted: back",
        {},
        "The deadline is not given: notice must be at least 5 working days.",
    ),
    (
        "at_least: {days: 3}, from: {approval_of: head}",
        {},
        (
            "The day of agreement by the Head is not given: notice must be at least 3 days."
            " If that is today, the earliest date is 4 June 2026."
        ),
    ),
    (
        "at_least: {days: 3}, from: {approval_of: head}",
        {"approvals": [granted("head", "2026-06-29")]},
        "The notice is shorter than 3 days. The earliest date that gives enough is 2 July 2026.",
    ),
    (
        "at_least: {days: 31}, from: today",
        {},
        "The notice is shorter than 31 days. The earliest date that gives enough is 2 July 2026.",
    ),
]


@pytest.mark.parametrize(("terms", "request_", "said"), SAID)
def test_what_is_said_names_the_day_that_would_do(
    ask: Ask, terms: str, request_: dict[str, object], said: str
) -> None:
    decision = ask(f"require: {{notice: {{{terms}}}}}", request_)
    assert (decision.outcome, messages(decision)) == ("action-needed", [said])


def test_short_notice_may_be_allowed_on_conditions_but_notice_that_is_not_known_never(
    ask: Ask,
) -> None:
    rule = """
        require: {notice: {at_least: {weeks: 4}, from: received_on, to: deadline}}
        otherwise:
          late: {outcome: allowed, conditions: [quiet], say: The notice is short.}
    """
    short = {"received_on": "2026-06-01", "deadline": "2026-06-03"}
    decision = ask(rule, short)
    assert (decision.outcome, [each.condition for each in decision.conditions]) == (
        "allowed",
        ["quiet"],
    )
    for missing in short:
        left = {key: value for key, value in short.items() if key != missing}
        assert ask(rule, left).outcome == "action-needed"


@pytest.mark.parametrize("nation", NATIONS)
def test_a_day_whose_bank_holidays_are_not_known_matters_only_where_it_is_counted(
    ask: Ask, nation: str
) -> None:
    rule = f"""
        when: {{indoors: yes}}
        require: {{notice: {{{FIVE_WORKING}}}}}
    """
    far = {"received_on": "2051-06-01", "date": "2052-06-01"}
    decision = ask(rule, {"indoors": "no", **far}, bank_holidays=nation)
    assert decision.outcome == "allowed"

"""Which small changes of a rule are tried."""

from __future__ import annotations

import pytest

from prevent.conditions.tree import All, Any, Condition, Is, Moment, Not, NotAfter, Number
from prevent.dates import Period
from prevent.fields.field import Field, Option
from prevent.loading.load import load_policy
from prevent.policy.written import Requirement
from prevent.requirements.requirement import Setting
from prevent.trials.changes import policy_changes
from prevent.trials.condition_changes import condition_changes
from prevent.trials.periods import other_periods, written_period
from prevent.trials.term_changes import requirement_changes
from processes import ROOT

A, B = Is("a", ("yes",)), Is("b", ("no",))


def option(name: str) -> Option:
    return Option(name, name.capitalize(), f"It is {name}.", f"it is {name}")


COLOUR = Field(
    "colour", "choice", "Colour", "Which?", "the colour", options=tuple(map(option, "rgb"))
)
DAY = Field("day", "date", "Day", "When?", "the day")
FIELDS = [
    COLOUR,
    DAY,
    Field("approvals", "approvals", "Approvals", "Who?", "the approvals"),
    Field("advice", "advice", "Advice", "Who?", "the advice"),
]
SETTING = Setting({each.id: each for each in FIELDS}, {"one": "One", "two": "Two"}, "day")


def changes(condition: Condition) -> list[Condition]:
    return [changed for changed, _ in condition_changes(condition, SETTING)]


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        (A, [Not(A)]),
        (Not(A), [A]),
        (All((A, B)), [B, A, Any((A, B)), All((Not(A), B)), All((A, Not(B)))]),
        (Any((A, B)), [B, A, All((A, B)), Any((Not(A), B)), Any((A, Not(B)))]),
        (Not(All((A, B))), [All((A, B)), *(Not(each) for each in changes(All((A, B))))]),
        (
            Is("colour", ("r",)),
            [Not(Is("colour", ("r",))), Is("colour", ("r", "g")), Is("colour", ("r", "b"))],
        ),
        (
            Is("colour", ("r", "g")),
            [Not(Is("colour", ("r", "g"))), Is("colour", ("g",)), Is("colour", ("r",))],
        ),
        (
            Is("approvals.one.decision", ("granted",)),
            [
                Not(Is("approvals.one.decision", ("granted",))),
                Is("approvals.two.decision", ("granted",)),
            ],
        ),
        (
            Number("n", "at_least", 1),
            [
                Not(Number("n", "at_least", 1)),
                Number("n", "at_least", 0),
                Number("n", "at_least", 2),
            ],
        ),
    ],
)
def test_every_part_of_a_condition_is_changed(
    condition: Condition, expected: list[Condition]
) -> None:
    assert changes(condition) == expected


def test_a_comparison_of_dates_is_moved_by_a_day_each_way() -> None:
    dates = NotAfter(Moment("day"), Moment("other"))
    assert changes(dates) == [
        Not(dates),
        NotAfter(Moment("day", Period(-1, "days")), Moment("other")),
        NotAfter(Moment("day", Period(1, "days")), Moment("other")),
    ]


@pytest.mark.parametrize(
    ("period", "near"),
    [
        (Period(5, "days"), [Period(4, "days"), Period(6, "days")]),
        (Period(1, "days"), [Period(2, "days")]),
        (Period(2, "weeks"), [Period(13, "days"), Period(15, "days")]),
        (Period(1, "months"), [Period(30, "days"), Period(31, "days")]),
        (Period(-5, "days"), [Period(-4, "days"), Period(-6, "days")]),
    ],
)
def test_a_period_is_made_a_little_shorter_and_longer(period: Period, near: list[Period]) -> None:
    assert list(other_periods(period)) == near


@pytest.mark.parametrize("value", [3, "days", {"days": "3"}, {"days": True}, {"of": 3}, {}, None])
def test_what_is_no_period_is_not_taken_for_one(value: object) -> None:
    assert written_period(value) is None


@pytest.mark.parametrize(
    ("kind", "terms", "expected"),
    [
        (
            "approval",
            {"from": ["one"], "of_them": "all", "no_later_than": "day"},
            [
                {"from": [], "of_them": "all", "no_later_than": "day"},
                {"from": ["two"], "of_them": "all", "no_later_than": "day"},
                {"from": ["one"], "no_later_than": "day"},
                {"from": ["one"], "of_them": "any", "no_later_than": "day"},
                {"from": ["one"], "of_them": "all"},
                {"from": ["one"], "of_them": "all", "no_later_than": {"days": 1, "before": "day"}},
                {"from": ["one"], "of_them": "all", "no_later_than": {"days": 1, "after": "day"}},
            ],
        ),
        (
            "document",
            {"field": "colour", "accepted": ["r", "g"]},
            [
                {"field": "colour", "accepted": ["g"]},
                {"field": "colour", "accepted": ["r"]},
                {"field": "colour", "accepted": ["r", "g", "b"]},
            ],
        ),
        (
            "notice",
            {"at_least": {"weeks": 1}, "from": "day"},
            [
                {"from": "day"},
                {"at_least": {"days": 6}, "from": "day"},
                {"at_least": {"days": 8}, "from": "day"},
                {"at_least": {"weeks": 1}, "from": {"days": 1, "before": "day"}},
                {"at_least": {"weeks": 1}, "from": {"days": 1, "after": "day"}},
            ],
        ),
        (
            "risk_assessment",
            {"no_later_than": {"working_days": 5, "before": "day"}},
            [
                {},
                {"no_later_than": {"working_days": 4, "before": "day"}},
                {"no_later_than": {"working_days": 6, "before": "day"}},
                {"no_later_than": {"days": 5, "before": "day"}},
            ],
        ),
        (
            "approval",
            {"from": ["one", "two"], "of_them": {"at_least": 2}},
            [
                {"from": ["two"], "of_them": {"at_least": 2}},
                {"from": ["one"], "of_them": {"at_least": 2}},
                {"from": ["one", "two"]},
                {"from": ["one", "two"], "of_them": {}},
                {"from": ["one", "two"], "of_them": {"at_least": 1}},
                {"from": ["one", "two"], "of_them": {"at_least": 3}},
            ],
        ),
    ],
)
def test_a_requirement_is_changed_by_its_schema(
    kind: str, terms: dict[str, object], expected: list[dict[str, object]]
) -> None:
    found = requirement_changes(Requirement(kind, terms), SETTING, lambda _: True)
    assert [changed.terms for changed, _ in found] == expected


def test_what_could_not_be_written_is_not_tried() -> None:
    terms = {"from": ["one"]}
    found = requirement_changes(
        Requirement("advice", terms), SETTING, lambda other: bool(other.terms["from"])
    )
    assert [changed.terms for changed, _ in found] == [{"from": ["two"]}]


def test_every_change_of_the_policy_says_what_no_example_shows() -> None:
    policy = load_policy(ROOT / "policy")
    for change in policy_changes(policy):
        assert change.shows.startswith(("that ", "the last day ", "the very day: that "))
        assert not change.shows.endswith(".")
        assert "{" not in change.shows

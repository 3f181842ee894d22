from collections.abc import Mapping
from datetime import date
from functools import partial
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, FormatChecker

from prevent.fields.field import Field, Option
from prevent.fields.types import FIELD_TYPES, Known, Stated, answer_schema, description

ROLES = ("managing-director", "quality-director")
MD, QD = ROLES
KNOWN = Known(ROLES, ("stewards", "ticket-only"))
AT = ("event", "answer")

OPTIONS = (
    Option("learner", "A learner", "On a programme.", "a learner made it"),
    Option("agency", "An agency", "From outside.", "an agency made it"),
)
NAME = Field("name", "text", "Name", "What is the speaker called?", required=True)
TALK = Field("talk", "text", "Talk", "What about?")

FIELDS: dict[str, Field] = {
    "text": Field("title", "text", "Title", "What is it called?"),
    "choice": Field("source", "choice", "Source", "Who made it?", options=OPTIONS),
    "yes-no": Field("related", "yes-no", "Related", "Is it related?"),
    "several": Field("labels", "several", "Labels", "Which labels?", options=OPTIONS),
    "date": Field("starts_on", "date", "Start", "When does it start?"),
    "number": Field("attendees", "number", "Attendees", "How many?"),
    "list": Field(
        "speakers", "list", "Speakers", "Who speaks?", item="speaker", fields=(NAME, TALK)
    ),
    "approvals": Field("approvals", "approvals", "Approvals", "Who approved?"),
    "advice": Field("advice", "advice", "Advice", "Who advised?"),
    "completion": Field("briefing", "completion", "Briefing", "When was it done?"),
}


def accepts(kind: str, answer: object) -> bool:
    schema = answer_schema(FIELDS[kind], KNOWN)
    return Draft202012Validator(schema, format_checker=FormatChecker()).is_valid(answer)


def stated(kind: str, answer: object) -> list[Stated]:
    assert accepts(kind, answer)
    return list(FIELD_TYPES[kind].facts(FIELDS[kind], answer, AT))


def facts(kind: str, answer: object) -> Mapping[str, object]:
    return {fact: value for fact, value, _ in stated(kind, answer)}


def decision(role: str, decided: str, on: str) -> dict[str, str]:
    return {"role": role, "decision": decided, "date": on}


granted, declined = partial(decision, decided="granted"), partial(decision, decided="declined")


# ------------------------------------------------------------------------------------ all types


def test_several_answers_state_how_many_and_each_option() -> None:
    assert facts("several", ["learner"]) == {
        "labels": 1,
        "labels.learner": "yes",
        "labels.agency": "no",
    }
    assert facts("several", []) == {"labels": 0, "labels.learner": "no", "labels.agency": "no"}


@pytest.mark.parametrize("answer", ["learner", ["learner", "learner"], ["other"], [True]])
def test_several_answers_are_a_list_of_options_each_once(answer: object) -> None:
    assert not accepts("several", answer)


def test_an_approval_may_say_who_signed_and_on_which_conditions() -> None:
    field = Field("approvals", "approvals", "Approvals", "?", also_says=("by", "conditions"))
    schema = Draft202012Validator(answer_schema(field, KNOWN))
    entry = {**granted(MD, on="2026-03-01"), "by": " Ada  Lovelace", "conditions": ["stewards"]}
    assert schema.is_valid([entry])
    assert not schema.is_valid([{**entry, "conditions": ["no-such"]}])
    assert not accepts("approvals", [entry])
    found = {fact: value for fact, value, _ in FIELD_TYPES["approvals"].facts(field, [entry], AT)}
    assert found["approvals.managing-director.by"] == "ada lovelace"
    assert found["approvals.managing-director.condition.stewards"] == "yes"


def test_a_refusal_carries_no_conditions() -> None:
    entry = {**declined(MD, on="2026-03-01"), "conditions": ["stewards"]}
    found = FIELD_TYPES["approvals"].facts(FIELDS["approvals"], [entry], AT)
    assert not [fact for fact, _, _ in found if "condition" in fact]


def test_every_type_is_tried_here() -> None:
    assert set(FIELDS) == set(FIELD_TYPES)


@pytest.mark.parametrize("kind", FIELDS)
def test_every_type_makes_a_schema_with_its_question_and_says_what_to_write(kind: str) -> None:
    schema = answer_schema(FIELDS[kind], KNOWN)
    Draft202012Validator.check_schema(schema)
    assert schema["title"] == FIELDS[kind].label
    assert str(schema["description"]).startswith(FIELDS[kind].question)
    assert FIELD_TYPES[kind].name == kind
    assert FIELD_TYPES[kind].written


@pytest.mark.parametrize("kind", FIELDS)
@pytest.mark.parametrize("answer", [None, {}, ["x"], 1.5, -1, "", " \n"], ids=repr)
def test_no_type_takes_an_answer_without_sense(kind: str, answer: object) -> None:
    assert not accepts(kind, answer)


def test_a_description_has_question_help_and_options() -> None:
    field = Field("source", "choice", "Source", "Who made it?", help="The maker.", options=OPTIONS)
    assert description(field) == (
        "Who made it? The maker. learner: On a programme. agency: From outside."
    )


# ------------------------------------------------------------------------------- single answers


def test_text_and_options_are_facts_as_they_are_with_their_place() -> None:
    assert stated("text", "A talk") == [("title", "A talk", AT)]
    assert stated("choice", "agency") == [("source", "agency", AT)]


def test_a_choice_takes_its_options_ids_only() -> None:
    assert [accepts("choice", answer) for answer in ("learner", "A learner", "Learner", "x")] == [
        True,
        False,
        False,
        False,
    ]


@pytest.mark.parametrize("answer", ["yes", "Yes", "YES", True])
def test_yes_in_each_of_its_forms_is_yes(answer: object) -> None:
    assert stated("yes-no", answer) == [("related", "yes", AT)]


@pytest.mark.parametrize("answer", ["no", "No", "NO", False])
def test_no_in_each_of_its_forms_is_no(answer: object) -> None:
    assert stated("yes-no", answer) == [("related", "no", AT)]


@pytest.mark.parametrize("answer", ["y", "n", "true", "yEs", "on", "unsure", 1, 0], ids=repr)
def test_nothing_else_is_yes_or_no(answer: object) -> None:
    assert not accepts("yes-no", answer)


def test_a_number_is_whole_and_not_negative() -> None:
    assert stated("number", 0) == [("attendees", 0, AT)]
    assert stated("number", 1_000_000_000) == [("attendees", 1_000_000_000, AT)]
    refused = (-1, 1.5, 1_000_000_001, "3", True)
    assert [accepts("number", answer) for answer in refused] == [False] * 5


# ---------------------------------------------------------------------------------------- dates


@pytest.mark.parametrize("text", ["1900-01-01", "2024-02-29", "2026-04-20", "2199-12-31"])
def test_a_day_of_the_years_1900_to_2199_is_a_date(text: str) -> None:
    assert stated("date", text) == [("starts_on", date.fromisoformat(text), AT)]


OUTSIDE = ["0026-04-20", "1026-04-20", "1899-12-31", "2200-01-01", "2926-04-20", "9999-12-31"]


@pytest.mark.parametrize("text", OUTSIDE)
def test_a_year_outside_1900_to_2199_is_a_slip_wherever_a_date_stands(text: str) -> None:
    assert not accepts("date", text)
    assert not accepts("completion", {"completed": text})
    assert not accepts("approvals", [granted(MD, on=text)])
    assert not accepts("advice", [{"role": MD, "date": text}])


@pytest.mark.parametrize("text", OUTSIDE)
def test_the_years_are_refused_without_a_check_of_formats_too(text: str) -> None:
    assert not Draft202012Validator(answer_schema(FIELDS["date"], KNOWN)).is_valid(text)


@pytest.mark.parametrize(
    "answer", ["2026-02-29", "2026-13-01", "2026-4-20", "20/04/2026", "2026-04-20\n", 20260420]
)
def test_what_names_no_day_is_no_date(answer: object) -> None:
    assert not accepts("date", answer)


# ---------------------------------------------------------------------------------------- lists


@pytest.mark.parametrize("count", [0, 1, 3])
def test_the_fact_of_a_list_is_how_many_items_it_has(count: int) -> None:
    assert stated("list", [{"name": "A. Speaker"}] * count) == [("speakers", count, AT)]


def test_an_item_has_the_fields_of_the_list_and_what_it_requires() -> None:
    assert accepts("list", [{"name": "A. Speaker", "talk": "Safety"}])
    assert not accepts("list", [{"talk": "Safety"}])
    assert not accepts("list", [{"name": "A. Speaker", "fee": "none"}])
    assert not accepts("list", {"name": "A. Speaker"})


# ----------------------------------------------------------------------------- approvals, advice


def test_each_roles_decision_and_its_date_are_facts_with_their_places() -> None:
    assert stated("approvals", [granted(MD, on="2026-03-01"), declined(QD, on="2026-03-02")]) == [
        (f"approvals.{MD}.decision", "granted", (*AT, 0, "decision")),
        (f"approvals.{MD}.date", date(2026, 3, 1), (*AT, 0, "date")),
        (f"approvals.{MD}.latest", date(2026, 3, 1), (*AT, 0, "date")),
        (f"approvals.{QD}.decision", "declined", (*AT, 1, "decision")),
        (f"approvals.{QD}.date", date(2026, 3, 2), (*AT, 1, "date")),
        (f"approvals.{QD}.latest", date(2026, 3, 2), (*AT, 1, "date")),
    ]


@pytest.mark.parametrize("turn", [1, -1], ids=["in order", "the other way round"])
@pytest.mark.parametrize(
    ("entries", "stands"),
    [
        pytest.param(
            [declined(MD, on="2026-03-01"), granted(MD, on="2026-03-09")],
            {"decision": "granted", "date": date(2026, 3, 9)},
            id="the latest grants",
        ),
        pytest.param(
            [granted(MD, on="2025-12-31"), declined(MD, on="2026-01-01")],
            {"decision": "declined", "date": date(2026, 1, 1)},
            id="the latest declines",
        ),
        pytest.param(
            [granted(MD, on="2026-03-01"), declined(MD, on="2026-03-01")],
            {"decision": "declined", "date": date(2026, 3, 1)},
            id="of one day the one that declines",
        ),
        pytest.param(
            [
                declined(MD, on="2026-03-01"),
                granted(MD, on="2026-03-01"),
                granted(MD, on="2026-03-02"),
            ],
            {"decision": "granted", "date": date(2026, 3, 2)},
            id="a later grant after a day of both",
        ),
        pytest.param(
            [granted(MD, on="2026-03-01"), granted(MD, on="2026-03-09")],
            {"decision": "granted", "date": date(2026, 3, 1)},
            id="granted again counts from the first time",
        ),
        pytest.param(
            [
                granted(MD, on="2026-03-01"),
                declined(MD, on="2026-03-05"),
                granted(MD, on="2026-03-09"),
            ],
            {"decision": "granted", "date": date(2026, 3, 9)},
            id="granted anew after declining counts from the new day",
        ),
    ],
)
def test_a_roles_latest_decision_stands_in_whatever_order_they_are_listed(
    entries: list[dict[str, str]], stands: Mapping[str, object], turn: int
) -> None:
    found = facts("approvals", entries[::turn])
    latest = date.fromisoformat(max(entry["date"] for entry in entries))
    expected = {**stands, "latest": latest}
    assert found == {f"approvals.{MD}.{key}": value for key, value in expected.items()}


def test_one_roles_decision_says_nothing_of_anothers() -> None:
    found = facts("approvals", [granted(MD, on="2026-03-01"), declined(QD, on="2026-03-01")])
    assert found[f"approvals.{MD}.decision"] == "granted"
    assert found[f"approvals.{QD}.decision"] == "declined"


def test_of_decisions_alike_on_one_day_the_first_one_is_pointed_at() -> None:
    found = stated("approvals", [granted(MD, on="2026-03-01")] * 2)
    places = [(*AT, 0, key) for key in ("decision", "date", "date")]
    assert [place for _, _, place in found] == places


_DECISIONS = st.builds(
    decision,
    st.sampled_from(ROLES),
    st.sampled_from(["granted", "declined"]),
    st.sampled_from(["2025-12-31", "2026-01-01", "2026-01-02"]),
)


@settings(deadline=None)
@given(st.lists(_DECISIONS, max_size=6), st.randoms(use_true_random=False))
def test_the_order_of_the_list_decides_nothing(entries: list[dict[str, str]], by: Random) -> None:
    shuffled = list(entries)
    by.shuffle(shuffled)
    assert facts("approvals", shuffled) == facts("approvals", entries)


@settings(deadline=None)
@given(st.lists(_DECISIONS, max_size=6))
def test_a_role_has_declined_exactly_where_it_declined_on_its_latest_day(
    entries: list[dict[str, str]],
) -> None:
    found = facts("approvals", entries)
    for role in ROLES:
        own = [entry for entry in entries if entry["role"] == role]
        latest = max((entry["date"] for entry in own), default="")
        last_day = {entry["decision"] for entry in own if entry["date"] == latest}
        expected = "declined" if "declined" in last_day else "granted" if last_day else None
        assert found.get(f"approvals.{role}.decision") == expected


@pytest.mark.parametrize(
    "entry",
    [
        {"role": "head-of-tea", "decision": "granted", "date": "2026-03-01"},
        {"role": MD, "decision": "maybe", "date": "2026-03-01"},
        {"role": MD, "decision": "granted"},
        {"role": MD, "date": "2026-03-01"},
        {"decision": "granted", "date": "2026-03-01"},
        {"role": MD, "decision": "granted", "date": "2026-03-01", "signed": True},
        {"role": MD, "decision": "granted", "date": "2026-03-01", "note": " "},
    ],
    ids=repr,
)
def test_a_decision_needs_a_role_of_the_policy_a_decision_and_a_date(entry: object) -> None:
    assert not accepts("approvals", [entry])


def test_a_note_may_stand_beside_a_decision_and_states_nothing() -> None:
    plain = granted(MD, on="2026-03-01")
    assert stated("approvals", [{**plain, "note": "By telephone."}]) == stated("approvals", [plain])


def test_advice_is_the_days_on_which_each_role_first_and_last_gave_it() -> None:
    days = ("2026-03-09", "2026-03-01", "2026-03-10")
    entries = [{"role": MD, "date": day} for day in days]
    assert set(stated("advice", [*entries, {"role": QD, "date": "2026-04-01"}])) == {
        (f"advice.{MD}.date", date(2026, 3, 1), (*AT, 1, "date")),
        (f"advice.{MD}.latest", date(2026, 3, 10), (*AT, 2, "date")),
        (f"advice.{QD}.date", date(2026, 4, 1), (*AT, 3, "date")),
        (f"advice.{QD}.latest", date(2026, 4, 1), (*AT, 3, "date")),
    }


def test_advice_has_no_decision() -> None:
    assert accepts("advice", [{"role": MD, "date": "2026-03-01", "note": "Go ahead."}])
    assert not accepts("advice", [granted(MD, on="2026-03-01")])


@pytest.mark.parametrize("kind", ["approvals", "advice"])
def test_an_empty_list_states_nothing(kind: str) -> None:
    assert stated(kind, []) == []


# ----------------------------------------------------------------------------------- completion


def test_completion_states_the_day_and_may_name_who_did_it() -> None:
    expected = [("briefing.completed", date(2026, 3, 1), (*AT, "completed"))]
    assert stated("completion", {"completed": "2026-03-01"}) == expected
    assert stated("completion", {"completed": "2026-03-01", "by": "A. Tutor"}) == expected


@pytest.mark.parametrize(
    "answer",
    [{"by": "A. Tutor"}, {"completed": True}, {"completed": "2026-03-01", "by": ""}, "yes"],
)
def test_completion_needs_the_day(answer: object) -> None:
    assert not accepts("completion", answer)

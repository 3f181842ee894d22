import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conditions.strategies import conditions
from prevent.conditions.json_form import (
    Json,
    decode,
    decode_moment,
    encode,
    encode_moment,
)
from prevent.conditions.tree import (
    TRUE,
    All,
    Any,
    Condition,
    Given,
    Is,
    Moment,
    Not,
    NotAfter,
    Number,
)
from prevent.dates import Period

WRITTEN: list[tuple[Condition, Json]] = [
    (TRUE, True),
    (Is("source", ("learner", "staff")), {"fact": "source", "is": ["learner", "staff"]}),
    (Number("speakers", "at_least", 1), {"fact": "speakers", "at_least": 1}),
    (Given("starts_on"), {"given": "starts_on"}),
    (
        NotAfter(Moment("received_on", Period(1, "months")), Moment("starts_on")),
        {
            "date": {"fact": "received_on", "plus": {"months": 1}},
            "not_after": {"fact": "starts_on"},
        },
    ),
    (All((Given("a"), Not(Any(())))), {"all": [{"given": "a"}, {"not": {"any": []}}]}),
]


@pytest.mark.parametrize(("condition", "written"), WRITTEN)
def test_a_condition_is_written_so_and_read_back(condition: Condition, written: Json) -> None:
    assert encode(condition) == written
    assert decode(written) == condition


@settings(deadline=None, max_examples=300)
@given(conditions())
def test_any_condition_comes_back_from_a_json_file_as_it_was(condition: Condition) -> None:
    assert decode(json.loads(json.dumps(encode(condition), sort_keys=True))) == condition


@pytest.mark.parametrize("offset", [None, Period(0, "days"), Period(-3, "weeks")])
def test_a_moment_comes_back_as_it_was(offset: Period | None) -> None:
    when = Moment("starts_on", offset)
    assert decode_moment(encode_moment(when)) == when


@pytest.mark.parametrize(
    "garbage",
    [
        None,
        1,
        "source",
        [],
        [True],
        {},
        {"all": {}},
        {"all": [None]},
        {"any": "source"},
        {"not": []},
        {"given": 1},
        {"given": ["source"]},
        {"given": "source", "all": []},
        {"all": [], "any": []},
        {"not": True, "why": "no reason"},
        {"fact": "source"},
        {"is": ["learner"]},
        {"fact": 1, "is": ["learner"]},
        {"fact": "source", "is": "learner"},
        {"fact": "source", "is": ["learner", 1]},
        {"fact": "source", "is": [None]},
        {"fact": "source", "is": ["learner"], "at_least": 1},
        {"fact": "speakers", "at_least": 1, "at_most": 2},
        {"fact": "speakers", "at_least": 1.0},
        {"fact": "speakers", "at_least": "1"},
        {"fact": "speakers", "at_least": True},
        {"fact": "speakers", "equals": 1},
        {"date": {"fact": "starts_on"}},
        {"date": {"fact": "starts_on"}, "not_after": "2026-04-15"},
        {"date": {"fact": "a"}, "not_after": {"fact": "b"}, "not": True},
    ],
    ids=repr,
)
def test_what_is_no_condition_is_refused(garbage: object) -> None:
    with pytest.raises(ValueError, match=r"^not a "):
        decode(garbage)


@pytest.mark.parametrize(
    "garbage",
    [
        None,
        "starts_on",
        {},
        {"fact": 1},
        {"fact": "a", "plus": 1},
        {"fact": "a", "plus": None},
        {"fact": "a", "plus": {}},
        {"fact": "a", "plus": {"years": 1}},
        {"fact": "a", "plus": {"days": "1"}},
        {"fact": "a", "plus": {"days": True}},
        {"fact": "a", "plus": {"days": 1, "weeks": 1}},
        {"fact": "a", "minus": {"days": 1}},
        {"fact": "a", "plus": {"days": 1}, "minus": {"days": 1}},
    ],
    ids=repr,
)
def test_what_is_no_moment_is_refused(garbage: object) -> None:
    with pytest.raises(ValueError, match=r"^not a date of a request"):
        decode_moment(garbage)


_WORDS = ("all", "any", "not", "given", "fact", "is", "at_least", "date", "not_after", "plus")
_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(0, 1) | st.just(1.0) | st.sampled_from(("a", "days")),
    lambda inner: (
        st.lists(inner, max_size=2)
        | st.dictionaries(st.sampled_from((*_WORDS, "days")), inner, max_size=3)
    ),
    max_leaves=6,
)


@settings(deadline=None, max_examples=300)
@given(st.dictionaries(st.sampled_from(_WORDS), _VALUES, max_size=3))
def test_whatever_is_read_loses_nothing_that_was_written(data: dict[str, Json]) -> None:
    try:
        condition = decode(data)
    except ValueError:
        return
    assert json.dumps(encode(condition), sort_keys=True) == json.dumps(data, sort_keys=True)

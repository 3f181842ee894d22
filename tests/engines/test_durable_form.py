import json
from collections.abc import Mapping

import pytest

from prevent.conditions.flat import Both, Compare, Constant, Either, Flat
from prevent.engines.durable_form import (
    SENTINEL,
    FactType,
    ProfileError,
    check_facts,
    check_rule_set,
    name_hash,
    rule_sets,
)

FACTS: dict[str, FactType] = {"kind": "text", "status": "text", "days": "number", "agreed": "truth"}
LAST: dict[str, object] = {"all": [{"m": {"always": True}}], "pri": 60_000}

EVENT = Compare("kind", "eq", "event")
LEAFLET = Compare("kind", "eq", "leaflet")
AGREED = Compare("agreed", "eq", value=True)
LATE = Compare("days", "lt", 28)


def flags(number: int) -> dict[str, FactType]:
    return {f"flag_{n}": "truth" for n in range(number)}


def is_set(number: int) -> Compare:
    return Compare(f"flag_{number}", "eq", value=True)


def conditions(test: Flat, facts: Mapping[str, FactType] = FACTS) -> dict[str, object]:
    [definition] = rule_sets("event", {"rule": test}, facts)
    rules = definition["event"]
    assert isinstance(rules, dict)
    return {name: rule["all"][0]["m"] for name, rule in rules.items() if name != SENTINEL}


def sizes(tests: Mapping[str, Flat], facts: Mapping[str, FactType]) -> list[int]:
    found = []
    for definition in rule_sets("event", tests, facts):
        check_rule_set(definition, facts)
        [rules] = definition.values()
        assert isinstance(rules, dict)
        found.append(len(rules) - 1)
    return found


# ------------------------------------------------------------------------------------ the form


def test_a_rule_set_reads_like_its_rules_and_ends_with_the_sentinel() -> None:
    tests: dict[str, Flat] = {"late-event": Both((EVENT, LATE)), "agreed": AGREED}
    assert rule_sets("event", tests, FACTS) == [
        {
            "event": {
                "late-event": {
                    "all": [{"m": {"$and": [{"kind": "event"}, {"$lt": {"days": 28}}]}}]
                },
                "agreed": {"all": [{"m": {"agreed": True}}]},
                "sentinel|last": LAST,
            }
        }
    ]


@pytest.mark.parametrize(
    ("operator", "expected"),
    [
        ("eq", {"days": 5}),
        ("ne", {"$neq": {"days": 5}}),
        ("lt", {"$lt": {"days": 5}}),
        ("le", {"$lte": {"days": 5}}),
        ("gt", {"$gt": {"days": 5}}),
        ("ge", {"$gte": {"days": 5}}),
    ],
)
def test_each_operator_has_the_engines_word(operator: str, expected: object) -> None:
    comparison = Compare("days", operator, 5)  # type: ignore[arg-type]  # the six are listed above
    assert conditions(comparison) == {"rule": expected}


def test_values_of_one_fact_stand_together() -> None:
    assert conditions(Either((EVENT, LEAFLET, EVENT))) == {
        "rule": {"$or": [{"kind": "event"}, {"kind": "leaflet"}]}
    }


def test_one_value_said_twice_is_said_once() -> None:
    assert conditions(Either((EVENT, EVENT))) == {"rule": {"kind": "event"}}


def test_alternatives_become_numbered_rules() -> None:
    test = Both((AGREED, Either((EVENT, LATE, LEAFLET))))
    assert conditions(test) == {
        "rule|1": {"$and": [{"agreed": True}, {"$or": [{"kind": "event"}, {"kind": "leaflet"}]}]},
        "rule|2": {"$and": [{"agreed": True}, {"$lt": {"days": 28}}]},
    }


def test_a_comparison_and_an_alternative_said_twice_are_said_once() -> None:
    test = Either((Both((AGREED, LATE, AGREED)), Both((AGREED, LATE))))
    assert conditions(test) == {"rule": {"$and": [{"agreed": True}, {"$lt": {"days": 28}}]}}


def test_always_compares_the_engines_own_fact_and_never_has_no_rule() -> None:
    assert conditions(Constant(value=True)) == {"rule": {"always": True}}
    assert conditions(Constant(value=False)) == {}


def test_the_same_tests_give_the_same_bytes() -> None:
    tests: dict[str, Flat] = {"a": Either((EVENT, LATE)), "b": AGREED}
    first, second = (json.dumps(rule_sets("event", tests, FACTS)) for _ in range(2))
    assert first == second


def test_no_tests_still_give_a_set_with_its_sentinel() -> None:
    assert rule_sets("event", {}, FACTS) == [{"event": {"sentinel|last": LAST}}]


# ---------------------------------------------------------------------------------- the limits


def test_a_set_splits_before_more_than_60_tests_can_be_open() -> None:
    facts = flags(70)
    assert sizes({f"r{n}": is_set(n) for n in range(59)}, facts) == [59]
    assert sizes({f"r{n}": is_set(n) for n in range(60)}, facts) == [59, 1]


def test_the_next_set_has_the_next_number() -> None:
    names = [
        next(iter(definition))
        for definition in rule_sets("event", {f"r{n}": is_set(n) for n in range(130)}, flags(130))
    ]
    assert names == ["event", "event|2", "event|3"]


def test_tests_that_wait_while_one_is_followed_count_too() -> None:
    # 41 different tests, but 40 stay open below the one that is followed, where 40 more open.
    tests: dict[str, Flat] = {f"r{n}": is_set(n) for n in range(40)}
    tests |= {f"s{n}": Both((is_set(0), is_set(n))) for n in range(1, 40)}
    assert len(sizes(tests, flags(40))) == 2


def test_the_ends_of_alternatives_that_begin_alike_count_too() -> None:
    facts = FACTS | flags(70)
    tests: dict[str, Flat] = {
        f"r{n}": Both((Either((EVENT, LEAFLET)), is_set(n))) for n in range(70)
    }
    assert sizes(tests, facts) == [59, 11]


def test_equalities_that_exclude_each_other_count_once() -> None:
    tests = {f"r{n}": Compare("kind", "eq", f"kind-{n}") for n in range(150)}
    assert sizes(tests, FACTS) == [150]


def test_inequalities_all_count() -> None:
    tests = {f"r{n}": Compare("kind", "ne", f"kind-{n}") for n in range(60)}
    assert sizes(tests, FACTS) == [59, 1]


def test_a_set_has_at_most_200_rules_with_its_sentinel() -> None:
    assert sizes({f"r{n}": EVENT for n in range(199)}, FACTS) == [199]
    assert sizes({f"r{n}": EVENT for n in range(200)}, FACTS) == [199, 1]


def test_a_set_has_at_most_400_tests_under_one() -> None:
    def three(n: int) -> Flat:
        return Either(tuple(Compare("kind", "eq", f"kind-{n}-{m}") for m in range(3)))

    tests = {f"r{n}": three(n) for n in range(133)}
    assert sizes(tests, FACTS) == [133]
    assert sizes(tests | {"one-more": EVENT}, FACTS) == [133, 1]


def choice(fact: str, number: int) -> Flat:
    return Either(tuple(Compare(fact, "eq", n) for n in range(number)))


def test_a_rule_with_more_than_64_ways_through_is_halved() -> None:
    facts: dict[str, FactType] = {"a": "number", "b": "number"}
    assert list(conditions(Both((choice("a", 8), choice("b", 8))), facts)) == ["rule"]
    halved = conditions(Both((choice("a", 9), choice("b", 8))), facts)
    assert [len(str(condition).split("'a'")) - 1 for condition in halved.values()] == [4, 5]


def test_one_long_list_of_values_is_halved_too() -> None:
    halved = conditions(choice("days", 65))
    assert [len(c["$or"]) for c in halved.values() if isinstance(c, dict)] == [32, 33]


@pytest.mark.parametrize(
    "test",
    [
        Both(tuple(Either((is_set(n), Compare("days", "gt", n))) for n in range(60))),
        Either(tuple(Compare("days", "gt", n) for n in range(201))),
        Both(tuple(choice(f"number_{n}", 40) for n in range(4))),
    ],
    ids=["combined", "listed", "values"],
)
def test_a_test_with_too_many_alternatives_is_refused(test: Flat) -> None:
    facts = FACTS | flags(60) | {f"number_{n}": "number" for n in range(4)}
    with pytest.raises(ProfileError, match="more than 200 alternatives") as caught:
        rule_sets("event", {"long": test}, facts)
    assert caught.value.name == "long"


def test_an_alternative_with_too_many_comparisons_is_refused() -> None:
    hundred = Both(tuple(Compare("days", "ne", n) for n in range(100)))
    assert sizes({"long": hundred}, FACTS) == [1]
    with pytest.raises(ProfileError, match="more than 100 comparisons"):
        rule_sets("event", {"long": Both((hundred, EVENT))}, FACTS)


# ----------------------------------------------------------------------------- what is refused


@pytest.mark.parametrize(
    ("test", "why"),
    [
        (Compare("place", "eq", "hall"), "'place', which is not a fact"),
        (Compare("always", "eq", value=True), "'always', which is not a fact"),
        (Compare("kind", "lt", "x"), "no order"),
        (Compare("agreed", "ge", value=True), "no order"),
        (Compare("kind", "eq", 5), "expected text"),
        (Compare("days", "eq", value=True), "expected a whole number"),
        (Compare("days", "eq", "5"), "expected a whole number"),
        (Compare("agreed", "eq", 1), "expected true or false"),
        (Compare("days", "lt", 2**63), "too large"),
        (Compare("days", "lt", -(2**63) - 1), "too large"),
        (Compare("kind", "eq", "x" * 65_536), "longer than 65535"),
        (Compare("kind", "eq", "é" * 10_923), "longer than 65535"),
        (Both(()), "empty"),
        (Either(()), "empty"),
        (Both((EVENT, Constant(value=True))), "must stand alone"),
    ],
)
def test_what_the_engine_would_get_wrong_is_refused(test: Flat, why: str) -> None:
    with pytest.raises(ProfileError, match=why) as caught:
        rule_sets("event", {"rule": test}, FACTS)
    assert caught.value.name == "rule"


@pytest.mark.parametrize("value", ["x" * 65_535, "é" * 10_922])
def test_the_longest_text_is_accepted(value: str) -> None:
    assert sizes({"rule": Compare("kind", "eq", value)}, FACTS) == [1]


@pytest.mark.parametrize("value", [2**63 - 1, -(2**63)])
def test_the_largest_numbers_are_accepted(value: int) -> None:
    assert sizes({"rule": Compare("days", "lt", value)}, FACTS) == [1]


@pytest.mark.parametrize("name", ["", 'a"b', "a|1", "$state", "a b", "-a", "a\n", "x" * 201])
def test_unsafe_names_of_tests_and_sets_are_refused(name: str) -> None:
    with pytest.raises(ProfileError, match="a name has"):
        rule_sets("event", {name: EVENT}, FACTS)
    with pytest.raises(ProfileError, match="a name has"):
        rule_sets(name, {"rule": EVENT}, FACTS)


@pytest.mark.parametrize("name", ["id", "sid", "always"])
def test_reserved_fact_names_are_refused(name: str) -> None:
    with pytest.raises(ProfileError, match="reserved"):
        check_facts({name: "text"})


@pytest.mark.parametrize("name", ["$s", "Kind", "1st", "a-b", "a.b", "_a", "", "café", "a\n"])
def test_unsafe_fact_names_are_refused(name: str) -> None:
    with pytest.raises(ProfileError, match="a fact is named"):
        check_facts({name: "text"})


def test_an_unknown_fact_type_is_refused() -> None:
    with pytest.raises(ProfileError, match="expected text, number or truth"):
        check_facts({"day": "date"})  # type: ignore[dict-item]  # the wrong type is the point


def test_at_most_250_fields_go_to_the_engine_its_own_included() -> None:
    check_facts(flags(247))
    with pytest.raises(ProfileError, match="at most 247"):
        check_facts(flags(248))


@pytest.mark.parametrize(
    ("name", "number"), [("$lt", 542787579), ("$and", 3746487396), ("id", 926444256)]
)
def test_names_are_hashed_as_the_engine_does(name: str, number: int) -> None:
    assert name_hash(name) == number


def test_facts_the_engine_cannot_tell_apart_are_refused() -> None:
    first, second = "venue_contact", "request_visit_contact_clause"
    assert name_hash(first) == name_hash(second)
    with pytest.raises(ProfileError, match=f"cannot tell it from '{first}'") as caught:
        check_facts({first: "text", second: "text"})
    assert caught.value.name == second


@pytest.mark.parametrize(
    ("fact", "word"),
    [
        ("has_mdrpxva", "id"),
        ("fact_clqedmg", "sid"),
        ("has_fnfwvoh", "always"),
        ("has_wutmxud", "$and"),
        ("has_kjzruua", "$or"),
        ("fact_rhzhtdh", "$forward"),
        ("fact_uldlsdf", "$s"),
    ],
)
def test_facts_the_engine_takes_for_its_own_words_are_refused(fact: str, word: str) -> None:
    assert name_hash(fact) == name_hash(word)
    with pytest.raises(ProfileError) as caught:
        check_facts({fact: "text"})
    assert f"'{word}'" in caught.value.why

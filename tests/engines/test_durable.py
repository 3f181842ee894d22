import importlib
import itertools
import json
import operator
import sys
import threading
from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given, reject, settings
from hypothesis import strategies as st
from stand_in import EVENT, EXTENSION, FACTS, SETS

from prevent.conditions.flat import Both, Compare, Constant, Either, Flat, Operator
from prevent.conditions.flat_facts import FactValue
from prevent.engines.durable import DurableEngine, EngineError, available
from prevent.engines.durable_form import SENTINEL, FactType, ProfileError, rule_sets

EQUALITIES: list[Operator] = ["eq", "ne"]
ORDERS: list[Operator] = ["eq", "ne", "lt", "le", "gt", "ge"]


# --------------------------------------------------------------------- the engine's right answers


def plainly(test: Flat, facts: Mapping[str, FactValue]) -> bool:
    match test:
        case Both(parts):
            return all(plainly(part, facts) for part in parts)
        case Either(parts):
            return any(plainly(part, facts) for part in parts)
        case Constant(value):
            return value
        case Compare(fact, name, value):
            return bool(getattr(operator, name)(facts[fact], value))


@pytest.mark.usefixtures("installed")
def test_the_engine_names_the_tests_that_are_true() -> None:
    with DurableEngine(SETS, FACTS) as engine:
        assert engine.fired(EVENT) == {"an-event", "late-or-agreed"}
        assert engine.fired({"kind": "leaflet", "days": 40, "agreed": False}) == {"a-leaflet"}
        assert engine.fired({"kind": "", "days": 40, "agreed": False}) == frozenset()


@pytest.mark.usefixtures("installed")
def test_a_test_with_several_true_alternatives_is_named_once() -> None:
    with DurableEngine(SETS, FACTS) as engine:
        assert engine.fired({"kind": "", "days": 1, "agreed": True}) == {"late-or-agreed"}


@pytest.mark.usefixtures("installed")
def test_rule_sets_read_back_from_a_file_work_alike() -> None:
    with DurableEngine(json.loads(json.dumps(SETS, indent=2)), FACTS) as engine:
        assert engine.fired(EVENT) == {"an-event", "late-or-agreed"}


@pytest.mark.usefixtures("installed")
def test_sets_that_were_split_answer_together() -> None:
    facts: dict[str, FactType] = {f"flag_{n}": "truth" for n in range(150)}
    tests: dict[str, Flat] = {f"r{n}": Compare(f"flag_{n}", "eq", value=True) for n in range(150)}
    with DurableEngine(rule_sets("event", tests, facts), facts) as engine:
        assert engine.fired(dict.fromkeys(facts, True)) == tests.keys()
        assert engine.fired(dict.fromkeys(facts, False)) == frozenset()


@pytest.mark.usefixtures("installed")
def test_a_set_at_its_limit_of_open_tests_is_evaluated() -> None:
    facts: dict[str, FactType] = {f"flag_{n}": "truth" for n in range(40)}
    on = [Compare(fact, "eq", value=True) for fact in facts]
    tests: dict[str, Flat] = {f"r{n}": test for n, test in enumerate(on)}
    tests |= {f"s{n}": Both((on[0], test)) for n, test in enumerate(on[1:])}
    tests |= {f"t{n}": Both((on[39], test)) for n, test in enumerate(on[:39])}
    with DurableEngine(rule_sets("event", tests, facts), facts) as engine:
        assert engine.fired(dict.fromkeys(facts, True)) == tests.keys()


@pytest.mark.usefixtures("installed")
def test_a_set_at_its_limit_of_branches_is_evaluated() -> None:
    tests: dict[str, Flat] = {
        f"r{n}": Either(tuple(Compare("days", "eq", 3 * n + m) for m in range(3)))
        for n in range(133)
    }
    sets = rule_sets("event", tests, FACTS)
    assert len(sets) == 1
    with DurableEngine(sets, FACTS) as engine:
        for days in range(401):
            expected = {f"r{days // 3}"} if days < 399 else set()
            assert engine.fired({"kind": "", "days": days, "agreed": False}) == expected


@pytest.mark.usefixtures("installed")
@pytest.mark.parametrize("text", ["x" * 65_535, "é" * 10_922, '"\\' * 16_000])
def test_texts_up_to_the_limit_are_told_apart(text: str) -> None:
    tests: dict[str, Flat] = {"same": Compare("kind", "eq", text)}
    with DurableEngine(rule_sets("event", tests, FACTS), FACTS) as engine:
        assert engine.fired(EVENT | {"kind": text}) == {"same"}
        assert engine.fired(EVENT | {"kind": text[:-1]}) == frozenset()
        assert engine.fired(EVENT | {"kind": text[:-1] + "y"}) == frozenset()


@pytest.mark.usefixtures("installed")
def test_every_combination_of_facts_is_decided_like_the_plain_evaluator() -> None:
    facts: dict[str, FactType] = {"kind": "text", "status": "text", "days": "number"}
    facts |= {"people": "number", "agreed": "truth", "advertised": "truth"}
    columns: dict[FactType, list[FactValue]] = {
        "text": ["", "a", "b", "ab", "A"],
        "number": [-2, -1, 0, 1, 2, 3],
        "truth": [True, False],
    }
    simple: list[Flat] = [
        Compare(fact, name, value)
        for fact, fact_type in facts.items()
        for name in (ORDERS if fact_type == "number" else EQUALITIES)
        for value in columns[fact_type][-3:]
    ]
    tests: dict[str, Flat] = {"always": Constant(value=True), "never": Constant(value=False)}
    for n, first in enumerate(simple):
        second, third = simple[(n * 7 + 3) % len(simple)], simple[(n * 5 + 20) % len(simple)]
        tests[f"one-{n}"] = first
        tests[f"two-{n}"] = Both((first, Either((second, third))))
        tests[f"three-{n}"] = Either((first, Both((second, Either((third, first))))))
    with DurableEngine(rule_sets("event", tests, facts), facts) as engine:
        for row in itertools.product(*(columns[fact_type] for fact_type in facts.values())):
            values = dict(zip(facts, row, strict=True))
            assert engine.fired(values) == {n for n, t in tests.items() if plainly(t, values)}


TYPES: dict[str, FactType] = {
    f"{fact_type}_{n}": fact_type for fact_type in ("text", "number", "truth") for n in range(3)
}
AWKWARD = [
    "",
    "a",
    "ab",
    "5",
    "true",
    "null",
    "é",
    "€😀",
    'a"',
    "a\\",
    "a\n",
    "'",
    "\0",
    "\ud800",
    "{",
]
VALUES: dict[FactType, st.SearchStrategy[FactValue]] = {
    "text": st.sampled_from(AWKWARD) | st.text(max_size=5),
    "number": st.sampled_from([-(2**63), -1, 0, 1, 5, 2**31, 2**63 - 1]) | st.integers(-9, 9),
    "truth": st.booleans(),
}


@st.composite
def comparisons(draw: st.DrawFn) -> Compare:
    fact = draw(st.sampled_from(sorted(TYPES)))
    names = ORDERS if TYPES[fact] == "number" else EQUALITIES
    return Compare(fact, draw(st.sampled_from(names)), draw(VALUES[TYPES[fact]]))


def groups(parts: st.SearchStrategy[Flat]) -> st.SearchStrategy[Flat]:
    several = st.lists(parts, min_size=2, max_size=3).map(tuple)
    return parts | several.map(Both) | several.map(Either)


FLAT = st.booleans().map(Constant) | groups(groups(groups(comparisons())))


@pytest.mark.usefixtures("installed")
@settings(max_examples=500, deadline=None)
@given(
    tests=st.lists(FLAT, max_size=40).map(lambda flats: {f"r{n}": t for n, t in enumerate(flats)}),
    requests=st.lists(st.fixed_dictionaries({f: VALUES[t] for f, t in TYPES.items()}), max_size=5),
)
def test_any_tests_and_facts_are_decided_like_the_plain_evaluator(
    tests: dict[str, Flat], requests: list[dict[str, FactValue]]
) -> None:
    try:
        sets = rule_sets("event", tests, TYPES)
    except ProfileError:
        # More alternatives than a person could read: refused, as it should be.
        reject()
    with DurableEngine(sets, TYPES) as engine:
        for facts in requests:
            assert engine.fired(facts) == {n for n, t in tests.items() if plainly(t, facts)}


@pytest.mark.usefixtures("installed")
def test_threads_wait_for_each_other() -> None:
    wrong: list[object] = []

    def ask(engine: DurableEngine, days: int) -> None:
        expected = {"an-event", "late-or-agreed"} if days < 28 else {"an-event"}
        for _ in range(300):
            found = engine.fired(EVENT | {"days": days})
            if found != expected:
                wrong.append(found)

    with DurableEngine(SETS, FACTS) as engine:
        threads = [threading.Thread(target=ask, args=(engine, 24 + n)) for n in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert wrong == []


@pytest.mark.usefixtures("installed")
def test_two_engines_do_not_know_of_each_other() -> None:
    other = rule_sets("event", {"no-event": Compare("kind", "ne", "event")}, FACTS)
    with DurableEngine(SETS, FACTS) as first, DurableEngine(other, FACTS) as second:
        assert second.fired(EVENT) == frozenset()
        assert first.fired(EVENT) == {"an-event", "late-or-agreed"}
        assert second.fired(EVENT | {"kind": "x"}) == {"no-event"}


# ------------------------------------------------------------------------- facts that are refused


@pytest.mark.usefixtures("installed")
@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"days": True}, "'days': expected a whole number, found True"),
        ({"days": "14"}, "'days': expected a whole number"),
        ({"days": 14.0}, "'days': expected a whole number"),
        ({"days": None}, "'days': expected a whole number"),
        ({"days": 2**63}, "'days': .* too large"),
        ({"agreed": 1}, "'agreed': expected true or false, found 1"),
        ({"kind": 5}, "'kind': expected text"),
        ({"kind": ["event"]}, "'kind': expected text"),
        ({"kind": "x" * 65_536}, "'kind': the text is longer"),
        ({"place": "hall"}, "'place' is not known"),
        ({"always": False}, "'always' is not known"),
        ({"sid": "x"}, "'sid' is not known"),
    ],
)
def test_facts_that_are_not_exactly_as_declared_are_refused(
    change: dict[str, Any], why: str
) -> None:
    with DurableEngine(SETS, FACTS) as engine:
        with pytest.raises(EngineError, match=why):
            engine.fired(EVENT | change)
        assert engine.fired(EVENT) == {"an-event", "late-or-agreed"}


@pytest.mark.usefixtures("installed")
def test_a_missing_fact_is_refused() -> None:
    with (
        DurableEngine(SETS, FACTS) as engine,
        pytest.raises(EngineError, match="'days' is missing"),
    ):
        engine.fired({"kind": "event", "agreed": True})


# ------------------------------------------------------------------------------ what does not load


@pytest.mark.usefixtures("stand_in")
def test_a_rule_set_without_its_sentinel_is_refused() -> None:
    rules = SETS[0]["event"]
    assert isinstance(rules, dict)
    doctored = {"event": {name: rule for name, rule in rules.items() if name != SENTINEL}}
    with pytest.raises(EngineError, match="the last rule must be"):
        DurableEngine([doctored], FACTS)


@pytest.mark.usefixtures("stand_in")
def test_two_sets_with_the_same_rule_are_refused() -> None:
    with pytest.raises(EngineError, match="Two rule sets have a rule 'a-leaflet'"):
        DurableEngine([*SETS, *SETS], FACTS)


@pytest.mark.usefixtures("stand_in")
def test_facts_the_engine_cannot_tell_apart_are_refused() -> None:
    alike: dict[str, FactType] = {"venue_contact": "text", "request_visit_contact_clause": "text"}
    with pytest.raises(EngineError, match="cannot tell it from 'venue_contact'"):
        DurableEngine(SETS, FACTS | alike)


def test_an_engine_that_is_not_installed_is_said_in_one_sentence(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, EXTENSION, None)
    assert available() == "The rules engine durable_rules is not installed."
    with pytest.raises(EngineError, match="is not installed"):
        DurableEngine(SETS, FACTS)


def test_an_engine_that_does_not_load_is_said_in_one_sentence(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(name: str) -> None:
        raise ImportError(f"{name}: undefined symbol: PyEval_CallObject")

    monkeypatch.setattr(importlib, "import_module", fail)
    reason = available()
    monkeypatch.undo()
    assert reason is not None
    assert reason.startswith("The rules engine durable_rules is installed but does not load: ")
    assert "undefined symbol" in reason


@pytest.mark.usefixtures("stand_in")
def test_an_engine_that_loads_is_available() -> None:
    assert available() is None

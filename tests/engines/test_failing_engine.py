"""An engine that fails, played by a stand-in: no answer of it that is not whole counts."""

import itertools
import sys
import threading
from collections.abc import Callable
from types import ModuleType, SimpleNamespace

import pytest
from stand_in import EVENT, EXTENSION, FACTS, SETS, StandIn, StandInError

from prevent.conditions.flat import Constant
from prevent.engines.durable import DurableEngine, EngineError
from prevent.engines.durable_form import SENTINEL, rule_sets

# ----------------------------------------------------- an engine that fails, played by a stand-in


RIGHT = ["an-event", "late-or-agreed|1", SENTINEL]


def test_what_the_stand_in_fires_in_good_order_is_the_answer(stand_in: StandIn) -> None:
    engine = DurableEngine(SETS, FACTS)
    stand_in.fires = RIGHT
    assert engine.fired(EVENT) == {"an-event", "late-or-agreed"}


@pytest.mark.parametrize(
    ("fires", "why"),
    [
        ([], "did not come to the end"),
        (["an-event"], "did not come to the end"),
        ([SENTINEL, "an-event"], "did not come to the end"),
        (["an-event", SENTINEL, SENTINEL], "fired what it should not"),
        (["an-event", "an-event", SENTINEL], "fired what it should not"),
        (["late-or-agreed", SENTINEL], "fired what it should not"),
        (["unknown", SENTINEL], "fired what it should not"),
        (itertools.repeat("an-event"), "fired what it should not"),
    ],
)
def test_an_answer_that_is_not_whole_is_no_answer(
    stand_in: StandIn, fires: list[str], why: str
) -> None:
    engine = DurableEngine(SETS, FACTS)
    stand_in.fires = fires
    with pytest.raises(EngineError, match=why):
        engine.fired(EVENT)
    stand_in.fires = RIGHT
    assert engine.fired(EVENT) == {"an-event", "late-or-agreed"}


def test_an_answer_about_other_facts_is_no_answer(
    stand_in: StandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine = DurableEngine(SETS, FACTS)
    stand_in.fires = []
    action = ("{}", f'{{"{SENTINEL}":{{"m":{{"kind":"leaflet"}}}}}}')
    monkeypatch.setattr(stand_in, "start_action_for_state", lambda *_: action)
    with pytest.raises(EngineError, match="fired what it should not"):
        engine.fired(EVENT)


def test_a_code_other_than_0_is_an_error(stand_in: StandIn) -> None:
    engine = DurableEngine(SETS, FACTS)
    stand_in.fires, stand_in.code = RIGHT, 1
    with pytest.raises(EngineError, match="did not take the facts"):
        engine.fired(EVENT)


CALLS = ["assert_fact", "start_action_for_state", "complete_and_start_action", "delete_state"]


@pytest.mark.parametrize("call", CALLS)
def test_an_exception_in_any_call_is_an_error_and_the_next_request_is_answered(
    stand_in: StandIn, call: str
) -> None:
    engine = DurableEngine(SETS, FACTS)
    stand_in.fires = RIGHT
    stand_in.failing[call] = StandInError("303")
    with pytest.raises(EngineError, match=r"failed in 'event': 303|does not let go"):
        engine.fired(EVENT)
    stand_in.failing.clear()
    assert engine.fired(EVENT) == {"an-event", "late-or-agreed"}
    assert stand_in.held == {1: None}


def test_a_request_waits_until_the_one_before_is_done(
    stand_in: StandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine = DurableEngine(SETS, FACTS)
    first_is_in, go_on = threading.Event(), threading.Event()
    entered: list[str] = []
    take = stand_in.assert_fact

    def slowly(handle: int, text: str) -> tuple[int, int]:
        entered.append(text)
        first_is_in.set()
        go_on.wait(10)
        return take(handle, text)

    monkeypatch.setattr(stand_in, "assert_fact", slowly)
    threads = [threading.Thread(target=engine.fired, args=(EVENT,)) for _ in range(2)]
    threads[0].start()
    assert first_is_in.wait(10)
    threads[1].start()
    threads[1].join(0.2)
    assert len(entered) == 1
    go_on.set()
    for thread in threads:
        thread.join(10)
    assert len(entered) == 2


def test_a_lack_of_memory_is_an_error(stand_in: StandIn) -> None:
    engine = DurableEngine(SETS, FACTS)
    stand_in.failing["assert_fact"] = MemoryError("none left")
    with pytest.raises(EngineError, match="none left"):
        engine.fired(EVENT)


def test_a_warm_up_that_fails_gives_everything_back(stand_in: StandIn) -> None:
    stand_in.fires = []
    with pytest.raises(EngineError, match="did not come to the end"):
        DurableEngine(SETS, FACTS)
    assert stand_in.held == {}


def test_a_set_that_does_not_load_gives_back_those_before_it(stand_in: StandIn) -> None:
    [second] = rule_sets("leaflet", {"another": Constant(value=True)}, FACTS)
    stand_in.failing["create leaflet"] = StandInError("105")
    with pytest.raises(EngineError, match="refuses rule set 'leaflet': 105"):
        DurableEngine([*SETS, second], FACTS)
    assert stand_in.held == {}


def test_closing_gives_everything_back_and_ends_it(stand_in: StandIn) -> None:
    with DurableEngine(SETS, FACTS) as engine:
        assert stand_in.held == {1: None}
    engine.close()
    assert stand_in.held == {}
    with pytest.raises(EngineError, match="has been closed"):
        engine.fired(EVENT)


# ----------------------------------------------------------------------------------- interruptions


@pytest.mark.parametrize("call", CALLS)
@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
def test_an_interruption_passes_through_and_leaves_the_engine_usable(
    installed: ModuleType, monkeypatch: pytest.MonkeyPatch, call: str, *, after: bool
) -> None:
    real: Callable[..., object] = getattr(installed, call)
    interrupting = False

    def interrupted(*arguments: object) -> object:
        if interrupting and after:
            real(*arguments)
        if interrupting:
            raise KeyboardInterrupt
        return real(*arguments)

    calls = vars(installed) | {call: interrupted}
    monkeypatch.setitem(sys.modules, EXTENSION, SimpleNamespace(**calls))
    with DurableEngine(SETS, FACTS) as engine:
        interrupting = True
        with pytest.raises(KeyboardInterrupt):
            engine.fired(EVENT)
        interrupting = False
        for _ in range(2):
            assert engine.fired(EVENT) == {"an-event", "late-or-agreed"}
            assert engine.fired(EVENT | {"kind": "", "days": 99}) == frozenset()

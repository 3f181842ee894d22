"""An engine's extension that does as a test says, and the sets and facts it is put to."""

from __future__ import annotations

import json
from collections.abc import Iterator

from prevent.conditions.flat import Compare, Either, Flat
from prevent.conditions.flat_facts import FactValue
from prevent.engines.durable_form import SENTINEL, FactType, rule_sets

EXTENSION = "durable_rules_engine"
FACTS: dict[str, FactType] = {"kind": "text", "days": "number", "agreed": "truth"}
EVENT: dict[str, FactValue] = {"kind": "event", "days": 14, "agreed": False}
TESTS: dict[str, Flat] = {
    "an-event": Compare("kind", "eq", "event"),
    "late-or-agreed": Either((Compare("days", "lt", 28), Compare("agreed", "eq", value=True))),
    "a-leaflet": Compare("kind", "eq", "leaflet"),
}
SETS = rule_sets("event", TESTS, FACTS)


class StandInError(Exception):
    """What the stand-in raises."""


class StandIn:
    """An extension that fires the rules it is told to, and keeps count of what it holds."""

    error = StandInError

    def __init__(self) -> None:
        self.fires = [SENTINEL]
        self.code = 0
        self.failing: dict[str, BaseException] = {}
        self.held: dict[int, str | None] = {}
        self._text = ""
        self._left: Iterator[str] = iter(())

    def _maybe_fail(self, call: str) -> None:
        if call in self.failing:
            raise self.failing[call]

    def create_ruleset(self, name: str, text: str) -> int:
        if f"create {name}" in self.failing:
            raise self.failing[f"create {name}"]
        assert json.loads(text)
        handle = len(self.held) + 1
        self.held[handle] = None
        return handle

    def assert_fact(self, handle: int, text: str) -> tuple[int, int]:
        if self.held[handle] is not None:
            return 2, 0
        self.held[handle] = text
        self._maybe_fail("assert_fact")
        self._left = iter(self.fires)
        return self.code, 1

    def _action(self, handle: int) -> str | None:
        rule = next(self._left, None)
        return None if rule is None else f'{{"{rule}":{{"m":{self.held[handle]}}}}}'

    def start_action_for_state(self, handle: int, offset: int) -> tuple[str, str] | None:
        assert offset == 1
        self._maybe_fail("start_action_for_state")
        action = self._action(handle)
        return None if action is None else ("{}", action)

    def complete_and_start_action(self, handle: int, offset: int) -> str | None:
        assert offset == 1
        self._maybe_fail("complete_and_start_action")
        return self._action(handle)

    def delete_state(self, handle: int, session: str) -> None:
        assert session
        self._maybe_fail("delete_state")
        if self.held[handle] is None:
            raise StandInError("309")
        self.held[handle] = None

    def delete_ruleset(self, handle: int) -> None:
        del self.held[handle]

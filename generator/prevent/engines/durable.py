"""Asks the durable-rules engine which tests are true, and takes no answer it cannot vouch for.

The engine is a C extension and an optional part of the installation. Its own Python front end
starts threads and swallows errors, so the extension is called directly, one request at a time.
"""

from __future__ import annotations

import importlib
import json
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from threading import Lock
from types import TracebackType
from typing import Any, Self

from prevent.conditions.flat_facts import FactValue
from prevent.engines.durable_form import (
    ALWAYS,
    SENTINEL,
    FactType,
    ProfileError,
    check_facts,
    check_rule_set,
    value_fault,
)

_EXTENSION = "durable_rules_engine"
_SESSION = "request"
_MESSAGE = "facts"
_ALWAYS = f'"{ALWAYS}":true'
_MOST_KEPT, _LONGEST_KEPT = 1_000, 200
"""How many values of each fact are kept as they are written, and how long, in characters."""

_BLANK: dict[FactType, FactValue] = {"text": "", "number": 0, "truth": False}


class EngineError(Exception):
    """The engine gave no answer, or one that cannot be relied on. There is never half an answer."""


def available() -> str | None:
    """Why the engine cannot be used here, in one sentence; None where it can."""
    try:
        importlib.import_module(_EXTENSION)
    except ModuleNotFoundError:
        return "The rules engine durable_rules is not installed."
    except ImportError as error:
        return f"The rules engine durable_rules is installed but does not load: {error}."
    return None


@dataclass(slots=True)
class _Loaded:
    """One rule set in the engine. ``unclean`` while a request may have left something in it."""

    name: str
    handle: int
    rules: frozenset[str]
    unclean: bool = False


class DurableEngine:
    """The engine with rule sets loaded, for facts of the given types. A context manager.

    One request is evaluated at a time; other threads wait. After an error or an interruption the
    next request begins afresh.
    """

    def __init__(
        self, rule_sets: Sequence[Mapping[str, object]], fact_types: Mapping[str, FactType]
    ) -> None:
        """Load the rule sets, as :func:`~prevent.engines.durable_form.rule_sets` gives them.

        Raises :class:`EngineError` where the engine is missing or does not take them.
        """
        reason = available()
        if reason:
            raise EngineError(reason)
        self._extension: Any = importlib.import_module(_EXTENSION)
        self._fact_types = dict(fact_types)
        self._lock = Lock()
        self._loaded: list[_Loaded] = []
        self._closed = False
        try:
            checked = self._checked(rule_sets)
            # What the names of facts are made of needs no escaping, in JSON or in a pattern.
            self._written: list[tuple[str, type, dict[FactValue, str]]] = [
                (fact, type(_BLANK[fact_type]), {}) for fact, fact_type in fact_types.items()
            ]
            fields = ",".join([_ALWAYS, *(f'"{fact}":%s' for fact in fact_types)])
            self._pattern = f'{{"sid":"{_SESSION}","id":"{_MESSAGE}",{fields}}}'
            for definition, (name, rules) in zip(rule_sets, checked, strict=True):
                self._load(name, rules, definition)
            # Without a first request that succeeds, the engine crashes on its first error.
            self.fired({fact: _BLANK[fact_type] for fact, fact_type in fact_types.items()})
        except BaseException:
            self.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Give back what the engine holds. The object is of no further use."""
        with self._lock:
            self._closed = True
            while self._loaded:
                loaded = self._loaded.pop()
                if loaded.unclean:
                    self._clear(loaded)
                with suppress(self._extension.error):
                    self._extension.delete_ruleset(loaded.handle)

    def fired(self, facts: Mapping[str, FactValue]) -> frozenset[str]:
        """The names of the tests that are true for these facts.

        Every declared fact must be there with its exact type, and no other.

        Raises :class:`EngineError` in every case in which the answer might not be right.
        """
        message = self._message(facts)
        with self._lock:
            if self._closed:
                raise EngineError("The rules engine has been closed.")
            fired = [rule for loaded in self._loaded for rule in self._evaluated(loaded, message)]
        return frozenset(rule.partition("|")[0] for rule in fired)

    def _checked(
        self, rule_sets: Sequence[Mapping[str, object]]
    ) -> list[tuple[str, frozenset[str]]]:
        try:
            check_facts(self._fact_types)
            checked = [check_rule_set(definition, self._fact_types) for definition in rule_sets]
        except ProfileError as error:
            raise EngineError(f"The rules engine would not be safe with this: {error}.") from error
        names: set[str] = set()
        for _, rules in checked:
            twice = names & (rules - {SENTINEL})
            if twice:
                raise EngineError(f"Two rule sets have a rule '{min(twice)}'.")
            names |= rules
        return checked

    def _load(self, name: str, rules: frozenset[str], definition: Mapping[str, object]) -> None:
        try:
            handle = self._extension.create_ruleset(name, _json(definition[name]))
        except Exception as error:
            raise EngineError(f"The rules engine refuses rule set '{name}': {error}.") from error
        self._loaded.append(_Loaded(name, handle, rules))

    def _message(self, facts: Mapping[str, FactValue]) -> str:
        if facts.keys() != self._fact_types.keys():
            for names, what in (
                (self._fact_types.keys() - facts.keys(), "is missing"),
                (facts.keys() - self._fact_types.keys(), "is not known"),
            ):
                if names:
                    raise EngineError(f"The fact '{min(names)}' {what}.")
        written: list[str] = []
        for fact, exact, known in self._written:
            value = facts[fact]
            # True is 1 to Python, so the type comes first.
            text = known.get(value) if type(value) is exact else None
            written.append(text or self._write(fact, value, known))
        return self._pattern % tuple(written)

    def _write(self, fact: str, value: FactValue, known: dict[FactValue, str]) -> str:
        """The value as JSON, kept for the next time where it is short."""
        fault = value_fault(value, self._fact_types[fact])
        if fault:
            raise EngineError(f"The fact '{fact}': {fault}.")
        text = str(value) if type(value) is int else _json(value)
        if len(text) <= _LONGEST_KEPT:
            if len(known) >= _MOST_KEPT:
                known.clear()
            known[value] = text
        return text

    def _evaluated(self, loaded: _Loaded, message: str) -> list[str]:
        """The rules of one set that fired, without the last, which must."""
        if loaded.unclean:
            self._clear(loaded)
        loaded.unclean = True
        try:
            rules = self._rules(loaded, message)
        except EngineError:
            raise
        except Exception as error:
            raise EngineError(f"The rules engine failed in '{loaded.name}': {error}.") from error
        finally:
            self._clear(loaded)
        if loaded.unclean:
            raise EngineError(f"The rules engine does not let go of a request in '{loaded.name}'.")
        if rules[-1:] != [SENTINEL]:
            raise EngineError(f"The rules engine did not come to the end of '{loaded.name}'.")
        return rules[:-1]

    def _rules(self, loaded: _Loaded, message: str) -> list[str]:
        """The rules in the order they fire, each one of this set and none twice."""
        code, offset = self._extension.assert_fact(loaded.handle, message)
        if code != 0:
            raise EngineError(f"The rules engine did not take the facts: '{loaded.name}', {code}.")
        started = self._extension.start_action_for_state(loaded.handle, offset)
        action = started[1] if started else None
        fired: dict[str, None] = {}
        rest = f'":{{"m":{message}}}}}'
        while action is not None:
            rule = action[2 : -len(rest)]
            if rule not in loaded.rules or rule in fired or action != f'{{"{rule}{rest}':
                raise EngineError(f"The rules engine fired what it should not in '{loaded.name}'.")
            fired[rule] = None
            action = self._extension.complete_and_start_action(loaded.handle, offset)
        return list(fired)

    def _clear(self, loaded: _Loaded) -> None:
        """Forget the request. ``unclean`` stays set where that fails or is interrupted."""
        try:
            self._extension.delete_state(loaded.handle, _SESSION)
        except self._extension.error:
            return
        loaded.unclean = False


_json = json.JSONEncoder(separators=(",", ":")).encode

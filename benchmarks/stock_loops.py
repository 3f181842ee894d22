"""Loops over engines that this project did not write, each as fast as it goes on the same rules.

An engine gets a list of requests and gives for each what is found, by the ids of the findings.
What an engine is given ready made is said with it, for it favours the engine.
"""

from __future__ import annotations

import json
from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import islice
from typing import Any, ClassVar, TypeAlias

import datalogic_py

from benchmarks.deciding import Asked, Deciding
from benchmarks.measurement import AS_OF, NotMeasuredError
from benchmarks.zen_table import Members, ZenTables, member_name
from prevent.rules.ruleset import RuleSet
from prevent.stock.rego import rego_cpp
from prevent.targets.table import TARGETS

REGO: Any = rego_cpp()

Found: TypeAlias = frozenset[tuple[str, int | None, str]]
"""What is found: the list and the place of the item, or "" and None, and the finding."""


Answered: TypeAlias = Any
"""What an engine answers of one request, in whatever form it does."""


class Loop(ABC):
    """One engine with the rules for one kind of request loaded, and a way of asking it."""

    name: ClassVar[str]
    given: ClassVar[str]
    """What it is given ready made."""
    slow: ClassVar[bool] = False
    """Is it so slow that it gets few of the requests?"""

    together: ClassVar[bool] = False
    """Is it given many requests in one call, so that it is no loop?"""

    def __init__(self, deciding: Deciding) -> None:
        self.deciding = deciding
        self.findings = {
            (scope.each, member_name(place, index)): finding
            for scope in deciding.scopes
            for place, finding in enumerate(scope.findings)
            for index, _ in enumerate(finding.members)
        }

    @abstractmethod
    def prepared(self, asked: Asked) -> object:
        """What it is given of a request."""

    @abstractmethod
    def decide(self, requests: Iterable[Any]) -> Iterator[Any]:
        """What it answers, request by request: this is what is timed."""

    @abstractmethod
    def found(self, answer: Answered) -> Found:
        """What an answer says."""

    def expected(self, members: Members) -> Found:
        """What the reference evaluator found, as far as this engine tells one from another."""
        return frozenset((each, item, self.findings[each, name].id) for each, item, name in members)


class Zen(Loop):
    """zen-engine, with its decision found by key, which is its fastest way."""

    name = "zen-engine, decision tables"
    given = "flat facts"

    def __init__(self, deciding: Deciding) -> None:
        super().__init__(deciding)
        self._tables = ZenTables(deciding.kind)

    def prepared(self, asked: Asked) -> object:
        """The flat facts."""
        return self.deciding.flat(asked)

    def decide(self, requests: Iterable[Any]) -> Iterator[Any]:
        """One by one."""
        return map(self._tables.raw, requests)

    def found(self, answer: Answered) -> Found:
        """By the tables' own names of members."""
        return self.expected(self._tables.members(answer["result"]))


class ZenTogether(Zen):
    """zen-engine, given many requests at once."""

    name = "zen-engine, decision tables, 1,000 in one call"
    together = True

    def prepared(self, asked: Asked) -> object:
        """The flat facts, with the key."""
        return self._tables.asked(self.deciding.flat(asked))

    def decide(self, requests: Iterable[Any]) -> Iterator[Any]:
        """So many in one call."""
        for some in _some(requests):
            for answer in self._tables.raw_batch(some):
                yield answer["data"]


class JsonLogic(Loop):
    """A JSON Logic library in Rust: all findings of a scope as one list of expressions."""

    name = "datalogic-py, JSON Logic"
    given = "flat facts"

    def __init__(self, deciding: Deciding) -> None:
        super().__init__(deciding)
        document = json.loads(
            _target("json-logic", deciding.rule_set)[f"{deciding.kind.kind}.json"]
        )
        self._told = {
            scope["each"]: [finding["id"] for finding in scope["findings"]]
            for scope in document["scopes"]
        }
        engine = datalogic_py.Engine()
        self._session = engine.session()
        self._rules = {
            scope["each"]: engine.compile([finding["told"] for finding in scope["findings"]])
            for scope in document["scopes"]
        }

    def prepared(self, asked: Asked) -> object:
        """The flat facts of the request and of each item."""
        return self.deciding.flat_of(asked)

    def decide(self, requests: Iterable[Any]) -> Iterator[Any]:
        """One by one."""
        evaluate, rules = self._session.evaluate, self._rules.items()
        for request in requests:
            yield {each: [evaluate(rule, facts) for facts in request[each]] for each, rule in rules}

    def found(self, answer: Answered) -> Found:
        """By the ids of the findings."""
        return frozenset(
            (each, index if each else None, finding)
            for each, items in answer.items()
            for index, told in enumerate(items)
            for finding, holds in zip(self._told[each], told, strict=True)
            if holds
        )


class JsonLogicTogether(JsonLogic):
    """The same library, given its own values ready made, and many requests at once."""

    name = "datalogic-py, JSON Logic, 1,000 in one call"
    given = "flat facts in the library's own form; answers left as text"
    together = True

    def prepared(self, asked: Asked) -> object:
        """A handle for the request and one for each item."""
        flat = self.deciding.flat_of(asked)
        return {each: [datalogic_py.DataHandle(f) for f in facts] for each, facts in flat.items()}

    def decide(self, requests: Iterable[Any]) -> Iterator[Any]:
        """In one call for so many requests, and one for all items of all of them."""
        for some in _some(requests):
            told = {
                each: iter(self._session.evaluate_batch(rule, [h for r in some for h in r[each]]))
                for each, rule in self._rules.items()
            }
            for request in some:
                yield {each: [next(told[each]) for _ in items] for each, items in request.items()}

    def found(self, answer: Answered) -> Found:
        """By the ids of the findings."""
        read = {each: [json.loads(text) for text in texts] for each, texts in answer.items()}
        return super().found(read)


class Rego(Loop):
    """rego-cpp by its Python package, with the policy compiled beforehand."""

    name = "regopy, Rego"
    given = "the facts that a request states"
    slow = True

    def __init__(self, deciding: Deciding) -> None:
        super().__init__(deciding)
        self._rego = REGO.Interpreter()
        for name, text in _target("rego", deciding.rule_set).items():
            if name.endswith(".rego"):
                self._rego.add_module(name, text)
        self._rego.add_module("given", _GIVEN)
        self._bundle = self._rego.build(_QUERY)

    def prepared(self, asked: Asked) -> object:
        """The request's facts, and those of each item without the request's."""
        [whole] = asked.facts[""]
        items = {
            each: [_plain({k: v for k, v in f.items() if k not in whole}) for f in facts]
            for each, facts in asked.facts.items()
            if each
        }
        return REGO.Input({"today": AS_OF.isoformat(), "whole": _plain(whole), "items": items})

    def decide(self, requests: Iterable[Any]) -> Iterator[Any]:
        """One by one: it knows no other way."""
        for request in requests:
            self._rego.set_input(request)
            yield json.loads(str(self._rego.query_bundle(self._bundle)))

    def found(self, answer: Answered) -> Found:
        """By the rule, the failure and the outcome."""
        return frozenset(
            (each["list"], each["item"], f"{each['rule']}/{each['failure']}/{each['outcome']}")
            for each in answer["bindings"]["x"]
        )

    def expected(self, members: Members) -> Found:
        """By the rule, the failure and the outcome too."""
        found: list[tuple[str, int | None, str]] = []
        for each, item, name in members:
            told = self.findings[each, name]
            found.append((each, item, f"{told.rule.id}/{told.failure}/{told.outcome}"))
        return frozenset(found)


LOOPS: tuple[type[Loop], ...] = (Zen, ZenTogether, JsonLogic, JsonLogicTogether, Rego)

_GIVEN = """package prevent_given

import rego.v1

today := input.today

whole := input.whole

items := input.items
"""
_TOGETHER = 1000
_QUERY = "x = data.prevent.findings"


def _some(requests: Iterable[Any]) -> Iterator[list[Any]]:
    """So many at a time."""
    left = iter(requests)
    while some := list(islice(left, _TOGETHER)):
        yield some


def _target(name: str, rule_set: RuleSet) -> Mapping[str, str]:
    """The files of a target, as they stand under ``rules/``."""
    if name not in TARGETS:
        raise NotMeasuredError(f"there is no target {name}")
    return TARGETS[name].files(rule_set, {})


def _plain(facts: Mapping[str, object]) -> dict[str, object]:
    """Facts as JSON has them."""
    return {k: v.isoformat() if isinstance(v, date) else v for k, v in facts.items()}

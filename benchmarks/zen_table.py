"""The rules for a kind of request as a decision table of zen-engine, and zen-engine run on it.

The table is made from the very findings that the project's own targets are made from, as small as
it can be. Its rows give the finding, and which of its members, by their places. It gets flat facts
that are worked out already. The project's own ways work them out for themselves.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

import zen

from benchmarks.alternatives import Between, Limit, Row, rows
from prevent.conditions.flat_facts import FactValue
from prevent.conditions.lower import flat_name
from prevent.rules.ruleset import KindRules
from prevent.targets.findings import Scope, scopes

FlatRequest: TypeAlias = dict[str, object]
"""The flat facts of a request, and under the name of a list those of each item."""
Members: TypeAlias = frozenset[tuple[str, int | None, str]]
"""What is found: the list and the place of the item, or "" and None, and the member's name."""

_TOLD = "told"
_WHOLE = "whole_request"


class ZenTables:
    """zen-engine with the tables for one kind of request loaded, the fastest way there is.

    A decision that the engine finds by its key is evaluated some thirty times as fast as one that
    is made by itself, so it is loaded that way. ``rows`` is how many rows the tables have.
    """

    def __init__(self, kind: KindRules) -> None:
        self._kind = kind.kind
        self.rows = 0
        made = scopes(kind)
        self.lists = [scope.each for scope in made if scope.each]
        content = {kind.kind: _graph([self._table(scope) for scope in made])}
        self._engine = zen.ZenEngine({"loader": {"type": "static", "content": content}})

    def _table(self, scope: Scope) -> dict[str, object]:
        told = [
            (member_name(index, place), row)
            for index, finding in enumerate(scope.findings)
            for place, member in enumerate(finding.members)
            for row in rows(member.test)
        ]
        self.rows += len(told)
        return _table(scope.each, told)

    def found(self, request: FlatRequest) -> Members:
        """What is found of a request."""
        return self.members(self._engine.evaluate(self._kind, request)["result"])

    def raw(self, request: FlatRequest) -> object:
        """What the engine answers, as it answers it."""
        return self._engine.evaluate(self._kind, request)

    def asked(self, request: FlatRequest) -> zen.EvaluateBatchRequest:
        """A request as it is given together with others."""
        return {"key": self._kind, "context": request}

    def raw_batch(
        self, requests: Sequence[zen.EvaluateBatchRequest]
    ) -> Sequence[zen.EvaluateBatchResult]:
        """What the engine answers of many requests that it is given together."""
        return self._engine.evaluate_batch(list(requests))

    def members(self, result: Mapping[str, list[object]]) -> Members:
        """What is found, by what the engine answers."""
        found: set[tuple[str, int | None, str]] = {
            ("", None, str(each[_TOLD])) for each in _dicts(result.get(_WHOLE, []))
        }
        for name in self.lists:
            for index, item in enumerate(result.get(_items(name), [])):
                assert isinstance(item, list)
                found |= {(name, index, str(each[_TOLD])) for each in _dicts(item)}
        return frozenset(found)


def member_name(finding: int, member: int) -> str:
    """A member of a finding, by the places of both."""
    return f"{finding}.{member}"


def _items(each: str) -> str:
    """The name of a list's items: its own name is that of the fact how many there are."""
    return f"items_of_{flat_name(each)}"


def _dicts(values: Iterable[object]) -> list[dict[str, object]]:
    return [value for value in values if isinstance(value, dict)]


def _graph(tables: list[dict[str, object]]) -> dict[str, object]:
    ends = [
        {"id": name, "type": f"{name}Node", "name": name, "position": {"x": 0, "y": 0}}
        for name in ("input", "output")
    ]
    edges = [
        {"id": f"{source}>{target}", "type": "edge", "sourceId": source, "targetId": target}
        for table in tables
        for source, target in (("input", table["id"]), (table["id"], "output"))
    ]
    return {"nodes": [*ends, *tables], "edges": edges}


def _table(each: str, told: list[tuple[str, Row]]) -> dict[str, object]:
    facts = list(dict.fromkeys(fact for _, row in told for fact in row))
    content: dict[str, object] = {
        "hitPolicy": "collect",
        "passThrough": False,
        "inputs": [{"id": fact, "name": fact, "field": fact} for fact in facts],
        "outputs": [{"id": _TOLD, "name": _TOLD, "field": _TOLD}],
        "rules": [
            {"_id": str(place)}
            | {fact: _cell(row[fact]) if fact in row else "" for fact in facts}
            | {_TOLD: json.dumps(member)}
            for place, (member, row) in enumerate(told)
        ],
        "executionMode": "loop" if each else "single",
        "outputPath": _items(each) if each else _WHOLE,
    }
    name = _items(each) if each else _WHOLE
    return {
        "id": name,
        "type": "decisionTableNode",
        "name": name,
        "position": {"x": 0, "y": 0},
        "content": content | ({"inputField": _items(each)} if each else {}),
    }


def _cell(limit: Limit) -> str:
    """A limit in the language of zen's cells."""
    if isinstance(limit, Between):
        if limit.low == limit.high:
            return f"{limit.low:.0f}"
        if math.isinf(limit.low):
            return f"<= {limit.high:.0f}"
        return (
            f">= {limit.low:.0f}"
            if math.isinf(limit.high)
            else f"[{limit.low:.0f}..{limit.high:.0f}]"
        )
    values = ", ".join(json.dumps(value) for value in sorted(limit.values, key=str))
    return values if limit.inside else f"not in [{values}]"


def flat_request(
    made: Iterable[Scope], flat: Mapping[str, list[dict[str, FactValue]]]
) -> FlatRequest:
    """The facts of a request as the tables ask for them: ``flat`` by list, "" for the request."""
    request: FlatRequest = {}
    for scope in made:
        if scope.each:
            request[_items(scope.each)] = flat[scope.each]
        else:
            request |= flat[""][0]
    return request

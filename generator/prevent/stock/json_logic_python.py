"""The JSON Logic, run in Python by datalogic."""

from __future__ import annotations

import importlib
import importlib.util
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeAlias

from prevent.stock.json_logic import JsonLogicRunner, Posted, Told

Evaluate: TypeAlias = Callable[[Any, Any], Any]


class JsonLogicPython(JsonLogicRunner):
    """Compiles each expression once, and evaluates it with the facts of each request."""

    name = "json-logic-python"
    title = "JSON Logic in Python (datalogic)"

    def available(self) -> str | None:
        """Is datalogic installed?"""
        if importlib.util.find_spec("datalogic_py") is None:
            return "datalogic-py is not installed. pip install 'prevent-policy[conform]'."
        return None

    def _told(self, scopes: Sequence[Any], posted: Sequence[Posted]) -> list[Told]:
        engine: Any = importlib.import_module("datalogic_py").Engine()
        return told_by(engine.compile, lambda rule, facts: rule.evaluate(facts), scopes, posted)


def told_by(
    prepare: Callable[[Any], Any],
    evaluate: Evaluate,
    scopes: Sequence[Any],
    posted: Sequence[Posted],
) -> list[Told]:
    """What any implementation says: ``prepare`` makes ready an expression, to be evaluated."""
    ready = [
        (prepare(scope["outcome"]), [_prepared(each, prepare) for each in scope["findings"]])
        for scope in scopes
    ]
    made: list[Told] = []
    for each in posted:
        outcome, findings = ready[each.scope]
        found = [
            (
                place,
                [number for number, when in enumerate(one["who"]) if evaluate(when, each.facts)],
                _first(one["by"], each.facts, evaluate),
                _first(one["conditions"], each.facts, evaluate),
            )
            for place, one in enumerate(findings)
            if evaluate(one["told"], each.facts) is True
        ]
        made.append(Told(evaluate(outcome, each.facts), found))
    return made


def _prepared(finding: Mapping[str, Any], prepare: Callable[[Any], Any]) -> dict[str, Any]:
    tests = {key: [prepare(each["when"]) for each in finding[key]] for key in _LISTS}
    return {"told": prepare(finding["told"]), **tests}


_LISTS = ("who", "by", "conditions")


def _first(tests: Sequence[Any], facts: Mapping[str, Any], evaluate: Evaluate) -> int:
    return next((number for number, when in enumerate(tests) if evaluate(when, facts)), 0)

"""The Rego, run by rego-cpp, which is not Open Policy Agent itself."""

from __future__ import annotations

import importlib
import importlib.util
import json
from collections.abc import Mapping, Sequence
from datetime import date
from types import ModuleType
from typing import Any

from prevent.conditions.evaluate import Fact, Facts
from prevent.policy.outcomes import outcome
from prevent.rules.found import Found
from prevent.rules.rows import RowFacts
from prevent.rules.ruleset import KindRules, RuleSet
from prevent.stock.runner import Answer, Asked, Runner
from prevent.targets.rego.target import Rego as Target

_GIVEN = """
package prevent_given

import rego.v1

whole := input.whole

items := input.items
"""
_QUERY = 'x = {"outcome": data.prevent.outcome, "findings": data.prevent.findings}'


def rego_cpp() -> ModuleType:
    """The library regopy. Raises ``ImportError`` where it is not installed.

    It brings its own allocator, which whatever is loaded after it in the process gets too, and
    DuckDB would then give nothing back of what it was done with. So DuckDB is loaded first.
    """
    if importlib.util.find_spec("duckdb") is not None:
        importlib.import_module("duckdb")
    return importlib.import_module("regopy")


class Rego(Runner):
    """The modules as they stand, with the facts given instead of a request document."""

    name = "rego"
    title = "Rego (rego-cpp)"
    target = "rego"

    def available(self) -> str | None:
        """Is regopy installed?"""
        if importlib.util.find_spec("regopy") is None:
            return "regopy is not installed. pip install 'prevent-policy[conform]'."
        return None

    def decide(self, rule_set: RuleSet, kind: KindRules, asked: Sequence[Asked]) -> list[Answer]:
        """Compiles the modules, and gives the facts of each request to them."""
        regopy: Any = rego_cpp()
        engine = regopy.Interpreter()
        for name, text in Target().files(rule_set, {}).items():
            if name.endswith(".rego"):
                engine.add_module(name, text)
        engine.add_module("given.rego", _GIVEN)
        bundle = engine.build(_QUERY)
        answers: list[Answer] = []
        for one in asked:
            engine.set_input(regopy.Input(_given(one.facts(kind))))
            answers.append(_answer(str(engine.query_bundle(bundle))))
        return answers


def _given(row: RowFacts) -> dict[str, object]:
    return {
        "whole": _facts(row.whole),
        "items": {each: [_facts(item) for item in items] for each, items in row.items.items()},
    }


def _facts(facts: Facts) -> Mapping[str, str | int]:
    return {fact: _written(value) for fact, value in facts.items()}


def _written(value: Fact) -> str | int:
    return value.isoformat() if isinstance(value, date) else value


def _answer(output: str) -> Answer:
    told = json.loads(output)["bindings"]["x"]
    return Answer.of(map(Found.read, told["findings"]), outcome(told["outcome"]))

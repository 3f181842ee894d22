"""The JSON Logic, under implementations that this project did not write."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from prevent.stock.json_logic_node import JsonLogicNode
from prevent.stock.json_logic_python import JsonLogicPython
from prevent.targets.json_logic import JsonLogic
from random_rows import expected, random_asked
from sample_requests import POLICIES, rules

# How many requests of each kind are tried: the reference takes its time over the larger policies.
TRIED = {"policy": 150, "examples/college/policy": 12, "examples/students-union/policy": 15}
OPERATORS = {"and", "or", "if", "var", "===", "!==", "<", "<=", ">", ">="}


@pytest.fixture(scope="session")
def node_modules(tmp_path_factory: pytest.TempPathFactory) -> Path | None:
    """A folder with json-logic-js in it; None where there is no Node."""
    if shutil.which("node") is None or shutil.which("npm") is None:
        return None
    folder = tmp_path_factory.mktemp("node")
    (folder / "package.json").write_text("{}")
    subprocess.run(
        ["npm", "install", "--silent", "--no-audit", "--no-fund", "json-logic-js@2.0.5"],
        cwd=folder,
        check=True,
        timeout=120,
    )
    return folder


@pytest.mark.parametrize("policy", POLICIES)
def test_python_tells_what_the_reference_tells(policy: str) -> None:
    rule_set = rules(policy).rule_set
    for seed, kind in enumerate(rule_set.kinds.values()):
        asked = random_asked(kind, rule_set, seed, TRIED.get(policy, 40))
        wanted = [expected(rule_set, kind, each) for each in asked]
        assert JsonLogicPython().decide(rule_set, kind, asked) == wanted
        assert len({answer.outcome for answer in wanted}) > 1


@pytest.mark.parametrize("policy", POLICIES)
def test_node_tells_what_the_reference_tells(policy: str, node_modules: Path | None) -> None:
    if node_modules is None:
        assert JsonLogicNode().available() is not None
        return
    assert JsonLogicNode(node_modules).available() is None
    rule_set = rules(policy).rule_set
    for seed, kind in enumerate(rule_set.kinds.values()):
        asked = random_asked(kind, rule_set, seed + 50, TRIED.get(policy, 40) // 3)
        wanted = [expected(rule_set, kind, each) for each in asked]
        assert JsonLogicNode(node_modules).decide(rule_set, kind, asked) == wanted


@pytest.mark.parametrize("policy", POLICIES)
def test_only_what_every_implementation_evaluates_alike_is_used(policy: str) -> None:
    made = rules(policy)
    for text in JsonLogic().files(made.rule_set, {}).values():
        file = json.loads(text)
        assert file["policy"] == made.rule_set.digest
        for scope in file["scopes"]:
            types = {name: fact["kind"] for name, fact in scope["facts"].items()}
            for expression in expressions(scope):
                for operator, values in operations(expression):
                    assert operator in OPERATORS
                    if operator in {"and", "or"}:
                        assert len(values) > 1
                    elif operator not in {"if", "var"}:
                        compared(types[values[0]["var"]], values[1], operator)


def expressions(scope: dict[str, Any]) -> Iterator[object]:
    yield scope["outcome"]
    for finding in scope["findings"]:
        yield finding["told"]
        for key in ("who", "by", "conditions"):
            yield from (each["when"] for each in finding[key])


def operations(expression: object) -> Iterator[tuple[str, Any]]:
    if isinstance(expression, dict):
        [(operator, values)] = expression.items()
        yield operator, values
        if operator != "var":
            assert isinstance(values, list)
            for value in values:
                yield from operations(value)


def compared(fact: str, value: object, operator: str) -> None:
    """Is the fact compared with a value of its own type, and strictly?"""
    wanted = {"text": str, "number": int, "gap": int, "given": bool, "gap_known": bool}[fact]
    assert type(value) is wanted
    assert operator in {"===", "!=="} or wanted is int

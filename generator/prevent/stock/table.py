"""The stock engines that the targets are run by: one row each, loaded only when it is run."""

from __future__ import annotations

import importlib
from collections.abc import Mapping

from prevent.stock.runner import Runner

RUNNERS: Mapping[str, str] = {
    "durable-rules": "durable_rules:DurableRules",
    "json-logic-python": "json_logic_python:JsonLogicPython",
    "json-logic-node": "json_logic_node:JsonLogicNode",
    "rego": "rego:Rego",
    "duckdb": "duckdb:DuckDb",
    "postgres": "postgres:Postgres",
    "spark": "spark:Spark",
}
"""By the name of each runner: its module in ``prevent.stock``, and its class there."""


def runner(name: str) -> Runner:
    """A runner by its name. Raises ``KeyError`` where there is none."""
    module, _, noun = RUNNERS[name].partition(":")
    made = getattr(importlib.import_module(f"prevent.stock.{module}"), noun)()
    assert isinstance(made, Runner)
    return made

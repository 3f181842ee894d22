"""Rego under rego-cpp, by its Python package regopy."""

from __future__ import annotations

import importlib
import json
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, ClassVar

from prevent.conditions.evaluate import Facts
from prevent.policy.outcomes import OUTCOMES
from prevent.rules.ruleset import KindRules, RuleSet
from prevent.stock.runner import Answer, Asked, EngineFailedError, Found, Runner, installed
from prevent.targets.rego.target import Rego

# What stands for the data that an organisation gives: the day of the check, or facts.
_GIVEN = """package prevent_given

import rego.v1

today := input.today

policy_as_of := input.policy_as_of

whole := input.whole

items := input.items
"""
_QUERY = 'x = {"outcome": data.prevent.outcome, "findings": data.prevent.findings}'


class RegoCpp(Runner):
    """The facts are given as they are; reading request documents is tested apart."""

    name = "rego"
    title = "Rego (rego-cpp)"
    target = "rego"

    def __init__(self) -> None:
        self._loaded: tuple[RuleSet, Any, Any] | None = None

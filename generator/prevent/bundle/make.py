"""The rules of a policy, made from the policy itself."""

from __future__ import annotations

from pathlib import Path

from prevent.bundle.current import Rules
from prevent.engines.make_forms import engine_forms
from prevent.loading.load import load_policy
from prevent.policy.model import Policy
from prevent.rules.compile import compile_policy
from prevent.rules.request_schema import request_schemas


def make_rules(policy: Policy) -> Rules:
    """The rules of a loaded policy.

    Raises ``PreventError`` where a rule goes beyond what the rules engine does safely.
    """
    rule_set = compile_policy(policy)
    forms = {kind.kind: engine_forms(kind) for kind in rule_set.kinds.values()}
    return Rules(rule_set, request_schemas(policy), forms)


def rules_of(folder: Path, shown: str) -> Rules:
    """The rules of the policy in a folder. Raises ``PreventError`` with every fault it has."""
    return make_rules(load_policy(folder, shown))

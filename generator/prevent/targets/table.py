"""The targets there are: one row each."""

from __future__ import annotations

from collections.abc import Mapping

from prevent.targets.durable_rules import DurableRules
from prevent.targets.json_logic import JsonLogic
from prevent.targets.rego.target import Rego
from prevent.targets.sql_views import SqlViews
from prevent.targets.target import Target

TARGETS: Mapping[str, Target] = {
    target.name: target for target in (DurableRules(), JsonLogic(), SqlViews(), Rego())
}

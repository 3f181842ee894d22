"""Which requirements may be written in a policy at all."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeAlias

from prevent.loading.layers import ids_of
from prevent.loading.schemas import policy_schema
from prevent.policy.model import Policy
from prevent.policy.written import Requirement
from prevent.reading.places import Document, Mark, Value
from prevent.reading.schema import schema_faults

Accepted: TypeAlias = Callable[[Requirement], bool]
"""Whether a requirement may be written so."""


def acceptance(policy: Policy) -> Accepted:
    """What says whether the schema of a policy's rules accepts a requirement."""
    defs = policy_schema("procedure", ids_of(policy))["$defs"]
    schema = {"$defs": defs, "$ref": "#/$defs/requirement"}

    def accepted(requirement: Requirement) -> bool:
        data = {requirement.kind: _plain(requirement.terms)}
        return not schema_faults(Document("", 1, 1, data, Mark(1, 1)), schema)

    return accepted


def _plain(value: object) -> Value:
    if isinstance(value, Mapping):
        return {str(key): _plain(each) for key, each in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(each) for each in value]
    assert value is None or isinstance(value, (str, int))
    return value

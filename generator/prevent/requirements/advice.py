"""Advice: one of the named roles has been asked and has advised."""

from __future__ import annotations

from prevent.conditions.tree import Any, Given
from prevent.requirements.requirement import (
    ROLES,
    Check,
    Failure,
    Part,
    RequirementKind,
    Setting,
    Terms,
    mapping,
    strings,
)


class Advice(RequirementKind):
    """Any one of the roles has advised. What they advised is theirs to say, not the software's."""

    name = "advice"
    summary = "One of the named roles has been asked for advice and has given it."
    schema = mapping({"from": ROLES}, required=["from"])
    failures = (
        Failure(
            "missing",
            "No advice has been given yet.",
            "action-needed",
            "Ask {who_or} for advice.",
        ),
    )

    def parts(self, terms: Terms, setting: Setting) -> tuple[Part, ...]:
        """One part: any of the roles is enough."""
        roles = strings(terms["from"])
        field = setting.field_of_type("advice").id
        given = Any(tuple(Given(f"{field}.{role}.date") for role in roles))
        missing = Check("missing", roles, at=field)
        return (Part("any", setting.names(roles, "or"), given, (missing,)),)

    def sentence(self, terms: Terms, setting: Setting) -> str:
        """``advice is sought from the Managing Director or the Quality Director``."""
        return f"advice is sought from {setting.names(strings(terms['from']), 'or')}"

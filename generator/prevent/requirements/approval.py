"""An approval: named roles agree, in time."""

from __future__ import annotations

from prevent.conditions.tree import All, Any, Condition, Is, Moment, NotAfter
from prevent.requirements.requirement import (
    DATE_FIELD,
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


class Approval(RequirementKind):
    """All of the roles, or any one of them, have agreed; where the policy says so, in time."""

    name = "approval"
    summary = "Named roles agree: all of them or any one, if need be by a certain day."
    schema = mapping(
        {
            "from": ROLES,
            "of_them": {
                "description": "all: each of them must agree (the default). any: one is enough.",
                "enum": ["all", "any"],
            },
            "no_later_than": {**DATE_FIELD, "description": "Agreed on or before this day."},
        },
        required=["from"],
    )
    failures = (
        Failure(
            "declined",
            "A role whose agreement is needed has said no.",
            "refused",
            "{Who} declined.",
        ),
        Failure(
            "late",
            "The agreement is dated after the day it was needed.",
            "action-needed",
            "The agreement of {who} is dated {agreed_on}, too late to count.",
        ),
        Failure(
            "missing",
            "There is no agreement yet.",
            "action-needed",
            "{Who} must agree.",
        ),
    )

    def parts(self, terms: Terms, setting: Setting) -> tuple[Part, ...]:
        """A part for each role where all must agree; otherwise a single part."""
        roles = strings(terms["from"])
        if terms.get("of_them") == "any":
            return (self._part("any", roles, terms, setting),)
        return tuple(self._part(role, (role,), terms, setting) for role in roles)

    def sentence(self, terms: Terms, setting: Setting) -> str:
        """``the Managing Director and the Quality Director agree, on or before …``."""
        roles = strings(terms["from"])
        one_is_enough = terms.get("of_them") == "any"
        agree = "agrees" if one_is_enough or len(roles) == 1 else "both agree"
        if len(roles) > 2 and not one_is_enough:
            agree = "all agree"
        text = f"{setting.names(roles, 'or' if one_is_enough else 'and')} {agree}"
        if "no_later_than" in terms:
            text += f", on or before {setting.day(terms, 'no_later_than').phrase}"
        return text

    def _part(self, part_id: str, roles: tuple[str, ...], terms: Terms, setting: Setting) -> Part:
        field = setting.field_of_type("approvals").id
        granted = [self._granted(field, role) for role in roles]
        missing = Check("missing", roles, at=field)
        declined_by = tuple(Is(f"{field}.{role}.decision", ("declined",)) for role in roles)
        declined = Check("declined", roles, All(declined_by), at=f"{field}.{roles[0]}.decision")
        if "no_later_than" not in terms:
            return Part(
                part_id, setting.names(roles, "or"), Any(tuple(granted)), (declined, missing)
            )
        last = Moment(setting.day(terms, "no_later_than").id)
        in_time: list[Condition] = []
        late: list[Check] = []
        for role, agreed in zip(roles, granted, strict=True):
            agreed_on = Moment(f"{field}.{role}.date")
            in_time.append(All((agreed, NotAfter(agreed_on, last))))
            late.append(
                Check("late", (role,), agreed, agreed_on.fact, values={"agreed_on": agreed_on})
            )
        met = Any(tuple(in_time))
        return Part(part_id, setting.names(roles, "or"), met, (declined, *late, missing))

    def _granted(self, field: str, role: str) -> Condition:
        return Is(f"{field}.{role}.decision", ("granted",))

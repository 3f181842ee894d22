"""Advice: one of the named roles, or each of them, has been asked and has advised."""

from __future__ import annotations

from prevent.conditions.joined import any_of
from prevent.conditions.tree import Given
from prevent.requirements.evidence import EARLY, IN_FIELD, WINDOW, Dates, Window
from prevent.requirements.requirement import (
    ROLES,
    Check,
    Example,
    Failure,
    Part,
    RequirementKind,
    Setting,
    Terms,
    mapping,
    strings,
    who_words,
)


class Advice(RequirementKind):
    """The roles have advised. What they advised need not be followed, and is theirs to say."""

    name = "advice"
    summary = "Named roles have been asked for advice and have given it. It need not be followed."
    schema = mapping(
        {
            "from": ROLES,
            "of_them": {
                "description": "any: one of them is enough (the default). all: each advises.",
                "enum": ["any", "all"],
            },
            **WINDOW,
            **IN_FIELD,
        },
        required=["from"],
    )
    failures = (
        EARLY,
        Failure(
            "late",
            "The advice is dated after the day it was needed.",
            "action-needed",
            "The advice of {who} is dated {dated}, too late to count.",
        ),
        Failure(
            "missing",
            "No advice has been given yet.",
            "action-needed",
            "Ask {who} for advice.",
        ),
    )

    examples = (
        Example(
            "Any one of them is enough",
            "advice:\n"
            "  from: [safeguarding-lead, head]\n"
            "  no_later_than: {weeks: 1, before: date}\n",
        ),
        Example(
            "Each of them advises",
            "advice:\n  from: [safeguarding-lead, head]\n  of_them: all\n",
        ),
        Example(
            "Not before a day",
            "advice:\n  from: [safeguarding-lead]\n  not_before: {approval_of: head}\n",
        ),
        Example(
            "Where a request has two lists of advice",
            "advice:\n  from: [safeguarding-lead]\n  in: first_advice\n",
        ),
    )

    def parts(self, terms: Terms, setting: Setting) -> tuple[Part, ...]:
        """One part where any of the roles is enough, otherwise one for each."""
        roles = strings(terms["from"])
        if terms.get("of_them") == "all":
            return tuple(self._part(role, (role,), terms, setting) for role in roles)
        return (self._part("any", roles, terms, setting),)

    def sentence(self, terms: Terms, setting: Setting) -> str:
        """``advice is sought from the Managing Director or the Quality Director``."""
        joint = "and" if terms.get("of_them") == "all" else "or"
        names = setting.names(strings(terms["from"]), joint)
        return f"advice is sought from {names}{Window.of(terms, setting).sentence()}"

    def _part(self, part_id: str, roles: tuple[str, ...], terms: Terms, setting: Setting) -> Part:
        field = setting.field_of_type("advice", terms.get("in")).id
        window = Window.of(terms, setting)
        dated = {role: Dates.by_role(field, role) for role in roles}
        met = any_of(window.holds(Given(days.first.fact), days) for days in dated.values())
        checks = [
            check
            for role, days in dated.items()
            for check in window.checks((role,), Given(days.first.fact), days)
        ]
        words = who_words(setting.names(roles, "or")) if len(roles) > 1 else {}
        missing = Check("missing", roles, at=field, by=window.last, words=words)
        return Part(part_id, setting.names(roles, "or"), met, (*checks, missing))

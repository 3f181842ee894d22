"""An approval: named roles agree, in time and in the order asked for."""

from __future__ import annotations

from collections.abc import Mapping

from prevent.fields.types import YES
from prevent.policy.wording import number_in_words
from prevent.requirements.agreement import Agreement, needed
from prevent.requirements.evidence import EARLY, IN_FIELD, WINDOW, Window
from prevent.requirements.requirement import (
    DAY,
    ROLE,
    ROLES,
    YES_NO,
    Example,
    Failure,
    Part,
    RequirementKind,
    Setting,
    Terms,
    mapping,
    strings,
)

_MOST = 8
"""The most roles of which so many may be asked for."""


class Approval(RequirementKind):
    """All of the roles, any one of them, or at least so many, have agreed; if need be in time."""

    name = "approval"
    summary = "Named roles agree: all of them, any one, or so many; if need be in time or in order."
    schema = mapping(
        {
            "from": ROLES,
            "of_them": {
                "description": "all: each of them must agree (the default). any: one is enough."
                " {at_least: 2}: two are enough.",
                "if": {"type": "object"},
                "then": mapping(
                    {
                        "at_least": {
                            "description": "How many of them must agree.",
                            "type": "integer",
                            "minimum": 1,
                            "maximum": _MOST,
                        }
                    },
                    required=["at_least"],
                ),
                "else": {"enum": ["all", "any"]},
            },
            "in_order": {**YES_NO, "description": "Each agrees only after the one before it."},
            "stand_ins": {
                "description": "By role: who may decide in its place where it has not decided.",
                "type": "object",
                "minProperties": 1,
                "propertyNames": ROLE,
                "additionalProperties": ROLES,
            },
            "counter_signature": {
                **ROLE,
                "description": "A role that must agree as well, unless the same person signed.",
            },
            "decide_by": {
                **DAY,
                "description": "The day by which they decide; after it they are overdue. Silence is"
                " never consent. A later yes still counts, unless no_later_than says not.",
            },
            **WINDOW,
            **IN_FIELD,
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
        EARLY,
        Failure(
            "late",
            "The agreement is dated after the day it was needed.",
            "action-needed",
            "The agreement of {who} is dated {agreed_on}, too late to count.",
        ),
        Failure(
            "out_of_order",
            "A role agreed before the one that comes first.",
            "action-needed",
            "{Who} agreed on {agreed_on}, before {first} did. {Who} must agree again.",
        ),
        Failure(
            "overdue",
            "They have not decided by the day they had to. Silence is never consent.",
            "action-needed",
            "{Who} had to decide by {decide_by}. No answer is not a yes.",
        ),
        Failure(
            "missing",
            "There is no agreement yet.",
            "action-needed",
            "{Who} must agree.",
        ),
    )

    examples = (
        Example(
            "All of them agree, in time",
            "approval:\n  from: [head, safeguarding-lead]\n  no_later_than: date\n",
        ),
        Example(
            "Any one of them is enough",
            "approval:\n  from: [head, safeguarding-lead]\n  of_them: any\n",
        ),
        Example(
            "So many of them are enough",
            "approval:\n  from: [head, safeguarding-lead, chair]\n  of_them: {at_least: 2}\n",
        ),
        Example(
            "One after the other",
            "approval:\n  from: [safeguarding-lead, head]\n  in_order: yes\n",
        ),
        Example(
            "Not before a day: again after a change",
            "approval:\n  from: [head]\n  not_before: changed_on\n",
        ),
        Example(
            "Somebody may stand in",
            "approval:\n  from: [head]\n  stand_ins:\n    head: [deputy-head]\n",
        ),
        Example(
            "Decided by a day",
            "approval:\n  from: [head]\n  decide_by: {days: 14, before: date}\n",
        ),
        Example(
            "A second signature",
            "approval:\n  from: [head]\n  counter_signature: safeguarding-lead\n",
        ),
        Example(
            "First agreement, then advice, then the final word",
            "approval:\n"
            "  from: [head]\n"
            "  in: final_approvals\n"
            "  not_before: {advice_of: safeguarding-lead}\n",
        ),
    )

    def parts(self, terms: Terms, setting: Setting) -> tuple[Part, ...]:
        """A part for each role where all must agree; otherwise a single part."""
        return tuple(Agreement.of(terms, setting).parts())

    def sentence(self, terms: Terms, setting: Setting) -> str:
        """``the Managing Director and the Quality Director agree, on or before …``."""
        roles = strings(terms["from"])
        text = f"{self._who(terms, setting)}"
        if terms.get("in_order") in YES and len(roles) > 1:
            text += ", one after the other in this order"
        text += Window.of(terms, setting).sentence()
        stand_ins = terms.get("stand_ins")
        if isinstance(stand_ins, Mapping):
            for role, others in stand_ins.items():
                instead = setting.names(strings(others), "or")
                text += f"; {instead} may decide in place of {setting.names([str(role)])}"
        if "counter_signature" in terms:
            other = setting.names([str(terms["counter_signature"])])
            text += f"; {other} signs as well, unless the same person signed"
        if "decide_by" in terms:
            day = setting.moment_words(setting.day(terms["decide_by"]))
            text += f"; they decide by {day}, and no answer is not a yes"
        return text

    def _who(self, terms: Terms, setting: Setting) -> str:
        roles = strings(terms["from"])
        number = needed(terms, roles)
        if number == len(roles):
            several = {1: "agrees", 2: "both agree"}.get(number, "all agree")
            return f"{setting.names(roles)} {several}"
        if number == 1:
            return f"{setting.names(roles, 'or')} agrees"
        return f"at least {number_in_words(number)} of {setting.names(roles)} agree"

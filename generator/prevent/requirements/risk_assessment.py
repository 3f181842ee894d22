"""A risk assessment: completed in time."""

from __future__ import annotations

from prevent.conditions.tree import Given, Moment, NotAfter
from prevent.requirements.requirement import (
    DATE_FIELD,
    Check,
    Failure,
    Part,
    RequirementKind,
    Setting,
    Terms,
    mapping,
)


class RiskAssessment(RequirementKind):
    """A risk assessment is completed on or before a day."""

    name = "risk_assessment"
    summary = "A risk assessment is completed on or before a certain day."
    schema = mapping(
        {"no_later_than": {**DATE_FIELD, "description": "Completed on or before this day."}}
    )
    failures = (
        Failure(
            "late",
            "It was completed after the day it was needed.",
            "action-needed",
            "The risk assessment is dated {completed_on}, too late to count.",
        ),
        Failure(
            "missing",
            "It has not been completed yet.",
            "action-needed",
            "Complete a risk assessment.",
        ),
    )

    def parts(self, terms: Terms, setting: Setting) -> tuple[Part, ...]:
        """One part: the day it was completed is not after the day it was needed."""
        field = setting.field_of_type("completion")
        completed = Moment(f"{field.id}.completed")
        last = Moment(setting.day(terms, "no_later_than").id)
        late = Check(
            "late", (), Given(completed.fact), completed.fact, values={"completed_on": completed}
        )
        missing = Check("missing", at=field.id)
        return (Part(field.id, field.phrase, NotAfter(completed, last), (late, missing)),)

    def sentence(self, terms: Terms, setting: Setting) -> str:
        """``a risk assessment is completed on or before the day of the event``."""
        last = setting.day(terms, "no_later_than").phrase
        return f"a risk assessment is completed on or before {last}"

"""Something completed, such as a risk assessment or a training: in time."""

from __future__ import annotations

from prevent.conditions.tree import Given
from prevent.requirements.evidence import WINDOW, Dates, Window
from prevent.requirements.requirement import (
    FIELD,
    Check,
    Example,
    Failure,
    Part,
    RequirementKind,
    Setting,
    Terms,
    mapping,
)


class Completion(RequirementKind):
    """Something is completed, if need be on or before a day."""

    name = "completion"
    summary = "Something is completed, if need be in time."
    schema = mapping(
        {"of": {**FIELD, "description": "The field that says when it was completed."}, **WINDOW},
        required=["of"],
    )
    failures = (
        Failure(
            "early",
            "It was completed before the day from which it counts.",
            "action-needed",
            "{Items}: completed on {completed_on}, too early to count.",
        ),
        Failure(
            "late",
            "It was completed after the day it was needed.",
            "action-needed",
            "{Items}: completed on {completed_on}, too late to count.",
            lenient=True,
        ),
        Failure(
            "missing",
            "It has not been completed yet.",
            "action-needed",
            "Not completed yet: {items}.",
        ),
    )

    examples = (
        Example(
            "Completed in time",
            "completion:\n  of: first_aid_plan\n  no_later_than: {days: 7, before: date}\n",
        ),
        Example(
            "Completed, and not too long ago",
            "completion:\n  of: first_aid_plan\n  not_before: {months: 3, before: date}\n",
        ),
    )

    def parts(self, terms: Terms, setting: Setting) -> tuple[Part, ...]:
        """One part: it was completed within the days that count."""
        field = setting.field_of_type("completion", terms.get("of"))
        dates = Dates.once(f"{field.id}.completed")
        window = self._window(terms, setting)
        there = Given(dates.first.fact)
        checks = [
            Check(
                each.failure,
                (),
                each.test,
                each.at,
                by=each.by,
                values={"completed_on": dates.first},
                words=each.words,
            )
            for each in window.checks((), there, dates)
        ]
        missing = Check("missing", at=field.id, by=window.last)
        met = window.holds(there, dates)
        return (Part(field.id, field.phrase, met, (*checks, missing)),)

    def sentence(self, terms: Terms, setting: Setting) -> str:
        """``the first-aid plan is completed, on or before the day of the event``."""
        phrase = setting.field_of_type("completion", terms.get("of")).phrase
        return f"{phrase} is completed{self._window(terms, setting).sentence()}"

    def _window(self, terms: Terms, setting: Setting) -> Window:
        return Window.of(terms, setting)


class RiskAssessment(Completion):
    """A risk assessment is completed on or before a day: the day it all happens, if none is named.

    It is the completion that most policies ask for, under the name they give it.
    """

    name = "risk_assessment"
    summary = "A risk assessment is completed on or before a certain day."
    schema = mapping(WINDOW)
    failures = (
        Completion.failures[0],
        Failure(
            "late",
            "It was completed after the day it was needed.",
            "action-needed",
            "The risk assessment is dated {completed_on}, too late to count.",
            lenient=True,
        ),
        Failure(
            "missing",
            "It has not been completed yet.",
            "action-needed",
            "Complete a risk assessment.",
        ),
    )

    examples = (
        Example(
            "By the day it happens",
            "risk_assessment: {}\n",
        ),
        Example(
            "By another day, and not too long ago",
            "risk_assessment:\n"
            "  no_later_than: {days: 7, before: date}\n"
            "  not_before: {months: 3, before: date}\n",
        ),
    )

    def _window(self, terms: Terms, setting: Setting) -> Window:
        return Window.of({"no_later_than": setting.happens_on, **terms}, setting)

    def sentence(self, terms: Terms, setting: Setting) -> str:
        """``a risk assessment is completed on or before the day of the event``."""
        window = self._window(terms, setting).sentence()
        return f"a risk assessment is completed{window.removeprefix(',')}"

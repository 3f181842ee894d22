"""An answer: a question that must not be left open."""

from __future__ import annotations

from prevent.conditions.tree import Given
from prevent.policy.wording import listed
from prevent.requirements.requirement import (
    Check,
    Example,
    Failure,
    Part,
    RequirementKind,
    Setting,
    Terms,
    mapping,
    strings,
)

_ANSWERED = ("text", "choice", "yes-no", "several", "date", "number")
"""The types of field that hold an answer; evidence is asked for by a requirement of its own."""


class Answer(RequirementKind):
    """Each of the fields is answered, whatever the answer is."""

    name = "answer"
    summary = "Each of these questions is answered."
    schema = mapping(
        {
            "to": {
                "description": "The fields that must be answered.",
                "type": "array",
                "minItems": 1,
                "uniqueItems": True,
                "items": {"$ref": "#/$defs/field-id"},
            }
        },
        required=["to"],
    )
    failures = (
        Failure(
            "missing",
            "A question is not answered yet.",
            "action-needed",
            "Answer: {items}.",
        ),
    )

    examples = (
        Example(
            "Neither question is left open",
            "answer:\n  to: [audience, open_to_public]\n",
        ),
    )

    def parts(self, terms: Terms, setting: Setting) -> tuple[Part, ...]:
        """A part for each field."""
        return tuple(self._part(field_id, setting) for field_id in strings(terms["to"]))

    def sentence(self, terms: Terms, setting: Setting) -> str:
        """``somebody has answered: …``."""
        phrases = [setting.field(field_id).phrase for field_id in strings(terms["to"])]
        return f"the request says {listed(phrases)}"

    def _part(self, field_id: str, setting: Setting) -> Part:
        field = setting.field(field_id, *_ANSWERED)
        who = (field.answered_by,) if field.answered_by else ()
        missing = Check("missing", who, at=field_id, answers=field_id)
        return Part(field_id, field.phrase, Given(field_id), (missing,))

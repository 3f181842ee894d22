"""A document: something is shared, or its sharing agreed."""

from __future__ import annotations

from prevent.conditions.tree import Given, Is
from prevent.policy.wording import listed
from prevent.reading.nearest import did_you_mean
from prevent.requirements.requirement import (
    Check,
    Example,
    Failure,
    Part,
    RequirementError,
    RequirementKind,
    Setting,
    Terms,
    mapping,
    strings,
)


class Document(RequirementKind):
    """A choice field stands at one of the accepted options."""

    name = "document"
    summary = (
        "A document has been shared, or its sharing promised, as a choice field records. Where it"
        " is withheld, a rule says who decides, or what else follows."
    )
    schema = mapping(
        {
            "field": {"description": "The choice field.", "$ref": "#/$defs/field-id"},
            "accepted": {
                "description": "The options that will do.",
                "type": "array",
                "minItems": 1,
                "uniqueItems": True,
                "items": {"type": "string"},
            },
        },
        required=["field", "accepted"],
    )
    failures = (
        Failure(
            "withheld",
            "The answer is none of the accepted options.",
            "referred",
            "{Who_or} must decide whether it can go ahead: {items} is not being shared.",
            lenient=True,
        ),
        Failure(
            "missing",
            "Nobody has asked for it yet, or the answer is not recorded.",
            "action-needed",
            "Ask for {items}.",
        ),
    )

    examples = (
        Example(
            "One of these answers will do",
            "document:\n  field: outline\n  accepted: [shared, promised]\n",
            "withheld:\n"
            "  outcome: referred\n"
            "  who: [head]\n"
            '  say: "{Who_or} must decide whether it can go ahead: {items} is not being shared."\n',
        ),
    )

    def parts(self, terms: Terms, setting: Setting) -> tuple[Part, ...]:
        """One part: the field is one of the accepted options."""
        field = setting.field(str(terms["field"]), "choice")
        accepted = strings(terms["accepted"])
        unknown = [option for option in accepted if field.option(option) is None]
        if unknown:
            hint = did_you_mean(unknown[0], [option.id for option in field.options])
            message = f"'{field.id}' has no option '{unknown[0]}'."
            raise RequirementError(message, unknown[0], hint)
        withheld = Check("withheld", test=Given(field.id), at=field.id)
        missing = Check("missing", at=field.id)
        return (Part(field.id, field.phrase, Is(field.id, accepted), (withheld, missing)),)

    def sentence(self, terms: Terms, setting: Setting) -> str:
        """``the outline of the event is shared or promised``."""
        field = setting.field(str(terms["field"]), "choice")
        options = [field.option(option_id) for option_id in strings(terms["accepted"])]
        reads = [option.label.lower() for option in options if option]
        return f"{field.phrase} is {listed(reads, 'or')}"

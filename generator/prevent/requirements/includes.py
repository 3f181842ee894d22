"""Includes: a list of marks or labels holds all that must be there."""

from __future__ import annotations

from prevent.conditions.tree import Given, Is
from prevent.policy.wording import listed, sentence_case
from prevent.reading.nearest import did_you_mean
from prevent.requirements.requirement import (
    FIELD,
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


class Includes(RequirementKind):
    """Each of these options is among the answers of a field of type ``several``."""

    name = "includes"
    summary = "A field with several answers has all of these: labels on a poster, for example."
    schema = mapping(
        {
            "field": {**FIELD, "description": "The field, of type several."},
            "all_of": {
                "description": "The options that must be among the answers.",
                "type": "array",
                "minItems": 1,
                "uniqueItems": True,
                "items": {"type": "string"},
            },
        },
        required=["field", "all_of"],
    )
    failures = (
        Failure(
            "absent",
            "The field is answered, and these are not among the answers.",
            "action-needed",
            "Add what is missing: {items}.",
            lenient=True,
        ),
        Failure(
            "missing",
            "Nobody has said yet what is there.",
            "action-needed",
            "Say what is there: {items}.",
        ),
    )

    examples = (
        Example(
            "All of these are there",
            "includes:\n  field: labels\n  all_of: [body, expiry]\n",
        ),
    )

    def parts(self, terms: Terms, setting: Setting) -> tuple[Part, ...]:
        """A part for each option."""
        field = setting.field(str(terms["field"]), "several")
        labels = {each: self._label(terms, each, setting) for each in strings(terms["all_of"])}
        # One question answers for all of them, so it is asked once.
        items = listed(list(labels.values()))
        words = {"items": items, "Items": sentence_case(items)}
        return tuple(self._part(field.id, each, label, words) for each, label in labels.items())

    def sentence(self, terms: Terms, setting: Setting) -> str:
        """``the labels include: the responsible body and the expiry date``."""
        labels = [self._label(terms, option, setting) for option in strings(terms["all_of"])]
        return f"{setting.field(str(terms['field'])).phrase} include {listed(labels)}"

    def _part(self, field: str, option: str, label: str, words: dict[str, str]) -> Part:
        fact = f"{field}.{option}"
        absent = Check("absent", test=Given(fact), at=field)
        missing = Check("missing", at=field, words=words)
        return Part(option, label, Is(fact, ("yes",)), (absent, missing))

    def _label(self, terms: Terms, option_id: str, setting: Setting) -> str:
        field = setting.field(str(terms["field"]))
        option = field.option(option_id)
        if option is None:
            hint = did_you_mean(option_id, [each.id for each in field.options])
            raise RequirementError(f"'{field.id}' has no option '{option_id}'.", option_id, hint)
        return option.label[:1].lower() + option.label[1:]

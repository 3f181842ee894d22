"""The questions of an issue form, and how their answers are written in it.

Whoever makes a request is not asked what a named role must answer: a named person's assessment has
no place in an issue, which others can read. Where such an answer is given all the same, it is kept.
"""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from prevent.fields.field import Field
from prevent.requests.given import fold, options_of
from prevent.rules.inner_fields import LISTED
from prevent.rules.ruleset import KindRules

NO_RESPONSE = "_No response_"
"""What GitHub writes for a question that was left out."""

NONE_OF_THESE = "None of these"


class Question(NamedTuple):
    """A question of a form: the field, its heading, and whether it must be answered.

    ``only`` says in words where alone it may be answered; empty for always.
    """

    field: Field
    heading: str
    required: bool
    only: str = ""


def questions(kind: KindRules) -> list[Question]:
    """The questions of a form for one kind of request: first those that must be answered."""
    often = Counter(field.question for field in kind.fields)
    asked = [
        Question(
            field,
            heading_of(field, alone=often[field.question] == 1),
            field.id in kind.required,
            _only(kind, field),
        )
        for field in kind.fields
        if not field.answered_by
    ]
    return sorted(asked, key=lambda each: not each.required)


def heading_of(field: Field, *, alone: bool) -> str:
    """A field's question, with its id where another field has the same question."""
    question = " ".join(field.question.split())
    return question if alone else f"{question} ({field.id})"


def lines_of(parts: tuple[Field, ...]) -> tuple[str, ...]:
    """What stands before the colon in each line of an answer that has parts."""
    return tuple(f"{part.label}:" for part in parts)


def asked_of_all(parts: tuple[Field, ...]) -> tuple[Field, ...]:
    """The parts that whoever makes the request answers."""
    return tuple(part for part in parts if not part.answered_by)


def how_to_answer(field: Field, parts: tuple[Field, ...]) -> str:
    """What to write where an answer has parts: a line for each, and what may stand in it."""
    shown = "\n".join(f"- **{part.label}**: {_asks(part)}".rstrip(": ") for part in parts)
    several = (
        f" For another {field.item or 'entry'}, leave a line empty and write them again."
        if field.type in LISTED
        else ""
    )
    return f"Write behind each colon what you know.{several}\n\n{shown}"


def _asks(part: Field) -> str:
    """The question, unless it is the same as the label, and what may be answered."""
    question = "" if fold(part.question) == fold(part.label) else part.question
    return f"{question} {_may_say(part)}".strip()


def _may_say(part: Field) -> str:
    match part.type:
        case "date":
            return "As year, month and day: 2026-04-20."
        case "choice" | "yes-no" | "several":
            labels = [option.label for option in options_of(part)]
            many = "Any of these, with semicolons between them" if part.type == "several" else ""
            return f"{many or 'One of these'}: {'; '.join(labels)}." if labels else ""
        case _:
            return ""


def _only(kind: KindRules, field: Field) -> str:
    if field.id not in kind.only_when:
        return ""
    other_id, answer = kind.only_when[field.id]
    other = kind.field(other_id)
    assert other is not None
    said = next((each.label for each in options_of(other) if each.id == answer), answer)
    return f"Only where “{other.question}” is answered “{said}”."

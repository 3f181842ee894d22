"""The parts of an answer that has parts, as fields: what approvals, advice and a completion say.

The items of a list have fields of their own, which the policy declares. What the others say is the
same in every policy; the roles and conditions they name are the policy's.
"""

from __future__ import annotations

from collections.abc import Mapping

from prevent.fields.field import Field, Option

DECISIONS = (Option("granted", "Agreed", "", ""), Option("declined", "Declined", "", ""))

COMPOSITE = ("list", "approvals", "advice", "completion")
"""The types whose answers have parts."""

LISTED = ("list", "approvals", "advice")
"""Those of them whose answers are lists."""


def inner_fields(
    field: Field, roles: Mapping[str, str], conditions: Mapping[str, str]
) -> tuple[Field, ...]:
    """The fields of an item, or of the answer itself where it is no list; none for a plain answer.

    ``roles`` and ``conditions`` are titles by id.
    """
    match field.type:
        case "list":
            return field.fields
        case "approvals":
            decided = Field(
                "decision", "choice", "Decision", "What did they decide?", required=True,
                options=DECISIONS,
            )  # fmt: skip
            also = {
                "by": Field("by", "text", "By", "Who signed, by name?"),
                "conditions": Field(
                    "conditions", "several", "Conditions", "On which conditions was it granted?",
                    options=_options(conditions),
                ),
            }  # fmt: skip
            shown = tuple(also[key] for key in field.also_says)
            return (_role(roles), decided, _day(), *shown, _note())
        case "advice":
            return (_role(roles), _day(), _note())
        case "completion":
            done = "On which day was it completed?"
            return (
                Field("completed", "date", "Completed", done, required=True),
                Field("by", "text", "By", "Who did it? A role or a name."),
            )
        case _:
            return ()


def _role(roles: Mapping[str, str]) -> Field:
    return Field("role", "choice", "Who", "Who?", required=True, options=_options(roles))


def _day() -> Field:
    return Field("date", "date", "Date", "On which day?", required=True)


def _note() -> Field:
    return Field("note", "text", "Remark", "Remark")


def _options(titles: Mapping[str, str]) -> tuple[Option, ...]:
    return tuple(Option(each, title, "", "") for each, title in titles.items())

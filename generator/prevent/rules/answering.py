"""Answers that state certain facts: what a request says under each of its fields.

It is the other way round from ``prevent.requests.request``, which takes the facts from the answers.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from prevent.conditions.agreeing_days import START
from prevent.conditions.evaluate import Facts
from prevent.fields.field import Field


class Answer(str):
    """A yes or no, written without quotation marks."""

    __slots__ = ()


def is_stated(field: Field, facts: Facts) -> bool:
    """Do the facts say anything under this field? A list of no items need not be there."""
    if field.type == "list":
        return bool(facts.get(field.id))
    return any(fact.partition(".")[0] == field.id for fact in facts)


def answer_of(field: Field, facts: Facts) -> object:
    """The answer to a field other than a list, by which these facts are stated.

    What the facts leave open is filled in. Days are dates, as YAML has them.
    """
    value = facts.get(field.id)
    match field.type:
        case "choice":
            return value if isinstance(value, str) else field.options[0].id
        case "yes-no":
            return Answer(value if isinstance(value, str) else "yes")
        case "several":
            options = (option.id for option in field.options)
            return [option for option in options if facts.get(f"{field.id}.{option}") == "yes"]
        case "date":
            return value if isinstance(value, date) else START
        case "number":
            return value if isinstance(value, int) else 1
        case "approvals":
            return [
                entry
                for role, own in _by_role(field, facts).items()
                for entry in _agreed(role, own)
            ]
        case "advice":
            return [
                {"role": role, "date": day}
                for role, own in _by_role(field, facts).items()
                for day in _days(own)
            ]
        case "completion":
            day = facts.get(f"{field.id}.completed")
            return {"completed": day if isinstance(day, date) else START}
        case _:
            return value if isinstance(value, str) and value else f"Example: {field.label.lower()}"


def items_of(field: Field, items: Sequence[Facts]) -> list[dict[str, object]]:
    """The items of a list, each of which states its own facts, and what every item states."""
    return [_item(field.fields, facts, str(index + 1)) for index, facts in enumerate(items)]


def _item(fields: Iterable[Field], facts: Facts, number: str) -> dict[str, object]:
    item: dict[str, object] = {}
    for field in fields:
        if field.type == "text" and (field.required or field.id in facts):
            item[field.id] = f"Example {number}"
        elif field.required or is_stated(field, facts):
            item[field.id] = answer_of(field, facts)
    return item


def _agreed(role: str, own: Mapping[str, object]) -> list[dict[str, object]]:
    """The decisions of a role: of those of two days, what goes with it stands with the last."""
    entries: list[dict[str, object]] = [
        {"role": role, "decision": own.get("decision", "granted"), "date": day}
        for day in _days(own)
    ]
    if "by" in own:
        entries[-1]["by"] = own["by"]
    conditions = [each.removeprefix("condition.") for each in own if each.startswith("condition.")]
    if conditions:
        entries[-1]["conditions"] = conditions
    return entries


def _by_role(field: Field, facts: Facts) -> dict[str, dict[str, object]]:
    """What is stated of each role, by what it is: ``decision``, ``date``, ``latest``."""
    found: dict[str, dict[str, object]] = {}
    for fact, value in facts.items():
        name, _, rest = fact.partition(".")
        role, _, what = rest.partition(".")
        if name == field.id and role:
            found.setdefault(role, {})[what] = value
    return found


def _days(stated: Mapping[str, object]) -> list[date]:
    """The first day and the last; a date asked for only by "given" has none, so any will do."""
    days = {day for name in ("date", "latest") if isinstance(day := stated.get(name), date)}
    return sorted(days) or [START]

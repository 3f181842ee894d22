"""The columns of a register, one request a row, for whoever keeps such registers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from prevent.rules.columns import KIND, Column, columns
from prevent.rules.ruleset import KindRules, RuleSet


@dataclass(frozen=True, slots=True)
class ColumnRow:
    """A column: what it says, what it may hold, and whether it may be empty."""

    name: str
    says: str
    holds: str
    options: tuple[str, ...]
    required: bool


@dataclass(frozen=True, slots=True)
class RegisterKind:
    """The columns for one kind of request, and those of the items of its lists by the list."""

    rules: KindRules
    rows: tuple[ColumnRow, ...]
    lists: Mapping[str, tuple[ColumnRow, ...]]


def register_kinds(rule_set: RuleSet) -> Iterator[RegisterKind]:
    """The columns of a register for each kind of request."""
    for kind in rule_set.kinds.values():
        own = columns(kind)
        yield RegisterKind(
            kind,
            tuple(_row(column, rule_set) for column in own),
            {
                column.name: tuple(_row(inner, rule_set) for inner in column.columns)
                for column in own
                if column.type == "list"
            },
        )


def _row(column: Column, rule_set: RuleSet) -> ColumnRow:
    return ColumnRow(
        column.name, _says(column, rule_set), _holds(column), column.options, column.required
    )


def _says(column: Column, rule_set: RuleSet) -> str:
    field = column.field
    if field is None:
        return "The kind of request."
    _, _, rest = column.fact.partition(".")
    match field.type:
        case "approvals" | "advice":
            role, _, what = rest.partition(".")
            return f"{_what(what, field.type, rule_set)} Role: {rule_set.roles[role]}."
        case "several":
            option = field.option(rest)
            assert option is not None
            return f"{field.question} {option.label}."
        case _:
            return field.question


def _what(what: str, field_type: str, rule_set: RuleSet) -> str:
    what, _, condition = what.partition(".")
    match what:
        case "decision":
            return "What the role decided last."
        case "date":
            first = "first advised" if field_type == "advice" else "decided so"
            return f"The day on which the role {first}."
        case "latest":
            return "The last day on which that was said again, where that is another day."
        case "by":
            return "Who signed, by name."
        case _:
            return f"It was granted on the condition “{rule_set.conditions[condition].title}”."


def _holds(column: Column) -> str:
    match column.type:
        case "option":
            return "the kind" if column.name == KIND else "one of"
        case "date":
            return "a date, YYYY-MM-DD"
        case "number":
            return "a whole number"
        case "list":
            return "a list of entries, as below"
        case _:
            return "text"

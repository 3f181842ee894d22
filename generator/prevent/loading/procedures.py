"""From ``procedures/*.yaml`` to procedures and written rules."""

from __future__ import annotations

from collections.abc import Mapping

from prevent.conditions.tree import FALSE, TRUE, Condition
from prevent.fields.field import Field
from prevent.loading.entry import Entry
from prevent.loading.written_conditions import answer, condition
from prevent.policy.model import (
    Consequence,
    FieldUse,
    Procedure,
    Requirement,
    WrittenRule,
)
from prevent.policy.outcomes import outcome


def procedure(file: Entry, fields: Mapping[str, Field]) -> Procedure:
    """The procedure of a file. ``fields`` are all fields that are declared, by id."""
    about, request = file.the("procedure"), file.the("request")
    only_when: dict[str, tuple[str, str]] = {}
    for limit in request.entries("only_when"):
        [(field_id, value)] = limit.the("when").data.items()
        only_when |= dict.fromkeys(limit.texts("fields"), (field_id, answer(value)))
    required, optional = request.texts("required"), request.texts("optional")
    uses = tuple(
        FieldUse(fields[field_id], field_id in required, only_when.get(field_id))
        for field_id in (*required, *optional, *only_when)
        if field_id in fields
    )
    return Procedure(
        id=about.text("id"),
        kind=about.text("kind"),
        title=about.text("title"),
        task=about.text("task"),
        noun=about.text("noun"),
        clauses=about.texts("clauses"),
        summary=about.text("summary"),
        happens_on=about.text("happens_on"),
        uses=tuple(dict.fromkeys(uses)),
        place=file.place,
    )


def written_rule(entry: Entry, own: Procedure, named: Mapping[str, Condition]) -> WrittenRule:
    """One rule. A rule that names no kinds is for its procedure's own.

    Raises ``NotNamedError`` where it calls a condition that is not among those ``named``.
    """
    then = entry.entry("then")
    otherwise = entry.entry("otherwise")
    return WrittenRule(
        id=entry.text("id"),
        procedure=own.id,
        kinds=entry.texts("kinds") or (own.kind,),
        clause=entry.text("clause"),
        statements=entry.texts("statements"),
        title=entry.text("title"),
        for_each=entry.text("for_each"),
        when=_condition(entry, "when", named, TRUE),
        unless=_condition(entry, "unless", named, FALSE),
        requirement=_requirement(entry.entry("require")),
        otherwise={failure: _consequence(otherwise.the(failure)) for failure in otherwise.data}
        if otherwise
        else {},
        consequence=_consequence(then) if then else None,
        reading=entry.text("reading"),
        place=entry.place,
    )


def _condition(
    entry: Entry, key: str, named: Mapping[str, Condition], default: Condition
) -> Condition:
    return condition(entry.data[key], named) if key in entry.data else default


def _requirement(entry: Entry | None) -> Requirement | None:
    if entry is None:
        return None
    [kind] = entry.data
    return Requirement(kind, entry.the(kind).data)


def _consequence(entry: Entry) -> Consequence:
    who = entry.texts("who") if "who" in entry.data else None
    return Consequence(outcome(entry.text("outcome")), entry.text("say"), who)

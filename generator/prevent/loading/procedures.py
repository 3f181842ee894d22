"""From ``procedures/*.yaml`` to procedures and written rules."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from prevent.conditions.tree import FALSE, TRUE, Condition
from prevent.fields.field import Field
from prevent.loading.entry import Entry
from prevent.loading.nouns import in_force
from prevent.loading.written_conditions import Written, answer
from prevent.policy.cited import Sort
from prevent.policy.outcomes import outcome
from prevent.policy.written import Case, Consequence, FieldUse, Procedure, Requirement, WrittenRule


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


def added_uses(base: Procedure, file: Entry, fields: Mapping[str, Field]) -> Procedure:
    """The procedure of another policy with the optional fields that a file adds to its requests."""
    request = file.entry("request")
    there = base.fields
    added = [
        FieldUse(fields[field_id], required=False)
        for field_id in (request.texts("optional") if request else ())
        if field_id in fields and field_id not in there
    ]
    return replace(base, uses=(*base.uses, *added))


def written_rule(entry: Entry, own: Procedure, conditions: Written, layer: str = "") -> WrittenRule:
    """One rule. A rule that names no kinds is for its procedure's own.

    Raises ``NotNamedError`` where it calls a condition that is not named.
    """
    cases = tuple(_case(case, conditions) for case in entry.entries("cases"))
    return _rule(entry, own, conditions, layer, cases=cases or (_case(entry, conditions, TRUE),))


def exemption(entry: Entry, own: Procedure, conditions: Written, layer: str = "") -> WrittenRule:
    """What a procedure does not apply to. Raises ``NotNamedError``, as above."""
    case = Case(consequence=Consequence("allowed", entry.text("say")))
    return _rule(entry, own, conditions, layer, cases=(case,), sort="exemption")


def afterwards(entry: Entry, own: Procedure, conditions: Written, layer: str = "") -> WrittenRule:
    """What is to be done once a request is allowed. Raises ``NotNamedError``, as above."""
    say, who, by = entry.text("say"), entry.texts("who"), entry.data.get("by")
    case = Case(consequence=Consequence("allowed", say, who, by))
    return _rule(entry, own, conditions, layer, cases=(case,), sort="afterwards")


def _rule(
    entry: Entry,
    own: Procedure,
    conditions: Written,
    layer: str,
    *,
    cases: tuple[Case, ...],
    sort: Sort = "rule",
) -> WrittenRule:
    return WrittenRule(
        id=entry.text("id"),
        procedure=own.id,
        kinds=entry.texts("kinds") or (own.kind,),
        clause=entry.text("clause"),
        statements=entry.texts("statements"),
        title=entry.text("title"),
        for_each=entry.text("for_each"),
        when=_condition(entry, "when", conditions, TRUE),
        unless=_condition(entry, "unless", conditions, FALSE),
        cases=cases,
        reading=entry.text("reading"),
        place=entry.place,
        in_force=in_force(entry),
        layer=layer,
        sort=sort,
    )


def _case(entry: Entry, conditions: Written, when: Condition | None = None) -> Case:
    then, otherwise = entry.entry("then"), entry.entry("otherwise")
    return Case(
        when=_condition(entry, "when", conditions, TRUE) if when is None else when,
        requirement=_requirement(entry.entry("require")),
        otherwise={failure: _consequence(otherwise.the(failure)) for failure in otherwise.data}
        if otherwise
        else {},
        consequence=_consequence(then) if then else None,
        statements=entry.texts("statements") if when is None else (),
    )


def _condition(entry: Entry, key: str, conditions: Written, default: Condition) -> Condition:
    return conditions.condition(entry.data[key]) if key in entry.data else default


def _requirement(entry: Entry | None) -> Requirement | None:
    if entry is None:
        return None
    [kind] = entry.data
    return Requirement(kind, entry.the(kind).data)


def _consequence(entry: Entry) -> Consequence:
    return Consequence(
        outcome=outcome(entry.text("outcome")),
        say=entry.text("say"),
        who=entry.texts("who") if "who" in entry.data else None,
        by=entry.data.get("by"),
        conditions=entry.texts("conditions"),
        ask_again=entry.yes("ask_again"),
    )

"""What schemas cannot see: faults between the parts of a policy.

Each check is one function; it names what it found in plain words, with its place.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from prevent.conditions.possible import example
from prevent.conditions.tree import Not
from prevent.faults import Fault, Place
from prevent.fields.field import Field
from prevent.loading.entry import Entry, mappings, whole
from prevent.policy.model import Aims, Clause, Duty, Procedure, Statement, WrittenRule
from prevent.reading.documents import Document
from prevent.reading.nearest import did_you_mean
from prevent.requirements.requirement import RequirementError
from prevent.rules.compile import compile_rule, setting_of
from prevent.rules.ruleset import Rule


def check_unique(single: Mapping[str, Document], procedures: Sequence[Document]) -> Iterator[Fault]:
    """No two things of one sort have one id."""
    files = [whole(document) for document in procedures]
    sorts: dict[str, Iterable[Entry]] = {
        "rules": (rule for file in files for rule in mappings(file, "rules")),
        "conditions": (each for file in files for each in mappings(file, "conditions")),
        "procedures": (about for file in files if (about := file.entry("procedure"))),
    }
    for name in ("roles", "fields", "definitions", "duties", "contacts"):
        if name in single:
            sorts[name] = mappings(whole(single[name]), name)
    if "clauses" in single:
        clauses = mappings(whole(single["clauses"]), "clauses")
        yield from _unique("clauses", "number", clauses)
        sorts["statements"] = [
            each for clause in clauses for each in mappings(clause, "statements")
        ]
    for sort, entries in sorts.items():
        yield from _unique(sort, "id", entries)
    yield from _unique("procedures", "kind", (a for f in files if (a := f.entry("procedure"))))


def _unique(sort: str, key: str, entries: Iterable[Entry]) -> Iterator[Fault]:
    first: dict[str, Place] = {}
    for entry in entries:
        name = entry.text(key)
        place = entry.place_of(key)
        if name and name in first:
            yield Fault(
                place, f"Two {sort} have the {key} '{name}'. The first is at {first[name]}."
            )
        first.setdefault(name, place)


def check_statements(
    clauses: Sequence[Clause], rules: Sequence[WrittenRule], duties: Sequence[Duty]
) -> Iterator[Fault]:
    """Each statement that is a rule is in a rule, each duty or judgement in an entry of duties."""
    held = {"rule": {each for rule in rules for each in rule.statements}}
    for kind in ("duty", "judgement"):
        held[kind] = {each for duty in duties if duty.kind == kind for each in duty.statements}
    for statement in (each for clause in clauses for each in clause.statements):
        if statement.nature in held and statement.id not in held[statement.nature]:
            yield _forgotten(statement)


def _forgotten(statement: Statement) -> Fault:
    if statement.nature == "rule":
        message = f"{statement.id} is a rule, but no rule in procedures/ comes from it."
        hint = f"Add {statement.id} to a rule's statements, or say what else it is."
    else:
        message = f"{statement.id} is a {statement.nature}, but duties.yaml has none that cites it."
        hint = f"Add {statement.id} to a {statement.nature} there, or say what else it is."
    return Fault(statement.place, message, hint)


def check_values(aims: Aims, clauses: Sequence[Clause], file: Document) -> Iterator[Fault]:
    """The organisation's values stand in the statement they are taken from."""
    texts = {each.id: each.text for clause in clauses for each in clause.statements}
    text = texts.get(aims.values_statement, "")
    for index, name in enumerate(aims.values):
        if name not in text:
            place = file.place(("values", "names", index))
            message = f"'{name}' does not stand in {aims.values_statement}."
            yield Fault(place, message, "Write it as the statement does.")


def check_use(procedure: Procedure, document: Document) -> Iterator[Fault]:
    """The day it happens is a date it requires; a condition on a field names an answer it has."""
    use = next((use for use in procedure.uses if use.field.id == procedure.happens_on), None)
    if use is None or use.field.type != "date" or not use.required:
        place = document.place(("procedure", "happens_on"))
        message = f"'{procedure.happens_on}' must be a date that every request has."
        yield Fault(place, message, "List it under request: required, or name another field.")
    for field_id, answer in dict.fromkeys(use.only_when for use in procedure.uses if use.only_when):
        field = procedure.fields.get(field_id)
        options = field.options if field else ()
        if answer not in {option.id for option in options}:
            place = document.place(("request", "only_when"))
            message = f"'{field_id}: {answer}' is not an answer a {procedure.noun} can give."
            yield Fault(place, message, did_you_mean(field_id, list(procedure.fields)))


def check_rules(
    procedures: Sequence[Procedure], rules: Sequence[WrittenRule], roles: Mapping[str, str]
) -> Iterator[Fault]:
    """Each rule can be asked of each kind of request it is for, can apply, and can be met."""
    by_kind = {procedure.kind: procedure for procedure in procedures}
    for rule in rules:
        for kind in rule.kinds:
            if kind not in by_kind:
                continue
            try:
                compiled = compile_rule(rule, by_kind[kind], roles)
            except RequirementError as error:
                yield Fault(rule.place, f"Rule '{rule.id}' for {kind}: {error}")
                continue
            fields = setting_of(rule, by_kind[kind], roles).fields
            yield from _possible(compiled, kind, fields, rule.place)


def _possible(rule: Rule, kind: str, fields: Mapping[str, Field], place: Place) -> Iterator[Fault]:
    options = {field.id: [option.id for option in field.options] for field in fields.values()}
    options = {field_id: own for field_id, own in options.items() if own}
    if example(rule.when, options) is None or example(Not(rule.unless), options) is None:
        message = f"No {kind} can ever meet the condition of rule '{rule.id}'."
        yield Fault(place, message, "Look at its when and unless.")
        return
    if example(rule.applies, options) is None:
        message = f"Rule '{rule.id}' never applies to a {kind}: its unless covers all of its when."
        yield Fault(place, message)
    for part in rule.parts:
        required = part.id != "rule"
        if required and example(part.met, options) is None:
            yield Fault(place, f"Nothing a {kind} says can ever satisfy rule '{rule.id}'.")

"""What schemas cannot see: faults between the parts of a policy.

Each check is one function; it names what it found in plain words, with its place.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Protocol

from prevent.dates import first_day, in_words, last_day, month_in_words
from prevent.faults import Fault, Place
from prevent.loading.entry import Entry, mappings, whole
from prevent.loading.written_conditions import answer
from prevent.policy.cited import Waivers
from prevent.policy.model import Aims, Clause, Duty, Issue, Statement
from prevent.policy.written import Procedure, WrittenRule
from prevent.reading.documents import Document
from prevent.reading.nearest import did_you_mean
from prevent.reading.quoting import quoted

SAYING = ("for_each", "when", "unless", "require", "otherwise", "then", "cases", "say", "by")
"""The keys of a rule under which its conditions, requirements and messages stand."""


def check_unique(single: Mapping[str, Document], procedures: Sequence[Document]) -> Iterator[Fault]:
    """No two things of one sort have one id."""
    files = [whole(document) for document in procedures]
    told = ("rules", "does_not_apply", "afterwards")
    sorts: dict[str, Iterable[Entry]] = {
        "rules": (rule for part in told for file in files for rule in mappings(file, part)),
        "conditions": (each for file in files for each in mappings(file, "conditions")),
        "procedures": (about for file in files if (about := file.entry("procedure"))),
    }
    for name in ("roles", "fields", "definitions", "duties", "contacts", "tasks"):
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
    for field in sorts.get("fields", ()):
        yield from _unique("fields", "id", mappings(field, "fields"))
        for choice in (field, *mappings(field, "fields")):
            yield from _unique("options", "id", mappings(choice, "options"))
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


class Citing(Protocol):
    """What rests on statements: a rule, a condition of the catalogue, who may waive."""

    @property
    def statements(self) -> tuple[str, ...]:
        """The statements it rests on."""


def check_statements(
    clauses: Sequence[Clause], citing: Iterable[Citing], duties: Sequence[Duty]
) -> Iterator[Fault]:
    """Each statement that is a rule is in a rule, each duty or judgement in an entry of duties.

    ``citing`` are the rules and whatever else does a rule's work.
    """
    held = {"rule": {each for rule in citing for each in rule.statements}}
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


def check_words(clauses: Sequence[Clause], issued: str, name: str) -> Iterator[Fault]:
    """Every statement as issued stands in the issued text, word for word and in its order."""
    position = 0
    for statement in (each for clause in clauses for each in clause.statements):
        if statement.in_force.start:
            continue
        found = issued.find(statement.text, position)
        if found < 0:
            message = f"{statement.id} does not stand so in the issued text, {name}."
            hint = "Write it as issued. If a new version was issued, name its text instead."
            yield Fault(statement.place, message, hint)
        else:
            position = found + len(statement.text)


def check_dates(issue: Issue, file: Document) -> Iterator[Fault]:
    """The next review comes after the issue."""
    issued, review = last_day(issue.issued), last_day(issue.next_review)
    if issued and review and review <= issued:
        message = f"The next review, {issue.next_review}, is not after the issue, {issue.issued}."
        yield Fault(file.place(("policy", "next_review")), message, "Look at both dates.")


def note_dates(issue: Issue, file: Document, today: date) -> Iterator[Fault]:
    """The issue may lie ahead: a policy can be written before it counts."""
    issued = first_day(issue.issued)
    if issued and issued > today:
        day = month_in_words(issue.issued)
        message = f"The policy is issued in the future, {day}. Requests are decided by it already."
        yield Fault(file.place(("policy", "issued")), message, "Look at the date.")


def check_amended(clauses: Sequence[Clause], amended: Sequence[str]) -> Iterator[Fault]:
    """Every statement that counts from a later day stands in a text that was issued later."""
    for statement in (each for clause in clauses for each in clause.statements):
        if statement.in_force.start and not any(statement.text in text for text in amended):
            message = f"{statement.id} has a 'from', and does not stand so in any amended text."
            hint = "Name the text that holds it under amended_texts in organisation.yaml."
            yield Fault(statement.place, message, hint)


def check_citations(clauses: Sequence[Clause], rules: Sequence[WrittenRule]) -> Iterator[Fault]:
    """A rule's statements stand in the clause it cites."""
    clause_of = {each.id: clause.number for clause in clauses for each in clause.statements}
    for rule in rules:
        for statement in rule.statements:
            number = clause_of.get(statement, rule.clause)
            if number != rule.clause:
                message = f"Rule '{rule.id}' cites clause {rule.clause} and {statement}."
                yield Fault(rule.place, message, f"{statement} is in clause {number}.")
        for other in {each for case in rule.cases for each in case.statements}:
            if other not in rule.statements:
                message = f"A case of rule '{rule.id}' rests on {other}, and the rule does not."
                yield Fault(rule.place, message, f"Add {other} to the rule's statements as well.")


def check_waivable(
    rules: Iterable[WrittenRule], waivers: Sequence[Waivers], file: Document
) -> Iterator[Fault]:
    """A policy lets only ``rules``, its own, be waived: not those of one that it adds to."""
    own = [rule.id for rule in rules if rule.sort == "rule"]
    for each in waivers:
        for index, rule in enumerate(each.rules):
            if rule not in own:
                place = file.place(("waivers", "rules", index))
                message = (
                    f"'{rule}' is not a rule of this policy's own, so it cannot be waived here."
                )
                yield Fault(place, message, did_you_mean(rule, own))


def check_waivers(
    clauses: Sequence[Clause], waivers: Sequence[Waivers], file: Document
) -> Iterator[Fault]:
    """The statements that let rules be waived stand in the clause that is named for it."""
    clause_of = {each.id: clause.number for clause in clauses for each in clause.statements}
    for own in waivers:
        for index, statement in enumerate(own.statements):
            number = clause_of.get(statement, own.clause)
            if number != own.clause:
                place = file.place(("waivers", "statements", index))
                message = f"The waivers cite clause {own.clause} and {statement}."
                yield Fault(place, message, f"{statement} is in clause {number}.")


def check_in_force(clauses: Sequence[Clause], rules: Sequence[WrittenRule]) -> Iterator[Fault]:
    """A rule is in force only while every statement it comes from is."""
    statements = {each.id: each for clause in clauses for each in clause.statements}
    for rule in rules:
        for name in rule.statements:
            statement = statements.get(name)
            if statement and not rule.in_force.within(statement.in_force):
                dates = statement.in_force
                days = f"from {in_words(dates.start)}" if dates.start else ""
                days += f" until {in_words(dates.until)}" if dates.until else ""
                message = f"Rule '{rule.id}' counts on days on which {name} does not."
                hint = f"{name} counts {days.strip()}: give the rule the same from and until."
                yield Fault(rule.place, message, hint)


def check_bank_holidays(rules: Iterable[Entry]) -> Iterator[Fault]:
    """Where working days are counted, somebody has said whose bank holidays are not worked."""
    for rule in rules:
        place = rule.place_of_word("working_days", SAYING)
        if place != rule.place:
            message = "Working days are counted here, and whose bank holidays count is not said."
            hint = (
                "Add 'bank_holidays: england-and-wales' to the organisation in organisation.yaml."
            )
            yield Fault(place, message, hint)


def check_named_by(file: Entry) -> Iterator[Fault]:
    """Each list names its items by text that every item has."""
    for field in mappings(file, "fields"):
        inner = {each.text("id"): each for each in reversed(mappings(field, "fields"))}
        name = field.text("named_by")
        if name and (name not in inner or inner[name].text("type") != "text"):
            texts = [each for each, entry in inner.items() if entry.text("type") == "text"]
            message = f"'{name}' is not a field of type text in this list."
            yield Fault(field.place_of("named_by"), message, did_you_mean(name, texts))
        elif name and not inner[name].yes("required"):
            message = f"'{name}' names each {field.text('item')}, so it must be required."
            yield Fault(inner[name].place, message, "Add 'required: yes' to it.")


def check_use(procedure: Procedure, document: Document) -> Iterator[Fault]:
    """The day it happens is a date it requires; a condition on a field names an answer it has."""
    use = next((use for use in procedure.uses if use.field.id == procedure.happens_on), None)
    if use is None or use.field.type != "date" or not use.required:
        place = document.place(("procedure", "happens_on"))
        message = f"'{procedure.happens_on}' must be a date that every request has."
        yield Fault(place, message, "List it under request: required, or name another field.")
    for limit in whole(document).the("request").entries("only_when"):
        [(field_id, value)] = limit.the("when").data.items()
        field = procedure.fields.get(field_id)
        options = [option.id for option in field.options] if field else []
        if field is None:
            place = document.key_place((*limit.path, "when", field_id))
            message = f"This kind of request has no field '{field_id}'."
            yield Fault(place, message, did_you_mean(field_id, procedure.fields))
        elif answer(value) not in options:
            message = f"{quoted(value)} is no answer to '{field_id}'."
            hint = did_you_mean(answer(value), options)
            yield Fault(limit.place_of("when", field_id), message, hint)

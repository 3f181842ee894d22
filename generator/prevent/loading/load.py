"""A policy folder loaded: the policy, or every fault it has."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from prevent.faults import Fault, Place, PreventError
from prevent.fields.field import Field
from prevent.fields.types import FIELD_TYPES
from prevent.loading import nouns
from prevent.loading.checks import (
    Citing,
    check_bank_holidays,
    check_citations,
    check_in_force,
    check_named_by,
    check_rules,
    check_statements,
    check_unique,
    check_use,
    check_values,
    check_words,
)
from prevent.loading.digest import PROCEDURES, digest
from prevent.loading.entry import Entry, mappings, whole
from prevent.loading.files import Files, read_files
from prevent.loading.ids import Ids
from prevent.loading.procedures import afterwards, exemption, procedure, written_rule
from prevent.loading.schemas import policy_schema
from prevent.loading.written_conditions import NotNamedError, Written
from prevent.policy.model import Clause, Policy, Procedure, WrittenRule
from prevent.reading.documents import Document
from prevent.reading.schema import schema_faults
from prevent.rules.compile import People

Noun = TypeVar("Noun")

RULE_PARTS = {"rules": written_rule, "does_not_apply": exemption, "afterwards": afterwards}
"""The parts of a procedure's file that hold rules, and how each is read."""


def load_policy(folder: Path, shown: str = "policy") -> Policy:
    """The policy in ``folder``, which faults call ``shown``.

    Raises ``PreventError`` with every fault of every file, in the order of the files.
    """
    if not folder.is_dir():
        hint = "Run the command where the folder 'policy' is, or name it with --policy."
        raise PreventError([Fault(Place(shown), "There is no policy folder here.", hint)])
    files, faults = read_files(folder, shown)
    loading = _Loading(folder, files, faults)
    policy = loading.policy(digest(folder))
    if policy is None or loading.faults:
        raise PreventError(sorted(set(loading.faults)))
    return policy


class _Loading:
    """One loading: what is built so far, and the faults found on the way.

    Each part is built where its own file is sound, so that the faults of one file do not hide
    those of another.
    """

    def __init__(self, folder: Path, files: Files, faults: list[Fault]) -> None:
        self.faults = faults
        self._folder = folder
        self._files = files
        self._ids = _ids(files)
        self._sound: dict[str, Document] = {}
        self._all_procedures = True
        self._written = Written(self._field_of)
        for name, document in files.single.items():
            found = schema_faults(document, policy_schema(name, self._ids))
            self.faults += found
            if not found:
                self._sound[name] = document

    def policy(self, digest_of_files: str) -> Policy | None:
        """The policy, or None where a part of it could not be built."""
        issue = self._part("organisation", nouns.issue)
        clauses = self._part("clauses", nouns.clauses)
        aims = self._part("aims", nouns.aims) or nouns.NO_AIMS
        definitions = self._part("definitions", nouns.definitions) or ()
        threat_levels = self._part("threat-levels", nouns.threat_levels)
        roles = self._part("roles", nouns.roles)
        duties = self._part("duties", nouns.duties)
        contacts = self._part("contacts", nouns.contacts) or ()
        notes = self._part("review-notes", nouns.review_notes) or ()
        procedures, rules = self._procedures()
        catalogue = self._part("conditions", nouns.catalogue)
        every = roles.values() if roles else ()
        people = People(
            {role.id: role.title for role in every}, {role.id: role.holder for role in every}
        )
        # One that is for several kinds stands in each procedure that has requests of them.
        told = tuple(
            {
                each.place: each for own in procedures for each in (*own.exemptions, *own.afterwards)
            }.values()
        )
        written_rules = self._as_written()
        self.faults += check_rules(procedures, (*rules, *told), people, written_rules)
        if issue is not None and not issue.bank_holidays:
            self.faults += check_bank_holidays(written_rules.values())
        self.faults += check_unique(self._files.single, self._files.procedures)
        if "fields" in self._sound:
            self.faults += check_named_by(whole(self._sound["fields"]))
        if "clauses" in self._files.single:
            written = nouns.clauses(whole(self._files.single["clauses"]))
            self.faults += check_citations(written, (*rules, *told))
            self.faults += check_in_force(written, (*rules, *told))
            if issue is not None and issue.issued_text:
                self.faults += self._words(written, issue.issued_text)
            if duties is not None and self._all_procedures:
                citing: list[Citing] = [*rules, *told, *(catalogue or {}).values()]
                if issue is not None and issue.waivers:
                    citing.append(issue.waivers)
                self.faults += check_statements(written, citing, duties)
            if "aims" in self._sound:
                self.faults += check_values(aims, written, self._sound["aims"])
        if issue is None or clauses is None or roles is None or duties is None:
            return None
        return Policy(
            issue=issue,
            clauses=clauses,
            aims=aims,
            definitions=definitions,
            threat_levels=threat_levels,
            roles=roles,
            duties=duties,
            contacts=contacts,
            review_notes=notes,
            procedures=procedures,
            conditions=self._ids.conditions,
            rules=rules,
            digest=digest_of_files,
            catalogue=catalogue or {},
        )

    def _words(self, clauses: tuple[Clause, ...], name: str) -> Iterable[Fault]:
        place = self._sound["organisation"].place(("policy", "issued_text"))
        try:
            issued = (self._folder / name).read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError):
            return [Fault(place, f"There is no text to be read at {name}.")]
        return check_words(clauses, issued, name)

    def _as_written(self) -> dict[Place, Entry]:
        """The rules, exemptions and duties as they are written, by place."""
        files = [whole(document) for document in self._files.procedures]
        return {
            each.place: each
            for file in files
            for part in RULE_PARTS
            for each in mappings(file, part)
        }

    def _field_of(self, kind: str) -> str:
        """The first field of a type. Where there is none, the rule's own check says so."""
        found = (field.id for field in self._ids.fields if field.type == kind)
        return next(found, kind)

    def _part(self, name: str, build: Callable[[Entry], Noun]) -> Noun | None:
        document = self._sound.get(name)
        return None if document is None else build(whole(document))

    def _procedures(self) -> tuple[tuple[Procedure, ...], tuple[WrittenRule, ...]]:
        """All procedures and rules that are sound, in the order of the policy's clauses."""
        self._all_procedures = self._files.all_procedures and "fields" in self._files.single
        if "fields" not in self._files.single:
            # Nothing in a procedure can be checked without the fields.
            return (), ()
        schema = policy_schema("procedure", self._ids)
        fields = {field.id: field for field in self._ids.fields}
        found: list[tuple[Procedure, list[WrittenRule]]] = []
        for document in self._files.procedures:
            self.faults += schema_faults(document, schema)
            self._name_conditions(document, schema)
        faulty = (Path(fault.place.file).parent.name == PROCEDURES for fault in self.faults)
        self._all_procedures = self._all_procedures and not any(faulty)
        for document in self._files.procedures:
            read = self._procedure(document, schema, fields)
            if read:
                found.append(read)
        found.sort(key=lambda pair: [_order(number) for number in pair[0].clauses])
        procedures = [procedure for procedure, _ in found]
        return (
            tuple(_with_all_told(procedure, procedures) for procedure in procedures),
            tuple(rule for _, rules in found for rule in rules),
        )

    def _name_conditions(self, document: Document, schema: Mapping[str, object]) -> None:
        """Name the conditions of a file that have no fault, each of which may call on those above.

        A condition that calls on one with a fault goes without a fault of its own, and without a
        name.
        """
        own = {"$defs": schema["$defs"], "$ref": "#/$defs/condition"}
        faulty: set[str] = set()
        for entry in mappings(whole(document), "conditions"):
            name = entry.text("id")
            at = (*entry.path, "when")
            if "when" not in entry.data or schema_faults(document, own, at=at):
                faulty.add(name)
                continue
            try:
                self._written.named[name] = self._written.condition(entry.data["when"])
            except NotNamedError as error:
                if error.name not in faulty:
                    message = f"The condition '{name}' calls '{error.name}', which is not above it."
                    hint = "A condition may call only those that stand above it."
                    self.faults.append(
                        Fault(entry.place_of_word(error.name, ("when",)), message, hint)
                    )
                faulty.add(name)

    def _procedure(
        self, document: Document, schema: Mapping[str, object], fields: Mapping[str, Field]
    ) -> tuple[Procedure, list[WrittenRule]] | None:
        if any(_part_faults(document, schema, part) for part in ("procedure", "request")):
            return None
        file = whole(document)
        own = procedure(file, fields)
        self.faults += check_use(own, document)
        found: dict[str, list[WrittenRule]] = {part: [] for part in RULE_PARTS}
        for part, read in RULE_PARTS.items():
            name = {"rules": "rule"}.get(part, part)
            own_schema = {"$defs": schema["$defs"], "$ref": f"#/$defs/{name}"}
            for entry in mappings(file, part):
                # A rule that calls a condition with a fault waits until that is mended.
                with suppress(NotNamedError):
                    if not schema_faults(document, own_schema, at=entry.path):
                        found[part].append(read(entry, own, self._written))
        own = replace(
            own,
            exemptions=tuple(found["does_not_apply"]),
            afterwards=tuple(found["afterwards"]),
        )
        return own, found["rules"]


def _with_all_told(procedure: Procedure, every: Sequence[Procedure]) -> Procedure:
    """The procedure with the exemptions and duties that any procedure has for its requests."""
    kind = procedure.kind
    return replace(
        procedure,
        exemptions=tuple(
            each for other in every for each in other.exemptions if kind in each.kinds
        ),
        afterwards=tuple(
            each for other in every for each in other.afterwards if kind in each.kinds
        ),
    )


def _part_faults(document: Document, schema: Mapping[str, object], part: str) -> list[Fault]:
    """The faults of one top-level part; a missing part that is required is a fault too."""
    data = document.data
    properties, required = schema["properties"], schema["required"]
    assert isinstance(properties, dict)
    assert isinstance(required, list)
    if not isinstance(data, dict) or (part in required and part not in data):
        return [Fault(document.place(()), f"'{part}' is missing.")]
    if part not in data:
        return []
    return schema_faults(document, {"$defs": schema["$defs"], **properties[part]}, at=(part,))


def _ids(files: Files) -> Ids:
    """The ids of all files, taken from whatever can be read."""

    def listed(name: str, key: str) -> list[Entry]:
        document = files.single.get(name)
        return mappings(whole(document), key) if document else []

    clauses = listed("clauses", "clauses")
    # What an unread file declares is not known, so that nothing can be called unknown.
    whole_set = files.all_procedures
    procedures = [whole(document) for document in files.procedures]
    abouts = [about for file in procedures if (about := file.entry("procedure"))]
    return Ids(
        roles=tuple(entry.text("id") for entry in listed("roles", "roles")),
        statements=tuple(
            statement.text("id")
            for clause in clauses
            for statement in mappings(clause, "statements")
        ),
        clauses=tuple(clause.text("number") for clause in clauses),
        fields=tuple(_field(entry) for entry in listed("fields", "fields")),
        imposed=tuple(entry.text("id") for entry in listed("conditions", "conditions")),
        rules=tuple(entry.text("id") for file in procedures for entry in mappings(file, "rules"))
        if whole_set
        else (),
        kinds=tuple(about.text("kind") for about in abouts) if whole_set else (),
        conditions=tuple(
            entry.text("id") for file in procedures for entry in mappings(file, "conditions")
        )
        if whole_set
        else (),
    )


def _field(entry: Entry) -> Field:
    """A field for its ids, even where it is not sound: its type is then taken as text."""
    sound = {
        key: value
        for key, value in entry.data.items()
        if key not in {"options", "fields"} or isinstance(value, list)
    }
    if sound.get("type") not in FIELD_TYPES:
        sound["type"] = "text"
    return nouns.field(Entry(entry.document, entry.path, sound))


def _order(number: str) -> tuple[int, ...]:
    return tuple(int(part) for part in number.split(".") if part.isdecimal())

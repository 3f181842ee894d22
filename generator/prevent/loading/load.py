"""A policy folder loaded: the policy, or every fault it has."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TypeVar

from prevent.faults import Fault, NoPolicyError, Place, PreventError
from prevent.fields.field import Field
from prevent.fields.types import FIELD_TYPES
from prevent.loading import nouns
from prevent.loading.checks import (
    Citing,
    check_amended,
    check_bank_holidays,
    check_citations,
    check_dates,
    check_in_force,
    check_named_by,
    check_statements,
    check_unique,
    check_values,
    check_waivable,
    check_waivers,
    check_words,
    note_dates,
)
from prevent.loading.digest import DEEPEST, digest
from prevent.loading.entry import Entry, mappings, whole
from prevent.loading.files import Files, read_files
from prevent.loading.ids import Ids
from prevent.loading.layers import as_base, base_of, check_new, ids_of, merged
from prevent.loading.look import read_look
from prevent.loading.procedure_files import RULE_PARTS, ProcedureFiles
from prevent.loading.rule_checks import RuleChecks
from prevent.loading.schemas import policy_schema
from prevent.loading.task_checks import check_headings, check_tasks
from prevent.policy.model import Aims, Clause, Issue, Policy, Role
from prevent.policy.written import Procedure, WrittenRule
from prevent.reading.documents import Document
from prevent.reading.schema import schema_faults
from prevent.rules.compile import People

Noun = TypeVar("Noun")


def load_policy(folder: Path, shown: str = "policy") -> Policy:
    """The policy in ``folder``, which faults call ``shown``.

    Raises ``PreventError`` with every fault of every file, in the order of the files.
    """
    return _load(folder, shown, DEEPEST)[0]


def examine_policy(folder: Path, shown: str, today: date) -> tuple[Policy, tuple[Fault, ...]]:
    """The policy, and what whoever keeps it should look at though it may well be meant.

    Raises ``PreventError`` as :func:`load_policy` does.
    """
    policy, loading = _load(folder, shown, DEEPEST)
    return policy, tuple(sorted(set(loading.notes(policy.issue, today))))


def _load(folder: Path, shown: str, depth: int) -> tuple[Policy, _Loading]:
    if not folder.is_dir():
        message = "There is no policy folder here."
        if depth < DEEPEST:
            hint = "Look at adds_to in the organisation.yaml that names it."
            raise PreventError([Fault(Place(shown), message, hint)])
        hint = "Name the folder that holds organisation.yaml."
        raise NoPolicyError([Fault(Place(shown), message, hint)])
    found = base_of(folder, shown)
    if found and not depth:
        message = f"This policy adds to another, as do those below it: more than {DEEPEST} in all."
        raise PreventError([Fault(Place(shown), message, "Does one add to itself?")])
    base = as_base(_load(*found, depth - 1)[0]) if found else None
    files, faults = read_files(folder, shown, alone=base is None)
    loading = _Loading(folder, files, faults, base)
    policy = loading.policy(digest(folder))
    if policy is None or loading.faults:
        raise PreventError(sorted(set(loading.faults)))
    return policy, loading


class _Loading:
    """One loading: what is built so far, and the faults found on the way.

    Each part is built where its own file is sound, so that the faults of one file do not hide
    those of another.
    """

    def __init__(
        self, folder: Path, files: Files, faults: list[Fault], base: Policy | None
    ) -> None:
        self.faults = faults
        self._folder = folder
        self._files = files
        self._base = base
        own = _ids(files)
        self._ids = own.with_base(ids_of(base)) if base else own
        self._sound: dict[str, Document] = {}
        self._checks: RuleChecks | None = None
        for name, document in files.single.items():
            found = schema_faults(document, policy_schema(name, self._ids))
            self.faults += found
            if not found:
                self._sound[name] = document

    def policy(self, digest_of_files: str) -> Policy | None:
        """The policy, or None where a part of it could not be built."""
        issue = self._issue()
        clauses = self._part("clauses", nouns.clauses)
        roles = self._part("roles", nouns.roles)
        duties = self._part("duties", nouns.duties)
        if self._base is not None:
            # A policy that adds to another may do without what the other has.
            roles, duties = roles or {}, duties or ()
        catalogue = self._part("conditions", nouns.catalogue) or {}
        layer = issue.short_name if issue and self._base else ""
        files = ProcedureFiles(self._files, self._ids, layer, self._base)
        procedures, rules = files.read()
        self.faults += files.faults
        self._check_rules(files, procedures, rules, roles or {}, issue)
        self.faults += check_unique(self._files.single, self._files.procedures)
        self.faults += check_headings(self._files.single, procedures, self._files.procedures)
        if issue is not None and files.sound:
            ours = [rule for rule in rules if rule.layer == layer]
            self.faults += check_waivable(ours, issue.waivers, self._sound["organisation"])
        if "fields" in self._sound:
            self.faults += check_named_by(whole(self._sound["fields"]))
        if self._base is not None:
            self.faults += check_new(self._base, self._declared())
        aims = self._part("aims", nouns.aims) or nouns.NO_AIMS
        if "clauses" in self._files.single:
            own = [rule for rule in (*rules, *_told(procedures)) if rule.layer == layer]
            self._check_clauses(own, issue, aims)
            if duties is not None and files.sound:
                citing: list[Citing] = [*own, *catalogue.values()]
                citing += issue.waivers if issue is not None else ()
                self.faults += check_statements(self._clauses(), citing, duties)
        if issue is None or clauses is None or roles is None or duties is None:
            return None
        policy = Policy(
            issue=issue,
            clauses=clauses,
            aims=aims,
            definitions=self._part("definitions", nouns.definitions) or (),
            threat_levels=self._part("threat-levels", nouns.threat_levels),
            roles=roles,
            duties=duties,
            contacts=self._part("contacts", nouns.contacts) or (),
            review_notes=self._part("review-notes", nouns.review_notes) or (),
            procedures=procedures,
            conditions=files.conditions.named,
            rules=rules,
            digest=digest_of_files,
            catalogue=catalogue,
            tasks=self._part("tasks", nouns.tasks) or (),
        )
        whole_policy = merged(self._base, policy) if self._base else policy
        # What is not sound is not there, and nothing can be called missing for that.
        if policy.tasks and not self.faults:
            self.faults += check_tasks(whole_policy, policy.tasks, self._sound["tasks"])
        return whole_policy

    def _issue(self) -> Issue | None:
        """The first page, with the logo that it names."""
        issue = self._part("organisation", nouns.issue)
        if issue is None:
            return None
        look, faults = read_look(issue.look, self._folder, self._sound["organisation"])
        self.faults += faults
        return replace(issue, look=look)

    def _check_rules(
        self,
        files: ProcedureFiles,
        procedures: Sequence[Procedure],
        rules: Sequence[WrittenRule],
        roles: Mapping[str, Role],
        issue: Issue | None,
    ) -> None:
        written = {entry.place: entry for entry in files.written()}
        every = {**(self._base.roles if self._base else {}), **roles}.values()
        people = People(
            {role.id: role.title for role in every}, {role.id: role.holder for role in every}
        )
        issues = [each for each in (issue, self._base.issue if self._base else None) if each]
        bank_holidays = next((each.bank_holidays for each in issues if each.bank_holidays), "")
        every_rule = (*(self._base.rules if self._base else ()), *rules, *_told(procedures))
        self._checks = RuleChecks(
            procedures,
            tuple({rule.place: rule for rule in every_rule}.values()),
            people,
            written,
            bank_holidays,
        )
        self.faults += self._checks.faults()
        if issue is not None:
            self.faults += check_dates(issue, self._sound["organisation"])
        if issue is not None and not bank_holidays:
            self.faults += check_bank_holidays(written.values())

    def notes(self, issue: Issue, today: date) -> Iterator[Fault]:
        """What should be looked at, of a policy that has been loaded."""
        assert self._checks is not None
        yield from note_dates(issue, self._sound["organisation"], today)
        files = [whole(document) for document in self._files.procedures]
        fields = whole(self._sound["fields"]) if "fields" in self._sound else None
        yield from self._checks.notes(fields, files)

    def _clauses(self) -> tuple[Clause, ...]:
        """The clauses of the policy's own file, also where it has faults."""
        return nouns.clauses(whole(self._files.single["clauses"]))

    def _check_clauses(self, rules: Sequence[WrittenRule], issue: Issue | None, aims: Aims) -> None:
        own = self._clauses()
        every = (*(self._base.clauses if self._base else ()), *own)
        self.faults += check_citations(every, rules)
        self.faults += check_in_force(every, rules)
        if issue is not None:
            self.faults += check_waivers(every, issue.waivers, self._sound["organisation"])
        if issue is not None and issue.issued_text:
            self.faults += self._words(own, issue)
        if "aims" in self._sound:
            self.faults += check_values(aims, every, self._sound["aims"])

    def _words(self, clauses: tuple[Clause, ...], issue: Issue) -> Iterator[Fault]:
        place = self._sound["organisation"].place(("policy", "issued_text"))
        texts: list[str] = []
        for name in (issue.issued_text, *issue.amended_texts):
            try:
                texts.append((self._folder / name).read_text(encoding="utf-8"))
            except (OSError, UnicodeDecodeError):
                yield Fault(place, f"There is no text to be read at {name}.")
                return
        yield from check_words(clauses, texts[0], issue.issued_text)
        yield from check_amended(clauses, texts[1:])

    def _declared(self) -> dict[str, list[tuple[str, Entry]]]:
        """What the policy's own files declare, by sort."""
        single = self._files.single
        files = [whole(document) for document in self._files.procedures]
        clauses = mappings(whole(single["clauses"]), "clauses") if "clauses" in single else []
        declared = {
            name: mappings(whole(single[name]), name)
            for name in ("roles", "fields", "conditions")
            if name in single
        }
        declared["statements"] = [
            each for clause in clauses for each in mappings(clause, "statements")
        ]
        declared["rules"] = [
            each for file in files for part in RULE_PARTS for each in mappings(file, part)
        ]
        declared["procedures"] = [each for file in files if (each := file.entry("procedure"))]
        by_id = {
            sort: [(entry.text("id"), entry) for entry in entries]
            for sort, entries in declared.items()
        }
        kinds = [(each.text("kind"), each) for each in declared["procedures"]]
        return by_id | {
            "clauses": [(clause.text("number"), clause) for clause in clauses],
            "kinds": kinds,
        }

    def _part(self, name: str, build: Callable[[Entry], Noun]) -> Noun | None:
        document = self._sound.get(name)
        return None if document is None else build(whole(document))


def _told(procedures: Iterable[Procedure]) -> Iterable[WrittenRule]:
    """The exemptions of procedures and what they tell to do afterwards, each once."""
    every = (each for own in procedures for each in (*own.exemptions, *own.afterwards))
    return {each.place: each for each in every}.values()


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

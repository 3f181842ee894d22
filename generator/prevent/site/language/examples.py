"""Examples of rules, as they are written and as staff read them.

They are written in the words of a small organisation of their own (``example.yaml``), and go
through the same schemas and the same sentences as any policy.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources
from typing import Any

from prevent.fields.field import Field
from prevent.loading import nouns
from prevent.loading.entry import Entry, mappings, whole
from prevent.loading.ids import Ids
from prevent.loading.procedure_files import RULE_PARTS
from prevent.loading.procedures import procedure
from prevent.loading.schemas import policy_schema
from prevent.loading.written_conditions import Written
from prevent.policy.cited import ImposedCondition
from prevent.policy.model import Role
from prevent.policy.written import Procedure, WrittenRule
from prevent.reading.documents import Document, parse_documents
from prevent.reading.schema import schema_faults
from prevent.requirements.requirement import RequirementKind, Setting
from prevent.rules.compile import People
from prevent.rules.words import RuleWords, rule_words

NAME = "example.yaml"
"""The file with the organisation and with the examples that show more than one requirement."""


@dataclass(frozen=True, slots=True)
class Shown:
    """An example: what it shows, what is written, the rule it is, and what staff read of it.

    ``otherwise`` is what is written under that key, where an example of a requirement needs it.
    """

    id: str
    title: str
    about: str
    part: str
    written: str
    rule: WrittenRule
    words: RuleWords
    otherwise: str = ""


@dataclass(frozen=True, slots=True)
class Organisation:
    """What the examples speak of."""

    document: Document
    roles: Mapping[str, Role]
    fields: Mapping[str, Field]
    catalogue: Mapping[str, ImposedCondition]
    procedure: Procedure
    schema: Mapping[str, Any]

    @property
    def people(self) -> People:
        """The roles by title, and who holds them."""
        roles = self.roles.values()
        titles = {role.id: role.title for role in roles}
        return People(titles, {role.id: role.holder for role in roles})

    @property
    def setting(self) -> Setting:
        """What a sentence about its requests can speak of."""
        people = self.people
        happens_on = self.procedure.happens_on
        return Setting(self.procedure.fields, people.titles, happens_on, people.holders)

    @property
    def conditions(self) -> Written:
        """Reads conditions; those that its rules share are named."""
        reads = Written(self.first_field)
        for entry in mappings(whole(self.document), "conditions"):
            reads.named[entry.text("id")] = reads.condition(entry.data["when"])
        return reads

    def first_field(self, type_name: str) -> str:
        """The first field of a type."""
        return next(field.id for field in self.fields.values() if field.type == type_name)


@cache
def organisation() -> Organisation:
    """The organisation of the examples."""
    text = resources.files("prevent.site.language").joinpath(NAME).read_bytes()
    document = _parsed(text)
    file = whole(document)
    fields = {field.id: field for field in nouns.fields(file)}
    roles = nouns.roles(file)
    own = procedure(file, fields)
    catalogue = nouns.catalogue(Entry(document, (), {"conditions": file.data["imposed"]}))
    ids = Ids(
        roles=tuple(roles),
        statements=file.texts("statements"),
        clauses=own.clauses,
        fields=tuple(fields.values()),
        kinds=(own.kind,),
        conditions=tuple(each.text("id") for each in mappings(file, "conditions")),
        imposed=tuple(catalogue),
    )
    return Organisation(document, roles, fields, catalogue, own, policy_schema("procedure", ids))


def whole_examples() -> Iterator[Shown]:
    """The examples of whole rules, exemptions and duties."""
    for entry in mappings(whole(organisation().document), "examples"):
        about, part = entry.text("about").strip(), entry.text("part")
        yield _shown(entry.text("id"), entry.text("title"), about, part, entry.text("written"))


def kind_examples(kind: RequirementKind) -> Iterator[Shown]:
    """The examples of one kind of requirement, each in a rule that applies to every request."""
    for number, example in enumerate(kind.examples, start=1):
        rule_id = f"{kind.name.replace('_', '-')}-{number}"
        rule = f'- id: {rule_id}\n  title: An example\n  clause: "1"\n  statements: [S01]\n'
        required = "".join(f"    {line}\n" for line in example.written.splitlines())
        rule += f"  require:\n{required}"
        if example.otherwise:
            lines = (f"    {line}\n" for line in example.otherwise.splitlines())
            rule += f"  otherwise:\n{''.join(lines)}"
        shown = _shown(rule_id, example.title, "", "rules", rule)
        yield replace(shown, written=example.written, otherwise=example.otherwise)


def _shown(rule_id: str, title: str, about: str, part: str, written: str) -> Shown:
    own = organisation()
    document = _parsed(f"{part}:\n{written}".encode())
    name = {"rules": "rule"}.get(part, part)
    [entry] = mappings(whole(document), part)
    schema = {"$defs": own.schema["$defs"], "$ref": f"#/$defs/{name}"}
    faults = schema_faults(document, schema, at=entry.path)
    assert not faults, (rule_id, faults)
    rule = RULE_PARTS[part](entry, own.procedure, own.conditions)
    words = rule_words(rule, own.procedure, own.people)
    return Shown(rule_id, title, about, part, written, rule, words)


def _parsed(text: bytes) -> Document:
    documents, faults = parse_documents(text, name=NAME)
    assert not faults, faults
    return documents[0]

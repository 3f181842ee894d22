"""The policy as nouns, as loaded from the files people write.

The policy's own words are held once, in :class:`Statement`. Everything else refers to statements
by their ids. What the organisation did not write (titles, readings, explanations) has fields of
its own, so that the two are never mixed up.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from prevent.conditions.tree import Condition
from prevent.dates import Period
from prevent.faults import Place
from prevent.policy.cited import ImposedCondition, Waivers
from prevent.policy.staff_pages import PLAIN, Look, StaffTask
from prevent.policy.written import ALWAYS_IN_FORCE, InForce, Procedure, WrittenRule


@dataclass(frozen=True, slots=True)
class Statement:
    """One numbered statement: the policy's words, verbatim.

    ``form`` says how it stands in the document (heading, paragraph, continued, bullet, numbered,
    quote); ``nature`` what it is (rule, duty, judgement, definition, intent, narrative).
    """

    id: str
    text: str
    form: str
    nature: str
    clause: str
    place: Place
    in_force: InForce = ALWAYS_IN_FORCE


@dataclass(frozen=True, slots=True)
class Clause:
    """A numbered clause and its statements in the issued order. ``title`` is short, and ours.

    ``layer`` is the layer of the policy it stands in.
    """

    number: str
    title: str
    statements: tuple[Statement, ...]
    layer: str = ""


@dataclass(frozen=True, slots=True)
class Issue:
    """What the policy's first page says of it. Dates are ``YYYY-MM`` or ``YYYY-MM-DD``.

    ``issued_text`` is the file, within the policy's folder, that holds the document as issued, and
    ``amended_texts`` those that hold what was changed later. ``issues`` is the address of the
    issue tracker that requests may be handed in to, or empty. ``waivers`` has an entry for each
    layer that lets rules of its own be waived.
    """

    organisation: str
    short_name: str
    title: str
    issued: str
    next_review: str
    responsibility: str
    issued_text: str
    amended_texts: tuple[str, ...]
    signed_by: str
    signed_on: str
    feedback: str
    bank_holidays: str = ""
    issues: str = ""
    waivers: tuple[Waivers, ...] = ()
    look: Look = PLAIN


@dataclass(frozen=True, slots=True)
class OtherName:
    """Another name the policy uses for a role, and where."""

    name: str
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Task:
    """Something a role does, in short words of ours, and where the policy says so."""

    what: str
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Deputy:
    """Who stands in for a role, and for what: it covers nothing else."""

    role: str
    covers: str
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Role:
    """A role the policy names: one person or body, or ``many_people``.

    ``holder`` is empty where nobody is named.
    """

    id: str
    title: str
    holder: str
    also_called: tuple[OtherName, ...]
    statements: tuple[str, ...]
    does: tuple[Task, ...]
    deputy: Deputy | None
    reading: str
    many_people: bool = False


@dataclass(frozen=True, slots=True)
class Duty:
    """A duty or a judgement that is not checked request by request.

    ``when_concerned`` is ``now`` or ``next`` where the page "Report a concern" shows it.
    """

    id: str
    kind: str
    title: str
    clause: str
    statements: tuple[str, ...]
    who: tuple[str, ...]
    what: str
    every: Period | None
    applies_to: str
    when_concerned: str
    reading: str


@dataclass(frozen=True, slots=True)
class Definition:
    """A term: where the policy defines it, and an explanation of ours where it does not."""

    id: str
    term: str
    also: tuple[str, ...]
    statements: tuple[str, ...]
    explanation: str


@dataclass(frozen=True, slots=True)
class Link:
    """A document or page elsewhere. ``url`` is empty where none is known.

    ``date`` is when it was published, ``checked_on`` when somebody last opened it; both may be
    empty.
    """

    title: str
    url: str = ""
    date: str = ""
    checked_on: str = ""
    note: str = ""
    statements: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Aims:
    """Pointers into the statements: national objectives, aims, values, related documents.

    Each is empty where the policy has none.
    """

    objectives_introduced_by: str
    objectives: tuple[str, ...]
    aims_introduced_by: str
    aims: tuple[str, ...]
    values_statement: str
    values: tuple[str, ...]
    related_documents: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class ThreatLevel:
    """One level of the national scale."""

    id: str
    name: str
    statement: str


@dataclass(frozen=True, slots=True)
class ThreatLevels:
    """The scale, lowest first, and the level recorded in the policy with its date. Never live."""

    levels: tuple[ThreatLevel, ...]
    introduced_by: tuple[str, ...]
    notes: tuple[str, ...]
    recorded: str
    recorded_statement: str
    recorded_on: str
    live: Link


@dataclass(frozen=True, slots=True)
class Contact:
    """A published contact: guidance added to the policy, with the day it was checked."""

    id: str
    name: str
    phone: str
    url: str
    use: str
    checked_on: str
    checked_how: str


@dataclass(frozen=True, slots=True)
class ReviewNote:
    """Something the reviewer should look at. The policy's text stays as issued."""

    id: str
    clause: str
    statements: tuple[str, ...]
    note: str
    sources: tuple[Link, ...]


@dataclass(frozen=True)
class Policy:
    """A whole policy. ``digest`` names exactly the files it was loaded from.

    ``conditions`` are the conditions that rules share, by name, ``catalogue`` the conditions on
    which a request may be allowed, and ``layers`` the titles of its layers by id, the base first;
    empty where there is one alone. ``base`` is the first page of the policy that it adds to.
    ``tasks`` are what staff come for; empty where the policy does not say.
    """

    issue: Issue
    clauses: tuple[Clause, ...]
    aims: Aims
    definitions: tuple[Definition, ...]
    threat_levels: ThreatLevels | None
    roles: Mapping[str, Role]
    duties: tuple[Duty, ...]
    contacts: tuple[Contact, ...]
    review_notes: tuple[ReviewNote, ...]
    procedures: tuple[Procedure, ...]
    conditions: Mapping[str, Condition]
    rules: tuple[WrittenRule, ...]
    digest: str
    catalogue: Mapping[str, ImposedCondition] = field(default_factory=dict)
    layers: Mapping[str, str] = field(default_factory=dict)
    base: Issue | None = None
    tasks: tuple[StaffTask, ...] = ()

    @cached_property
    def statements(self) -> dict[str, Statement]:
        """Every statement by its id, in the issued order."""
        return {each.id: each for clause in self.clauses for each in clause.statements}

    def rules_for(self, procedure: Procedure) -> tuple[WrittenRule, ...]:
        """The rules for a procedure's requests: its own first, then those of others.

        Exemptions and what is to be done afterwards are not among them.
        """
        rules = (rule for rule in self.rules if procedure.kind in rule.kinds)
        return tuple(sorted(rules, key=lambda rule: rule.procedure != procedure.id))

    def clause(self, number: str) -> Clause:
        """The clause with this number. Raises ``KeyError`` where there is none."""
        found = next((clause for clause in self.clauses if clause.number == number), None)
        if found is None:
            raise KeyError(number)
        return found

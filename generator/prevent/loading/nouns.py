"""From the policy's files, as accepted by their schemas, to the nouns of ``prevent.policy``."""

from __future__ import annotations

from prevent.dates import UNITS, Period, parse_date
from prevent.fields.field import Field, Option
from prevent.loading.entry import Entry, mappings
from prevent.policy.cited import ImposedCondition, Waivers
from prevent.policy.model import (
    Aims,
    Clause,
    Contact,
    Definition,
    Deputy,
    Duty,
    Issue,
    Link,
    OtherName,
    ReviewNote,
    Role,
    Statement,
    Task,
    ThreatLevel,
    ThreatLevels,
)
from prevent.policy.staff_pages import PLAIN, Look, StaffTask
from prevent.policy.written import InForce


def issue(file: Entry) -> Issue:
    """``organisation.yaml``."""
    organisation, policy = file.the("organisation"), file.the("policy")
    signature = policy.entry("signature")
    return Issue(
        organisation=organisation.text("name"),
        short_name=organisation.text("short_name"),
        title=policy.text("title"),
        issued=policy.text("issued"),
        next_review=policy.text("next_review"),
        responsibility=policy.text("responsibility"),
        issued_text=policy.text("issued_text"),
        amended_texts=policy.texts("amended_texts"),
        signed_by=signature.text("name") if signature else "",
        signed_on=signature.text("on") if signature else "",
        feedback=organisation.text("feedback_email"),
        bank_holidays=organisation.text("bank_holidays"),
        issues=organisation.text("issues"),
        waivers=_waivers(file.entry("waivers")),
        look=_look(file.entry("look")),
    )


def _look(entry: Entry | None) -> Look:
    """The look as it is written: the logo itself is read apart."""
    if entry is None:
        return PLAIN
    return Look(entry.text("name"), entry.text("accent"), entry.text("logo"))


def tasks(file: Entry) -> tuple[StaffTask, ...]:
    """``tasks.yaml``."""
    return tuple(_staff_task(entry, entry.the("answer")) for entry in file.entries("tasks"))


def _staff_task(entry: Entry, answer: Entry) -> StaffTask:
    return StaffTask(
        id=entry.text("id"),
        title=entry.text("task"),
        hint=entry.text("hint"),
        also_called=entry.texts("also_called"),
        procedure=answer.text("procedure"),
        rules=answer.texts("rules"),
        duties=answer.texts("duties"),
        role=answer.text("role"),
        clause=answer.text("clause"),
        page=answer.text("page"),
    )


def in_force(entry: Entry) -> InForce:
    """The days ``from`` which and ``until`` which something counts."""
    return InForce(parse_date(entry.text("from")), parse_date(entry.text("until")))


def catalogue(file: Entry) -> dict[str, ImposedCondition]:
    """``conditions.yaml``: the conditions on which a request may be allowed, by id."""
    return {
        entry.text("id"): ImposedCondition(
            entry.text("id"),
            entry.text("title"),
            entry.texts("who"),
            entry.text("clause"),
            entry.texts("statements"),
        )
        for entry in file.entries("conditions")
    }


def _waivers(entry: Entry | None) -> tuple[Waivers, ...]:
    if entry is None:
        return ()
    own = Waivers(
        entry.texts("authorised_by"),
        entry.texts("rules"),
        entry.text("clause"),
        entry.texts("statements"),
    )
    return (own,)


def clauses(file: Entry) -> tuple[Clause, ...]:
    """``clauses.yaml``: the statement store. Reads whatever is there, also where it has faults."""
    return tuple(
        Clause(
            clause.text("number"),
            clause.text("title"),
            tuple(
                Statement(
                    id=entry.text("id"),
                    text=entry.text("text"),
                    form=entry.text("form"),
                    nature=entry.text("is"),
                    clause=clause.text("number"),
                    place=entry.place,
                    in_force=in_force(entry),
                )
                for entry in mappings(clause, "statements")
            ),
        )
        for clause in mappings(file, "clauses")
    )


def aims(file: Entry) -> Aims:
    """``aims.yaml``. What the policy does not have is empty."""
    objectives, own, values = (
        file.entry(key) or Entry(file.document, (*file.path, key), {})
        for key in ("national_objectives", "aims", "values")
    )
    return Aims(
        objectives_introduced_by=objectives.text("introduced_by"),
        objectives=objectives.texts("statements"),
        aims_introduced_by=own.text("introduced_by"),
        aims=own.texts("statements"),
        values_statement=values.text("statement"),
        values=values.texts("names"),
        related_documents=tuple(link(entry) for entry in file.entries("related_documents")),
    )


NO_AIMS = Aims("", (), "", (), "", (), ())
"""Those of a policy that has no ``aims.yaml``."""


def link(entry: Entry) -> Link:
    """A document or page elsewhere."""
    return Link(
        title=entry.text("title"),
        url=entry.text("url"),
        date=entry.text("date"),
        checked_on=entry.text("checked_on"),
        note=entry.text("note"),
        statements=entry.texts("statements"),
    )


def definitions(file: Entry) -> tuple[Definition, ...]:
    """``definitions.yaml``."""
    return tuple(
        Definition(
            id=entry.text("id"),
            term=entry.text("term"),
            also=entry.texts("also"),
            statements=entry.texts("statements"),
            explanation=entry.text("explanation"),
        )
        for entry in file.entries("definitions")
    )


def threat_levels(file: Entry) -> ThreatLevels:
    """``threat-levels.yaml``."""
    recorded = file.the("recorded")
    return ThreatLevels(
        levels=tuple(
            ThreatLevel(entry.text("id"), entry.text("name"), entry.text("statement"))
            for entry in file.entries("levels")
        ),
        introduced_by=file.texts("introduced_by"),
        notes=file.texts("notes"),
        recorded=recorded.text("level"),
        recorded_statement=recorded.text("statement"),
        recorded_on=recorded.text("on"),
        live=link(file.the("live")),
    )


def roles(file: Entry) -> dict[str, Role]:
    """``roles.yaml``, by id."""
    return {entry.text("id"): _role(entry) for entry in file.entries("roles")}


def _role(entry: Entry) -> Role:
    deputy = entry.entry("deputy")
    return Role(
        id=entry.text("id"),
        title=entry.text("title"),
        holder=entry.text("holder"),
        also_called=tuple(
            OtherName(name.text("name"), name.texts("statements"))
            for name in entry.entries("also_called")
        ),
        statements=entry.texts("statements"),
        does=tuple(
            Task(task.text("what"), task.texts("statements")) for task in entry.entries("does")
        ),
        deputy=Deputy(deputy.text("role"), deputy.text("covers"), deputy.texts("statements"))
        if deputy
        else None,
        reading=entry.text("reading"),
        many_people=entry.yes("many_people"),
    )


def duties(file: Entry) -> tuple[Duty, ...]:
    """``duties.yaml``."""
    return tuple(
        Duty(
            id=entry.text("id"),
            kind=entry.text("kind"),
            title=entry.text("title"),
            clause=entry.text("clause"),
            statements=entry.texts("statements"),
            who=entry.texts("who"),
            what=entry.text("what"),
            every=_period(entry.entry("every")),
            applies_to=entry.text("applies_to"),
            when_concerned=entry.text("when_concerned"),
            reading=entry.text("reading"),
        )
        for entry in file.entries("duties")
    )


def _period(entry: Entry | None) -> Period | None:
    if entry is None:
        return None
    unit = next(unit for unit in UNITS if unit in entry.data)
    return Period(int(entry.text(unit)), unit)


def contacts(file: Entry) -> tuple[Contact, ...]:
    """``contacts.yaml``."""
    return tuple(
        Contact(
            id=entry.text("id"),
            name=entry.text("name"),
            phone=entry.text("phone"),
            url=entry.text("url"),
            use=entry.text("for"),
            checked_on=entry.text("checked_on"),
            checked_how=entry.text("checked_how"),
        )
        for entry in file.entries("contacts")
    )


def review_notes(file: Entry) -> tuple[ReviewNote, ...]:
    """``review-notes.yaml``."""
    return tuple(
        ReviewNote(
            id=entry.text("id"),
            clause=entry.the("about").text("clause"),
            statements=entry.the("about").texts("statements"),
            note=entry.text("note"),
            sources=tuple(link(source) for source in entry.entries("sources")),
        )
        for entry in file.entries("notes")
    )


def fields(file: Entry) -> tuple[Field, ...]:
    """``fields.yaml``."""
    return tuple(field(entry) for entry in file.entries("fields"))


def field(entry: Entry) -> Field:
    """One field. Reads whatever is there, so that its id is known even where it has faults."""
    return Field(
        id=entry.text("id"),
        type=entry.text("type"),
        label=entry.text("label"),
        question=entry.text("question"),
        phrase=entry.text("phrase"),
        help=entry.text("help"),
        asked_when=entry.text("asked_when"),
        answered_by=entry.text("answered_by"),
        required=entry.yes("required"),
        options=tuple(
            Option(
                option.text("id"), option.text("label"), option.text("means"), option.text("reads")
            )
            for option in entry.entries("options")
        ),
        item=entry.text("item"),
        named_by=entry.text("named_by"),
        fields=tuple(field(inner) for inner in entry.entries("fields")),
        also_says=entry.texts("also_says"),
        personal=entry.yes("personal"),
    )

"""Waivers: the rules that an authorised role has waived for one request, as ``waivers.yaml`` says.

They are decisions by people about requests, so they stand beside the requests. The policy says
who may waive which rules; what it does not allow is a fault here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from prevent.dates import in_words, parse_date
from prevent.faults import Fault, Place
from prevent.loading.entry import Entry, mappings, whole
from prevent.policy.wording import sentence_case, titled
from prevent.reading.documents import Document, read_documents
from prevent.reading.nearest import one_of
from prevent.reading.quoting import quoted
from prevent.reading.schema import schema_faults
from prevent.rules.ruleset import RuleSet
from prevent.rules.waiver_schema import waivers_schema, who_may_waive

REFERENCE = "reference"
"""The field by which a waiver names its request; the request format fixes its name."""


@dataclass(frozen=True, slots=True)
class Waiver:
    """One waiver: of which rules, for which request, by which role, why, and on which days.

    ``granted_on`` is the first day it counts and ``until`` the last.
    """

    id: str
    kind: str
    reference: str
    rules: tuple[str, ...]
    by: str
    why: str
    granted_on: date
    until: date
    place: Place

    @property
    def names(self) -> tuple[str, str]:
        """The kind and the reference of the request it is for."""
        return self.kind, self.reference


@dataclass(frozen=True, slots=True)
class GivenWaivers:
    """The waivers of a file; none of them where the file has a fault."""

    waivers: tuple[Waiver, ...] = ()
    faults: tuple[Fault, ...] = ()


def read_waivers(path: Path, name: str, rule_set: RuleSet) -> GivenWaivers:
    """The waivers of a file, which faults call ``name``, or everything that is wrong with it."""
    documents, faults = read_documents(path, name=name)
    if len(documents) > 1:
        place = Place(name, 2, documents[1].line, 1)
        message = "This file holds one document; another one starts here."
        faults.append(Fault(place, message, "Take the line '---' out."))
    for document in documents[:1]:
        faults += _faults(document, rule_set)
    if faults:
        return GivenWaivers(faults=tuple(sorted(faults)))
    return GivenWaivers(tuple(_waiver(entry) for entry in whole(documents[0]).entries("waivers")))


def _waiver(entry: Entry) -> Waiver:
    granted_on, until = parse_date(entry.text("granted_on")), parse_date(entry.text("until"))
    assert granted_on is not None
    assert until is not None
    return Waiver(
        id=entry.text("id"),
        kind=entry.text("kind"),
        reference=entry.text("reference"),
        rules=entry.texts("rules"),
        by=entry.text("by"),
        why=entry.text("why"),
        granted_on=granted_on,
        until=until,
        place=entry.place,
    )


def _faults(document: Document, rule_set: RuleSet) -> list[Fault]:
    """The faults of the file. Where one says what the policy does not allow, it says enough."""
    if document.data is None:
        hint = "Write 'waivers:' and the waivers under it, or take the file away."
        return [Fault(document.place(()), "This file is empty.", hint)]
    entries = mappings(whole(document), "waivers")
    if not rule_set.waivers:
        if isinstance(document.data, dict) and not any(document.data.values()):
            return []
        message = "The policy allows no waivers, so none can be given."
        hint = "Who may waive which rules is for the policy to say, in organisation.yaml."
        return [Fault(document.key_place(("waivers",)), message, hint)]
    found = [
        *_repeated(entries),
        *(fault for entry in entries for fault in _not_allowed(entry, rule_set)),
    ]
    told = {fault.place for fault in found}
    schema = waivers_schema(rule_set)
    return found + [each for each in schema_faults(document, schema) if each.place not in told]


def _repeated(entries: Sequence[Entry]) -> Iterator[Fault]:
    first: dict[str, Place] = {}
    for entry in entries:
        name, place = entry.text("id"), entry.place_of("id")
        if name and name in first:
            message = f"Two waivers have the id {quoted(name)}. The first is at {first[name]}."
            yield Fault(place, message, "Give each an id of its own.")
        first.setdefault(name, place)


def _not_allowed(entry: Entry, rule_set: RuleSet) -> Iterator[Fault]:
    """What the policy does not allow, and what could never count; the schema says the rest."""
    kind = entry.text("kind")
    if kind in rule_set.kinds and rule_set.kinds[kind].field(REFERENCE) is None:
        message = f"A request of the kind '{kind}' has no reference, so it cannot be waived."
        yield Fault(entry.place_of("kind"), message)
    yield from _by(entry, rule_set)
    yield from _rules(entry, kind, rule_set)
    granted_on, until = parse_date(entry.text("granted_on")), parse_date(entry.text("until"))
    if granted_on and until and until < granted_on:
        message = f"It ends before it begins, on {in_words(granted_on)}."
        hint = "Write the last day it counts; that day counts itself."
        yield Fault(entry.place_of("until"), message, hint)


def _by(entry: Entry, rule_set: RuleSet) -> Iterator[Fault]:
    """The role may waive each of the rules: each layer of a policy says who may waive its own."""
    by = entry.text("by")
    if by not in rule_set.roles:
        return
    rules = entry.data.get("rules")
    named = [each for each in rules if isinstance(each, str)] if isinstance(rules, list) else []
    allowing = {each: rule for rule in named if (each := rule_set.waivers_of(rule))}
    for waivers, rule in allowing.items():
        if by not in waivers.authorised_by:
            message = (
                f"{sentence_case(titled(rule_set.roles[by]))} may not waive the rule '{rule}'."
            )
            yield Fault(entry.place_of("by"), message, who_may_waive(waivers, rule_set))


def _rules(entry: Entry, kind: str, rule_set: RuleSet) -> Iterator[Fault]:
    kinds = {
        name: {rule.id for rule in own.rules if rule.sort == "rule"}
        for name, own in rule_set.kinds.items()
    }
    known = {rule for rules in kinds.values() for rule in rules}
    allowed = [rule for each in rule_set.waivers for rule in each.rules]
    rules = entry.data.get("rules")
    for index, rule in enumerate(rules if isinstance(rules, list) else ()):
        place = entry.place_of("rules", index)
        if not isinstance(rule, str) or rule not in known:
            continue
        if rule not in allowed:
            hint = f"These may be: {', '.join(allowed)}."
            yield Fault(place, f"The rule '{rule}' may not be waived.", hint)
        elif kind in kinds and rule not in kinds[kind]:
            message = f"The rule '{rule}' is not for requests of the kind '{kind}'."
            hint = one_of([each for each in allowed if each in kinds[kind]])
            yield Fault(place, message, hint or "No rule for that kind may be waived.")

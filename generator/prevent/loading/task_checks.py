"""The tasks of the home page lead somewhere, and no two things on a page have one heading."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from prevent.faults import Fault, Place
from prevent.loading.entry import Entry, mappings, whole
from prevent.policy.model import Policy
from prevent.policy.staff_pages import StaffTask
from prevent.policy.written import Procedure
from prevent.reading.documents import Document
from prevent.reading.nearest import did_you_mean

_PLACES = ("procedure", "duties", "role", "clause", "page")


def check_tasks(policy: Policy, tasks: Sequence[StaffTask], document: Document) -> Iterator[Fault]:
    """Each task has one answer, and it is there."""
    entries = mappings(whole(document), "tasks")
    for task, entry in zip(tasks, entries, strict=True):
        answer = entry.the("answer")
        named = [key for key in _PLACES if key in answer.data]
        if len(named) != 1:
            message = f"The task '{task.id}' has more than one answer: {', '.join(named)}."
            yield Fault(answer.place, message, "Name just one place.")
        yield from _procedure(policy, task, answer)
        yield from _named(task.duties, (duty.id for duty in policy.duties), "duty", answer)
        if task.page in _missing_pages(policy):
            message = f"This policy has no page '{task.page}': {_missing_pages(policy)[task.page]}."
            yield Fault(answer.place_of("page"), message, "Name another page.")


def _procedure(policy: Policy, task: StaffTask, answer: Entry) -> Iterator[Fault]:
    if not task.procedure:
        return
    known = {procedure.id: procedure for procedure in policy.procedures}
    own = known.get(task.procedure)
    if own is None:
        message = f"There is no procedure '{task.procedure}'."
        yield Fault(answer.place_of("procedure"), message, did_you_mean(task.procedure, known))
        return
    rules = [rule.id for rule in policy.rules_for(own)]
    yield from _named(task.rules, rules, f"rule of the procedure '{own.id}'", answer, "rules")


def _named(
    named: Sequence[str], known: Iterable[str], what: str, answer: Entry, key: str = "duties"
) -> Iterator[Fault]:
    every = list(known)
    for index, each in enumerate(named):
        if each not in every:
            message = f"There is no {what} called '{each}'."
            yield Fault(answer.place_of(key, index), message, did_you_mean(each, every))


def _missing_pages(policy: Policy) -> Mapping[str, str]:
    """The pages this policy does not have, and why."""
    missing = {}
    if not policy.contacts and not any(duty.when_concerned for duty in policy.duties):
        missing["concern"] = "no duty has 'when_concerned', and there are no contacts"
    if not policy.definitions:
        missing["definitions"] = "there are no definitions"
    if policy.threat_levels is None:
        missing["threat-levels"] = "there is no threat-levels.yaml"
    return missing


def check_headings(
    single: Mapping[str, Document], procedures: Sequence[Procedure], files: Sequence[Document]
) -> Iterator[Fault]:
    """No two headings of a page read the same: a reader could not tell them apart."""
    for name, key in (
        ("roles", "title"),
        ("definitions", "term"),
        ("tasks", "task"),
        ("duties", "title"),
    ):
        if name in single:
            yield from _alike(name, key, mappings(whole(single[name]), name))
    abouts = [about for file in files if (about := whole(file).entry("procedure"))]
    for key in ("title", "task"):
        yield from _alike("procedures", key, abouts)
    rules = [rule for file in files for rule in mappings(whole(file), "rules")]
    for procedure in procedures:
        own = [rule for rule in rules if _is_for(rule, procedure)]
        yield from _alike("rules", "title", own)


def _is_for(rule: Entry, procedure: Procedure) -> bool:
    kinds = rule.data.get("kinds")
    return isinstance(kinds, list) and procedure.kind in kinds


def _alike(what: str, key: str, entries: Iterable[Entry]) -> Iterator[Fault]:
    first: dict[str, Place] = {}
    for entry in entries:
        heading = " ".join(entry.text(key).split()).casefold()
        place = entry.place_of(key) if key in entry.data else entry.place
        if heading and heading in first:
            message = f"Two {what} have the {key} '{entry.text(key)}'."
            hint = f"The first is at {first[heading]}. Say how they differ."
            yield Fault(place, message, hint)
        first.setdefault(heading, place)

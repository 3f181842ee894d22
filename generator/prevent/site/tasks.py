"""What staff come for: the tasks of the home page, and a page for each that needs its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from prevent.policy.model import Duty, Policy
from prevent.policy.staff_pages import StaffTask
from prevent.policy.written import Procedure
from prevent.site import links as paths
from prevent.site.concern import concern
from prevent.site.markdown import clause_anchor
from prevent.site.steps import Step, steps

_PLACES: Mapping[str, tuple[str, str]] = {
    "concern": (paths.CONCERN, ""),
    "who-decides": (paths.ROLES, paths.WHO_DECIDES),
    "away": (paths.ROLES, paths.AWAY),
    "roles": (paths.ROLES, ""),
    "review": (paths.REVIEW, ""),
    "definitions": (paths.DEFINITIONS, ""),
    "threat-levels": (paths.THREAT_LEVELS, ""),
}


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the home page: what staff want, a hint, and where it leads."""

    title: str
    hint: str
    page: str
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class TaskPage:
    """The page of a task: the steps of a procedure that answer it, or the duties that do.

    ``left_out`` is how many other steps the procedure has now.
    """

    task: StaffTask
    path: str
    procedure: Procedure | None
    steps: tuple[Step, ...]
    duties: tuple[Duty, ...]
    left_out: int

    @property
    def statements(self) -> tuple[str, ...]:
        """The statements the answer rests on, each once."""
        of_steps = (each for step in self.steps for each in step.rule.statements)
        of_duties = (each for duty in self.duties for each in duty.statements)
        return tuple(dict.fromkeys((*of_steps, *of_duties)))


def task_page(task_id: str) -> str:
    """The page of a task. In a folder of its own, it cannot take another page's name."""
    return f"tasks/{task_id}.md"


def task_pages(policy: Policy, today: date) -> Iterator[TaskPage]:
    """The tasks that are answered on a page of their own."""
    procedures = {each.id: each for each in policy.procedures}
    duties = {each.id: each for each in policy.duties}
    for task in policy.tasks:
        if not _has_page(task):
            continue
        procedure = procedures.get(task.procedure)
        own = steps(policy, procedure, today) if procedure else ()
        by_rule = {step.rule.id: step for step in own if step.number}
        chosen = tuple(by_rule[rule] for rule in task.rules if rule in by_rule)
        of_task = tuple(duties[each] for each in task.duties)
        left_out = len(by_rule) - len(chosen)
        yield TaskPage(task, task_page(task.id), procedure, chosen, of_task, left_out)


def _has_page(task: StaffTask) -> bool:
    return bool(task.rules or task.duties)


def entries(policy: Policy) -> tuple[Entry, ...]:
    """What the home page asks about: the policy's tasks, or where it has none, its procedures."""
    if policy.tasks:
        return tuple(Entry(each.title, each.hint, *_place(each)) for each in policy.tasks)
    found = [
        Entry(each.task, each.summary, paths.procedure_page(each.id)) for each in policy.procedures
    ]
    if concern(policy):
        hint = "You are worried about somebody. Do not wait."
        found.insert(0, Entry("Report a concern", hint, paths.CONCERN))
    hint = "Who agrees, who advises, and who stands in for whom."
    found.append(Entry("Find out who decides", hint, paths.ROLES, paths.WHO_DECIDES))
    hint = "The duties of each role."
    found.append(Entry("See what is expected of you", hint, paths.ROLES, paths.DUTIES))
    hint = "When the policy was issued, and when it is reviewed."
    found.append(Entry("Check that this is the current version", hint, paths.REVIEW))
    return tuple(found)


def _place(task: StaffTask) -> tuple[str, str]:
    """The page and the place on it that a task leads to."""
    if _has_page(task):
        return task_page(task.id), ""
    if task.procedure:
        return paths.procedure_page(task.procedure), ""
    if task.role:
        return paths.ROLES, task.role
    if task.clause:
        return paths.POLICY, clause_anchor(task.clause)
    return _PLACES[task.page]


def also_called(policy: Policy, path: str) -> tuple[str, ...]:
    """Other words staff use for what a page is about, so that a search for them finds it."""
    words = (
        word
        for task in policy.tasks
        if path in {_place(task)[0], paths.procedure_page(task.procedure)}
        for word in task.also_called
    )
    return tuple({word.casefold(): word for word in words}.values())

"""A rule under examination, for one kind of request, and what such requests can say."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from prevent.conditions.evaluate import Truth
from prevent.conditions.possible import Possible, World, find
from prevent.conditions.tree import FALSE, All, Condition, Moment, Not, NotAfter, leaves
from prevent.dates import NO_CALENDAR, Calendar
from prevent.policy.written import FieldUse, Procedure, WrittenRule
from prevent.requirements.day import ALWAYS_THERE
from prevent.requirements.requirement import Setting
from prevent.rules.compile import applies_to, for_kind
from prevent.rules.condition_words import condition_words
from prevent.rules.ruleset import Part, Rule
from prevent.rules.sample_request import sample_request

WHEN, UNLESS = "when", "unless"


@dataclass(frozen=True)
class Subject:
    """A rule as written and as compiled for the requests of one procedure."""

    written: WrittenRule
    compiled: Rule
    procedure: Procedure
    setting: Setting
    calendar: Calendar = NO_CALENDAR

    @property
    def kind(self) -> str:
        """The kind of request."""
        return self.procedure.kind

    @cached_property
    def world(self) -> World:
        """What a request of this kind can say to the rule."""
        return self._world(self.procedure)

    @cached_property
    def wider_world(self) -> World:
        """What it could say if every field could always be given."""
        uses = tuple(replace(use, only_when=None) for use in self.procedure.uses)
        return self._world(replace(self.procedure, uses=uses))

    def _world(self, procedure: Procedure) -> World:
        world = world_of(procedure.uses, self.setting, self.written.for_each)
        return replace(world, calendar=self.calendar)

    @property
    def required(self) -> tuple[Part, ...]:
        """What the rule requires; nothing for a rule that only says what follows."""
        return tuple(part for part in self.compiled.parts if part.met != FALSE)

    def find(self, conditions: Sequence[Condition], wanted: Callable[..., bool]) -> Possible | None:
        """A request for which the conditions come out as wanted; None if there can be none."""
        return find(conditions, wanted, self.world)

    def possible(self, *conditions: Condition) -> Possible | None:
        """A request for which all the conditions are true; None if there can be none."""
        return self.find((All(conditions),), is_true)

    def applies(self, rule: WrittenRule) -> Condition:
        """When the rule, written as here, applies to requests of this kind."""
        when, unless = applies_to(rule, self.procedure)
        return All((when, Not(unless)))

    def of_kind(self, condition: Condition) -> Condition:
        """A condition as written, for requests of this kind."""
        return for_kind(condition, self.kind)

    def words(self, condition: Condition) -> str:
        """The condition as part of a sentence, in quotation marks."""
        return f"“{condition_words(condition, self.setting)}”"

    def sample(self, found: Possible | None) -> str:
        """The request found, in YAML; empty where there is none to show."""
        if found is None or found.facts is None:
            return ""
        return sample_request(self.procedure, found.facts, self.written.for_each)


@dataclass(frozen=True, slots=True, order=True)
class Oddity:
    """Something about a rule that cannot be meant: what it is, what to do, and a request.

    ``at`` is where in the rule it stands: keys and indexes of its YAML. ``example`` is a request in
    YAML that shows it; empty where none can.
    """

    message: str
    hint: str
    at: tuple[str | int, ...] = ()
    example: str = ""


def counts_working_days(rule: Rule) -> bool:
    """Do its conditions count working days?"""
    asked = (rule.applies, *(each for part in rule.parts for each in (part.when, part.met)))
    return any(
        period is not None and period.unit == "working_days"
        for condition in asked
        for leaf in leaves(condition)
        if isinstance(leaf, NotAfter)
        for day in (leaf.first, leaf.second)
        if isinstance(day, Moment)
        for period in (day.offset, day.then)
    )


def is_true(truth: Truth) -> bool:
    """Is it true?"""
    return truth is True


def world_of(uses: Sequence[FieldUse], setting: Setting, each: str) -> World:
    """What requests with these fields can say to a rule that looks at the items of ``each``.

    It knows no bank holidays.
    """
    answers: dict[str, tuple[str, ...]] = {}
    only_when: dict[str, tuple[str, str]] = {}
    limits = {
        use.field.id: use.only_when
        for use in uses
        if use.only_when and _is_answer(setting, *use.only_when)
    }
    groups: dict[str, str] = {}
    always = {use.field.id for use in uses if use.required} | ALWAYS_THERE
    for field in setting.fields.values():
        facts = {field.id: tuple(option.id for option in field.options)}
        match field.type:
            case "yes-no":
                facts = {field.id: ("yes", "no")}
            case "approvals":
                decided = ("granted", "declined")
                facts = {f"{field.id}.{role}.decision": decided for role in setting.roles}
            case "several":
                facts = {f"{field.id}.{option.id}": ("yes", "no") for option in field.options}
                groups |= dict.fromkeys(facts, field.id)
            case "list":
                always.add(field.id)
        answers |= {fact: values for fact, values in facts.items() if values}
        if field.id in limits:
            dated = _dated(field.id, field.type, setting)
            only_when |= dict.fromkeys((field.id, *facts, *dated), limits[field.id])
    owner = setting.fields.get(each)
    if owner:
        always |= {field.id for field in owner.fields if field.required}
        if owner.id in limits:
            # There is an item to look at only where the list may be given.
            fact, answer = limits[owner.id]
            answers[fact] = (answer,)
            always.add(fact)
    return World(
        answers=answers,
        always=frozenset(always),
        least={owner.id: 1} if owner else {},
        only_when=only_when,
        together=lambda fact: groups.get(fact) or _entry(fact),
    )


def _is_answer(setting: Setting, field_id: str, answer: str) -> bool:
    """Is it one of the field's answers? Where it is not, that is a fault of its own."""
    field = setting.fields.get(field_id)
    if field is None:
        return False
    return answer in {"yes", "no"} if field.type == "yes-no" else bool(field.option(answer))


def _dated(field: str, of_type: str, setting: Setting) -> tuple[str, ...]:
    """The facts of a field that are dates, but for a date field itself."""
    if of_type in {"approvals", "advice"}:
        days = ("date", "latest")
        return tuple(f"{field}.{role}.{day}" for role in setting.roles for day in days)
    return (f"{field}.completed",) if of_type == "completion" else ()


def _entry(fact: str) -> str:
    """A decision has always its date, and a date its decision."""
    return fact.removesuffix(".decision").removesuffix(".date").removesuffix(".latest")

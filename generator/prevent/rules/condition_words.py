"""Conditions in plain English, as part of a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from prevent.conditions.tree import (
    All,
    Always,
    Any,
    Condition,
    Dated,
    Day,
    Given,
    Is,
    Not,
    NotAfter,
    Number,
    Size,
)
from prevent.fields.field import Field
from prevent.policy.wording import listed
from prevent.requirements.day import ALWAYS_THERE
from prevent.requirements.requirement import Setting

_OPPOSITE: Mapping[Size, Size] = {
    "at_least": "less_than",
    "less_than": "at_least",
    "at_most": "more_than",
    "more_than": "at_most",
}


def condition_words(condition: Condition, setting: Setting) -> str:
    """A condition as part of a sentence: ``an external agency produced it``.

    Where "and" and "or" stand within each other, it says what belongs together: ``it is related to
    the programme, and either a learner produced it or a learner asks``.
    """
    return _said(condition, setting).text


@dataclass(frozen=True, slots=True)
class _Said:
    """What a condition says: the parts that say one thing, and those that join several.

    ``joint`` is ``and`` or ``or``, and empty where there is but one part.
    """

    single: tuple[str, ...]
    groups: tuple[str, ...] = ()
    joint: str = ""

    @property
    def text(self) -> str:
        """All parts, the single ones first, so that no group has to be seen to end."""
        if not self.groups:
            return listed(self.single, self.joint)
        *before, last = (*self.single, *self.groups)
        mark = ";" if any(sign in group for group in self.groups[:-1] for sign in ",:;") else ","
        return f"{f'{mark} '.join(before)}{mark} {self.joint} {last}"

    @property
    def grouped(self) -> str:
        """The same as a part of something else: ``either A or B``, ``both A and B``."""
        if not self.joint:
            return self.text
        if self.joint == "or":
            return f"either {self.text}"
        two = len(self.single) == 2 and not self.groups
        return f"{'both' if two else 'all of these:'} {self.text}"


def _said(condition: Condition, setting: Setting) -> _Said:
    match condition:
        case All(parts):
            return _joined(_telling(parts), "and", setting)
        case Any(parts):
            return _joined(parts, "or", setting)
        case Not(Is(fact, values)) if _others(setting.fields.get(fact), values):
            return _said(Is(fact, _others(setting.fields.get(fact), values)), setting)
        case Is(fact, values) if fact != "kind" and len(values) > 1:
            return _Said(tuple(_reads(fact, value, setting) for value in values), joint="or")
        case _:
            return _Said((_one(condition, setting),))


def _joined(parts: Iterable[Condition], joint: str, setting: Setting) -> _Said:
    """Parts joined; what joins its own parts by the same word needs no group."""
    said = [_said(part, setting) for part in parts]
    if len(said) == 1:
        return said[0]
    alike = [each for each in said if each.joint in ("", joint)]
    single = (words for each in alike for words in each.single)
    inner = (group for each in alike for group in each.groups)
    own = (each.grouped for each in said if each.joint not in ("", joint))
    return _Said(tuple(single), (*inner, *own), joint)


def _one(condition: Condition, setting: Setting) -> str:
    """A condition that says one thing."""
    match condition:
        case Always(value):
            return "always" if value else "never"
        case Not(part):
            return _negated(part, setting)
        case Given(fact):
            return _given(fact, setting)
        case Is("kind", kinds):
            return f"it is of the kind {listed(kinds, 'or')}"
        case Is(fact, values):
            return listed([_reads(fact, value, setting) for value in values], "or")
        case Number(fact, size, number):
            return _number(setting.fields.get(fact), fact, f"{size.replace('_', ' ')} {number}")
        case NotAfter(first, second):
            return _compared(first, second, ("on or before", "on or after"), setting)
        case All() | Any():
            return _said(condition, setting).grouped


def _negated(condition: Condition, setting: Setting) -> str:
    match condition:
        case Is("kind", kinds):
            return f"it is not of the kind {listed(kinds, 'or')}"
        case NotAfter(first, second):
            return _compared(first, second, ("after", "before"), setting)
        case Given(fact):
            return f"it is not so that {_given(fact, setting)}"
        case Number(fact, size, number):
            return condition_words(Number(fact, _OPPOSITE[size], number), setting)
        case _:
            return f"it is not so that {_said(condition, setting).grouped}"


def _given(fact: str, setting: Setting) -> str:
    name, _, rest = fact.partition(".")
    field = setting.fields.get(name)
    if field and rest:
        role, _, _ = rest.partition(".")
        match field.type:
            case "advice":
                return f"{setting.names([role])} has advised"
            case "approvals":
                return f"{setting.names([role])} has decided"
            case "several":
                return f"the request says {field.phrase}"
        return f"{field.phrase} has been {role}"
    return f"the request says {setting.fact_words(fact)}"


def _telling(parts: tuple[Condition, ...]) -> tuple[Condition, ...]:
    """The parts without "is answered" where another part says how."""
    answered = {part.fact for part in parts if isinstance(part, Is)}
    return tuple(part for part in parts if not (isinstance(part, Given) and part.fact in answered))


def _compared(first: Dated, second: Dated, words: tuple[str, str], setting: Setting) -> str:
    """How one day lies to the other, begun with the one that is not fixed."""
    if _fixed(first):
        return f"{setting.moment_words(second)} is {words[1]} {setting.moment_words(first)}"
    return f"{setting.moment_words(first)} is {words[0]} {setting.moment_words(second)}"


def _fixed(day: Dated) -> bool:
    """Is it the same day for every request?"""
    return isinstance(day, Day) or (day.fact in ALWAYS_THERE and day.offset is None)


def _number(field: Field | None, fact: str, comparison: str) -> str:
    if field and field.type in {"list", "several"}:
        if comparison == "at least 1" and field.item:
            return f"there is a {field.item}"
        return f"the number of {field.phrase.removeprefix('the ')} is {comparison}"
    return f"{field.phrase if field else fact} is {comparison}"


def _others(field: Field | None, values: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(option.id for option in field.options if option.id not in values) if field else ()


def _reads(fact: str, value: str, setting: Setting) -> str:
    field = setting.fields.get(fact)
    option = field.option(value) if field else None
    if option:
        return option.reads
    name, _, rest = fact.partition(".")
    owner = setting.fields.get(name)
    among = owner.option(rest) if owner and owner.type == "several" else None
    if among:
        return among.reads if value == "yes" else f"it is not so that {among.reads}"
    role, _, what = rest.partition(".")
    if what == "by":
        return f"the person who signed as {setting.names([role])} is {value.title()}"
    if what == "decision":
        said = "agreed" if value == "granted" else value
        return f"{setting.names([role])} has {said}"
    return f"{setting.fact_words(fact)} is {value}"

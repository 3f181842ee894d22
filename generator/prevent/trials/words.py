"""What no example shows, in plain English: each text goes on after "No example shows"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from prevent.dates import Period, in_words
from prevent.policy.outcomes import IN_WORDS, Outcome
from prevent.policy.written import Requirement
from prevent.requirements.kinds import KINDS
from prevent.requirements.requirement import RequirementError, Setting, strings

_CHOICES = {
    ("of_them", "all"): "that all of them are needed, and that one is not enough",
    ("of_them", "any"): "that one of them is enough",
}
_DAYS = {
    "no_later_than": "must be dated on or before {}",
    "not_before": "must not be dated before {}",
    "decide_by": "must be decided by {}",
}


def role_removed(requirement: Requirement, role: str, setting: Setting) -> str:
    """A role is taken out of a list."""
    needed = len(KINDS[requirement.kind].parts(requirement.terms, setting)) > 1
    return f"that {_own(role, requirement, setting)} {'is needed' if needed else 'counts'}"


def role_replaced(requirement: Requirement, role: str, other: str, setting: Setting) -> str:
    """Another role stands in the place of one."""
    return (
        f"that it is {_own(role, requirement, setting)} that counts, and not that of"
        f" {setting.names([other])}"
    )


def item_removed(requirement: Requirement, item: str, setting: Setting) -> str:
    """A field, or an option of one, is taken out of a list."""
    reads = _reads(requirement, item, setting)
    needed = len(KINDS[requirement.kind].parts(requirement.terms, setting)) > 1
    if reads and needed:
        return f"that it must be so that {reads}"
    if reads:
        return f"that it will do if {reads}"
    return f"that the request must say {_phrase(item, setting)}"


def item_added(requirement: Requirement, item: str, setting: Setting) -> str:
    """An option is added to a list."""
    if len(KINDS[requirement.kind].parts(requirement.terms, setting)) > 1:
        return f"that it need not be so that {_reads(requirement, item, setting)}"
    return f"that it will not do if {_reads(requirement, item, setting)}"


def left_out(kind: str, at: str, key: str, value: object, setting: Setting) -> str:
    """Something that may be left out is left out."""
    if key in _DAYS:
        return f"that the {_noun(kind)} {_DAYS[key].format(day_words(value, setting))}"
    if at == "stand_ins":
        others = setting.names(strings(value), "or")
        return f"that {others} may decide in place of {setting.names([key])}"
    if key == "counter_signature":
        return f"that {setting.names([str(value)])} must sign as well"
    return f"that “{key}: {_written(value)}” makes a difference"


def period(kind: str, key: str, own: Period, other: Period) -> str:
    """Another period stands in the place of one."""
    return f"that the {_noun(kind)} is {key.replace('_', ' ')} {own}, and not {other}"


def day(kind: str, key: str, own: object, how: str, setting: Setting) -> str:
    """A day is moved; ``how`` is what it is then."""
    words = _DAYS.get(key, f"has “{key.replace('_', ' ')}” {{}}").format(day_words(own, setting))
    return f"the very day: that the {_noun(kind)} {words}, and not {how}"


def choice(key: str, own: str, other: str) -> str:
    """Another choice stands in the place of one."""
    return _CHOICES.get((key, own)) or instead(key, own, other)


def instead(key: str, own: str, other: str) -> str:
    """Something else stands under a key."""
    return f"that “{key.replace('_', ' ')}” is {own}, and not {other}"


def outcome(own: Outcome, other: Outcome, where: str) -> str:
    """Another outcome follows."""
    return f"that the outcome is “{IN_WORDS[own]}”, and not “{IN_WORDS[other]}”, {where}"


def who(own: Sequence[str], other: Sequence[str], where: str, setting: Setting) -> str:
    """Somebody else acts."""
    acts = setting.names(own) if own else "whoever makes the request"
    return f"that it is for {acts} to act, and not for {setting.names(other)}, {where}"


def due(own: object, how: str, where: str, setting: Setting) -> str:
    """It is to be done by another day."""
    return f"that it must be done by {day_words(own, setting)}, and not {how}, {where}"


def in_force(start: date | None, until: date | None, how: str) -> str:
    """Something is in force on other days."""
    since = f"from {in_words(start)}" if start else f"until {in_words(until)}" if until else ""
    return f"that the rule is in force {since}, and not {how}"


def day_words(value: object, setting: Setting) -> str:
    """A written day in a sentence."""
    try:
        return setting.moment_words(setting.day(value))
    except RequirementError:
        return _written(value)


def _noun(kind: str) -> str:
    return kind.replace("_", " ")


def _own(role: str, requirement: Requirement, setting: Setting) -> str:
    name = setting.names([role])
    ending = "'" if name.endswith("s") else "'s"
    return f"{name}{ending} {_noun(requirement.kind)}"


def _reads(requirement: Requirement, item: str, setting: Setting) -> str:
    field = setting.fields.get(str(requirement.terms.get("field", "")))
    option = field.option(item) if field else None
    return option.reads if option else ""


def _phrase(item: str, setting: Setting) -> str:
    field = setting.fields.get(item)
    return field.phrase if field else f"'{item}'"


def _written(value: object) -> str:
    if isinstance(value, Mapping):
        return ", ".join(f"{key}: {_written(each)}" for key, each in value.items())
    if isinstance(value, list):
        return ", ".join(_written(each) for each in value)
    return str(value)

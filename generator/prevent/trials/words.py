"""What no example shows, in plain English: each text goes on after "No example shows"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from prevent.dates import Period
from prevent.policy.model import Requirement
from prevent.policy.outcomes import IN_WORDS, Outcome
from prevent.requirements.kinds import KINDS
from prevent.requirements.requirement import Setting

_CHOICES = {
    ("of_them", "all"): "that all of them are needed, and that one is not enough",
    ("of_them", "any"): "that one of them is enough",
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
    if reads:
        return f"that it will do if {reads}"
    return f"that the request must say {_phrase(item, setting)}"


def item_added(requirement: Requirement, item: str, setting: Setting) -> str:
    """An option is added to a list."""
    return f"that it will not do if {_reads(requirement, item, setting)}"


def left_out(kind: str, key: str, value: object, setting: Setting) -> str:
    """Something that may be left out is left out."""
    match key:
        case "no_later_than":
            return f"that the {_noun(kind)} must be dated on or before {_day(value, setting)}"
        case "not_before":
            return f"that the {_noun(kind)} must not be dated before {_day(value, setting)}"
        case _:
            written = str(value) if isinstance(value, (str, int)) else _written(value)
            return f"that “{key}: {written}” makes a difference"


def period(kind: str, key: str, own: Period, other: Period) -> str:
    """Another period stands in the place of one."""
    return f"that the {_noun(kind)} is {key.replace('_', ' ')} {own}, and not {other}"


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


def _day(value: object, setting: Setting) -> str:
    return _phrase(value, setting) if isinstance(value, str) else _written(value)


def _written(value: object) -> str:
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{key}: {_written(each)}' for key, each in value.items())}}}"
    if isinstance(value, list):
        return f"[{', '.join(_written(each) for each in value)}]"
    return str(value)

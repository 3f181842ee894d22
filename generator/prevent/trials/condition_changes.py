"""The ways in which a condition could be written otherwise, each with what would show it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta

from prevent.conditions.tree import (
    All,
    Always,
    Any,
    Condition,
    Dated,
    Day,
    Given,
    Is,
    Moment,
    Not,
    NotAfter,
    Number,
)
from prevent.dates import Period
from prevent.policy.wording import listed
from prevent.requirements.requirement import Setting
from prevent.rules.condition_words import condition_words
from prevent.trials.periods import other_periods

Changed = tuple[Condition, str]
"""A condition changed, and what no example shows if nobody notices."""


def condition_changes(condition: Condition, setting: Setting) -> Iterator[Changed]:
    """Every small change of a condition."""

    def words(part: Condition) -> str:
        return f"“{condition_words(part, setting)}”"

    match condition:
        case Always():
            return
        case All(parts) | Any(parts):
            yield from _joined(condition, parts, words)
            for index, part in enumerate(parts):
                for changed, shows in condition_changes(part, setting):
                    yield _put(condition, index, changed), shows
        case Not(part) if isinstance(part, (All, Any)):
            yield part, f"that it makes a difference whether {words(part)}"
            for changed, shows in condition_changes(part, setting):
                yield Not(changed), shows
        case Not(part):
            yield part, f"that {words(condition)} counts, and not {words(part)}"
            for changed, shows in _compared(part, setting, words):
                yield Not(changed), shows
        case _:
            yield Not(condition), f"that {words(condition)} counts, and not {words(Not(condition))}"
            yield from _compared(condition, setting, words)


def _joined(
    condition: All | Any, parts: tuple[Condition, ...], words: Callable[[Condition], str]
) -> Iterator[Changed]:
    if len(parts) < 2:
        return
    every = isinstance(condition, All)
    for index, part in enumerate(parts):
        kept = (*parts[:index], *parts[index + 1 :])
        rest = kept[0] if len(kept) == 1 else replace(condition, parts=kept)
        if every:
            verb = "is" if len(kept) == 1 else "are"
            others = f"{listed([words(each) for each in kept])} {verb} not enough"
            yield rest, f"that {others}: {words(part)} must be so too"
        else:
            yield rest, f"that {words(part)} alone is enough"
    told = "; ".join(words(part) for part in parts)
    if every:
        yield Any(parts), f"that all of these must be so, and not just one of them: {told}"
    else:
        yield All(parts), f"that one of these is enough: {told}"


def _put(condition: All | Any, index: int, part: Condition) -> Condition:
    parts = condition.parts
    return replace(condition, parts=(*parts[:index], part, *parts[index + 1 :]))


def _compared(
    leaf: Condition, setting: Setting, words: Callable[[Condition], str]
) -> Iterator[Changed]:
    """The changes of what a comparison compares with, or of whose evidence it is about."""
    if isinstance(leaf, (Is, Given)):
        for changed in _by_another(leaf, setting):
            yield changed, f"that {words(leaf)} counts, and not {words(changed)}"
    match leaf:
        case Is():
            yield from _other_options(leaf, setting, words)
        case Number(fact, size, number):
            for other in (number - 1, number + 1):
                if other >= 0:
                    changed = Number(fact, size, other)
                    yield changed, f"that {words(leaf)}, and not {words(changed)}"
        case NotAfter(first, second):
            yield from _moved(first, second, words)


def _by_another(leaf: Is | Given, setting: Setting) -> Iterator[Condition]:
    """What is compared, where it is a role's evidence, with another role in its place."""
    field, *rest = leaf.fact.split(".")
    if rest and rest[0] in setting.roles:
        other = next((role for role in setting.roles if role != rest[0]), None)
        if other:
            yield replace(leaf, fact=".".join([field, other, *rest[1:]]))


def _other_options(
    leaf: Is, setting: Setting, words: Callable[[Condition], str]
) -> Iterator[Changed]:
    field = setting.fields.get(leaf.fact)
    options = [option.id for option in field.options] if field else []
    for value in leaf.values if len(leaf.values) > 1 else ():
        kept = tuple(each for each in leaf.values if each != value)
        yield Is(leaf.fact, kept), f"that {words(Is(leaf.fact, (value,)))} counts"
    for option in options if len(leaf.values) + 1 < len(options) else ():
        if option not in leaf.values:
            shows = f"that {words(Is(leaf.fact, (option,)))} does not count"
            yield Is(leaf.fact, (*leaf.values, option)), shows


def _moved(first: Dated, second: Dated, words: Callable[[Condition], str]) -> Iterator[Changed]:
    same = words(NotAfter(first, second))
    for other in _other_moments(first):
        changed = NotAfter(other, second)
        yield changed, f"that {same}, and not {words(changed)}"
    for other in _other_moments(second):
        changed = NotAfter(first, other)
        yield changed, f"that {same}, and not {words(changed)}"
    plain = [each for each in (first, second) if isinstance(each, Moment)]
    if plain and not any(each.offset for each in plain):
        for days, how in ((-1, "later"), (1, "earlier")):
            put = _moved_day(first, days), second
            if isinstance(first, Day):
                put = first, _moved_day(second, -days)
            yield NotAfter(*put), f"the last day on which {same}, and not one day {how}"


def _moved_day(day: Dated, days: int) -> Dated:
    if isinstance(day, Day):
        return Day(day.day + timedelta(days=days))
    return Moment(day.fact, Period(days, "days"))


def _other_moments(moment: Dated) -> Iterator[Moment]:
    if isinstance(moment, Moment) and moment.offset is not None:
        for period in other_periods(moment.offset):
            yield replace(moment, offset=period)

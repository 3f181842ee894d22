"""The ways in which a requirement could be written otherwise, found by the schema of its kind.

Nothing here knows a kind of requirement: a list of roles is one whose schema says so, a period is
what is written as one. So a new kind needs nothing here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from prevent.fields.types import Schema
from prevent.policy.written import Requirement
from prevent.requirements.kinds import KINDS
from prevent.requirements.requirement import DAY, ROLE, Setting
from prevent.trials import words
from prevent.trials.acceptance import Accepted
from prevent.trials.periods import other_days, other_periods, with_period, written_period

Changed = tuple[object, str]
"""A value changed, and what no example shows if nobody notices."""


@dataclass(frozen=True, slots=True)
class _Walk:
    """A walk through the terms of one requirement."""

    requirement: Requirement
    setting: Setting

    def mapping(self, value: Mapping[str, object], schema: Schema, at: str) -> Iterator[Changed]:
        """The changes of a mapping: what may be left out is left out, and each value changed."""
        properties = cast("Mapping[str, Schema]", schema.get("properties", {}))
        more = schema.get("additionalProperties")
        required = cast("Sequence[str]", schema.get("required", ()))
        for key, below in value.items():
            if key not in required:
                rest = {each: own for each, own in value.items() if each != key}
                yield rest, words.left_out(self.requirement.kind, at, key, below, self.setting)
            own = properties.get(key, more if isinstance(more, dict) else {})
            for changed, shows in self.value(below, own, key if key in properties else at):
                yield {**value, key: changed}, shows

    def value(self, value: object, schema: Schema, key: str) -> Iterator[Changed]:
        """The changes of the value under a key."""
        period = written_period(value)
        if schema.get("$ref") == DAY["$ref"]:
            yield from self._day(value, key)
        elif period is not None:
            for other in other_periods(period):
                shows = words.period(self.requirement.kind, key, period, other)
                yield with_period(value, other), shows
        elif isinstance(value, Mapping):
            yield from self.mapping(value, schema, key)
        elif isinstance(value, list):
            yield from self._list([str(each) for each in value], schema)
        elif isinstance(value, int) and not isinstance(value, bool):
            for number in (value - 1, value + 1):
                yield number, words.instead(key, str(value), str(number))
        else:
            yield from self._word(value, schema, key)

    def _day(self, value: object, key: str) -> Iterator[Changed]:
        for other, how in other_days(value):
            yield other, words.day(self.requirement.kind, key, value, how, self.setting)
        for role_key in ("approval_of", "advice_of"):
            if isinstance(value, Mapping) and role_key in value:
                for other, shows in self._word(value[role_key], ROLE, role_key):
                    yield {**value, role_key: other}, shows

    def _word(self, value: object, schema: Schema, key: str) -> Iterator[Changed]:
        if schema.get("$ref") == ROLE["$ref"]:
            other = self._other_role([str(value)])
            if other:
                titles = [self.setting.names([each]) for each in (str(value), other)]
                yield other, words.instead(key, *titles)
        for branch in (schema, schema.get("then"), schema.get("else")):
            for choice in branch.get("enum", ()) if isinstance(branch, dict) else ():
                if choice != value:
                    yield choice, words.choice(key, str(value), str(choice))

    def _list(self, value: list[str], schema: Schema) -> Iterator[Changed]:
        items = schema.get("items")
        if isinstance(items, dict) and items.get("$ref") == ROLE["$ref"]:
            yield from self._roles(value)
            return
        for index, each in enumerate(value):
            rest = [*value[:index], *value[index + 1 :]]
            yield rest, words.item_removed(self.requirement, each, self.setting)
        for option in self._options():
            if option not in value:
                yield [*value, option], words.item_added(self.requirement, option, self.setting)

    def _roles(self, roles: list[str]) -> Iterator[Changed]:
        other = self._other_role(roles)
        for index, role in enumerate(roles):
            before, after = roles[:index], roles[index + 1 :]
            yield [*before, *after], words.role_removed(self.requirement, role, self.setting)
            if other:
                shows = words.role_replaced(self.requirement, role, other, self.setting)
                yield [*before, other, *after], shows

    def _other_role(self, roles: Sequence[str]) -> str:
        return next((role for role in self.setting.roles if role not in roles), "")

    def _options(self) -> list[str]:
        """The options of the field that the requirement names, if it names one."""
        field = self.setting.fields.get(str(self.requirement.terms.get("field", "")))
        return [option.id for option in field.options] if field else []


def requirement_changes(
    requirement: Requirement, setting: Setting, accepted: Accepted
) -> Iterator[tuple[Requirement, str]]:
    """Every small change of a requirement that is still ``accepted`` as one, and what shows it."""
    schema = KINDS[requirement.kind].schema
    for terms, shows in _Walk(requirement, setting).mapping(requirement.terms, schema, ""):
        assert isinstance(terms, Mapping)
        changed = Requirement(requirement.kind, terms)
        if accepted(changed):
            yield changed, shows

"""Agreement by roles, as conditions: who agrees, who stands in, in which order, until when."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import combinations, product

from prevent.conditions.joined import all_of, any_of, not_shown
from prevent.conditions.tree import Condition, Dated, Given, Is, Moment, Not, NotAfter
from prevent.fields.types import YES, person
from prevent.policy.wording import number_in_words
from prevent.requirements.day import TODAY
from prevent.requirements.evidence import Dates, Window
from prevent.requirements.part_ids import AT_LEAST
from prevent.requirements.requirement import (
    Check,
    Part,
    RequirementError,
    Setting,
    Terms,
    strings,
    who_words,
)


@dataclass(frozen=True, slots=True)
class Slot:
    """One agreement that is asked for: a role, and those who may decide in its place."""

    roles: tuple[str, ...]
    field: str
    window: Window

    def decided(self, role: str, *decisions: str) -> Condition:
        """The role has decided in one of these ways."""
        return Is(f"{self.field}.{role}.decision", decisions)

    def dates(self, role: str) -> Dates:
        """The days on which the role decided."""
        return Dates.by_role(self.field, role)

    def standing(self, role: str) -> Iterator[Condition]:
        """The role's own decision counts: those before it have not decided."""
        for other in self.roles[: self.roles.index(role)]:
            yield Not(Given(f"{self.field}.{other}.decision"))

    def declined(self, role: str) -> Condition:
        """The role has said no, and its decision counts."""
        return all_of((*self.standing(role), self.decided(role, "declined")))

    def agreed(self, *order: Slot) -> Condition:
        """Somebody whose decision counts has agreed, in time and after the slot before."""
        return any_of(self._agreed(role, *order) for role in self.roles)

    def _agreed(self, role: str, *order: Slot) -> Condition:
        granted, dates = self.decided(role, "granted"), self.dates(role)
        if not order:
            return all_of((*self.standing(role), self.window.holds(granted, dates)))
        days = dates.each if self.window.last else (dates.last,)
        after = any_of(
            all_of((self.window.around(day), *(before.agreed_by(day) for before in order)))
            for day in days
        )
        return all_of((*self.standing(role), granted, after))

    def agreed_by(self, day: Moment) -> Condition:
        """Whoever agreed last agreed on or before this day."""
        return any_of(
            all_of(
                (
                    *self.standing(role),
                    self.decided(role, "granted"),
                    NotAfter(self.dates(role).last, day),
                )
            )
            for role in self.roles
        )

    def signed_by(self, name: str) -> Condition:
        """Somebody whose decision counts agreed, and signed by this name."""
        return any_of(
            all_of((self._agreed(role), Is(f"{self.field}.{role}.by", (name,))))
            for role in self.roles
        )


@dataclass(frozen=True, slots=True)
class Agreement:
    """What one approval asks for."""

    slots: tuple[Slot, ...]
    needed: int
    in_order: bool
    decide_by: Dated | None
    counter: Slot | None
    setting: Setting

    @classmethod
    def of(cls, terms: Terms, setting: Setting) -> Agreement:
        """What the terms ask for. Raises ``RequirementError`` where it cannot be asked."""
        roles = strings(terms["from"])
        field = setting.field_of_type("approvals", terms.get("in"))
        window = Window.of(terms, setting)
        stand_ins = terms.get("stand_ins") or {}
        assert isinstance(stand_ins, Mapping)
        for role in stand_ins:
            if role not in roles:
                raise RequirementError(f"'{role}' is not among those who are asked.", str(role))
        slots = tuple(
            Slot((role, *strings(stand_ins.get(role, ()))), field.id, window) for role in roles
        )
        number = needed(terms, roles)
        twice = next((each for own in slots for each in own.roles[1:] if each in roles), None)
        if twice and number > 1:
            message = (
                f"'{twice}' is asked itself, so its decision cannot count for another as well."
            )
            raise RequirementError(message, twice, "Name somebody else to stand in.")
        in_order = terms.get("in_order") in YES
        if number > len(roles):
            raise RequirementError(f"{number} cannot agree where {len(roles)} are asked.")
        if in_order and number < len(roles):
            raise RequirementError("'in_order' needs all of them to agree.", "in_order")
        decide_by = setting.day(terms["decide_by"]) if "decide_by" in terms else None
        counter = terms.get("counter_signature")
        if counter and "by" not in field.also_says:
            message = f"A counter-signature needs to know who signed: '{field.id}' does not say so."
            raise RequirementError(message, "counter_signature", "Add 'also_says: [by]' to it.")
        signs = Slot((str(counter),), field.id, window) if counter else None
        return cls(slots, number, in_order, decide_by, signs, setting)

    def parts(self) -> Iterator[Part]:
        """A part for each role where all must agree, else one; and one for who counter-signs."""
        if self.needed == len(self.slots):
            for index, slot in enumerate(self.slots):
                before = self.slots[index - 1 : index] if self.in_order else ()
                yield self._part(slot.roles[0], (slot,), slot.agreed(*before), before)
        else:
            # So many agree where among any that are one too many to be left out, somebody agrees.
            spare = len(self.slots) - self.needed + 1
            met = all_of(
                any_of(slot.agreed() for slot in some) for some in combinations(self.slots, spare)
            )
            part_id = "any" if self.needed == 1 else f"{AT_LEAST}{self.needed}"
            yield self._part(part_id, self.slots, met)
        if self.counter:
            role = self.counter.roles[0]
            yield self._part(f"counter-{role}", (self.counter,), self._countersigned(self.counter))

    def _part(
        self, part_id: str, slots: tuple[Slot, ...], met: Condition, before: tuple[Slot, ...] = ()
    ) -> Part:
        roles = tuple(slot.roles[0] for slot in slots)
        alone = not before and (len(slots) == 1 or self.needed == 1)
        checks = list(self._declined(slots))
        for slot in slots:
            for role in slot.roles:
                checks += self._timing(slot, role, before, alone=alone)
        words = self._asked_words(roles)
        if self.decide_by:
            passed = Not(NotAfter(Moment(TODAY), self.decide_by))
            values = {"decide_by": self.decide_by}
            checks.append(
                Check("overdue", roles, passed, slots[0].field, values=values, words=words)
            )
        by = self.decide_by or slots[0].window.last
        checks.append(Check("missing", roles, at=slots[0].field, by=by, words=words))
        return Part(part_id, self.setting.names(roles, "or"), met, tuple(checks))

    def _asked_words(self, roles: tuple[str, ...]) -> dict[str, str]:
        """Those who are asked, where not each of them must agree."""
        if len(roles) == 1:
            return {}
        if self.needed == 1:
            return who_words(self.setting.names(roles, "or"))
        number = number_in_words(self.needed)
        return who_words(f"at least {number} of {self.setting.names(roles)}")

    def _declined(self, slots: tuple[Slot, ...]) -> Iterator[Check]:
        """So many have said no that too few are left: those who did, and nobody else, are named."""
        short = len(slots) - (self.needed if len(slots) > 1 else 1) + 1
        for enough in combinations(slots, short):
            for roles in product(*(slot.roles for slot in enough)):
                said_no = all_of(
                    slot.declined(role) for slot, role in zip(enough, roles, strict=True)
                )
                yield Check("declined", roles, said_no, f"{slots[0].field}.{roles[0]}.decision")

    def _timing(
        self, slot: Slot, role: str, before: tuple[Slot, ...], *, alone: bool
    ) -> Iterator[Check]:
        dates = slot.dates(role)
        there = all_of((*slot.standing(role), slot.decided(role, "granted")))
        for check in slot.window.checks((role,), there, dates, alone=alone):
            values = {**check.values, "agreed_on": check.values["dated"]}
            yield replace(check, values=values)
        for first in before:
            # It has agreed, and in time: so nothing but the order can keep it from counting.
            yield Check(
                "out_of_order",
                (role,),
                there,
                dates.last.fact,
                by=slot.window.last,
                values={"agreed_on": dates.last},
                words={"first": self.setting.names(first.roles, "or")},
            )

    def _countersigned(self, counter: Slot) -> Condition:
        """It has agreed; or whoever signed is the very person who would counter-sign."""
        [role] = counter.roles
        holder = self.setting.holders.get(role)
        if not holder:
            return counter.agreed()
        same = any_of(slot.signed_by(person(holder)) for slot in self.slots)
        return any_of((counter.agreed(), all_of((not_shown(counter.declined(role)), same))))


def needed(terms: Terms, roles: tuple[str, ...]) -> int:
    """How many of the roles must agree."""
    of_them = terms.get("of_them", "all")
    if isinstance(of_them, Mapping):
        return int(of_them["at_least"])
    return 1 if of_them == "any" else len(roles)

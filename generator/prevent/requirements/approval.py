"""An approval: named roles agree, in time and in the order asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import combinations

from prevent.conditions.joined import all_of, any_of, not_shown
from prevent.conditions.tree import Condition, Dated, Given, Is, Moment, Not, NotAfter
from prevent.fields.types import YES, person
from prevent.policy.wording import number_in_words
from prevent.requirements.day import TODAY
from prevent.requirements.evidence import EARLY, IN_FIELD, WINDOW, Dates, Window
from prevent.requirements.requirement import (
    DAY,
    ROLE,
    ROLES,
    YES_NO,
    Check,
    Example,
    Failure,
    Part,
    RequirementError,
    RequirementKind,
    Setting,
    Terms,
    mapping,
    strings,
    who_words,
)

_MOST = 8
"""The most roles of which so many may be asked for."""


AT_LEAST = "at-least-"
"""How the id of a part begins that some of the roles meet, though neither one nor all."""


class Approval(RequirementKind):
    """All of the roles, any one of them, or at least so many, have agreed; if need be in time."""

    name = "approval"
    summary = "Named roles agree: all of them, any one, or so many; if need be in time or in order."
    schema = mapping(
        {
            "from": ROLES,
            "of_them": {
                "description": "all: each of them must agree (the default). any: one is enough."
                " {at_least: 2}: two are enough.",
                "if": {"type": "object"},
                "then": mapping(
                    {"at_least": {"type": "integer", "minimum": 1, "maximum": _MOST}},
                    required=["at_least"],
                ),
                "else": {"enum": ["all", "any"]},
            },
            "in_order": {**YES_NO, "description": "Each agrees only after the one before it."},
            "stand_ins": {
                "description": "By role: who may decide in its place where it has not decided.",
                "type": "object",
                "minProperties": 1,
                "propertyNames": ROLE,
                "additionalProperties": ROLES,
            },
            "counter_signature": {
                **ROLE,
                "description": "A role that must agree as well, unless the same person signed.",
            },
            "decide_by": {
                **DAY,
                "description": "The day by which they decide. Silence is never consent.",
            },
            **WINDOW,
            **IN_FIELD,
        },
        required=["from"],
    )
    failures = (
        Failure(
            "declined",
            "A role whose agreement is needed has said no.",
            "refused",
            "{Who} declined.",
        ),
        EARLY,
        Failure(
            "late",
            "The agreement is dated after the day it was needed.",
            "action-needed",
            "The agreement of {who} is dated {agreed_on}, too late to count.",
        ),
        Failure(
            "out_of_order",
            "A role agreed before the one that comes first.",
            "action-needed",
            "{Who} agreed on {agreed_on}, before {first} did. {Who} must agree again.",
        ),
        Failure(
            "overdue",
            "They have not decided by the day they had to. Silence is never consent.",
            "action-needed",
            "{Who} had to decide by {decide_by}. No answer is not a yes.",
        ),
        Failure(
            "missing",
            "There is no agreement yet.",
            "action-needed",
            "{Who} must agree.",
        ),
    )

    examples = (
        Example(
            "All of them agree, in time",
            "approval:\n  from: [head, safeguarding-lead]\n  no_later_than: date\n",
        ),
        Example(
            "Any one of them is enough",
            "approval:\n  from: [head, safeguarding-lead]\n  of_them: any\n",
        ),
        Example(
            "So many of them are enough",
            "approval:\n  from: [head, safeguarding-lead, chair]\n  of_them: {at_least: 2}\n",
        ),
        Example(
            "One after the other",
            "approval:\n  from: [safeguarding-lead, head]\n  in_order: yes\n",
        ),
        Example(
            "Not before a day: again after a change",
            "approval:\n  from: [head]\n  not_before: changed_on\n",
        ),
        Example(
            "Somebody may stand in",
            "approval:\n  from: [head]\n  stand_ins:\n    head: [deputy-head]\n",
        ),
        Example(
            "Decided by a day",
            "approval:\n  from: [head]\n  decide_by: {days: 14, before: date}\n",
        ),
        Example(
            "A second signature",
            "approval:\n  from: [head]\n  counter_signature: safeguarding-lead\n",
        ),
        Example(
            "First agreement, then advice, then the final word",
            "approval:\n"
            "  from: [head]\n"
            "  in: final_approvals\n"
            "  not_before: {advice_of: safeguarding-lead}\n",
        ),
    )

    def parts(self, terms: Terms, setting: Setting) -> tuple[Part, ...]:
        """A part for each role where all must agree; otherwise a single part."""
        return tuple(_Asked.of(terms, setting).parts())

    def sentence(self, terms: Terms, setting: Setting) -> str:
        """``the Managing Director and the Quality Director agree, on or before …``."""
        roles = strings(terms["from"])
        text = f"{self._who(terms, setting)}"
        if terms.get("in_order") in YES and len(roles) > 1:
            text += ", one after the other in this order"
        text += Window.of(terms, setting).sentence()
        stand_ins = terms.get("stand_ins")
        if isinstance(stand_ins, Mapping):
            for role, others in stand_ins.items():
                instead = setting.names(strings(others), "or")
                text += f"; {instead} may decide in place of {setting.names([str(role)])}"
        if "counter_signature" in terms:
            other = setting.names([str(terms["counter_signature"])])
            text += f"; {other} signs as well, unless the same person signed"
        if "decide_by" in terms:
            day = setting.moment_words(setting.day(terms["decide_by"]))
            text += f"; they decide by {day}, and no answer is not a yes"
        return text

    def _who(self, terms: Terms, setting: Setting) -> str:
        roles = strings(terms["from"])
        number = _needed(terms, roles)
        if number == len(roles):
            several = {1: "agrees", 2: "both agree"}.get(number, "all agree")
            return f"{setting.names(roles)} {several}"
        if number == 1:
            return f"{setting.names(roles, 'or')} agrees"
        return f"at least {number_in_words(number)} of {setting.names(roles)} agree"


@dataclass(frozen=True, slots=True)
class _Slot:
    """One agreement that is asked for: a role, and those who may decide in its place."""

    roles: tuple[str, ...]
    field: str
    window: Window

    def decided(self, role: str, *decisions: str) -> Condition:
        return Is(f"{self.field}.{role}.decision", decisions)

    def dates(self, role: str) -> Dates:
        return Dates.by_role(self.field, role)

    def standing(self, role: str) -> Iterator[Condition]:
        """The role's own decision counts: those before it have not decided."""
        for other in self.roles[: self.roles.index(role)]:
            yield Not(Given(f"{self.field}.{other}.decision"))

    def declined(self) -> Condition:
        return any_of(
            all_of((*self.standing(role), self.decided(role, "declined"))) for role in self.roles
        )

    def agreed(self, *order: _Slot) -> Condition:
        """Somebody whose decision counts has agreed, in time and after the slot before."""
        return any_of(self._agreed(role, *order) for role in self.roles)

    def _agreed(self, role: str, *order: _Slot) -> Condition:
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
class _Asked:
    """What one approval asks for."""

    slots: tuple[_Slot, ...]
    needed: int
    in_order: bool
    decide_by: Dated | None
    counter: _Slot | None
    setting: Setting

    @classmethod
    def of(cls, terms: Terms, setting: Setting) -> _Asked:
        roles = strings(terms["from"])
        field = setting.field_of_type("approvals", terms.get("in"))
        window = Window.of(terms, setting)
        stand_ins = terms.get("stand_ins") or {}
        assert isinstance(stand_ins, Mapping)
        for role in stand_ins:
            if role not in roles:
                raise RequirementError(f"'{role}' is not among those who are asked.", str(role))
        slots = tuple(
            _Slot((role, *strings(stand_ins.get(role, ()))), field.id, window) for role in roles
        )
        needed = _needed(terms, roles)
        twice = next((each for own in slots for each in own.roles[1:] if each in roles), None)
        if twice and needed > 1:
            message = (
                f"'{twice}' is asked itself, so its decision cannot count for another as well."
            )
            raise RequirementError(message, twice, "Name somebody else to stand in.")
        in_order = terms.get("in_order") in YES
        if needed > len(roles):
            raise RequirementError(f"{needed} cannot agree where {len(roles)} are asked.")
        if in_order and needed < len(roles):
            raise RequirementError("'in_order' needs all of them to agree.", "in_order")
        decide_by = setting.day(terms["decide_by"]) if "decide_by" in terms else None
        counter = terms.get("counter_signature")
        if counter and "by" not in field.also_says:
            message = f"A counter-signature needs to know who signed: '{field.id}' does not say so."
            raise RequirementError(message, "counter_signature", "Add 'also_says: [by]' to it.")
        signs = _Slot((str(counter),), field.id, window) if counter else None
        return cls(slots, needed, in_order, decide_by, signs, setting)

    def parts(self) -> Iterator[Part]:
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
        self, part_id: str, slots: tuple[_Slot, ...], met: Condition, before: tuple[_Slot, ...] = ()
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

    def _declined(self, slots: tuple[_Slot, ...]) -> Iterator[Check]:
        """They have said no, or so many of them that those who are left are too few."""
        if len(slots) == 1:
            [slot] = slots
            for role in slot.roles:
                said_no = all_of((*slot.standing(role), slot.decided(role, "declined")))
                yield Check("declined", (role,), said_no, f"{slot.field}.{role}.decision")
            return
        words = {}
        if self.needed > 1:
            names = self.setting.names([slot.roles[0] for slot in slots])
            words = who_words(f"too many of {names}")
        elif any(len(slot.roles) > 1 for slot in slots):
            words = who_words("everybody who was asked")
        short = len(slots) - self.needed + 1
        test = any_of(
            all_of(slot.declined() for slot in enough) for enough in combinations(slots, short)
        )
        roles = tuple(slot.roles[0] for slot in slots)
        at = f"{slots[0].field}.{roles[0]}.decision"
        yield Check("declined", roles, test, at, words=words)

    def _timing(
        self, slot: _Slot, role: str, before: tuple[_Slot, ...], *, alone: bool
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

    def _countersigned(self, counter: _Slot) -> Condition:
        """It has agreed; or whoever signed is the very person who would counter-sign."""
        [role] = counter.roles
        holder = self.setting.holders.get(role)
        if not holder:
            return counter.agreed()
        same = any_of(slot.signed_by(person(holder)) for slot in self.slots)
        return any_of((counter.agreed(), all_of((not_shown(counter.declined()), same))))


def _needed(terms: Terms, roles: tuple[str, ...]) -> int:
    """How many of the roles must agree."""
    of_them = terms.get("of_them", "all")
    if isinstance(of_them, Mapping):
        return int(of_them["at_least"])
    return 1 if of_them == "any" else len(roles)

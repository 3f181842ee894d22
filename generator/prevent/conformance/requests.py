"""Requests of one kind: a document that states certain facts, and the facts that it states."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from prevent.conditions.agreeing_days import START
from prevent.conditions.evaluate import Fact, Facts
from prevent.conditions.possible import World
from prevent.conditions.tree import facts_of
from prevent.dates import NO_CALENDAR, Calendar
from prevent.policy.written import FieldUse
from prevent.reading.places import Document, Marks
from prevent.requests.request import Request
from prevent.requirements.day import IN_FORCE_ON, RECEIVED_ON, TODAY
from prevent.requirements.requirement import Setting
from prevent.rules.answering import answer_of, is_stated, items_of
from prevent.rules.rows import RowFacts
from prevent.rules.ruleset import KindRules
from prevent.soundness.subject import world_of

DAY = START
"""The day of the check, where no rule looks at it."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What a request is to state: of itself, and of each item of each list.

    ``as_of`` is the day of the check; ``policy_as_of`` the day whose policy counts, where it is not
    the day the request was received. ``shows`` says what the draft is for.
    """

    whole: Mapping[str, Fact] = field(default_factory=dict)
    items: Mapping[str, Sequence[Facts]] = field(default_factory=dict)
    as_of: date = DAY
    policy_as_of: date | None = None
    shows: str = ""

    def saying(self, shows: str) -> Draft:
        """The same draft, for this."""
        return replace(self, shows=shows)


@dataclass(frozen=True)
class Requests:
    """The requests of one kind: their rules and fields, and which may be given when."""

    kind: KindRules
    roles: Mapping[str, str]
    calendar: Calendar = NO_CALENDAR

    @cached_property
    def limits(self) -> dict[str, tuple[str, str]]:
        """By field: the field, and the answer to it, with which alone it may be given."""
        return {
            limited: (other, answer) for limited, (other, answer) in self.kind.only_when.items()
        }

    @cached_property
    def uses(self) -> tuple[FieldUse, ...]:
        """The fields, with when each may be given."""
        required = self.kind.required
        return tuple(
            FieldUse(field, field.id in required, self.limits.get(field.id))
            for field in self.kind.fields
        )

    @cached_property
    def looked_at(self) -> frozenset[str]:
        """The facts that any rule looks at; with one option of several, all of them."""
        found: set[str] = set()
        for rule in self.kind.rules:
            conditions = [rule.applies]
            conditions += [each for part in rule.parts for each in (part.when, part.met)]
            conditions += [finding.test for _, _, finding in rule.findings()]
            found.update(fact for condition in conditions for fact in facts_of(condition))
        for own in self.kind.fields:
            if own.type == "several" and any(_field(fact) == own.id for fact in found):
                found |= {own.id, *(f"{own.id}.{option.id}" for option in own.options)}
        return frozenset(found)

    def setting(self, each: str) -> Setting:
        """What the rules for the items of a list can speak of; with "", those for the request."""
        owner = self.kind.field(each) if each else None
        own = (*self.kind.fields, *(owner.fields if owner else ()))
        return Setting({one.id: one for one in own}, self.roles, self.kind.happens_on)

    def world(self, each: str) -> World:
        """What such a request can say to these rules."""
        return replace(world_of(self.uses, self.setting(each), each), calendar=self.calendar)

    def document(self, draft: Draft) -> dict[str, object]:
        """A valid request that states what the draft says, as far as one can."""
        request: dict[str, object] = {"kind": self.kind.kind}
        for use in self.uses:
            fields, wanted = use.field, use.required
            if fields.type == "list":
                items = draft.items.get(fields.id, ())
                wanted = wanted or bool(items) or fields.id in draft.whole
                answer: object = items_of(fields, items)
            else:
                wanted = wanted or is_stated(fields, draft.whole)
                answer = answer_of(fields, draft.whole) if wanted else None
            if wanted and self._may_be_given(fields.id, request):
                request[fields.id] = _plain(answer)
        return request

    def _may_be_given(self, field_id: str, request: Mapping[str, object]) -> bool:
        other, answer = self.limits.get(field_id, ("", ""))
        return not other or request.get(other) == answer

    def settled(self, draft: Draft) -> Draft:
        """The draft with every fact that its document states."""
        stated = self.stated(self.document(draft), draft)
        lists = {field.id for field in self.kind.fields if field.type == "list"}
        left = {"kind", TODAY, IN_FORCE_ON, *lists}
        whole = {name: fact for name, fact in stated.whole.items() if name not in left}
        empty: dict[str, Sequence[Facts]] = dict.fromkeys(draft.items, ())
        return replace(draft, whole=whole, items=empty | dict(stated.items))

    def facts(self, draft: Draft, each: str) -> Facts:
        """About what the draft states, without a document: of the first item of ``each``, too."""
        on = draft.policy_as_of or draft.whole.get(RECEIVED_ON)
        if on is None and not self.kind.field(RECEIVED_ON):
            on = draft.as_of
        items = draft.items.get(each, ())
        counted = {field.id: 0 for field in self.kind.fields if field.type == "list"}
        counted |= {name: len(own) for name, own in draft.items.items()}
        day = {TODAY: draft.as_of} | ({IN_FORCE_ON: on} if on else {})
        return {**counted, **draft.whole, **(items[0] if items else {}), **day}

    def stated(self, document: Mapping[str, object], draft: Draft) -> RowFacts:
        """The facts that a document states on the day of the draft."""
        request = Request(Document("-", 1, 1, None, Marks(1, 1)), self.kind, document)
        whole = request.stated(draft.as_of, draft.policy_as_of)
        items: dict[str, tuple[Facts, ...]] = {}
        for owner in self.kind.fields:
            if owner.type == "list" and document.get(owner.id):
                own = {inner.id for inner in owner.fields}
                items[owner.id] = tuple(
                    {name: fact for name, fact in item.facts.items() if _field(name) in own}
                    for item in request.items(owner.id, whole)
                )
        return RowFacts(whole.facts, items)


def _field(fact: str) -> str:
    return fact.partition(".")[0]


def _plain(value: object) -> object:
    """An answer as JSON has it."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {key: _plain(part) for key, part in value.items()}
    if isinstance(value, list):
        return [_plain(part) for part in value]
    return str(value) if isinstance(value, str) else value

"""Deciding a request: the tests that hold, made into findings and the worst of their outcomes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from prevent.conditions.evaluate import moment
from prevent.conditions.tree import Dated
from prevent.dates import Calendar, CalendarError
from prevent.decide.decision import Decision, Found, Imposed
from prevent.decide.messages import Messages
from prevent.decide.remarks import remarks
from prevent.engines.confirmed import evaluators
from prevent.engines.forms import KindForms
from prevent.faults import NoDecisionError
from prevent.policy.outcomes import worst
from prevent.requests.request import Request, Stated
from prevent.requirements.day import IN_FORCE_ON
from prevent.requirements.part_ids import AT_LEAST
from prevent.rules.ruleset import Finding, KindRules, Part, Rule, RuleSet
from prevent.rules.telling import Told

NOTHING_WAIVED: Mapping[str, str] = {}


_MOST_KEPT = 1_000
"""Of how many sets of findings it is kept what is told of them."""


class _Telling(NamedTuple):
    """What is told as one, with what is the same for every request of which it is told.

    ``who`` acts, ``items`` are the things it is about, and ``any_of`` says that any one of those
    who act is enough.
    """

    told: Told
    who: tuple[str, ...]
    items: tuple[str, ...]
    any_of: bool

    @classmethod
    def of(cls, told: Told) -> _Telling:
        """How it is told."""
        parts = [member.part for member in told.members if member.part]
        who = told.who
        any_of = len(who) > 1 and len(told.members) == 1 and not _several_needed(parts)
        return cls(told, who, tuple(part.item for part in parts if part.item), any_of)


class _Holding(NamedTuple):
    """What it comes to that some tests hold: which rules apply, and what is told or set aside.

    ``made`` are the rules whose findings are made, told or not.
    """

    applied: tuple[str, ...]
    told: tuple[_Telling, ...]
    aside: tuple[_Telling, ...]
    made: frozenset[str]


class _Group(NamedTuple):
    """What is told as one of a request, or of one item of it."""

    telling: _Telling
    stated: Stated

    @property
    def rule(self) -> Rule:
        return self.telling.told.rule

    @property
    def finding(self) -> Finding:
        return self.telling.told.finding


class _Deciding:
    """What decides the requests of one kind: an evaluator for each group of its rules."""

    def __init__(self, kind: KindRules, forms: KindForms | None, calendar: Calendar) -> None:
        self.groups = evaluators(kind, forms, calendar)
        self.order = {rule.id: index for index, rule in enumerate(kind.rules)}
        self.own = [rule.id for rule in kind.rules if rule.sort == "rule"]
        self._kept: dict[tuple[str, frozenset[str]], _Holding] = {}

    def holding(self, each: str, names: frozenset[str], waived: Mapping[str, str]) -> _Holding:
        """What it comes to that the tests of these names hold, and no others of the group."""
        if waived:
            return self._holding(each, names, waived)
        kept = self._kept.get((each, names))
        if kept is None:
            if len(self._kept) >= _MOST_KEPT:
                self._kept.clear()
            kept = self._kept[each, names] = self._holding(each, names, waived)
        return kept

    def _holding(self, each: str, names: frozenset[str], waived: Mapping[str, str]) -> _Holding:
        evaluator, tells = self.groups[each]
        # Set aside first: what another rule asks too, it still asks.
        left = names - tells.stopping(waived) if waived else names
        return _Holding(
            tuple(rule.id for rule in evaluator.rules if rule.applied in names),
            tuple(map(_Telling.of, tells.of(left))),
            tuple(map(_Telling.of, tells.of(names - left, every=True))),
            frozenset(tells.rules(left)),
        )


class Decider:
    """Decides requests by one rule set.

    ``forms`` gives the engine's form of the rules for a kind of request, or None where the engine
    takes no part; the reference evaluator always does.
    """

    def __init__(self, rule_set: RuleSet, forms: Callable[[str], KindForms | None]) -> None:
        self.rule_set = rule_set
        self.calendar = rule_set.calendar()
        self._messages = Messages(rule_set)
        self._forms = forms
        self._deciding: dict[str, _Deciding] = {}

    def close(self) -> None:
        """Let the engines go."""
        for deciding in self._deciding.values():
            for evaluator, _ in deciding.groups.values():
                evaluator.close()
        self._deciding.clear()

    def decide(
        self,
        request: Request,
        as_of: date,
        policy_as_of: date | None = None,
        waived: Mapping[str, str] = NOTHING_WAIVED,
    ) -> Decision:
        """The decision on a request on the day ``as_of``.

        What was in force on ``policy_as_of`` counts, or else on the day it was received.
        ``waived`` are the rules that are waived, with the id of the waiver. Raises
        ``NoDecisionError`` where the evaluators disagree or fail, or working days cannot be
        counted.
        """
        whole = request.stated(as_of, policy_as_of)
        applied: set[str] = set()
        made: set[str] = set()
        groups: list[_Group] = []
        aside: list[_Group] = []
        deciding = self._deciding_of(request.rules)
        for each, (evaluator, _) in deciding.groups.items():
            for stated in request.items(each, whole) if each else (whole,):
                holding = deciding.holding(each, evaluator.fired(stated.facts), waived)
                applied.update(holding.applied)
                aside += [_Group(telling, stated) for telling in holding.aside]
                groups += [_Group(telling, stated) for telling in holding.told]
                made |= holding.made
        order = deciding.order
        groups.sort(key=lambda group: order[group.rule.id])
        aside.sort(key=lambda group: order[group.rule.id])
        found = tuple(
            self._join(group, request) for group in groups if group.finding.outcome != "allowed"
        )
        told = [group for group in groups if group.finding.outcome == "allowed"]
        failed = {group.rule.id for group in aside} | {finding.rule for finding in found}
        waiting = made - {group.rule.id for group in groups}
        imposing = {group.rule.id for group in told}
        own = deciding.own
        unsettled = failed | waiting | imposing
        settled = [rule for rule in own if rule not in unsettled]
        return Decision(
            place=request.document.start,
            kind=request.kind,
            reference=request.text("reference"),
            title=request.text("title") or "",
            outcome=worst(finding.outcome for finding in found),
            findings=found,
            passed=tuple(rule for rule in settled if rule in applied),
            not_applicable=tuple(rule for rule in settled if rule not in applied),
            undecided=tuple(rule for rule in own if rule in waiting),
            remarks=tuple(remarks(request, whole, as_of)),
            conditions=tuple(self._imposed(told, request, whole)),
            notes=tuple(self._join(each, request) for each in told if _is_note(each)),
            afterwards=tuple(
                self._join(each, request) for each in told if each.rule.sort == "afterwards"
            ),
            waived=tuple(
                self._join(each, request)._replace(waiver=waived[each.rule.id]) for each in aside
            ),
            in_force_on=_day(whole.facts.get(IN_FORCE_ON)),
        )

    def _deciding_of(self, kind: KindRules) -> _Deciding:
        """What decides the requests of a kind, made once."""
        if kind.kind not in self._deciding:
            self._deciding[kind.kind] = _Deciding(kind, self._forms(kind.kind), self.calendar)
        return self._deciding[kind.kind]

    def _join(self, group: _Group, request: Request) -> Found:
        (told, who, items, any_of), stated = group
        rule, finding = told.rule, told.finding
        known = {
            name: day
            for name, when in finding.values.items()
            if (day := self._day_of(when, stated)) is not None
        }
        message = self._messages.message(finding, who, items, request, stated, known)
        statements = finding.statements or rule.statements
        return Found(
            rule=rule.id,
            outcome=finding.outcome,
            clause=rule.clause,
            statements=statements,
            message=message,
            who=who,
            by=self._day_of(finding.by, stated) if finding.by else None,
            subject=stated.subject,
            place=request.place(stated, finding.at),
            dates=known,
            any_of=any_of,
            layer=rule.layer,
            ask_again=finding.ask_again,
            words=tuple(self.rule_set.statements[each] for each in statements),
        )

    def _imposed(self, told: list[_Group], request: Request, whole: Stated) -> Iterator[Imposed]:
        """The conditions it is allowed on: those of rules, then those of approvals, each once."""
        seen: set[tuple[str, str | None]] = set()
        for imposed in (*self._by_rules(told, request), *self._by_approvers(request, whole)):
            key = (imposed.condition, imposed.subject)
            if key not in seen:
                seen.add(key)
                yield imposed

    def _by_rules(self, told: list[_Group], request: Request) -> Iterator[Imposed]:
        for group in told:
            found = self._join(group, request)
            for condition in group.finding.conditions:
                noun = self.rule_set.conditions[condition]
                yield Imposed(
                    condition=condition,
                    clause=noun.clause,
                    statements=noun.statements,
                    message=noun.title,
                    who=noun.who,
                    by=found.by,
                    subject=found.subject,
                    place=found.place,
                    rule=found.rule,
                    reason=found.message,
                    layer=found.layer,
                )

    def _by_approvers(self, request: Request, whole: Stated) -> Iterator[Imposed]:
        """The conditions on which approvals that stand were granted."""
        for fact in whole.facts:
            if ".condition." not in fact:
                continue
            name, _, rest = fact.partition(".")
            role, _, condition = rest.partition(".condition.")
            field = request.rules.field(name) if condition else None
            if field is None or field.type != "approvals":
                continue
            noun = self.rule_set.conditions[condition]
            yield Imposed(
                condition=condition,
                clause=noun.clause,
                statements=noun.statements,
                message=noun.title,
                who=noun.who,
                by=_day(whole.facts.get(request.rules.happens_on)),
                subject=None,
                place=request.place(whole, fact),
                approver=role,
            )

    def _day_of(self, when: Dated, stated: Stated) -> date | None:
        try:
            return moment(when, stated.facts, self.calendar)
        except CalendarError as error:
            raise NoDecisionError(str(error)) from error


def _day(value: object) -> date | None:
    return value if isinstance(value, date) else None


def _several_needed(parts: Sequence[Part]) -> bool:
    """Do several of those who are named have to act, though not all?"""
    return any(AT_LEAST in part.id for part in parts)


def _is_note(group: _Group) -> bool:
    return group.rule.sort != "afterwards" and not group.finding.conditions

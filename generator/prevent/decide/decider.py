"""Deciding a request: the tests that hold, made into findings and the worst of their outcomes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from prevent.conditions.evaluate import moment
from prevent.conditions.tree import Dated
from prevent.dates import CalendarError
from prevent.decide.decision import Decision, Found, Imposed
from prevent.decide.messages import Messages
from prevent.decide.remarks import remarks
from prevent.engines.confirmed import Evaluator, evaluators
from prevent.engines.forms import KindForms
from prevent.faults import NoDecisionError
from prevent.policy.outcomes import worst
from prevent.requests.request import Request, Stated
from prevent.requirements.day import IN_FORCE_ON
from prevent.requirements.part_ids import AT_LEAST
from prevent.rules.ruleset import Finding, KindRules, Part, Rule, RuleSet
from prevent.rules.telling import Telling, Told

NOTHING_WAIVED: Mapping[str, str] = {}


class _Group(NamedTuple):
    """What is told as one of a request, or of one item of it."""

    told: Told
    stated: Stated

    @property
    def rule(self) -> Rule:
        return self.told.rule

    @property
    def finding(self) -> Finding:
        return self.told.finding


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
        self._evaluators: dict[str, dict[str, tuple[Evaluator, Telling]]] = {}

    def close(self) -> None:
        """Let the engines go."""
        for groups in self._evaluators.values():
            for evaluator, _ in groups.values():
                evaluator.close()
        self._evaluators.clear()

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
        applied: dict[str, None] = {}
        made: set[str] = set()
        groups: list[_Group] = []
        aside: list[_Group] = []
        for each, (evaluator, tells) in self._evaluators_of(request.rules).items():
            for stated in request.items(each, whole) if each else (whole,):
                names = evaluator.fired(stated.facts)
                applied |= {rule.id: None for rule in evaluator.rules if rule.applied in names}
                # Set aside first: what another rule asks too, it still asks.
                left = names - tells.stopping(waived) if waived else names
                aside += (_Group(told, stated) for told in tells.of(names - left, every=True))
                groups += (_Group(told, stated) for told in tells.of(left))
                made |= tells.rules(left)
        order = {rule.id: index for index, rule in enumerate(request.rules.rules)}
        groups.sort(key=lambda group: order[group.rule.id])
        aside.sort(key=lambda group: order[group.rule.id])
        found = tuple(
            self._join(group, request) for group in groups if group.finding.outcome != "allowed"
        )
        told = [group for group in groups if group.finding.outcome == "allowed"]
        failed = {group.rule.id for group in aside} | {finding.rule for finding in found}
        waiting = made - {group.rule.id for group in groups}
        imposing = {group.rule.id for group in told}
        own = [rule.id for rule in request.rules.rules if rule.sort == "rule"]
        settled = [rule for rule in own if rule not in failed | waiting | imposing]
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

    def _evaluators_of(self, kind: KindRules) -> dict[str, tuple[Evaluator, Telling]]:
        """An evaluator for each group of the kind's rules, and what they tell, made once."""
        if kind.kind not in self._evaluators:
            forms = self._forms(kind.kind)
            self._evaluators[kind.kind] = evaluators(kind, forms, self.calendar)
        return self._evaluators[kind.kind]

    def _join(self, group: _Group, request: Request) -> Found:
        rule, finding, stated = group.rule, group.finding, group.stated
        parts = [member.part for member in group.told.members if member.part]
        who = group.told.who
        known = {
            name: day
            for name, when in finding.values.items()
            if (day := self._day_of(when, stated)) is not None
        }
        items = [part.item for part in parts if part.item]
        message = self._messages.message(finding, who, items, request, stated, known)
        return Found(
            rule=rule.id,
            outcome=finding.outcome,
            clause=rule.clause,
            statements=finding.statements or rule.statements,
            message=message,
            who=who,
            by=self._day_of(finding.by, stated) if finding.by else None,
            subject=stated.subject,
            place=request.place(stated, finding.at),
            dates=known,
            any_of=len(who) > 1 and len(group.told.members) == 1 and not _several_needed(parts),
            layer=rule.layer,
            ask_again=finding.ask_again,
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

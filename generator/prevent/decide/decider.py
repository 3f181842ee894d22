"""Deciding a request: the tests that hold, made into findings and the worst of their outcomes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from prevent.conditions.evaluate import moment
from prevent.conditions.tree import Dated
from prevent.dates import CalendarError
from prevent.decide.decision import Decision, Found, Imposed
from prevent.decide.messages import Messages
from prevent.decide.remarks import remarks
from prevent.engines.confirmed import Evaluator
from prevent.engines.forms import KindForms
from prevent.faults import NoDecisionError
from prevent.policy.outcomes import worst
from prevent.requests.request import Request, Stated
from prevent.requirements.day import IN_FORCE_ON
from prevent.requirements.part_ids import AT_LEAST
from prevent.rules.ruleset import Finding, KindRules, Part, Rule, RuleSet

NOTHING_WAIVED: Mapping[str, str] = {}


class _Made(NamedTuple):
    """A finding as its rule states it, with the part it comes from (None for an answer asked)."""

    rule: Rule
    part: Part | None
    finding: Finding
    stated: Stated


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
        self._evaluators: dict[str, dict[str, Evaluator]] = {}

    def close(self) -> None:
        """Let the engines go."""
        for evaluators in self._evaluators.values():
            for evaluator in evaluators.values():
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
        made: list[_Made] = []
        for each, evaluator in self._evaluators_of(request.rules).items():
            for stated in request.items(each, whole) if each else (whole,):
                names = evaluator.fired(stated.facts)
                applied |= {rule.id: None for rule in evaluator.rules if rule.applied in names}
                made += [
                    _Made(rule, part, finding, stated)
                    for rule, name, part, finding in evaluator.findings
                    if name in names
                ]
        # Set aside first: what another rule asks too, it still asks.
        aside = [each for each in made if _set_aside(each, waived)]
        made = [each for each in made if not _set_aside(each, waived)]
        groups = tuple(_grouped(_asked_once(made), request.rules))
        stopping = [group for group in groups if group[0].finding.outcome != "allowed"]
        found = tuple(self._join(group, request) for group in stopping)
        told = [group for group in groups if group[0].finding.outcome == "allowed"]
        failed = {each.rule.id for each in aside} | {finding.rule for finding in found}
        waiting = {each.rule.id for each in made} - {group[0].rule.id for group in groups}
        imposing = {group[0].rule.id for group in told}
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
            notes=tuple(self._join(each, request) for each in told if _is_note(each[0])),
            afterwards=tuple(
                self._join(each, request) for each in told if each[0].rule.sort == "afterwards"
            ),
            waived=tuple(
                self._join(each, request)._replace(waiver=waived[each[0].rule.id])
                for each in _grouped(aside, request.rules)
            ),
            in_force_on=_day(whole.facts.get(IN_FORCE_ON)),
        )

    def _evaluators_of(self, kind: KindRules) -> dict[str, Evaluator]:
        """An evaluator for each group of the kind's rules, made once."""
        if kind.kind not in self._evaluators:
            forms = self._forms(kind.kind)
            self._evaluators[kind.kind] = {
                each: Evaluator(rules, forms.forms[each] if forms else None, self.calendar)
                for each, rules in kind.groups().items()
            }
        return self._evaluators[kind.kind]

    def _join(self, group: list[_Made], request: Request) -> Found:
        first = group[0]
        rule, finding, stated = first.rule, first.finding, first.stated
        who = tuple(dict.fromkeys(role for each in group for role in each.finding.who))
        items = [each.part.item for each in group if each.part and each.part.item]
        known = {
            name: day
            for name, when in finding.values.items()
            if (day := self._day_of(when, stated)) is not None
        }
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
            any_of=len(who) > 1 and len(group) == 1 and not _several_needed(first),
            layer=rule.layer,
            ask_again=finding.ask_again,
        )

    def _imposed(
        self, told: list[list[_Made]], request: Request, whole: Stated
    ) -> Iterator[Imposed]:
        """The conditions it is allowed on: those of rules, then those of approvals, each once."""
        seen: set[tuple[str, str | None]] = set()
        for imposed in (*self._by_rules(told, request), *self._by_approvers(request, whole)):
            key = (imposed.condition, imposed.subject)
            if key not in seen:
                seen.add(key)
                yield imposed

    def _by_rules(self, told: list[list[_Made]], request: Request) -> Iterator[Imposed]:
        for group in told:
            found = self._join(group, request)
            for condition in group[0].finding.conditions:
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


def _several_needed(made: _Made) -> bool:
    """Do several of those who are named have to act, though not all?"""
    return made.part is not None and AT_LEAST in made.part.id


def _is_note(made: _Made) -> bool:
    return made.rule.sort != "afterwards" and not made.finding.conditions


def _set_aside(made: _Made, waived: Mapping[str, str]) -> bool:
    """Does a waiver set it aside? What does not stand in the way stays as it is."""
    return made.rule.id in waived and made.finding.outcome != "allowed"


def _grouped(made: Iterable[_Made], rules: KindRules) -> Iterator[list[_Made]]:
    """The findings in the order of the rules, those of one failure of a rule together."""
    order = {rule.id: index for index, rule in enumerate(rules.rules)}
    joined: dict[tuple[object, ...], list[_Made]] = {}
    for each in sorted(made, key=lambda each: order[each.rule.id]):
        finding = each.finding
        alone = finding.at if finding.values or each.part is None else ""
        key = (each.rule.id, each.stated.at, finding.failure, finding.outcome, alone)
        joined.setdefault(key, []).append(each)
    yield from joined.values()


def _asked_once(made: list[_Made]) -> Iterator[_Made]:
    """The findings with each missing answer asked for once.

    A rule that requires the answer asks for it before one that only rests on it. Where two require
    it, both are told only if the outcome, or who acts, is not the same.
    """
    required: dict[tuple[object, str], dict[object, _Made]] = {}
    for each in sorted(made, key=lambda each: each.part is None):
        own = required.setdefault((each.stated.at, each.finding.answers), {})
        if each.part is not None:
            own.setdefault((each.finding.outcome, each.finding.who), each)
        elif not own:
            own[None] = each
    for each in made:
        own = required[each.stated.at, each.finding.answers]
        if not each.finding.answers or any(each is kept for kept in own.values()):
            yield each

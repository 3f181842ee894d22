"""Deciding a request: the tests that hold, made into findings and the worst of their outcomes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from prevent.conditions.evaluate import moment
from prevent.decide.decision import Decision, Found
from prevent.decide.messages import Messages
from prevent.decide.remarks import remarks
from prevent.engines.confirmed import Evaluator
from prevent.engines.forms import KindForms
from prevent.faults import Place
from prevent.policy.outcomes import worst
from prevent.requests.request import Request, Stated
from prevent.requirements.requirement import TODAY
from prevent.rules.ruleset import Finding, KindRules, Part, Rule, RuleSet


@dataclass(frozen=True, slots=True)
class _Made:
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
        self._messages = Messages(rule_set)
        self._forms = forms
        self._evaluators: dict[str, dict[str, Evaluator]] = {}

    def close(self) -> None:
        """Let the engines go."""
        for evaluators in self._evaluators.values():
            for evaluator in evaluators.values():
                evaluator.close()
        self._evaluators.clear()

    def decide(self, request: Request, as_of: date) -> Decision:
        """The decision on a request.

        ``as_of`` is the day of the check; messages and remarks name it, no outcome rests on it.

        Raises ``NoDecisionError`` where the evaluators disagree or fail.
        """
        whole = request.stated()
        applied: dict[str, None] = {}
        made: list[_Made] = []
        for each, evaluator in self._evaluators_of(request.rules).items():
            for stated in request.items(each, whole) if each else (whole,):
                names = evaluator.fired(stated.facts)
                for rule in evaluator.rules:
                    if rule.applied in names:
                        applied[rule.id] = None
                    made += [
                        _Made(rule, part, finding, stated)
                        for name, part, finding in rule.findings()
                        if name in names
                    ]
        found = tuple(self._found(made, request, as_of))
        failed = {finding.rule for finding in found}
        waiting = {each.rule.id for each in made} - failed
        settled = [
            rule.id
            for rule in request.rules.rules
            if rule.id not in failed and rule.id not in waiting
        ]
        return Decision(
            place=Place(request.document.file, request.document.number, request.document.line, 1),
            kind=request.kind,
            reference=request.text("reference"),
            title=request.text("title") or "",
            outcome=worst(finding.outcome for finding in found),
            findings=found,
            passed=tuple(rule for rule in settled if rule in applied),
            not_applicable=tuple(rule for rule in settled if rule not in applied),
            undecided=tuple(rule.id for rule in request.rules.rules if rule.id in waiting),
            remarks=tuple(remarks(request, whole, as_of)),
        )

    def _evaluators_of(self, kind: KindRules) -> dict[str, Evaluator]:
        """An evaluator for each group of the kind's rules, made once."""
        if kind.kind not in self._evaluators:
            forms = self._forms(kind.kind)
            self._evaluators[kind.kind] = {
                each: Evaluator(rules, forms.forms[each] if forms else None)
                for each, rules in kind.groups().items()
            }
        return self._evaluators[kind.kind]

    def _found(self, made: list[_Made], request: Request, as_of: date) -> Iterator[Found]:
        """The findings in the order of the rules, those of one failure of a rule joined."""
        order = {rule.id: index for index, rule in enumerate(request.rules.rules)}
        made = sorted(_asked_once(made), key=lambda each: order[each.rule.id])
        joined: dict[tuple[object, ...], list[_Made]] = {}
        for each in made:
            finding = each.finding
            alone = finding.at if finding.values or each.part is None else ""
            key = (each.rule.id, each.stated.at, finding.failure, finding.outcome, alone)
            joined.setdefault(key, []).append(each)
        for group in joined.values():
            yield self._join(group, request, as_of)

    def _join(self, group: list[_Made], request: Request, as_of: date) -> Found:
        first = group[0]
        rule, finding, stated = first.rule, first.finding, first.stated
        who = tuple(dict.fromkeys(role for each in group for role in each.finding.who))
        items = [each.part.item for each in group if each.part and each.part.item]
        facts = {**stated.facts, TODAY: as_of}
        dates = {name: moment(when, facts) for name, when in finding.values.items()}
        known = {name: day for name, day in dates.items() if day is not None}
        return Found(
            rule=rule.id,
            outcome=finding.outcome,
            clause=rule.clause,
            statements=rule.statements,
            message=self._messages.message(finding.say, who, items, request, stated, known),
            who=who,
            by=moment(finding.by, stated.facts) if finding.by else None,
            subject=stated.subject,
            place=request.place(stated, finding.at),
            dates=known,
            any_of=len(who) > 1 and len(group) == 1,
        )


def _asked_once(made: list[_Made]) -> Iterator[_Made]:
    """The findings with each missing answer asked for once, by a rule that requires it if any."""
    asked: dict[tuple[object, str], _Made] = {}
    for each in sorted(made, key=lambda each: each.part is None):
        if each.finding.answers:
            asked.setdefault((each.stated.at, each.finding.answers), each)
    for each in made:
        answers = each.finding.answers
        if not answers or asked[each.stated.at, answers] is each:
            yield each

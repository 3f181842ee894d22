"""A procedure as steps that staff follow, drawn from its rules."""

from __future__ import annotations

from dataclasses import dataclass

from prevent.fields.field import Field
from prevent.policy.model import Policy, Procedure, WrittenRule
from prevent.policy.wording import listed, sentence_case, titled
from prevent.rules.compile import people_of
from prevent.rules.ruleset import RuleSet
from prevent.rules.words import Following, RuleWords, rule_words
from prevent.site.told import ASKER


@dataclass(frozen=True, slots=True)
class Step:
    """One step: a rule in the words it has for this procedure.

    ``stops`` are what ends the matter or hands it to somebody to decide, ``allows`` what is allowed
    although something is missing. ``who`` and ``by`` are phrases.
    """

    number: int
    rule: WrittenRule
    words: RuleWords
    who: str
    by: str
    stops: tuple[Following, ...]
    allows: tuple[Following, ...]

    @property
    def anchor(self) -> str:
        """The step's place on the procedure's page."""
        return f"step-{self.rule.id}"


def steps(policy: Policy, procedure: Procedure) -> tuple[Step, ...]:
    """The steps of a procedure, in the order its rules are written."""
    people = people_of(policy)
    return tuple(
        _step(number, rule, rule_words(rule, procedure, people))
        for number, rule in enumerate(policy.rules_for(procedure), start=1)
    )


def _step(number: int, rule: WrittenRule, words: RuleWords) -> Step:
    stops = tuple(each for each in words.follows if each.outcome in {"refused", "referred"})
    allows = tuple(each for each in words.follows if each.outcome == "allowed")
    joint = "or" if words.any_of else "and"
    who = sentence_case(listed([titled(title) for title in words.who], joint))
    if not words.who and words.must:
        who = ASKER
    said_already = not words.must or words.by in words.must
    by = "" if said_already else sentence_case(words.by)
    return Step(number, rule, words, who, by, stops, allows)


def questions(rule_set: RuleSet, procedure: Procedure) -> tuple[Field, ...]:
    """What staff need to know before they start: required answers, and those the rules ask for.

    Evidence that comes later (who agreed, who advised, what was completed) is not among them.
    """
    kind = rule_set.kinds[procedure.kind]
    asked = {fact.partition(".")[0] for rule in kind.rules for fact in rule.asks}
    asked |= {
        finding.at.split(".")[0]
        for rule in kind.rules
        for _, part, finding in rule.findings()
        if part
    }
    lists = {rule.for_each for rule in kind.rules if rule.for_each}
    later = {"approvals", "advice", "completion"}
    return tuple(
        use.field
        for use in procedure.uses
        if (use.required or use.field.id in asked | lists) and use.field.type not in later
    )

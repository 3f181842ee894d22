"""The rule set: what a policy's rules come to, with all that a decision must be able to say.

It is plain data. It is compiled from a policy (``prevent.rules.compile``), kept as JSON under
``rules/`` (``prevent.rules.codec``), and is all that a decision is taken from.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from prevent.conditions.tree import FALSE, TRUE, All, Condition, Dated, Not
from prevent.dates import Calendar, parse_date
from prevent.fields.field import Field
from prevent.policy.cited import ImposedCondition, Sort, Waivers
from prevent.policy.outcomes import Outcome
from prevent.requirements.day import IN_FORCE_ON, RECEIVED_ON, TODAY


@dataclass(frozen=True, slots=True)
class Finding:
    """What is found where ``test`` is true: the outcome, the words, who acts and by when.

    ``at`` is the fact it is about, ``answers`` the fact that is missing where it is an answer, and
    ``values`` the dates the words may name and ``words`` the phrases. ``by`` is a date of the
    request, or None. ``conditions`` are those it is allowed on, where the outcome is ``allowed``.
    ``statements`` are those of the rule's it rests on; empty for all of them.
    """

    failure: str
    outcome: Outcome
    say: str
    who: tuple[str, ...] = ()
    test: Condition = TRUE
    at: str = ""
    by: Dated | None = None
    answers: str = ""
    values: Mapping[str, Dated] = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)
    conditions: tuple[str, ...] = ()
    ask_again: bool = False
    statements: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """One thing a rule requires, in the case that ``when`` is true.

    Unless ``met`` is true, the first finding that holds is made.
    """

    id: str
    item: str
    findings: tuple[Finding, ...]
    met: Condition = FALSE
    when: Condition = TRUE


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule for requests of one kind.

    It applies where ``when`` is true and ``unless`` is not. Where a missing answer leaves open
    whether it applies, or in which case, the answer is asked for: ``asks`` says by fact what to
    say. ``layer`` is the layer of the policy it comes from.
    """

    id: str
    title: str
    clause: str
    statements: tuple[str, ...]
    parts: tuple[Part, ...]
    asks: Mapping[str, Finding]
    for_each: str = ""
    when: Condition = TRUE
    unless: Condition = FALSE
    layer: str = ""
    sort: Sort = "rule"

    @property
    def applies(self) -> Condition:
        """When it applies, as one condition; unknown where an answer is missing."""
        return All((self.when, Not(self.unless)))

    def findings(self) -> Iterator[tuple[str, Part | None, Finding]]:
        """Each finding the rule can make, with its name and its part (None for what is asked)."""
        for part in self.parts:
            for index, finding in enumerate(part.findings):
                yield f"{self.id}/{part.id}/{index}-{finding.failure}", part, finding
        for fact, finding in self.asks.items():
            yield f"{self.id}/ask/{fact}", None, finding

    @property
    def applied(self) -> str:
        """The name of the test that says that the rule applies."""
        return f"{self.id}/applies"


@dataclass(frozen=True, slots=True)
class KindRules:
    """The rules for requests of one kind, and the fields such requests have.

    ``required`` are the fields every such request has. ``only_when`` says which fields may be given
    only where another has a certain answer: the other field, and the answer.
    """

    kind: str
    noun: str
    title: str
    procedure: str
    happens_on: str
    fields: tuple[Field, ...]
    required: tuple[str, ...]
    rules: tuple[Rule, ...]
    only_when: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def field(self, field_id: str) -> Field | None:
        """The field with this id, or None."""
        return next((field for field in self.fields if field.id == field_id), None)

    def rule(self, rule_id: str) -> Rule:
        """The rule with this id. Raises ``KeyError`` where there is none."""
        for rule in self.rules:
            if rule.id == rule_id:
                return rule
        raise KeyError(rule_id)

    def always_given(self, each: str = "") -> tuple[str, ...]:
        """The facts no request, or no item of the list ``each``, can be without."""
        owner = self.field(each) if each else None
        own = [field.id for field in owner.fields if field.required] if owner else []
        counted = [field.id for field in self.fields if field.type == "list"]
        there = [TODAY]
        if not self.field(RECEIVED_ON) or RECEIVED_ON in self.required:
            there.append(IN_FORCE_ON)
        return (*self.required, *counted, *own, *there)

    def groups(self) -> dict[str, tuple[Rule, ...]]:
        """The rules by the list whose items they look at; "" for those of the whole request."""
        lists = dict.fromkeys(["", *(rule.for_each for rule in self.rules)])
        return {each: tuple(rule for rule in self.rules if rule.for_each == each) for each in lists}


@dataclass(frozen=True, slots=True)
class RuleSet:
    """All the rules of a policy, and the words they are cited with.

    ``roles`` are titles by id, ``clauses`` titles by number, ``statements`` the policy's words by
    id. Dates are as the policy writes them, ``YYYY-MM`` or ``YYYY-MM-DD``. ``conditions`` is the
    catalogue by id, ``layers`` titles by id, and ``bank_holidays`` the days that are not worked,
    where any rule counts working days. ``waivers`` says who may waive which rules: at
    most one entry for a rule.
    """

    title: str
    organisation: str
    short_name: str
    issued: str
    next_review: str
    responsibility: str
    digest: str
    roles: Mapping[str, str]
    clauses: Mapping[str, str]
    statements: Mapping[str, str]
    kinds: Mapping[str, KindRules]
    conditions: Mapping[str, ImposedCondition] = field(default_factory=dict)
    layers: Mapping[str, str] = field(default_factory=dict)
    bank_holidays: tuple[str, ...] = ()
    waivers: tuple[Waivers, ...] = ()

    def waivers_of(self, rule_id: str) -> Waivers | None:
        """Who may waive a rule, and by which words; None where nobody may."""
        return next((each for each in self.waivers if rule_id in each.rules), None)

    def calendar(self) -> Calendar:
        """The calendar that working days are counted by."""
        days = (parse_date(day) for day in self.bank_holidays)
        return Calendar.of(day for day in days if day)

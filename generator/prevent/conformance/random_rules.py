"""Random rule sets: rules of every kind, over fields of every type, always the same for one seed.

The rules are what a person could write: requirements of every kind with any of their terms, cases,
consequences, exemptions, what follows afterwards, and conditions of every form, nested.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from random import Random

from prevent.bank_holidays import bank_holidays
from prevent.conditions.tree import (
    SIZES,
    TRUE,
    All,
    Any,
    Condition,
    Dated,
    Day,
    Given,
    Is,
    Moment,
    Not,
    NotAfter,
    Number,
)
from prevent.conformance.random_terms import DAYS, FIRST, TermsMaker
from prevent.dates import UNITS, Period
from prevent.faults import Place
from prevent.fields.field import Field, Option
from prevent.policy.cited import ImposedCondition
from prevent.policy.outcomes import OUTCOMES
from prevent.policy.written import (
    Case,
    Consequence,
    FieldUse,
    InForce,
    Procedure,
    Requirement,
    WrittenRule,
)
from prevent.requirements.kinds import KINDS
from prevent.requirements.requirement import RequirementError
from prevent.rules.compile import People, compile_rule
from prevent.rules.ruleset import KindRules, Rule, RuleSet

ROLES = {"head": "Head", "lead": "Lead", "bursar": "Bursar", "governor": "Governor"}
ROLES["deputy-head"] = "Deputy Head"
PEOPLE = People(ROLES, {"head": "Ann Archer", "lead": "Lee O'Lamb"})
CATALOGUE = ("quiet", "small-and-short")
KIND = "talk"
_DATES = ("date", "received_on", "changed_on", "deadline")
_DAYS_OF = (
    *_DATES,
    "today",
    "approvals.head.date",
    "approvals.lead.latest",
    "advice.lead.date",
    "plan.completed",
)
_DEEPEST = 3
_TRIES = 60


def _options(*ids: str) -> tuple[Option, ...]:
    return tuple(Option(each, each.capitalize(), "It is so.", f"it is {each}") for each in ids)


def _field(field_id: str, of_type: str, options: Sequence[str] = ()) -> Field:
    words = field_id.replace("_", " ").capitalize()
    return Field(
        field_id,
        of_type,
        words,
        f"{words}?",
        phrase=f"the {words.lower()}",
        options=_options(*options),
        required=field_id == "name",
        also_says=("by", "conditions") if field_id == "approvals" else (),
    )


_SPEAKER = (
    _field("name", "text"),
    _field("known", "yes-no", ("yes", "no")),
    _field("topic", "choice", ("plain", "delicate", "very-delicate")),
    _field("fee", "number"),
    _field("agreed_on", "date"),
)
_LIST = Field(
    "speakers",
    "list",
    "Speakers",
    "Speakers?",
    phrase="the speakers",
    item="speaker",
    named_by="name",
    fields=_SPEAKER,
)
FIELDS = (
    _field("reference", "text"),
    _field("title", "text"),
    *(_field(each, "date") for each in _DATES),
    _field("size", "number"),
    _field("indoors", "yes-no", ("yes", "no")),
    _field("source", "choice", ("outside", "inside", "far-away")),
    _field("outline", "choice", ("shared", "promised", "withheld")),
    _field("labels", "several", ("body", "expiry-date", "price")),
    _LIST,
    _field("risk_assessment", "completion"),
    _field("plan", "completion"),
    _field("approvals", "approvals"),
    _field("first_approvals", "approvals"),
    _field("advice", "advice"),
)


class Maker:
    """Makes the rule set of one seed."""

    def __init__(self, seed: str) -> None:
        # Not for secrets: the same numbers each time are what is wanted.
        self._random = Random(seed)  # noqa: S311
        self._terms = TermsMaker(self._random)
        self._procedure = self._new_procedure()

    def rule_set(self) -> RuleSet:
        """A rule set of one kind of request."""
        chance = self._random
        exemptions = tuple(
            self._written(f"exempt-{number}", "exemption")
            for number in range(chance.choice((0, 0, 1)))
        )
        procedure = self._with(exemptions)
        rules = [compile_rule(each, procedure, PEOPLE) for each in exemptions]
        while len(rules) < len(exemptions) + 3:
            rules += self._compiled(f"rule-{len(rules)}", "rule", procedure)
        if chance.random() < 1 / 3:
            rules += self._compiled("afterwards", "afterwards", procedure)
        kind = KindRules(
            KIND,
            KIND,
            "Talks",
            "talks",
            "date",
            tuple(procedure.fields.values()),
            tuple(use.field.id for use in procedure.uses if use.required),
            tuple(rules),
            {use.field.id: use.only_when for use in procedure.uses if use.only_when},
        )
        return RuleSet(
            title="Random",
            organisation="Random",
            short_name="R",
            issued="2026-01",
            next_review="2027-01",
            responsibility="head",
            digest="0" * 64,
            roles=ROLES,
            clauses={"1": "Talks"},
            statements={"S01": "Talks are agreed to."},
            kinds={KIND: kind},
            conditions={
                each: ImposedCondition(each, each, ("lead",), "1", ("S01",)) for each in CATALOGUE
            },
            bank_holidays=bank_holidays("england-and-wales"),
        )

    def _new_procedure(self) -> Procedure:
        chance = self._random
        required = {"date", *chance.sample(["title", "size", "source", "received_on"], 1)}
        limited = {"labels": ("source", "outside"), "speakers": ("indoors", "yes")}
        only_when = {each: limited[each] for each in limited if chance.random() < 1 / 5}
        left_out = {"received_on"} - required if chance.random() < 1 / 10 else set[str]()
        uses = tuple(
            FieldUse(field, field.id in required, only_when.get(field.id))
            for field in FIELDS
            if field.id not in left_out
        )
        place = Place("random")
        return Procedure(
            "talks", KIND, "Talks", "Hold a talk", KIND, ("1",), "", "date", uses, place
        )

    def _with(self, exemptions: tuple[WrittenRule, ...]) -> Procedure:
        own = self._procedure
        return Procedure(
            own.id,
            own.kind,
            own.title,
            own.task,
            own.noun,
            own.clauses,
            own.summary,
            own.happens_on,
            own.uses,
            own.place,
            exemptions,
        )

    def _compiled(self, name: str, sort: str, procedure: Procedure) -> list[Rule]:
        """A rule; one that asks for what such requests do not have is made anew."""
        for _ in range(_TRIES):
            try:
                return [compile_rule(self._written(name, sort), procedure, PEOPLE)]
            except RequirementError:
                continue
        return []

    def _written(self, name: str, sort: str) -> WrittenRule:
        chance = self._random
        each = "speakers" if sort == "rule" and chance.random() < 1 / 3 else ""
        cases = [self._case(each, sort) for _ in range(chance.choice((1, 1, 1, 2, 3)))]
        if len(cases) == 1 or sort != "rule":
            cases = [Case(TRUE, cases[0].requirement, cases[0].otherwise, cases[0].consequence)]
        in_force = InForce()
        if chance.random() < 1 / 5:
            days = [self._day_of_calendar(), None]
            chance.shuffle(days)
            in_force = InForce(*days)
        always = sort == "rule" and chance.random() < 1 / 4
        return WrittenRule(
            id=name,
            procedure="talks",
            kinds=(KIND,),
            clause=chance.choice(("1", "2.3")),
            statements=("S01",),
            title=name,
            for_each=each,
            when=TRUE if always else self._condition(each, _DEEPEST),
            unless=self._condition(each, 2) if chance.random() < 1 / 4 else Not(TRUE),
            cases=tuple(cases),
            reading="",
            place=Place("random"),
            in_force=in_force,
            sort="exemption" if sort == "exemption" else "afterwards" if sort != "rule" else "rule",
        )

    def _case(self, each: str, sort: str) -> Case:
        chance = self._random
        when = self._condition(each, 2)
        if sort != "rule":
            return Case(when, consequence=Consequence("allowed", "So it is.", who=()))
        if chance.random() < 1 / 4:
            return Case(when, consequence=self._consequence(lenient=True))
        kind, terms = self._terms.requirement()
        otherwise = {
            failure.name: self._consequence(lenient=failure.lenient)
            for failure in KINDS[kind].failures
            if chance.random() < 1 / 2 or kind == "document"
        }
        return Case(when, Requirement(kind, terms), otherwise)

    def _consequence(self, *, lenient: bool) -> Consequence:
        chance = self._random
        outcome = chance.choice(OUTCOMES if lenient else OUTCOMES[:3])
        imposed = tuple(chance.sample(CATALOGUE, chance.randint(0, 2)))
        return Consequence(
            outcome,
            "So it is.",
            who=chance.choice((None, ("governor",), ("lead", "head"), ())),
            by=chance.choice((None, None, self._terms.day())),
            conditions=imposed if outcome == "allowed" else (),
            ask_again=outcome != "allowed" and chance.random() < 1 / 8,
        )

    def _condition(self, each: str, depth: int) -> Condition:
        chance = self._random
        if depth <= 1 or chance.random() < 1 / 3:
            return self._leaf(each)
        if chance.random() < 1 / 4:
            return Not(self._condition(each, depth - 1))
        parts = tuple(self._condition(each, depth - 1) for _ in range(chance.randint(2, 3)))
        return chance.choice((All, Any))(parts)

    def _leaf(self, each: str) -> Condition:
        chance = self._random
        own = [field for field in _SPEAKER if field.id != "name"] if each else []
        names: list[Mapping[str, Sequence[str]]] = [
            {field.id: [option.id for option in field.options]}
            for field in (*own, *FIELDS)
            if field.options and field.type != "several"
        ]
        names += [{f"labels.{option.id}": ("yes", "no")} for option in FIELDS[10].options]
        names += [
            {f"approvals.{role}.decision": ("granted", "declined")} for role in ("head", "governor")
        ]
        names.append({"approvals.head.condition.quiet": ("yes",)})
        match chance.choice(("is", "is", "number", "given", "date", "date")):
            case "is":
                [(fact, values)] = chance.choice(names).items()
                return Is(
                    fact, tuple(chance.sample(values, chance.randint(1, max(1, len(values) - 1))))
                )
            case "number":
                fact = chance.choice((*(["fee"] if each else []), "size", "speakers", "labels"))
                return Number(fact, chance.choice(SIZES), chance.randint(0, 3))
            case "given":
                return Given(
                    chance.choice((*_DATES[1:], "size", "advice.lead.date", "plan.completed"))
                )
            case _:
                days = (*_DAYS_OF, *(["agreed_on"] if each else []))
                first: Dated = Moment(chance.choice(days), self._offset())
                second: Dated = Moment(chance.choice(days), self._offset())
                if chance.random() < 1 / 5:
                    second = Day(self._day_of_calendar())
                return NotAfter(*(chance.sample((first, second), 2)))

    def _offset(self) -> Period | None:
        chance = self._random
        if chance.random() < 1 / 2:
            return None
        return Period(chance.choice((-3, -2, -1, 1, 2, 3)), chance.choice(UNITS))

    def _day_of_calendar(self) -> date:
        return FIRST + timedelta(days=self._random.randrange(DAYS))

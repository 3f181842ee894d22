"""Who decides, procedure by procedure, and what happens to that when somebody is away.

All of it is read off the rules: who must agree, who advises, and to whom a matter is handed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from prevent.policy.model import Policy, Role
from prevent.policy.wording import listed, sentence_case, titled
from prevent.policy.written import Case, Consequence, Procedure, Requirement
from prevent.requirements.agreement import needed
from prevent.requirements.requirement import strings
from prevent.site.steps import Step, StepCase, steps

AGREES, ADVISES, DECIDES = "Agrees", "Advises", "Decides where the policy leaves it open"


@dataclass(frozen=True, slots=True)
class Deciding:
    """What somebody does in a step: agrees, advises or decides.

    ``who`` and ``about`` are words. ``instead`` are the roles that do it, and for each of them the
    others who may do it in its place.
    """

    does: str
    who: str
    about: str
    step: Step
    instead: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Matter:
    """Something that is decided, and the steps in which it is, by procedure."""

    about: str
    steps: tuple[tuple[Procedure, Step], ...]


@dataclass(frozen=True, slots=True)
class Instead:
    """Matters that ``others``, as words, may decide while a role is away; nobody, if empty."""

    others: str
    matters: tuple[Matter, ...]


@dataclass(frozen=True, slots=True)
class Away:
    """A role that decides something, and who may while it is away: what nobody may stands first."""

    role: Role
    instead: tuple[Instead, ...]


def deciders(
    policy: Policy, procedure: Procedure, today: date
) -> tuple[tuple[str, tuple[Deciding, ...]], ...]:
    """Who agrees, who advises and who decides in a procedure: each of the three that it has."""
    found = _each_once(policy, procedure, today)
    groups = (
        (does, tuple(each for each in found if each.does == does))
        for does in (AGREES, ADVISES, DECIDES)
    )
    return tuple((does, own) for does, own in groups if own)


def away(policy: Policy, today: date) -> tuple[Away, ...]:
    """Every role that decides something or has a deputy, and who may while it is away."""
    decided = [
        (procedure, each)
        for procedure in policy.procedures
        for each in _each_once(policy, procedure, today)
    ]
    every = (_away(policy, role, decided) for role in policy.roles.values())
    return tuple(each for each in every if each.instead or each.role.deputy)


def _away(policy: Policy, role: Role, decided: Iterable[tuple[Procedure, Deciding]]) -> Away:
    found: dict[tuple[str, ...], dict[str, list[tuple[Procedure, Step]]]] = {}
    for procedure, each in decided:
        if role.id in each.instead:
            matters = found.setdefault(each.instead[role.id], {})
            matters.setdefault(each.about, []).append((procedure, each.step))
    groups = (
        Instead(
            _names(policy, others, "or"),
            tuple(Matter(about, tuple(own)) for about, own in matters.items()),
        )
        for others, matters in sorted(found.items(), key=lambda pair: len(pair[0]))
    )
    return Away(role, tuple(groups))


def _each_once(policy: Policy, procedure: Procedure, today: date) -> list[Deciding]:
    found = (
        each
        for step in steps(policy, procedure, today)
        if step.number
        for case, shown in zip(step.rule.cases, step.cases, strict=False)
        for each in _deciding(policy, step, case, shown)
    )
    return list({(each.does, each.who, each.about): each for each in found}.values())


def _deciding(policy: Policy, step: Step, case: Case, shown: StepCase) -> Iterator[Deciding]:
    asked = case.requirement
    if asked and asked.kind in {"approval", "advice"}:
        roles = strings(asked.terms["from"])
        does = AGREES if asked.kind == "approval" else ADVISES
        enough = _enough(asked, roles)
        who = _names(policy, roles, "and" if enough == len(roles) else "or")
        instead = {role: (*_stand_ins(asked, role), *_rest(role, roles, enough)) for role in roles}
        counter = asked.terms.get("counter_signature")
        if counter:
            instead.setdefault(str(counter), ())
            who += f"; {titled(policy.roles[str(counter)].title)} signs as well"
        yield Deciding(does, who, step.rule.title, step, instead)
    ends = (*case.otherwise.values(), case.consequence)
    handed = [each for each in ends if each and each.outcome == "referred" and each.who]
    said = [stop for stop in shown.stops if stop.outcome == "referred"]
    for consequence, _ in zip(handed, said, strict=False):
        yield _handed(policy, step, consequence)


def _handed(policy: Policy, step: Step, consequence: Consequence) -> Deciding:
    roles = consequence.who or ()
    instead = {role: _rest(role, roles, 1) for role in roles}
    # What it says of a request that comes to it is a whole sentence, and names them again.
    return Deciding(DECIDES, _names(policy, roles, "or"), step.rule.title, step, instead)


def _stand_ins(asked: Requirement, role: str) -> tuple[str, ...]:
    named = asked.terms.get("stand_ins")
    return strings(named[role]) if isinstance(named, Mapping) and role in named else ()


def _rest(role: str, roles: tuple[str, ...], enough: int) -> tuple[str, ...]:
    """The other roles, where they are enough without this one."""
    return tuple(other for other in roles if other != role) if enough < len(roles) else ()


def _enough(asked: Requirement, roles: tuple[str, ...]) -> int:
    """How many of the roles are enough."""
    if asked.kind == "advice":
        return len(roles) if asked.terms.get("of_them") == "all" else 1
    return needed(asked.terms, roles)


def _names(policy: Policy, roles: Iterable[str], joint: str = "and") -> str:
    return sentence_case(listed([titled(policy.roles[role].title) for role in roles], joint))

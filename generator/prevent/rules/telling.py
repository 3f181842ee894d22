"""What a request is told: which of the findings made are told, and which of them together.

A missing answer is asked for once. A rule that requires the answer asks for it before one that
only rests on it; where two require it, both are told only if the outcome, or who acts, is not the
same. Findings of one failure of a rule are told as one. All of this is known before any request
is: so every engine, and the checker itself, tells the same.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from prevent.rules.ruleset import Finding, Part, Rule


class Member(NamedTuple):
    """A finding that a rule can make, by the ``name`` of its test.

    It is not told where any of ``instead``, which are names too, is made. ``part`` is None for an
    answer that is asked for.
    """

    name: str
    rule: Rule
    part: Part | None
    finding: Finding
    instead: tuple[str, ...] = ()

    def told(self, made: Collection[str]) -> bool:
        """Is it told, where the findings of these names are made?"""
        return self.name in made and not any(name in made for name in self.instead)


class Told(NamedTuple):
    """What is told as one: findings of one failure of a rule, all of one outcome."""

    members: tuple[Member, ...]

    @property
    def rule(self) -> Rule:
        """The rule that tells it."""
        return self.members[0].rule

    @property
    def finding(self) -> Finding:
        """The first of its findings, which gives the words and the outcome."""
        return self.members[0].finding

    @property
    def who(self) -> tuple[str, ...]:
        """Everybody who acts, each once."""
        return tuple(dict.fromkeys(role for each in self.members for role in each.finding.who))


@dataclass(frozen=True)
class Telling:
    """What the rules that look at one thing can tell, in the order of the rules."""

    told: tuple[Told, ...]

    @cached_property
    def _places(self) -> dict[str, int]:
        """Which of what is told each finding belongs to."""
        return {
            member.name: index for index, told in enumerate(self.told) for member in told.members
        }

    def of(self, made: Collection[str], *, every: bool = False) -> Iterator[Told]:
        """What is told where the findings of these names are made, with those findings only.

        With ``every``, what is asked for is told each time that it is.
        """
        places = self._places
        for index in sorted({places[name] for name in made if name in places}):
            told = self.told[index]
            members = [
                each
                for each in told.members
                if each.name in made and (every or not each.instead or each.told(made))
            ]
            if len(members) == len(told.members):
                yield told
            elif members:
                yield Told(tuple(members))

    def rules(self, made: Collection[str]) -> set[str]:
        """The rules whose findings these are, told or not."""
        return {self.told[self._places[name]].rule.id for name in made if name in self._places}

    def stopping(self, rules: Collection[str]) -> frozenset[str]:
        """The findings of these rules that stand in a request's way."""
        return frozenset(
            member.name
            for told in self.told
            if told.rule.id in rules and told.finding.outcome != "allowed"
            for member in told.members
        )


def telling(rules: Sequence[Rule]) -> Telling:
    """What these rules, which all look at one thing, can tell."""
    members = [
        Member(name, rule, part, finding)
        for rule in rules
        for name, part, finding in rule.findings()
    ]
    asking: dict[str, list[Member]] = {}
    for member in members:
        asking.setdefault(member.finding.answers, []).append(member)
    joined: dict[tuple[object, ...], list[Member]] = {}
    for member in members:
        joined.setdefault(_key(member), []).append(_once(member, asking[member.finding.answers]))
    return Telling(tuple(Told(tuple(group)) for group in joined.values()))


def _key(member: Member) -> tuple[object, ...]:
    """What findings have in common that are told as one. Those that name dates are told alone."""
    finding = member.finding
    alone = finding.at if finding.values or member.part is None else ""
    return (member.rule.id, finding.failure, finding.outcome, alone)


def _once(member: Member, asking: Sequence[Member]) -> Member:
    """The member, with those of the ones asking for the same that are told instead of it."""
    if not member.finding.answers:
        return member
    required = [each for each in asking if each.part is not None]
    before: list[Member]
    if member.part is None:
        others = [each for each in asking if each.part is None]
        before = required + others[: others.index(member)]
    else:
        same = [each for each in required if _way(each) == _way(member)]
        before = same[: same.index(member)]
    instead = tuple(each.name for each in before)
    return Member(member.name, member.rule, member.part, member.finding, instead)


def _way(member: Member) -> tuple[object, ...]:
    return member.finding.outcome, member.finding.who

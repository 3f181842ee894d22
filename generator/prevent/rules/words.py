"""Rules in plain English, generated from their logic.

What the site says of a rule comes from the same condition tree the checker runs, so the two cannot
drift apart.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from prevent.conditions.tree import FALSE, TRUE, Always, Condition
from prevent.dates import in_words
from prevent.policy.outcomes import Outcome
from prevent.policy.wording import listed, sentence_case, titled
from prevent.policy.written import Case, Consequence, InForce, Procedure, WrittenRule
from prevent.requirements.kinds import KINDS
from prevent.requirements.requirement import Check, Setting, who_words
from prevent.rules.compile import People, case_parts, for_kind, setting_of
from prevent.rules.condition_words import condition_words
from prevent.rules.placeholders import PLACEHOLDER
from prevent.rules.ruleset import Finding


@dataclass(frozen=True, slots=True)
class Following:
    """What follows where a requirement is not met: how it fails, the outcome, who acts.

    ``who`` are titles. ``conditions`` are ids of the catalogue, where it is allowed on conditions.
    ``by`` is the day as a phrase, where the rule names one of its own. ``failure`` is the name of
    the failure, or empty where something follows at once.
    """

    means: str
    outcome: Outcome
    say: str
    who: tuple[str, ...]
    conditions: tuple[str, ...] = ()
    by: str = ""
    ask_again: bool = False
    failure: str = ""


@dataclass(frozen=True, slots=True)
class CaseWords:
    """One case of a rule: when it counts, what must be in place, who sees to it and by when.

    ``when`` and ``must`` are phrases: ``when`` is empty where the rule has no cases, ``must`` where
    something follows at once. ``who`` is a phrase, empty where nobody is named, and so is ``by``,
    empty where what follows at once has no day of its own.
    """

    when: str
    must: str
    follows: tuple[Following, ...]
    who: str
    by: str


@dataclass(frozen=True, slots=True)
class RuleWords:
    """A rule in plain English for one kind of request.

    ``applies`` says when it applies, in whole sentences. ``cases`` are those such a request can be
    in. ``in_force`` is a sentence, or empty where it is in force on every day.
    """

    applies: str
    cases: tuple[CaseWords, ...]
    in_force: str

    @property
    def must(self) -> str:
        """What must be in place in each case, as sentences; empty where nothing is asked for."""
        asked = [case for case in self.cases if case.must]
        said = (f"{case.when}: {case.must}" if case.when else case.must for case in asked)
        return " ".join(f"{sentence_case(text)}." for text in said)

    @property
    def follows(self) -> tuple[Following, ...]:
        """What follows in any of the cases."""
        return tuple(dict.fromkeys(each for case in self.cases for each in case.follows))


def rule_words(rule: WrittenRule, procedure: Procedure, people: People) -> RuleWords:
    """The rule in plain English for the requests of one procedure it is for."""
    setting = setting_of(rule, procedure, people)
    return RuleWords(
        applies=_applies(rule, procedure, setting),
        cases=tuple(_cases(rule, procedure, setting)),
        in_force=in_force_words(rule.in_force),
    )


def in_force_words(dates: InForce) -> str:
    """``For requests received from 1 September 2026.``, or nothing."""
    days = days_in_force(dates)
    return f"For requests received {days}." if days else ""


def days_in_force(dates: InForce) -> str:
    """``from 1 September 2026 until 31 August 2027``, or nothing."""
    start = f"from {in_words(dates.start)}" if dates.start else ""
    until = f"until {in_words(dates.until)}" if dates.until else ""
    return " ".join(part for part in (start, until) if part)


def _applies(rule: WrittenRule, procedure: Procedure, setting: Setting) -> str:
    when = for_kind(rule.when, procedure.kind)
    unless = for_kind(rule.unless, procedure.kind)
    each = f"for each {setting.fields[rule.for_each].item}" if rule.for_each else ""
    clause = "" if isinstance(when, Always) else f"when {condition_words(when, setting)}"
    text = ", ".join(part for part in (each, clause) if part) or f"for every {procedure.noun}"
    if not isinstance(unless, Always):
        text += f". Not when {condition_words(unless, setting)}"
    return sentence_case(text) + "."


def _cases(rule: WrittenRule, procedure: Procedure, setting: Setting) -> Iterator[CaseWords]:
    for case, when in _reached(rule, procedure.kind):
        must = ""
        if case.requirement is not None:
            must = KINDS[case.requirement.kind].sentence(case.requirement.terms, setting)
        counts = f"when {condition_words(when, setting)}" if when != TRUE else ""
        if when == TRUE and len(rule.cases) > 1 and case is not rule.cases[0]:
            counts = "in every other case"
        acting = list(_acting(case, rule, setting))
        yield CaseWords(
            when=counts,
            must=must,
            follows=tuple(_follows(case, counts, rule, setting)),
            who=_who(acting, case, setting),
            by=_by(acting, case, setting),
        )


def _reached(rule: WrittenRule, kind: str) -> Iterator[tuple[Case, Condition]]:
    """The cases that a request of this kind can be in, and when each counts."""
    for case in rule.cases:
        when = for_kind(case.when, kind)
        if when != FALSE:
            yield case, when
        if when == TRUE:
            return


def _acting(case: Case, rule: WrittenRule, setting: Setting) -> Iterator[list[Finding]]:
    """What is found of each part where it can be put right; if nowhere, what is found at all."""
    parts = [part.findings for part in case_parts(case, rule, setting)]
    found = [[each for each in part if each.outcome == "action-needed"] for part in parts]
    return (part for part in (found if any(found) else map(list, parts)) if part)


def _who(acting: list[list[Finding]], case: Case, setting: Setting) -> str:
    """Who acts so that each part is met; where nothing can be done about it, who decides."""
    parts = [tuple(dict.fromkeys(role for each in part for role in each.who)) for part in acting]
    parts = [roles for roles in dict.fromkeys(parts) if roles]
    if all(len(roles) == 1 for roles in parts):
        return setting.names([role for [role] in parts])
    if len(parts) == 1:
        last = acting[-1][-1]
        own = case.otherwise.get(last.failure)
        # Of those who are asked, "at least two" may be enough: the requirement says so.
        asked = last.words.get("who", "") if own is None or own.who is None else ""
        return asked or setting.names(parts[0], "or")
    return ", and ".join(setting.names(roles, "or") for roles in parts)


def _by(acting: list[list[Finding]], case: Case, setting: Setting) -> str:
    """The day by which each part must be met; the last finding of a part is that it is not."""
    if case.consequence is not None and case.consequence.by is None:
        return ""
    days = [part[-1].by for part in acting]
    return listed([*dict.fromkeys(setting.moment_words(day) for day in days if day is not None)])


def _follows(case: Case, counts: str, rule: WrittenRule, setting: Setting) -> Iterator[Following]:
    if case.consequence is None:
        yield from dict.fromkeys(_failures(case, rule, setting))
        return
    means = f"{sentence_case(counts)}." if counts else ""
    who = case.consequence.who or ()
    known = _known(who, case, rule, setting, "and")
    yield _following(means, case.consequence, who, known, setting)


def _failures(case: Case, rule: WrittenRule, setting: Setting) -> Iterator[Following]:
    assert case.requirement is not None
    kind = KINDS[case.requirement.kind]
    parts = kind.parts(case.requirement.terms, setting)
    for failure in kind.failures:
        checks = [each for part in parts for each in part.checks if each.failure == failure.name]
        if checks:
            usual = Consequence(failure.outcome, failure.say)
            consequence = case.otherwise.get(failure.name, usual)
            named = tuple(dict.fromkeys(role for check in checks for role in check.who))
            who = named if consequence.who is None else consequence.who
            # What is missing is missing of all; one role alone declines, or is late.
            known = _known(who, case, rule, setting, "and" if failure.name == "missing" else "or")
            asked = _asked(checks, setting)
            known |= {
                name: text
                for name, text in asked.items()
                if consequence.who is None or name.lower() != "who"
            }
            following = _following(failure.means, consequence, who, known, setting)
            yield replace(following, failure=failure.name)


def _asked(checks: Sequence[Check], setting: Setting) -> dict[str, str]:
    """The phrases of the checks of one failure; where several fail together, all are named."""
    known = {name: text for check in checks for name, text in check.words.items()}
    together = [check.who for check in checks if len(check.who) > 1]
    if together and checks[0].failure == "declined":
        every = setting.names(list(dict.fromkeys(role for who in together for role in who)))
        known |= who_words(every if len(together) == 1 else f"too many of {every}")
    return known


def _following(
    means: str,
    consequence: Consequence,
    who: tuple[str, ...],
    known: Mapping[str, str],
    setting: Setting,
) -> Following:
    filled = PLACEHOLDER.sub(lambda name: known.get(name[1], "[date]"), consequence.say)
    titles = tuple(setting.roles[role] for role in who)
    by = consequence.by
    return Following(
        means=means,
        outcome=consequence.outcome,
        say=sentence_case(filled),
        who=titles,
        conditions=consequence.conditions,
        by="" if by is None else setting.moment_words(setting.day(by)),
        ask_again=consequence.ask_again,
    )


def _known(
    who: tuple[str, ...], case: Case, rule: WrittenRule, setting: Setting, joint: str
) -> dict[str, str]:
    """The words of a message on a page that is about no request: ``[date]`` for an answer."""
    items = ""
    if case.requirement:
        parts = KINDS[case.requirement.kind].parts(case.requirement.terms, setting)
        items = listed([part.item for part in parts if part.item])
    item = setting.fields[rule.for_each].item if rule.for_each else "it"
    words = {field.id: f"[{field.label.lower()}]" for field in setting.fields.values()}
    words |= {
        "who": _roles(who, joint, setting),
        "who_or": _roles(who, "or", setting),
        "items": items,
        "subject": f"the {item}",
        "organisation": "the organisation",
    }
    return words | {sentence_case(key): sentence_case(text) for key, text in words.items()}


def _roles(who: tuple[str, ...], joint: str, setting: Setting) -> str:
    if not who:
        return "whoever makes the request"
    return listed([titled(setting.roles[role]) for role in who], joint)

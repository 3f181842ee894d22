"""A report as one flat list of marks: what is to be shown, at which place, and what it rests on.

Every format that points at lines is written from this list. Nothing here is escaped: each format
makes the words inert for its own place.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from prevent.decide.check import STANDARD_INPUT_NAME, Report
from prevent.decide.decision import Decision, Found
from prevent.faults import Fault, Place
from prevent.policy.outcomes import IN_WORDS, Outcome
from prevent.policy.wording import sentence_case
from prevent.reports.text import who_and_when
from prevent.rules.ruleset import Rule

Level: TypeAlias = Literal["error", "warning", "note"]
Sort: TypeAlias = Literal["finding", "waived", "remark", "error", "waiver-error"]

LEVELS: Mapping[Outcome, Level] = {
    "refused": "error",
    "referred": "warning",
    "action-needed": "warning",
    "allowed": "note",
}

NOT_VALID, WAIVER, LOOK_AGAIN = "prevent.not-valid", "prevent.waiver", "prevent.look-again"
"""The ids under which we say what no rule of the policy says. No rule can have such a name."""

OWN_RULES: Mapping[str, tuple[str, str]] = {
    NOT_VALID: (
        "A request can be read and decided",
        "The file cannot be read, or what it says is not a request. Nothing was decided of it.",
    ),
    WAIVER: (
        "A waiver counts",
        "A waiver that was given does not count, so the rule it names is not set aside.",
    ),
    LOOK_AGAIN: (
        "Something looks wrong",
        "A person should look at this again. It changes no outcome.",
    ),
}
"""Each of these with its title and what it means."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One thing to be shown: where, how grave, by which rule, and what is said.

    ``about`` names the request (its title and reference), ``then`` says who does what by when, and
    ``waived`` by whom and why it is set aside. ``words`` are the policy's, each with its clause and
    statement. ``fingerprint`` is the same in every run that finds the same thing, on whatever line.
    """

    sort: Sort
    level: Level
    rule: str
    title: str
    message: str
    place: Place
    about: str = ""
    outcome: str = ""
    then: str = ""
    waived: str = ""
    words: tuple[str, ...] = ()
    fingerprint: str = ""

    @property
    def in_file(self) -> bool:
        """Does its place stand in a file? It does not where standard input was read."""
        return self.place.file != STANDARD_INPUT_NAME

    @property
    def line(self) -> int:
        """The line, from 1; the first where a whole file is meant."""
        return max(1, self.place.line)

    @property
    def column(self) -> int:
        """The column, from 1."""
        return max(1, self.place.column)

    def lines(self) -> Iterator[str]:
        """All that is said, a line for each thing."""
        yield self.message if not self.waived else f"Waived: {self.message}"
        yield from (line for line in (self.waived or self.then, *self.words) if line)


def marks(report: Report) -> Iterator[Mark]:
    """Every mark of a report: the findings of each request and what is beside them; the errors."""
    for decision in report.decisions:
        yield from of_decision(decision, report)
    yield from of_errors(report)


def told_apart(report: Report) -> list[Mark]:
    """Every mark, with those that would have one fingerprint numbered in the order of the files."""
    made = [*marks(report)]
    count: Counter[str] = Counter()
    for index in sorted(range(len(made)), key=lambda index: (made[index].place, index)):
        mark = made[index]
        count[mark.fingerprint] += 1
        if count[mark.fingerprint] > 1:
            again = _fingerprint(mark.fingerprint, str(count[mark.fingerprint]))
            made[index] = replace(mark, fingerprint=again)
    return made


def of_errors(report: Report) -> Iterator[Mark]:
    """The marks of what could not be decided, and of waivers that do not count."""
    yield from (_error(fault, NOT_VALID) for fault in report.errors)
    yield from (_error(fault, WAIVER) for fault in report.waiver_faults)


def of_decision(decision: Decision, report: Report) -> Iterator[Mark]:
    """The marks of one request: its findings, what is waived, and what to look at again."""
    for finding in decision.findings:
        yield _of(finding, decision, report, "finding")
    for finding in decision.waived:
        yield _of(finding, decision, report, "waived")
    for remark in decision.remarks:
        title = OWN_RULES[LOOK_AGAIN][0]
        print_ = _fingerprint(LOOK_AGAIN, *_identity(decision), remark.message)
        yield Mark(
            sort="remark",
            level="note",
            rule=LOOK_AGAIN,
            title=title,
            message=remark.message,
            place=remark.place,
            about=about(decision),
            fingerprint=print_,
        )


def about(decision: Decision) -> str:
    """A request by its title and its reference."""
    return f"{decision.title} ({decision.reference})" if decision.reference else decision.title


def policy_words(rule: Rule | Found, report: Report) -> tuple[str, ...]:
    """The policy's words that a rule or a finding rests on, each with its clause and statement."""
    statements = report.rule_set.statements
    return tuple(f"Clause {rule.clause}, {each}: “{statements[each]}”" for each in rule.statements)


def _of(finding: Found, decision: Decision, report: Report, sort: Sort) -> Mark:
    rule = report.rule_set.kinds[decision.kind].rule(finding.rule)
    waived = ""
    if sort == "waived":
        from prevent.reports.waivers_text import granted  # noqa: PLC0415 (seldom any)

        waiver = next(use.waiver for use in report.waivers if use.waiver.id == finding.waiver)
        waived = f"{granted(waiver, finding.rule, report.rule_set)} (waiver {waiver.id})"
    return Mark(
        sort=sort,
        level=LEVELS[finding.outcome],
        rule=finding.rule,
        title=rule.title,
        message=finding.message,
        place=finding.place,
        about=about(decision),
        outcome=IN_WORDS[finding.outcome],
        then=who_and_when(finding, report),
        waived=waived,
        words=policy_words(finding, report),
        fingerprint=_fingerprint(finding.rule, *_identity(decision), finding.subject or ""),
    )


def _error(fault: Fault, rule: str) -> Mark:
    text = sentence_case(fault.text)
    # Where else something stands may be said by its line, which may move.
    unmoved = re.sub(r"\bline \d+", "line", text)
    return Mark(
        sort="error" if rule == NOT_VALID else "waiver-error",
        level="error",
        rule=rule,
        title=OWN_RULES[rule][0],
        message=text,
        place=fault.place,
        fingerprint=_fingerprint(rule, fault.place.file, unmoved),
    )


def _identity(decision: Decision) -> tuple[str, str]:
    """What makes a request the same one in the next run, wherever it stands by then."""
    return decision.kind, decision.reference or decision.title


def _fingerprint(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]

"""The report for people: what to do, who, by when, and the words of the policy it rests on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from prevent.dates import first_day, in_words, last_day, month_in_words
from prevent.decide.check import Report
from prevent.decide.decision import Decision, Found, Imposed
from prevent.decide.messages import ASKER
from prevent.policy.outcomes import IN_WORDS, OUTCOMES, Outcome
from prevent.policy.wording import counted, listed, titled
from prevent.reports.faults_text import error_lines
from prevent.reports.inert import terminal
from prevent.reports.style import Colour, Style
from prevent.rules.ruleset import RuleSet

if TYPE_CHECKING:  # a report without explanations does without it
    from prevent.decide.explanation import Explanation

_COLOURS: dict[Outcome, Colour] = {
    "allowed": "green",
    "action-needed": "yellow",
    "referred": "blue",
    "refused": "red",
}
_COUNTED: dict[Outcome, str] = {
    "allowed": "can go ahead",
    "action-needed": "not yet",
    "referred": "for somebody to decide",
    "refused": "must not go ahead",
}
_SIGNS = {True: "yes", False: "no", None: "not answered"}


def who_and_when(finding: Found, report: Report) -> str:
    """Who does what a finding asks, by when, and what else follows, in words."""
    rules = report.rule_set
    who = [titled(rules.roles[role]) for role in finding.who] or [ASKER]
    line = f"Who: {listed(who, 'or' if finding.any_of else 'and')}."
    if finding.by:
        passed = ", which has passed" if finding.by < report.as_of else ""
        line += f" By: {in_words(finding.by)}{passed}."
    if finding.ask_again:
        line += " It must be asked for again; notice then counts from the new day."
    if finding.layer:
        line += f" A rule of {rules.layers[finding.layer]}."
    return line


def summary(report: Report) -> str:
    """How many requests were decided and how, and how many files or requests were not."""
    counts: Counter[str] = Counter()
    waived = 0
    for decision in report.decisions:
        counts[decision.outcome] += 1
        waived += len(decision.waived)
    parts = [f"{counts[each]} {_COUNTED[each]}" for each in reversed(OUTCOMES) if counts[each]]
    told = f"{counted(len(report.decisions), 'request')} decided"
    told += f": {listed(parts)}." if parts else "."
    if waived:
        told += f" {waived} {'finding is' if waived == 1 else 'findings are'} waived."
    return told + _undecided(report)


def _undecided(report: Report) -> str:
    """How many files or requests could not be decided, and how many errors there are in all.

    A request with several errors counts once.
    """
    told = ""
    errors, waivers = len(report.errors), len(report.waiver_faults)
    # The errors of one request stand together.
    undecided = sum(1 for _ in groupby(report.errors, lambda fault: fault.place[:2]))
    if undecided:
        what = "file or request" if undecided == 1 else "files or requests"
        told += f" {undecided:,} {what} could not be decided"
        told += "." if errors == undecided else f" ({counted(errors, 'error')})."
    if waivers:
        told += f" The waivers have {counted(waivers, 'error')}."
    return told


def by_policy(report: Report) -> str:
    """Which policy decided, in one sentence."""
    rules = report.rule_set
    issued = month_in_words(rules.issued)
    return f"By: {rules.organisation}, {rules.title}, issued {issued} ({rules.digest[:19]})."


def overdue(report: Report) -> str:
    """That the review of the policy is overdue, and whom to tell; nothing where it is not."""
    rules = report.rule_set
    due = last_day(rules.next_review)
    if due is None or due >= report.as_of:
        return ""
    when = month_in_words(rules.next_review)
    return f"The review of this policy was due in {when} and is overdue. {_tell(rules)}"


def not_yet_issued(report: Report) -> str:
    """That the policy is issued after the day of the check, and whom to tell; nothing otherwise."""
    rules = report.rule_set
    issued = first_day(rules.issued)
    if issued is None or issued <= report.as_of:
        return ""
    day = month_in_words(rules.issued)
    return f"The date of issue of this policy, {day}, is after the day of the check. {_tell(rules)}"


def dates_to_tell(report: Report) -> Iterator[str]:
    """What is to be told of the policy's own dates on the day of the check."""
    yield from filter(None, (not_yet_issued(report), overdue(report)))


def _tell(rules: RuleSet) -> str:
    return f"Tell {titled(rules.roles.get(rules.responsibility, rules.responsibility))}."


def text_report(report: Report, style: Style) -> Iterator[str]:
    """The whole report as text, with a line end."""
    return (f"{line}\n" for line in TextReport(report, style).all())


class TextReport:
    """Puts one report into words."""

    def __init__(self, report: Report, style: Style) -> None:
        self._report = report
        self._rules = report.rule_set
        self._style = style
        self._waivers = {use.waiver.id: use.waiver for use in report.waivers}

    def all(self) -> Iterator[str]:
        """Every line."""
        for decision in self._report.decisions:
            yield from self._decision(decision)
        if self._report.errors:
            yield self._style.paint("Could not be decided", "bold", "red")
            for fault in self._report.errors:
                yield from error_lines(fault, self._style)
            yield ""
        if self._report.waivers or self._report.waiver_faults:
            from prevent.reports.waivers_text import waivers_lines  # noqa: PLC0415 (seldom any)

            yield from waivers_lines(self._report, self._style)
        yield self._style.paint(summary(self._report), "bold")
        yield self._style.wrap(by_policy(self._report), "")
        for told in dates_to_tell(self._report):
            yield self._style.paint(self._style.wrap(told, ""), "yellow")

    def _decision(self, decision: Decision) -> Iterator[str]:
        kind = self._rules.kinds[decision.kind]
        words = IN_WORDS[decision.outcome]
        reference = f", {terminal(decision.reference)}" if decision.reference else ""
        # A long title goes on in lines of its own: where a terminal breaks one, what follows could
        # look like a line of ours.
        heading = f"{words}: {terminal(decision.title)} ({kind.noun}{reference})"
        lines = self._style.wrap(heading, "    ", "")
        outcome = self._style.paint(words, "bold", _COLOURS[decision.outcome])
        yield outcome + lines.removeprefix(words)
        document = decision.place.document
        place = terminal(decision.place.on_line)
        if document > 1:
            place += f" (request {document} of the file)"
        yield self._style.paint(f"  {place}", "dim")
        quoted: set[str] = set()
        for number, finding in enumerate(decision.findings, start=1):
            yield from self._finding(number, finding, quoted)
        for finding in decision.waived:
            yield from self._waived(finding, quoted)
        yield from self._beside(decision, quoted)
        if decision.passed:
            passed = "; ".join(kind.rule(rule).title for rule in decision.passed)
            yield self._style.wrap(f"In order: {passed}.", "    ", "  ")
        elif not (decision.findings or decision.waived or decision.conditions or decision.notes):
            yield "  The policy asks for nothing here."
        for remark in decision.remarks:
            words = f"Look again: {terminal(remark.message)} ({remark.place.in_file})"
            yield self._style.paint(self._style.wrap(words, "    ", "  "), "yellow")
        for explanation in sorted(decision.explanations, key=lambda each: each.applies is False):
            yield from self._explanation(explanation, decision.kind, quoted)
        yield ""

    def _finding(self, number: int, finding: Found, quoted: set[str]) -> Iterator[str]:
        yield self._style.wrap(terminal(finding.message), "     ", f"  {number}. ")
        yield self._style.wrap(who_and_when(finding, self._report), "     ")
        yield from self._words(finding.clause, finding.statements, quoted)
        yield self._style.paint(f"     {terminal(str(finding.place))} ({finding.rule})", "dim")

    def _waived(self, finding: Found, quoted: set[str]) -> Iterator[str]:
        """A finding that is set aside: what it asks, who waived it, and what lets them."""
        from prevent.reports.waivers_text import granted  # noqa: PLC0415 (seldom any)

        waiver = self._waivers[finding.waiver]
        yield self._style.wrap(terminal(finding.message), "     ", "  Waived: ")
        yield from self._words(finding.clause, finding.statements, quoted)
        by = granted(waiver, finding.rule, self._rules)
        if finding.layer:
            by += f" A rule of {self._rules.layers[finding.layer]}."
        yield self._style.wrap(by, "     ")
        allowed = self._rules.waivers_of(finding.rule)
        if allowed:
            yield from self._words(allowed.clause, allowed.statements, quoted)
        named = terminal(f"{waiver.id}, {waiver.place}")
        place = terminal(str(finding.place))
        yield self._style.paint(f"     {place} ({finding.rule}; waiver {named})", "dim")

    def _beside(self, decision: Decision, quoted: set[str]) -> Iterator[str]:
        """What is told beside the findings: conditions, notes, what is done afterwards."""
        for note in decision.notes:
            yield self._style.wrap(terminal(note.message), "     ", "  Note: ")
            yield from self._words(note.clause, note.statements, quoted)
        if decision.conditions:
            yield "  On these conditions:"
        for imposed in decision.conditions:
            about = f"{terminal(imposed.subject)}: " if imposed.subject else ""
            yield self._style.wrap(f"{about}{imposed.message}", "      ", "    - ")
            who = [titled(self._rules.roles[role]) for role in imposed.who] or [ASKER]
            by = f" By: {in_words(imposed.by)}." if imposed.by else ""
            source = self._source(imposed)
            yield self._style.wrap(f"Who: {listed(who)}.{by}{source}", "      ")
            yield from self._words(imposed.clause, imposed.statements, quoted)
        if decision.afterwards and decision.outcome == "allowed":
            yield "  Afterwards:"
            for duty in decision.afterwards:
                yield self._style.wrap(terminal(duty.message), "      ", "    - ")
                who = [titled(self._rules.roles[role]) for role in duty.who] or [ASKER]
                by = f" By: {in_words(duty.by)}." if duty.by else ""
                yield self._style.wrap(f"Who: {listed(who)}.{by}", "      ")
                yield from self._words(duty.clause, duty.statements, quoted)

    def _source(self, imposed: Imposed) -> str:
        """Whence a condition comes: why a rule imposes it, or who granted approval on it."""
        if imposed.approver:
            return f" From the approval of {titled(self._rules.roles[imposed.approver])}."
        return f" Because: {terminal(imposed.reason)}" if imposed.reason else ""

    def _explanation(self, explanation: Explanation, kind: str, quoted: set[str]) -> Iterator[str]:
        about = f" for {terminal(explanation.subject)}" if explanation.subject else ""
        applies = {True: "applies", False: "does not apply", None: "may apply"}
        rule = self._rules.kinds[kind].rule(explanation.rule)
        yield f"  Why: {rule.title}{about} ({rule.id}): {applies[explanation.applies]}"
        if explanation.applies is not False:
            yield from self._words(rule.clause, rule.statements, quoted)
        for reason in explanation.reasons:
            indent = "    " + "  " * reason.depth
            line = f"{reason.words} {_SIGNS[reason.truth]}"
            if not reason.words.endswith(":"):
                line = f"[{_SIGNS[reason.truth]}] {reason.words}"
            yield self._style.wrap(line, indent + "  ", indent)

    def _words(self, clause: str, statements: tuple[str, ...], quoted: set[str]) -> Iterator[str]:
        """The policy's words, each statement once for a request."""
        for statement in statements:
            words = f"Clause {clause}, {statement}, as above."
            if statement not in quoted:
                words = f"Clause {clause}, {statement}: “{self._rules.statements[statement]}”"
                quoted.add(statement)
            yield self._style.paint(self._style.wrap(words, "     "), "dim")

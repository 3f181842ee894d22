"""The report for people: what to do, who, by when, and the words of the policy it rests on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from prevent.dates import in_words, last_day, month_in_words
from prevent.decide.check import Report
from prevent.decide.decision import Decision, Found, Imposed
from prevent.decide.messages import ASKER
from prevent.policy.outcomes import IN_WORDS, OUTCOMES, Outcome
from prevent.policy.wording import listed, titled
from prevent.reading.quoting import visible
from prevent.reports.faults_text import error_lines
from prevent.reports.style import Colour, Style

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


def text_report(report: Report, style: Style) -> str:
    """The whole report as text, with a line end."""
    lines = TextReport(report, style)
    return "\n".join(lines.all()) + "\n"


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
        yield self._summary()
        yield from self._policy()

    def _decision(self, decision: Decision) -> Iterator[str]:
        kind = self._rules.kinds[decision.kind]
        words = IN_WORDS[decision.outcome]
        outcome = self._style.paint(words, "bold", _COLOURS[decision.outcome])
        reference = f", {visible(decision.reference)}" if decision.reference else ""
        yield f"{outcome}: {visible(decision.title)} ({kind.noun}{reference})"
        document = decision.place.document
        place = visible(decision.place.on_line)
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
            words = f"Look again: {visible(remark.message)} (line {remark.place.line})"
            yield self._style.paint(self._style.wrap(words, "    ", "  "), "yellow")
        for explanation in sorted(decision.explanations, key=lambda each: each.applies is False):
            yield from self._explanation(explanation, decision.kind, quoted)
        yield ""

    def _finding(self, number: int, finding: Found, quoted: set[str]) -> Iterator[str]:
        yield self._style.wrap(visible(finding.message), "     ", f"  {number}. ")
        who = [titled(self._rules.roles[role]) for role in finding.who] or [ASKER]
        line = f"Who: {listed(who, 'or' if finding.any_of else 'and')}."
        if finding.by:
            passed = ", which has passed" if finding.by < self._report.as_of else ""
            line += f" By: {in_words(finding.by)}{passed}."
        if finding.ask_again:
            line += " It must be asked for again; notice then counts from the new day."
        if finding.layer:
            line += f" A rule of {self._rules.layers[finding.layer]}."
        yield self._style.wrap(line, "     ")
        yield from self._words(finding.clause, finding.statements, quoted)
        place = visible(finding.place.on_line)
        yield self._style.paint(f"     {place} ({finding.rule})", "dim")

    def _waived(self, finding: Found, quoted: set[str]) -> Iterator[str]:
        """A finding that is set aside: what it asks, who waived it, and what lets them."""
        from prevent.reports.waivers_text import granted  # noqa: PLC0415 (seldom any)

        waiver = self._waivers[finding.waiver]
        yield self._style.wrap(visible(finding.message), "     ", "  Waived: ")
        yield from self._words(finding.clause, finding.statements, quoted)
        by = granted(waiver, finding.rule, self._rules)
        if finding.layer:
            by += f" A rule of {self._rules.layers[finding.layer]}."
        yield self._style.wrap(by, "     ")
        allowed = self._rules.waivers_of(finding.rule)
        if allowed:
            yield from self._words(allowed.clause, allowed.statements, quoted)
        place = visible(finding.place.on_line)
        named = visible(f"{waiver.id}, {waiver.place}")
        yield self._style.paint(f"     {place} ({finding.rule}; waiver {named})", "dim")

    def _beside(self, decision: Decision, quoted: set[str]) -> Iterator[str]:
        """What is told beside the findings: conditions, notes, what is done afterwards."""
        for note in decision.notes:
            yield self._style.wrap(visible(note.message), "     ", "  Note: ")
            yield from self._words(note.clause, note.statements, quoted)
        if decision.conditions:
            yield "  On these conditions:"
        for imposed in decision.conditions:
            about = f"{visible(imposed.subject)}: " if imposed.subject else ""
            yield self._style.wrap(f"{about}{imposed.message}", "      ", "    - ")
            who = [titled(self._rules.roles[role]) for role in imposed.who] or [ASKER]
            by = f" By: {in_words(imposed.by)}." if imposed.by else ""
            source = self._source(imposed)
            yield self._style.wrap(f"Who: {listed(who)}.{by}{source}", "      ")
            yield from self._words(imposed.clause, imposed.statements, quoted)
        if decision.afterwards and decision.outcome == "allowed":
            yield "  Afterwards:"
            for duty in decision.afterwards:
                yield self._style.wrap(visible(duty.message), "      ", "    - ")
                who = [titled(self._rules.roles[role]) for role in duty.who] or [ASKER]
                by = f" By: {in_words(duty.by)}." if duty.by else ""
                yield self._style.wrap(f"Who: {listed(who)}.{by}", "      ")
                yield from self._words(duty.clause, duty.statements, quoted)

    def _source(self, imposed: Imposed) -> str:
        """Whence a condition comes: why a rule imposes it, or who granted approval on it."""
        if imposed.approver:
            return f" From the approval of {titled(self._rules.roles[imposed.approver])}."
        return f" Because: {visible(imposed.reason)}" if imposed.reason else ""

    def _explanation(self, explanation: Explanation, kind: str, quoted: set[str]) -> Iterator[str]:
        about = f" for {visible(explanation.subject)}" if explanation.subject else ""
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

    def _summary(self) -> str:
        decisions = self._report.decisions
        counts = [
            (sum(decision.outcome == outcome for decision in decisions), outcome)
            for outcome in reversed(OUTCOMES)
        ]
        parts = [f"{number} {_COUNTED[outcome]}" for number, outcome in counts if number]
        errors = len(self._report.every_error)
        if errors:
            parts.append(f"{errors} {'error' if errors == 1 else 'errors'}")
        requests = f"{len(decisions)} {'request' if len(decisions) == 1 else 'requests'} decided"
        return self._style.paint(f"{requests}: {listed(parts) or 'none'}.", "bold")

    def _policy(self) -> Iterator[str]:
        rules = self._rules
        title = f"{rules.organisation}, {rules.title}, issued {month_in_words(rules.issued)}"
        yield self._style.wrap(f"By: {title} ({rules.digest[:19]}).", "")
        due = last_day(rules.next_review)
        if due and due < self._report.as_of:
            owner = titled(rules.roles.get(rules.responsibility, rules.responsibility))
            when = month_in_words(rules.next_review)
            line = f"The review of this policy was due in {when} and is overdue. Tell {owner}."
            yield self._style.paint(self._style.wrap(line, ""), "yellow")

"""Waivers in the report for people: what became of each, and what is wrong with any."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from prevent.dates import in_words
from prevent.decide.check import Report
from prevent.decide.waivers import WaiverStatus, WaiverUse
from prevent.policy.wording import titled
from prevent.reports.faults_text import error_lines
from prevent.reports.inert import terminal
from prevent.reports.style import Style
from prevent.requests.waivers import Waiver
from prevent.rules.ruleset import RuleSet

_HEADINGS: Mapping[WaiverStatus, str] = {
    "used": "Used",
    "nothing-to-waive": "Nothing to waive",
    "expired": "Ended, so does nothing",
    "not-begun": "Not begun, so does nothing",
    "ambiguous": "For more than one request, so does nothing",
    "not-decided": "For a request that could not be decided",
    "no-request": "For no request of this check",
}


def granted(waiver: Waiver, rule: str, rule_set: RuleSet) -> str:
    """By whom, when and why a rule is waived, until when, and by which clause, in words."""
    by = titled(rule_set.roles[waiver.by])
    why = terminal(waiver.why).strip().rstrip(".")
    allowed = rule_set.waivers_of(rule)
    clause = f"; clause {allowed.clause}" if allowed else ""
    return (
        f"By {by} on {in_words(waiver.granted_on)}, because: {why}. Until"
        f" {in_words(waiver.until)}{clause}."
    )


def waivers_lines(report: Report, style: Style) -> Iterator[str]:
    """The report's section on waivers; no line where there are none."""
    if report.waivers:
        yield style.paint("Waivers", "bold")
        for status, heading in _HEADINGS.items():
            named = [_named(use, report.rule_set) for use in report.waivers if use.status == status]
            if named:
                yield style.wrap(f"{heading}: {'; '.join(named)}.", "    ", "  ")
        yield ""
    if report.waiver_faults:
        heading = "Waivers that do not count" if report.waivers else "No waiver counts"
        yield style.paint(heading, "bold", "red")
        for fault in report.waiver_faults:
            yield from error_lines(fault, style)
        yield ""


def _named(use: WaiverUse, rule_set: RuleSet) -> str:
    waiver = use.waiver
    text = f"{terminal(waiver.id)} ({rule_set.kinds[waiver.kind].noun} {terminal(waiver.reference)}"
    if use.status == "expired":
        text += f", until {in_words(waiver.until)}"
    elif use.status == "not-begun":
        text += f", from {in_words(waiver.granted_on)}"
    rest = [rule for rule in waiver.rules if rule not in use.set_aside]
    if use.set_aside and rest:
        text += f", nothing to waive of {', '.join(rest)}"
    return f"{text})"

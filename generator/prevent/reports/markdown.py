"""The report as a comment on a pull request, in Markdown that every flavour reads alike."""

from __future__ import annotations

from collections.abc import Iterator

from prevent.decide.check import Report
from prevent.decide.decision import Decision
from prevent.policy.outcomes import IN_WORDS
from prevent.reports.inert import code, markdown
from prevent.reports.marks import OWN_RULES, Mark, of_decision, of_errors
from prevent.reports.style import Style
from prevent.reports.text import by_policy, dates_to_tell, summary

MARKER = "<!-- prevent check -->"
"""How a workflow finds its own comment again, to write it anew."""

_MOST = 60_000
"""So many letters at most: GitHub takes 65,536."""


def markdown_report(report: Report, _style: Style) -> Iterator[str]:
    """What was decided, the requests that are not allowed first; as much as a comment holds."""
    entries = len(report.decisions) + len(report.every_error)
    yield f"{MARKER}\n\n**{markdown(summary(report))}**\n"
    yield from _as_much_as_fits(_entries(report), entries)
    for told in (by_policy(report), *dates_to_tell(report)):
        yield f"\n{markdown(told)}\n"


def _entries(report: Report) -> Iterator[str]:
    """An entry for each request and each error; above the first of the errors, their heading."""
    for decision in report.decisions:
        if not _in_order(decision):
            yield "\n".join(_request(decision, report))
    heading = "### Could not be decided\n\n"
    for mark in of_errors(report):
        yield heading + _entry(mark, report)
        heading = ""
    for decision in report.decisions:
        if _in_order(decision):
            yield "\n".join(_request(decision, report))


def _in_order(decision: Decision) -> bool:
    return decision.outcome == "allowed" and not decision.waived


def _as_much_as_fits(entries: Iterator[str], number: int) -> Iterator[str]:
    length = 0
    for left in range(number, 0, -1):
        entry = next(entries)
        length += len(entry)
        if length > _MOST:
            yield f"\n{left} more {'entry does' if left == 1 else 'entries do'} not fit here.\n"
            return
        yield f"\n{entry}"


def _request(decision: Decision, report: Report) -> Iterator[str]:
    noun = report.rule_set.kinds[decision.kind].noun
    reference = f", {markdown(decision.reference)}" if decision.reference else ""
    yield f"### {IN_WORDS[decision.outcome]}: {markdown(decision.title)} ({noun}{reference})\n"
    yield f"{code(str(decision.place))}\n"
    yield from (_entry(mark, report) for mark in of_decision(decision, report))
    if decision.passed:
        kind = report.rule_set.kinds[decision.kind]
        passed = "; ".join(kind.rule(rule).title for rule in decision.passed)
        yield f"In order: {markdown(passed)}.\n"


def _entry(mark: Mark, report: Report) -> str:
    """One item of a list, and below it who does what, and the policy's words."""
    lead = {"waived": "**Waived:** ", "remark": "**Look again:** "}.get(mark.sort, "")
    lines = [f"- {lead}{markdown(mark.message)}"]
    if mark.waived or mark.then:
        lines.append(f"    {markdown(mark.waived or mark.then)}")
    place = code(str(mark.place))
    if mark.rule in OWN_RULES:
        lines.append(f"    {place}")
    else:
        lines.append(f"    {place} ({_rule(mark.rule, report)})")
    lines += [f"    > {markdown(words)}\n" for words in mark.words]
    return "\n\n".join(line.rstrip("\n") for line in lines) + "\n"


def _rule(rule: str, report: Report) -> str:
    if not report.site:
        return f"`{rule}`"
    return f"[`{rule}`]({report.site}/rules.html#{rule})"

"""The report as a comment on a pull request, in Markdown that every flavour reads alike."""

from __future__ import annotations

from collections.abc import Iterator

from prevent.decide.check import Report
from prevent.decide.decision import Decision
from prevent.policy.outcomes import IN_WORDS
from prevent.reports.inert import code, markdown
from prevent.reports.marks import OWN_RULES, Mark, marks
from prevent.reports.style import Style
from prevent.reports.text import by_policy, dates_to_tell, summary

MARKER = "<!-- prevent check -->"
"""How a workflow finds its own comment again, to write it anew."""

_MOST = 60_000
"""So many letters at most: GitHub takes 65,536."""


def markdown_report(report: Report, _style: Style) -> str:
    """What was decided, the requests that are not allowed first; as much as a comment holds."""
    rest = iter(marks(report))
    requests: list[tuple[Decision, str]] = []
    for decision in report.decisions:
        number = len(decision.findings) + len(decision.waived) + len(decision.remarks)
        own = [next(rest) for _ in range(number)]
        requests.append((decision, "\n".join(_request(decision, own, report))))
    parts = [f"{MARKER}\n\n**{markdown(summary(report))}**\n"]
    errors = [_entry(mark, report) for mark in rest]
    if errors:
        errors.insert(0, "### Could not be decided\n")
    parts += [text for decision, text in requests if not _in_order(decision)]
    parts += errors
    parts += [text for decision, text in requests if _in_order(decision)]
    last = [f"{markdown(told)}\n" for told in (by_policy(report), *dates_to_tell(report))]
    return "\n".join([*_as_much_as_fits(parts), *last])


def _in_order(decision: Decision) -> bool:
    return decision.outcome == "allowed" and not decision.waived


def _as_much_as_fits(parts: list[str]) -> Iterator[str]:
    length = 0
    for number, part in enumerate(parts):
        length += len(part)
        if length > _MOST:
            left = len(parts) - number
            yield f"{left} more {'entry does' if left == 1 else 'entries do'} not fit here.\n"
            return
        yield part


def _request(decision: Decision, own: list[Mark], report: Report) -> Iterator[str]:
    noun = report.rule_set.kinds[decision.kind].noun
    reference = f", {markdown(decision.reference)}" if decision.reference else ""
    yield f"### {IN_WORDS[decision.outcome]}: {markdown(decision.title)} ({noun}{reference})\n"
    yield f"{code(str(decision.place))}\n"
    yield from (_entry(mark, report) for mark in own)
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

"""What a change of the policy changes, in plain text and as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from prevent.policy.outcomes import OUTCOMES
from prevent.reading.quoting import safe
from prevent.replay.compare import Change, Comparison, plain
from prevent.replay.replaying import Replayed
from prevent.replay.versions import Version
from prevent.reports.inert import json_text, terminal

_MOST_RULES = 20


def replay_text(replayed: Replayed, earlier: Version, later: Version) -> str:
    """The report for a person: how many decisions change, by which rules, and a few of them."""
    return "\n".join(_lines(replayed, earlier, later)) + "\n"


def replay_json(replayed: Replayed, earlier: Version, later: Version) -> str:
    """The report for a machine."""
    found = replayed.comparison
    report = {
        "from": {"version": earlier.shown, "policy": earlier.rules.rule_set.digest},
        "to": {"version": later.shown, "policy": later.rules.rule_set.digest},
        "rows": replayed.after.rows,
        "compared": found.compared,
        "same": found.same,
        "rejected_only_by_from": found.only_after,
        "rejected_only_by_to": found.only_before,
        "rejected_by_both": replayed.after.rejected - found.only_before,
        "outcomes": [
            {"from": each.before, "to": each.after, "rows": each.rows} for each in found.outcomes
        ],
        "rules": [
            {"rule": each.rule, "appears": each.appears, "goes": each.goes} for each in found.rules
        ],
        "samples": [
            {
                "row": each.row,
                "reference": each.reference,
                "kind": each.kind,
                "from": each.before,
                "to": each.after,
                "goes": [plain(finding) for finding in each.goes],
                "appears": [plain(finding) for finding in each.appears],
            }
            for each in found.samples
        ],
    }
    return json_text(report)


def _lines(replayed: Replayed, earlier: Version, later: Version) -> Iterator[str]:
    found = replayed.comparison
    versions = f"{terminal(safe(earlier.shown))} and by {terminal(safe(later.shown))}"
    rows = "1 row" if replayed.after.rows == 1 else f"{replayed.after.rows:,} rows"
    yield f"{rows} decided by {versions}"
    if earlier.rules.rule_set.digest == later.rules.rule_set.digest:
        yield "The two are the same policy."
    yield ""
    yield f"{found.same:>14,}  decided the same"
    for each in found.outcomes:
        yield f"{each.rows:>14,}  {_change(each.before, each.after)}"
    yield from _rejected(replayed, found)
    if found.rules:
        yield ""
        yield "By rule: in how many rows it finds what it did not, and no longer what it did"
        for rule in found.rules[:_MOST_RULES]:
            yield f"{rule.appears:>+14,} {-rule.goes:>+12,}  {rule.rule}"
        if len(found.rules) > _MOST_RULES:
            yield f"{'':>14}  and {len(found.rules) - _MOST_RULES} more rules"
    shown: tuple[str, str] | None = None
    for sample in found.samples:
        if (sample.before, sample.after) != shown:
            shown = (sample.before, sample.after)
            yield ""
            yield f"For example, {_change(*shown)}:"
        yield from _sample(sample)


def _change(before: str, after: str) -> str:
    return f"{after}, with other findings" if before == after else f"{before} -> {after}"


def _rejected(replayed: Replayed, found: Comparison) -> Iterator[str]:
    both = replayed.after.rejected - found.only_before
    if found.only_after:
        yield f"{found.only_after:>14,}  rejected before, decided now"
    if found.only_before:
        yield f"{found.only_before:>14,}  decided before, rejected now"
    if both:
        yield f"{both:>14,}  rejected by both"


def _sample(sample: Change) -> Iterator[str]:
    named = f", {terminal(safe(sample.reference))}" if sample.reference else ""
    yield f"  row {sample.row:,}{named} ({sample.kind})"
    for finding in sample.appears:
        yield f"    now:       {_finding(finding)}"
    for finding in sample.goes:
        yield f"    no longer: {_finding(finding)}"


def _finding(finding: Mapping[str, Any]) -> str:
    who = f", {' and '.join(finding['who'])}" if finding["who"] else ""
    by = f", by {finding['by'].isoformat()}" if finding["by"] else ""
    item = f", entry {finding['item'] + 1} of {finding['list']}" if finding["list"] else ""
    outcome = finding["outcome"] if finding["outcome"] in OUTCOMES else "found"
    return f"{finding['rule']}: {outcome}{who}{by}{item}"

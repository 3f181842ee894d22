"""What a change of the policy changes, in plain text and as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from prevent.dates import in_words
from prevent.decide.messages import ASKER
from prevent.policy.outcomes import IN_WORDS, OUTCOMES, outcome
from prevent.policy.wording import titled
from prevent.reading.quoting import safe
from prevent.replay.compare import Change, Comparison, plain
from prevent.replay.replaying import Replayed
from prevent.replay.versions import Version
from prevent.reports.inert import json_text, terminal
from prevent.rules.ruleset import RuleSet

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
        titles = _titles(earlier.rules.rule_set) | _titles(later.rules.rule_set)
        for rule in found.rules[:_MOST_RULES]:
            named = f"{titles[rule.rule]} ({rule.rule})"
            yield f"{rule.appears:>+14,} {-rule.goes:>+12,}  {terminal(named)}"
        if len(found.rules) > _MOST_RULES:
            yield f"{'':>14}  and {len(found.rules) - _MOST_RULES} more rules"
    shown: tuple[str, str] | None = None
    for sample in found.samples:
        if (sample.before, sample.after) != shown:
            shown = (sample.before, sample.after)
            yield ""
            yield f"For example, {_change(*shown)}:"
        yield from _sample(sample, earlier.rules.rule_set, later.rules.rule_set)


def _titles(rules: RuleSet) -> dict[str, str]:
    return {rule.id: rule.title for kind in rules.kinds.values() for rule in kind.rules}


def _change(before: str, after: str) -> str:
    words = IN_WORDS[outcome(after)]
    if before == after:
        return f"{words}, with other findings"
    return f"{IN_WORDS[outcome(before)]} -> {words}"


def _rejected(replayed: Replayed, found: Comparison) -> Iterator[str]:
    both = replayed.after.rejected - found.only_before
    if found.only_after:
        yield f"{found.only_after:>14,}  rejected before, decided now"
    if found.only_before:
        yield f"{found.only_before:>14,}  decided before, rejected now"
    if both:
        yield f"{both:>14,}  rejected by both"


def _sample(sample: Change, earlier: RuleSet, later: RuleSet) -> Iterator[str]:
    named = f", {terminal(safe(sample.reference))}" if sample.reference else ""
    yield f"  row {sample.row:,}{named} ({terminal(later.kinds[sample.kind].noun)})"
    for finding in sample.appears:
        yield f"    now:       {_finding(finding, sample.kind, later)}"
    for finding in sample.goes:
        yield f"    no longer: {_finding(finding, sample.kind, earlier)}"


def _finding(finding: Mapping[str, Any], kind_id: str, rules: RuleSet) -> str:
    """A finding in the words of the version that makes it: outcome, rule, about what, who, when."""
    kind = rules.kinds[kind_id]
    said = finding["outcome"]
    words = IN_WORDS[outcome(said)] if said in OUTCOMES else "Found"
    field = kind.field(finding["list"]) if finding["list"] else None
    about = f", {field.item} {finding['item'] + 1}" if field else ""
    # A register does not say whether all of them are needed or one is enough.
    who = ", ".join(titled(rules.roles[role]) for role in finding["who"]) or ASKER
    by = f" By: {in_words(finding['by'])}." if finding["by"] else ""
    return terminal(f"{words}: {kind.rule(finding['rule']).title}{about}. Who: {who}.{by}")

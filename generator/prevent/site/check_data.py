"""What a page needs to decide a request by itself: the rules of its kind, and what they cite."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from prevent.conditions.json_form import Json
from prevent.rules.codec import encode
from prevent.rules.ruleset import KindRules, RuleSet
from prevent.rules.working_days import counts_working_days


def check_data(rule_set: RuleSet, kind: str) -> dict[str, Json]:
    """The rules for requests of one kind as the page's own check takes them, ready for JSON.

    They are those of ``rules/policy.json`` and ``rules/kinds/KIND.json``, as published: whatever
    has its usual value is left out. Of the policy there is what a decision on such a request can
    cite. ``all_kinds`` are the kinds of request there are, in the order
    of the published files. Bank holidays are there only where days
    are counted by them. Waivers are not: they stand in a file that the page has not got, so it
    decides as if there were none. Raises ``KeyError`` for an unknown kind.
    """
    own = rule_set.kinds[kind]
    statements = dict.fromkeys(_statements(own, rule_set))
    clauses = dict.fromkeys(_clauses(own, rule_set))
    cited = replace(
        rule_set,
        kinds={},
        statements={each: rule_set.statements[each] for each in statements},
        clauses={each: rule_set.clauses[each] for each in clauses if each in rule_set.clauses},
        bank_holidays=rule_set.bank_holidays if counts_working_days(own) else (),
        waivers=(),
    )
    data = encode(cited)
    assert isinstance(data, dict)
    return {**data, "all_kinds": [*sorted(rule_set.kinds)], "kinds": {kind: encode(own)}}


def _statements(kind: KindRules, rule_set: RuleSet) -> Iterator[str]:
    """The statements that a decision can cite, as the rules name them."""
    for rule in kind.rules:
        yield from rule.statements
        for _, _, finding in rule.findings():
            yield from finding.statements
    for condition in rule_set.conditions.values():
        yield from condition.statements


def _clauses(kind: KindRules, rule_set: RuleSet) -> Iterator[str]:
    yield from (rule.clause for rule in kind.rules)
    yield from (condition.clause for condition in rule_set.conditions.values())

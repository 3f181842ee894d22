"""What the rules are written as is read back as it was."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from prevent.bundle.current import Rules
from prevent.bundle.make import rules_of
from prevent.engines.forms import KindForms
from prevent.rules.codec import decode, encode
from prevent.rules.ruleset import Finding, KindRules, RuleSet
from processes import ROOT

POLICIES = {
    "the policy here": ROOT / "policy",
    "a college": ROOT / "examples" / "college" / "policy",
    "a students' union": ROOT / "examples" / "students-union" / "policy",
    "a site of a group": ROOT / "examples" / "training-group" / "northern-site" / "policy",
}


@pytest.fixture(scope="module", params=POLICIES.values(), ids=POLICIES)
def rules(request: pytest.FixtureRequest) -> Rules:
    folder: Path = request.param
    return rules_of(folder, "policy")


def there_and_back(value: object) -> object:
    return decode(type(value), json.loads(json.dumps(encode(value))))


def test_the_rules_of_each_kind_are_read_as_they_were_written(rules: Rules) -> None:
    for kind in rules.rule_set.kinds.values():
        assert there_and_back(kind) == kind
        forms = rules.forms[kind.kind]
        assert there_and_back(forms) == forms


def test_what_is_the_same_for_every_kind_is_read_as_it_was_written(rules: Rules) -> None:
    common = replace(rules.rule_set, kinds={})
    assert there_and_back(common) == common


@pytest.mark.parametrize(
    ("noun", "data"),
    [
        (Finding, []),
        (Finding, {"failure": "late"}),
        (Finding, {"failure": "late", "outcome": "refused", "say": ["Do it."]}),
        (Finding, {"failure": "late", "outcome": "refused", "say": "No.", "test": {"some": 1}}),
        (Finding, {"failure": "late", "outcome": "refused", "say": "No.", "who": "head"}),
        (Finding, {"failure": "late", "outcome": "refused", "say": "No.", "colour": "red"}),
        (Finding, {"failure": "late", "outcome": "refused", "say": "No.", "by": {"day": "now"}}),
        (KindRules, {"rules": [{"parts": {}}]}),
        (KindForms, {"kind": "event", "forms": []}),
        (RuleSet, None),
    ],
)
def test_what_was_not_written_so_is_refused(noun: type[object], data: object) -> None:
    with pytest.raises((ValueError, KeyError, TypeError)):
        decode(noun, data)

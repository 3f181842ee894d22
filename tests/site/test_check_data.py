"""The page is given the rules as they are published, and no more of the policy than they cite."""

from __future__ import annotations

import json
from typing import Any

import pytest
from check_in_page import POLICIES, rules
from shown_site import PROJECT

from prevent.rules.working_days import counts_working_days
from prevent.site.check_data import check_data


def published(policy: str, name: str) -> dict[str, Any]:
    path = PROJECT / policy / ".." / "rules" / name
    loaded: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return loaded


@pytest.mark.parametrize("policy", POLICIES)
def test_a_page_has_the_rules_of_its_kind_as_they_are_published(policy: str) -> None:
    rule_set, whole = rules(policy).rule_set, published(policy, "policy.json")
    for kind, own in rule_set.kinds.items():
        data = check_data(rule_set, kind)
        assert json.loads(json.dumps(data)) == data
        assert data.pop("kinds") == {kind: published(policy, f"kinds/{kind}.json")}
        assert data.pop("all_kinds") == sorted(rule_set.kinds)
        assert ("bank_holidays" in data) == counts_working_days(own)
        for name in ("statements", "clauses"):
            cited, all_of_them = data.pop(name), whole[name]
            assert isinstance(cited, dict)
            assert cited.items() <= all_of_them.items()
        assert data.items() <= whole.items()


def test_a_page_has_no_waivers_and_only_the_words_its_rules_rest_on() -> None:
    rule_set = rules("examples/training-group/northern-site/policy").rule_set
    assert rule_set.waivers
    assert "waivers" not in check_data(rule_set, "room-booking")
    statements = check_data(rules("policy").rule_set, "leaflet")["statements"]
    assert isinstance(statements, dict)
    assert {*statements} == {"S65"}


def test_there_are_no_data_of_an_unknown_kind() -> None:
    with pytest.raises(KeyError):
        check_data(rules("policy").rule_set, "poster")

"""A register's row says what its request file says, as far as any rule looks."""

from __future__ import annotations

import pytest

from prevent.engines.reference import fired
from prevent.rules.columns import columns
from prevent.rules.rows import row_facts, row_of
from sample_requests import AS_OF, POLICIES, requests, rules


@pytest.mark.parametrize("policy", POLICIES)
def test_a_request_as_a_row_is_decided_as_its_file_is(policy: str) -> None:
    rule_set = rules(policy).rule_set
    calendar = rule_set.calendar()
    tried = 0
    for request in requests(policy):
        kind, whole = request.rules, request.stated(AS_OF)
        lists = {column.fact for column in columns(kind) if column.type == "list"}
        items = {each: [one.facts for one in request.items(each, whole)] for each in lists}
        row = row_of(kind, whole.facts, items)
        again = row_facts(kind, row, AS_OF)
        for each, group in kind.groups().items():
            if not each:
                tried += 1
                assert fired(group, again.whole, calendar) == fired(group, whole.facts, calendar)
                continue
            for index, one in enumerate(request.items(each, whole)):
                tried += 1
                mine = fired(group, again.of_item(each, index), calendar)
                assert mine == fired(group, one.facts, calendar)
    assert tried > 20


def test_the_columns_are_named_for_what_they_state() -> None:
    event = rules("policy").rule_set.kinds["event"]
    named = {column.name: column for column in columns(event)}
    approval = named["approvals__managing_director__decision"]
    assert (approval.fact, approval.type) == ("approvals.managing-director.decision", "option")
    assert approval.options == ("granted", "declined")
    assert named["date"].required
    assert not named["received_on"].required
    speakers = named["speakers"]
    assert [column.name for column in speakers.columns] == ["name", "values", "extremism_concern"]
    assert "notes" not in named


def test_a_row_counts_what_a_request_file_counts() -> None:
    [poster] = [
        kind
        for policy in POLICIES
        for name, kind in rules(policy).rule_set.kinds.items()
        if name == "poster"
    ]
    empty = row_facts(poster, {"kind": "poster"}, AS_OF).whole
    assert "labels" not in empty
    stated = {"labels__responsible_body": "yes", "labels__translation": "no"}
    facts = row_facts(poster, {"kind": "poster", **stated}, AS_OF).whole
    assert facts["labels"] == 1
    assert facts["labels.translation"] == "no"
    event = rules("policy").rule_set.kinds["event"]
    assert row_facts(event, {"kind": "event"}, AS_OF).whole["speakers"] == 0
    two = row_facts(event, {"speakers": [{"name": "A"}, {"name": "B"}]}, AS_OF)
    assert two.whole["speakers"] == 2
    assert two.of_item("speakers", 1)["name"] == "B"


def test_a_column_says_where_alone_it_may_be_given() -> None:
    booking = rules("policy").rule_set.kinds["booking"]
    limits = {column.name: column.only_when for column in columns(booking) if column.only_when}
    assert limits["speakers"] == ("hosts_event", "yes")
    assert "date" not in limits

"""The policy's words are those of the issued document, each held once."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from prevent.loading.load import load_policy
from prevent.policy.model import Policy

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "policy" / "source"


@pytest.fixture(scope="module")
def policy() -> Policy:
    return load_policy(ROOT / "policy")


def issued() -> list[dict[str, str]]:
    text = (SOURCE / "statements.tsv").read_text(encoding="utf-8")
    return list(csv.DictReader(io.StringIO(text), delimiter="\t", quoting=csv.QUOTE_NONE))


def test_all_89_statements_stand_in_order_word_for_word(policy: Policy) -> None:
    held = [(each.id, each.text) for each in policy.statements.values()]
    assert held == [(row["id"], row["text"]) for row in issued()]
    assert len(held) == 89


def test_the_statements_follow_each_other_in_the_issued_document(policy: Policy) -> None:
    text = (SOURCE / "prevent-policy-2022-02.txt").read_text(encoding="utf-8")
    position = 0
    for statement in policy.statements.values():
        found = text.find(statement.text, position)
        assert found >= 0, f"{statement.id} does not follow in the document"
        position = found + len(statement.text)
    # What is left is the footnote, which stands on every page.
    assert text[position:].strip().startswith("Footnote on every page")


def test_nothing_stands_between_the_statements_but_list_marks_and_clause_numbers(
    policy: Policy,
) -> None:
    text = (SOURCE / "prevent-policy-2022-02.txt").read_text(encoding="utf-8")
    position = text.index("DIGITAL MARKETING MENTOR")
    between = set()
    for statement in policy.statements.values():
        found = text.find(statement.text, position)
        between.add(text[position:found].strip())
        position = found + len(statement.text)
    assert between <= {"", "-", *(f"{n}." for n in range(1, 7)), *(f"{n}.0" for n in range(1, 5))}


def test_each_statement_stands_in_the_clause_of_its_section(policy: Policy) -> None:
    for row in issued():
        statement = policy.statements[row["id"]]
        assert statement.clause.split(".")[0] == row["section"]
        assert (statement.form == "heading") == (row["kind"] == "heading")
        assert (statement.form == "quote") == (row["kind"] == "quote")
        assert (statement.form in {"bullet", "numbered"}) == (row["kind"] == "item")


def test_the_clauses_are_numbered_as_rules_and_pages_cite_them(policy: Policy) -> None:
    numbers = [clause.number for clause in policy.clauses]
    sub = [f"3.{n}" for n in range(1, 12)]
    assert numbers == ["0", "1", "2", "3", *sub, "4", "4.1", "4.2", "4.3"]


def test_every_rule_and_duty_points_back_to_statements_of_its_sort(policy: Policy) -> None:
    for rule in policy.rules:
        natures = {policy.statements[each].nature for each in rule.statements}
        assert natures == {"rule"}, rule.id
    for duty in policy.duties:
        natures = {policy.statements[each].nature for each in duty.statements}
        assert duty.kind in natures, duty.id


def test_the_first_page_is_as_issued(policy: Policy) -> None:
    issue = policy.issue
    assert (issue.issued, issue.next_review) == ("2022-02", "2023-02")
    assert policy.roles[issue.responsibility].title == "Managing Director"
    assert issue.signed_by == ""


def test_the_deputy_stands_in_for_referrals_only(policy: Policy) -> None:
    deputies = {role.id: role.deputy for role in policy.roles.values() if role.deputy}
    assert {role: deputy.role for role, deputy in deputies.items()} == {
        "managing-director": "quality-director"
    }
    deputy = deputies["managing-director"]
    assert deputy.statements == ("S79",)
    assert "referral" in deputy.covers or "concern" in deputy.covers


def test_every_contact_says_when_it_was_checked(policy: Policy) -> None:
    assert policy.contacts
    assert all(contact.checked_on and contact.checked_how for contact in policy.contacts)


def test_the_two_quarterly_duties_are_separate(policy: Policy) -> None:
    quarterly = [duty for duty in policy.duties if duty.every and duty.every.number == 3]
    assert {statement for duty in quarterly for statement in duty.statements} >= {"S56", "S86"}
    assert not any({"S56", "S86"} <= set(duty.statements) for duty in quarterly)

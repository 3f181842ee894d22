"""Slips in rules: each is told on its own line, in a plain sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from prevent.faults import Fault, PreventError
from prevent.loading.load import load_policy
from small_policy import FIELDS, rule, write_policy

PLAIN_FIELDS = [
    {key: value for key, value in each.items() if key != "also_says"} for each in FIELDS
]


def faults(folder: Path, written: str, **more: object) -> list[Fault]:
    policy = write_policy(folder, rule(written), **more)  # type: ignore[arg-type] # a test's own
    try:
        load_policy(policy)
    except PreventError as error:
        return list(error.faults)
    return []


SLIPS = [
    (
        "require: {notice: {at_least: {fortnights: 1}, from: received_on}}",
        ["Unknown key 'fortnights'"],
    ),
    (
        "require: {notice: {at_least: {days: 1, weeks: 1}, from: received_on}}",
        ["'at_least' has 2 keys", "Write one of days, working_days, weeks or months"],
    ),
    (
        "require: {risk_assessment: {no_later_than: {days: 1, before: date, after: date}}}",
        ["Write a period and a day, such as {working_days: 5, before: date}."],
    ),
    (
        "require: {risk_assessment: {no_later_than: {days: 1}}}",
        ["A key is missing from 'no_later_than'. Expected one of: before, after."],
    ),
    (
        "require: {risk_assessment: {no_later_than: {after: date}}}",
        ["A key is missing from 'no_later_than'", "working_days"],
    ),
    (
        "require: {risk_assessment: {not_before: {approval_of: haed}}}",
        ["'haed' is not accepted", "Did you mean 'head'?"],
    ),
    (
        "require: {risk_assessment: {not_before: {approval_of: head, in: advice}}}",
        ["'advice' is not accepted", "approvals"],
    ),
    (
        "require: {risk_assessment: {no_later_than: {days: 3, after: 2026-09-01}}}",
        ["A period runs from a day of the request"],
    ),
    (
        "require: {approval: {from: [head], in: advice}}",
        ["'advice' is of type advice; expected approvals."],
    ),
    (
        "require: {approval: {from: [head, lead], of_them: {at_least: 3}}}",
        ["3 cannot agree where 2 are asked."],
    ),
    (
        "require: {approval: {from: [head, lead], of_them: any, in_order: yes}}",
        ["'in_order' needs all of them to agree."],
    ),
    (
        "require: {approval: {from: [head], counter_signature: lead, in: first_approvals}}",
        ["A counter-signature needs to know who signed", "Add 'also_says: [by]' to it."],
    ),
    (
        "require: {approval: {from: [head, lead], stand_ins: {head: [lead]}}}",
        ["'lead' is asked itself", "Name somebody else to stand in."],
    ),
    (
        "require: {approval: {from: [head], stand_ins: {lead: [bursar]}}}",
        ["'lead' is not among those who are asked."],
    ),
    (
        (
            "require: {approval: {from: [head]}}\n"
            "otherwise: {missing: {outcome: allowed, say: Silence is consent.}}"
        ),
        ["'allowed' is not accepted for 'outcome'"],
    ),
    (
        "require: {notice: {at_least: {months: 1}, from: received_on, days: clear}}",
        ["Months are counted by the corresponding date", "write the notice in days"],
    ),
    (
        "require: {notice: {at_least: {days: 1}, from: {days: 1, after: date}}}",
        ["Notice runs between two days of the request, as they are."],
    ),
    (
        "cases: [{when: {indoors: yes}}]",
        ["A key is missing from item 1 of 'cases'", "one of: require, then"],
    ),
    (
        "require: {risk_assessment: {}}\ncases: [{require: {risk_assessment: {}}}]",
        ["Only one of these can be given here: 'require', 'cases'."],
    ),
]


@pytest.mark.parametrize(("written", "words"), SLIPS)
def test_a_slip_is_told_plainly_where_it_stands(
    tmp_path: Path, written: str, words: list[str]
) -> None:
    found = faults(tmp_path, written)
    assert found
    [fault] = found
    text = f"{fault.message} {fault.hint}"
    for each in words:
        assert each in text
    assert fault.place.file.endswith("talks.yaml")
    assert "not as expected" not in text


def test_working_days_need_somebodys_bank_holidays(tmp_path: Path) -> None:
    written = "require: {notice: {at_least: {working_days: 5}, from: received_on}}"
    [fault] = faults(tmp_path, written, bank_holidays="")
    assert fault.message.startswith("Working days are counted here")
    assert "bank_holidays: england-and-wales" in fault.hint


def test_conditions_need_a_catalogue(tmp_path: Path) -> None:
    written = """
        require: {risk_assessment: {}}
        otherwise: {late: {outcome: allowed, conditions: [quiet]}}
    """
    [fault] = faults(tmp_path, written, catalogue=False, fields=PLAIN_FIELDS)
    assert "write them in conditions.yaml first" in fault.message
    assert faults(tmp_path / "with", written) == []


def test_a_rule_counts_only_while_what_it_rests_on_does(tmp_path: Path) -> None:
    written = "from: 2026-04-01\nrequire: {risk_assessment: {}}"
    policy = write_policy(tmp_path, rule(written, statements="[S02, S03]"))
    with pytest.raises(PreventError) as raised:
        load_policy(policy)
    [fault] = raised.value.faults
    assert fault.message == "Rule 'asked' counts on days on which S03 does not."
    assert fault.hint == "S03 counts from 1 May 2026: give the rule the same from and until."

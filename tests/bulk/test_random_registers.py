"""Rows of any cells, valid or not: a register is decided as ``check`` decides them one by one.

A row is rejected exactly where the request that says the same is not valid.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prevent.bulk.deciding import Job, Source
from prevent.bulk.in_duckdb import decide_in_duckdb
from prevent.bulk.output import Output
from prevent.bulk.progress import Progress
from prevent.bundle.current import Rules
from prevent.bundle.make import rules_of
from prevent.decide.check import Checker
from small_policy import AS_OF, rule, write_policy

RULES = (
    rule(
        "when: {source: outside}\n"
        "require: {approval: {from: [head, lead], of_them: all, no_later_than: date}}",
        id="agreed",
    ),
    rule(
        """
        for_each: speakers
        cases:
          - when: {topic: delicate}
            require: {advice: {from: [head], no_later_than: date}}
          - when: {topic: plain}
            then: {outcome: refused, say: Plain topics are refused.}
        """,
        id="each",
    ),
    rule("require: {risk_assessment: {no_later_than: date}}", id="assessed"),
    rule(
        "when: {size: {at_least: 50}}\nthen: {outcome: referred, who: [bursar], say: It is large.}"
    ),
    rule("require: {answer: {to: [indoors]}}", id="answered"),
)

_DAYS = st.integers(-3, 3).map(lambda days: (AS_OF + timedelta(days=days)).isoformat())
_WRONG_DAYS = st.sampled_from(["2026-02-30", "1/6/2026", "1026-06-01", "soon", "2026-6-1"])
_WRONG = st.sampled_from(["", "maybe", "Yes please", "';--"]).filter(bool)
_ROLES = ("head", "lead")


def rarely(wrong: st.SearchStrategy[Any], usual: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Mostly the one; now and then what is not valid."""
    return st.integers(0, 19).flatmap(lambda chance: wrong if chance == 0 else usual)


def cell(*options: str) -> st.SearchStrategy[Any]:
    return rarely(_WRONG, st.sampled_from([None, *options]))


_DAY = rarely(_WRONG_DAYS, st.none() | _DAYS)
_SPEAKER = st.fixed_dictionaries(
    {
        "name": rarely(st.none(), st.sampled_from(["Sam", "O'Brien", 'a "b" \\', "é"])),
        "topic": cell("plain", "delicate"),
    }
)
_ROW = st.fixed_dictionaries(
    {
        "date": rarely(st.none() | _WRONG_DAYS, _DAYS),
        "size": rarely(
            st.sampled_from([-1, "many", 10**10]), st.sampled_from([None, 0, 49, 50, 51, 400])
        ),
        "indoors": cell("yes", "no"),
        "source": cell("outside", "outside", "inside"),
        "speakers": st.none() | st.lists(_SPEAKER, max_size=3),
        "risk_assessment__completed": _DAY,
        **{f"approvals__{role}__decision": cell("granted", "declined") for role in _ROLES},
        **{f"approvals__{role}__date": _DAY for role in _ROLES},
        "advice__head__date": _DAY,
    }
)


def request(row: Mapping[str, Any]) -> dict[str, Any]:
    """The request that says what a row says."""
    plain = {name: row[name] for name in ("date", "size", "indoors", "source")}
    said = {"kind": "talk", "title": "A talk"} | plain
    said["speakers"] = [_given(speaker) for speaker in row["speakers"] or ()]
    said["approvals"] = [
        {"role": role} | entry
        for role in _ROLES
        if (
            entry := _given(
                {each: row[f"approvals__{role}__{each}"] for each in ("decision", "date")}
            )
        )
    ]
    if row["advice__head__date"]:
        said["advice"] = [{"role": "head", "date": row["advice__head__date"]}]
    if row["risk_assessment__completed"]:
        said["risk_assessment"] = {"completed": row["risk_assessment__completed"]}
    return _given(said)


def _given(answers: Mapping[str, Any]) -> dict[str, Any]:
    return {name: answer for name, answer in answers.items() if answer is not None}


@pytest.fixture(scope="module")
def rules(tmp_path_factory: pytest.TempPathFactory) -> Rules:
    return rules_of(write_policy(tmp_path_factory.mktemp("rules"), *RULES), "policy")


@pytest.fixture(scope="module")
def checker(rules: Rules) -> Iterator[Checker]:
    made = Checker(rules, AS_OF)
    yield made
    made.close()


def test_any_row_is_decided_as_it_is_checked(
    rules: Rules, checker: Checker, tmp_path: Path
) -> None:
    seen: Counter[str] = Counter()

    @settings(max_examples=8, deadline=None, derandomize=True)
    @given(rows=st.lists(_ROW, min_size=20, max_size=40))
    def compare(rows: list[dict[str, Any]]) -> None:
        decisions, rejects = decided(rows, rules, tmp_path)
        for number, row in enumerate(rows, start=1):
            said = request(row)
            report = checker.check(["-"], json.dumps(said).encode)
            if report.errors:
                assert number in rejects, (row, report.errors)
                seen["rejected"] += 1
                continue
            assert number in decisions, (row, rejects[number]["reason"])
            [expected] = report.decisions
            assert decisions[number]["outcome"] == expected.outcome, row
            came = Counter(_found(each, said) for each in decisions[number]["findings"])
            assert came == Counter(
                (each.rule, each.outcome, frozenset(each.who), _written(each.by), each.subject)
                for each in expected.findings
            ), row
            seen[expected.outcome] += 1

    compare()
    assert {*seen} >= {"rejected", "refused", "referred", "action-needed"}


def _found(each: Mapping[str, Any], said: Mapping[str, Any]) -> tuple[object, ...]:
    subject = said["speakers"][each["item"]]["name"] if each["list"] else None
    return (each["rule"], each["outcome"], frozenset(each["who"]), each["by"], subject)


def decided(
    rows: list[dict[str, Any]], rules: Rules, folder: Path
) -> tuple[dict[int, Any], dict[int, Any]]:
    """The decisions and the rejects of a register, by row."""
    register, out, rejects = (folder / f"{each}.ndjson" for each in ("rows", "out", "rejects"))
    head = {"kind": "talk", "reference": None}
    register.write_text("".join(json.dumps(head | row) + "\n" for row in rows), encoding="utf-8")
    job = Job(
        rules, Source(str(register)), Output.of(str(out)), Output.of(str(rejects)), as_of=AS_OF
    )
    decide_in_duckdb(job, Progress(shown=False))
    return _by_row(out), _by_row(rejects)


def _by_row(file: Path) -> dict[int, Any]:
    lines = file.read_text(encoding="utf-8").splitlines()
    return {each["row"]: each for each in map(json.loads, lines)}


def _written(day: date | None) -> str | None:
    return day.isoformat() if day else None

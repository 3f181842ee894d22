"""A request is decided alike, whether it is written in YAML or stands in a spreadsheet."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from prevent.decide.check import Checker
from prevent.reports.json_report import json_report
from prevent.reports.style import Style
from prevent.requests.spreadsheets import read_spreadsheet
from processes import ROOT
from sample_requests import POLICIES, rules
from spreadsheets.as_rows import as_row, write_csv, write_xlsx

PLACES = {"file", "document", "line", "column", "sheet"}
TEXTS = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cf", "Cn", "Co", "Zl", "Zp"]),
    min_size=1,
    max_size=30,
).filter(lambda text: bool(text.strip()))


@cache
def requests(policy: str) -> tuple[dict[str, Any], ...]:
    """The requests that a policy's rules are tried by: some for each rule, in order and not."""
    folder = ROOT / policy / ".." / "rules" / "conformance"
    return tuple(_requests(folder))


def _requests(folder: Path) -> Iterator[dict[str, Any]]:
    for path in sorted(folder.glob("*.ndjson")):
        for line in path.read_text(encoding="utf-8").splitlines():
            yield json.loads(line)["request"]


def decided(policy: str, path: Path) -> list[dict[str, Any]]:
    checker = Checker(rules(policy), date(2026, 3, 10))
    report = checker.check([str(path)], bytes)
    checker.close()
    assert not report.errors, report.errors[:3]
    found = json.loads("".join(json_report(report, Style())))["decisions"]
    return [_without_places(each) for each in found]


def _without_places(value: Any) -> Any:  # noqa: ANN401 (whatever JSON holds)
    if isinstance(value, dict):
        return {key: _without_places(each) for key, each in value.items() if key not in PLACES}
    return [_without_places(each) for each in value] if isinstance(value, list) else value


@pytest.mark.parametrize("policy", POLICIES)
def test_a_spreadsheet_is_decided_as_the_same_requests_in_yaml(policy: str, tmp_path: Path) -> None:
    kinds = rules(policy).rule_set.kinds
    made = requests(policy)[::17]
    assert len(made) > 30
    rows = [as_row(request, kinds[request["kind"]]) for request in made]
    (tmp_path / "a.yaml").write_text(yaml.safe_dump_all(made), encoding="utf-8")
    write_csv(tmp_path / "a.csv", rows, separator=";", encoding="utf-8-sig")
    write_xlsx(tmp_path / "a.xlsx", rows)
    expected = decided(policy, tmp_path / "a.yaml")
    assert len({each["outcome"] for each in expected}) > 1
    assert decided(policy, tmp_path / "a.csv") == expected
    assert decided(policy, tmp_path / "a.xlsx") == expected


@pytest.mark.parametrize("policy", POLICIES)
@pytest.mark.parametrize("write", [write_csv, write_xlsx])
def test_a_row_gives_the_same_answers_as_the_request_in_yaml(
    policy: str, write: Callable[..., None], tmp_path: Path
) -> None:
    rule_set = rules(policy).rule_set
    made = requests(policy)
    path = tmp_path / ("a.csv" if write is write_csv else "a.xlsx")
    write(path, [as_row(request, rule_set.kinds[request["kind"]]) for request in made])
    documents, faults = read_spreadsheet(str(path), rule_set)
    assert not faults
    assert [document.data for document in documents] == list(made)


@settings(max_examples=25, deadline=None)
@given(st.lists(TEXTS, min_size=2, max_size=6))
@example(["=0", "'=0", "0"])
def test_any_text_is_read_from_a_spreadsheet_as_it_was_written(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str]
) -> None:
    folder = tmp_path_factory.mktemp("texts")
    made = [
        {"kind": "event", "title": title, "requested_by": "staff", "date": date(2026, 4, 20)}
        for title in texts
    ]
    write_csv(folder / "a.csv", made)
    write_xlsx(folder / "a.xlsx", made)
    for name in ("a.csv", "a.xlsx"):
        assert [each["title"] for each in decided("policy", folder / name)] == texts

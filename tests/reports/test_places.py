"""Everything a check says of a file that can be read stands at a line and a column of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from processes import ROOT, Prevent

CHECKED = {
    "policy": ["requests", "tests/cases"],
    **{
        f"examples/{each}/policy": [f"examples/{each}/requests"]
        for each in (
            "college",
            "students-union",
            "training-group/group",
            "training-group/northern-site",
        )
    },
}
TOLD = ("findings", "waived", "notes", "conditions", "afterwards", "remarks")


@pytest.mark.parametrize("policy", CHECKED)
def test_every_finding_and_error_has_its_place(policy: str, prevent: Prevent) -> None:
    ran = prevent("check", *CHECKED[policy], "--policy", policy, "--format", "json")
    places = [
        (decision["file"], each["line"], each["column"])
        for decision in ran.json["decisions"]
        for key in TOLD
        for each in decision[key]
    ]
    errors = [(each["file"], each["line"], each["column"]) for each in ran.json["errors"]]
    assert places
    assert bool(errors) == (policy == "policy")
    for file, line, column in places + errors:
        lines = (ROOT / file).read_text(encoding="utf-8-sig").split("\n")
        assert 1 <= line <= len(lines)
        assert 1 <= column <= len(lines[line - 1]) + 1


REQUEST = """\
# Nothing here.

kind: event
title: A talk
requested_by: external-agency
date: 2026-05-01
received_on: 2026-04-20
speakers:
  - {name: One, values: contrary, extremism_concern: possible}
  - name: Two
    values: shared
outline: withheld
"""


@pytest.mark.parametrize(
    ("rule", "place"),
    [
        ("event-notice", (7, 14)),  # the day that is too late
        ("event-outline", (12, 10)),  # the answer
        ("event-presentation", (3, 1)),  # the request, in which the key is missing
        ("risk-assessment", (3, 1)),
        ("speaker-refused", (9, 25)),
        ("speaker-assessed", (10, 5)),  # the speaker, of whom it is not said
    ],
)
def test_a_finding_points_at_the_value_or_at_where_the_key_belongs(
    rule: str, place: tuple[int, int], prevent: Prevent, tmp_path: Path
) -> None:
    (tmp_path / "a.yaml").write_text(REQUEST)
    policy = ("--policy", str(ROOT / "policy"), "--as-of", "2026-04-21")
    ran = prevent("check", "a.yaml", *policy, "--format", "json", cwd=tmp_path)
    found: dict[str, Any] = {each["rule"]: each for each in ran.json["decisions"][0]["findings"]}
    assert (found[rule]["line"], found[rule]["column"]) == place
    shown = prevent("check", "a.yaml", *policy, cwd=tmp_path).out
    assert f"a.yaml:{place[0]}:{place[1]} ({rule})" in shown

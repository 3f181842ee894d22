"""A request comes back from an issue form as it was put in."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from intake.github_issue import Form, as_issue
from prevent.intake.issue_forms import issue_forms
from prevent.intake.take import Taker
from prevent.intake.written import as_yaml
from prevent.loading.load import load_policy
from prevent.reading.documents import parse_documents
from processes import ROOT
from sample_requests import POLICIES, rules


@cache
def forms(policy: str) -> Mapping[str, Form]:
    made = issue_forms(load_policy(ROOT / policy), rules(policy).rule_set)
    return {name: yaml.safe_load(text) for name, text in made.items()}


@cache
def taker(policy: str) -> Taker:
    return Taker(rules(policy))


def requests(policy: str) -> Iterator[dict[str, Any]]:
    for path in sorted((ROOT / policy / ".." / "rules" / "conformance").glob("*.ndjson")):
        for line in path.read_text(encoding="utf-8").splitlines():
            yield json.loads(line)["request"]


def taken_in(policy: str, request: dict[str, Any], ends: str = "\n") -> tuple[object, list[str]]:
    """What comes of a request that was filled in, written as YAML and read; and the doubts."""
    form = forms(policy)[f"request-{request['kind']}.yml"]
    issue = as_issue(request, form, rules(policy).rule_set, ends=ends)
    intake = taker(policy).text(issue.encode(), "issue.md")
    assert not intake.faults
    (document,), faults = parse_documents(as_yaml(intake.taken).encode(), name="request.yaml")
    assert not faults
    return document.data, [str(doubt) for doubt in intake.taken[0].doubts]


@pytest.mark.parametrize("policy", POLICIES)
def test_every_request_comes_back_as_it_was_filled_in(policy: str) -> None:
    made = [*requests(policy)][::9]
    assert len(made) > 50
    for number, request in enumerate(made):
        back, doubts = taken_in(policy, request, "\r\n" if number % 2 else "\n")
        assert doubts == []
        assert back == request


BASE = {"kind": "event", "title": "A talk", "requested_by": "staff", "date": "2026-04-20"}
TEXT = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"], include_characters="\n"),
    min_size=1,
    max_size=60,
).map(str.strip)
PIECES = st.lists(
    st.sampled_from(
        ["---", "\n", "&a", "*a", "!!python/object:os.system", "<<: x", "# x", "```", "key: value",
         "- [x] y", "_No response_", "@everyone", "<script>", "\u202e", "- ", "? ", "%YAML 1.2",
         "### On which day is it?\n\n2026-01-01", "### Nothing known", "yes", "2026-04-20", " | "]
    ),
    min_size=1, max_size=8,
).map(lambda pieces: " ".join(pieces).strip())  # fmt: skip


@settings(max_examples=100, deadline=None)
@given(TEXT | PIECES, TEXT | PIECES)
@example("-1E-0", "0E0")
def test_whatever_is_written_comes_back_or_is_doubtful(title: str, notes: str) -> None:
    request = {**BASE, "title": title.replace("\n", " ").strip() or "x", "notes": notes}
    back, doubts = taken_in("policy", request)
    said = {key: each for key, each in request.items() if each and each != "_No response_"}
    assert isinstance(back, dict)
    if not doubts:
        assert back == said
    if "###" not in title + notes and "title" in said:
        assert doubts == []

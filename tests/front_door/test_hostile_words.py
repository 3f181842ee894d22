"""A policy whose words try to be something else is decided alike by every engine, or refused.

What is refused is refused in plain words, with the line.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path
from typing import Any

import pytest
from hostile import OWN_FIELDS, conforms, policy_in, rewrite

from processes import Prevent
from small_policy import rule, write_policy

NASTY = (
    "x'; DROP TABLE requests; --",
    'x"; drop table requests; --',
    "*/ $$ $1 :name ? /* ${x} #{x} `tick` $(x)",
    "back\\slash \\' \\\" \\u0041 \\N{BULLET} %s %(x)s %",
    "''' \"\"\" }} {% x %} ]] }) {who}",
    "new\nline: {x: 1}\n---\n# METADATA\n- ''",
    'é ß 😀 “quoted” ¬ | & ^ ~ = === <!-- <script> &amp; {"var": ""}',
)
SAID = {"title", "label", "question", "phrase", "help", "means", "reads", "item", "text"} | {
    *("task", "summary", "noun", "say", "short_name", "holder", "reading", "what"),
}
"""The keys whose values are words."""

NO_BRACES = str.maketrans("{}", "()")


def reworded(value: Any, nasty: Iterator[str], key: str = "") -> Any:  # noqa: ANN401 (any YAML)
    """A part of a policy with something nasty after each of its words."""
    if isinstance(value, dict):
        return {name: reworded(own, nasty, name) for name, own in value.items()}
    if isinstance(value, list):
        return [reworded(own, nasty, key) for own in value]
    if key not in SAID or not isinstance(value, str):
        return value
    # What is said may name facts in braces, and any other name there is refused.
    words = next(nasty)
    return f"{value} {words.translate(NO_BRACES) if key == 'say' else words}"


@pytest.mark.parametrize("first", [0, 3])
def test_words_stay_words_under_every_engine(
    first: int, prevent: Prevent, tmp_path: Path, environment: dict[str, str]
) -> None:
    nasty = islice(cycle(NASTY), first, None)
    rewrite(policy_in(tmp_path), lambda made: reworded(made, nasty))
    conforms(prevent, tmp_path, environment)


def test_words_stay_words_in_registers(prevent: Prevent, tmp_path: Path) -> None:
    nasty = cycle(NASTY)
    rewrite(policy_in(tmp_path), lambda made: reworded(made, nasty))
    assert prevent("build", "--rules-only", cwd=tmp_path).status == 0
    asked = ("--rows", "300", "--kind", "talk", "--out", "rows.ndjson")
    made = prevent("sample", *asked, cwd=tmp_path)
    assert made.status == 0, made.err
    ran = prevent("decide", "rows.ndjson", "--out", "decisions.ndjson", cwd=tmp_path)
    assert ran.status < 2, ran.out + ran.err
    assert "300 rows in = 300 decisions + 0 rejects." in ran.out


def test_braces_in_a_question_name_nothing(prevent: Prevent, tmp_path: Path) -> None:
    question = "Is it {who} or {date} or {x}, {{ y }} or %s?"
    fields = [
        each | ({"question": question} if each["id"] == "outline" else {}) for each in OWN_FIELDS
    ]
    refused = "when: {outline: withheld}\nthen: {outcome: refused, say: It is not shared.}"
    write_policy(tmp_path, rule(refused), fields=fields)
    request = b"{kind: talk, title: A talk, date: 2026-07-01}"
    ran = prevent("check", "-", cwd=tmp_path, stdin=request)
    assert f"Answer this: {question}" in " ".join(ran.out.split()), ran.out + ran.err


@pytest.mark.parametrize("character", ["\u2028", "\u2029"])
def test_what_cannot_be_seen_is_refused(character: str, prevent: Prevent, tmp_path: Path) -> None:
    nasty = cycle([f"one{character}two"])
    rewrite(policy_in(tmp_path), lambda made: reworded(made, nasty))
    ran = prevent("validate", cwd=tmp_path)
    assert ran.status == 2
    assert f"This text holds an invisible character (U+{ord(character):04X})." in ran.out


def test_what_a_message_names_and_is_not_known_is_refused(prevent: Prevent, tmp_path: Path) -> None:
    said = "when: {indoors: no}\nthen: {outcome: refused, say: 'It is {drop_table}'}"
    write_policy(tmp_path, rule(said), fields=OWN_FIELDS)
    ran = prevent("validate", cwd=tmp_path)
    assert ran.status == 2
    assert "The message names {drop_table}, which is not known." in " ".join(ran.out.split())

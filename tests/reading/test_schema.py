"""Schema errors told in plain words, each at its place."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from prevent.faults import Place
from prevent.reading.documents import Document, parse_documents, read_documents
from prevent.reading.schema import schema_faults

Schema = dict[str, Any]
TEXT = {"type": "string"}


def document(text: str) -> Document:
    documents, faults = parse_documents(text.encode(), name="f")
    assert faults == []
    return documents[0]


def keys(**properties: object) -> Schema:
    return {"type": "object", "properties": properties, "additionalProperties": False}


def told(document: Document, schema: Schema) -> list[str]:
    return [str(one).removeprefix("f:") for one in schema_faults(document, schema)]


def written_cases() -> Iterator[tuple[str, Schema, list[str]]]:
    groups, faults = read_documents(Path(__file__).with_name("schema_words.yaml"))
    assert faults == []
    for group in groups:
        data: Any = group.data
        for case in data["cases"]:
            yield case["text"], case.get("schema") or data["schema"], case["told"]


@pytest.mark.parametrize(("text", "schema", "words"), list(written_cases()))
def test_a_schema_is_told_in_plain_words(text: str, schema: Schema, words: list[str]) -> None:
    assert told(document(text), schema) == words


SOUND_BEFORE: Schema = keys(
    yes={"enum": [True]}, one={"enum": [1]}, text={"enum": ["1"]}, half={"type": "number"}
)


@pytest.mark.parametrize("key", SOUND_BEFORE["properties"])
@pytest.mark.parametrize("value", ["true", "1", "'1'", "'True'", "1.0", "[1]", "['1']", "null"])
def test_a_value_is_held_against_the_schema_whatever_was_sound_before(key: str, value: str) -> None:
    alone = told(document(f"{key}: {value}"), dict(SOUND_BEFORE))
    for sound in ("yes: true", "one: 1", "text: '1'", "half: 1.0", "half: 1"):
        assert told(document(sound), SOUND_BEFORE) == []
    for _ in range(2):
        assert told(document(f"{key}: {value}"), SOUND_BEFORE) == alone


NESTED: Schema = {
    "$ref": "#/$defs/condition",
    "$defs": {
        "condition": {
            "oneOf": [
                keys(**{"not": {"$ref": "#/$defs/condition"}}) | {"required": ["not"]},
                keys(fact=TEXT, **{"is": TEXT}) | {"required": ["fact", "is"]},
            ]
        }
    },
}


def test_deep_conditions_are_checked() -> None:
    text = "{not: " * 49 + "{fact: a}" + "}" * 49
    started = time.process_time()
    assert told(document(text), NESTED) == ["1:296: 'is' is missing from 'not'."]
    assert time.process_time() - started < 10


def test_faults_come_in_the_order_of_the_file_and_once() -> None:
    schema = keys(b=TEXT, a=TEXT) | {"allOf": [{"properties": {"a": TEXT}}]}
    found = schema_faults(document("a: 1\nb: 2\nc: 3\n"), schema)
    assert [one.place.line for one in found] == [1, 2, 3]


def test_a_part_of_a_document_can_be_checked_alone() -> None:
    whole = document("x: 1\nlist:\n  - {a: 1}\n")
    found = schema_faults(whole, keys(a=TEXT), at=("list", 0))
    assert [one.place for one in found] == [Place("f", 1, 3, 9)]
    assert found[0].message.startswith("'a' is 1")
    with pytest.raises(KeyError):
        schema_faults(whole, keys(), at=("list", 7))


def test_places_carry_the_document_number() -> None:
    documents, _ = parse_documents(b"a: x\n---\na: 1\n", name="f")
    found = [fault for one in documents for fault in schema_faults(one, keys(a=TEXT))]
    assert [one.place for one in found] == [Place("f", 2, 3, 4)]


def test_quoted_values_are_short_and_hide_nothing() -> None:
    whole = document(f'k: "a\u202e{"x" * 500}"\n')
    (words,) = told(whole, keys(k={"enum": ["event"]}))
    assert "\u202e" not in words
    assert "\\u202e" in words
    assert len(words) < 150


def test_nothing_is_fetched_for_a_reference() -> None:
    with pytest.raises(Exception, match="example"):
        schema_faults(document("a: 1"), {"$ref": "https://schemas.example/x"})


def test_a_schema_is_prepared_once_and_not_mistaken_for_another() -> None:
    whole = document("a: 1\n")
    for kind, count in (("string", 1), ("integer", 0)) * 100:
        assert len(schema_faults(whole, keys(a={"type": kind}))) == count

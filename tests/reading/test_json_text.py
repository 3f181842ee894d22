"""Reading JSON strictly, with places."""

from __future__ import annotations

import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prevent.faults import Place
from prevent.reading.documents import parse_documents

VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**17), 10**17)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text('aé☃😀\n\t"\\/ '),
    lambda below: st.lists(below) | st.dictionaries(st.text("abc é"), below),
    max_leaves=20,
)


@given(VALUES, st.booleans())
def test_what_json_writes_is_read_back(value: object, ascii_only: bool) -> None:  # noqa: FBT001 - drawn
    written = json.dumps(value, ensure_ascii=ascii_only, indent=1).encode()
    documents, faults = parse_documents(written, name="f", json=True)
    assert faults == []
    assert documents[0].data == value


def test_every_value_and_key_has_its_place() -> None:
    text = b'{\n  "title": "Talk",\n  "speakers": [{"name": "A"}, 7]\n}\n'
    document = parse_documents(text, name="f", json=True)[0][0]
    assert document.line == 2
    assert document.place(()) == Place("f", 1, 2, 3)
    assert document.key_place(("title",)) == Place("f", 1, 2, 3)
    assert document.place(("title",)) == Place("f", 1, 2, 12)
    assert document.place(("speakers",)) == Place("f", 1, 3, 15)
    assert document.place(("speakers", 0, "name")) == Place("f", 1, 3, 25)
    assert document.place(("speakers", 1)) == Place("f", 1, 3, 31)
    assert document.place(("speakers", 0, "gone")) == Place("f", 1, 3, 17)


@pytest.mark.parametrize(
    ("text", "line", "column", "message"),
    [
        ('{"a": 1,\n "a": 2}', 2, 2, "The key 'a' is given twice; it stands first on line 1."),
        ('{"a": NaN}', 1, 7, "'NaN' is not a JSON value."),
        ("[Infinity]", 1, 2, "'Infinity' is not a JSON value."),
        ("[-Infinity]", 1, 2, "'-Infinity' is not a JSON value."),
        ("[1e999]", 1, 2, "This number is too large."),
        ("[01]", 1, 2, "'01' is not a JSON value."),
        ("[1234567890123456789]", 1, 2, "This number has more than 18 digits."),
        ("{} {}", 1, 4, "This follows a document that is already complete."),
        ('["\\ud800"]', 1, 2, "This text holds an invisible or incomplete character (U+D800)."),
        ('["\\u0000"]', 1, 2, "This text holds an invisible or incomplete character (U+0000)."),
        ('["\\q"]', 1, 3, "A backslash starts a code, and this is not one."),
        ('["a\nb"]', 1, 2, "The quotation that starts here is not closed on its line."),
        ('["a\tb"]', 1, 4, "A tab stands in this text."),
        ('{"a" 1}', 1, 6, "Expected ':' after the key 'a'."),
        ("{a: 1}", 1, 2, "Expected a key in double quotes here."),
        ('{"a": 1,}', 1, 8, "A comma stands before the closing '}'."),
        ("[1, 2,\n]", 1, 6, "A comma stands before the closing ']'."),
        ("[1 2]", 1, 4, "Expected ',' or ']' here."),
        ("[1,\n2", 1, 1, "The '[' that starts here is not closed."),
        ("[,]", 1, 2, "Expected a value here."),
        ("// x\n{}", 1, 1, "JSON has no comments."),
        ("['a']", 1, 2, "''a'' is not a JSON value."),
        ("[True]", 1, 2, "'True' is not a JSON value."),
        ("[\x01]", 1, 2, "An invisible character (U+0001) stands here."),
    ],
)
def test_a_fault_is_told_plainly_and_placed(
    text: str, line: int, column: int, message: str
) -> None:
    documents, faults = parse_documents(text.encode(), name="f", json=True)
    assert documents == []
    assert [(found.place, found.message) for found in faults] == [
        (Place("f", 1, line, column), message)
    ]


@pytest.mark.parametrize("opening", ["[", '{"a":'])
def test_deep_nesting_is_refused_at_once(opening: str) -> None:
    started = time.process_time()
    documents, faults = parse_documents((opening * 100_000).encode(), name="f", json=True)
    assert documents == []
    assert faults[0].message == "This is nested more than 50 levels deep."
    assert time.process_time() - started < 10


def test_nesting_is_accepted_up_to_the_limit() -> None:
    assert parse_documents(b"[" * 50 + b"]" * 50, name="f", json=True)[1] == []


@pytest.mark.parametrize("text", [b"", b" \n", b"null"])
def test_nothing_is_a_document_without_data(text: bytes) -> None:
    documents, faults = parse_documents(text, name="f", json=True)
    assert faults == []
    assert [document.data for document in documents] == [None]


def test_a_long_text_is_read_quickly() -> None:
    text = json.dumps(['\\"x' * 400_000]).encode()
    started = time.process_time()
    assert parse_documents(text, name="f", json=True)[1] == []
    assert time.process_time() - started < 10

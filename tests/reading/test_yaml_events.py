"""Reading YAML strictly: what plain words mean, what is refused, and where it stands."""

from __future__ import annotations

import json
import time

import pytest
import yaml

from prevent.faults import Fault, Place
from prevent.reading import yaml_events
from prevent.reading.documents import Document, parse_documents


def parse(text: str) -> tuple[list[Document], list[Fault]]:
    return parse_documents(text.encode(), name="f.yaml")


def only(text: str) -> Document:
    documents, faults = parse(text)
    assert faults == []
    assert len(documents) == 1
    return documents[0]


def fault(text: str) -> Fault:
    documents, faults = parse(text)
    assert documents == []
    assert len(faults) == 1
    return faults[0]


@pytest.fixture(params=["c", "python"])
def either_parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    if request.param == "python":
        monkeypatch.setattr(yaml_events, "LOADER", yaml.SafeLoader)
    return str(request.param)


KEPT_AS_WRITTEN = (
    "yes no on off Yes NO On OFF y n 2026-02-30 2026-04-20 0123 1_000 0x1F 0o17 12:30 .inf -.inf "
    ".nan NaN 1e999 1. .5 +1.5 00 -01 1234567890123456789 = tRue nULL 1e 2001-12-14T21:59:43Z "
    "١٢"
)


@pytest.mark.parametrize("written", KEPT_AS_WRITTEN.split())
def test_what_older_yaml_would_turn_into_something_else_stays_text(written: str) -> None:
    assert only(f"value: {written}").data == {"value": written}


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("true", True),
        ("True", True),
        ("TRUE", True),
        ("false", False),
        ("False", False),
        ("FALSE", False),
        ("null", None),
        ("Null", None),
        ("NULL", None),
        ("~", None),
        ("", None),
        ("0", 0),
        ("-7", -7),
        ("+7", 7),
        ("123456789012345678", 123456789012345678),
        ("1.5", 1.5),
        ("-0.25", -0.25),
        ("1e3", 1000.0),
        ("1.0", 1.0),
    ],
)
def test_what_json_would_read_as_a_value_is_one(written: str, value: object) -> None:
    data = only(f"value: {written}").data
    assert data == {"value": value}
    assert isinstance(data, dict)
    assert type(data["value"]) is type(value)


@pytest.mark.parametrize("written", ["true", "null", "~", "", "12", "1.5"])
@pytest.mark.parametrize("quote", ["'", '"'])
def test_quoted_values_are_text(written: str, quote: str) -> None:
    assert only(f"value: {quote}{written}{quote}").data == {"value": written}


def test_keys_are_the_text_as_written() -> None:
    data = only("on: 1\nno: 2\n2026: 3\nnull: 4\n1.50: 5\ntrue: 6\n").data
    assert data == {"on": 1, "no": 2, "2026": 3, "null": 4, "1.50": 5, "true": 6}


def test_a_role_called_no_is_text() -> None:
    assert only("- role: NO\n  decision: granted\n").data == [{"role": "NO", "decision": "granted"}]


def test_every_value_and_key_has_its_place() -> None:
    document = only("# note\ntitle: Talk\nspeakers:\n  - name: A\n    from: [x, {y: 1}]\nempty:\n")
    assert document.line == 2
    assert document.place(()) == Place("f.yaml", 1, 2, 1)
    assert document.place(("title",)) == Place("f.yaml", 1, 2, 8)
    assert document.key_place(("title",)) == Place("f.yaml", 1, 2, 1)
    assert document.place(("speakers",)) == Place("f.yaml", 1, 4, 3)
    assert document.place(("speakers", 0)) == Place("f.yaml", 1, 4, 5)
    assert document.key_place(("speakers", 0)) == Place("f.yaml", 1, 4, 5)
    assert document.place(("speakers", 0, "from", 1)) == Place("f.yaml", 1, 5, 16)
    assert document.key_place(("speakers", 0, "from", 1, "y")) == Place("f.yaml", 1, 5, 16)
    assert document.place(("speakers", 0, "from", 1, "y")) == Place("f.yaml", 1, 5, 19)
    assert document.place(("empty",)).line == 6


def test_what_does_not_exist_is_placed_at_what_stands_above_it() -> None:
    document = only("kind: event\nspeakers:\n  - name: A\n")
    assert document.place(("speakers", 0, "organisation", "x")) == Place("f.yaml", 1, 3, 5)
    assert document.key_place(("speakers", 0, "organisation")) == Place("f.yaml", 1, 3, 5)
    assert document.key_place(("speakers", 5, "name")) == Place("f.yaml", 1, 3, 3)
    assert document.key_place(()) == Place("f.yaml", 1, 1, 1)


def test_anchors_and_aliases_repeat_a_value() -> None:
    document = only("a: &a\n  x: 1\nb: *a\nc: [*a, &t text, *t]\n")
    assert document.data == {"a": {"x": 1}, "b": {"x": 1}, "c": [{"x": 1}, "text", "text"]}
    assert document.key_place(("b",)) == Place("f.yaml", 1, 3, 1)
    assert document.place(("b", "x")) == Place("f.yaml", 1, 2, 6)


@pytest.mark.parametrize(
    ("text", "line", "column", "message"),
    [
        ("a: 1\nb: 2\na: 3\n", 3, 1, "The key 'a' is given twice; it stands first on line 1."),
        ("- x: {b: 1, 'b': 2}\n", 1, 13, "The key 'b' is given twice; it stands first on line 1."),
        ("a: !!python/object:os.x {}\n", 1, 4, "'!!python/object:os.x' is a tag"),
        ("a: !x 1\n", 1, 4, "'!x' is a tag"),
        ("a: ! 1\n", 1, 4, "'!' is a tag"),
        ("a: !e!x 1\n", 1, 4, "'!' starts a tag"),
        ("!!map\na: 1\n", 1, 1, "'!!map' is a tag"),
        ("a: &a {x: 1}\nb:\n  <<: *a\n", 3, 3, "'<<' merges keys"),
        ("a:\n\tb: 1\n", 2, 1, "A tab is used to indent; use spaces."),
        ("a:\n  - b\n\t- c\n", 3, 1, "A tab is used to indent; use spaces."),
        ("a: x\n\ty\n", 2, 1, "A tab is used to indent; use spaces."),
        ("a: *x\n", 1, 4, "Nothing above is marked '&x'."),
        ("a: &x [1, *x]\n", 1, 11, "The alias '*x' stands within itself."),
        ("a: &x {b: *x}\n", 1, 11, "The alias '*x' stands within itself."),
        ("? [a]\n: b\n", 1, 3, "A key must be text"),
        ("{a: 1}: b\n", 1, 1, "A key must be text"),
        ("a: &x k\n*x : 1\n", 2, 1, "The alias '*x' cannot be a key."),
        (": x\n", 1, 1, "A key is missing before the ':'."),
        ("a: 1\n? \n: x\n", 2, 2, "A key is missing before the ':'."),
        ('a: "x\nb: 1\n', 1, 4, "The quotation that starts here is not closed."),
        ("a: 'x\nb: 1\n", 1, 4, "The quotation that starts here is not closed."),
        ("a: 1\ntitle\nb: 2\n", 2, 1, "Expected ':' after the key 'title'."),
        ("note: see: this\n", 1, 10, "A second ':' stands on this line"),
        ("title Talk\nkind: event\n", 2, 5, "'kind' cannot be a key here."),
        ("a: [1, 2\nb: 3\n", 1, 4, "The '[' that starts here is not closed"),
        ("a: {b: 1\nc: 3\n", 1, 4, "The '{' that starts here is not closed"),
        ("a: @x\n", 1, 4, "A value cannot start with '@'."),
        ("a: - b\n", 1, 4, "A list item cannot start here."),
        ("a: *\n", 1, 4, "A value cannot start with a bare '*'."),
        ("- a\nb: 1\n", 2, 1, "Expected a list item"),
        ("a:\n  b: 1\n c: 2\n", 3, 2, "This line does not fit the lines above it."),
        ("a: 'x' y\n", 1, 8, "'y' cannot follow here."),
        ("a: |x\n  b\n", 1, 5, "Expected a new line after '|' or '>'."),
        ("%YAML 2.0\n--- a\n", 1, 1, "A line that starts with '%' is not used here."),
        ("{a: 1}\nb: 2\n", 2, 1, "This follows a document that is already complete."),
        ('a: "\\0"\n', 1, 4, "This text holds an invisible character (U+0000)."),
        ('"\\x07": 1\n', 1, 1, "This text holds an invisible character (U+0007)."),
        ("a: x\x00y\n", 1, 5, "An invisible character (U+0000) stands here."),
        ("a: x\u2028y\n", 1, 5, "An invisible character (U+2028) stands here."),
        ("a: \x1b[31m\n", 1, 4, "An invisible character (U+001B) stands here."),
    ],
)
@pytest.mark.usefixtures("either_parser")
def test_a_fault_is_told_plainly_and_placed(
    text: str, line: int, column: int, message: str
) -> None:
    found = fault(text)
    assert found.message.startswith(message)
    assert (found.place.line, found.place.column) == (line, column)


@pytest.mark.parametrize("text", ['a: "\\d"\n', 'a: "\\uZZZZ"\n', 'a: "\\xg"\n'])
@pytest.mark.usefixtures("either_parser")
def test_a_wrong_backslash_code_is_told_plainly(text: str) -> None:
    found = fault(text)
    assert found.message == "A backslash in double quotes starts a code, and this is not one."
    assert found.place.line == 1


def test_every_duplicate_of_a_document_is_found() -> None:
    _, faults = parse("a: 1\na: 2\nb: 1\nc:\n  d: 1\n  d: 2\nb: 2\n")
    assert [found.place.line for found in faults] == [2, 6, 7]


def test_a_key_may_be_called_merge_sign_in_quotes() -> None:
    assert only("'<<': 1").data == {"<<": 1}


def test_tabs_that_do_not_indent_are_accepted() -> None:
    assert only('a:\t1\nb: "x\ty"\n').data == {"a": 1, "b": "x\ty"}


def test_an_alias_bomb_is_refused_at_once() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 10)]
    started = time.process_time()
    found = fault("\n".join(lines))
    assert found.message == "Aliases stand for more than 100,000 values here."
    assert time.process_time() - started < 10


def test_many_ordinary_aliases_are_accepted() -> None:
    document = only("- &a {x: 1}\n" + "- *a\n" * 1000)
    assert isinstance(document.data, list)
    assert len(document.data) == 1001


def test_aliases_cannot_build_depth() -> None:
    lines = ["- &a0 [x]"]
    lines += [f"- &a{n} {'[' * 20}*a{n - 1}{']' * 20}" for n in range(1, 10)]
    assert fault("\n".join(lines)).message == "This is nested more than 50 levels deep."


@pytest.mark.parametrize(
    "text",
    [
        "[" * 100_000,
        "{a: " * 100_000,
        "- " * 100_000,
        "[" * 100_000 + "]" * 100_000,
        "? " * 100_000,
    ],
)
@pytest.mark.usefixtures("either_parser")
def test_deep_nesting_is_refused_at_once(text: str) -> None:
    started = time.process_time()
    assert len(parse(text)[1]) == 1
    assert time.process_time() - started < 10


def test_nesting_is_accepted_up_to_the_limit() -> None:
    assert only("[" * 50 + "]" * 50).data is not None
    assert fault("[" * 51 + "]" * 51).place.column == 51


@pytest.mark.usefixtures("either_parser")
def test_a_fault_in_one_document_does_not_lose_the_others() -> None:
    text = "a: 1\n---\na: 1\na: 2\n---\nb: [\n---\nc: 'x\n---\nd: !t 1\n---\ne: 1\n"
    documents, faults = parse(text)
    assert [(document.number, document.data) for document in documents] == [
        (1, {"a": 1}),
        (6, {"e": 1}),
    ]
    assert documents[1].line == 12
    assert documents[1].place(("e",)) == Place("f.yaml", 6, 12, 4)
    assert [(found.place.document, found.place.line) for found in faults] == [
        (2, 4),
        (3, 7),
        (4, 8),
        (5, 10),
    ]


def test_an_invisible_character_does_not_lose_the_documents_before_it() -> None:
    documents, faults = parse("a: 1\n---\nb: 1\n---\nc: \x07\n")
    assert [document.data for document in documents] == [{"a": 1}, {"b": 1}]
    assert [found.place for found in faults] == [Place("f.yaml", 3, 5, 4)]


def test_markers_within_text_do_not_part_documents() -> None:
    assert only("a: |\n  ---\n  x\n").data == {"a": "---\nx\n"}
    assert only("a: x ---\nb: '--- y'\n").data == {"a": "x ---", "b": "--- y"}


@pytest.mark.parametrize("text", ["", "\n\n", "# only a note\n", "---\n", "null\n", "---\n...\n"])
@pytest.mark.usefixtures("either_parser")
def test_nothing_is_a_document_without_data(text: str) -> None:
    assert only(text).data is None


def test_an_empty_document_among_others_is_kept() -> None:
    documents, faults = parse("a: 1\n---\n---\nb: 1\n")
    assert faults == []
    assert [document.data for document in documents] == [{"a": 1}, None, {"b": 1}]
    assert [document.line for document in documents] == [1, 3, 4]


def test_only_so_many_faults_are_listed() -> None:
    documents, faults = parse("a: 1\n" * 5_000)
    assert documents == []
    assert len(faults) == 101
    assert faults[-1].message == "There are too many faults to list."


def test_many_broken_documents_are_read_quickly() -> None:
    started = time.process_time()
    _, faults = parse("---\n[\n" * 200_000)
    assert len(faults) == 100
    assert time.process_time() - started < 10


@pytest.mark.usefixtures("either_parser")
def test_json_is_read_alike_as_yaml() -> None:
    data = {"a": [1, -2.5, True, None, "x: y"], "b": {"c": "é ☃ 😀"}}
    assert only(json.dumps(data, ensure_ascii=False)).data == data


def test_a_thousand_requests_are_read_in_well_under_a_second() -> None:
    text = b"kind: event\ntitle: Talk\nspeakers:\n" + b"  - {name: A, checked: done}\n" * 8
    started = time.process_time()
    for _ in range(1000):
        parse_documents(text, name="f.yaml")
    assert time.process_time() - started < 10

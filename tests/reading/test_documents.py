"""Files of every kind: none of them raises, and each fault has its place."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from prevent.faults import Place
from prevent.reading import yaml_events
from prevent.reading.documents import parse_documents, read_documents

BITS = [
    b"a: ", b"- ", b"? ", b": ", b"\n", b"\n  ", b"\n---\n", b"...\n", b"{", b"}", b"[", b"]",
    b",", b'"', b"'", b"&x ", b"*x", b"!t ", b"!!", b"|", b">", b"%YAML 1.1\n", b"# ", b"\t",
    b"<<: ", b"\\u", b"\xff", b"\xef\xbb\xbf", b"\r\n", b"\x00", b"no", b"1e9", b"\xc3\xa9",
]  # fmt: skip
ANY_BYTES = st.one_of(
    st.binary(max_size=60),
    st.lists(st.sampled_from(BITS), max_size=25).map(b"".join),
    st.text(max_size=40).map(lambda text: text.encode("utf-8", "surrogatepass")),
)


@given(data=ANY_BYTES, json=st.booleans())
@example(data=b"\xff\xfea\x00", json=False)
@example(data=b'a: "\\UFFFFFFFF"', json=False)
@example(data=b'"\\ud800"', json=True)
@settings(max_examples=1500, deadline=None)
def test_no_bytes_whatever_raise(data: bytes, json: bool) -> None:  # noqa: FBT001 - drawn
    documents, faults = parse_documents(data, name="f", json=json)
    assert documents or faults
    numbers = [document.number for document in documents]
    assert numbers == sorted(set(numbers))
    assert not set(numbers) & {found.place.document for found in faults}
    assert all(found.place.line and found.place.column for found in faults)


@given(data=ANY_BYTES)
@settings(max_examples=500, deadline=None)
def test_no_bytes_raise_in_the_python_parser_either(data: bytes) -> None:
    usual = yaml_events.LOADER
    yaml_events.LOADER = yaml.SafeLoader
    try:
        documents, faults = parse_documents(data, name="f")
    finally:
        yaml_events.LOADER = usual
    assert documents or faults


@pytest.mark.parametrize("name", ["a.yaml", "a.yml", "a.YAML"])
def test_yaml_is_known_by_its_name(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("a: 1\n---\nb: no\n")
    documents, faults = read_documents(tmp_path / name)
    assert faults == []
    assert [document.data for document in documents] == [{"a": 1}, {"b": "no"}]
    assert documents[0].file == str(tmp_path / name)


def test_json_is_known_by_its_name(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text('{"a": 1,}')
    _, faults = read_documents(str(tmp_path / "a.json"), name="shown")
    assert [found.place for found in faults] == [Place("shown", 1, 1, 8)]


def test_any_other_name_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("a: 1")
    _, faults = read_documents(tmp_path / "a.txt")
    assert faults[0].hint == "Expected a name that ends in .yaml, .yml or .json."


def test_a_missing_file_is_a_fault(tmp_path: Path) -> None:
    documents, faults = read_documents(tmp_path / "none.yaml", name="none.yaml")
    assert documents == []
    assert [str(found) for found in faults] == ["none.yaml: There is no such file."]


def test_a_folder_is_a_fault(tmp_path: Path) -> None:
    (tmp_path / "folder.yaml").mkdir()
    _, faults = read_documents(tmp_path / "folder.yaml")
    assert faults[0].message == "This is a folder, not a file."


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")
    _, faults = read_documents(tmp_path / "pipe.yaml")
    assert faults[0].message == "This is a device or a pipe, not a file."


def test_a_link_to_a_device_is_refused(tmp_path: Path) -> None:
    (tmp_path / "device.yaml").symlink_to("/dev/zero")
    _, faults = read_documents(tmp_path / "device.yaml")
    assert faults[0].message == "This is a device or a pipe, not a file."


def test_a_link_to_itself_is_a_fault(tmp_path: Path) -> None:
    (tmp_path / "loop.yaml").symlink_to(tmp_path / "loop.yaml")
    _, faults = read_documents(tmp_path / "loop.yaml")
    assert faults[0].message.startswith("This file cannot be read")


def test_a_file_that_may_not_be_read_is_a_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.yaml").write_text("a: 1")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr("builtins.open", refuse)
    _, faults = read_documents(tmp_path / "a.yaml")
    assert faults[0].message == "This file may not be read."


@pytest.mark.parametrize("name", ["a\0.yaml", "x" * 5000 + ".yaml"])
def test_an_impossible_name_is_a_fault(name: str) -> None:
    documents, faults = read_documents(name)
    assert documents == []
    assert len(faults) == 1


def test_a_huge_file_is_refused_unread(tmp_path: Path) -> None:
    with (tmp_path / "huge.yaml").open("wb") as file:
        file.truncate(100_000_000)
    started = time.process_time()
    _, faults = read_documents(tmp_path / "huge.yaml")
    assert faults[0].message == "This file is too large: at most 5 MB are read."
    assert time.process_time() - started < 10


def test_too_much_standard_input_is_refused() -> None:
    assert parse_documents(b"#" * 11, name="-", limit=10)[1]
    assert not parse_documents(b"#" * 10, name="-", limit=10)[1]


@pytest.mark.parametrize("json", [False, True])
def test_windows_line_ends_and_a_byte_order_mark_are_accepted(*, json: bool) -> None:
    data = b'\xef\xbb\xbf{"a": 1,\r\n"b":\r\n2}\r\n'
    documents, faults = parse_documents(data, name="f", json=json)
    assert faults == []
    assert documents[0].data == {"a": 1, "b": 2}
    assert documents[0].key_place(("b",)) == Place("f", 1, 2, 1)
    assert documents[0].place(("b",)) == Place("f", 1, 3, 1)


def test_a_byte_that_is_not_utf_8_is_placed() -> None:
    documents, faults = parse_documents("a: 1\r\n---\r\nb: caf\xe9\r\n".encode("cp1252"), name="f")
    assert [document.data for document in documents] == [{"a": 1}]
    assert faults[0].place == Place("f", 2, 3, 7)
    assert faults[0].text == "The byte 0xe9 here is not UTF-8 text. Save the file as UTF-8."


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
@pytest.mark.parametrize("json", [False, True])
def test_utf_16_is_named(encoding: str, *, json: bool) -> None:
    documents, faults = parse_documents("kind: event\n".encode(encoding), name="f", json=json)
    assert documents == []
    assert "UTF-16" in faults[0].message
    assert faults[0].hint == "Save it as UTF-8."


def test_a_fault_shows_what_is_hidden() -> None:
    _, faults = parse_documents('"a\u202eb": 1\n"a\u202eb": 2\n'.encode(), name="f")
    assert "'a\\u202eb'" in faults[0].message


def test_reading_documents_does_not_load_jsonschema() -> None:
    code = "import sys, prevent.reading.documents; sys.exit('jsonschema' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0

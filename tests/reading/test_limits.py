"""What a file may cost: each limit is one error that says what it is, and where."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from prevent.reading import documents
from prevent.reading.documents import parse_documents, read_documents
from prevent.reading.places import MAX_DOCUMENTS, MAX_VALUES
from prevent.reading.schema import MOST_ERRORS
from processes import Prevent


def test_documents_after_the_last_that_is_read_are_told_and_left_out() -> None:
    text = "a: 1\n---\n" * (MAX_DOCUMENTS + 1) + "b: 2\n"
    read, (fault,) = parse_documents(text.encode(), name="many.yaml")
    assert len(read) == MAX_DOCUMENTS
    assert fault.place.line == 2 * MAX_DOCUMENTS
    assert fault.text == (
        "This document and those after it are left out: at most 20,000 of a file are read."
        " Split it into several files."
    )


def test_as_many_documents_as_may_be_are_read() -> None:
    read, faults = parse_documents(("a: 1\n---\n" * MAX_DOCUMENTS)[:-4].encode(), name="many.yaml")
    assert (len(read), faults) == (MAX_DOCUMENTS, [])


@pytest.mark.parametrize("json", [True, False])
@pytest.mark.parametrize(("more", "faults"), [(0, 0), (1, 1)])
def test_values_are_counted_wherever_they_stand(json: bool, more: int, faults: int) -> None:  # noqa: FBT001 (a case)
    inner = MAX_VALUES - 4 + more
    text = '{"a": [[%s]]}' % ",".join(["[]"] * (inner + 1))  # noqa: UP031 (braces)
    _, found = parse_documents(text.encode(), name="many", json=json)
    assert [fault.message for fault in found] == ["This holds more than 500,000 values."] * faults


def test_the_other_documents_of_a_file_with_one_that_holds_too_much_are_read() -> None:
    text = f"a: 1\n---\n[{'1,' * MAX_VALUES}1]\n---\nb: 2\n"
    read, (fault,) = parse_documents(text.encode(), name="many.yaml")
    assert [each.data for each in read] == [{"a": 1}, {"b": 2}]
    assert fault.place.document == 2


@pytest.fixture
def while_read(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[], object]], None]:
    """Has something happen to a file just after it is opened, or as it is about to be."""
    usual = documents._whole

    def happens(what: Callable[[], object]) -> None:
        def whole(*arguments: object) -> bytes:
            data = usual(*arguments)  # type: ignore[arg-type]  # whatever it is called with
            what()
            return data

        monkeypatch.setattr(documents, "_whole", whole)

    return happens


def test_a_file_that_changes_while_it_is_read_is_a_fault(
    tmp_path: Path, while_read: Callable[[Callable[[], object]], None]
) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("kind: event\n")
    while_read(lambda: path.write_text("kind: leaflet\n"))
    assert [str(fault) for fault in read_documents(path, name="a.yaml")[1]] == [
        "a.yaml: This file changed while it was read. Check it again once nothing writes to it."
    ]


def test_a_file_that_is_taken_away_while_it_is_read_was_read_whole(
    tmp_path: Path, while_read: Callable[[Callable[[], object]], None]
) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("kind: event\n")
    while_read(path.unlink)
    read, faults = read_documents(path)
    assert ([each.data for each in read], faults) == ([{"kind": "event"}], [])


def test_a_file_that_becomes_a_pipe_is_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("kind: event\n")
    usual = os.open

    def open_late(name: str, flags: int, *rest: int) -> int:
        path.unlink()
        os.mkfifo(path)
        return usual(name, flags, *rest)

    monkeypatch.setattr(documents.os, "open", open_late)
    _, faults = read_documents(path)
    assert faults[0].message == "This is a device or a pipe, not a file."


def test_a_file_that_is_gone_when_it_is_opened_is_a_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("kind: event\n")
    usual = os.open

    def open_late(name: str, flags: int, *rest: int) -> int:
        path.unlink()
        return usual(name, flags, *rest)

    monkeypatch.setattr(documents.os, "open", open_late)
    assert read_documents(path)[1][0].message == "There is no such file."


def test_more_errors_than_are_looked_for_are_told_in_bounded_time(prevent: Prevent) -> None:
    unknown = "".join(f"k{number}: 1\n" for number in range(20 * MOST_ERRORS))
    ran = prevent("check", "-", "--format", "json", stdin=f"kind: event\n{unknown}".encode())
    assert ran.status == 2
    assert MOST_ERRORS - 10 < len(ran.json["errors"]) <= MOST_ERRORS


@pytest.mark.parametrize(("more", "read"), [(0, 1), (1, 0)])
def test_a_file_is_read_up_to_the_limit(more: int, read: int, tmp_path: Path) -> None:
    start = "kind: event\n#"
    (tmp_path / "a.yaml").write_text(start + "x" * (documents.LIMIT - len(start) + more))
    found, faults = read_documents(tmp_path / "a.yaml")
    assert (len(found), len(faults)) == (read, more)
    told = "This file is too large: at most 5 MB are read. Split it into several files."
    assert [fault.text for fault in faults] == [told] * more

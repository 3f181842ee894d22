"""``prevent check``: files in, decisions out."""

from __future__ import annotations

import json
import os
from datetime import date
from pathlib import Path

import pytest
from checked_folders import ALLOWED, AS_OF, INVALID, NOT_YET, squeezed, write

from processes import Prevent

# --- exit status, and what is checked -------------------------------------------------------------


def test_the_exit_status_says_whether_all_is_allowed(folder: Path, prevent: Prevent) -> None:
    write(folder, a=ALLOWED, b=NOT_YET, c=INVALID)
    assert prevent("check", "a.yaml", cwd=folder).status == 0
    assert prevent("check", "a.yaml", "b.yaml", cwd=folder).status == 1
    assert prevent("check", "a.yaml", "b.yaml", "c.yaml", cwd=folder).status == 2


def test_one_bad_file_does_not_stop_the_others(folder: Path, prevent: Prevent) -> None:
    write(folder, a=INVALID, b=ALLOWED, c="kind: [", d=NOT_YET, e=f"{ALLOWED}---\n{INVALID}")
    named = prevent("check", *(f"{name}.yaml" for name in "abcde"), "--format", "json", cwd=folder)
    assert named.status == 2
    assert [each["file"] for each in named.json["decisions"]] == ["b.yaml", "d.yaml", "e.yaml"]
    assert [(each["file"], each["document"], each["line"]) for each in named.json["errors"]] == [
        ("a.yaml", 1, 4),
        ("c.yaml", 1, 2),
        ("e.yaml", 2, 10),
    ]
    assert "Did you mean 'external-agency'?" in named.json["errors"][0]["message"]


@pytest.mark.parametrize("text", [ALLOWED, json.dumps({"kind": "leaflet"})], ids=["YAML", "JSON"])
def test_standard_input_is_read_as_yaml_or_json(text: str, prevent: Prevent) -> None:
    if text.startswith("{"):
        answers = dict(line.split(": ") for line in ALLOWED.splitlines())
        text = json.dumps(answers)
    ran = prevent("check", "-", "--format", "json", stdin=text.encode())
    assert (ran.status, ran.err) == (0, "")
    [decision] = ran.json["decisions"]
    assert (decision["file"], decision["title"]) == ("<standard input>", "Ours")


def test_a_fault_of_standard_input_is_named_and_placed(prevent: Prevent) -> None:
    ran = prevent("check", "-", stdin=INVALID.encode())
    assert ran.status == 2
    assert "<standard input>:4:9" in ran.out
    broken = prevent("check", "-", "--format", "json", stdin=b'{"kind": "leaflet",,}')
    assert broken.status == 2
    assert broken.json["errors"][0]["line"] == 1


def test_a_folder_is_searched_to_the_bottom_and_hidden_files_are_passed_over(
    folder: Path, prevent: Prevent
) -> None:
    for name in ("x.yaml", "deep/er/y.yml", "deep/Z.JSON", ".hidden.yaml", ".git/h.yaml", "n.txt"):
        path = folder / "requests" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        text = ALLOWED
        if path.suffix == ".JSON":
            text = json.dumps(dict(line.split(": ") for line in ALLOWED.splitlines()))
        path.write_text(text)
    ran = prevent("check", "requests", "--format", "json", cwd=folder)
    assert ran.status == 0
    assert sorted(each["file"] for each in ran.json["decisions"]) == [
        "requests/deep/Z.JSON",
        "requests/deep/er/y.yml",
        "requests/x.yaml",
    ]


def test_a_file_named_twice_is_decided_once(folder: Path, prevent: Prevent) -> None:
    write(folder, a=ALLOWED)
    (folder / "link.yaml").symlink_to("a.yaml")
    ran = prevent(
        "check", "a.yaml", "./a.yaml", "link.yaml", str(folder / "a.yaml"), *AS_OF, cwd=folder
    )
    assert "1 request decided: 1 can go ahead." in ran.out


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("nowhere.yaml", "nowhere.yaml There is no such file or folder."),
        ("empty", "empty There is no request in this folder."),
        ("text", "text There is no request in this folder."),
        ("nothing.yaml", "nothing.yaml:1:1 This file holds no request."),
        ("remarks.yaml", "remarks.yaml:1:1 This file holds no request."),
        ("dashes.yaml", "dashes.yaml:1:1 This file holds no request."),
        ("null.json", "null.json:1:1 This file holds no request."),
        ("text/n.txt", "text/n.txt This is neither a YAML nor a JSON file."),
        ("list.yaml", "A request is a list of lines such as 'kind: event'."),
        ("no-kind.yaml", "no-kind.yaml:1:1 'kind' is missing."),
        ("", "There is no such file or folder."),
    ],
)
def test_what_holds_no_request_is_an_error(
    path: str, words: str, folder: Path, prevent: Prevent
) -> None:
    (folder / "empty").mkdir()
    (folder / "text").mkdir()
    (folder / "text" / "n.txt").write_text(ALLOWED)
    files = {
        "nothing.yaml": "",
        "remarks.yaml": "# nothing\n",
        "dashes.yaml": "---\n---\n",
        "null.json": "null",
        "list.yaml": "- kind: leaflet\n",
        "no-kind.yaml": "title: A\n",
    }
    for name, text in files.items():
        (folder / name).write_text(text)
    ran = prevent("check", path, cwd=folder)
    assert ran.status == 2
    assert words in squeezed(ran.out)
    assert "0 requests decided. 1 file or request could not be decided." in ran.out


def test_without_a_path_the_usage_is_shown(prevent: Prevent) -> None:
    ran = prevent("check")
    assert ran.status == 2
    assert "PATH" in ran.err


# --- options --------------------------------------------------------------------------------------


@pytest.mark.parametrize("day", ["2026-02-30", "yesterday", "20260310", "2026-3-1", ""])
def test_a_day_of_the_check_that_is_no_date_is_refused(day: str, prevent: Prevent) -> None:
    ran = prevent("check", "requests", "--as-of", day)
    assert (ran.status, ran.out) == (2, "")
    assert f"'{day}' is not a date. Write it as 2026-04-20." in squeezed(ran.err)


def test_the_day_of_the_check_is_today_unless_given(folder: Path, prevent: Prevent) -> None:
    write(folder, a=ALLOWED)
    before = date.today()  # noqa: DTZ011 (the day here, as the command takes it)
    report = prevent("check", "a.yaml", "--format", "json", cwd=folder).json
    assert before <= date.fromisoformat(report["as_of"]) <= date.today()  # noqa: DTZ011
    given = prevent("check", "a.yaml", "--format", "json", *AS_OF, cwd=folder).json
    assert given["as_of"] == "2026-03-10"


def test_the_report_is_written_to_a_file_whole(folder: Path, prevent: Prevent) -> None:
    write(folder, a=ALLOWED)
    shown = prevent("check", "a.yaml", "--format", "json", *AS_OF, cwd=folder)
    (folder / "out").mkdir()
    (folder / "out" / "d.json").write_text("what was there before")
    written = prevent(
        "check", "a.yaml", "--format", "json", *AS_OF, "--output", "out/d.json", cwd=folder
    )
    assert (written.status, written.out, written.err) == (0, "", "")
    assert (folder / "out" / "d.json").read_text() == shown.out
    assert [path.name for path in (folder / "out").iterdir()] == ["d.json"]


def test_a_report_goes_through_a_link_and_never_replaces_a_pipe(
    folder: Path, prevent: Prevent
) -> None:
    write(folder, a=ALLOWED)
    shown = prevent("check", "a.yaml", *AS_OF, cwd=folder).out
    (folder / "there.txt").write_text("what was there before")
    (folder / "link.txt").symlink_to("there.txt")
    prevent("check", "a.yaml", *AS_OF, "--output", "link.txt", cwd=folder)
    assert (folder / "link.txt").is_symlink()
    assert (folder / "there.txt").read_text() == shown
    os.mkfifo(folder / "pipe")
    handle = os.open(folder / "pipe", os.O_RDWR | os.O_NONBLOCK)
    with os.fdopen(handle, "rb", buffering=0) as pipe:
        assert prevent("check", "a.yaml", *AS_OF, "--output", "pipe", cwd=folder).status == 0
        assert pipe.read(1_000_000).decode() == shown
    assert (folder / "pipe").is_fifo()


@pytest.mark.parametrize(
    "place", ["taken/d.json", "no/such/d.json", "rules", "/dev/full/d.json", "/proc/d.json"]
)
def test_a_report_that_cannot_be_written_is_a_plain_error(
    place: str, folder: Path, prevent: Prevent
) -> None:
    write(folder, a=ALLOWED)
    (folder / "taken").write_text("a file")
    before = sorted(folder.rglob("*"))
    ran = prevent("check", "a.yaml", "--output", place, cwd=folder)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith(f"prevent: {place}: This cannot be written: ")
    assert len(ran.err.splitlines()) == 1
    assert sorted(folder.rglob("*")) == before

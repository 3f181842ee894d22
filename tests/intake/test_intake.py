"""``prevent intake``: what becomes of issues, forms and spreadsheets, and what is doubtful."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml

from prevent.reading.documents import parse_documents
from processes import Prevent

DAY = "--as-of=2026-03-10"
ANSWERS = {
    "What is asked for?": "Event",
    "What is it called?": "A talk",
    "Who is asking?": "An external agency",
    "On which day is it?": "2026-04-20",
    "What is your own reference for it?": "_No response_",
    "Who is going to speak?": "```text\nName: A. Speaker\nOrganisation: \n\nName: B\n```",
}


def issue(changes: dict[str, str | None] | None = None) -> str:
    answers = {**ANSWERS, **(changes or {})}
    said = {heading: answer for heading, answer in answers.items() if answer is not None}
    return "\n\n".join(f"### {heading}\n\n{answer}" for heading, answer in said.items())


def as_read(text: str) -> dict[str, object]:
    """The YAML as text alone: dates stay as they were written."""
    (document,), faults = parse_documents(text.encode(), name="request.yaml")
    assert not faults
    assert isinstance(document.data, dict)
    return dict(document.data)


def taken(prevent: Prevent, text: str, *arguments: str) -> tuple[int, dict[str, object], str]:
    ran = prevent("intake", "-", *arguments, stdin=text.encode())
    return ran.status, as_read(ran.out) if ran.out else {}, ran.err


def test_an_issue_becomes_a_request_that_a_check_reads(prevent: Prevent, tmp_path: Path) -> None:
    path = tmp_path / "issue.md"
    path.write_text(issue(), encoding="utf-8")
    out = tmp_path / "request.yaml"
    ran = prevent("intake", str(path), "--out", str(out))
    assert (ran.status, ran.out, ran.err) == (0, "", "")
    assert (
        out.read_text(encoding="utf-8")
        == f"""\
# Taken in from {path}:1
kind: event
title: A talk
requested_by: external-agency
date: 2026-04-20
speakers:
- name: A. Speaker
- name: B
"""
    )
    checked = prevent("check", str(out), DAY, "--format", "json").json
    assert not checked["errors"]
    assert {each["subject"] for each in checked["decisions"][0]["findings"]} >= {"A. Speaker", "B"}


@pytest.mark.parametrize(
    ("changes", "line", "said"),
    [
        ({"On which day is it?": "20/04/2026"}, 15, "Did you mean 2026-04-20?"),
        ({"On which day is it?": None}, 1, "'date' is missing"),
        ({"Who is asking?": "Somebody"}, 11, "Expected one of: staff, learner"),
        ({"Who is coming to speak?": "Nobody"}, 30, "Did you mean 'Who is going to speak?'?"),
        ({"Who is going to speak?": "A. Speaker"}, 23, "'speakers'"),
        ({"Who is going to speak?": "```text\nName: A\n"}, 23, "does not end"),
        ({"What is it called?": "x\n\n### Who is asking?\n\nStaff"}, 15, "stands there 2 times"),
        ({"What is asked for?": "A party"}, 3, "with one of: booking"),
    ],
)
def test_a_doubt_is_said_and_nothing_is_decided_until_a_person_has_looked(
    prevent: Prevent, tmp_path: Path, changes: dict[str, str | None], line: int, said: str
) -> None:
    ran = prevent("intake", "-", stdin=issue(changes).encode())
    assert ran.status == 1
    assert said in ran.err
    assert f"<standard input>:{line}:" in ran.err
    assert said in ran.out.partition("\nkind:")[0]
    path = tmp_path / "request.yaml"
    path.write_text(ran.out, encoding="utf-8")
    checked = prevent("check", str(path), DAY)
    assert checked.status == 2
    assert "0 requests decided" in checked.out


def test_every_answer_that_cannot_be_told_is_kept(prevent: Prevent) -> None:
    spoof = "Nothing.\n\n### On which day is it?\n\n2030-01-01\n\n### The colour\n\nBlue"
    status, request, said = taken(prevent, issue({"What is it called?": spoof}))
    assert status == 1
    assert request["title"] == "Nothing."
    assert request["date"] == {"answer 1": "2030-01-01", "answer 2": "2026-04-20"}
    assert request["The colour"] == "Blue"
    assert "The question 'The colour' is not known." in said


def test_text_before_the_first_question_is_kept_in_a_comment(prevent: Prevent) -> None:
    ran = prevent("intake", "-", stdin=f"Hello.\nkind: leaflet\n\n{issue()}".encode())
    assert ran.status == 1
    assert "#   Hello.\n#   kind: leaflet\nkind: event\n" in ran.out


def test_the_request_file_in_an_issue_of_the_sites_form_is_taken_out(prevent: Prevent) -> None:
    request = "kind: leaflet\ntitle: A leaflet\nrequested_by: staff\nsource: dmm\n"
    day = "distribute_from: 2026-04-20\n"
    beside = "It can go ahead (as of 2026-03-10).\n\nVersion of the policy: sha256:1"
    text = f"{beside}\n\n````yaml\n{request}{day}````\n"
    status, found, said = taken(prevent, text)
    assert (status, said) == (0, "")
    assert found["distribute_from"] == "2026-04-20"
    assert "is no part of it" in taken(prevent, f"{text}\nIt was changed since.\n")[2]
    broken = text.replace("2026-04-20", "20/04/2026")
    assert "<standard input>:10:18" in taken(prevent, broken)[2]


@pytest.mark.parametrize("suffix", [".json", ".yaml"])
def test_what_the_sites_form_downloads_is_taken_in(
    prevent: Prevent, tmp_path: Path, suffix: str
) -> None:
    request = {"kind": "event", "title": "x", "requested_by": "staff", "date": "2026-04-20"}
    path = tmp_path / f"a{suffix}"
    text = json.dumps(request) if suffix == ".json" else yaml.safe_dump(request)
    path.write_text(text, encoding="utf-8")
    ran = prevent("intake", str(path))
    assert ran.status == 0
    assert as_read(ran.out) == request


def test_a_spreadsheet_becomes_a_file_for_each_request(prevent: Prevent, tmp_path: Path) -> None:
    rows = [
        "kind,reference,title,requested_by,date",
        "event,../../EV 1,A,staff,2026-04-20",
        "event,,=HYPERLINK(1),staff,20/04/2026",
        "event,EV-1,B,staff,2026-04-20",
    ]
    path = tmp_path / "a.csv"
    path.write_text("\n".join(rows), encoding="utf-8")
    out = tmp_path / "requests"
    ran = prevent("intake", str(path), "--out", f"{out}/")
    assert ran.status == 1
    assert "a.csv, cell E3" in ran.err
    names = sorted(each.name for each in out.iterdir())
    assert names == ["ev-1-2.yaml", "ev-1.yaml", "hyperlink1.yaml"]
    assert "# Taken in from" in (out / "ev-1.yaml").read_text(encoding="utf-8")
    again = prevent("intake", str(path), "--out", f"{out}/")
    assert again.status == 2
    assert "There is a file of this name already." in again.err
    # A name without an ending is a folder's, whether it is there or not.
    prevent("intake", str(path), "--out", str(tmp_path / "other"))
    assert sorted(each.name for each in (tmp_path / "other").iterdir()) == names


def test_no_file_is_written_over(prevent: Prevent, tmp_path: Path) -> None:
    out = tmp_path / "request.yaml"
    out.write_text("mine\n", encoding="utf-8")
    ran = prevent("intake", "-", "--out", str(out), stdin=issue().encode())
    assert ran.status == 2
    assert "There is a file of this name already." in ran.err
    assert out.read_text(encoding="utf-8") == "mine\n"


def test_the_kind_may_be_said_where_a_request_does_not(prevent: Prevent) -> None:
    without = issue({"What is asked for?": None})
    assert taken(prevent, without)[0] == 1
    status, request, _ = taken(prevent, without, "--kind", "event")
    assert (status, request["kind"]) == (0, "event")
    ran = prevent("intake", "-", "--kind", "evnt", stdin=b"x")
    assert ran.status == 2
    assert "Did you mean 'event'?" in ran.err


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.md", b"Only words.\n", "no question of a form"),
        ("a.md", b"### What is it called?\n\n\x1b[31mx\n", "invisible character"),
        ("a.md", b"", "no question of a form"),
        ("a.yaml", b"title: [\n", "a.yaml:"),
        ("a.yaml", b"", "There is no request here."),
        ("a.csv", b"kind,nothing known\nevent,x\n", "cell B1"),
        ("a.xlsx", b"x", "not a sound .xlsx file"),
        ("a.doc", b"x", "how this file is to be read"),
        ("b.md", None, "There is no such file."),
    ],
)
def test_what_cannot_be_read_is_an_error(
    prevent: Prevent, tmp_path: Path, name: str, data: bytes | None, said: str
) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)
    ran = prevent("intake", str(tmp_path / name))
    assert ran.status == 2
    assert said in ran.err, ran.err
    assert ran.out == ""


def test_text_that_would_mislead_a_reader_is_written_so_that_it_is_seen(prevent: Prevent) -> None:
    title = "A \u202etxt\u202c talk"
    ran = prevent("intake", "-", stdin=issue({"What is it called?": title}).encode())
    assert ran.status == 0
    assert "\u202e" not in ran.out
    assert yaml.safe_load(ran.out)["title"] == title
    doubtful = prevent("intake", "-", stdin=issue({"Who is asking?": title}).encode())
    assert "\u202e" not in doubtful.out + doubtful.err


def test_a_request_of_a_few_lines_that_unfold_into_millions_is_not_written(
    prevent: Prevent, tmp_path: Path
) -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 9)]
    path = tmp_path / "a.yaml"
    path.write_text("\n".join(lines), encoding="utf-8")
    ran = prevent("intake", str(path), timeout=20)
    assert ran.status == 2
    assert len(ran.out) < 100_000

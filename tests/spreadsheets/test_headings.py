"""What the headings of a spreadsheet may be, and what is said of those that are not known."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from processes import Prevent

DAY = "--as-of=2026-03-10"
PLAIN = {"kind": "event", "title": "A talk", "requested_by": "staff", "date": "2026-04-20"}
SPEAKER = {"name": "A. Speaker", "values": "shared", "extremism_concern": "none"}
GRANTED = {"role": "managing-director", "decision": "granted", "date": "2026-03-09"}


def table(*rows: dict[str, str], separator: str = ",") -> str:
    names = list(dict.fromkeys(name for row in rows for name in row))
    text = io.StringIO()
    writer = csv.DictWriter(text, names, restval="", delimiter=separator, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def speaking(prefix: str = "speaker 1 ") -> dict[str, str]:
    return {f"{prefix}{part}": value for part, value in SPEAKER.items()}


def granted(**headings: str) -> dict[str, str]:
    return {heading: GRANTED[part] for part, heading in headings.items()}


NUMBERED = granted(role="approval 1 role", decision="approval 1 decision", date="approval 1 date")


@pytest.mark.parametrize(
    "extra",
    [
        NUMBERED,
        granted(
            decision="approvals__managing_director__decision",
            date="approvals__managing_director__date",
        ),
        granted(
            decision="Approvals Managing Director decision",
            date="approvals managing-director DATE",
        ),
        granted(role="Approvals 1 who", decision="approvals1decision", date="approvals.1.date"),
        {"approvals": '[{"role": "managing-director", "decision": "granted", '
         '"date": "2026-03-09"}]'},
    ],
    ids=["numbered", "register", "words", "signs", "json"],
)  # fmt: skip
def test_a_decision_stands_in_columns_of_its_own(
    prevent: Prevent, tmp_path: Path, extra: dict[str, str]
) -> None:
    path = tmp_path / "a.csv"
    path.write_text(table(PLAIN | speaking() | extra), encoding="utf-8")
    ran = prevent("check", str(path), DAY, "--format", "json")
    assert ran.status == 0, ran.out
    assert "event-authorised" in ran.json["decisions"][0]["passed"]


def test_headings_may_be_questions_and_short_names_however_they_are_written(
    prevent: Prevent, tmp_path: Path
) -> None:
    row = {
        "KIND": "Event",
        "what is it  called": "A talk",
        "Asked for by": "a member of STAFF",
        "On which day is it?": "2026-04-20",
        "Speaker 2 What is the speaker's name?": "B",
        "Speaker 2 values": "I am not sure",
        "speaker-1-name": "A",
        "# our own": "not read",
    }
    path = tmp_path / "a.csv"
    path.write_text(table(row), encoding="utf-8-sig")
    decided = prevent("check", str(path), DAY, "--format", "json").json
    assert not decided["errors"]
    subjects = [each["subject"] for each in decided["decisions"][0]["findings"]]
    assert subjects.index("A") < subjects.index("B")


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_cells_may_be_parted_by_commas_semicolons_or_tabs(
    prevent: Prevent, tmp_path: Path, separator: str
) -> None:
    path = tmp_path / "a.csv"
    path.write_text(table(PLAIN | {"title": "A, B; C"}, separator=separator), encoding="utf-8")
    decided = prevent("check", str(path), DAY, "--format", "json").json
    assert decided["decisions"][0]["title"] == "A, B; C"


@pytest.mark.parametrize(
    ("heading", "said"),
    [
        ("titel", "Did you mean 'title'?"),
        ("What is it caled?", "Did you mean 'What is it called?'?"),
        ("speaker 1 nme", "Did you mean 'speaker 1 name'?"),
        ("Room", "Did you mean 'Room or facility'?"),
        ("Organisation of speaker 2", "Did you mean 'speaker 2 organisation'?"),
        (
            "Approval of the Managing Director",
            "Did you mean 'approvals managing-director decision', 'approvals managing-director",
        ),
        ("Date of receipt", "Expected one of: facility, reference, received_on, hosts"),
        ("colour of the door", "begin its heading with #"),
    ],
)
def test_an_unknown_heading_is_an_error_at_its_cell(
    prevent: Prevent, tmp_path: Path, heading: str, said: str
) -> None:
    path = tmp_path / "a.csv"
    path.write_text(table(PLAIN | {heading: "x"}), encoding="utf-8")
    ran = prevent("check", str(path), DAY)
    assert ran.status == 2
    assert "a.csv, cell E1" in ran.out
    assert said in " ".join(ran.out.split())
    assert "0 requests decided" in ran.out


@pytest.mark.parametrize(
    ("text", "cell", "said"),
    [
        (f"title,title\n{'x,y'}\n", "B1", "stands twice"),
        ("kind,title,What is it called?\nevent,x,y\n", "C1", "asks for the same"),
        ("title,date\nx,2026-04-20\n", "A1", "There is no column 'kind'"),
        ("kind,title,date\nevent,x,2026-04-20,y\n", "D2", "no heading above this cell"),
        ("kind,title,risk_assessment\nevent,x,2026-04-01\n", "C2", "'risk_assessment completed'"),
        ("kind,speakers\nevent,A. Speaker\n", "B2", "'speaker 1 name'"),
        ("kind,date\nevent,03/04/2026\n", "B2", "Write 2026-03-04 or 2026-04-03"),
        ("kind,title,date\nevent,,2026-04-20\n", "B2", "'title' is missing"),
    ],
)
def test_what_is_wrong_is_said_at_its_cell(
    prevent: Prevent, tmp_path: Path, text: str, cell: str, said: str
) -> None:
    path = tmp_path / "a.csv"
    path.write_text(text, encoding="utf-8")
    ran = prevent("check", str(path), DAY)
    assert ran.status == 2
    assert f"a.csv, cell {cell}\n" in ran.out
    assert said in " ".join(ran.out.split())
    errors = prevent("check", str(path), DAY, "--format", "json").json["errors"]
    (found,) = (each for each in errors if said in each["message"])
    assert (found["line"], found["column"]) == (int(cell[1:]), ord(cell[0]) - ord("A") + 1)


def book(path: Path, speakers: list[list[str]]) -> None:
    made = Workbook()
    sheet = made.active
    assert sheet is not None
    sheet.title = "Events"
    sheet.append(["reference", *PLAIN])
    sheet.append(["EV-1", *PLAIN.values()])
    sheet.append(["EV-2", *PLAIN.values()])
    second = made.create_sheet("Speakers")
    second.append(["Reference", "Name", "Values", "extremism_concern"])
    for row in speakers:
        second.append(row)
    made.create_sheet("# How to fill it in").append(["Write one request in each row."])
    made.save(path)


def test_speakers_may_stand_in_a_sheet_of_their_own(prevent: Prevent, tmp_path: Path) -> None:
    rows = [["EV-2", "A", "shared", "none"], ["EV-2", "B", "unsure", "none"]]
    book(tmp_path / "a.xlsx", rows)
    ran = prevent("check", str(tmp_path / "a.xlsx"), DAY, "--format", "json")
    first, second = ran.json["decisions"]
    assert first["outcome"] == "allowed"
    asked = next(each for each in second["findings"] if each["subject"] == "B")
    assert (asked["sheet"], asked["line"]) == ("Speakers", 3)
    shown = prevent("check", str(tmp_path / "a.xlsx"), DAY).out
    assert "a.xlsx, sheet Speakers, cell A3 (speaker-advice)" in shown


def test_an_unknown_heading_of_speakers_is_told_the_nearest(
    prevent: Prevent, tmp_path: Path
) -> None:
    path = tmp_path / "a.xlsx"
    book(path, [["EV-2", "A", "shared", "none"]])
    made = load_workbook(path)
    made["Speakers"]["B1"] = "Speaker's name"
    made["Speakers"]["C1"] = "colour"
    made.save(path)
    shown = " ".join(prevent("check", str(path), DAY).out.split())
    assert "Did you mean 'What is the speaker's name?'?" in shown
    assert "Expected one of: name, organisation, values." in shown


@pytest.mark.parametrize(
    ("reference", "cell", "said"),
    [
        ("EV-9", "A2", "No request has the reference 'EV-9'"),
        ("", "A2", "does not say which request"),
    ],
)
def test_a_speaker_of_no_request_leaves_every_request_undecided(
    prevent: Prevent, tmp_path: Path, reference: str, cell: str, said: str
) -> None:
    book(tmp_path / "a.xlsx", [[reference, "A", "shared", "none"]])
    ran = prevent("check", str(tmp_path / "a.xlsx"), DAY)
    assert ran.status == 2
    assert f"a.xlsx, sheet Speakers, cell {cell}" in ran.out
    assert said in ran.out
    assert "0 requests decided" in ran.out


def test_what_looks_wrong_is_told_with_its_cell(prevent: Prevent, tmp_path: Path) -> None:
    rows = table(PLAIN | {"received_on": "2026-03-11"})
    (tmp_path / "a.csv").write_text(rows, encoding="utf-8")
    shown = prevent("check", str(tmp_path / "a.csv"), DAY).out
    assert "Look again: Received on: 11 March 2026 has not come yet. (cell E2)" in shown


def test_a_row_of_remarks_alone_is_no_request(prevent: Prevent, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    rows = table(PLAIN | {"# our own": "x"}, {"# our own": "To be asked for next week"})
    path.write_text(f"\n\n{rows}\n,,,,\n", encoding="utf-8")
    ran = prevent("check", str(path), DAY, "--format", "json")
    assert ran.status == 0
    (decided,) = ran.json["decisions"]
    assert (decided["line"], decided["document"]) == (4, 1)


def test_a_folder_is_not_searched_for_spreadsheets(prevent: Prevent, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(table(PLAIN), encoding="utf-8")
    ran = prevent("check", str(tmp_path), DAY)
    assert ran.status == 2
    assert "There is no request in this folder." in ran.out

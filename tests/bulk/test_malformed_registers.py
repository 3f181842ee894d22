"""A malformed register gives rejects, or one clear error: no traceback, and never a part of it."""

from __future__ import annotations

import os
from pathlib import Path

import duckdb
import pytest
from registers import AS_OF, LEAFLET, decide, write

from processes import Prevent

HEADING = ",".join(LEAFLET)
GOOD = ",".join(LEAFLET.values())


def refused(prevent: Prevent, register: Path, *arguments: str) -> str:
    """The one error of a register that cannot be read; nothing is written beside it."""
    folder = register.parent / "results"
    folder.mkdir(exist_ok=True)
    given = (str(register), "--out", str(folder / "out.csv"), *AS_OF, *arguments)
    ran = prevent("decide", *given)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith("prevent: ")
    assert "Traceback" not in ran.err
    assert "fault of the program" not in ran.err
    assert list(folder.iterdir()) == []
    return ran.err


def test_a_workbook_is_no_register(prevent: Prevent, tmp_path: Path) -> None:
    register = tmp_path / "register.xlsx"
    register.write_bytes(b"PK")
    told = refused(prevent, register)
    assert "A register cannot be read from a workbook of a spreadsheet. Save it as CSV" in told


@pytest.mark.parametrize(
    ("heading", "told"),
    [
        (HEADING.replace("source,", ""), "The column 'source' is missing."),
        (HEADING.replace("source", "sorce"), "Did you mean 'source'?"),
        (HEADING.replace("source", "Source"), "Did you mean 'source'?"),
        (HEADING + ",related to programme", "Did you mean 'related_to_programme'?"),
        (HEADING + ",approvals__managing_director__dat", "approvals__managing_director__date'?"),
        (HEADING.replace("kind,", "sid,"), "Did you mean 'kind'?"),
        ("a,b,c", "None of its columns"),
        (HEADING + ",source", "more than once"),
        (HEADING.replace(",", ";"), "semicolons"),
        (HEADING.replace(",", "\t"), "tabs"),
        ("", "first line is empty"),
        ('"kind', "not CSV"),
        ("\0" * 100, "NUL"),
        ("kind," * 300_000, "longer than"),
    ],
    ids=lambda text: text[:40] if isinstance(text, str) else "",
)
def test_a_heading_that_cannot_be_taken(
    heading: str, told: str, prevent: Prevent, tmp_path: Path
) -> None:
    if heading.startswith("sid"):
        told = "It has no column 'kind'"
    register = tmp_path / "register.csv"
    row = "leaflet" + ",x" * min(heading.count(","), 99)
    register.write_text(f"{heading}\n{row}\n", encoding="utf-8")
    assert told in refused(prevent, register)


def test_files_that_are_not_what_they_are_called(prevent: Prevent, tmp_path: Path) -> None:
    sound = write(tmp_path / "sound.parquet", [LEAFLET]).read_bytes()
    files: dict[str, bytes] = {
        "cut.parquet": sound[: len(sound) // 2],
        "text.parquet": b"kind,reference\n",
        "empty.parquet": b"",
        "nul.parquet": b"\0" * 1000,
        "latin.csv": f"{HEADING},d\xe9j\xe0\n{GOOD}\n".encode("latin-1"),
        "wide.csv": f"{HEADING}\n{GOOD}\n".encode("utf-16"),
        "list.ndjson": b"[\n]\n",
        "binary.ndjson": bytes(range(256)) * 10,
        "empty.ndjson": b"",
        "empty.duckdb": b"",
        "unknown.xlsx": b"PK",
    }
    for name, content in files.items():
        path = tmp_path / name
        path.write_bytes(content)
        assert name in refused(prevent, path)
    assert "no such file" in refused(prevent, tmp_path / "nothing.csv")
    (tmp_path / "folder.csv").mkdir()
    assert "folder" in refused(prevent, tmp_path / "folder.csv")


@pytest.mark.parametrize(
    ("column", "kind", "told"),
    [
        ("distribute_from", "TIME", "Expected dates"),
        ("distribute_from", "DOUBLE", "Expected dates"),
        ("source", "INTEGER", "Expected text"),
        ("reference", "BLOB", "Expected text"),
    ],
)
def test_columns_of_a_type_that_cannot_be(
    column: str, kind: str, told: str, prevent: Prevent, tmp_path: Path
) -> None:
    register = write(tmp_path / "register.parquet", [LEAFLET])
    other = tmp_path / "other.parquet"
    duckdb.execute(
        f"COPY (SELECT * REPLACE (CAST(NULL AS {kind}) AS {column}) FROM '{register}') TO '{other}'"
    )
    assert told in refused(prevent, other)


def test_malformed_rows_of_csv_are_rejected_and_keep_their_numbers(
    prevent: Prevent, tmp_path: Path
) -> None:
    def row(number: int, **other: str) -> str:
        return ",".join(
            str(each) for each in {**LEAFLET, "reference": f"L-{number}", **other}.values()
        )

    lines: list[tuple[bytes, str]] = [
        (row(1).encode(), ""),
        (row(2).encode() + b",one,more", "7 cells"),
        (b"leaflet,L-3", "2 cells"),
        (row(4, reference='"in two\nlines"').encode(), ""),
        (row(5, reference='"never closed').encode(), "not closed"),
        (row(6, reference="caf\xe9").encode("latin-1"), "not UTF-8, from byte 12"),
        (row(7, reference="a\0b").encode(), "NUL"),
        (row(8, reference="x" * 2_000_000).encode(), "longer than"),
        (row(9, reference='a"b').encode(), "not closed"),
        (row(10, reference='"a"b"').encode(), "not closed"),
        (row(11, reference='"a""b"').encode(), ""),
        (row(12, reference="").encode() + b"\r", ""),
    ]
    register = tmp_path / "register.csv"
    body = b"\n".join([f"\ufeff{HEADING}".encode(), *(line for line, _ in lines), b"", b""])
    register.write_bytes(body)
    came = decide(prevent, register)
    assert set(came.decisions) == {n for n, (_, why) in enumerate(lines, start=1) if not why}
    for number, (_, why) in enumerate(lines, start=1):
        if why:
            assert why in came.rejects[number]["reason"], number
    assert came.decisions[4]["reference"] == "in two\nlines"
    assert came.decisions[11]["reference"] == 'a"b'


def test_malformed_lines_of_json_are_rejected(prevent: Prevent, tmp_path: Path) -> None:
    good = write(tmp_path / "good.ndjson", [LEAFLET]).read_bytes().strip()
    twice = good[:-1] + b', "source": "learner"}'
    long = b'{"kind": "leaflet", "notes": "' + b"x" * 40_000_000 + b'"}'
    lines = [good, b"{", b"[]", b"null", twice, b'"leaflet"', good.replace(b"L-1", b"\xff"), long]
    register = tmp_path / "register.ndjson"
    register.write_bytes(b"\n".join(lines))
    came = decide(prevent, register)
    assert set(came.decisions) == {1}
    assert all("not a JSON object" in row["reason"] for row in came.rejects.values())


@pytest.mark.parametrize("name", ["line.csv", "line.ndjson", "line.parquet"])
def test_a_single_line_of_a_gigabyte_is_refused_at_once(
    name: str, prevent: Prevent, tmp_path: Path
) -> None:
    with (tmp_path / name).open("wb") as opened:
        opened.write(b"kind,reference,")
        opened.truncate(1_000_000_000)
    assert name in refused(prevent, tmp_path / name)


def test_what_stands_in_a_path_is_never_a_pattern(prevent: Prevent, tmp_path: Path) -> None:
    write(tmp_path / "ra.csv", [LEAFLET, LEAFLET])
    odd = write(tmp_path / "r.csv", [LEAFLET]).rename(tmp_path / "r[a]'; DROP TABLE x; --*.csv")
    assert len(decide(prevent, odd).decisions) == 1


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["r.csv", "--out", "out.txt"], "End it with one of: .parquet"),
        (["r.csv", "--out", "nowhere/out.csv"], "no such folder"),
        (["r.csv", "--out", "out.csv", "--rejects", "out.csv"], "same file"),
        (["r.csv", "--out", "out.csv", "--kind", "leaflt"], "Did you mean 'leaflet'?"),
        (["--out", "out.csv"], "Give a register"),
        (["r.csv", "--db", "duckdb:///x", "--out", "out.csv"], "Give a register"),
        (["--db", "duckdb:///x", "--out", "out.csv"], "--db and --table"),
        (["--db", "mysql://x/y", "--table", "t", "--out", "out.csv"], "not the address"),
        (["--db", "duckdb:///x", "--table", "t", "--out", "out.csv"], "no such file"),
        (["r.csv", "--out", "out.csv", "--memory", "lots"], "memory"),
        (["r.csv", "--out", "out.csv", "--threads", "0"], "number of threads"),
    ],
    ids=lambda each: " ".join(each) if isinstance(each, list) else "",
)
def test_a_command_that_cannot_be_done(
    arguments: list[str], told: str, prevent: Prevent, tmp_path: Path
) -> None:
    write(tmp_path / "r.csv", [LEAFLET])
    policy = ("--policy", str(Path(__file__).parents[2] / "policy"))
    ran = prevent("decide", *arguments, *policy, cwd=tmp_path)
    assert ran.status == 2
    assert told in ran.err
    assert "Traceback" not in ran.err
    assert os.listdir(tmp_path) == ["r.csv"]  # noqa: PTH208 (names alone are wanted)

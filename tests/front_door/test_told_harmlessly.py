"""What commands say beside their reports is text too, and no error tells what a request says."""

from __future__ import annotations

import csv
import io
import subprocess
import sys
from pathlib import Path
from unicodedata import normalize

import pyte
import pytest
import yaml

from prevent.cli import main
from prevent.reading.documents import parse_documents
from processes import ROOT, Prevent

POLICY = ("--policy", str(ROOT / "policy"))
CORPUS: dict[str, list[str]] = yaml.safe_load(
    (ROOT / "tests" / "reports" / "payloads.yaml").read_text(encoding="utf-8")
)
PAYLOADS = [payload for each in CORPUS.values() for payload in each]


def assert_harmless(text: str) -> None:
    """A terminal shows it all as text, and a log finds no command in it."""
    columns = 2 * max(map(len, text.splitlines())) + 2
    screen = pyte.Screen(columns, text.count("\n") + 2)
    text = normalize("NFC", text)  # as pyte puts a letter and its marks together
    pyte.Stream(screen).feed(text.replace("\n", "\r\n"))
    assert screen.title == ""
    shown = [line.rstrip() for line in screen.display]
    assert shown[: text.count("\n")] == [line.rstrip() for line in text.splitlines()]
    assert not any(line.lstrip().startswith("::") for line in shown)
    assert not any("##[" in line or "##vso[" in line.lower() for line in shown)


SAID = (
    ("check", "{}"),
    ("check", "x.yaml", "--{}"),
    ("check", "x.yaml", "--format", "{}"),
    ("check", "x.yaml", "--jobs", "{}"),
    ("check", "x.yaml", "--as-of", "{}"),
    ("{}",),
    ("validate", "{}"),
    ("intake", "{}"),
    ("decide", "{}", "--out", "x.csv"),
)


@pytest.mark.parametrize("said", SAID, ids=" ".join)
def test_an_argument_is_shown_as_text(said: tuple[str, ...], prevent: Prevent) -> None:
    # A command line holds no NUL, and * stands for any name of a file.
    payload = "\x1b[31m\x1b]0;owned\x07 ##vso[task.complete]x \n::error::y \u202eabc"
    ran = prevent(*(each.replace("{}", payload) for each in said))
    assert ran.status == 2
    assert_harmless(ran.out + ran.err)


def test_what_intake_writes_is_text_in_a_log_and_reads_as_it_was(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    tried = 0
    for payload in PAYLOADS:
        asked = f"### What is it called?\n\n{payload}\n\n### {payload}\n\nx\n"
        Path("a.md").write_text(f"x: {payload}\n{payload}\n{asked}", encoding="utf-8")
        main(["intake", "a.md", *POLICY, "--kind", "event"])
        said = capsys.readouterr()
        assert_harmless(said.out + said.err)
        tried += bool(said.out)
        if said.out and "\n" not in payload:
            (document,), _ = parse_documents(said.out.encode(), name="a.yaml")
            assert isinstance(document.data, dict)
            assert document.data["title"] == payload.strip()
    assert tried > len(PAYLOADS) / 2


def test_a_file_that_intake_writes_is_in_the_folder_whatever_its_title(
    prevent: Prevent, tmp_path: Path
) -> None:
    names = (
        "../../out",
        "/etc/passwd",
        "..",
        ".",
        "-rf",
        "a/b\\c",
        "con",
        "~",
        "",
        "\u2024\u2024/x",
    )
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(["kind", "title", "reference", "requested_by"])
    writer.writerows(["event", "A talk", name, "staff"] for name in names)
    writer.writerows(["event", name or "x", "", "staff"] for name in names)
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.csv").write_text(out.getvalue(), encoding="utf-8")
    before = {*tmp_path.rglob("*")}
    ran = prevent("intake", "a.csv", "--out", "new/", *POLICY, cwd=tmp_path / "in")
    assert ran.status == 1
    written = {*tmp_path.rglob("*")} - before
    assert written - {tmp_path / "in" / "new"} == {*(tmp_path / "in" / "new").iterdir()}
    assert len(written) == 2 * len(names) + 1


def test_a_heading_of_a_register_is_shown_as_text(prevent: Prevent, tmp_path: Path) -> None:
    extra = ["##vso[task.complete]", "\x1b[31mred", "::error::x", "\u202eabc"]
    out = io.StringIO()
    writer = csv.writer(out)
    columns = ["kind", "title", "requested_by", "source", "distribute_from"]
    writer.writerow([*columns, *extra])
    writer.writerow(["leaflet", "x", "staff", "external-agency", "2027-01-11", *extra])
    (tmp_path / "in.csv").write_text(out.getvalue(), encoding="utf-8")
    ran = prevent("decide", "in.csv", "--out", "out.csv", *POLICY, cwd=tmp_path)
    assert "Columns that no rule looks at" in ran.out, ran.err
    assert_harmless(ran.out + ran.err)


BROKEN = """
import sys
from prevent.cli import main
from prevent.requests.request import RequestReader
def read(self, document):
    raise KeyError(document.data["title"])
RequestReader.read = read
sys.exit(main())
"""


@pytest.mark.parametrize("given", [("check", "a.yaml"), ("intake", "a.yaml")])
def test_a_fault_of_the_program_says_nothing_of_a_request(
    given: tuple[str, ...], tmp_path: Path
) -> None:
    (tmp_path / "a.yaml").write_text("kind: event\ntitle: J. Example's secret \u00e9\n")
    ran = subprocess.run(
        [sys.executable, "-c", BROKEN, *given, *POLICY],
        cwd=tmp_path,
        capture_output=True,
        check=False,
        text=True,
    )
    assert (ran.returncode, ran.stdout) == (2, "")
    assert "This is a fault of the program, not yours: KeyError, in prevent." in ran.stderr
    assert "secret" not in ran.stderr
    assert "Traceback" not in ran.stderr

"""Folders that are not what they seem: an error for each file that is not read, and no waiting."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from prevent.cli import main
from prevent.requests import find
from processes import ROOT, Prevent

LEAFLET = (
    "kind: leaflet\ntitle: Free trial\nrequested_by: staff\nsource: external-agency\n"
    "distribute_from: 2027-01-11\n"
)
AS_OF = ("--as-of", "2026-11-23", "--policy", str(ROOT / "policy"))


def lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines()]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a sound request, beside another."""
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "secret.yaml").write_text("password: hunter2\n")
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "sound.yaml").write_text(LEAFLET)
    return tmp_path


def test_a_link_that_leads_out_of_the_folder_is_not_followed(
    prevent: Prevent, folder: Path
) -> None:
    (folder / "in" / "link.yaml").symlink_to("../outside/secret.yaml")
    (folder / "in" / "passwd.yaml").symlink_to("/etc/passwd")
    ran = prevent("check", "in", *AS_OF, cwd=folder)
    assert ran.status == 2
    told = lines(ran.out)
    for name in ("in/link.yaml", "in/passwd.yaml"):
        said = told[told.index(name) + 1]
        assert said.startswith("This is a link to a file outside the folder, and is not followed.")
    assert "password" not in ran.out
    assert "1 request decided: 1 not yet. 2 files or requests could not be decided." in ran.out


def test_a_folder_whose_name_begins_alike_is_outside_too(prevent: Prevent, folder: Path) -> None:
    (folder / "in-other").mkdir()
    (folder / "in-other" / "a.yaml").write_text(LEAFLET)
    (folder / "in" / "link.yaml").symlink_to("../in-other/a.yaml")
    assert "outside the folder" in prevent("check", "in", *AS_OF, cwd=folder).out


def test_a_link_within_the_folder_is_the_file_itself(prevent: Prevent, folder: Path) -> None:
    (folder / "in" / "again.yaml").symlink_to("sound.yaml")
    ran = prevent("check", "in", *AS_OF, cwd=folder)
    assert ran.status == 1
    assert "1 request decided" in ran.out


def test_a_link_that_is_named_is_followed(prevent: Prevent, folder: Path) -> None:
    (folder / "link.yaml").symlink_to("in/sound.yaml")
    assert prevent("check", "link.yaml", *AS_OF, cwd=folder).status == 1


def test_links_in_circles_pipes_and_devices_stop_nothing(prevent: Prevent, folder: Path) -> None:
    (folder / "in" / "round").symlink_to("..")
    (folder / "in" / "itself.yaml").symlink_to("itself.yaml")
    (folder / "in" / "one.yaml").symlink_to("other.yaml")
    (folder / "in" / "other.yaml").symlink_to("one.yaml")
    os.mkfifo(folder / "in" / "pipe.yaml")
    (folder / "in" / "zero.json").symlink_to("/dev/zero")
    ran = prevent("check", "in", *AS_OF, cwd=folder, timeout=30)
    assert ran.status == 2
    told = lines(ran.out)
    for name in ("itself", "one", "other", "pipe"):
        assert f"in/{name}.yaml" in told
    assert told[told.index("in/pipe.yaml") + 1] == "This is a device or a pipe, not a file."
    assert "outside the folder" in told[told.index("in/zero.json") + 1]
    assert "1 request decided: 1 not yet. 5 files or requests could not be decided." in ran.out


@pytest.mark.parametrize("name", ["a.csv", "a.xlsx", "a.yaml", "a.json"])
def test_no_command_waits_for_a_pipe(prevent: Prevent, tmp_path: Path, name: str) -> None:
    os.mkfifo(tmp_path / name)
    for command in ("check", "intake"):
        ran = prevent(command, name, "--policy", str(ROOT / "policy"), cwd=tmp_path, timeout=30)
        assert ran.status == 2
        assert "This is a device or a pipe, not a file." in ran.out + ran.err


@pytest.mark.parametrize("name", ["a.csv", "a.parquet", "a.ndjson"])
def test_no_register_is_a_pipe(prevent: Prevent, tmp_path: Path, name: str) -> None:
    os.mkfifo(tmp_path / name)
    given = ("decide", name, "--out", "out.csv", "--policy", str(ROOT / "policy"))
    ran = prevent(*given, cwd=tmp_path, timeout=30)
    assert ran.status == 2
    assert ran.err.startswith(f"prevent: {name}: ")


def test_more_files_than_a_run_reads_are_told(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for number in range(5):
        (folder / "in" / f"{number}.yaml").write_text(LEAFLET)
    monkeypatch.chdir(folder)
    monkeypatch.setattr(find, "MOST_FILES", 3)
    assert main(["check", "in", *AS_OF]) == 2
    out = capsys.readouterr().out
    assert lines(out)[lines(out).index("in/3.yaml") + 1] == (
        "This file and those after it are left out: at most 3 are read. Check the folders within"
        " one"
    )
    assert "3 requests decided" in out


# ---------------------------------------------------------------------------- folders of many files

FEW, MANY = 1_000, 5_000
BYTES_A_FILE = 1_200
"""Its name is kept for as long as the check goes on, and what it came to is not."""

CHECK_KEEPING_FEW = """
import sys
from benchmarks.memory import most_needed
from prevent.cli import main
from prevent.decide import kept
kept.IN_MEMORY = 200
assert main(sys.argv[1:]) == 1
print(most_needed())
"""


def fill(folder: Path, number: int) -> Path:
    folder.mkdir()
    for each in range(number):
        (folder / f"{each:05}.yaml").write_text(LEAFLET.replace("Free", f"Free {each}"))
    return folder


def peak(folder: Path, form: str) -> int:
    """The most memory that a check of the folder needs, in bytes."""
    given = ["check", str(folder), *AS_OF, "--jobs", "1", "--format", f"{form}={folder}.{form}"]
    command = [sys.executable, "-c", CHECK_KEEPING_FEW, *given]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
    return int(ran.stdout)


def test_a_file_more_takes_hardly_any_memory(tmp_path: Path) -> None:
    folders = [fill(tmp_path / str(number), number) for number in (FEW, MANY)]
    for form in ("text", "json"):
        few, many = (peak(folder, form) for folder in folders)
        assert (many - few) / (MANY - FEW) < BYTES_A_FILE


def test_on_a_terminal_it_is_shown_how_far_it_is(tmp_path: Path) -> None:
    # Slow enough for a second to pass, on any machine.
    slow = (
        "import sys, time\nfrom prevent.cli import main\nfrom prevent.decide import check\n"
        "usual = check.read_documents\n"
        "def read_documents(path):\n    time.sleep(0.02)\n    return usual(path)\n"
        "check.read_documents = read_documents\nsys.exit(main())\n"
    )
    folder = fill(tmp_path / "in", 90)
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-c", slow, "check", str(folder), *AS_OF],
        stdout=subprocess.DEVNULL,
        stderr=theirs,
    )
    os.close(theirs)
    shown = b""
    try:
        while part := os.read(ours, 1_024):
            shown += part
    except OSError:  # nobody writes to it any more
        pass
    finally:
        os.close(ours)
    assert process.wait() == 1
    assert b"Files read: " in shown
    assert shown.endswith(b"\r")

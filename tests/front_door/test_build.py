"""``prevent build``: what is kept under ``rules/`` is what the policy makes."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from spoiled import copy_policy

from prevent.cli import main

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command in this process: its status, output and messages."""

    def run_it(*arguments: str) -> tuple[int, str, str]:
        status = main(arguments)
        shown = capsys.readouterr()
        return status, shown.out, shown.err

    return run_it


@pytest.fixture
def project(started: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small project with its rules built, in the working folder."""
    shutil.copytree(started, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def named(messages: str) -> set[str]:
    """The files under ``rules/`` that messages name."""
    lines = (line for line in messages.splitlines() if line.startswith("  "))
    return {line.partition("/rules/")[2] for line in lines}


def test_what_has_just_been_built_is_current(project: Path, run: Run) -> None:
    before = contents(project)
    assert run("build", "--check") == (0, "rules/ is what the policy makes.\n", "")
    assert contents(project) == before


def test_building_again_changes_nothing(project: Path, run: Run) -> None:
    times = {path: path.stat().st_mtime_ns for path in project.rglob("*")}
    status, out, _ = run("build", "--rules-only")
    assert status == 0
    number = len(contents(project / "rules"))
    assert f"(0 of {number} files changed)" in out
    assert {path: path.stat().st_mtime_ns for path in project.rglob("*")} == times


def test_two_builds_of_one_policy_are_the_same_to_the_byte(
    project: Path, tmp_path_factory: pytest.TempPathFactory, run: Run
) -> None:
    other = tmp_path_factory.mktemp("other")
    policy = shutil.copytree(project / "policy", other / "policy")
    assert run("build", "--rules-only", "--policy", str(policy))[0] == 0
    assert contents(other / "rules") == contents(project / "rules")


def change(path: Path) -> None:
    path.write_bytes(path.read_bytes() + b" ")


DIFFERING = {
    "manifest.json",
    "policy.json",
    "README.md",
    "kinds/event.json",
    "durable-rules/leaflet.json",
    "schemas/booking.schema.json",
    "schemas/policy/procedure.schema.json",
}


@pytest.mark.parametrize("names", [{"kinds/event.json"}, DIFFERING], ids=["one", "many"])
@pytest.mark.parametrize("spoil", [change, Path.unlink], ids=["changed", "missing"])
def test_files_that_differ_are_named_and_then_built_again(
    names: set[str], spoil: Callable[[Path], object], project: Path, run: Run
) -> None:
    before = contents(project)
    for name in names:
        spoil(project / "rules" / name)
    status, out, err = run("build", "--check")
    assert (status, out) == (1, "")
    assert named(err) == names
    differ = "1 file differs" if len(names) == 1 else f"{len(names)} files differ"
    assert err.startswith(f"{differ} from what the policy makes:")
    assert "Run prevent build" in err
    assert f"({len(names)} of " in run("build", "--rules-only")[1]
    assert contents(project) == before


def test_files_that_nothing_makes_are_named_and_then_taken_away(project: Path, run: Run) -> None:
    before = contents(project)
    names = {"kinds/meeting.json", "notes.txt", "deep/er/x", ".hidden"}
    for name in names:
        path = project / "rules" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("{}")
    status, _, err = run("build", "--check")
    assert status == 1
    assert named(err) == names
    assert run("build", "--rules-only")[0] == 0
    assert contents(project) == before
    assert run("build", "--check")[0] == 0


def test_rules_that_were_never_built_are_not_current(project: Path, run: Run) -> None:
    for path in sorted((project / "rules").rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    (project / "rules").rmdir()
    status, _, err = run("build", "--check")
    assert status == 1
    assert {"manifest.json", "kinds/event.json"} <= named(err)
    assert not (project / "rules").exists()


def test_an_edited_policy_makes_the_rules_out_of_date(project: Path, run: Run) -> None:
    path = project / "policy" / "procedures" / "events.yaml"
    path.write_text(path.read_text().replace("{working_days: 10}", "{weeks: 6}"))
    status, _, err = run("build", "--check")
    assert status == 1
    assert "kinds/event.json" in named(err)
    assert "kinds/leaflet.json" not in named(err)
    assert run("build", "--rules-only")[0] == 0
    assert run("build", "--check")[0] == 0
    assert '"weeks"' in (project / "rules" / "kinds" / "event.json").read_text()


def test_a_remark_in_the_policy_changes_the_digest_alone(project: Path, run: Run) -> None:
    rules = project / "rules"
    before = contents(rules)
    digest = json.loads(before["manifest.json"])["policy"].encode()
    bearing = {name for name, data in before.items() if digest in data}
    assert {"manifest.json", "policy.json", "README.md", "sql/duckdb/event.sql"} < bearing
    assert "kinds/event.json" not in bearing
    path = project / "policy" / "roles.yaml"
    path.write_text(path.read_text() + "# A remark.\n")
    status, _, err = run("build", "--check")
    assert status == 1
    assert named(err) == bearing
    assert run("build", "--rules-only")[0] == 0
    after = contents(rules)
    anew = json.loads(after["manifest.json"])["policy"].encode()
    for name in bearing - {"manifest.json"}:
        assert after[name] == before[name].replace(digest, anew)


def test_windows_line_ends_under_rules_are_current(project: Path, run: Run) -> None:
    for path in (project / "rules").rglob("*.json"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert run("build", "--check")[0] == 0


@pytest.mark.parametrize("option", ["--check", "--rules-only"])
def test_a_policy_that_is_not_sound_builds_nothing(option: str, project: Path, run: Run) -> None:
    path = project / "policy" / "organisation.yaml"
    path.write_text(path.read_text().replace("issued: 2026-11", "issued: 2026-13"))
    before = contents(project)
    status, out, err = run("build", option)
    assert (status, out) == (2, "")
    assert err.startswith("prevent: policy/organisation.yaml:20:11: '2026-13' is not a month")
    assert contents(project) == before


def test_rules_that_cannot_be_written_are_a_plain_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run
) -> None:
    copy_policy(tmp_path)
    (tmp_path / "rules").write_text("a file where the folder should be")
    monkeypatch.chdir(tmp_path)
    status, _, err = run("build", "--rules-only")
    assert status == 2
    assert "This cannot be written" in err
    assert "Traceback" not in err


def test_samples_that_are_not_valid_are_said_to_be_left_out(project: Path, run: Run) -> None:
    (project / "requests" / "a.yaml").write_text("kind: leaflet\n")
    status, out, err = run("build")
    assert status == 0
    assert "PDF:   left out (prevent build --pdf makes it)" in out
    assert "Some requests under requests/ are not valid, so the site does not show them." in err

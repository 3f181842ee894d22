"""``prevent init``: a policy of one's own, which is sound from the first."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from itertools import combinations
from pathlib import Path

import pytest
import yaml

from prevent.cli import main
from processes import Prevent

PROCEDURES = ("events", "leaflets", "bookings")
SAID = {
    "--organisation": "Example Training",
    "--short-name": "ET",
    "--responsible": "Head of Centre",
    "--issued": "2026-11",
    "--next-review": "2027-11",
    "--bank-holidays": "england-and-wales",
    "--procedures": "events,leaflets,bookings",
}

Init = Callable[..., tuple[int, str, str]]


@pytest.fixture
def init(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Init:
    """Starts a policy in ``tmp_path / "new"`` from flags, some said otherwise or (None) not."""

    def run(*more: str, **otherwise: str | None) -> tuple[int, str, str]:
        said = SAID | {f"--{name.replace('_', '-')}": text for name, text in otherwise.items()}
        flags = [f"{flag}={text}" for flag, text in said.items() if text is not None]
        status = main(["init", str(tmp_path / "new"), *flags, *more])
        shown = capsys.readouterr()
        return status, shown.out, shown.err

    return run


def written(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def the_yaml(path: Path) -> dict[str, dict[str, object]]:
    loaded: dict[str, dict[str, object]] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return loaded


def is_sound(folder: Path, capsys: pytest.CaptureFixture[str]) -> bool:
    """Whether it validates, its samples can go ahead, and its tests show everything."""
    os.chdir(folder)
    commands = (("validate",), ("check", "requests"), ("test",))
    statuses = [main(command) for command in commands]
    shown = capsys.readouterr()
    return statuses == [0, 0, 0] or pytest.fail(shown.out + shown.err)


@pytest.fixture(autouse=True)
def working_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_what_is_started_validates_builds_and_checks_at_once(
    prevent: Prevent, tmp_path: Path
) -> None:
    flags = [f"{flag}={text}" for flag, text in SAID.items()]
    ran = prevent("init", "our policy", *flags, cwd=tmp_path)
    assert (ran.status, ran.err) == (0, "")
    assert "cd 'our policy', then prevent build." in ran.out
    folder = tmp_path / "our policy"
    assert prevent("validate", cwd=folder).out.startswith("The policy is sound: ")
    assert prevent("build", cwd=folder).status == 0
    assert prevent("build", "--check", cwd=folder).status == 0
    checked = prevent("check", "requests", cwd=folder)
    assert (checked.status, checked.err) == (0, "")
    assert "3 requests decided: 3 can go ahead." in checked.out


def test_the_site_of_another_provider_shows_nothing_of_dmm(
    prevent: Prevent, tmp_path: Path
) -> None:
    assert (
        prevent("init", "x", "--organisation=Example Training", "--yes", cwd=tmp_path).status == 0
    )
    assert prevent("build", cwd=tmp_path / "x").status == 0
    site = tmp_path / "x" / "build" / "site"
    for page in site.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        assert not re.search(r"DMM|Digital Marketing|Managing Director", text), page
        assert "ET Prevent Policy" in text
    assert not (site / "threat-levels.html").exists()


@pytest.mark.parametrize(
    "chosen", [list(some) for number in (1, 2, 3) for some in combinations(PROCEDURES, number)]
)
def test_any_of_the_procedures_make_a_sound_policy(
    chosen: list[str], init: Init, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert init(procedures=", ".join(reversed(chosen)))[0] == 0
    folder = tmp_path / "new"
    assert is_sound(folder, capsys)
    assert (folder / "policy" / "conditions.yaml").exists() == ("bookings" in chosen)
    for kind in ("policy/procedures", "policy/tests", "requests"):
        assert written(folder / kind) == {f"{each}.yaml" for each in chosen}
    clauses = the_yaml(folder / "policy" / "clauses.yaml")["clauses"]
    assert [clause["number"] for clause in clauses] == [str(n + 1) for n in range(3 + len(chosen))]  # type: ignore[index]
    ids = re.findall(r"- id: (S\d\d)\n", (folder / "policy" / "clauses.yaml").read_text())
    assert ids == [f"S{number + 1:02d}" for number in range(len(ids))]


@pytest.mark.parametrize(
    ("part", "condition"),
    [("england-and-wales", False), ("scotland", True), ("northern-ireland", False)],
)
def test_notice_is_in_working_days_and_less_of_it_brings_a_condition(
    part: str, *, condition: bool, init: Init, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert init(bank_holidays=part)[0] == 0
    # Five working days, unless 4 January is a bank holiday as well, as it is in Scotland.
    request = (
        "{kind: booking, title: Choir, requested_by: outside, room: A, received_on: 2026-12-29,"
        " date: 2027-01-06, risk_assessment: {completed: 2026-12-29}}"
    )
    (tmp_path / "request.yaml").write_text(request)
    policy = str(tmp_path / "new" / "policy")
    assert main(["check", "request.yaml", "--policy", policy, "--as-of", "2026-12-29"]) == 0
    shown = " ".join(capsys.readouterr().out.split())
    assert ("On these conditions: - A member of staff is there throughout" in shown) == condition


def test_every_policy_file_names_its_schema_which_build_writes(init: Init, tmp_path: Path) -> None:
    assert init()[0] == 0
    os.chdir(tmp_path / "new")
    assert main(["build", "--rules-only"]) == 0
    files = list((tmp_path / "new" / "policy").rglob("*.yaml"))
    assert len(files) > 10
    for path in files:
        first = path.read_text(encoding="utf-8").splitlines()[0]
        assert first.startswith("# yaml-language-server: $schema=../")
        assert (path.parent / first.partition("=")[2]).is_file()


def test_nothing_is_left_to_fill_in(init: Init, tmp_path: Path) -> None:
    assert init()[0] == 0
    for name in written(tmp_path / "new"):
        text = (tmp_path / "new" / name).read_text(encoding="utf-8")
        assert not re.search(r"<\w+>|#\[|#\]|\b[SC]-(?!number)[a-z]+", text), name
        assert text.endswith("\n")
    assert len((tmp_path / "new" / "README.md").read_text().splitlines()) < 25


@pytest.mark.parametrize(
    "name",
    [
        'O\'Brien: #1 \\ "Training"',
        "Ysgol Gyfun Cŵm Rhondda 🎓",
        "👩\u200d🏫 & <b>Sons</b>",
        "- not: a list",
        "{Who} {{ 7*7 }} <role> S-aim C-events",
        "yes",
        "2026-11-22",
        "*anchor &alias !tag %x @y `z`",
        "x" * 120,
    ],
)
def test_an_odd_name_is_written_as_it_is(
    name: str, init: Init, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, _, err = init(organisation=name, short_name=name, responsible=name)
    assert (status, err) == (0, "")
    policy = tmp_path / "new" / "policy"
    organisation = the_yaml(policy / "organisation.yaml")["organisation"]
    assert (organisation["name"], organisation["short_name"]) == (name, name)
    assert f"Prevent policy of {name}\n" in (policy / "source" / "policy.txt").read_text("utf-8")
    assert is_sound(tmp_path / "new", capsys)


@pytest.mark.parametrize(
    ("flag", "text", "words"),
    [
        ("organisation", "", "--organisation: This is empty."),
        ("organisation", "two\nlines", "a character that cannot be shown, such as a line end"),
        ("organisation", "bell \x07", "a character that cannot be shown"),
        ("organisation", "turned \u202e round", "a character that cannot be shown"),
        ("organisation", "two\u2028lines", "a character that cannot be shown"),
        ("short_name", "x" * 121, "--short-name: This is longer than 120 characters."),
        ("responsible", "All staff", "One role is responsible, not all staff."),
        ("issued", "2026-13", "'2026-13' is not a month in the calendar. The months go from 01"),
        ("issued", "November 2026", "Did you mean 2026-11?"),
        ("next_review", "2026-11", "2026-11 is not after 2026-11, when the policy is issued."),
        ("next_review", "soon", "--next-review: 'soon' is not written YYYY-MM"),
        ("bank_holidays", "Scotland ", "of 'Scotland'. Did you mean 'scotland'?"),
        ("procedures", "event", "no procedure 'event' to start with. Did you mean 'events'?"),
        ("procedures", " , ", "At least one is needed. Choose from events, leaflets, bookings."),
    ],
)
def test_an_answer_that_will_not_do_is_named_and_nothing_is_written(
    flag: str, text: str, words: str, init: Init, tmp_path: Path
) -> None:
    status, out, err = init(**{flag: text})
    assert (status, out) == (2, "")
    assert words in err
    assert list(tmp_path.iterdir()) == []


def test_off_a_terminal_what_is_not_said_is_named(prevent: Prevent, tmp_path: Path) -> None:
    ran = prevent("init", "x", "--short-name", "ET", cwd=tmp_path)
    assert (ran.status, ran.out) == (2, "")
    for flag in SAID.keys() - {"--short-name"}:
        assert flag in ran.err
    assert "--short-name" not in ran.err
    assert "--yes" in ran.err
    only = prevent("init", "x", "--yes", cwd=tmp_path)
    assert only.status == 2
    assert "this is not said: --organisation." in only.err
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_holds_anything_is_left_as_it_is(init: Init, tmp_path: Path) -> None:
    new = tmp_path / "new"
    new.mkdir()
    (new / ".kept").write_text("mine")
    status, out, err = init()
    assert (status, out) == (2, "")
    assert f"{new}: This folder is not empty: it holds '.kept'." in err
    assert written(tmp_path) == {"new/.kept"}


def test_an_empty_folder_is_filled_even_the_one_somebody_is_in(
    prevent: Prevent, tmp_path: Path
) -> None:
    before = tmp_path.stat().st_ino
    assert prevent("init", ".", "--organisation=E", "--yes", cwd=tmp_path).status == 0
    assert tmp_path.stat().st_ino == before
    assert {path.name for path in tmp_path.iterdir()} == {
        "README.md",
        ".gitignore",
        "policy",
        "requests",
    }
    assert prevent("validate", cwd=tmp_path).status == 0


@pytest.mark.parametrize(
    ("folder", "words"),
    [
        ("file", "This is a file, not a folder."),
        ("file/new", "There is no folder"),
        ("nowhere/new", "There is no folder"),
        ("/proc/new", "/proc/new: This cannot be written: "),
    ],
)
def test_a_folder_that_cannot_be_written_is_a_plain_message(
    folder: str, words: str, prevent: Prevent, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("mine")
    ran = prevent("init", folder, "--organisation=E", "--yes", cwd=tmp_path)
    assert (ran.status, ran.out) == (2, "")
    assert words in ran.err
    assert written(tmp_path) == {"file"}


@pytest.mark.parametrize("folder", ["new", "empty"])
def test_writing_that_fails_leaves_nothing(
    folder: str, init: Init, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    is_there = folder == "empty"
    if is_there:
        (tmp_path / "new").mkdir()
    moved: list[Path] = []
    rename = Path.rename

    def second_fails(path: Path, target: Path) -> Path:
        moved.append(path)
        if len(moved) == (2 if is_there else 1):
            raise OSError(28, "No space left on device")
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", second_fails)
    status, _, err = init()
    assert status == 2
    assert "This cannot be written: No space left on device." in err
    assert list(tmp_path.rglob("*")) == ([tmp_path / "new"] if is_there else [])


def test_being_stopped_while_writing_leaves_nothing(
    init: Init, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(*_: object, **__: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "write_text", stopped)
    assert init()[0] == 130
    assert list(tmp_path.iterdir()) == []

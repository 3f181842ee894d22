"""``prevent validate``: every fault of a policy, each in its place, all in one run."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from faults_alone import ALONE, IMPOSSIBLE_NOTICE
from faults_together import EVENTS, LEAFLETS, TOGETHER
from spoiled import Spoiled, copy_policy, take_marks

from prevent.cli import main
from prevent.loading.digest import digest
from processes import ROOT, Prevent


def validate(capsys: pytest.CaptureFixture[str]) -> tuple[int, dict[str, str]]:
    """Validate the policy of the working folder: the status, and each fault by its place."""
    status = main(["validate"])
    shown = capsys.readouterr()
    assert shown.err == ""
    assert "Traceback" not in shown.out
    lines = shown.out.splitlines()
    faults: dict[str, str] = {}
    place = ""
    for line in lines[:-1]:
        if line.startswith("    "):
            faults[place] = f"{faults[place]} {line.strip()}".strip()
        else:
            place = line.strip()
            faults.setdefault(place, "")
    return status, faults


@pytest.fixture
def policy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the policy, in the working folder."""
    monkeypatch.chdir(tmp_path)
    return copy_policy(tmp_path)


def assert_reported(spoiled: Spoiled, places: list[str], faults: dict[str, str]) -> None:
    said = [faults.get(place, "") for place in places] if places else list(faults.values())
    assert any(all(words in text for words in spoiled.words) for text in said), (
        spoiled.what,
        places,
        faults,
    )


@pytest.mark.parametrize("spoiled", [*TOGETHER, *ALONE], ids=lambda spoiled: spoiled.what)
def test_a_fault_is_reported_in_its_place_with_what_is_right(
    spoiled: Spoiled, policy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    spoiled.write(policy)
    if spoiled.what.startswith("notice"):
        IMPOSSIBLE_NOTICE.write(policy)
    [*places] = (
        f"policy/{name}:{line}:{column}"
        for name, found in take_marks(policy).items()
        for line, column in found
    )
    status, faults = validate(capsys)
    assert status == 2
    assert len(places) == spoiled.new.count("¦")
    assert_reported(spoiled, places, faults)
    # Nothing is reported but in the file itself, or where what it declared was used.
    declaring = ("clauses", "roles", "fields", "definitions", LEAFLETS[:-5])
    if not spoiled.file.startswith(declaring):
        assert {place.split(":")[0] for place in faults} == {f"policy/{spoiled.file}"}


def test_every_fault_is_reported_in_one_run(
    policy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for spoiled in sorted(TOGETHER, key=lambda spoiled: -spoiled.nth):
        spoiled.write(policy)
    IMPOSSIBLE_NOTICE.write(policy)
    marked = take_marks(policy)
    status, faults = validate(capsys)
    assert status == 2
    assert len(TOGETHER) >= 25
    for spoiled in TOGETHER:
        places = [f"policy/{spoiled.file}:{line}:{col}" for line, col in marked[spoiled.file]]
        assert_reported(spoiled, places, faults)


def missing(path: Path) -> None:
    path.unlink()


FILES: dict[str, tuple[Callable[[Path], object], str, str]] = {
    "missing": (missing, "", "There is no such file"),
    "empty": (lambda path: path.write_bytes(b""), ":1:1", "This file is empty"),
    "only remarks": (lambda path: path.write_bytes(b"# nothing\n"), ":1:1", "This file is empty"),
    "a list": (lambda path: path.write_bytes(b"- a\n"), ":1:1", "This file is not a group of keys"),
    "a word": (
        lambda path: path.write_bytes(b"word\n"),
        ":1:1",
        "This file is not a group of keys",
    ),
    "not UTF-8": (
        lambda path: path.write_bytes(b"a: caf\xe9\n"),
        ":1:7",
        "The byte 0xe9 here is not UTF-8 text. Save the file as UTF-8.",
    ),
    "UTF-16": (lambda path: path.write_text("a: b\n", "utf-16"), ":1:1", "UTF-16"),
    "an alias bomb": (
        lambda path: path.write_text(
            "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
            + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 9)),
            encoding="utf-8",
        ),
        ":5:",
        "Aliases stand for more than 100,000 values here",
    ),
    "nested too deeply": (lambda path: path.write_text("a: " + "[" * 60_000), ":1:", "nested"),
    "too large": (
        lambda path: path.write_bytes(b"#" * 5_000_001),
        "",
        "too large: at most 5 MB are read",
    ),
}


@pytest.mark.parametrize("what", FILES)
@pytest.mark.parametrize("name", ["roles.yaml", "fields.yaml", EVENTS])
def test_a_file_that_cannot_be_used_is_reported_and_hides_no_other(
    what: str, name: str, policy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    spoil, at, words = FILES[what]
    TOGETHER[0].write(policy)
    take_marks(policy)
    spoil(policy / name)
    status, faults = validate(capsys)
    assert status == 2
    if what == "missing" and name == EVENTS:
        # Whether there is a procedure for events at all is the policy owner's to say.
        assert any("'event' is not accepted" in text for text in faults.values())
        return
    [other] = [place for place in faults if not place.startswith(f"policy/{name}")]
    assert other == "policy/organisation.yaml:11:3"
    [own] = [place for place in faults if place.startswith(f"policy/{name}{at}")]
    assert words.lower() in faults[own].lower()


def test_a_missing_fields_file_is_not_blamed_on_every_rule(
    policy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (policy / "fields.yaml").unlink()
    _, faults = validate(capsys)
    assert list(faults) == ["policy/fields.yaml"]


def test_a_folder_without_a_policy_says_where_to_run_it(tmp_path: Path, prevent: Prevent) -> None:
    ran = prevent("validate", cwd=tmp_path)
    assert ran.status == 2
    assert "There is no policy folder here." in ran.out
    assert "or name it with --policy." in " ".join(ran.out.split())
    checked = prevent("check", "request.yaml", "--policy", "elsewhere", cwd=tmp_path)
    assert "or name it with --policy." in checked.err
    named = prevent("validate", "--policy", "elsewhere", cwd=tmp_path)
    assert "elsewhere" in named.out


def test_a_policy_without_a_procedure_is_not_sound(
    policy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for path in (policy / "procedures").iterdir():
        path.unlink()
    status, faults = validate(capsys)
    assert status == 2
    assert "There is no procedure here." in faults["policy/procedures"]


def test_windows_line_ends_and_a_byte_order_mark_change_nothing(
    policy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = digest(policy)
    for path in policy.rglob("*.yaml"):
        data = path.read_bytes()
        path.write_bytes(b"\xef\xbb\xbf" + data.replace(b"\n", b"\r\n"))
    assert validate(capsys) == (0, {})
    assert digest(policy) == before


def replaced(policy: Path, name: str, **words: str) -> None:
    """Write other words for words in one file of a policy; ``_`` stands for ``-``."""
    path = policy / name
    text = path.read_text(encoding="utf-8")
    for old, new in words.items():
        text = re.sub(rf"(?<![\w-]){old.replace('_', '-')}(?![\w-])", new, text)
    path.write_text(text, encoding="utf-8")


def test_words_that_other_readers_take_for_yes_and_no_can_be_ids(
    policy: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("roles.yaml", "duties.yaml"):
        replaced(policy, name, partner_providers="no", specialist_staff="on")
    for name in ("fields.yaml", EVENTS):
        replaced(policy, name, withheld="off", promised="y")
    for name in (LEAFLETS, "tasks.yaml"):
        replaced(policy, name, leaflet_permission="null-rule")
    # The failure of a document that is not shared keeps its name; only the option has another.
    path = policy / EVENTS
    path.write_text(path.read_text().replace("      off:", "      withheld:"))
    assert validate(capsys) == (0, {})
    request = tmp_path / "request.yaml"
    request.write_text(
        "kind: event\ntitle: A talk\nrequested_by: external-agency\nreceived_on: 2026-01-05\n"
        "date: 2026-04-20\noutline: off\npresentation: y\n"
        "risk_assessment: {completed: 2026-04-01}\n"
        "advice: [{role: no, date: 2026-02-01}, {role: on, date: 2026-02-01}]\n"
    )
    assert main(["check", str(request)]) == 1
    shown = " ".join(capsys.readouterr().out.split())
    assert "is not willing to share the outline" in shown
    assert "presentational content is shared before" in shown


def test_a_role_called_true_is_refused_plainly(
    policy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("roles.yaml", "duties.yaml"):
        replaced(policy, name, partner_providers="true")
    status, faults = validate(capsys)
    assert status == 2
    [text] = [text for place, text in faults.items() if "roles.yaml" in place]
    assert "an unquoted true is a yes/no value, but text is expected" in text


def test_the_policy_as_it_is_is_sound(prevent: Prevent) -> None:
    ran = prevent("validate", cwd=ROOT)
    assert (ran.status, ran.err) == (0, "")
    assert re.fullmatch(
        r"The policy is sound: 89 statements in \d+ clauses, \d+ rules in \d+ procedures\.\n",
        ran.out,
    )

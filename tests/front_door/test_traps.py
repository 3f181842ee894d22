"""Whatever is put in, what comes out is an answer or a plain message, never a traceback."""

from __future__ import annotations

import json
import os
import shutil
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import redirect_stderr, redirect_stdout
from datetime import date
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spoiled import copy_policy

from prevent.cli import main
from processes import ROOT, Prevent

SAMPLES = sorted(
    path.read_text(encoding="utf-8")
    for path in [*(ROOT / "requests").rglob("*.yaml"), *(ROOT / "tests/cases").rglob("*.yaml")]
    if path.name != "expected.yaml" and path.parent.name != "not-valid"
)
ONE_EACH = [text for text in SAMPLES if "\n---" not in text]
POLICY_FILES = sorted(
    path.relative_to(ROOT / "policy").as_posix() for path in (ROOT / "policy").rglob("*.yaml")
)
FRAGMENTS = [
    *("kind", "event", "leaflet", "booking", "yes", "no", "on", "null", "~", "2026-04-20"),
    *("2026-02-30", "9999-12-31", "0001-01-01", "1e400", "0x10", "-1", ".inf", "1_000", "010"),
    *(": ", "- ", "\n", "  ", "\t", "[", "]", "{", "}", ",", "'", '"', "#", "&a ", "*a", "!!int "),
    *(
        "<<: ",
        "? ",
        "| ",
        ">-\n",
        "---\n",
        "...\n",
        "%YAML 1.1\n",
        "\\",
        "\u202e",
        "é",
        "\U0001f600",
    ),
    *("\x00", "\x1b", "\ufeff", "\u2028", "\r", "title", "speakers", "approvals", "role", "date"),
    *("values", "managing-director", "granted", "when", "any", "all", "not", "given", "require"),
    *(
        "statements",
        "condition",
        "fields",
        "options",
        "id",
        "rules",
        "kinds",
        "{Who}",
        "3.8",
        "S65",
    ),
]
MANY = settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A project with its rules built, in the working folder."""
    folder = tmp_path_factory.mktemp("project")
    copy_policy(folder)
    before = Path.cwd()
    os.chdir(folder)
    assert run("build", "--rules-only")[0] == 0
    yield folder
    os.chdir(before)


def run(*arguments: str) -> tuple[int, str, str]:
    """Run a command in this process; whatever it raises is raised here."""
    out, err = StringIO(), StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        status = main(arguments)
    return status, out.getvalue(), err.getvalue()


def assert_plain(status: int, out: str, err: str) -> None:
    assert status in (0, 1, 2)
    for shown in (out, err):
        assert "Traceback" not in shown
        assert "fault of the program" not in shown
        # Spaces of any width are harmless; what moves or hides text is not.
        kept = (each for each in shown if each != "\n" and unicodedata.category(each) != "Zs")
        assert all(character.isprintable() for character in kept)


def checked(name: str) -> None:
    """A file is checked: decided, or refused with at least one message."""
    status, out, err = run("check", name, "--format", "json")
    assert_plain(status, "", err)
    report = json.loads(out)
    assert bool(report["errors"]) == (status == 2)
    assert report["decisions"] or report["errors"]
    for error in report["errors"]:
        assert error["message"]
    assert_plain(*run("check", name, "--explain"))


@MANY
@given(data=st.binary(max_size=300), suffix=st.sampled_from([".yaml", ".json"]))
def test_any_bytes(data: bytes, suffix: str, project: Path) -> None:
    (project / f"any{suffix}").write_bytes(data)
    checked(f"any{suffix}")


@st.composite
def mutated(draw: st.DrawFn, texts: list[str]) -> str:
    """A sound text with a few pieces cut, doubled, moved or written over."""
    text = draw(st.sampled_from(texts))
    for _ in range(draw(st.integers(1, 4))):
        lines = text.split("\n")
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.integers(0, 20)))
        number = draw(st.integers(0, len(lines) - 1))
        match draw(st.integers(0, 4)):
            case 0:
                text = text[:start] + draw(st.sampled_from(FRAGMENTS)) + text[end:]
            case 1:
                text = text[:start] + text[end:]
            case 2:
                text = "\n".join([*lines[:number], *lines[number + 1 :]])
            case 3:
                text = "\n".join([*lines[: number + 1], *lines[number:]])
            case _:
                spaces = " " * draw(st.integers(0, 6))
                lines[number] = spaces + lines[number].lstrip()
                text = "\n".join(lines)
    return text


@MANY
@given(text=mutated(SAMPLES))
def test_any_slip_in_a_request(text: str, project: Path) -> None:
    (project / "slip.yaml").write_text(text, encoding="utf-8")
    checked("slip.yaml")


SINGLE = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=20)
    | st.dates().map(date.isoformat)
    | st.sampled_from(FRAGMENTS)
)
KEYS = st.text(max_size=8) | st.sampled_from(FRAGMENTS)
ANY_JSON: st.SearchStrategy[object] = SINGLE
for _ in range(3):
    ANY_JSON = SINGLE | st.lists(ANY_JSON, max_size=4) | st.dictionaries(KEYS, ANY_JSON, max_size=5)


@MANY
@given(value=ANY_JSON)
def test_any_json(value: object, project: Path) -> None:
    (project / "any.json").write_text(json.dumps(value), encoding="utf-8")
    checked("any.json")


@st.composite
def altered(draw: st.DrawFn, texts: list[str]) -> Any:  # noqa: ANN401 (whatever YAML can hold)
    """A sound document, as data, with a value or two put in place of others."""
    data = yaml.load(draw(st.sampled_from(texts)), yaml.BaseLoader)  # noqa: S506 (text alone)
    for _ in range(draw(st.integers(1, 3))):
        node: Any = data
        while isinstance(node, dict | list) and node:
            key = draw(st.sampled_from(list(node) if isinstance(node, dict) else range(len(node))))
            if not isinstance(node[key], dict | list) or draw(st.integers(0, 4)) == 0:
                node[key] = draw(ANY_JSON)
                break
            node = node[key]
    return data


@MANY
@given(data=altered(ONE_EACH))
def test_any_answer_in_a_request(data: object, project: Path) -> None:
    (project / "answer.json").write_text(json.dumps(data), encoding="utf-8")
    checked("answer.json")


@pytest.mark.parametrize("spoil", ["text", "data"])
def test_any_slip_in_the_policy(spoil: str, project: Path) -> None:
    sound = {name: (ROOT / "policy" / name).read_text(encoding="utf-8") for name in POLICY_FILES}

    @settings(MANY, max_examples=40)
    @given(draw=st.data(), name=st.sampled_from(POLICY_FILES))
    def validated(draw: st.DataObject, name: str) -> None:
        if spoil == "text":
            text = draw.draw(mutated([sound[name]]))
        else:
            text = json.dumps(draw.draw(altered([sound[name]])))
        path = project / "policy" / name
        path.write_text(text, encoding="utf-8")
        try:
            status, out, err = run("validate")
            assert_plain(status, out, err)
            assert status in (0, 2)
            assert err == ""
            # What is sound can be built, and decides or refuses.
            if status == 0:
                assert_plain(*run("check", str(ROOT / "requests")))
        finally:
            path.write_text(sound[name], encoding="utf-8")

    validated()


# --- big and awkward ------------------------------------------------------------------------------


def sparse(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(100_000_000)


AWKWARD: dict[str, tuple[str, Callable[[Path], object], str]] = {
    "100 MB": ("x.yaml", sparse, "This file is too large: at most 5 MB are read."),
    "100 MB of JSON": ("x.json", sparse, "This file is too large: at most 5 MB are read."),
    "100,000 deep": ("x.yaml", lambda path: path.write_text("[" * 100_000), "nested more than 50"),
    "100,000 deep JSON": (
        "x.json",
        lambda path: path.write_text("[" * 100_000),
        "nested more than 50",
    ),
    "100,000 deep blocks": (
        "x.yaml",
        lambda path: path.write_text("- " * 100_000),
        "nested more than 50",
    ),
    "a pipe": ("x.yaml", os.mkfifo, "This is a device or a pipe, not a file."),
    "a folder": ("x.yaml", Path.mkdir, "There is no request in this folder."),
    "a broken link": (
        "x.yaml",
        lambda path: path.symlink_to("nowhere"),
        "There is no such file",
    ),
    "a link to itself": ("x.yaml", lambda path: path.symlink_to(path), ""),
    "a huge line": ("x.yaml", lambda path: path.write_text("kind: " + "x" * 1_000_000), "xxx"),
    "many keys": (
        "x.yaml",
        lambda path: path.write_text("".join(f"k{n}: 1\n" for n in range(20_000))),
        "'kind' is missing",
    ),
    "a long number": (
        "x.json",
        lambda path: path.write_text('{"kind": 1' + "0" * 10_000 + "}"),
        "This number has more than",
    ),
}


@pytest.mark.parametrize("what", AWKWARD)
@pytest.mark.parametrize("how", ["named", "in a folder"])
def test_an_awkward_file_is_refused_and_its_neighbour_decided(
    what: str, how: str, tmp_path: Path, prevent: Prevent
) -> None:
    name, make, words = AWKWARD[what]
    folder = tmp_path / "requests"
    folder.mkdir()
    make(folder / name)
    shutil.copy(ROOT / "requests" / "events" / "ev-2026-014.yaml", folder / "z.yaml")
    named = [str(folder / name), str(folder / "z.yaml")] if how == "named" else [str(folder)]
    ran = prevent("check", *named, "--format", "json")
    assert [each["outcome"] for each in ran.json["decisions"]] == ["allowed"]
    if what == "a folder" and how != "named":
        assert (ran.status, ran.json["errors"]) == (0, [])
        return
    assert ran.status == 2
    [error] = ran.json["errors"]
    assert words in error["message"]
    assert len(error["message"]) < 500


def test_a_name_that_is_too_long_or_not_text_is_refused_plainly(prevent: Prevent) -> None:
    ran = prevent("check", "x" * 5_000)
    assert ran.status == 2
    assert "This cannot be read: File name too long." in " ".join(ran.out.split())


def test_a_file_name_that_is_not_utf_8(tmp_path: Path, prevent: Prevent) -> None:
    path = os.fsencode(tmp_path) + b"/caf\xe9.yaml"
    with open(path, "w", encoding="ascii") as file:  # noqa: PTH123 (a name in bytes)
        file.write((ROOT / "requests" / "bookings" / "bk-2026-011-choir.yaml").read_text())
    text = prevent("check", str(tmp_path))
    assert (text.status, text.err) == (0, "")
    assert "\\udce9.yaml" in text.out
    report = prevent("check", str(tmp_path), "--format", "json")
    assert report.status == 0
    written = prevent("check", str(tmp_path), "--output", str(tmp_path / "out.txt"))
    assert (written.status, written.err) == (0, "")


def event(**answers: object) -> dict[str, object]:
    usual = {"kind": "event", "title": "A talk", "requested_by": "external-agency"}
    return {**usual, "received_on": "2026-01-05", "date": "2026-04-20", **answers}


def decided(project: Path, request: dict[str, object]) -> tuple[int, dict[str, Any]]:
    (project / "one.json").write_text(json.dumps(request))
    status, out, _ = run("check", "one.json", "--format", "json")
    report: dict[str, Any] = json.loads(out)
    return status, report


@pytest.mark.parametrize("day", ["9999-12-31", "0001-01-01", "0000-01-01", "2200-01-01"])
@pytest.mark.parametrize("field", ["date", "received_on"])
def test_a_year_nobody_means_is_refused(field: str, day: str, project: Path) -> None:
    status, report = decided(project, event(**{field: day}))
    assert status == 2
    [error] = report["errors"]
    assert f"'{day}'" in error["message"]


@pytest.mark.parametrize("as_of", ["9999-12-31", "0001-01-01"])
def test_a_day_of_the_check_at_the_end_of_time(as_of: str, project: Path) -> None:
    (project / "one.json").write_text(json.dumps(event(received_on=None)))
    assert_plain(*run("check", "one.json", "--as-of", as_of))


@pytest.mark.parametrize("day", ["1900-01-01", "2199-12-31"])
def test_the_first_and_the_last_year_are_decided(day: str, project: Path) -> None:
    status, report = decided(project, event(date=day, received_on=day))
    assert status == 1
    rules = {finding["rule"] for finding in report["decisions"][0]["findings"]}
    assert "event-notice" in rules


def test_more_entries_than_anybody_reads_are_refused(project: Path) -> None:
    approval = {"role": "managing-director", "decision": "granted", "date": "2026-01-06"}
    status, report = decided(project, event(approvals=[approval] * 10_000))
    assert status == 2
    [error] = report["errors"]
    assert error["message"] == "'approvals' has 10,000 items. At most 1000 are allowed."
    speaker = {"name": "A", "values": "shared", "extremism_concern": "none"}
    status, report = decided(project, event(speakers=[speaker] * 1_001))
    assert status == 2


def test_the_most_entries_there_may_be_are_decided(project: Path) -> None:
    approvals = [
        {
            "role": "managing-director",
            "decision": "declined" if number % 2 else "granted",
            "date": date.fromordinal(730_000 + number).isoformat(),
        }
        for number in range(1_000)
    ]
    speakers = [
        {"name": f"Speaker {n}", "values": "shared", "extremism_concern": "unsure"}
        for n in range(1_000)
    ]
    status, report = decided(project, event(approvals=approvals, speakers=speakers))
    assert status == 1
    findings = report["decisions"][0]["findings"]
    assert report["decisions"][0]["outcome"] == "refused"
    assert sum(finding["rule"] == "speaker-advice" for finding in findings) == 1_000

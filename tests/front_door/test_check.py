"""``prevent check``: files in, decisions out."""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
import pty
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from spoiled import copy_policy

from processes import ROOT, Prevent

LEAFLET = "kind: leaflet\ntitle: {title}\nrequested_by: staff\nsource: {source}\n{more}"
ALLOWED = LEAFLET.format(title="Ours", source="dmm", more="distribute_from: 2026-05-01\n")
NOT_YET = LEAFLET.format(
    title="Theirs", source="external-agency", more="distribute_from: 2026-05-01\n"
)
INVALID = ALLOWED.replace("dmm", "external-agancy")
AS_OF = ("--as-of", "2026-03-10")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory, prevent: Prevent) -> Path:
    """A project with its rules built."""
    folder = tmp_path_factory.mktemp("built")
    copy_policy(folder)
    assert prevent("build", "--rules-only", cwd=folder).status == 0
    return folder


@pytest.fixture
def folder(built: Path, tmp_path: Path) -> Path:
    """A project of its own: the policy, the rules made from it, and no request."""
    shutil.copytree(built, tmp_path, dirs_exist_ok=True)
    return tmp_path


def write(folder: Path, **files: str) -> None:
    for name, text in files.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")


def squeezed(text: str) -> str:
    return " ".join(text.split())


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
        ("nothing.yaml", "nothing.yaml This file holds no request."),
        ("remarks.yaml", "remarks.yaml This file holds no request."),
        ("dashes.yaml", "dashes.yaml This file holds no request."),
        ("null.json", "null.json This file holds no request."),
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
    assert "0 requests decided: 1 error." in ran.out


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


# --- the machine output ---------------------------------------------------------------------------

TEXT_OR_NONE = (str, type(None))
DECISION = {
    "file": str,
    "document": int,
    "line": int,
    "kind": str,
    "reference": TEXT_OR_NONE,
    "title": str,
    "outcome": str,
    "findings": list,
    "passed": list,
}
FINDING = {
    "rule": str,
    "outcome": str,
    "clause": str,
    "statements": list,
    "message": str,
    "who": list,
    "by": TEXT_OR_NONE,
    "subject": TEXT_OR_NONE,
    "line": int,
}
ERROR = {"file": str, "document": int, "line": int, "column": int, "message": str}
WORST_FIRST = ["refused", "referred", "action-needed", "allowed"]


@pytest.fixture(scope="module")
def everything(prevent: Prevent) -> dict[str, Any]:
    """All the samples and all the cases, the ones that are not valid too, decided as JSON."""
    ran = prevent("check", "requests", "tests/cases", "--format", "json", *AS_OF)
    assert ran.status == 2
    return ran.json


def assert_shape(value: dict[str, Any], shape: dict[str, Any]) -> None:
    for key, types in shape.items():
        assert isinstance(value[key], types), (key, value[key])


def test_the_json_has_the_keys_of_the_contract(everything: dict[str, Any]) -> None:
    keys = ["policy", "as_of", "engine", "decisions", "errors", "summary"]
    assert [key for key in everything if key in keys] == keys
    assert_shape(
        everything["policy"], {"title": str, "issued": str, "next_review": str, "digest": str}
    )
    assert everything["policy"]["digest"].startswith("sha256:")
    assert len(everything["decisions"]) > 100
    assert len(everything["errors"]) > 10
    for error in everything["errors"]:
        assert_shape(error, ERROR)
    for decision in everything["decisions"]:
        assert_shape(decision, DECISION)
        for finding in decision["findings"]:
            assert_shape(finding, FINDING)
            if finding["by"]:
                date.fromisoformat(finding["by"])


def test_the_worst_finding_is_the_outcome_and_the_summary_adds_up(
    everything: dict[str, Any],
) -> None:
    counts = dict.fromkeys(WORST_FIRST, 0)
    for decision in everything["decisions"]:
        outcomes = [finding["outcome"] for finding in decision["findings"]]
        assert decision["outcome"] == min(outcomes, key=WORST_FIRST.index, default="allowed")
        counts[decision["outcome"]] += 1
        rules = {finding["rule"] for finding in decision["findings"]}
        assert not rules & set(decision["passed"])
    assert everything["summary"] == counts | {"errors": len(everything["errors"])}


def test_every_finding_cites_words_of_the_policy_and_known_roles(
    everything: dict[str, Any], built: Path
) -> None:
    policy = json.loads((built / "rules" / "policy.json").read_text())
    for decision in everything["decisions"]:
        for finding in decision["findings"]:
            assert finding["statements"]
            for statement in finding["statements"]:
                assert finding["words"][statement] == policy["statements"][statement]
            assert finding["clause"] in policy["clauses"]
            assert set(finding["who"]) <= set(policy["roles"])
            assert "{" not in finding["message"]


LINES = """\
# A booking with something to say about almost every line.
kind: booking
title: A conference
requested_by: external-agency
received_on: 2026-04-01
date: 2026-04-20
facility: Hall
hosts_event: yes
organiser: unsure
speakers:
  - name: One
    values: contrary
    extremism_concern: possible
  - name: Two
    values: shared
    extremism_concern: possible
  - name: Three
    values: shared
  - name: Four
    values: unsure
    extremism_concern: none
outline: withheld
risk_assessment:
  completed: 2026-04-21
approvals:
  - role: quality-director
    decision: granted
    date: 2026-04-02
  - role: managing-director
    decision: declined
    date: 2026-04-03
"""


def test_each_finding_points_at_the_line_it_is_about(folder: Path, prevent: Prevent) -> None:
    write(folder, a=LINES)
    [decision] = prevent("check", "a.yaml", "--format", "json", *AS_OF, cwd=folder).json[
        "decisions"
    ]
    found = {
        (finding["rule"], finding["subject"]): LINES.splitlines()[finding["line"] - 1].strip()
        for finding in decision["findings"]
    }
    assert decision["line"] == 2
    assert found == {
        ("event-authorised", None): "decision: declined",
        ("speaker-refused", "One"): "values: contrary",
        # About the concern as much as about the values: it points at what the rule asks first.
        ("speaker-decision", "Two"): "values: shared",
        # A missing answer: where the key would go.
        ("speaker-assessed", "Three"): "- name: Three",
        ("speaker-advice", "Four"): "- name: Four",
        ("event-notice", None): "received_on: 2026-04-01",
        ("organiser-advice", None): "kind: booking",
        ("event-outline", None): "outline: withheld",
        ("event-presentation", None): "kind: booking",
        ("risk-assessment", None): "completed: 2026-04-21",
    }


# --- the report for people ------------------------------------------------------------------------


def test_the_text_says_outcome_who_by_when_and_the_words_of_the_policy(
    folder: Path, prevent: Prevent
) -> None:
    write(folder, a=LINES)
    options = ("check", "a.yaml", *AS_OF)
    shown = squeezed(prevent(*options, cwd=folder).out)
    report = prevent(*options, "--format", "json", cwd=folder).json
    assert shown.startswith("Must not go ahead: A conference (booking)")
    for finding in report["decisions"][0]["findings"]:
        assert squeezed(finding["message"]) in shown
        for statement, words in finding["words"].items():
            assert f"Clause {finding['clause']}, {statement}: “{squeezed(words)}”" in shown
        assert f"a.yaml:{finding['line']} ({finding['rule']})" in shown
    assert "Who: the Managing Director or the Quality Director. By: 20 April 2026." in shown
    assert "The earliest date that would do is 1 May 2026." in shown
    assert "1 request decided: 1 must not go ahead." in shown
    assert "The review of this policy was due in February 2023 and is overdue." in shown


def test_a_day_that_has_passed_is_said_to_have(folder: Path, prevent: Prevent) -> None:
    write(folder, a=NOT_YET)
    late = prevent("check", "a.yaml", "--as-of", "2026-05-02", cwd=folder).out
    on_the_day = prevent("check", "a.yaml", "--as-of", "2026-05-01", cwd=folder).out
    assert "By: 1 May 2026, which has passed." in late
    assert "By: 1 May 2026." in on_the_day


def test_explain_names_the_conditions_and_what_they_came_to(folder: Path, prevent: Prevent) -> None:
    write(folder, a=LINES)
    shown = squeezed(prevent("check", "a.yaml", "--explain", *AS_OF, cwd=folder).out)
    for words in (
        "Why: External agencies give a month's notice (event-notice): applies",
        "[yes] an external agency asks",
        "[no] 1 calendar month after the day the request was received is on or before the day",
        "for Three (speaker-refused): does not apply",
        "[not answered] the speaker may wish to promote extremist views",
        "[yes] the speaker's values are contrary to our own",
        "[no] the outline has been shared",
    ):
        assert words in shown
    assert "Why:" not in prevent("check", "a.yaml", cwd=folder).out
    [decision] = prevent("check", "a.yaml", "--explain", "--format", "json", cwd=folder).json[
        "decisions"
    ]
    assert {each["rule"] for each in decision["explanation"]} >= {"event-notice"}


HOSTILE = "\\e[31mred\\e]0;owned\\a \\u202Etxt.exe \\u200B\\n\\rprevent: all allowed\\x9b2J"


@pytest.mark.parametrize("kind", ["JSON", "file name"])
def test_what_a_request_says_cannot_take_over_the_terminal(
    kind: str, folder: Path, prevent: Prevent
) -> None:
    name = "a.json"
    title = json.loads('"\\u202Ered \\u200B\\nprevent: all allowed \\u2066x"')
    answers = dict(line.split(": ") for line in NOT_YET.splitlines())
    if kind == "file name":
        name, title = "a\x1b[31m\n\u202e.json", "plain"
    (folder / name).write_text(json.dumps(answers | {"title": title, "reference": title}))
    ran = prevent("check", name, *AS_OF, cwd=folder)
    assert ran.status == 1
    for character in ran.out:
        assert character == "\n" or character.isprintable(), repr(character)
    assert "\\u202e" in ran.out


def test_control_characters_in_a_request_are_refused(folder: Path, prevent: Prevent) -> None:
    write(folder, a=ALLOWED.replace("Ours", f'"{HOSTILE}"'))
    ran = prevent("check", "a.yaml", cwd=folder)
    assert ran.status == 2
    assert "a.yaml:2:8" in ran.out
    assert "invisible character" in ran.out
    assert "\x1b" not in ran.out


def on_a_terminal(*arguments: str, **environment: str) -> str:
    """What the command shows where its output is a terminal."""
    ours, theirs = pty.openpty()
    given = {key: value for key, value in os.environ.items() if key != "NO_COLOR"}
    command = [sys.executable, "-m", "prevent", *arguments]
    with subprocess.Popen(
        command, cwd=ROOT, stdout=theirs, stderr=theirs, env={**given, **environment}
    ) as process:
        os.close(theirs)
        shown = b""
        while True:
            try:
                read = os.read(ours, 65_536)
            except OSError:
                break
            if not read:
                break
            shown += read
        process.wait(60)
    os.close(ours)
    return shown.decode()


def test_there_is_colour_on_a_terminal_alone_and_not_where_it_is_not_wanted(
    prevent: Prevent,
) -> None:
    arguments = ("check", "requests", *AS_OF)
    assert "\x1b[1;32m" in on_a_terminal(*arguments, TERM="xterm")
    assert "\x1b" not in on_a_terminal(*arguments, TERM="xterm", NO_COLOR="1")
    assert "\x1b" not in on_a_terminal(*arguments, TERM="dumb")
    assert "\x1b" not in prevent(*arguments, environment={"TERM": "xterm"}).out


# --- the rules that decide ------------------------------------------------------------------------

NOTE = (
    "prevent: rules/ is not what the policy makes now; deciding by the policy. Run prevent build."
)


def policy_wants_a_week(folder: Path) -> None:
    path = folder / "policy" / "procedures" / "events.yaml"
    path.write_text(path.read_text().replace("at_least: {months: 1}", "at_least: {weeks: 1}"))


def drop_rules(folder: Path) -> None:
    shutil.rmtree(folder / "rules")


def drop_manifest(folder: Path) -> None:
    (folder / "rules" / "manifest.json").unlink()


def spoil_manifest(folder: Path) -> None:
    (folder / "rules" / "manifest.json").write_text("[]")


def edit_rules(folder: Path) -> None:
    path = folder / "rules" / "kinds" / "leaflet.json"
    text = path.read_text()
    assert '"action-needed"' in text
    path.write_text(text.replace('"action-needed"', '"allowed"'))


def edit_schema(folder: Path) -> None:
    (folder / "rules" / "schemas" / "leaflet.schema.json").write_text("{}")


@pytest.mark.parametrize(
    "spoil",
    [policy_wants_a_week, drop_rules, drop_manifest, spoil_manifest, edit_rules, edit_schema],
)
def test_rules_that_are_not_the_policys_are_not_believed(
    spoil: Callable[[Path], None], folder: Path, prevent: Prevent
) -> None:
    event = (
        "kind: event\ntitle: A\nrequested_by: external-agency\nreceived_on: 2026-04-01\n"
        "date: 2026-04-20\noutline: shared\npresentation: shared\n"
        "risk_assessment: {completed: 2026-04-02}\n"
    )
    write(folder, a=event, b=NOT_YET)
    options = ("check", "a.yaml", "b.yaml", "--format", "json", *AS_OF)
    before = prevent(*options, cwd=folder)
    assert (before.status, before.err) == (1, "")
    spoil(folder)
    after = prevent(*options, cwd=folder)
    assert after.err == f"{NOTE}\n"
    assert after.status == 1
    if spoil is policy_wants_a_week:
        assert [each["outcome"] for each in after.json["decisions"]] == ["allowed", "action-needed"]
        assert after.json["policy"]["digest"] != before.json["policy"]["digest"]
    else:
        assert after.json == before.json
    # Nothing is mended in passing: that is for a person to do, with prevent build.
    assert prevent(*options, cwd=folder).err == f"{NOTE}\n"


def test_where_the_policy_is_not_sound_and_the_rules_are_old_nothing_is_decided(
    folder: Path, prevent: Prevent
) -> None:
    write(folder, a=ALLOWED)
    path = folder / "policy" / "organisation.yaml"
    path.write_text(path.read_text().replace("2022-02", "2022-13"))
    ran = prevent("check", "a.yaml", cwd=folder)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith("prevent: policy/organisation.yaml:18:11: '2022-13'")


def tamper(folder: Path, old: str, new: str, file: str = "durable-rules/leaflet.json") -> None:
    """Change a file of the rules, and the manifest, so that nothing looks changed."""
    path = folder / "rules" / file
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))
    manifest = folder / "rules" / "manifest.json"
    named = json.loads(manifest.read_text())
    named["files"][file] = hashlib.sha256(path.read_bytes()).hexdigest()
    manifest.write_text(json.dumps(named))


@pytest.mark.parametrize("file", ["kinds/leaflet.json", "durable-rules/leaflet.json"])
def test_rules_that_are_no_rules_are_told_where_they_are_asked_for(
    file: str, folder: Path, prevent: Prevent
) -> None:
    write(folder, a=ALLOWED)
    tamper(folder, '"kind"', '"sort"', file)
    event = str(ROOT / "requests" / "events" / "ev-2026-014.yaml")
    assert (prevent("check", event, cwd=folder).status) == 0
    ran = prevent("check", "a.yaml", cwd=folder)
    assert (ran.status, ran.out) == (2, "")
    path = folder / "rules" / file
    assert ran.err == (
        f"prevent: {path}: This file is not as 'prevent build' writes it. Run prevent build.\n"
    )


ENGINE_HERE = pytest.mark.skipif(
    importlib.util.find_spec("durable_rules_engine") is None,
    reason="the rules engine is not installed",
)


@ENGINE_HERE
def test_evaluators_that_disagree_decide_nothing(folder: Path, prevent: Prevent) -> None:
    write(folder, a=NOT_YET, b=ALLOWED)
    tamper(folder, '"external-agency"', '"external-agencies"')
    ran = prevent("check", "a.yaml", "b.yaml", "--format", "json", cwd=folder)
    assert ran.status == 2
    assert [each["file"] for each in ran.json["decisions"]] == ["b.yaml"]
    [error] = ran.json["errors"]
    assert (error["file"], error["line"]) == ("a.yaml", 1)
    message = error["message"]
    assert "This request could not be decided. The two evaluators disagree." in message
    assert "durable-rules 2.0.28 alone found: " in message
    assert "The reference evaluator alone found: " in message
    assert "leaflet-permission/applies" in message


@ENGINE_HERE
@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"always": true', '"always": false'),
        ('{"kind": "leaflet"}', '{"kind": 5}'),
        ('"m":', '"n":'),
    ],
)
def test_an_engine_that_fails_decides_nothing(
    old: str, new: str, folder: Path, prevent: Prevent
) -> None:
    write(folder, a=NOT_YET)
    event = str(ROOT / "requests" / "events" / "ev-2026-014.yaml")
    tamper(folder, old, new)
    ran = prevent("check", "a.yaml", event, "--format", "json", cwd=folder)
    assert (ran.status, ran.err) == (2, "")
    assert [each["outcome"] for each in ran.json["decisions"]] == ["allowed"]
    [error] = ran.json["errors"]
    assert error["message"].startswith("This request could not be decided. The rules engine failed")
    assert "The reference evaluator alone found: leaflet-permission/applies" in error["message"]


def test_without_the_engine_the_reference_evaluator_decides_and_it_is_said_once(
    folder: Path, prevent: Prevent
) -> None:
    write(folder, a=NOT_YET, b=ALLOWED)
    (folder / "fake").mkdir()
    (folder / "fake" / "durable_rules_engine.py").write_text("raise ImportError('wrong build')\n")
    environment = {"PYTHONPATH": str(folder / "fake")}
    options = ("check", "a.yaml", "b.yaml", "--format", "json", *AS_OF)
    ran = prevent(*options, cwd=folder, environment=environment)
    assert ran.status == 1
    assert ran.err == (
        "prevent: The rules engine durable_rules is installed but does not load: wrong build."
        " The reference evaluator decides alone.\n"
    )
    assert ran.json["engine"] == "reference evaluator"
    usual = prevent(*options, cwd=folder)
    assert usual.err == ""
    assert ran.json["decisions"] == usual.json["decisions"]


def test_a_rule_that_an_open_answer_decides_is_neither_in_order_nor_left_aside(
    prevent: Prevent, tmp_path: Path
) -> None:
    (tmp_path / "booking.yaml").write_text(
        "kind: booking\ntitle: A room\nrequested_by: external-agency\ndate: 2027-05-20\n"
        "facility: Room 1\nreceived_on: 2027-01-04\nrisk_assessment: {completed: 2027-02-01}\n"
    )
    policy = str(ROOT / "policy")
    ran = prevent("check", "booking.yaml", "--format", "json", "--policy", policy, cwd=tmp_path)
    [decision] = ran.json["decisions"]
    assert [finding["rule"] for finding in decision["findings"]] == ["event-notice"]
    assert decision["passed"] == ["risk-assessment"]
    assert decision["undecided"] == ["event-outline", "event-presentation"]
    assert "event-authorised" in decision["not_applicable"]

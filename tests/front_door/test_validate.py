"""``prevent validate``: every fault of a policy, each in its place, all in one run."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from spoiled import Spoiled, copy_policy, take_marks

from prevent.cli import main
from prevent.loading.digest import digest
from processes import ROOT, Prevent

EVENTS, BOOKINGS, LEAFLETS = (
    f"procedures/{name}.yaml" for name in ("events", "bookings", "leaflets")
)

# No two of these stand in each other's way, so that all can be made at once.
TOGETHER = [
    Spoiled(
        "a key left out",
        "organisation.yaml",
        "organisation:\n  name: Digital Marketing Mentor\n  short_name: DMM",
        "organisation:\n  ¦name: Digital Marketing Mentor",
        ("'short_name' is missing from 'organisation'",),
    ),
    Spoiled(
        "a month that is no month",
        "organisation.yaml",
        "issued: 2022-02\n",
        "issued: ¦2022-13\n",
        ("'2022-13' is not a month in the calendar", "01 to 12"),
    ),
    Spoiled(
        "a role nobody has, for a duty",
        "organisation.yaml",
        "responsibility: managing-director",
        "responsibility: ¦managing-directer",
        ("'managing-directer'", "Did you mean 'managing-director'?"),
    ),
    Spoiled(
        "a date that is no date",
        "contacts.yaml",
        "checked_on: 2026-11-22",
        "checked_on: ¦2026-02-30",
        ("'2026-02-30' is not a date in the calendar", "February 2026 has 28 days"),
    ),
    Spoiled(
        "a date written otherwise",
        "contacts.yaml",
        "checked_on: 2026-11-22",
        "checked_on: ¦22/11/2026",
        ("'22/11/2026' is not written YYYY-MM-DD", "Did you mean 2026-11-22?"),
        nth=2,
    ),
    Spoiled(
        "a telephone number that is a number",
        "contacts.yaml",
        'phone: "101"',
        "phone: ¦101",
        ("'phone' is 101, an unquoted number", "quotation marks"),
    ),
    Spoiled(
        "an unknown role of a rule",
        EVENTS,
        "approval: {from: [managing-director]}",
        "approval: {from: [¦managing-directr]}",
        ("'managing-directr'", "Did you mean 'managing-director'?"),
    ),
    Spoiled(
        "an unknown clause",
        EVENTS,
        'clause: "3.8"',
        'clause: ¦"3.88"',
        ("'3.88'", "Did you mean '3.8'?"),
        nth=1,
    ),
    Spoiled(
        "an unknown statement",
        EVENTS,
        "statements: [S68]",
        "statements: [¦S068]",
        ("'S068'", "Did you mean 'S68'?"),
        nth=1,
    ),
    Spoiled(
        "an unknown kind",
        EVENTS,
        "kinds: [event, booking]",
        "kinds: [event, ¦boking]",
        ("'boking'", "Did you mean 'booking'?"),
        nth=3,
    ),
    Spoiled(
        "an unknown field in a condition",
        EVENTS,
        "- values: unsure",
        "- ¦valeus: unsure",
        ("Unknown key 'valeus'", "Did you mean 'values'?"),
    ),
    Spoiled(
        "an unknown option",
        EVENTS,
        "- extremism_concern: unsure",
        "- extremism_concern: ¦unsre",
        ("'unsre'", "Did you mean 'unsure'?"),
    ),
    Spoiled(
        "an unknown condition",
        EVENTS,
        "- condition: is-an-event",
        "- condition: ¦is-an-evnt",
        ("'is-an-evnt'", "Did you mean 'is-an-event'?"),
        nth=1,
    ),
    Spoiled(
        "notice that no date can give",
        EVENTS,
        "    require:\n      notice:",
        "    ¦require:\n      notice:",
        ("'event-notice' for event and booking", "Nothing a request says can ever satisfy it"),
    ),
    Spoiled(
        "an unknown option of a document",
        EVENTS,
        "{field: outline, accepted: [shared, promised]}",
        "{field: outline, accepted: [shared, ¦promissed]}",
        ("'outline' has no option 'promissed'", "Did you mean 'promised'?"),
    ),
    Spoiled(
        "an unknown failure",
        BOOKINGS,
        "      late:\n",
        "      ¦lat:\n",
        ("Unknown key 'lat'", "Did you mean 'late'?"),
    ),
    Spoiled(
        "a misspelt key",
        BOOKINGS,
        "    reading: >-",
        "    ¦readng: >-",
        ("Unknown key 'readng'", "Did you mean 'reading'?"),
    ),
    Spoiled(
        "a day it happens that is no date",
        BOOKINGS,
        "happens_on: date",
        "happens_on: ¦facility",
        ("'facility' must be a date that every request has",),
    ),
    Spoiled(
        "fields given only where an answer no request has",
        BOOKINGS,
        "{hosts_event: yes}",
        "{hosts_event: ¦maybe}",
        ("'maybe' is no answer to 'hosts_event'", "Expected one of: yes, no"),
    ),
    Spoiled(
        "a condition nothing meets",
        LEAFLETS,
        "  - id: leaflet-permission\n",
        """\
  - id: never
    title: Never
    clause: "3.7"
    statements: [S65]
    ¦when: {all: [{source: dmm}, {source: learner}]}
    require: {answer: {to: [source]}}
  - id: leaflet-permission
""",
        ("Rule 'never'", "No request can ever meet its condition"),
    ),
    Spoiled(
        "an unless that covers the when",
        LEAFLETS,
        "rules:\n",
        """\
rules:
  - id: covered
    title: Covered
    clause: "3.7"
    statements: [S65]
    when: {source: dmm}
    ¦unless: {source: [dmm, learner]}
    require: {answer: {to: [source]}}
""",
        ("Rule 'covered'", "its unless covers all of its when"),
    ),
    Spoiled(
        "a message that names what is not known",
        LEAFLETS,
        'say: "{Who} must give permission before it is handed out."',
        'say: ¦"{Whom} must give permission before it is handed out."',
        ("The message names {Whom}", "Did you mean 'Who'?"),
    ),
    Spoiled(
        "a value that is not in the statement",
        "aims.yaml",
        "Passion",
        "¦Passions",
        ("'Passions' does not stand in S41", "as the statement does"),
    ),
    Spoiled(
        "two definitions with one id",
        "definitions.yaml",
        "id: british-values",
        "id: ¦extremism",
        ("Two definitions have the id 'extremism'", "The first is at"),
    ),
    Spoiled(
        "a kind of entry there is not",
        "duties.yaml",
        "kind: duty",
        "kind: ¦dutty",
        ("'dutty'", "Did you mean 'duty'?"),
    ),
    Spoiled(
        "two roles with one id",
        "roles.yaml",
        "id: partner-providers",
        "id: ¦teachers",
        ("Two roles have the id 'teachers'", "The first is at"),
    ),
    Spoiled(
        "two fields with one id",
        "fields.yaml",
        "  - id: notes\n",
        "  - {id: ¦title, type: text, label: A, question: A?, phrase: a}\n  - id: notes\n",
        ("Two fields have the id 'title'", "The first is at"),
    ),
    Spoiled(
        "two options with one id",
        "fields.yaml",
        "id: confirmed\n",
        "id: confirmed\n        label: A\n        means: A.\n        reads: a\n"
        "      - id: ¦confirmed\n",
        ("Two options have the id 'confirmed'", "The first is at"),
    ),
    Spoiled(
        "items named by what they lack",
        "fields.yaml",
        "named_by: name",
        "named_by: ¦nam",
        ("'nam' is not a field of type text in this list", "Did you mean 'name'?"),
    ),
    Spoiled(
        "a statement nobody classified",
        "clauses.yaml",
        "      - id: S42\n        form: heading\n        is: narrative\n",
        "      - ¦id: S42\n        form: heading\n",
        ("'is' is missing",),
    ),
    Spoiled(
        "two statements with one id",
        "clauses.yaml",
        "id: S05",
        "id: ¦S04",
        ("Two statements have the id 'S04'", "The first is at"),
    ),
    Spoiled(
        "two clauses with one number",
        "clauses.yaml",
        'number: "4.3"',
        'number: ¦"4.2"',
        ("Two clauses have the number '4.2'", "The first is at"),
    ),
    Spoiled(
        "a level there is not",
        "threat-levels.yaml",
        "id: low",
        "id: ¦No",
        ("'No' is not written as expected",),
    ),
    Spoiled(
        "a note about a clause there is not",
        "review-notes.yaml",
        'clause: "0"',
        'clause: ¦"7"',
        ("'7'", "Expected one of: 0, 1, 2"),
    ),
]
IMPOSSIBLE_NOTICE = Spoiled("", EVENTS, "from: received_on\n", "from: date\n", ())

# Each of these hides, or is hidden by, one of those above.
ALONE = [
    Spoiled(
        "a procedure with the name of a page",
        LEAFLETS,
        "  id: leaflets",
        "  ¦id: index",
        ("A page of the site has this name", "Choose another"),
    ),
    Spoiled(
        "a rule for a kind that lacks a field",
        LEAFLETS,
        "    clause:",
        "    kinds: [leaflet, event]\n    clause:",
        ("'leaflet-permission' for event", "no field 'source'"),
    ),
    Spoiled(
        "an unless that is always so",
        LEAFLETS,
        "    unless:\n      all:\n        - source: [learner, dmm]\n"
        "        - related_to_programme: yes\n",
        "    unless: {title: {given: yes}}\n",
        ("'leaflet-permission' for leaflet", "No request can ever meet its condition"),
    ),
    Spoiled(
        "a statement that is a rule, in no rule",
        "clauses.yaml",
        "      - id: S44\n        form: paragraph\n        is: duty",
        "      - ¦id: S44\n        form: paragraph\n        is: rule",
        ("S44 is a rule, but no rule in procedures/ comes from it", "Add S44"),
    ),
    Spoiled(
        "a duty no entry cites",
        "clauses.yaml",
        "      - id: S43\n        form: heading\n        is: narrative",
        "      - ¦id: S43\n        form: heading\n        is: duty",
        ("S43 is a duty, but duties.yaml has none that cites it", "Add S43"),
    ),
    Spoiled(
        "two rules with one id, in two files",
        EVENTS,
        "id: event-notice",
        "id: ¦risk-assessment",
        ("Two rules have the id 'risk-assessment'", "first is at policy/procedures/bookings.yaml:"),
    ),
    Spoiled(
        "two procedures with one id",
        LEAFLETS,
        "id: leaflets",
        "id: ¦events",
        ("Two procedures have the id 'events'", "first is at policy/procedures/events.yaml:"),
    ),
    Spoiled(
        "two procedures of one kind",
        LEAFLETS,
        "kind: leaflet",
        "kind: ¦event",
        ("Two procedures have the kind 'event'",),
    ),
    Spoiled(
        "a condition that calls itself",
        EVENTS,
        "- hosts_event: yes",
        "- condition: is-an-event",
        ("'is-an-event' calls 'is-an-event', which is not above it",),
    ),
    Spoiled(
        "a condition that calls one below it",
        EVENTS,
        "conditions:\n",
        "conditions:\n  - id: early\n    when: {condition: ¦is-an-event}\n",
        ("'early' calls 'is-an-event', which is not above it",),
    ),
    Spoiled(
        "a fault in a condition that rules call",
        EVENTS,
        "- hosts_event: yes",
        "- ¦hosts_events: yes",
        ("Unknown key 'hosts_events'", "Did you mean 'hosts_event'?"),
    ),
    Spoiled(
        "a date compared with what is no date",
        EVENTS,
        "speakers: {at_least: 1}",
        "date: {before: ¦title}",
        ("'title' is not accepted for 'before'", "received_on, date, distribute_from"),
    ),
    Spoiled(
        "a rule that requires and decides",
        EVENTS,
        "    then:\n",
        "    require: {answer: {to: [values]}}\n    then:\n",
        ("Only one of these can be given here: 'require', 'then'",),
    ),
    Spoiled(
        "a requirement that is a list",
        EVENTS,
        "      approval: {from: [managing-director]}",
        "      ¦- approval: {from: [managing-director]}",
        ("'require' is a list, but a group of keys is expected",),
    ),
    Spoiled(
        "a key given twice",
        "organisation.yaml",
        "  name: Digital",
        "  name: X\n  ¦name: Digital",
        ("The key 'name' is given twice", "line 11"),
    ),
    Spoiled("a tab", "organisation.yaml", "  name: D", "¦\tname: D", ("A tab", "use spaces")),
    Spoiled(
        "a tag",
        "organisation.yaml",
        "name: Digital Marketing Mentor",
        "name: ¦!!python/object/apply:os.system [true]",
        ("'!!python/object/apply:os.system' is a tag", "Delete it"),
    ),
    Spoiled(
        "merged keys",
        EVENTS,
        "    for_each: speakers",
        "    ¦<<: {for_each: speakers}",
        ("'<<' merges keys from elsewhere", "Write the keys out"),
    ),
    Spoiled(
        "an alias within itself",
        LEAFLETS,
        "rules:\n",
        "rules: &all\n  - ¦*all\n",
        ("The alias '*all' stands within itself",),
    ),
    Spoiled(
        "a second document",
        "organisation.yaml",
        "policy:",
        "---\n¦policy:",
        ("A policy file holds one document", "Take the line '---' out"),
    ),
]


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
    assert "--policy" in ran.out
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

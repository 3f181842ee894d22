"""``prevent validate`` finds rules that cannot be meant, and shows a request for each."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from seeded import ASK, ASKED, EVENTS, HARMLESS, LEAFLETS, SEEDS, Seed
from spoiled import Spoiled, copy_policy, take_marks

from prevent.cli import main
from processes import ROOT

SHOWN = "    A request that shows it:"


@pytest.fixture
def policy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the policy, in the working folder."""
    monkeypatch.chdir(tmp_path)
    return copy_policy(tmp_path)


def validate(capsys: pytest.CaptureFixture[str]) -> tuple[int, list[tuple[str, str, str]]]:
    """The exit status; of each fault or note its place, its words and the request that shows it."""
    capsys.readouterr()
    status = main(["validate"])
    lines = capsys.readouterr().out.splitlines()
    return status, list(_found(lines))


def _found(lines: list[str]) -> Iterator[tuple[str, str, str]]:
    starts = [number for number, line in enumerate(lines) if line.startswith("  policy/")]
    for start in starts:
        own = []
        for line in lines[start + 1 :]:
            if not line.startswith("    "):
                break
            own.append(line)
        words, _, example = "\n".join(own).partition(SHOWN)
        place = lines[start].strip()
        yield place, " ".join(words.split()), textwrap.dedent(example.lstrip("\n"))


def check(request: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    """A request decided under the policy as it now is: the exit status and the report."""
    path = folder / "request.yaml"
    path.write_text(request, encoding="utf-8")
    capsys.readouterr()
    status = main(["check", str(path), "--as-of", "2027-01-01"])
    return status, " ".join(capsys.readouterr().out.split())


@pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: seed.what)
def test_a_rule_that_cannot_be_meant_is_found_and_shown(
    seed: Seed, policy: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (policy / seed.file).read_text(encoding="utf-8")
    seed.plant(policy)
    [(line, column)] = take_marks(policy)[seed.file]
    status, found = validate(capsys)
    assert status == (0 if seed in HARMLESS else 2)
    # Of a rule that asks what another asks, that is noted too.
    [(place, words, example)] = [each for each in found if "It adds nothing" not in each[1]]
    assert place == f"policy/{seed.file}:{line}:{column}"
    assert words.startswith("Rule 'seeded' for ")
    assert all(each in words for each in seed.words), words
    assert bool(example) is bool(seed.mended)
    if seed.mended:
        (policy / seed.file).write_text(before, encoding="utf-8")
        seed.plant_mended(policy)
        status, report = check(example, tmp_path, capsys)
        assert status != 2, report
        assert seed.shows in report
        assert "(seeded)" in report


def test_there_are_enough_kinds_of_seeded_fault() -> None:
    assert len({seed.what for seed in SEEDS}) >= 20


REFUSED = "otherwise: {{withheld: {{outcome: refused, say: No.}}}}"
DOCUMENT = f"require: {{{{document: {{{{field: outline, accepted: [{{}}]}}}}}}}}\n{REFUSED}"


def test_two_rules_that_cannot_both_be_satisfied_are_found_with_a_request_both_apply_to(
    policy: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first = Seed("", EVENTS, "when: {requested_by: staff}\n" + DOCUMENT.format("shared"), ())
    second = Seed("", EVENTS, DOCUMENT.format("promised"), ())
    second.plant(policy)
    path = policy / EVENTS
    path.write_text(path.read_text(encoding="utf-8").replace("id: seeded", "id: other"))
    first.plant(policy)
    status, [(place, words, example)] = validate(capsys)
    assert status == 2
    line = path.read_text(encoding="utf-8").splitlines().index("  - id: other") + 1
    assert place == f"policy/{EVENTS}:{line}:5"
    assert words.startswith("Rule 'other' for event: It and 'seeded' can both apply to a request,")
    assert "no request can satisfy both" in words
    # Under a policy in which the two agree, the request shows that both apply.
    text = path.read_text(encoding="utf-8").replace("[promised]", "[shared]")
    path.write_text(text.replace("id: other\n", "id: other\n    kinds: [event, booking]\n"))
    status, report = check(example, tmp_path, capsys)
    assert status == 1
    assert "(seeded)" in report
    assert "(other)" in report


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "require: {notice: {at_least: {months: 3}, from: received_on}}",
            "require: {notice: {at_most: {weeks: 4}, from: received_on}}",
        ),
        (
            "require: {notice: {at_least: {working_days: 20}, from: received_on}}",
            "require: {notice: {at_most: {days: 10}, from: received_on}}",
        ),
        (
            "require: {risk_assessment: {no_later_than: 2026-08-31}}",
            "require: {risk_assessment: {not_before: 2026-09-01}}",
        ),
        (
            "for_each: speakers\n" + DOCUMENT.format("withheld"),
            "when: {speakers: {at_least: 1}}\n" + DOCUMENT.format("shared"),
        ),
    ],
)
def test_rules_about_days_that_cannot_both_be_satisfied_are_found(
    one: str, other: str, policy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    holidays = "  short_name: DMM\n"
    Spoiled("", "organisation.yaml", holidays, f"{holidays}  bank_holidays: scotland\n", ()).write(
        policy
    )
    Seed("", EVENTS, other, ()).plant(policy)
    path = policy / EVENTS
    path.write_text(path.read_text(encoding="utf-8").replace("id: seeded", "id: other"))
    Seed("", EVENTS, one, ()).plant(policy)
    status, found = validate(capsys)
    assert status == 2
    both = "It and 'seeded' can both apply to a request"
    [example] = [
        each for _, words, each in found if words.startswith("Rule 'other'") and both in words
    ]
    assert yaml.safe_load(example)["kind"] == "event"


def test_a_procedure_that_applies_to_none_of_a_rules_requests_is_named(
    policy: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = policy / LEAFLETS
    before = path.read_text(encoding="utf-8")
    exemption = (
        "does_not_apply:\n"
        "  - id: our-own\n"
        "    title: Our own\n"
        '    clause: "3.7"\n'
        "    statements: [S65]\n"
        "    when: {source: [dmm, learner]}\n"
        "    say: Seeded\n"
    )
    path.write_text(before.replace("\nrules:\n", f"\n{exemption}\nrules:\n"), encoding="utf-8")
    Seed("", LEAFLETS, f"¦when: {{source: dmm}}\n{ASK}", ()).plant(policy)
    [(line, column)] = take_marks(policy)[LEAFLETS]
    status, found = validate(capsys)
    assert status == 2
    [(place, words, example)] = [each for each in found if "'seeded'" in each[1]]
    assert place == f"policy/{LEAFLETS}:{line}:{column}"
    assert (
        "It never applies: the procedure applies to none of its requests (see 'our-own')" in words
    )
    # Without the exemption the request is one that the rule applies to.
    path.write_text(before, encoding="utf-8")
    Seed("", LEAFLETS, f"when: {{source: dmm}}\n{ASK}", ()).plant(policy)
    assert ASKED in check(example, tmp_path, capsys)[1]


def test_two_rules_that_never_apply_to_one_request_may_ask_for_opposite_things(
    policy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Seed("", EVENTS, "when: {requested_by: staff}\n" + DOCUMENT.format("shared"), ()).plant(policy)
    path = policy / EVENTS
    path.write_text(path.read_text(encoding="utf-8").replace("id: seeded", "id: other"))
    Seed("", EVENTS, "when: {requested_by: learner}\n" + DOCUMENT.format("promised"), ()).plant(
        policy
    )
    assert validate(capsys) == (0, [])


def test_a_rule_that_asks_what_another_asks_is_worth_a_look(
    policy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wide = "require: {answer: {to: [received_on]}}"
    Seed("", LEAFLETS, wide, ()).plant(policy)
    path = policy / LEAFLETS
    path.write_text(path.read_text(encoding="utf-8").replace("id: seeded", "id: other"))
    Seed("", LEAFLETS, "when: {source: dmm}\n" + wide, ()).plant(policy)
    status, [(_, words, example)] = validate(capsys)
    assert status == 0
    assert words == (
        "Rule 'seeded' for leaflet: It adds nothing: 'other' asks the same wherever it applies."
        " Take one of the two out, or say in what they differ."
    )
    assert yaml.safe_load(example)["source"] == "dmm"
    assert main(["validate"]) == 0
    assert capsys.readouterr().out.endswith("procedures. There is 1 thing to look at.\n")


PARTNER = Spoiled(
    "an answer no rule names",
    "fields.yaml",
    "      - id: dmm\n",
    "      - ¦id: partner\n        label: A partner provider\n        means: A partner made it.\n"
    "        reads: a partner provider produced it\n      - id: dmm\n",
    (),
)


def test_an_answer_that_the_rules_forgot_is_worth_a_look(
    policy: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    PARTNER.write(policy)
    [(line, column)] = take_marks(policy)["fields.yaml"]
    status, [(place, words, example)] = validate(capsys)
    assert (status, place) == (0, f"policy/fields.yaml:{line}:{column}")
    assert "No rule names 'partner', an answer to 'source'" in words
    assert "say so in a rule's reading" in words
    # The request shows it: nothing is asked, and nothing says that nothing is.
    assert check(example, tmp_path, capsys)[0] == 0


def test_an_answer_that_a_reading_mentions_is_not_forgotten(
    policy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    PARTNER.write(policy)
    take_marks(policy)
    path = policy / LEAFLETS
    old, new = "staff needs none.", "staff needs none, nor that of a partner provider."
    path.write_text(path.read_text(encoding="utf-8").replace(old, new))
    assert validate(capsys) == (0, [])


UNUSED = [
    Spoiled(
        "a condition that nothing calls",
        EVENTS,
        "  - id: is-an-event\n",
        "  - id: ¦early\n    when: {date: {before: received_on}}\n  - id: is-an-event\n",
        ("Nothing calls the condition 'early'",),
    ),
    Spoiled(
        "a field that no request has",
        "fields.yaml",
        "  - id: notes\n",
        "  - id: ¦colour\n    type: text\n    label: A\n    question: A?\n    phrase: a\n"
        "  - id: notes\n",
        ("No request has the field 'colour'",),
    ),
]


@pytest.mark.parametrize("unused", UNUSED, ids=lambda unused: unused.what)
def test_what_nothing_uses_is_worth_a_look(
    unused: Spoiled, policy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    unused.write(policy)
    [(line, column)] = take_marks(policy)[unused.file]
    status, [(place, words, example)] = validate(capsys)
    assert (status, place, example) == (0, f"policy/{unused.file}:{line}:{column}", "")
    assert unused.words[0] in words


def test_what_is_asked_of_a_seeded_rule_is_what_the_seeds_expect(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    # So that "shows" above cannot stand in a report for another reason.
    request = "kind: leaflet\ntitle: A\nrequested_by: staff\nsource: dmm\n"
    _, report = check(f"{request}distribute_from: 2027-03-01\n", tmp_path, capsys)
    assert ASKED not in report

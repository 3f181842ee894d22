import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from language_policy import write_policy
from playwright.sync_api import Page
from shown_site import BuiltSite

from prevent.cli import main
from prevent.fields.types import FIELD_TYPES
from prevent.loading.ids import Ids
from prevent.loading.schemas import NAMES, policy_schema
from prevent.policy.outcomes import IN_WORDS, MEANS
from prevent.requirements.day import EVIDENCE, LONGEST, WRITTEN
from prevent.requirements.kinds import KINDS
from prevent.rules.placeholders import ALWAYS_KNOWN, IN_EVERY_MESSAGE, PLACEHOLDER, WORKED_OUT
from prevent.site.language.asked import joined, types
from prevent.site.language.examples import Shown, kind_examples, organisation, whole_examples
from prevent.site.language.page import language

AS_OF = "2026-10-20"
LATE = "2026-11-20"

ALL_MET = """
kind: event
title: Talk
date: 2026-12-01
received_on: 2026-09-15
changed_on: 2026-09-20
outline: shared
audience: learners
open_to_public: no
labels: [body, expiry]
first_aid_plan: {completed: 2026-10-10}
risk_assessment: {completed: 2026-10-10}
approvals:
  - {role: safeguarding-lead, decision: granted, date: 2026-10-01}
  - {role: head, decision: granted, date: 2026-10-05}
  - {role: chair, decision: granted, date: 2026-10-05}
advice:
  - {role: safeguarding-lead, date: 2026-10-06}
  - {role: head, date: 2026-10-06}
first_advice: [{role: safeguarding-lead, date: 2026-10-01}]
final_approvals: [{role: head, decision: granted, date: 2026-10-10}]
"""

HEAD = "approvals: [{role: head, decision: %s, date: %s}]"
FAILING: dict[tuple[str, str], tuple[str, str, str]] = {
    ("approval", "declined"): (
        "approval-1",
        HEAD % ("declined", "2026-10-05"),
        "The Head declined.",
    ),
    ("approval", "early"): (
        "approval-5",
        HEAD % ("granted", "2026-09-19"),
        "What the Head gave on 19 September 2026 came too early: it counts from the day it was last"
        " changed.",
    ),
    ("approval", "late"): (
        "approval-1",
        HEAD % ("granted", "2026-12-02"),
        "The agreement of the Head is dated 2 December 2026, too late to count.",
    ),
    ("approval", "out_of_order"): (
        "approval-4",
        "approvals: [{role: head, decision: granted, date: 2026-10-01},"
        " {role: safeguarding-lead, decision: granted, date: 2026-10-05}]",
        "The Head agreed on 1 October 2026, before the Safeguarding Lead did. The Head must agree"
        " again.",
    ),
    ("approval", "overdue"): (
        "approval-7",
        "approvals: []",
        "The Head had to decide by 17 November 2026, and has not. No answer is not a yes.",
    ),
    ("approval", "missing"): ("approval-2", "approvals: []", "Must agree."),
    ("advice", "early"): (
        "advice-3",
        "advice: [{role: safeguarding-lead, date: 2026-10-04}]",
        "What the Safeguarding Lead gave on 4 October 2026 came too early: it counts from the day"
        " of agreement by the Head.",
    ),
    ("advice", "late"): (
        "advice-1",
        "advice: [{role: head, date: 2026-11-25}]",
        "The advice of the Head is dated 25 November 2026, too late to count.",
    ),
    ("advice", "missing"): ("advice-2", "advice: []", "Ask the Safeguarding Lead or the Head"),
    ("notice", "missing"): (
        "notice-4",
        "received_on:",
        "notice must be at least 1 calendar month. That must be by 1 November 2026.",
    ),
    ("notice", "late"): (
        "notice-1",
        "received_on: 2026-11-20",
        "There is less than 10 working days of notice. The earliest date that gives enough is"
        " 4 December 2026.",
    ),
    ("notice", "early"): (
        "notice-2",
        "received_on: 2026-05-01",
        "It is more than 6 calendar months ahead. The last date that could be agreed is"
        " 1 November 2026.",
    ),
    ("document", "withheld"): (
        "document-1",
        "outline: withheld",
        "the outline is not being shared.",
    ),
    ("document", "missing"): ("document-1", "outline:", "Ask for the outline."),
    ("completion", "early"): (
        "completion-2",
        "first_aid_plan: {completed: 2026-08-31}",
        "The first-aid plan: completed on 31 August 2026, too early to count.",
    ),
    ("completion", "late"): (
        "completion-1",
        "first_aid_plan: {completed: 2026-11-25}",
        "The first-aid plan: completed on 25 November 2026, too late to count.",
    ),
    ("completion", "missing"): (
        "completion-1",
        "first_aid_plan:",
        "Not completed yet: the first-aid plan.",
    ),
    ("risk_assessment", "early"): (
        "risk-assessment-2",
        "risk_assessment: {completed: 2026-08-31}",
        "The risk assessment: completed on 31 August 2026, too early to count.",
    ),
    ("risk_assessment", "late"): (
        "risk-assessment-1",
        "risk_assessment: {completed: 2026-12-02}",
        "The risk assessment is dated 2 December 2026, too late to count.",
    ),
    ("risk_assessment", "missing"): (
        "risk-assessment-1",
        "risk_assessment:",
        "Complete a risk assessment.",
    ),
    ("includes", "absent"): (
        "includes-1",
        "labels: [body]",
        "Add what is missing: the expiry date.",
    ),
    ("includes", "missing"): (
        "includes-1",
        "labels:",
        "Say what is there: the responsible body and the expiry date.",
    ),
    ("answer", "missing"): (
        "answer-1",
        "audience:",
        "Answer: who comes.",
    ),
}
"""For each failure: the example's rule, what a request says instead, and what it is told."""

WHOLE = {
    "agency-leaflets": ("source: agency\napprovals: []", "findings", "The Head must agree."),
    "public-plan": (
        "open_to_public: yes\nguests: 30\nfirst_aid_plan:",
        "findings",
        "Not completed yet: the first-aid plan.",
    ),
    "labels-or-remind": (
        "labels: [body]",
        "conditions",
        "A member of staff is present throughout.",
    ),
    "large-events": ("guests: 51", "findings", "The Chair of Governors must decide."),
    "ticketed": ("open_to_public: yes", "conditions", "Entry is by ticket only."),
    "notice-by-size": (
        "guests: 201\nreceived_on: 2026-10-02",
        "findings",
        "There is less than 2 calendar months of notice.",
    ),
    "each-speaker": ("speakers: [{name: Ray}]", "findings", "Look up Ray."),
    "from-september": ("advice: []", "findings", "Ask the Safeguarding Lead for advice."),
    "staff-meetings": ("source: staff\nguests: 0", "notes", "This is for events with guests."),
    "keep-records": ("", "afterwards", "Keep the list of speakers."),
}
"""For each whole example: what a request says instead, and what it is told, and where."""


@pytest.fixture(scope="session")
def elm(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project whose policy has every example as a rule, and its rules built."""
    folder = tmp_path_factory.mktemp("elm")
    write_policy(folder / "policy")
    assert main(["build", "--rules-only", "--policy", str(folder / "policy")]) == 0
    return folder


def decided(elm: Path, said: str, capsys: pytest.CaptureFixture[str], as_of: str) -> Any:
    request = yaml.load(ALL_MET, yaml.BaseLoader) | (yaml.load(said, yaml.BaseLoader) or {})
    request = {key: value for key, value in request.items() if value != ""}
    path = elm / "request.json"
    path.write_text(json.dumps(request).replace('"guests": "', '"guests": '), encoding="utf-8")
    text = re.sub(r'("guests": \d+)"', r"\1", path.read_text(encoding="utf-8"))
    path.write_text(text, encoding="utf-8")
    arguments = ["--policy", str(elm / "policy"), "--as-of", as_of, "--format", "json"]
    main(["check", str(path), *arguments])
    report = json.loads(capsys.readouterr().out)
    assert report["errors"] == []
    [decision] = report["decisions"]
    return decision


def told(decision: Mapping[str, Any], part: str, rule: str) -> str:
    return " ".join(each["message"] for each in decision[part] if each["rule"] == rule)


def test_every_example_of_a_requirement_is_met_by_one_request(
    elm: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    decision = decided(elm, "", capsys, AS_OF)
    examples = {shown.id for kind in KINDS.values() for shown in kind_examples(kind)}
    assert examples <= set(decision["passed"])
    assert decision["outcome"] == "allowed"


@pytest.mark.parametrize(("kind", "failure"), FAILING)
def test_every_failure_is_told_to_a_request_that_has_it(
    kind: str, failure: str, elm: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rule, said, message = FAILING[kind, failure]
    as_of = LATE if failure == "overdue" else AS_OF
    decision = decided(elm, said, capsys, as_of)
    assert message.removeprefix("Must") in told(decision, "findings", rule)


@pytest.mark.parametrize("example", WHOLE)
def test_every_whole_example_decides(
    example: str, elm: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said, part, message = WHOLE[example]
    assert message in told(decided(elm, said, capsys, AS_OF), part, example)


def test_nothing_is_left_without_a_request() -> None:
    failures = {(kind.name, each.name) for kind in KINDS.values() for each in kind.failures}
    assert set(FAILING) == failures
    assert set(WHOLE) == {shown.id for shown in whole_examples()}


def text_of(built: BuiltSite, desk: Page) -> str:
    desk.goto(f"{built.url}/language.html")
    return desk.get_by_role("article").inner_text()


def part(text: str, start: str) -> str:
    """The page from a heading of this name to the next heading of its kind."""
    return text[text.index(f"\n{start}\n") :]


def terms_of(desk: Page, below: str) -> list[str]:
    """The first words of the definition lists whose entries have an anchor that begins so."""
    return desk.locator(f"dt[id^='{below}-'] > code:first-child").all_inner_texts()


def keys(schema: object) -> Iterator[str]:
    """Every key that a schema declares, wherever it stands in it."""
    if isinstance(schema, dict):
        for name, below in schema.items():
            if name == "properties" and isinstance(below, dict):
                yield from below
                for each in below.values():
                    yield from keys(each)
            elif name not in {"if", "allOf"}:
                yield from keys(below)
    elif isinstance(schema, list):
        for each in schema:
            yield from keys(each)


ELSEWHERE = ("requirement", "condition", "day", "plain-day", "period", "strict-consequence")
"""The parts of a procedure's schema that have sections of their own on the page."""


@pytest.mark.parametrize("name", NAMES)
def test_every_key_of_every_schema_is_on_the_page(name: str, built: BuiltSite, desk: Page) -> None:
    text_of(built, desk)
    schema = dict(policy_schema(name, Ids((), (), (), (), ())))
    defs = schema["$defs"]
    assert isinstance(defs, dict)
    schema["$defs"] = {key: defs[key] for key in defs if key not in ELSEWHERE}
    wanted = set(keys(schema))
    assert wanted
    assert set(terms_of(desk, f"file-{name}")) == wanted


def test_every_requirement_has_its_keys_failures_and_examples(built: BuiltSite, desk: Page) -> None:
    text = text_of(built, desk)
    typed = desk.locator("pre.example").all_inner_texts()
    for kind in KINDS.values():
        anchor = f"requirement-{kind.name.replace('_', '-')}"
        found = set(terms_of(desk, anchor))
        assert found == set(keys(kind.schema)) | {each.name for each in kind.failures}
        assert kind.summary in text
        for failure in kind.failures:
            at = f"[id='{anchor}-failure-{failure.name.replace('_', '-')}']"
            assert IN_WORDS[failure.outcome] in desk.locator(at).inner_text()
            said = desk.locator(f"{at} + dd").inner_text()
            assert failure.means in said
            assert failure.say in said
            assert ("It may be allowed after all" in said) is failure.lenient
        for shown in kind_examples(kind):
            assert shown.written.strip() in [each.strip() for each in typed]
            assert f"Staff read: {shown.words.must}" in text


def test_every_whole_example_is_shown_with_what_staff_read(built: BuiltSite, desk: Page) -> None:
    text = text_of(built, desk)
    typed = [each.strip() for each in desk.locator("pre.example").all_inner_texts()]
    for shown in whole_examples():
        assert shown.written.strip() in typed
        for said in (shown.title, shown.words.applies, shown.words.must, shown.words.in_force):
            assert said in text
        for each in shown.words.follows:
            assert each.say in text


def test_every_way_to_write_a_day_and_a_period_is_shown(built: BuiltSite, desk: Page) -> None:
    text = text_of(built, desk)
    own = organisation()
    day = own.schema["$defs"]["day"]
    forms = " ".join(WRITTEN)
    assert set(re.findall(r"(\w+):", forms)) == set(keys(day))
    assert {*EVIDENCE, *LONGEST, "before", "after"} <= set(keys(day))
    for written, means in WRITTEN.items():
        assert written in text
        assert means in text
        read = own.setting.moment_words(own.setting.day(yaml.safe_load(f"[{written}]")[0]))
        assert f"Staff read: {read}." in text
    for unit, longest in LONGEST.items():
        assert f"{{{unit}: 2}}\nAt most {longest}." in text


def test_every_test_of_every_type_of_field_is_shown(built: BuiltSite, desk: Page) -> None:
    text = text_of(built, desk)
    assert [each.name for each in types()] == list(FIELD_TYPES)
    schemas = organisation().schema["$defs"]["condition"]["properties"]
    for each in types():
        assert FIELD_TYPES[each.name].written.replace("`", "") in text
        field = organisation().first_field(each.name)
        tests = set(re.findall(r"\{(\w+):", " ".join(test.written for test in each.tests)))
        assert tests == set(keys(schemas[field]))
        for test in each.tests:
            assert test.written in text
            assert test.reads in text
    for each in joined():
        assert each.written in text
        assert each.means in text


def test_every_word_in_braces_is_explained(built: BuiltSite, desk: Page) -> None:
    text = text_of(built, desk)
    for names in (IN_EVERY_MESSAGE, WORKED_OUT):
        for name, means in names.items():
            assert f"{{{name}}}\n{means}" in text
    failures = [each for kind in language()["kinds"] for each in kind.failures]
    known = {name for each in failures for name in each.knows}
    assert known == set(WORKED_OUT)
    for each in failures:
        assert set(PLACEHOLDER.findall(each.failure.say)) <= ALWAYS_KNOWN | set(each.knows)


def test_every_outcome_is_explained(built: BuiltSite, desk: Page) -> None:
    text = text_of(built, desk)
    for outcome, means in MEANS.items():
        assert f"{outcome} {IN_WORDS[outcome]}\n{means}" in text


def test_every_link_within_the_page_leads_somewhere(built: BuiltSite, desk: Page) -> None:
    text_of(built, desk)
    leads = desk.evaluate(
        "[...document.querySelectorAll('article a[href^=\"#\"]')]"
        ".map(link => link.getAttribute('href').slice(1))"
    )
    ids = desk.evaluate("[...document.querySelectorAll('[id]')].map(each => each.id)")
    assert len(leads) > len(NAMES)
    assert set(leads) <= set(ids)
    assert len(set(ids)) == len(ids)


def test_an_example_that_is_not_valid_is_not_shown() -> None:
    examples: list[Shown] = [*whole_examples()]
    assert len({shown.id for shown in examples}) == len(examples)
    assert all(shown.rule.id == shown.id for shown in examples)

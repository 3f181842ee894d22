"""The Rego, under an engine that this project did not write."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, date, datetime
from typing import Any

import pytest
from rego_documents import REGO, Opa, checked, documents, told

from prevent.decide.decider import Decider
from prevent.reading.documents import Document
from prevent.requests.request import Request, RequestReader
from prevent.stock.rego import Rego
from prevent.targets.rego.target import Rego as Target
from prevent.targets.rego.text import comment, quoted
from random_rows import expected, random_asked
from sample_requests import AS_OF, POLICIES, rules

# How many are tried: rego-cpp takes a second for a request of the larger policies.
FACTS = {"policy": 25, "examples/college/policy": 2, "examples/students-union/policy": 3}
DOCUMENTS = {"policy": 40}


@pytest.mark.parametrize("policy", POLICIES)
def test_it_tells_what_the_reference_tells_of_facts(policy: str) -> None:
    rule_set = rules(policy).rule_set
    for seed, kind in enumerate(rule_set.kinds.values()):
        asked = random_asked(kind, rule_set, seed + 7, FACTS.get(policy, 4))
        wanted = [expected(rule_set, kind, each) for each in asked]
        assert Rego().decide(rule_set, kind, asked) == wanted


@pytest.mark.parametrize("policy", POLICIES)
def test_it_tells_what_a_check_tells_of_request_documents(policy: str) -> None:
    made = rules(policy)
    reader = RequestReader(made.rule_set.kinds, made.schemas)
    decider = Decider(made.rule_set, lambda _: None)
    opa = Opa(made, AS_OF)
    tried = 0
    beside = [document for _, document in documents(policy)]
    for document in beside[:: len(beside) // DOCUMENTS.get(policy, 5)]:
        said = opa.says(document.data)
        request = reader.read(document)
        if isinstance(request, Request):
            compare(said, request, document, decider)
        else:
            assert said["outcome"] == "not-valid", document.start
            assert not said["findings"]
            assert said["faults"] > 0
            assert said["denied"] > 0
        tried += 1
    assert tried > 2


def compare(said: dict[str, Any], request: Request, document: Document, decider: Decider) -> None:
    decision = decider.decide(request, AS_OF)
    named_by = {each.id: each.named_by for each in request.rules.fields if each.type == "list"}
    assert isinstance(document.data, dict)
    assert told(said, document.data, named_by) == checked(decision), document.start
    assert said["outcome"] == decision.outcome, document.start
    assert said["faults"] == 0
    assert said["denied"] == sum(each["outcome"] != "allowed" for each in said["findings"])


@pytest.fixture(scope="module")
def own() -> Opa:
    return Opa(rules("policy"), date(2026, 3, 10))


LEAFLET = {
    "kind": "leaflet",
    "title": "Open day",
    "requested_by": "staff",
    "source": "external-agency",
    "distribute_from": "2026-04-20",
}


def approved(*entries: tuple[str, str, str]) -> dict[str, object]:
    keys = ("role", "decision", "date")
    return LEAFLET | {"approvals": [dict(zip(keys, entry, strict=True)) for entry in entries]}


@pytest.mark.parametrize(
    "document",
    [
        {},
        {"kind": "coffee"},
        {"kind": None},
        [LEAFLET],
        "leaflet",
        LEAFLET | {"distribute_from": "2026-02-30"},
        LEAFLET | {"distribute_from": "20.4.2026"},
        LEAFLET | {"distribute_from": 20260420},
        LEAFLET | {"distribute_from": "2226-04-20"},
        LEAFLET | {"distribute_from": None},
        LEAFLET | {"source": "externalagency"},
        LEAFLET | {"source": True},
        LEAFLET | {"sauce": "learner"},
        LEAFLET | {"title": "  "},
        LEAFLET | {"related_to_programme": "perhaps"},
        LEAFLET | {"approvals": {"role": "managing-director"}},
        LEAFLET | {"approvals": ["granted"]},
        approved(("managing-directors", "granted", "2026-03-01")),
        approved(("managing-director", "approved", "2026-03-01")),
        approved(("managing-director", "granted", "2026-03-00")),
    ],
    ids=str,
)
def test_what_cannot_be_decided_is_denied(own: Opa, document: object) -> None:
    said = own.says(document)
    assert said["outcome"] == "not-valid"
    assert said["denied"] > 0
    assert said["findings"] == []


@pytest.mark.parametrize("yes", ["yes", "Yes", "YES", True])
@pytest.mark.parametrize("no", ["no", "No", "NO", False])
def test_yes_and_no_are_read_as_every_parser_gives_them(own: Opa, yes: object, no: object) -> None:
    said = [own.says(LEAFLET | {"related_to_programme": each}) for each in (yes, no)]
    assert [each["faults"] for each in said] == [0, 0]


def test_of_two_decisions_of_one_day_the_one_that_declines_stands(own: Opa) -> None:
    both = ("managing-director", "quality-director")
    granted = [(role, "granted", "2026-03-01") for role in both]
    assert own.says(approved(*granted))["outcome"] == "allowed"
    declined = ("managing-director", "declined", "2026-03-01")
    assert own.says(approved(declined, *granted))["outcome"] == "refused"
    again = ("managing-director", "granted", "2026-03-02")
    assert own.says(approved(declined, *granted, again))["outcome"] == "allowed"


def test_many_decisions_are_put_in_order_by_number(own: Opa) -> None:
    declined = [("managing-director", "declined", "2026-03-01")] * 12
    granted = [
        (role, "granted", "2026-03-02") for role in ("managing-director", "quality-director")
    ]
    assert own.says(approved(*declined, *granted))["outcome"] == "allowed"
    assert own.says(approved(*granted, *declined))["outcome"] == "allowed"


@pytest.mark.parametrize(
    ("asked", "day"),
    [
        ("plus_months(request.day_number(`2026-01-31`), 1)", "2026-02-28"),
        ("plus_months(request.day_number(`2024-01-31`), 1)", "2024-02-29"),
        ("plus_months(request.day_number(`2026-03-09`), 1)", "2026-04-09"),
        ("plus_months(request.day_number(`2026-03-31`), -1)", "2026-02-28"),
        ("plus_months(request.day_number(`2026-01-15`), -13)", "2024-12-15"),
        ("plus_weeks(request.day_number(`1969-12-30`), 1)", "1970-01-06"),
        ("plus_days(request.day_number(`1900-03-01`), -1)", "1900-02-28"),
        ("plus_days(request.day_number(`2199-12-31`), 1)", "2200-01-01"),
    ],
)
def test_days_are_counted_by_whole_numbers(asked: str, day: str) -> None:
    assert counted("policy", asked) == day


@pytest.mark.parametrize(
    ("start", "days", "day"),
    [
        ("2026-12-04", 2, "2026-12-08"),
        ("2026-12-05", 1, "2026-12-07"),
        ("2026-12-24", 1, "2026-12-29"),
        ("2026-12-29", -1, "2026-12-24"),
        ("2026-04-02", 5, "2026-04-13"),
    ],
)
def test_working_days_pass_over_weekends_and_bank_holidays(start: str, days: int, day: str) -> None:
    asked = f"plus_working_days(request.day_number(`{start}`), {days})"
    assert counted("examples/college/policy", asked) == day


def counted(policy: str, asked: str) -> object:
    query = f"x = data.prevent.request.written(data.prevent.request.{asked})"
    made = rules(policy)
    return Opa(made, AS_OF, query.replace("(request.", "(data.prevent.request.")).value({})


def test_the_day_of_the_check_is_today_unless_it_is_given() -> None:
    engine = REGO.Interpreter()
    for name, text in Target().files(rules("policy").rule_set, {}).items():
        if name.endswith(".rego"):
            engine.add_module(name, text)
    before = datetime.now(tz=UTC).date()
    said = engine.query("x = data.prevent.request.today")[0]["x"]
    assert before <= date.fromisoformat(said) <= datetime.now(tz=UTC).date()


HOSTILE = 'a"b\\c`d */ # {{ }} \n}\ndeny := set() \u2028 \u202e \U000e0041 é £'


def test_no_words_of_a_policy_are_anything_but_words() -> None:
    written = quoted(HOSTILE)
    lines = [written, *comment("title", HOSTILE)]
    assert all(line.isprintable() and "\n" not in line for line in lines)
    assert all(line.startswith("#") for line in lines[1:])
    engine = REGO.Interpreter()
    module = ("package a", "import rego.v1", *lines[1:], f"b := {written}")
    engine.add_module("a", "\n".join(module))
    assert engine.query("x = object.keys(data.a)")[0]["x"] == ["b"]


def test_duckdb_is_loaded_before_the_library_that_would_take_over_its_memory() -> None:
    program = (
        "import sys\nfrom prevent.stock.rego import rego_cpp\nrego_cpp()\n"
        "loaded = list(sys.modules)\nprint(loaded.index('regopy') - loaded.index('duckdb'))"
    )
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert int(ran.stdout) > 0

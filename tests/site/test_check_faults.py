"""The page finds the same faults in a request as the command line does, in the same words."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from check_in_page import (
    POLICIES,
    Checks,
    Json,
    checks_in,
    documents_of,
    on_command_line,
    place_of,
    rules,
    written,
)
from playwright.sync_api import Browser
from random_requests import Requests
from shown_site import PROJECT

from prevent.faults import Fault
from prevent.reading.documents import Document
from prevent.requests.request import Request, RequestReader
from processes import Prevent

AS_OF = date(2026, 3, 10)
LONG = "word " * 2_001
ODD: tuple[Any, ...] = (
    *([], ["kind: event"], "event", 12, True, {}, {"kind": None}, {"kind": ["event"]}, {"kind": 3}),
    *({"kind": "evnet", "date": "soon"}, {"kind": "Event"}, {"kind": {"event": 1}}),
    {"kind": "event", "__proto__": {"kind": "leaflet"}, "constructor": 1, "toString": "x"},
    {"kind": "event", "title": LONG, "notes": "é" * 10_000, "requested_by": 'st"aff'},
    {"kind": "event", "speakers": [{"name": "A"}] * 1_001, "date": "2026-04-31"},
    {"kind": "booking", "title": "x", "requested_by": "staff", "speakers": [], "outline": "x"},
    {"kind": "booking", "hosts_event": "no", "speakers": [{"nam": "A"}], "organiser": "unsure"},
    {"kind": "leaflet", "related_to_programme": "ja", "distribute_from": "2026-02-29"},
    {"kind": "leaflet", "related_to_programme": 1, "distribute_from": "20260220"},
    {"kind": "event", "advice": [{"role": "managing director"}, None, 3, {"rôle": "x"}]},
    {"kind": "event", "title": "\t", "notes": "\u3000 \xa0", "reference": "\u1680x"},
    {"outline": "shared", "kind": "booking", "hosts_event": "no", "date": "x"},
    {"kind": "event", "STRASSE": 1, "datE": "x", "requested-by": "x", "speaker": 1, "speakrs": 2},
)


@pytest.fixture(scope="module")
def checks(browser: Browser) -> Iterator[Checks]:
    with checks_in(browser) as checks:
        yield checks


def wanted(document: Document, policy: str) -> list[Fault]:
    made = rules(policy)
    kinds = dict(sorted(made.rule_set.kinds.items()))  # as they are read from published rules
    found = RequestReader(kinds, made.schemas).read(document)
    return [] if isinstance(found, Request) else found


def placed(said: Mapping[str, Any], document: Document) -> tuple[int, int, str, str]:
    return (*place_of(said, "path", document), said["message"], said["hint"])


def assert_same(checks: Checks, policy: str, documents: list[Document]) -> int:
    """The page finds in each of these documents what reading it finds; so many have faults."""
    found = checks.faults(policy, [document.data for document in documents])
    spoilt = 0
    for document, own in zip(documents, found, strict=True):
        where = f"{policy}, {len(documents)} documents: {document.data}"[:3_000]
        expected = [
            (fault.place.line, fault.place.column, fault.message, fault.hint)
            for fault in wanted(document, policy)
        ]
        assert [placed(each, document) for each in own] == expected, where
        spoilt += bool(expected)
    return spoilt


def test_every_case_that_is_not_valid_has_the_same_faults_on_the_page(checks: Checks) -> None:
    documents = documents_of(PROJECT / "tests" / "cases" / "not-valid")
    assert assert_same(checks, "policy", documents) > 40


@pytest.mark.parametrize("policy", POLICIES)
def test_a_spoiled_request_has_the_same_faults_on_the_page(
    checks: Checks, prevent: Prevent, policy: str, tmp_path: Path
) -> None:
    made = rules(policy)
    several = 250 if policy == "policy" else 60
    spoiled = [*ODD] if policy == "policy" else []
    for kind in made.rule_set.kinds.values():
        own = Requests(made.rule_set, kind, "spoiled")
        spoiled += [own.spoiled() for _ in range(several)]
    documents = written(spoiled, tmp_path / "spoiled.yaml")
    spoilt = assert_same(checks, policy, documents)
    assert spoilt > len(spoiled) * 0.8, (spoilt, len(spoiled))

    # What is read in this process is what the command line says.
    by_document: dict[int, list[str]] = {}
    for error in on_command_line(prevent, policy, tmp_path / "spoiled.yaml", AS_OF)["errors"]:
        by_document.setdefault(error["document"], []).append(error["message"])
    found = checks.faults(policy, spoiled)
    for document, own in zip(documents, found, strict=True):
        texts = [f"{each['message']} {each['hint']}".rstrip() for each in own]
        assert texts == by_document.get(document.number, []), document.data


@pytest.mark.parametrize("policy", POLICIES)
def test_the_page_knows_every_keyword_of_the_published_schemas(checks: Checks, policy: str) -> None:
    folder = PROJECT / policy / ".." / "rules" / "schemas"
    files = [json.loads(path.read_text(encoding="utf-8")) for path in folder.glob("*.schema.json")]
    schemas = [schema for each in files for schema in schemas_in(each)]
    assert len(schemas) > 50
    # An unknown keyword stops it whatever the value; what a known one says, where it concerns it.
    for value in (None, "x", 1, [], {}):
        calls = [(index, value) for index in range(len(schemas))]
        for schema, found in zip(
            schemas, checks.call("validate.js", "faults", calls, schemas), strict=True
        ):
            assert isinstance(found, list), (schema, found)
    # These are put in words as long as they do not stand together.
    assert not [schema for schema in schemas if {"enum", "type"} <= {*schema}]


def schemas_in(schema: Json) -> Iterator[Json]:
    """A schema and all schemas within it."""
    yield schema
    for key, below in schema.items():
        match key, below:
            case "properties", dict():
                for each in below.values():
                    yield from schemas_in(each)
            case "allOf", list():
                for each in below:
                    yield from schemas_in(each)
            case (("items" | "if" | "then" | "else"), dict()):
                yield from schemas_in(below)


def test_a_keyword_that_the_page_does_not_know_stops_it(checks: Checks) -> None:
    for keyword in ("oneOf", "patternProperties", "minLength", "$ref", "exclusiveMinimum"):
        schemas = [{"type": "object", "properties": {"title": {keyword: 1}}}]
        [answer] = checks.call("validate.js", "faults", [(0, {"title": "x"})], schemas)
        assert keyword in answer["thrown"]


PEOPLE = {"type": "object", "properties": {"people": {"type": "integer", "minimum": 0}}}


def test_numbers_are_shown_as_they_are_written(checks: Checks) -> None:
    numbers = [2.5, -0.25, 1e-05, 0.0001, 1234567.5, 1e100, 123456789.125, -3, 1.5e-7]
    found = checks.call(
        "validate.js", "faults", [(0, {"people": each}) for each in numbers], [PEOPLE]
    )
    for number, faults in zip(numbers, found, strict=True):
        assert f"'people' is {number}" in faults[0]["message"]


def test_a_number_written_with_a_point_is_no_whole_number(checks: Checks) -> None:
    asked = """async (schema) => {
        const { faults } = await import("/validate.js");
        const { DecimalNumber } = await import("/quoting.js");
        const people = [new DecimalNumber(2), new DecimalNumber(-0), new DecimalNumber(1e16), 12n];
        return people.map((each) => faults(schema, { people: each }).map(({ message }) => message));
    }"""
    found = [f"'people' is {each}, but a whole number is expected." for each in (2.0, -0.0, 1e16)]
    assert checks.page.evaluate(asked, PEOPLE) == [*([each] for each in found), []]

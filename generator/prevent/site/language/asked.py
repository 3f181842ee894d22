"""What a condition may ask, and every way to write a day, each with an example and its words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from prevent.dates import UNITS
from prevent.fields.field import Field
from prevent.fields.types import FIELD_TYPES
from prevent.policy.wording import sentence_case
from prevent.reading.documents import Value, parse_documents
from prevent.requirements.day import LONGEST, TODAY, WRITTEN
from prevent.rules.condition_words import condition_words
from prevent.site.language.examples import organisation
from prevent.site.language.keys import Schema


@dataclass(frozen=True, slots=True)
class Sample:
    """Something as it is written in a rule, what it means, and what staff read."""

    written: str
    means: str
    reads: str


@dataclass(frozen=True, slots=True)
class Type:
    """A type of field: what a request writes, and every test a condition may make of it."""

    name: str
    written: str
    tests: tuple[Sample, ...]


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of periods, and the most of it there may be."""

    written: str
    longest: int


def days() -> tuple[Sample, ...]:
    """Every way to write a day."""
    setting = organisation().setting
    return tuple(
        Sample(written, means, setting.moment_words(setting.day(_value(written))))
        for written, means in WRITTEN.items()
    )


def units() -> tuple[Unit, ...]:
    """Every unit of a period."""
    return tuple(Unit(f"{{{unit}: 2}}", LONGEST[unit]) for unit in UNITS)


def types() -> Iterator[Type]:
    """Every type of field, with the tests that a condition may make of such a field."""
    for name, kind in FIELD_TYPES.items():
        field = organisation().fields[organisation().first_field(name)]
        tests = tuple(_sample(written, "") for written in _tests(field))
        yield Type(name, kind.written, tests)


def joined() -> Iterator[Sample]:
    """The keys of a condition that are no fields, each with an example."""
    fields = organisation().fields
    one, other = (next(_tests(fields[name])) for name in ("source", "open_to_public"))
    schemas = _condition_schemas()
    examples = {
        "all": f"[{{{one}}}, {{{other}}}]",
        "any": f"[{{{one}}}, {{{other}}}]",
        "not": f"{{{one}}}",
        "condition": str(next(iter(organisation().conditions.named))),
        "kind": organisation().procedure.kind,
    }
    for name in schemas.keys() - fields.keys() - _inner():
        assert name in examples, name
    for name, example in examples.items():
        own = schemas[name]
        means = str(own.get("description") or _defined(own)["description"])
        if name == "kind":
            # Staff never read it: a procedure's page has its own kind only.
            yield Sample(f"{name}: {example}", means, "")
        else:
            yield _sample(f"{name}: {example}", means)


def _tests(field: Field) -> Iterator[str]:
    """Each test of a field as it is written: an answer, answers, and every test that has a name."""
    schema = _condition_schemas()[field.id]
    if "if" in schema:
        several = schema["else"]["then"]
        answers = [str(each) for each in several["items"]["enum"] if isinstance(each, str)]
        yield f"{field.id}: {answers[0]}"
        yield f"{field.id}: [{', '.join(answers[:2])}]"
        schema = schema["then"]
    for test, operand in schema["properties"].items():
        yield f"{field.id}: {{{test}: {_operand(operand)}}}"


def _operand(schema: Schema) -> str:
    own = _defined(schema) if "$ref" in schema else schema
    if schema.get("$ref") == "#/$defs/day":
        return TODAY
    return str(own["enum"][0]) if "enum" in own else "10"


def _sample(written: str, means: str) -> Sample:
    own = organisation()
    value = _value(written)
    return Sample(
        written,
        means,
        sentence_case(condition_words(own.conditions.condition(value), own.setting)),
    )


def _condition_schemas() -> Mapping[str, Schema]:
    found: Mapping[str, Schema] = organisation().schema["$defs"]["condition"]["properties"]
    return found


def _defined(schema: Schema) -> Schema:
    name = str(schema["$ref"]).rpartition("/")[2]
    found: Schema = organisation().schema["$defs"][name]
    return found


def _inner() -> set[str]:
    """The fields of lists' items: a condition may ask of them where a rule looks at each item."""
    return {each.id for field in organisation().fields.values() for each in field.fields}


def _value(written: str) -> Value:
    [document], _ = parse_documents(written.encode(), name="example")
    return document.data

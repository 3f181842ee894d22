"""The keys of a policy's files in plain words, read from the schemas that check them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, TypeAlias

from prevent.fields.types import NO, YES
from prevent.policy.wording import listed, sentence_case
from prevent.reading.written_dates import FORMS

Schema: TypeAlias = Mapping[str, Any]

_REFERENCE = "#/$defs/"

SECTIONS: Mapping[str, tuple[str, str]] = {
    "requirement": ("what a rule may require", "requirements"),
    "condition": ("conditions", "conditions"),
    "day": ("how to write one", "days"),
    "plain-day": ("how to write one", "days"),
    "period": ("how to write one", "periods"),
}
"""The definitions of a procedure's schema that have a section of their own on the page."""

_FAILURES = ("the failures of what is required, by name", "requirements")


@dataclass(frozen=True, slots=True)
class Value:
    """A value that a key may have, and what it means; empty where the name says it."""

    name: str
    means: str


@dataclass(frozen=True, slots=True)
class Key:
    """A key: what may be written under it, in plain words, and what it is for.

    ``leads_to`` are the title and the anchor of what stands under it in turn, if anything does.
    """

    name: str
    anchor: str
    required: bool
    written: str
    description: str
    values: tuple[Value, ...] = ()
    leads_to: tuple[str, str] | None = None


@dataclass(slots=True)
class Group:
    """Keys that stand together. ``notes`` say which of them belong together, or cannot."""

    title: str
    anchor: str
    description: str
    keys: list[Key] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def groups(
    schema: Schema,
    anchor: str,
    *,
    root: Schema | None = None,
    sections: Mapping[str, tuple[str, str]] | None = None,
) -> tuple[Group, ...]:
    """Every group of keys of a schema, that of the whole file first.

    ``root`` is the schema in which references lead, where ``schema`` is only a part of it, and
    ``sections`` are its definitions that the page explains elsewhere: title and anchor by name.
    """
    walk = _Walk(root or schema, anchor, sections or {})
    walk.group(schema, anchor, str(schema.get("title", "")))
    return tuple(walk.found.values())


class _Walk:
    """Walks a schema: each group of keys once, however often it is referred to."""

    def __init__(self, root: Schema, anchor: str, sections: Mapping[str, tuple[str, str]]) -> None:
        self.found: dict[str, Group] = {}
        self._sections = sections
        self._root = root
        self._anchor = anchor

    def group(self, schema: Schema, anchor: str, title: str) -> tuple[str, str]:
        """The title and anchor of the group of keys that this object has."""
        if anchor not in self.found:
            group = Group(title, anchor, str(schema.get("description", "")))
            self.found[anchor] = group
            required, failing = schema.get("required", ()), _failing(schema)
            for name, below in schema.get("properties", {}).items():
                key = self._key(name, below, anchor, required=name in required)
                group.keys.append(replace(key, leads_to=_FAILURES) if name in failing else key)
            group.notes += dict.fromkeys(_notes(schema))
        return self.found[anchor].title, anchor

    def _key(self, name: str, below: Schema, anchor: str, *, required: bool) -> Key:
        own = self._resolved(below)
        at = f"{anchor}-{_anchor(name)}"
        return Key(
            name=name,
            anchor=at,
            required=required,
            written=sentence_case(self._written(below)),
            description=str(below.get("description", own.get("description", ""))),
            values=tuple(self._values(below)),
            leads_to=self._below(name, below, at),
        )

    def _resolved(self, schema: Schema) -> Schema:
        reference = str(schema.get("$ref", ""))
        if not reference:
            return schema
        found: Schema = self._root["$defs"][reference.removeprefix(_REFERENCE)]
        return found

    def _section(self, schema: Schema) -> tuple[str, str] | None:
        return self._sections.get(str(schema.get("$ref", "")).removeprefix(_REFERENCE))

    def _written(self, schema: Schema) -> str:
        """What may be written, as part of a sentence."""
        own = self._resolved(schema)
        if _is_yes_no(own):
            return "yes or no"
        if "enum" in own:
            return "one of these"
        if "if" in own and "type" not in own and not self._section(schema):
            return f"{self._written(own['else'])}, or {self._written(own['then'])}"
        types = own.get("type", ())
        types = (types,) if isinstance(types, str) else tuple(types)
        text = self._of_type(schema, own, types)
        return f"{text}; may be left empty" if "null" in types else text

    def _of_type(self, schema: Schema, own: Schema, types: tuple[str, ...]) -> str:
        section = self._section(schema)
        if section:
            return {"days": "a day", "periods": "a period"}.get(section[1], "keys of its own")
        if "array" in types:
            return _list_of(self._written(own["items"]))
        if "object" in types:
            return self._mapping(own)
        if "integer" in types:
            return " ".join(["a whole number", *_limits(own)])
        if "format" in own:
            written, example = FORMS[own["format"]]
            return f"`{written}`, such as {example}"
        if "$ref" in schema:
            text = str(own["description"]).rstrip(".")
            return text[:1].lower() + text[1:]
        expected = str(own.get("x-expected", "")).rstrip(".")
        return f"text ({expected[:1].lower()}{expected[1:]})" if expected else "text"

    def _mapping(self, own: Schema) -> str:
        values = own.get("additionalProperties")
        if "propertyNames" in own and isinstance(values, Mapping):
            key = self._written(own["propertyNames"])
            return f"keys of its own: each key is {key}, each value {self._written(values)}"
        return "keys of its own"

    def _values(self, schema: Schema) -> Iterator[Value]:
        own = self._resolved(schema)
        if "enum" in own and not _is_yes_no(own):
            means = own.get("enumDescriptions", [""] * len(own["enum"]))
            for value, meaning in zip(own["enum"], means, strict=True):
                yield Value(str(value), str(meaning))
        elif "items" in own:
            yield from self._values(own["items"])
        elif "else" in own and "type" not in own:
            yield from self._values(own["else"])

    def _below(self, name: str, schema: Schema, anchor: str) -> tuple[str, str] | None:
        """What stands under a key in turn: a section of the page, or a group of keys."""
        section = self._section(schema)
        if section:
            return section
        own = self._resolved(schema)
        if "items" in own:
            return self._below(name, own["items"], anchor)
        if "then" in own and "type" not in own:
            return self._below(name, own["then"], anchor)
        if "properties" not in own:
            return None
        defined = str(schema.get("$ref", "")).removeprefix(_REFERENCE)
        title = str(own.get("title", "")) or sentence_case(name.replace("_", " "))
        # A key has its own anchor, so what stands under it has another.
        at = f"{self._anchor}.{_anchor(defined)}" if defined else f"{anchor}.keys"
        return self.group(own, at, title)


def _failing(schema: Schema) -> set[str]:
    """The keys whose own keys are the failures of what is required beside them."""
    parts = [
        part for part in schema.get("allOf", ()) if "require" in part["if"].get("required", ())
    ]
    return {name for part in parts for name in part["then"]["properties"]}


def _limits(schema: Schema) -> Iterator[str]:
    if "minimum" in schema:
        yield f"from {schema['minimum']}"
    if "maximum" in schema:
        yield f"to {schema['maximum']}"


def _list_of(entry: str) -> str:
    if entry in {"keys of its own", "one of these", "text"}:
        return {"keys of its own": "a list", "one of these": "a list of these"}.get(
            entry, "a list of texts"
        )
    return f"a list; each entry is {entry}"


def _is_yes_no(schema: Schema) -> bool:
    return "enum" in schema and set(map(str, schema["enum"])) <= set(map(str, (*YES, *NO)))


def _notes(schema: Schema) -> Iterator[str]:
    """Which keys belong together: what is expected of a group, and what one key asks of others."""
    if {"oneOf", "anyOf"} & schema.keys() and "x-expected" in schema:
        yield str(schema["x-expected"])
    for part in (schema, *schema.get("allOf", ())):
        for branch, where in zip(("then", "else"), _where(part.get("if", {})), strict=True):
            below = part.get(branch, {})
            if where and below.get("required"):
                names = [f"`{name}`" for name in below["required"]]
                are = "is" if len(names) == 1 else "are"
                yield f"{listed(names)} {are} required where {where}."
            for name, why in _refused(below):
                yield f"`{name}`: {why}"
            if "x-expected" in below:
                yield f"Where {where}: {below['x-expected']}"


def _refused(schema: Schema, above: str = "") -> Iterator[tuple[str, str]]:
    """The keys that a part of a schema refuses, each with why."""
    for name, below in schema.get("properties", {}).items():
        if "x-why" in below:
            yield f"{above}{name}", str(below["x-why"])
        else:
            yield from _refused(below, f"{above}{name}: ")


def _where(test: Schema) -> tuple[str, str]:
    """When a test holds, and when not: ``type is list``. Empty where it asks for more than that."""
    properties: Schema = test.get("properties", {})
    if not properties and "required" in test:
        names = listed([f"`{name}`" for name in test["required"]])
        return f"there is {names}", f"there is no {names}"
    parts = []
    for name, value in properties.items():
        values = value.get("enum", [value["const"]] if "const" in value else [])
        if not values:
            return "", ""
        parts.append(f"`{name}` is {listed([f'`{each}`' for each in values], 'or')}")
    return listed(parts), ""


def _anchor(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", name.lower())

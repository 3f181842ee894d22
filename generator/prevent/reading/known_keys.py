"""Which keys a schema knows for a mapping, through everything that applies to the mapping."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from jsonschema.protocols import Validator

from prevent.reading.branches import Schema, choose, resolve


@dataclass(slots=True)
class Known:
    """The keys by name (with ``False`` for those that are never allowed), and by pattern."""

    names: dict[str, bool] = field(default_factory=dict)
    patterns: list[str] = field(default_factory=list)
    any_key: bool = False

    def has(self, key: str) -> bool:
        """Whether the schema has something to say of this key."""
        if self.any_key or key in self.names:
            return True
        return any(re.search(pattern, key) for pattern in self.patterns)

    @property
    def allowed(self) -> list[str]:
        """The names that may be given, in the order of the schema."""
        return [name for name, allowed in self.names.items() if allowed]


def known_keys(
    schema: Schema,
    value: dict[str, Any],
    root: Mapping[str, Any],
    validator: Validator,
    *,
    whole: bool,
) -> Known:
    """The keys that ``schema`` knows for ``value``; if ``whole``, with what its parts know.

    Parts that must hold anyway (``allOf``, ``$ref``) count whether or not they hold: where they do
    not, that is a fault of its own, and their keys are no less known for it.
    """
    known = Known()
    schemas = _applying(schema, value, root, validator) if whole else iter([schema])
    for number, part in enumerate(schemas):
        if not isinstance(part, Mapping):
            continue
        for name, below in part.get("properties", {}).items():
            known.names[name] = known.names.get(name, True) and not never(below)
        known.patterns.extend(part.get("patternProperties", {}))
        if number and (
            part.get("additionalProperties") is not None
            or part.get("unevaluatedProperties") is not None
        ):
            known.any_key = True
    return known


def never(schema: Schema) -> bool:
    """Whether a schema allows nothing at all: ``false``, or ``not`` of everything."""
    return schema is False or (isinstance(schema, Mapping) and schema.get("not") in ({}, True))


def _applying(
    schema: Schema, value: dict[str, Any], root: Mapping[str, Any], validator: Validator
) -> Iterator[Schema]:
    """The schema and every part of it that applies to this very mapping."""
    yield schema
    if not isinstance(schema, Mapping):
        return
    parts: list[Schema] = list(schema.get("allOf", ()))
    if "$ref" in schema:
        parts.append(resolve(schema, root))
    for keyword in ("oneOf", "anyOf"):
        parts += _meant(schema.get(keyword, ()), value, root, validator)
    if "if" in schema:
        holds = validator.evolve(schema=schema["if"]).is_valid(value)
        parts += [schema["if"]] if holds else []
        parts.append(schema.get("then" if holds else "else", True))
    parts += [part for key, part in schema.get("dependentSchemas", {}).items() if key in value]
    for part in parts:
        yield from _applying(part, value, root, validator)


def _meant(
    branches: list[Schema], value: dict[str, Any], root: Mapping[str, Any], validator: Validator
) -> list[Schema]:
    if not branches:
        return []
    among = choose(value, branches, root).among or range(len(branches))
    meant = [branches[number] for number in among]
    if len(meant) == 1:
        return meant
    return [part for part in meant if validator.evolve(schema=part).is_valid(value)] or meant

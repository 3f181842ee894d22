"""Which branch of ``oneOf`` or ``anyOf`` a value means.

A branch is told by a key whose value is fixed (``kind: event``), by the one key it requires
(``all: […]``), or by the type of the value, in this order. Only references within the schema
itself (``#/$defs/…``) are followed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

Schema: TypeAlias = Mapping[str, Any] | bool
"""A schema as read from its file: values of any kind, as jsonschema takes them."""

_TYPES: dict[str, tuple[type, ...]] = {
    "object": (dict,),
    "array": (list,),
    "string": (str,),
    "boolean": (bool,),
    "null": (type(None),),
}


@dataclass(frozen=True, slots=True)
class Choice:
    """What could be told of the branches.

    ``among`` are the branches still possible, by number. ``key`` is the key that tells them
    apart, with every ``value`` it may have in ``options``; or, where ``key`` is empty,
    ``options`` are the keys of which one is to be given (``several`` of them were, or none).
    """

    among: tuple[int, ...]
    key: str = ""
    options: tuple[str, ...] = ()
    several: tuple[str, ...] = ()


def resolve(schema: Schema, root: Mapping[str, Any]) -> Schema:
    """The schema that a chain of local references leads to; itself where there is none."""
    seen = 0
    while isinstance(schema, Mapping) and isinstance(schema.get("$ref"), str) and seen < 20:
        target: Any = root
        for written in schema["$ref"].removeprefix("#").split("/")[1:]:
            step = written.replace("~1", "/").replace("~0", "~")
            target = target[int(step)] if isinstance(target, list) else target[step]
        schema = target
        seen += 1
    return schema


def choose(value: object, branches: Sequence[Schema], root: Mapping[str, Any]) -> Choice:
    """The branches that ``value`` can mean, or why it means none of them."""
    resolved = [resolve(branch, root) for branch in branches]
    everything = tuple(range(len(branches)))
    fitting = tuple(number for number in everything if _type_fits(value, resolved[number]))
    if not isinstance(value, dict) or len(fitting) < 2:
        return Choice(fitting or everything)
    candidates = [resolved[number] for number in fitting]
    choice = _by_fixed_value(value, candidates, root) or _by_required_key(value, candidates)
    if choice is None:
        return Choice(fitting)
    among = tuple(fitting[number] for number in choice.among)
    return Choice(among, choice.key, choice.options, choice.several)


def types_of(schema: Schema) -> tuple[str, ...]:
    """The types a schema names, in its order."""
    named = schema.get("type", ()) if isinstance(schema, Mapping) else ()
    return (named,) if isinstance(named, str) else tuple(named)


def is_of_type(value: object, names: tuple[str, ...]) -> bool:
    """Whether a value is of one of these types, as schemas name them."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return "number" in names or ("integer" in names and isinstance(value, int))
    return any(isinstance(value, _TYPES.get(name, ())) for name in names)


def _type_fits(value: object, schema: Schema) -> bool:
    names = types_of(schema)
    return is_of_type(value, names) if names else schema is not False


def _by_fixed_value(
    value: dict[str, object], schemas: Sequence[Schema], root: Mapping[str, Any]
) -> Choice | None:
    fixed = [_fixed_values(schema, root) for schema in schemas]
    shared = [key for key in fixed[0] if all(key in others for others in fixed[1:])]
    for key in shared:
        options = tuple(dict.fromkeys(option for others in fixed for option in others[key]))
        if any(len(others[key]) == len(options) for others in fixed):
            continue
        given = value.get(key)
        among = tuple(number for number, others in enumerate(fixed) if given in others[key])
        return Choice(among, key, options)
    return None


def _fixed_values(schema: Schema, root: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    """The texts each key of a schema may have, for those keys where they are listed."""
    if not isinstance(schema, Mapping):
        return {}
    found: dict[str, tuple[str, ...]] = {}
    for part in schema.get("allOf", ()):
        found |= _fixed_values(resolve(part, root), root)
    for key, below in schema.get("properties", {}).items():
        target = resolve(below, root)
        if isinstance(target, Mapping):
            options = [target["const"]] if "const" in target else target.get("enum", ())
            if options and all(isinstance(option, str) for option in options):
                found[key] = tuple(options)
    return found


def _by_required_key(value: dict[str, object], schemas: Sequence[Schema]) -> Choice | None:
    needed = [
        tuple(schema.get("required", ())) if isinstance(schema, Mapping) else ()
        for schema in schemas
    ]
    # A key that every branch requires tells nothing.
    common = set(needed[0]).intersection(*needed[1:])
    telling = [tuple(key for key in keys if key not in common) for keys in needed]
    if not all(telling):
        return None
    counts = [sum(key in value for key in keys) for keys in telling]
    whole = tuple(number for number, keys in enumerate(telling) if counts[number] == len(keys))
    options = tuple(dict.fromkeys(key for keys in telling for key in keys))
    if len(whole) > 1 and all(len(telling[number]) == 1 for number in whole):
        return Choice((), "", options, tuple(telling[number][0] for number in whole))
    most = max(counts)
    nearest = tuple(number for number, count in enumerate(counts) if count == most > 0)
    return Choice(whole or nearest, "", options)

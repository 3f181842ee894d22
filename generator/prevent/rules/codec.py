"""The rule set as JSON and back.

Every dataclass is an object with its fields as keys; a field that has its usual value is left out,
so that the files under ``rules/`` stay short enough to be read.
"""

from __future__ import annotations

import types
from collections.abc import Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from functools import cache
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from prevent.conditions import json_form
from prevent.conditions.json_form import Json
from prevent.conditions.tree import Condition, Day, Moment

Noun = TypeVar("Noun")


def encode(value: object, hint: object = None) -> Json:
    """A dataclass, or a list or mapping of them, as JSON."""
    if hint == Condition:
        return json_form.encode(cast("Condition", value))
    if isinstance(value, Moment | Day):
        return json_form.encode_moment(value)
    if isinstance(value, Mapping):
        return {str(key): encode(item) for key, item in value.items()}
    if isinstance(value, (tuple, list)):
        return [encode(item) for item in value]
    if is_dataclass(value) and not isinstance(value, type):
        hints = _hints(type(value))
        return {
            each.name: encode(getattr(value, each.name), hints[each.name])
            for each in fields(value)
            if not _is_usual(each, getattr(value, each.name))
        }
    assert value is None or isinstance(value, (str, int))
    return value


def decode(noun: type[Noun], data: object) -> Noun:
    """The dataclass that :func:`encode` wrote.

    Raises ``ValueError``, ``KeyError`` or ``TypeError`` for anything else.
    """
    return cast("Noun", _decode(noun, data))


def _decode(hint: Any, data: object) -> object:  # noqa: ANN401 (a type, as Python knows them)
    if hint == Condition:
        return json_form.decode(data)
    if is_dataclass(hint):
        return _decode_noun(cast("type[object]", hint), data)
    if hint is object:
        return data
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is tuple:
        return tuple(_decode(arguments[0], item) for item in _list(data))
    if origin is Mapping:
        return {key: _decode(arguments[1], item) for key, item in _object(data).items()}
    if origin in {types.UnionType, Union}:
        if Moment in arguments:
            return None if data is None else json_form.decode_moment(data)
        return None if data is None else _decode(arguments[0], data)
    if not isinstance(data, (str, int)):
        raise TypeError(f"not a value: {data!r}")
    return data


def _decode_noun(noun: type[object], data: object) -> object:
    hints = _hints(cast("Any", noun))
    return noun(**{key: _decode(hints[key], value) for key, value in _object(data).items()})


@cache
def _hints(noun: Any) -> dict[str, Any]:  # noqa: ANN401 (as above)
    return get_type_hints(noun)


def _is_usual(each: Field[Any], value: object) -> bool:
    if each.default is not MISSING:
        return bool(value == each.default)
    return each.default_factory is not MISSING and bool(value == each.default_factory())


def _list(data: object) -> list[object]:
    if not isinstance(data, list):
        raise TypeError(f"not a list: {data!r}")
    return data


def _object(data: object) -> dict[str, object]:
    if not isinstance(data, dict):
        raise TypeError(f"not an object: {data!r}")
    return data

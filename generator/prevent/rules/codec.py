"""The rule set as JSON and back.

Every dataclass is an object with its fields as keys; a field that has its usual value is left out,
so that the files under ``rules/`` stay short enough to be read.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from functools import cache, partial
from typing import Any, TypeAlias, TypeVar, cast

from prevent.conditions import json_form
from prevent.conditions.json_form import Json
from prevent.conditions.tree import Condition, Day, Moment

Noun = TypeVar("Noun")

Reader: TypeAlias = Callable[[object], object]
"""Gives the value that stands in JSON so."""


def encode(value: object, annotation: object = None) -> Json:
    """A dataclass, or a list or mapping of them, as JSON."""
    if annotation == "Condition":
        return json_form.encode(cast("Condition", value))
    if isinstance(value, Moment | Day):
        return json_form.encode_moment(value)
    if isinstance(value, Mapping):
        return {str(key): encode(item) for key, item in value.items()}
    if isinstance(value, (tuple, list)):
        return [encode(item) for item in value]
    if is_dataclass(value) and not isinstance(value, type):
        return {
            each.name: encode(getattr(value, each.name), each.type)
            for each in fields(value)
            if not _is_usual(each, getattr(value, each.name))
        }
    assert value is None or isinstance(value, (str, int))
    return value


def decode(noun: type[Noun], data: object) -> Noun:
    """The dataclass that :func:`encode` wrote.

    Raises ``ValueError``, ``KeyError`` or ``TypeError`` for anything else.
    """
    return cast("Noun", _noun(noun, data))


def _noun(noun: Any, data: object) -> object:  # noqa: ANN401 (a class, as ``fields`` takes it)
    read = _readers(noun)
    return noun(**{key: read[key](value) for key, value in _object(data).items()})


@cache
def _readers(noun: Any) -> dict[str, Reader]:  # noqa: ANN401 (as above)
    """What reads each field of a noun, by its annotation. A check waits for no more than that."""
    names = vars(sys.modules[noun.__module__])
    return {each.name: _reader(str(each.type), names) for each in fields(noun)}


def _reader(annotation: str, names: Mapping[str, object]) -> Reader:
    """What reads a value annotated so: ``tuple[Part, ...]``, ``Mapping[str, str]``, ``str``."""
    if annotation.startswith("tuple[") and annotation.endswith(", ...]"):
        item = _reader(annotation[6:-6], names)
        return lambda data: tuple(map(item, _list(data)))
    if annotation.startswith("Mapping[str, "):
        item = _reader(annotation[13:-1], names)
        return lambda data: {key: item(value) for key, value in _object(data).items()}
    if annotation.endswith(" | None"):
        item = _reader(annotation[:-7], names)
        return lambda data: None if data is None else item(data)
    if annotation in _OWN_FORMS:
        return _OWN_FORMS[annotation]
    noun = names.get(annotation)
    return partial(_noun, noun) if is_dataclass(noun) and isinstance(noun, type) else _value


def _value(data: object) -> object:
    if not isinstance(data, (str, int)):
        raise TypeError(f"not a value: {data!r}")
    return data


_OWN_FORMS: Mapping[str, Reader] = {
    "Condition": json_form.decode,
    "Dated": json_form.decode_moment,
    "object": lambda data: data,
}
"""The annotations of what has a form of its own in JSON."""


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

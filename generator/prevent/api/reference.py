"""The names that programs may rely on, as their own docstrings describe them."""

from __future__ import annotations

import inspect
from collections.abc import Iterator, Mapping
from dataclasses import is_dataclass
from typing import Any, ForwardRef, get_args, get_origin

import prevent
from prevent.policy.outcomes import MEANS
from prevent.site.programs import Argument, CommandEntry, Name, Part, Programs

__all__ = ["Argument", "CommandEntry", "Programs", "python_names"]

_WIDEST = 76

_CHOICES = {
    "Outcome": "What a request comes to.",
    "WaiverStatus": "What becomes of a waiver.",
}
"""Names of texts to choose from can have no docstring."""

_MEANS: Mapping[str, Mapping[Any, str]] = {"Outcome": MEANS, "WaiverStatus": {}}


class _AsWritten:
    """An annotation, as the source has it."""

    def __init__(self, annotation: object) -> None:
        known = annotation.__forward_arg__ if isinstance(annotation, ForwardRef) else annotation
        self._text = known if isinstance(known, str) else inspect.formatannotation(known)

    def __repr__(self) -> str:
        return self._text


def python_names() -> tuple[Name, ...]:
    """Each name of ``prevent.__all__``, ``Policy`` first, for it is where a program begins."""
    names = sorted(prevent.__all__, key=lambda name: (name != "Policy", name.startswith("_"), name))
    return tuple(_name(name, getattr(prevent, name)) for name in names)


def _name(name: str, value: object) -> Name:
    if isinstance(value, type):
        return Name(name, inspect.getdoc(value) or "", _fields(value), tuple(_parts(value)))
    if get_origin(value) is not None:
        parts = [Part("", repr(each), _MEANS[name].get(each, "")) for each in get_args(value)]
        return Name(name, _CHOICES[name], "", tuple(parts))
    return Name(name, "The version of the package, as text.", "", ())


def _fields(kind: type) -> str:
    """What it holds, a field a line; nothing where it says of nothing that it does."""
    if not (is_dataclass(kind) or issubclass(kind, tuple)):
        own = vars(kind).get("__annotations__", {})
        return "\n".join(f"{name}: {_AsWritten(each)!r}" for name, each in own.items())
    return "\n".join(str(each) for each in _signature(kind).parameters.values())


def _parts(kind: type) -> Iterator[Part]:
    """The methods and properties that a class of ours has of its own."""
    for name, member in vars(kind).items():
        if name.startswith("_") or not inspect.getdoc(member):
            continue
        if isinstance(member, property):
            given = _AsWritten(inspect.signature(member.fget).return_annotation)  # type: ignore[arg-type] # each has one
            yield Part(name, f"{name}: {given!r}", inspect.getdoc(member) or "")
        elif inspect.isfunction(member) or isinstance(member, classmethod):
            yield Part(name, _call(name, getattr(kind, name)), inspect.getdoc(member) or "")


def _call(name: str, function: object) -> str:
    """How it is called; an argument a line, where they do not fit in one."""
    assert callable(function)
    signature = _signature(function)
    given = [each for each in signature.parameters.values() if each.name != "self"]
    own = signature.replace(parameters=given)
    if len(name) + len(str(own)) <= _WIDEST:
        return f"{name}{own}"
    lines: list[str] = []
    for each in given:
        if each.kind is each.KEYWORD_ONLY and "    *," not in lines:
            lines.append("    *,")
        lines.append(f"    {each},")
    returned = str(own.replace(parameters=())).removeprefix("()")
    return "\n".join([f"{name}(", *lines, f"){returned}"])


def _signature(function: object) -> inspect.Signature:
    assert callable(function)
    signature = inspect.signature(function)
    parameters = [
        each.replace(annotation=_AsWritten(each.annotation), default=_shown(each.default))
        for each in signature.parameters.values()
    ]
    returned = signature.return_annotation
    if returned is signature.empty or not returned:
        return signature.replace(parameters=parameters)
    return signature.replace(parameters=parameters, return_annotation=_AsWritten(returned))


def _shown(default: object) -> object:
    """A default as a program would write it; what has no such form as an ellipsis."""
    plain = default is None or isinstance(default, str | int | tuple)
    return default if plain or default is inspect.Parameter.empty else _AsWritten("...")

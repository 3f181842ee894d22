"""What a broken rule of a schema means, in plain words: one function for each keyword."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from jsonschema import ValidationError

from prevent.faults import Fault, Place
from prevent.reading.branches import choose, is_of_type, resolve, types_of
from prevent.reading.nearest import did_you_mean, one_of
from prevent.reading.places import Document, Path, value_at
from prevent.reading.quoting import as_written, quoted, safe
from prevent.reading.written_dates import FORMS, about_date

_EXPECTED = {
    "string": "text",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
    "array": "a list",
    "object": "a group of keys",
    "null": "nothing",
}
_UNKNOWN_KEY = ("additionalProperties", "unevaluatedProperties")
_YES_NO = {"yes": "true", "on": "true", "true": "true", "no": "false", "off": "false"} | {
    "false": "false"
}


@dataclass(frozen=True, slots=True)
class Wrong:
    """One error of jsonschema, in the document it was found in, below the path ``at``."""

    error: ValidationError
    document: Document
    at: Path
    root: Mapping[str, Any]

    @property
    def path(self) -> Path:
        """The path of the value in the document."""
        return (*self.at, *self.error.absolute_path)

    @property
    def value(self) -> Any:  # noqa: ANN401 - a value of the document, told apart by keyword
        """The value that is wrong."""
        return self.error.instance

    @property
    def rule(self) -> Any:  # noqa: ANN401 - what the schema gives the keyword
        """What the schema says for the keyword that is not met."""
        return self.error.validator_value

    @property
    def schema(self) -> Mapping[str, Any]:
        """The schema that the keyword stands in."""
        return self.error.schema if isinstance(self.error.schema, Mapping) else {}

    @property
    def expected(self) -> str:
        """What the schema's author says is expected here, or nothing."""
        return str(self.schema.get("x-expected", ""))

    @property
    def subject(self) -> str:
        """What the fault speaks of, to start a sentence with."""
        return subject(self.path)

    @property
    def is_key(self) -> bool:
        """Whether the error is about a key (``propertyNames``) rather than the value there."""
        whole = value_at(self.document.data, self.path)
        return isinstance(whole, dict) and isinstance(self.value, str)

    def fault(self, message: str, hint: str = "", *, below: Path = (), key: bool = False) -> Fault:
        """A fault at this value, at what stands ``below`` it, or at its key."""
        return Fault(self._place((*self.path, *below), key=key), message, hint)

    def _place(self, path: Path, *, key: bool) -> Place:
        return self.document.key_place(path) if key else self.document.place(path)


def subject(path: Path) -> str:
    """A value by its path, to start a sentence with: ``'title'``, ``Item 2 of 'speakers'``."""
    items: list[str] = []
    for step in reversed(path):
        if isinstance(step, str):
            name = quoted(step)
            return f"Item {' of item '.join(items)} of {name}" if items else name
        items.append(str(step + 1))
    return f"Item {' of item '.join(items)}" if items else "The document"


def faults_of(wrong: Wrong) -> Iterator[Fault]:
    """The faults that one error stands for."""
    keyword = wrong.error.validator
    if keyword is None:
        yield from _never(wrong)
    elif keyword in _UNKNOWN_KEY:
        yield from _unknown_key(wrong)
    elif wrong.is_key:
        yield from _bad_key(wrong)
    else:
        yield from _KEYWORDS.get(str(keyword), _other)(wrong)


def _unknown_key(wrong: Wrong) -> Iterator[Fault]:
    key = str(wrong.error.path[-1])
    free = [name for name in wrong.rule if name not in wrong.value]
    hint = did_you_mean(key, free) or "No other key is known here."
    yield wrong.fault(f"Unknown key {quoted(key)}.", hint, key=True)


def _bad_key(wrong: Wrong) -> Iterator[Fault]:
    key = str(wrong.value)
    hint = wrong.expected
    if wrong.error.validator in ("enum", "const"):
        options = wrong.rule if isinstance(wrong.rule, list) else [wrong.rule]
        hint = hint or did_you_mean(key, [as_written(option) for option in options])
    message = f"{quoted(key)} cannot be a key here."
    yield wrong.fault(message, hint, below=(key,), key=True)


def _required(wrong: Wrong) -> Iterator[Fault]:
    for key in wrong.rule:
        if key not in wrong.value:
            below = resolve(wrong.schema.get("properties", {}).get(key, True), wrong.root)
            hint = _expected(below) if isinstance(below, Mapping) else ""
            where = f" from {_within(wrong.path)}" if wrong.path else ""
            message = f"{quoted(key)} is missing{where}."
            yield wrong.fault(message, hint, below=(key,), key=True)


def _expected(schema: Mapping[str, Any]) -> str:
    """What is to be written where there is nothing; empty where the schema does not say."""
    if "x-expected" in schema:
        return str(schema["x-expected"])
    return one_of(as_written(option) for option in schema.get("enum", ()))


def _within(path: Path) -> str:
    name = subject(path)
    return name[0].lower() + name[1:]


def _needed_beside(wrong: Wrong) -> Iterator[Fault]:
    for key, needed in wrong.rule.items():
        for other in needed:
            if key in wrong.value and other not in wrong.value:
                message = f"{quoted(other)} is missing; {quoted(key)} needs it."
                yield wrong.fault(message, wrong.expected, below=(key,), key=True)


def _options(wrong: Wrong) -> Iterator[Fault]:
    listed = wrong.rule if wrong.error.validator == "enum" else [wrong.rule]
    options = [as_written(option) for option in listed]
    if "type" in wrong.schema and not is_of_type(wrong.value, types_of(wrong.schema)):
        return
    if wrong.value is None:
        yield wrong.fault(f"{wrong.subject} has no value.", wrong.expected or one_of(options))
    elif isinstance(wrong.value, list | dict):
        message = f"{wrong.subject} is {_kind(wrong.value)}, but one word is expected."
        yield wrong.fault(message, wrong.expected or one_of(options))
    else:
        written = as_written(wrong.value)
        message = f"{quoted(written)} is not accepted{_for(wrong.path)}."
        hint = did_you_mean(written, options)
        if written in options and not isinstance(wrong.value, str):
            hint = f'Put it in quotes: "{safe(written)}".'
        elif written in options:
            hint = f"Write {safe(written)} without quotes."
        yield wrong.fault(message, wrong.expected or hint)


def _for(path: Path) -> str:
    return f" for {_within(path)}" if path else ""


def _kind(value: object, names: tuple[str, ...] = ()) -> str:
    """A value of the wrong type in words; why it is not text, where text is expected."""
    if isinstance(value, list | dict):
        return "a list" if isinstance(value, list) else "a group of keys"
    if isinstance(value, str):
        return f"the text {quoted(value)}"
    written = as_written(value)
    if "string" not in names:
        return written
    if isinstance(value, bool):
        return f"{written}, and an unquoted {written} is a yes/no value"
    return f"{written}, an unquoted number"


def _type(wrong: Wrong) -> Iterator[Fault]:
    names = types_of({"type": wrong.rule})
    yield _not_of_type(wrong, names)


def _not_of_type(wrong: Wrong, names: tuple[str, ...]) -> Fault:
    hint = wrong.expected
    if "enum" in wrong.schema and not hint:
        hint = did_you_mean(as_written(wrong.value), map(as_written, wrong.schema["enum"]))
    wanted = " or ".join(_EXPECTED[name] for name in names)
    if wrong.value is None:
        return wrong.fault(f"{wrong.subject} has no value.", hint or f"Expected {wanted}.")
    message = f"{wrong.subject} is {_kind(wrong.value, names)}, but {wanted} is expected."
    return wrong.fault(message, hint or _mend_type(wrong.value, names))


def _mend_type(value: object, names: tuple[str, ...]) -> str:
    if "string" in names and isinstance(value, bool | int):
        return f'Put it in quotes: "{as_written(value)}".'
    if "string" in names and isinstance(value, float):
        return "Put it in quotes."
    if isinstance(value, str):
        if "boolean" in names and value.casefold() in _YES_NO:
            return f"Write {_YES_NO[value.casefold()]}, without quotes."
        if {"integer", "number"} & set(names) and value.strip().isdecimal():
            return f"Write {safe(value.strip())} without quotes."
    if "array" in names:
        return "Start each item on a line of its own with '- '."
    return ""


def _format(wrong: Wrong) -> Iterator[Fault]:
    if wrong.rule in FORMS:
        message, near = about_date(wrong.rule, wrong.value)
        yield wrong.fault(message, near or wrong.expected)
    else:
        yield from _pattern(wrong)


def _pattern(wrong: Wrong) -> Iterator[Fault]:
    hint = wrong.expected or str(wrong.schema.get("description", ""))
    yield wrong.fault(f"{quoted(wrong.value)} is not written as expected{_for(wrong.path)}.", hint)


def _too_few(wrong: Wrong) -> Iterator[Fault]:
    needed = wrong.rule if isinstance(wrong.rule, int) else 1
    if not wrong.value:
        yield wrong.fault(f"{wrong.subject} is empty.", wrong.expected or _at_least(wrong, needed))
        return
    message = f"{wrong.subject} has only {_count(wrong, len(wrong.value))}."
    yield wrong.fault(message, wrong.expected or _at_least(wrong, needed))


def _too_many(wrong: Wrong) -> Iterator[Fault]:
    message = f"{wrong.subject} has {_count(wrong, len(wrong.value))}."
    yield wrong.fault(message, wrong.expected or f"At most {wrong.rule} are allowed.")


def _at_least(wrong: Wrong, needed: int) -> str:
    return f"Expected at least {_count(wrong, needed)}."


def _count(wrong: Wrong, number: int) -> str:
    thing = "character"
    if not isinstance(wrong.value, str):
        thing = "item" if isinstance(wrong.value, list) else "key"
    return f"{number:,} {thing}{'' if number == 1 else 's'}"


def _repeated(wrong: Wrong) -> Iterator[Fault]:
    seen: dict[str, int] = {}
    for number, item in enumerate(wrong.value):
        first = seen.setdefault(repr(item), number)
        if first != number:
            message = f"Item {number + 1} repeats item {first + 1} of {_within(wrong.path)}."
            yield wrong.fault(message, wrong.expected or "Keep one of the two.", below=(number,))


def _limit(words: str) -> Callable[[Wrong], Iterator[Fault]]:
    def explain(wrong: Wrong) -> Iterator[Fault]:
        hint = wrong.expected or f"Expected {words} {wrong.rule}."
        yield wrong.fault(f"{wrong.subject} is {as_written(wrong.value)}.", hint)

    return explain


def _never(wrong: Wrong) -> Iterator[Fault]:
    why = str(wrong.schema.get("x-why", ""))
    refused = wrong.rule.get("required", ()) if isinstance(wrong.rule, Mapping) else ()
    given = [key for key in refused if isinstance(wrong.value, dict) and key in wrong.value]
    for key in given:
        yield wrong.fault(why or f"{quoted(key)} does not belong here.", below=(key,), key=True)
    if not given:
        yield wrong.fault(why or f"{wrong.subject} does not belong here.", key=True)


def _branches(wrong: Wrong) -> Iterator[Fault]:
    choice = choose(wrong.value, wrong.rule, wrong.root)
    if choice.key:
        if choice.key not in wrong.value:
            yield wrong.fault(f"{quoted(choice.key)} is missing.", one_of(choice.options))
            return
        if not choice.among:
            given = wrong.value[choice.key]
            message = f"{quoted(given)} is not accepted for {quoted(choice.key)}."
            hint = did_you_mean(as_written(given), choice.options)
            yield wrong.fault(message, hint, below=(choice.key,))
            return
    elif choice.several:
        names = ", ".join(quoted(key) for key in choice.several)
        yield wrong.fault(f"Only one of these can be given here: {names}.", wrong.expected)
        return
    elif choice.options and not choice.among:
        yield _none_of(wrong, choice.options)
        return
    yield from _of_branch(wrong, choice.among)


def _none_of(wrong: Wrong, options: tuple[str, ...]) -> Fault:
    key = next(iter(wrong.value), "")
    branches = [resolve(branch, wrong.root) for branch in wrong.rule]
    closed = all(
        isinstance(branch, Mapping) and branch.get("additionalProperties") is False
        for branch in branches
    )
    if closed and len(wrong.value) == 1:
        return wrong.fault(
            f"Unknown key {quoted(key)}.", did_you_mean(key, options), below=(key,), key=True
        )
    return wrong.fault(f"A key is missing from {_within(wrong.path)}.", one_of(options))


def _of_branch(wrong: Wrong, among: tuple[int, ...]) -> Iterator[Fault]:
    """The errors of the branch meant; of several, those of the one with the fewest."""
    errors: dict[int, list[ValidationError]] = {}
    for below in wrong.error.context or ():
        errors.setdefault(int(below.schema_path[0]), []).append(below)
    possible = [number for number in among if number in errors]
    if not possible:
        hint = wrong.expected or "It fits more than one of the forms it can have."
        yield wrong.fault(f"It is not clear what {_within(wrong.path)} means.", hint)
        return
    branches = [resolve(wrong.rule[number], wrong.root) for number in possible]
    if len(branches) == len(wrong.rule) > 1 and all(types_of(branch) for branch in branches):
        names = tuple(dict.fromkeys(name for branch in branches for name in types_of(branch)))
        if not is_of_type(wrong.value, names):
            yield _not_of_type(wrong, names)
            return
    chosen = min(possible, key=lambda number: len(errors[number]))
    for below in errors[chosen]:
        yield from faults_of(Wrong(below, wrong.document, wrong.at, wrong.root))


def _other(wrong: Wrong) -> Iterator[Fault]:
    hint = wrong.expected or str(wrong.schema.get("description", ""))
    yield wrong.fault(f"{wrong.subject} is not as expected.", hint)


_KEYWORDS: dict[str, Callable[[Wrong], Iterator[Fault]]] = {
    "required": _required,
    "dependentRequired": _needed_beside,
    "enum": _options,
    "const": _options,
    "type": _type,
    "format": _format,
    "pattern": _pattern,
    "minItems": _too_few,
    "minLength": _too_few,
    "minProperties": _too_few,
    "maxItems": _too_many,
    "maxLength": _too_many,
    "maxProperties": _too_many,
    "uniqueItems": _repeated,
    "minimum": _limit("at least"),
    "maximum": _limit("at most"),
    "exclusiveMinimum": _limit("more than"),
    "exclusiveMaximum": _limit("less than"),
    "multipleOf": _limit("a multiple of"),
    "not": _never,
    "oneOf": _branches,
    "anyOf": _branches,
}

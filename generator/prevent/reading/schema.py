"""A document held against its JSON Schema, and what is wrong with it as plain faults.

Schemas are JSON Schema 2020-12, with the formats ``date``, ``month`` (``YYYY-MM``) and
``month-or-date``, and two words of our own, both whole sentences: ``x-expected`` says what is
expected where a ``pattern`` or another keyword is not met, and ``x-why`` why something is not
allowed (beside ``not``). References lead into the same schema only (``#/$defs/…``); nothing is
ever fetched. A whole number is one written without a decimal point.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from itertools import islice
from typing import Any, TypeAlias

from jsonschema import Draft202012Validator, FormatChecker, ValidationError, validators
from jsonschema.protocols import Validator
from referencing import Registry

from prevent.dates import last_day, parse_date, parse_month
from prevent.faults import Fault
from prevent.reading.places import Document, Path, value_at

Keyword: TypeAlias = Callable[..., Iterator[ValidationError]]

_MOST_CACHED = 64

MOST_ERRORS = 1_000
"""How many errors of a document are looked for; whoever mends these will see the others."""

_MOST_KEPT, _LONGEST_KEPT = 10_000, 200
"""How many values without an error are kept for each schema, and how long they are, written."""

_FORMS: Mapping[str, Callable[[str], object]] = {
    "date": parse_date,
    "month": parse_month,
    "month-or-date": last_day,
}
"""What reads a text of each format; it gives None where the text does not fit."""

_cache: dict[int, tuple[Mapping[str, object], Validator]] = {}


def schema_faults(
    document: Document, schema: Mapping[str, object], *, at: Path = ()
) -> list[Fault]:
    """What in the document (or in its value at ``at``) the schema does not allow.

    In the order of the file, each fault once; of more than ``MOST_ERRORS``, so many. Raises
    ``KeyError`` where ``at`` leads to no value; a schema that is itself wrong raises what
    jsonschema raises.
    """
    value = value_at(document.data, at)
    try:
        errors = list(islice(_validator(schema).iter_errors(value), MOST_ERRORS))
        if not errors:
            return []
        # Putting it in words takes much that a document with nothing wrong can do without.
        from prevent.reading.schema_words import Wrong, faults_of  # noqa: PLC0415

        wrongs = [Wrong(error, document, at, schema) for error in _once_a_value(errors)]
        found = {fault for wrong in wrongs for fault in faults_of(wrong)}
    except RecursionError:
        return [Fault(document.place(at), "This is nested too deeply to be checked.")]
    return sorted(found)


def _once_a_value(errors: list[ValidationError]) -> list[ValidationError]:
    """The errors without those of a pattern where the same value has another: one says enough."""
    others = {tuple(error.absolute_path) for error in errors if error.validator != "pattern"}
    return [
        error
        for error in errors
        if error.validator != "pattern" or tuple(error.absolute_path) not in others
    ]


def _validator(schema: Mapping[str, object]) -> Validator:
    # The cache holds the schema itself, so that its identity cannot pass to another.
    cached = _cache.get(id(schema))
    if cached is not None:
        return cached[1]
    if len(_cache) >= _MOST_CACHED:
        _cache.clear()
    keywords = {
        **Draft202012Validator.VALIDATORS,
        "properties": _properties(),
        "pattern": _pattern,
    }
    for name in ("additionalProperties", "unevaluatedProperties"):
        keywords[name] = _unknown_keys(name, schema)
    kind = validators.create(
        Draft202012Validator.META_SCHEMA,
        validators=keywords,
        type_checker=Draft202012Validator.TYPE_CHECKER.redefine("integer", _is_whole),
    )
    made = kind(schema, registry=Registry(), format_checker=_FORMATS)
    _cache[id(schema)] = (schema, made)
    return made


def _pattern(
    validator: Validator, pattern: str, value: object, schema: Mapping[str, Any]
) -> Iterator[ValidationError]:
    """The keyword as JSON Schema has it: ``$`` is the end, also where a new line comes last.

    For Python it stands before a last new line as well, so that a name could end in one.
    """
    del validator, schema
    if isinstance(value, str) and not _compiled(pattern).search(value):
        yield ValidationError(f"{value!r} does not match {pattern!r}")


@lru_cache(maxsize=256)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(f"{pattern[:-1]}\\Z" if pattern.endswith("$") else pattern)


def _unknown_keys(keyword: str, root: Mapping[str, object]) -> Keyword:
    """The keyword as JSON Schema has it, but with an error of its own for each unknown key.

    Such an error has the keys that may be given as its ``validator_value``.
    """
    usual = Draft202012Validator.VALIDATORS[keyword]

    def check(
        validator: Validator, allowed: object, value: object, schema: Mapping[str, Any]
    ) -> Iterator[ValidationError]:
        if allowed is not False or not isinstance(value, dict):
            yield from usual(validator, allowed, value, schema) or ()
            return
        # Nearly every key is one that the schema itself names.
        own = schema.get("properties", {})
        if all(key in own for key in value):
            return
        from prevent.reading.known_keys import known_keys  # noqa: PLC0415 (as it says)

        whole = keyword == "unevaluatedProperties"
        known = known_keys(schema, value, root, validator, whole=whole)
        for key in value:
            if not known.has(key):
                yield ValidationError("unknown key", path=[key], validator_value=known.allowed)

    return check


def _properties() -> Keyword:
    """The keyword as JSON Schema has it, but with an error that names the key for ``false``.

    What a value is held against does not change, so a value in which nothing was found wrong is
    not looked into again: most answers are given in many requests.
    """
    usual = Draft202012Validator.VALIDATORS["properties"]
    sound: set[tuple[int, str]] = set()

    def check(
        validator: Validator,
        properties: Mapping[str, Any],
        value: object,
        schema: Mapping[str, Any],
    ) -> Iterator[ValidationError]:
        if not isinstance(value, dict):
            return
        for key, below in properties.items():
            if key not in value:
                continue
            if below is False:
                # jsonschema gives this error without its key.
                yield ValidationError(
                    "refused", validator="not", validator_value={}, schema={}, path=[key]
                )
                continue
            # Python writes every two values differently that JSON tells apart.
            known = (id(below), repr(value[key]))
            if known in sound:
                continue
            errors = list(usual(validator, {key: below}, value, schema) or ())
            yield from errors
            if not errors and len(known[1]) <= _LONGEST_KEPT:
                if len(sound) >= _MOST_KEPT:
                    sound.clear()
                sound.add(known)

    return check


def _is_whole(_checker: object, value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _formats() -> FormatChecker:
    checker = FormatChecker(formats=())
    for form, read in _FORMS.items():
        checker.checks(form)(
            lambda value, read=read: not isinstance(value, str) or read(value) is not None
        )
    return checker


_FORMATS = _formats()

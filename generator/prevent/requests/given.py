"""What a person gave, as the answer to a field: by an option's label as well as by its id.

It is for what people fill in without seeing ids, a cell or a form. Nothing is guessed: what is no
answer is passed on as it is, so that the request's schema says what is wrong with it.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from prevent.fields.field import Field, Option
from prevent.reading.places import Value
from prevent.reading.scalars import resolve
from prevent.rules.inner_fields import COMPOSITE

YES_NO = (Option("yes", "Yes", "", ""), Option("no", "No", "", ""))
_NONE = ("none", "[]", "none of these")
"""What says that a list has nothing in it, where leaving it out would be no answer."""

_WORDS = {"yes": "yes", "no": "no", "true": "yes", "false": "no"}


class Doubtful(NamedTuple):
    """Why what was given is not an answer, or may be one of several; and what to do."""

    message: str
    hint: str = ""


def fold(text: str) -> str:
    """A name or a question without what makes no difference: capitals, spaces, and signs."""
    return "".join(character for character in text.casefold() if character.isalnum())


def options_of(field: Field) -> tuple[Option, ...]:
    """The answers a field allows, with their labels; none where it is not answered by one."""
    return field.options or (YES_NO if field.type == "yes-no" else ())


def says_none(written: str) -> bool:
    """Does it say that there is nothing to list?"""
    return written.strip().casefold() in _NONE


def answer(field: Field, given: str | float | bool | date) -> Value | Doubtful:  # noqa: FBT001
    """The answer that was given to a field without parts. A text is not blank."""
    match field.type:
        case "text":
            return _text(given)
        case "date":
            return _date(given)
        case "choice" | "yes-no":
            return _option(field, given)
        case "several":
            return _several(field, given)
        case "number":
            number = resolve(given.strip()) if isinstance(given, str) else given
            return number.isoformat() if isinstance(number, date) else number
        case _:
            assert field.type in COMPOSITE
            return str(given)


def _text(given: str | float | bool | date) -> Value | Doubtful:  # noqa: FBT001
    if isinstance(given, str):
        return given
    if isinstance(given, (bool, date)):
        sort = "yes or no" if isinstance(given, bool) else "a date"
        return Doubtful(f"This is {sort}, where text is asked for.", "Write it as text.")
    return str(given)


def _date(given: str | float | bool | date) -> Value | Doubtful:  # noqa: FBT001
    if isinstance(given, date):
        return given.isoformat()
    if isinstance(given, str):
        return given.strip()
    return Doubtful("This is not a date.", "Write a date, as text such as 2026-04-20.")


def _option(field: Field, given: str | float | bool | date) -> Value | Doubtful:  # noqa: FBT001
    if isinstance(given, bool):
        given = "yes" if given else "no"
    written = str(given).strip()
    options = options_of(field)
    if any(option.id == written for option in options):
        return written
    meant = _meant(options, written)
    if field.type == "yes-no" and not meant:
        meant = [word] if (word := _WORDS.get(written.casefold())) else []
    if len(meant) > 1:
        listed = " or ".join(f"'{each}'" for each in meant)
        return Doubtful("This may be more than one of the answers.", f"Write {listed}.")
    return meant[0] if meant else written


def _meant(options: Iterable[Option], written: str) -> list[str]:
    """The options whose id or label this is, or whose label with the id behind it."""
    wanted = fold(written)
    return [
        option.id
        for option in options
        if option.label.strip().casefold() == written.casefold()
        or (wanted and wanted in {fold(option.id), fold(option.label)})
        or (wanted and wanted == fold(option.label + option.id))
    ]


def _several(field: Field, given: str | float | bool | date) -> Value | Doubtful:  # noqa: FBT001
    """The options listed; where one label holds what parts them, it is found as a whole."""
    written = str(given).strip()
    if says_none(written) and not _meant(field.options, written):
        return []
    whole = _meant(field.options, written)
    if len(whole) == 1:
        return [whole[0]]
    for separator in ("\n", ";", ","):
        if separator in written:
            parts = [part.strip() for part in written.split(separator) if part.strip()]
            found = [_meant(field.options, part) for part in parts]
            if all(len(each) == 1 for each in found):
                return [each[0] for each in found]
    parts = [part.strip() for part in written.replace("\n", ";").replace(",", ";").split(";")]
    return [(_meant(field.options, part) or [part])[0] for part in parts if part]

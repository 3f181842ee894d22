"""From the bytes of a file to its text: UTF-8, and no characters a reader cannot see."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

_REFUSED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_REFUSED_IN_VALUE = "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]"
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


class Flaw(NamedTuple):
    """Why a text cannot be read beyond ``offset`` (in characters): what is wrong, and the mend."""

    offset: int
    message: str
    hint: str


def decode(data: bytes) -> tuple[str, Flaw | None]:
    """The text, with every line ended by a line feed alone, up to the first flaw in it."""
    if data.startswith(_UTF_16):
        return "", Flaw(0, "This file is saved as UTF-16.", "Save it as UTF-8.")
    data = data.removeprefix(codecs.BOM_UTF8)
    flaw: Flaw | None = None
    try:
        text = _even_lines(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        text = _even_lines(data[: error.start].decode("utf-8"))
        message = f"The byte 0x{data[error.start]:02x} here is not UTF-8 text."
        flaw = Flaw(len(text), message, "Save the file as UTF-8.")
    found = _REFUSED.search(text)
    if found:
        text = text[: found.start()]
        flaw = Flaw(len(text), *_refusal(found.group(), data))
    return text, flaw


def refused_in_value(text: str) -> str | None:
    r"""The first character, if any, that no value may hold, such as one written ``\u0000``."""
    found = None if text.isprintable() else re.search(_REFUSED_IN_VALUE, text)
    return f"U+{ord(found.group()):04X}" if found else None


def position(text: str, offset: int) -> tuple[int, int]:
    """The line and column, from 1, of an offset into ``text``."""
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def _even_lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _refusal(character: str, data: bytes) -> tuple[str, str]:
    if character == "\0" and data.count(0) * 3 > len(data):
        return "This file is saved as UTF-16 or UTF-32.", "Save it as UTF-8."
    return (
        f"An invisible character (U+{ord(character):04X}) stands here.",
        "Delete it, or type the line anew.",
    )

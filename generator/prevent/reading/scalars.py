"""What a plain YAML scalar means: a yes/no value, nothing, a number, or (mostly) text.

YAML's older rules turn ``no``, ``on``, ``12:30``, ``0123`` and dates into something other than
what was written. Here only what JSON would also read so is anything but text.
"""

from __future__ import annotations

import math
import re
from functools import lru_cache

_WORDS: dict[str, bool | None] = {
    "": None,
    "~": None,
    "null": None,
    "Null": None,
    "NULL": None,
    "true": True,
    "True": True,
    "TRUE": True,
    "false": False,
    "False": False,
    "FALSE": False,
}
_NUMBER_START = frozenset("+-0123456789")
_WHOLE = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,17})")
_FLOAT = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?")
_DIGITS = re.compile(r"[0-9]+")

_LONGEST_KEPT = 20
"""How long the texts are of which it is kept what number they are, if any: dates are."""


def resolve(text: str) -> bool | int | float | str | None:
    """The value of an unquoted scalar. Whole numbers of over 18 digits stay text."""
    if text in _WORDS:
        return _WORDS[text]
    if text[0] not in _NUMBER_START:
        return text
    return _kept(text) if len(text) <= _LONGEST_KEPT else _number(text)


def _number(text: str) -> int | float | str:
    if _WHOLE.fullmatch(text):
        return int(text)
    if not _FLOAT.fullmatch(text) or _DIGITS.fullmatch(text.lstrip("-")):
        return text
    number = float(text)
    return number if math.isfinite(number) else text


_kept = lru_cache(maxsize=4_000)(_number)

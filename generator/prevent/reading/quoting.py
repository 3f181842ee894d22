"""Values as messages quote them: short, on one line, and nothing hidden in them."""

from __future__ import annotations

import unicodedata

LONGEST = 60

_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


def safe(text: str, longest: int = LONGEST) -> str:
    """``text`` cut to ``longest`` characters and made :func:`visible`."""
    return visible(text if len(text) <= longest else text[: longest - 1] + "…")


def visible(text: str) -> str:
    r"""The text on one line, with what cannot be seen in it written as ``\uXXXX``.

    That covers control characters, those that change the direction of writing, zero-width
    characters and line separators.
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(_seen(character) for character in text)


def quoted(value: object) -> str:
    """A value in single quotes: ``'evnt'``. Yes/no values and "nothing" as YAML writes them."""
    return f"'{safe(as_written(value))}'"


def as_written(value: object) -> str:
    """A single value as YAML and JSON write it: ``true``, ``null``, ``12``, or the text itself."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def _seen(character: str) -> str:
    if unicodedata.category(character) not in _HIDDEN:
        return character
    code = ord(character)
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"

"""The nearest right word, for the hint of a fault."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from prevent.reading.quoting import quoted, safe

_LONGEST_WORD = 80
_LIKENESS = 0.75
_MOST_LISTED = 20
_SEPARATORS = str.maketrans("", "", "-_ ")


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that ``word`` most likely means, or None where none is near.

    A word that differs only in capitals, hyphens, underscores or spaces wins over every other.
    """
    folded: dict[str, str] = {}
    for candidate in known:
        folded.setdefault(_fold(candidate), candidate)
    wanted = _fold(word)
    if wanted in folded:
        return folded[wanted]
    if len(word) > _LONGEST_WORD:
        return None
    found = difflib.get_close_matches(wanted, folded, n=1, cutoff=_LIKENESS)
    return folded[found[0]] if found else None


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """The hint for a wrong word: the nearest known one, or the list; empty if none is known."""
    words = list(known)
    near = nearest(word, words)
    return one_of(words) if near is None else f"Did you mean {quoted(near)}?"


def one_of(words: Iterable[str]) -> str:
    """``Expected one of: a, b.``, cut after twenty words; empty without any word."""
    listed = [safe(word) for word in words]
    if not listed:
        return ""
    if len(listed) == 1:
        return f"Expected '{listed[0]}'."
    rest = len(listed) - _MOST_LISTED
    more = f" and {rest} more" if rest > 0 else ""
    return f"Expected one of: {', '.join(listed[:_MOST_LISTED])}{more}."


def _fold(word: str) -> str:
    return word.casefold().translate(_SEPARATORS)

"""Words from lists and names: how several things read in one sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence


def listed(items: Sequence[str], joint: str = "and") -> str:
    """``A``, ``A and B``, ``A, B and C``; ``joint`` may be ``or``. Empty for no items."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {joint} {items[-1]}"


def titled(title: str) -> str:
    """A role's title in a sentence: ``the Managing Director``, but ``all staff`` as it is."""
    return title if title[:4].lower() == "all " else f"the {title}"


def sentence_case(text: str) -> str:
    """The text with its first letter in upper case."""
    return text[:1].upper() + text[1:]


_NUMBERS = ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def number_in_words(number: int) -> str:
    """``two``; from eleven on in figures."""
    return _NUMBERS[number] if number < len(_NUMBERS) else str(number)


_VOWEL_SOUND = re.compile(
    r"(?!uni|use|usu|eu|one\b|once\b)[aeiou]|hour|honour|honest|heir", re.IGNORECASE
)


def with_article(noun: str) -> str:
    """``an event``, ``a booking``, ``a university visit``, ``an hour``."""
    return f"{'an' if _VOWEL_SOUND.match(noun) else 'a'} {noun}"


def counted(number: int, what: str) -> str:
    """``1 row``, ``2,000 rows``: a number of things whose plural ends in s."""
    return f"{number:,} {what}{'' if number == 1 else 's'}"

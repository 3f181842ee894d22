"""The headings that are most like one that is not known: by their words, or by their letters."""

from __future__ import annotations

import re
from collections.abc import Collection, Hashable, Mapping
from difflib import SequenceMatcher

from prevent.policy.wording import listed
from prevent.reading.nearest import nearest, one_of
from prevent.reading.quoting import quoted

_MOST = 3
_LIKENESS = 0.6
"""How much of two headings' words must be the same: twice those of both, of all there are."""
_ALMOST = 0.95

_WORD = re.compile(r"[^\W\d_]+")
_SAYING_LITTLE = re.compile(
    "an?|and|any|are|at|by|do|does|for|has|have|in|is|its?|of|on|or|s|the|there|they|to|was|what"
    "|when|which|whom?|will|your?"
)
_SHORTEST_PLURAL = 4


def near(heading: str, known: Mapping[str, Hashable], taken: Collection[Hashable]) -> list[str]:
    """The known headings that this one may be meant for, the likest first; at most three.

    ``known`` says what each heading asks for, and ``taken`` what other columns ask for already: it
    is meant by a slip of the pen alone. Of several headings for one thing the likest is given.
    """
    wanted = _words(heading)
    free = (name for name, asks in known.items() if asks not in taken)
    likeness = {name: _likeness(wanted, _words(name)) for name in free}
    alike = [name for name, much in likeness.items() if much >= _LIKENESS]
    found: dict[Hashable, str] = {}
    for name in sorted(alike, key=lambda each: (-likeness[each], not _slip(heading, each))):
        found.setdefault(known[name], name)
    if found:
        return [*found.values()][:_MOST]
    spelt = nearest(heading, known)
    return [spelt] if spelt is not None else []


def near_or_all(found: Collection[str], every: Collection[str]) -> str:
    """The hint: the headings that may be meant, or else those there are."""
    if not found:
        return one_of(every)
    return f"Did you mean {listed([quoted(name) for name in found], 'or')}?"


def _likeness(wanted: frozenset[str], words: frozenset[str]) -> float:
    return 2 * len(wanted & words) / (len(wanted) + len(words) or 1)


def _slip(heading: str, name: str) -> bool:
    """Do the two differ by a letter or two?"""
    likeness = SequenceMatcher(None, heading.casefold(), name.casefold(), autojunk=False).ratio()
    return likeness >= _ALMOST


def _words(text: str) -> frozenset[str]:
    """The words that say something, without the s of a plural."""
    return frozenset(
        word.removesuffix("s") if len(word) >= _SHORTEST_PLURAL else word
        for word in _WORD.findall(text.casefold())
        if not _SAYING_LITTLE.fullmatch(word)
    )

"""What can be wrong between two rules for one kind of request."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from prevent.conditions.apart import Apart
from prevent.conditions.evaluate import Truth
from prevent.conditions.tree import facts_of
from prevent.rules.ruleset import Part
from prevent.soundness.subject import Oddity, Subject


def check_agree(subjects: Sequence[Subject]) -> Iterator[tuple[Subject, Oddity]]:
    """Two rules that apply to one request can both be satisfied, if each can be by itself."""
    apart: dict[tuple[str, int], Apart] = {}
    for one, other in _pairs(subjects):
        oddity = _disagree(one, other, apart)
        if oddity:
            yield other, oddity


def check_adds(subjects: Sequence[Subject]) -> Iterator[tuple[Subject, Oddity]]:
    """No rule asks just what another asks wherever it applies."""
    for one, other in _pairs(subjects):
        if one.compiled.for_each != other.compiled.for_each or not _ask_the_same(one, other):
            continue
        for narrow, wide in ((other, one), (one, other)):
            both = (narrow.compiled.applies, wide.compiled.applies)
            if narrow.find(both, _only_the_first) is None:
                message = f"It adds nothing: '{wide.written.id}' asks the same wherever it applies."
                hint = "Take one of the two out, or say in what they differ."
                sample = narrow.sample(narrow.possible(*both))
                yield narrow, Oddity(message, hint, (), sample)
                break


def _pairs(subjects: Sequence[Subject]) -> Iterator[tuple[Subject, Subject]]:
    """Each two rules that look at the same things: the request, or items of one list."""
    rules = [subject for subject in subjects if subject.compiled.sort == "rule"]
    for one, other in combinations(rules, 2):
        lists = {one.compiled.for_each, other.compiled.for_each} - {""}
        if len(lists) < 2:
            yield one, other


def _disagree(one: Subject, other: Subject, apart: dict[tuple[str, int], Apart]) -> Oddity | None:
    # Where one of the two looks at each item, its requests are the narrower.
    wide, narrow = (one, other) if other.compiled.for_each else (other, one)
    applies = (wide.compiled.applies, narrow.compiled.applies)
    # What the requests of one kind can say differs by the list and the calendar, and nothing else.
    key = (narrow.compiled.for_each, id(narrow.calendar))
    can_be = apart.setdefault(key, Apart(narrow.world)).can_be
    for this in wide.required:
        for that in narrow.required:
            asked = (*applies, this.when, that.when)
            if not _touch(this, that) or can_be(*asked, this.met, that.met):
                continue
            if can_be(*asked) and can_be(*asked, this.met) and can_be(*asked, that.met):
                message = (
                    f"It and '{one.written.id}' can both apply to a request, and no request can"
                    " satisfy both."
                )
                hint = "Change what one of them requires, or let only one of them apply."
                return Oddity(message, hint, (), narrow.sample(narrow.possible(*asked)))
    return None


def _touch(one: Part, other: Part) -> bool:
    """Do the two look at a fact in common?"""
    return bool(facts_of(one.met).keys() & facts_of(other.met).keys())


def _ask_the_same(one: Subject, other: Subject) -> bool:
    here, there = one.compiled.parts, other.compiled.parts
    if one.required and other.required:
        return {(part.when, part.met) for part in here} == {(part.when, part.met) for part in there}
    return here == there


def _only_the_first(first: Truth, second: Truth) -> bool:
    return first is True and second is not True

"""A procedure's steps on one side of A4, to be put up where staff see it; on more if need be."""

from __future__ import annotations

from collections.abc import Sequence

from prevent.policy.outcomes import IN_WORDS
from prevent.rules.words import Following
from prevent.site.steps import Step, StepCase

_SIZES = ((600, "huge"), (900, "large"), (1700, "middle"), (3800, "small"), (6600, "tiny"))
"""Up to how many letters the steps are set in which size, so that they fit on one side."""

LONG = "long"
"""The size of steps that no size one can read brings onto one side."""

_PER_STEP = 60
"""What the space around a step takes, in letters."""


def size(steps: Sequence[Step]) -> str:
    """How large the steps are set: ``huge``, ``large``, ``middle``, ``small`` or ``tiny``.

    All of these fit on one side. What does not is ``long``, and takes several.
    """
    letters = sum(_letters(step) for step in steps)
    return next((name for most, name in _SIZES if letters <= most), LONG)


def _letters(step: Step) -> int:
    cases = sum(
        len(case.when + case.must + case.who + case.by) + sum(map(len, ends(case)))
        for case in step.cases
    )
    return len(step.rule.title + step.words.applies) + cases + _PER_STEP


def ends(case: StepCase) -> tuple[str, ...]:
    """What ends the matter in a case, or lets it go ahead all the same, each with when it does.

    A requirement that fails says so of one request, as a fact: on a poster that is what the answer
    would be, so it stands in quotation marks after when it is given.
    """
    return tuple(_end(each) for each in (*case.waits, *case.stops, *case.allows))


def _end(end: Following) -> str:
    outcome = IN_WORDS[end.outcome] + (" on conditions" if end.conditions else "")
    if not end.failure:
        return f"{outcome}: {end.say}" if end.say else f"{outcome}."
    first = end.means.partition(". ")[0].removesuffix(".")
    when = f"{outcome} if {first[:1].lower()}{first[1:]}"
    return f"{when}: “{end.say}”" if end.say else f"{when}."

"""A procedure's steps on one side of A4, to be put up where staff see it; on more if need be."""

from __future__ import annotations

from collections.abc import Sequence

from prevent.site.steps import Step

_SIZES = ((500, "huge"), (900, "large"), (1700, "middle"), (3700, "small"), (5700, "tiny"))
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
        len(case.when + case.must + case.who + case.by)
        + sum(len(each.say) for each in (*case.waits, *case.stops, *case.allows))
        for case in step.cases
    )
    return len(step.rule.title) + cases + _PER_STEP

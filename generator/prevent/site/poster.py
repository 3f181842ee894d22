"""A procedure's steps on one side of A4, to be put up where staff see it."""

from __future__ import annotations

from collections.abc import Sequence

from prevent.site.steps import Step

_SIZES = ((500, "huge"), (900, "large"), (2200, "middle"), (4200, "small"))
"""Up to how many letters the steps are set in which size, so that they fit on one side."""

_PER_STEP = 60
"""What the space around a step takes, in letters."""


def size(steps: Sequence[Step]) -> str:
    """How large the steps are set: ``huge``, ``large``, ``middle``, ``small`` or ``tiny``."""
    letters = sum(_letters(step) for step in steps)
    return next((name for most, name in _SIZES if letters <= most), "tiny")


def _letters(step: Step) -> int:
    cases = sum(
        len(case.when + case.must + case.who + case.by)
        + sum(len(each.say) for each in (*case.waits, *case.stops))
        for case in step.cases
    )
    return len(step.rule.title) + cases + _PER_STEP

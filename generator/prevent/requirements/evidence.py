"""Dated evidence: an approval, advice, something completed; there in time, or not.

Every kind of requirement that asks for dated evidence takes the same three terms: ``in`` (the field
it stands in), ``no_later_than`` and ``not_before``.

Evidence may be given again. What was given first still counts where it must be there by a day, and
what was given last where it must not be older than a day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from prevent.conditions.joined import all_of, any_of, not_shown
from prevent.conditions.tree import TRUE, Condition, Dated, Given, Moment, NotAfter
from prevent.fields.types import Schema
from prevent.requirements.requirement import (
    DAY,
    FIELD,
    Check,
    Failure,
    Setting,
    Terms,
)

WINDOW: Schema = {
    "no_later_than": {**DAY, "description": "It counts if dated on or before this day."},
    "not_before": {**DAY, "description": "It counts if dated on or after this day."},
}

IN_FIELD: Schema = {
    "in": {**FIELD, "description": "The field it stands in, where there are several such."}
}

EARLY = Failure(
    "early",
    "It is dated before the day from which it counts.",
    "action-needed",
    "What {who} gave on {dated} came too early: it counts from {not_before}.",
)


@dataclass(frozen=True, slots=True)
class Window:
    """From when to when evidence counts, with the phrases for the two days."""

    first: Dated | None
    last: Dated | None
    words: dict[str, str]

    @classmethod
    def of(cls, terms: Terms, setting: Setting) -> Window:
        """The window that the terms name. Raises ``RequirementError``."""
        days = {key: setting.day(terms[key]) for key in WINDOW if key in terms}
        words = {key: setting.moment_words(day) for key, day in days.items()}
        return cls(days.get("not_before"), days.get("no_later_than"), words)

    def holds(self, there: Condition, dated: Moment) -> Condition:
        """The evidence is there, and was given within the window, the first time or the last."""
        days = [dated] if self.last is not None else []
        if self.first is not None or not days:
            days.append(latest(dated))
        limits = any_of(
            all_of((*self._from(day), *self._until(day))) for day in dict.fromkeys(days)
        )
        # A comparison with a date that is missing does not hold, so need not ask for it as well.
        return limits if limits != TRUE and there == Given(dated.fact) else all_of((there, limits))

    def checks(
        self, who: tuple[str, ...], there: Condition, dated: Moment, *, alone: bool = True
    ) -> Iterator[Check]:
        """Too early, or too late, with the day that the message calls ``{dated}``.

        ``alone`` says that nothing but the window can keep evidence that is there from counting.
        """
        alone = alone and (self.first is None or self.last is None)
        last = latest(dated)
        limits = [("early", last, limit) for limit in self._from(last)]
        limits += [("late", dated, limit) for limit in self._until(dated)]
        for failure, day, limit in limits:
            test = there if alone else all_of((there, not_shown(limit)))
            # What is given again counts only by the last day that counts.
            by, values = self.last, {"dated": day}
            yield Check(failure, who, test, day.fact, by=by, values=values, words=self.words)

    def sentence(self) -> str:
        """``, on or before the day it takes place``, or nothing."""
        parts = [("not before {}", "not_before"), ("on or before {}", "no_later_than")]
        return "".join(
            f", {text.format(self.words[key])}" for text, key in parts if key in self.words
        )

    def _from(self, dated: Moment) -> tuple[Condition, ...]:
        return () if self.first is None else (NotAfter(self.first, dated),)

    def _until(self, dated: Moment) -> tuple[Condition, ...]:
        return () if self.last is None else (NotAfter(dated, self.last),)


def latest(dated: Moment) -> Moment:
    """The day on which evidence that may be given again was last given."""
    return Moment(re.sub(r"\.date$", ".latest", dated.fact))

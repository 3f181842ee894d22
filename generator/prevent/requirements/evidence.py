"""Dated evidence: an approval, advice, something completed; there in time, or not.

Every kind of requirement that asks for dated evidence takes the same three terms: ``in`` (the field
it stands in), ``no_later_than`` and ``not_before``.

Evidence may be given again. What was given first still counts where it must be there by a day, and
what was given last where it must not be older than a day.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from prevent.conditions.joined import all_of, any_of, not_shown
from prevent.conditions.tree import Condition, Dated, Given, Moment, NotAfter
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
class Dates:
    """The days of one piece of evidence: the first time it was given, and the last.

    What is given again after a change counts from the later day; what was there in time is not
    made late by being given once more.
    """

    first: Moment
    last: Moment

    @classmethod
    def by_role(cls, field: str, role: str) -> Dates:
        """The days of a role's decision, or of its advice."""
        return cls(Moment(f"{field}.{role}.date"), Moment(f"{field}.{role}.latest"))

    @classmethod
    def once(cls, fact: str) -> Dates:
        """The day of what is given only once."""
        return cls(Moment(fact), Moment(fact))

    @property
    def each(self) -> tuple[Moment, ...]:
        """The days, each once."""
        return tuple(dict.fromkeys((self.first, self.last)))


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

    def holds(self, there: Condition, dates: Dates) -> Condition:
        """The evidence is there, dated within the window."""
        if self.first is None and self.last is None:
            return there
        counts = self._counts(dates)
        # A comparison with a date that is missing does not hold, so need not ask for it as well.
        return counts if there == Given(dates.first.fact) else all_of((there, counts))

    def around(self, day: Moment) -> Condition:
        """The day itself lies within the window."""
        return all_of((*self._from(day), *self._until(day)))

    def checks(
        self, who: tuple[str, ...], there: Condition, dates: Dates, *, alone: bool = True
    ) -> Iterator[Check]:
        """Too early, or too late; the message calls its day ``{dated}``.

        ``alone`` says that nothing but the window can keep evidence that is there from counting.
        """
        alone = alone and (self.first is None or self.last is None)
        limits = [("early", dates.last, each) for each in self._from(dates.last)]
        if self.last is not None:
            limits.append(("late", dates.first, self._counts(dates)))
        for failure, day, limit in limits:
            yield Check(
                failure,
                who,
                there if alone else all_of((there, not_shown(limit))),
                day.fact,
                # What is given again counts only by the last day that counts.
                by=self.last,
                values={"dated": day},
                words=self.words,
            )

    def sentence(self) -> str:
        """``, on or before the day it takes place``, or nothing."""
        moved = isinstance(self.last, Moment) and self.last.offset is not None
        until = "no later than {}" if moved else "on or before {}"
        parts = [("not before {}", "not_before"), (until, "no_later_than")]
        return "".join(
            f", {text.format(self.words[key])}" for text, key in parts if key in self.words
        )

    def _counts(self, dates: Dates) -> Condition:
        """One of the days lies within the window."""
        if self.first is None:
            return self.around(dates.first)
        if self.last is None:
            return self.around(dates.last)
        return any_of(self.around(day) for day in dates.each)

    def _from(self, day: Moment) -> tuple[Condition, ...]:
        return () if self.first is None else (NotAfter(self.first, day),)

    def _until(self, day: Moment) -> tuple[Condition, ...]:
        return () if self.last is None else (NotAfter(day, self.last),)

"""Dates of a request that a person should look at again.

The policy's rules decide the outcome; these remarks change nothing. They say what is odd and would
otherwise pass in silence: a date that has not come yet, or that comes after the day itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from prevent.dates import in_words
from prevent.decide.decision import Remark
from prevent.requests.request import Request, Stated
from prevent.requirements.day import ALWAYS_THERE, RECEIVED_ON


def remarks(request: Request, stated: Stated, as_of: date) -> Iterator[Remark]:
    """A remark for each thing said to be done on a day after the check, or after the day itself."""
    happens_on = request.rules.happens_on
    the_day = stated.facts.get(happens_on)
    apart = {happens_on, *ALWAYS_THERE}
    given: set[Remark] = set()
    for fact, value in stated.facts.items():
        if not isinstance(value, date) or fact in apart:
            continue
        if fact != RECEIVED_ON and "." not in fact:  # a day that may well lie ahead
            continue
        if fact.endswith(".latest"):  # the same thing, given again
            continue
        if value > as_of:
            late = "has not come yet"
        elif isinstance(the_day, date) and value > the_day:
            late = f"is after the day itself, {in_words(the_day)}"
        else:
            continue
        field = request.rules.field(fact.partition(".")[0])
        label = field.label if field else fact
        message = f"{label}: {in_words(value)} {late}."
        remark = Remark(message, request.place(stated, fact))
        # The first and the last time that a role agreed are mostly one and the same.
        if remark not in given:
            given.add(remark)
            yield remark

"""Notice: enough time, and not too much, between being asked and the day itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from prevent.conditions.tree import Dated, Given, Moment, Not, NotAfter
from prevent.dates import Period
from prevent.policy.wording import listed, sentence_case
from prevent.requirements.day import ALWAYS_THERE, TODAY, period_of
from prevent.requirements.requirement import (
    DAY,
    PERIOD,
    Check,
    Example,
    Failure,
    Part,
    RequirementError,
    RequirementKind,
    Setting,
    Terms,
    mapping,
)


class Notice(RequirementKind):
    """At least, or at most, this long lies between two dates.

    Months count by the corresponding date. Usually the first day does not count and the last does;
    of ``clear`` days neither counts, of ``inclusive`` days both do. Counted ``forward``, the period
    runs from the first date; counted ``back``, from the second: for working days and months the two
    can differ.
    """

    name = "notice"
    summary = "At least, or at most, so many days, working days, weeks or months between two dates."
    schema = mapping(
        {
            "at_least": {**PERIOD, "description": "The shortest time there may be."},
            "at_most": {**PERIOD, "description": "The longest time there may be."},
            "from": {**DAY, "description": "The day the notice starts."},
            "to": {**DAY, "description": "The day it must reach: the day it happens if left out."},
            "counted": {
                "description": "forward from the first day (the default), or back from the last.",
                "enum": ["forward", "back"],
            },
            "days": {
                "description": "clear: neither the first nor the last day counts."
                " inclusive: both do. Left out: the last one does.",
                "enum": ["clear", "inclusive"],
            },
        },
        required=["from"],
    ) | {
        "anyOf": [{"required": ["at_least"]}, {"required": ["at_most"]}],
        "x-expected": "Say how long: at_least, at_most or both, such as at_least: {months: 1}.",
    }
    failures = (
        Failure(
            "open",
            "The day that the notice must reach is not given.",
            "action-needed",
            "{Missing} is not given: notice must be {limit}.",
        ),
        Failure(
            "missing",
            "The day the notice starts is not given.",
            "action-needed",
            "{Missing} is not given: notice must be {limit}. {would_do_is} {would_do}.",
        ),
        Failure(
            "late",
            "There is less notice than the policy asks for.",
            "action-needed",
            "The notice is shorter than {notice}. {would_do_is} {would_do}.",
            lenient=True,
        ),
        Failure(
            "early",
            "It is asked for longer ahead than the policy allows.",
            "action-needed",
            "It is more than {notice} ahead. {would_do_is} {would_do}.",
            lenient=True,
        ),
    )

    examples = (
        Example(
            "At least so long",
            "notice:\n  at_least: {working_days: 10}\n  from: received_on\n",
        ),
        Example(
            "Neither too short nor too long",
            "notice:\n  at_least: {weeks: 2}\n  at_most: {months: 6}\n  from: received_on\n",
        ),
        Example(
            "Clear days",
            "notice:\n  at_least: {days: 5}\n  from: received_on\n  days: clear\n",
        ),
        Example(
            "Up to another day",
            "notice:\n  at_least: {days: 3}\n  from: received_on\n  to: changed_on\n",
        ),
        Example(
            "Counted back from the last day",
            "notice:\n  at_least: {months: 1}\n  from: received_on\n  to: date\n  counted: back\n",
        ),
        Example(
            "Up to another day than the one it happens on",
            "notice:\n  at_least: {days: 5}\n  from: received_on\n  to: changed_on\n",
        ),
    )

    def parts(self, terms: Terms, setting: Setting) -> tuple[Part, ...]:
        """A part for the shortest time, and one for the longest."""
        start, end = setting.day(terms["from"]), setting.day(terms.get("to"))
        limits = [_Limit(key, terms, start, end) for key in _LIMITS if key in terms]
        missing = tuple(limits[0].missing(setting))
        return tuple(limit.part(missing) for limit in limits)

    def sentence(self, terms: Terms, setting: Setting) -> str:
        """``at least 1 calendar month lies between … and …``."""
        start, end = setting.day(terms["from"]), setting.day(terms.get("to"))
        limits = [_Limit(key, terms, start, end) for key in _LIMITS if key in terms]
        lies = "lies" if limits[-1].period.number == 1 else "lie"
        between = f"{setting.moment_words(start)} and {setting.moment_words(end)}"
        back = ", counted back" if limits[0].back else ""
        return f"{listed([limit.words for limit in limits])} {lies} between {between}{back}"


_LIMITS = {"at_least": "at least", "at_most": "at most"}


class _Limit:
    """The shortest or the longest time there may be between two days."""

    def __init__(self, key: str, terms: Terms, start: Dated, end: Dated) -> None:
        written = terms[key]
        assert isinstance(written, Mapping)
        self.period = period_of(written)
        self.back = terms.get("counted") == "back"
        self._shortest = key == "at_least"
        self._days = str(terms.get("days", ""))
        self._start, self._end = _plain(start), _plain(end)
        self.words = f"{_LIMITS[key]} {self._period_words()}"

    def part(self, missing: tuple[Check, ...]) -> Part:
        """What must be so, with the date that would do."""
        if self.back:
            limit = self._limit(self._end.fact)
            met = NotAfter(self._start, limit) if self._shortest else NotAfter(limit, self._start)
        else:
            limit = self._limit(self._start.fact)
            met = NotAfter(limit, self._end) if self._shortest else NotAfter(self._end, limit)
        failure, would_do_is = {
            (True, False): ("late", "The earliest date that gives enough is"),
            (True, True): ("late", "It had to be asked for by"),
            (False, False): ("early", "The last date that could be agreed is"),
            (False, True): ("early", "It can be asked for from"),
        }[self._shortest, self.back]
        check = Check(
            failure,
            at=self._start.fact,
            values=self._dates(limit),
            words={"notice": self._period_words(), "would_do_is": would_do_is},
        )
        return Part("notice" if self._shortest else "longest", "", met, (*missing, check))

    def missing(self, setting: Setting) -> Iterator[Check]:
        """What is said where one of the two days is not known."""
        if self._end.fact not in {setting.happens_on, *ALWAYS_THERE}:
            yield self._missing("open", self._end.fact, {}, setting)
        if self.back:
            limit, would_do_is = self._limit(self._end.fact), "That must be by"
            if not self._shortest:
                would_do_is = "That must be no earlier than"
        else:
            limit, which = self._limit(TODAY), "earliest" if self._shortest else "last"
            would_do_is = f"If that is today, the {which} date is"
        yield self._missing(
            "missing", self._start.fact, self._dates(limit), setting, would_do_is=would_do_is
        )

    def _missing(
        self, failure: str, fact: str, values: Mapping[str, Dated], setting: Setting, **words: str
    ) -> Check:
        name = setting.fact_words(fact)
        words |= {"notice": self._period_words(), "limit": self.words}
        words |= {"missing": name, "Missing": sentence_case(name)}
        # A day that a request states itself is asked for once, whatever rests on it.
        answers = "" if "." in fact else fact
        test = Not(Given(fact))
        return Check(failure, test=test, at=fact, values=values, words=words, answers=answers)

    def _limit(self, fact: str) -> Moment:
        """The last day, or the first, that is long enough, or not too long, after or before a day.

        Of clear days neither end counts, of inclusive days both do. That comes to a day more or
        less; but of working days only where the end is worked. So the days are then counted from
        the day beside it.
        """
        sign = -1 if self.back else 1
        number, unit = self.period.number, self.period.unit
        if self._days and unit == "months":
            message = f"Months are counted by the corresponding date; '{self._days}' is for days."
            hint = "Leave it out, or write the notice in days."
            raise RequirementError(message, self._days, hint)
        if self._days and unit != "working_days":
            number = number * (7 if unit == "weeks" else 1) + (1 if self._days == "clear" else -1)
            return Moment(fact, Period(sign * number, "days") if number else None)
        day, days = Period(sign, "days"), Period(sign * number, unit)
        if self._days == "inclusive":
            return Moment(fact, Period(-sign, "days"), days)
        if self._days == "clear" and self._shortest:
            return Moment(fact, days, day)
        if self._days == "clear":
            return Moment(fact, Period(sign * (number + 1), unit))
        return Moment(fact, days)

    def _dates(self, limit: Moment) -> dict[str, Dated]:
        name = "latest" if self._shortest is self.back else "earliest"
        return {name: limit, "would_do": limit}

    def _period_words(self) -> str:
        words = str(self.period)
        if self._days == "clear":
            number, _, unit = words.partition(" ")
            return f"{number} clear {unit}"
        return f"{words}, both days counted" if self._days else words


def _plain(day: Dated) -> Moment:
    if not isinstance(day, Moment) or day.offset:
        raise RequirementError("Notice runs between two days of the request, as they are.")
    return day

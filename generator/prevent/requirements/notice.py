"""Notice: enough time between being asked and the day itself."""

from __future__ import annotations

from prevent.conditions.tree import Given, Moment, Not, NotAfter
from prevent.dates import Period, Unit
from prevent.requirements.requirement import (
    DATE_FIELD,
    TODAY,
    Check,
    Failure,
    Part,
    RequirementKind,
    Setting,
    Terms,
    mapping,
)

_LONGEST: dict[Unit, int] = {"days": 3650, "weeks": 520, "months": 120}


class Notice(RequirementKind):
    """At least this long lies between two dates. Months count by the corresponding date."""

    name = "notice"
    summary = "At least so many days, weeks or calendar months lie between two dates."
    schema = mapping(
        {
            "at_least": {
                "description": "How long: one of days, weeks or months.",
                "minProperties": 1,
                "maxProperties": 1,
                "x-expected": "Write one of days, weeks or months, like {months: 1}.",
                **mapping(
                    {
                        unit: {
                            "description": f"A whole number of {unit}.",
                            "type": "integer",
                            "minimum": 1,
                            "maximum": longest,
                        }
                        for unit, longest in _LONGEST.items()
                    }
                ),
            },
            "from": {**DATE_FIELD, "description": "The day the notice starts."},
            "to": {**DATE_FIELD, "description": "The day it must reach."},
        },
        required=["at_least", "from"],
    )
    failures = (
        Failure(
            "missing",
            "The day the notice starts is not given.",
            "action-needed",
            "Say on which day it reached {organisation}. If that is today, the earliest date is"
            " {earliest}.",
        ),
        Failure(
            "late",
            "There is less notice than the policy asks for.",
            "action-needed",
            "The earliest date that gives enough notice is {earliest}.",
        ),
    )

    def parts(self, terms: Terms, setting: Setting) -> tuple[Part, ...]:
        """One part: the first date plus the period is not after the second."""
        start = setting.field(str(terms["from"]), "date").id
        end = setting.day(terms, "to").id
        earliest = Moment(start, self._period(terms))
        if_today = {"earliest": Moment(TODAY, self._period(terms))}
        missing = Check("missing", test=Not(Given(start)), at=start, values=if_today)
        late = Check("late", at=start, values={"earliest": earliest})
        return (Part("notice", "", NotAfter(earliest, Moment(end)), (missing, late)),)

    def sentence(self, terms: Terms, setting: Setting) -> str:
        """``at least 1 calendar month lies between … and …``."""
        period = self._period(terms)
        lies = "lies" if period.number == 1 else "lie"
        start = setting.field(str(terms["from"]), "date").phrase
        return f"at least {period} {lies} between {start} and {setting.day(terms, 'to').phrase}"

    def _period(self, terms: Terms) -> Period:
        written = terms["at_least"]
        assert isinstance(written, dict)
        unit = next(unit for unit in _LONGEST if unit in written)
        return Period(int(written[unit]), unit)

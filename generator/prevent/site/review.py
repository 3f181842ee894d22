"""Where the policy stands in its review: due when, overdue by how long."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from prevent import dates
from prevent.policy.model import Issue
from prevent.policy.wording import counted, listed


@dataclass(frozen=True, slots=True)
class Review:
    """The dates of a policy as staff read them, on the day the site was built.

    ``overdue_by`` is like ``3 years and 8 months``, and empty while the review is not overdue.
    ``issued_ahead`` says that the day of issue has not come yet.
    """

    issued: str
    next_review: str
    overdue_by: str
    today: str
    issued_ahead: bool = False


def review(issue: Issue, today: date) -> Review:
    """The policy's review as of ``today``. A month is over on its last day."""
    due = dates.last_day(issue.next_review)
    issued = dates.first_day(issue.issued)
    return Review(
        issued=dates.month_in_words(issue.issued),
        next_review=dates.month_in_words(issue.next_review),
        overdue_by=time_between(due, today) if due and today > due else "",
        today=dates.in_words(today),
        issued_ahead=issued is not None and issued > today,
    )


def time_between(start: date, end: date) -> str:
    """The whole years and months between two dates; days where it is less than a month."""
    months = (end.year - start.year) * 12 + end.month - start.month
    if dates.add(start, dates.Period(months, "months")) > end:
        months -= 1
    if not months:
        return counted((end - start).days, "day")
    years, rest = divmod(months, 12)
    parts = [counted(years, "year"), counted(rest, "month")]
    return listed([part for part in parts if not part.startswith("0 ")])

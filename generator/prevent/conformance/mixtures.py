"""Answers put together so that every answer to one question meets every answer to any other.

The rows are lines of a plane over a prime: through any two points goes one line, so in any two
columns each pair of values stands together in just one row.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from prevent.conditions.evaluate import Fact
from prevent.conformance.changes import Answers, Question
from prevent.conformance.requests import DAY, Draft, Requests

_PRIMES = (2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47)
_APART = (0, -45, 45, -400)
"""Days apart that fall on either side of the periods that policies name."""

_MOST = 3
"""The most items of a list that are put together."""


def rows(widths: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """Numbers below each of the widths, such that in any two columns each pair stands together."""
    if not widths:
        return
    least = max(*widths, len(widths), 2)
    prime = next((each for each in _PRIMES if each >= least), _PRIMES[-1])
    for slope in range(prime):
        for start in range(prime):
            yield tuple(
                (start + slope * column) % prime % width for column, width in enumerate(widths)
            )


def _needed(every: Iterable[tuple[int, ...]]) -> Iterator[tuple[int, ...]]:
    """The rows in which any two values stand together for the first time."""
    met: set[tuple[int, int, int, int]] = set()
    for row in every:
        pairs = {
            (one, row[one], other, row[other]) for other in range(len(row)) for one in range(other)
        }
        if not pairs <= met:
            met |= pairs
            yield row


def mixtures(
    requests: Requests, base: Draft, whole: Sequence[Question], by_item: Sequence[Question]
) -> Iterator[Draft]:
    """Requests in which each answer to a question meets each answer to any other.

    Each list has none to three items, whose answers are put together likewise.
    """
    lists = [field.id for field in requests.kind.fields if field.type == "list"]
    lists = [each for each in lists if any(own.each == each for own in by_item)]
    columns: list[tuple[str, int, list[Answers]]] = [("", 0, _answers(each)) for each in whole]
    for each in lists:
        for place in range(_MOST):
            own = [question for question in by_item if question.each == each]
            columns += [(each, place, _answers(question)) for question in own]
    widths = [len(answers) for _, _, answers in columns] + [_MOST + 1 for _ in lists]
    for number, row in enumerate(_needed(rows(widths)), start=1):
        counts = dict(zip(lists, row[len(columns) :], strict=True))
        facts: dict[str, Fact] = {}
        items: dict[str, list[dict[str, Fact]]] = {
            each: [{} for _ in range(count)] for each, count in counts.items()
        }
        for (each, place, answers), chosen in zip(columns, row, strict=False):
            if not each:
                facts |= answers[chosen]
            elif place < counts[each]:
                items[each][place] |= answers[chosen]
        shows = f"Every answer meets every other: row {number}"
        yield Draft(facts, items, base.as_of, base.policy_as_of, shows)


def _answers(question: Question) -> list[Answers]:
    """Each answer to a question, on each of several days."""
    found: dict[str, Answers] = {}
    for apart in _APART:
        day: date = DAY + timedelta(days=apart)
        found |= dict(question.answers(day))
    return [*found.values()]

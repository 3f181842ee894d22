"""A request of a kind with which nothing is wrong, or as little as can be found: what most are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeAlias

from prevent.bulk.confirm import Confirming
from prevent.faults import NoDecisionError
from prevent.policy.outcomes import OUTCOMES
from prevent.rules.columns import KIND, REFERENCE, Column, columns
from prevent.rules.rows import Cell
from prevent.rules.ruleset import KindRules, RuleSet

Answer: TypeAlias = str | int | None
"""What a column says: an option, text or a number; of a date, how many days after the day that the
request is for; of a list, how many items; None where it is empty.
"""

_OFFSETS = (-60, -30, -20, -10, 0, 5, 14, 40, None)
_NUMBERS = (20, 60, 150, 400)
_ROUNDS = 3


@dataclass(frozen=True, slots=True)
class InOrder:
    """What a request that is in order says, by the names of the columns, and of lists' items."""

    answers: dict[str, Answer]
    items: dict[str, dict[str, Answer]]


def in_order(rule_set: RuleSet, kind: KindRules, day: date, as_of: date) -> InOrder:
    """A request for ``day`` that is told as little as can be on ``as_of``.

    It is looked for column by column, from what is usual: so it need not be the very best.
    """
    own = columns(kind)
    confirming = Confirming(kind, None, rule_set.calendar(), as_of, None)
    best = InOrder(
        {column.name: _usual(column, kind) for column in own},
        {
            column.name: {inner.name: _usual(inner, kind) for inner in column.columns}
            for column in own
            if column.type == "list"
        },
    )
    score = _score(confirming, best, own, day)
    for _ in range(_ROUNDS):
        before = score
        for column, answers in _open(own, best):
            for other in _answers(column):
                kept = answers[column.name]
                answers[column.name] = other
                came = _score(confirming, best, own, day)
                if came < score:
                    score = came
                else:
                    answers[column.name] = kept
        if score == before:
            break
    return best


def _open(own: Sequence[Column], best: InOrder) -> Iterator[tuple[Column, dict[str, Answer]]]:
    """Every column whose answer may be another, with where the answer stands."""
    for column in own:
        if column.name not in {KIND, REFERENCE}:
            yield column, best.answers
        for inner in column.columns:
            yield inner, best.items[column.name]


def _usual(column: Column, kind: KindRules) -> Answer:
    fact = column.fact
    if fact == KIND:
        return kind.kind
    if fact == kind.happens_on:
        return 0
    role_says = column.field is not None and column.field.type in {"approvals", "advice"}
    if role_says and not fact.endswith((".decision", ".date")):
        return None
    match column.type:
        case "option":
            return column.options[0]
        case "number":
            return _NUMBERS[0]
        case "text":
            return "A. Example"
        case "list":
            return 1
        case _:
            return -60 if fact == "received_on" else -20


def _answers(column: Column) -> tuple[Answer, ...]:
    empty = () if column.required else (None,)
    match column.type:
        case "option":
            return (*column.options, *empty)
        case "number":
            return (*_NUMBERS, *empty)
        case "text":
            return ("B. Example", *empty)
        case "list":
            return (0, 1)
        case _:
            return tuple(each for each in _OFFSETS if each is not None or not column.required)


def _score(
    confirming: Confirming, tried: InOrder, own: Sequence[Column], day: date
) -> tuple[int, int]:
    """How bad the outcome is, and how many findings there are: the less the better."""
    row: dict[str, Cell] = {}
    for column in own:
        answer = tried.answers[column.name]
        if column.type == "list":
            assert isinstance(answer, int)
            row[column.name] = [
                {
                    inner.name: _fact(inner, tried.items[column.name][inner.name], day)
                    for inner in column.columns
                }
            ] * answer
        else:
            row[column.name] = _fact(column, answer, day)
    try:
        found = confirming.findings(row)
    except NoDecisionError:
        return len(OUTCOMES), 0
    if _torn(own, row):
        return len(OUTCOMES), 0
    outcomes = [each.outcome for each in found.elements()]
    worst = max((len(OUTCOMES) - 1 - OUTCOMES.index(each) for each in outcomes), default=0)
    return worst, sum(each != "allowed" for each in outcomes)


def _torn(own: Sequence[Column], row: dict[str, Cell]) -> bool:
    """Is something said without what it goes with: of a role without its date, or the reverse?"""
    for column in own:
        head, _, last = column.name.rpartition("__")
        if column.only_when is not None and row[column.name]:
            other, answer = column.only_when
            if row[other] != answer:
                return True
        if column.field is None or column.field.type not in {"approvals", "advice"}:
            continue
        given = row[column.name] is not None
        dated = row.get(f"{head.partition('__condition')[0]}__date") is not None
        if (given and not dated) or (last == "decision" and dated and not given):
            return True
    return False


def _fact(column: Column, answer: Answer, day: date) -> str | int | date | None:
    if column.type == "date" and isinstance(answer, int):
        return day + timedelta(days=answer)
    return answer

"""A request that is in order, or as nearly so as was found: what the cases depart from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta

from prevent.conformance.changes import Question, changed, questions
from prevent.conformance.expected import Expected, Reference
from prevent.conformance.requests import DAY, Draft, Requests
from prevent.dates import CalendarError

_STEPS = 12
_APART = (0, -30, -100, 30)


def in_order(requests: Requests, reference: Reference, satisfied: Sequence[Draft]) -> Draft:
    """A request that no rule stops, made of drafts that satisfy a rule each.

    Where none was found, the one in whose way the fewest findings stand.
    """
    draft = Draft()
    for each in satisfied:
        items = dict(draft.items)
        for name, own in each.items.items():
            first = {**(own[0] if own else {}), **(items.get(name) or [{}])[0]}
            items[name] = (first,) if own or items.get(name) else ()
        draft = Draft({**each.whole, **draft.whole}, items, each.as_of)
    draft = replace(draft, as_of=DAY)
    left = _stopping(requests, reference, draft)
    for _ in range(_STEPS):
        if not left:
            break
        better = next(_better(requests, reference, draft, left), None)
        if better is None:
            break
        draft, left = better
    return draft.saying("In order")


def _better(
    requests: Requests, reference: Reference, draft: Draft, left: Sequence[str]
) -> Iterator[tuple[Draft, list[str]]]:
    """The draft with one answer changed, where that leaves fewer findings."""
    rules = [rule for rule in requests.kind.rules if rule.id in left]
    for question in questions(requests, rules):
        for other in _others(draft, question):
            now = _stopping(requests, reference, other)
            if len(now) < len(left):
                yield other, now


def _others(draft: Draft, question: Question) -> Iterator[Draft]:
    bare = replace(draft, whole={k: v for k, v in draft.whole.items() if not question.belongs(k)})
    for apart in _APART:
        yield from (other for _, other in changed(bare, question, DAY + timedelta(days=apart)))


def _stopping(requests: Requests, reference: Reference, draft: Draft) -> list[str]:
    """The rules whose findings stand in its way, once for each finding."""
    try:
        stated = requests.stated(requests.document(draft), draft)
        expected: Expected = reference.expected(stated)
    except CalendarError:
        return ["", *(rule.id for rule in requests.kind.rules)] * 9
    return [each.rule for each in expected.findings if each.outcome != "allowed"]

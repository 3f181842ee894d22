"""Waivers applied: which finding is set aside, and what became of each waiver.

A waiver counts from the day it is granted until its last day, for the one request of the check
that has its kind and reference. Whether there is just one is known only once all requests have
been read. So those that a waiver names are kept, and decided again at the end.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from prevent.dates import in_words
from prevent.decide.decision import Decision, Remark, Result
from prevent.faults import Fault, Place
from prevent.policy.wording import listed, titled
from prevent.reading.documents import Document
from prevent.requests.request import Request
from prevent.requests.waivers import REFERENCE, Waiver
from prevent.rules.ruleset import RuleSet

WaiverStatus: TypeAlias = Literal[
    "used", "nothing-to-waive", "not-decided", "ambiguous", "no-request", "expired", "not-begun"
]

Again: TypeAlias = Callable[[Request, Mapping[str, str]], Result]
"""Decides a request with these rules waived: the id of the waiver, by rule."""


@dataclass(frozen=True, slots=True)
class WaiverUse:
    """What became of a waiver in one check.

    ``status`` is ``used``, or says why it did nothing.
    ``set_aside`` are the rules of which it set a finding aside, ``requests`` where the requests
    stand that it names: more than one where it is ``ambiguous``, and then it counts for none.
    """

    waiver: Waiver
    status: WaiverStatus
    set_aside: tuple[str, ...] = ()
    requests: tuple[Place, ...] = ()


def lapse(waiver: Waiver, as_of: date) -> Literal["expired", "not-begun"] | None:
    """Why a waiver does not count on a day; None where it does."""
    if waiver.until < as_of:
        return "expired"
    return "not-begun" if as_of < waiver.granted_on else None


class Waiving:
    """The waivers of one check. It keeps the requests they name, and no other."""

    def __init__(self, waivers: Sequence[Waiver], rule_set: RuleSet, as_of: date) -> None:
        self._waivers = waivers
        self._rule_set = rule_set
        self._as_of = as_of
        self._seen: dict[tuple[str, str], list[Place]] = {each.names: [] for each in waivers}
        self._requests: dict[Place, Request] = {}
        self._decided: dict[Place, Decision] = {}

    def named(self, document: Document) -> bool:
        """Does a waiver name the request of this document?"""
        return _names(document) in self._seen

    def note(self, document: Document, request: Request | None = None) -> None:
        """Note a request that was read, also one that is not valid and so is not given here."""
        if self.named(document):
            self._seen[_names(document)].append(document.start)
            if request is not None:
                self._requests[document.start] = request

    def settled(self, results: Iterable[Result], again: Again) -> Iterator[Result]:
        """The results with the waivers applied, once every request has been noted."""
        for result in results:
            came = self._settled(result, again)
            if isinstance(came, Decision) and came.place in self._requests:
                self._decided[came.place] = came
            yield came

    def uses(self) -> tuple[tuple[WaiverUse, ...], tuple[Fault, ...]]:
        """What became of each waiver, and their faults, once all results are settled."""
        uses = tuple(self._use(waiver) for waiver in self._waivers)
        return uses, tuple(_ambiguous(use) for use in uses if use.status == "ambiguous")

    def _settled(self, result: Result, again: Again) -> Result:
        if not isinstance(result, Decision) or result.place not in self._requests:
            return result
        request = self._requests[result.place]
        named = [each for each in self._waivers if result.place in self._seen[each.names]]
        counting = [each for each in named if not lapse(each, self._as_of)]
        if counting and len(self._seen[counting[0].names]) == 1:
            # Of two waivers of one rule, the first counts.
            result = again(
                request, {rule: each.id for each in reversed(counting) for rule in each.rules}
            )
        if not isinstance(result, Decision):
            return result
        return result._replace(remarks=(*result.remarks, *self._remarks(named, request)))

    def _remarks(self, named: Sequence[Waiver], request: Request) -> Iterator[Remark]:
        place = request.document.place((REFERENCE,))
        for waiver in named:
            lapsed = lapse(waiver, self._as_of)
            if lapsed:
                when = f"ended on {in_words(waiver.until)}"
                if lapsed == "not-begun":
                    when = f"counts only from {in_words(waiver.granted_on)}"
                by = titled(self._rule_set.roles[waiver.by])
                message = f"The waiver {waiver.id}, by {by}, {when}, and does nothing."
                yield Remark(message, place)

    def _use(self, waiver: Waiver) -> WaiverUse:
        places = tuple(self._seen[waiver.names])
        lapsed = lapse(waiver, self._as_of)
        if lapsed:
            return WaiverUse(waiver, lapsed, requests=places)
        if len(places) != 1:
            return WaiverUse(waiver, "ambiguous" if places else "no-request", requests=places)
        decision = self._decided.get(places[0])
        if decision is None:
            return WaiverUse(waiver, "not-decided", requests=places)
        rules = {found.rule for found in decision.waived if found.waiver == waiver.id}
        set_aside = tuple(rule for rule in waiver.rules if rule in rules)
        return WaiverUse(waiver, "used" if set_aside else "nothing-to-waive", set_aside, places)


def _names(document: Document) -> tuple[str, str]:
    """The kind and the reference of a document that has both; as a waiver gives them."""
    data = document.data if isinstance(document.data, dict) else {}
    reference = data.get(REFERENCE)
    return ("", "") if reference is None else (str(data.get("kind")), str(reference))


def _ambiguous(use: WaiverUse) -> Fault:
    waiver, number = use.waiver, len(use.requests)
    where = listed([_where(place) for place in use.requests])
    message = (
        f"The waiver {waiver.id} is for the {waiver.kind} '{waiver.reference}', and {number}"
        f" requests have that reference: {where}. It counts for none of them."
    )
    return Fault(waiver.place, message, "Give each request a reference of its own.")


def _where(place: Place) -> str:
    return place.on_line

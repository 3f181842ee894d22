"""A case: the facts of a request, and what is told of them."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from prevent.conditions.evaluate import Facts
from prevent.conformance.expected import Expected
from prevent.conformance.requests import Draft
from prevent.rules.rows import RowFacts


@dataclass(frozen=True, slots=True)
class Case:
    """A valid request, the facts that it states on the day of the draft, and what is told."""

    id: str
    draft: Draft
    request: Mapping[str, object]
    stated: RowFacts
    expected: Expected
    looked_at: Collection[str]
    """The facts that any rule looks at."""

    def record(self) -> dict[str, object]:
        """The case as it is written down."""
        policy_as_of = self.draft.policy_as_of
        return {
            "id": self.id,
            "shows": self.draft.shows,
            "as_of": self.draft.as_of.isoformat(),
            **({"policy_as_of": policy_as_of.isoformat()} if policy_as_of else {}),
            "request": self.request,
            "facts": self._plain(self.stated.whole),
            "items": {
                each: [self._plain(item) for item in items]
                for each, items in self.stated.items.items()
            },
            "outcome": self.expected.outcome,
            "findings": [finding.record() for finding in self.expected.findings],
        }

    def _plain(self, facts: Facts) -> dict[str, object]:
        return {
            name: fact.isoformat() if isinstance(fact, date) else fact
            for name, fact in facts.items()
            if name in self.looked_at
        }


def ndjson(cases: Iterable[Case]) -> str:
    """Cases as they stand in a file: one on each line."""
    return "".join(
        json.dumps(case.record(), ensure_ascii=False, separators=(",", ":")) + "\n"
        for case in cases
    )

"""Requests of this repository's policies, read as a check reads them, with the rules for them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache

from prevent.bundle.current import Rules
from prevent.bundle.make import rules_of
from prevent.reading.documents import read_documents
from prevent.requests.find import find_files
from prevent.requests.request import Request, RequestReader
from processes import ROOT

POLICIES = (
    "policy",
    *sorted(
        path.parent.relative_to(ROOT).as_posix()
        for path in ROOT.glob("examples/**/policy/organisation.yaml")
    ),
)
AS_OF = date(2026, 3, 10)


@cache
def rules(policy: str) -> Rules:
    """The rules of a policy of this repository."""
    return rules_of(ROOT / policy, policy)


def requests(policy: str) -> Iterator[Request]:
    """Every valid request that stands beside a policy; those of the test cases for our own."""
    made = rules(policy)
    reader = RequestReader(made.rule_set.kinds, made.schemas)
    beside = ROOT / policy / ".." / "requests"
    folders = [beside, *([ROOT / "tests" / "cases"] if policy == "policy" else [])]
    for found in find_files(str(folder) for folder in folders):
        if isinstance(found, str) and not found.endswith("expected.yaml"):
            for document in read_documents(found)[0]:
                request = reader.read(document) if document.data is not None else None
                if isinstance(request, Request):
                    yield request

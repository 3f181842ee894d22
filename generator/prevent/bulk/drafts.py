"""Results that are written as drafts, and put in their places only when all of them are there."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import Generic, TypeVar

from prevent.bulk.database import Watch

GIVEN_IN_DECISIONS = ("reference",)
GIVEN_IN_REJECTS = ("reference", "column", "reason", "also")
"""The columns of what is written that hold words of the register."""

Out = TypeVar("Out")
Draft = TypeVar("Draft")


class Drafts(ABC, Generic[Out, Draft]):
    """The decisions and the rejects of one run, for an engine that says how it writes them."""

    def __init__(self, out: Out, rejects: Out) -> None:
        self._out = out
        self._rejects = rejects
        self._drafts: list[tuple[Out, Draft]] = []

    def write_decisions(self, query: str, nested: Sequence[str], watch: Watch) -> int:
        """Write decisions, not yet in their place; their number. Raises ``PreventError``."""
        return self._keep(self._out, query, nested, GIVEN_IN_DECISIONS, watch)

    def write_rejects(self, query: str, watch: Watch) -> int:
        """Write rejects likewise."""
        return self._keep(self._rejects, query, (), GIVEN_IN_REJECTS, watch)

    def put(self) -> None:
        """Put both in their places: the decisions last, so where they are, their rejects are."""
        for out, draft in reversed(self._drafts):
            self._put(out, draft)

    def _keep(
        self, out: Out, query: str, nested: Sequence[str], given: Sequence[str], watch: Watch
    ) -> int:
        draft, count = self._write(out, query, nested, given, watch)
        self._drafts.append((out, draft))
        return count

    @abstractmethod
    def _write(
        self, out: Out, query: str, nested: Sequence[str], given: Sequence[str], watch: Watch
    ) -> tuple[Draft, int]:
        """Write what a query gives as a draft; with it, how many rows it has.

        ``nested`` are columns of lists, and ``given`` those with words of the register.
        """

    @abstractmethod
    def _put(self, out: Out, draft: Draft) -> None:
        """Put a draft in its place."""

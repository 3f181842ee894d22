"""An explanation: why one rule did or did not apply, line by line."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reason:
    """A line of an explanation: a condition in plain words and what it came to.

    ``truth`` is None where an answer is missing; ``depth`` is how deep it stands in its rule.
    """

    depth: int
    words: str
    truth: bool | None


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why one rule did or did not apply to the request, or to one subject of it."""

    rule: str
    subject: str | None
    applies: bool | None
    reasons: tuple[Reason, ...]

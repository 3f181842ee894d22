"""What the rule set keeps of the policy as it stands there: all that a decision cites of it.

These nouns stand apart from the rest of the policy, which a check does without.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

Sort: TypeAlias = Literal["rule", "exemption", "afterwards"]
"""What a rule is: one that asks for something, one that exempts, or one for when it is allowed."""


@dataclass(frozen=True, slots=True)
class Waivers:
    """Who may waive which rules for a single request, and where the policy says so."""

    authorised_by: tuple[str, ...]
    rules: tuple[str, ...]
    clause: str
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ImposedCondition:
    """A condition of the catalogue, on which a request may be allowed, and who sees to it."""

    id: str
    title: str
    who: tuple[str, ...]
    clause: str
    statements: tuple[str, ...]
